"""Which API class has a tag: the one that lists it, or lists a tag above it (`a/b` stands below `a`; so does one whose `parent` is `a`)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from ..config.client_yaml import ApiConfig


_TAKEN: Final = ("client", "date", "datetime", "models", "ops")
"""What modules of operations and their classes use by these names, or stands beside them."""


def module_of(attribute: str) -> str:
    """The module of the API class that clients have as this attribute."""
    name = attribute.replace(".", "_")
    return f"{name}_" if name in _TAKEN else name


class Tags:
    """The tags of a document, and how the API classes share them."""

    def __init__(self, data: Mapping[str, Any], apis: Mapping[str, ApiConfig]) -> None:
        tags: list[Mapping[str, Any]] = data.get("tags") or []
        self._parents = {str(tag["name"]): str(tag["x-parent"]) for tag in tags if "x-parent" in tag}
        self._apis = apis
        self._nearest: dict[str, str] = {}
        self._listed = {tag for settings in apis.values() if settings.tags != "*" for tag in settings.tags}

    def above(self, tag: str) -> Iterator[str]:
        """The tag itself, then those above it."""
        seen: set[str] = set()
        while tag and tag not in seen:
            seen.add(tag)
            yield tag
            tag = self._parents.get(tag) or tag.rpartition("/")[0]

    def of(self, settings: ApiConfig, tag: str) -> bool:
        """Whether an API class has the operations of a tag."""
        if settings.tags == "*":
            return True
        if tag not in self._nearest:
            self._nearest[tag] = next((other for other in self.above(tag) if other in self._listed), tag)
        return self._nearest[tag] in settings.tags

    def module(self, tag: str) -> str:
        """The module of the API class that has a tag."""
        homes = (settings.attribute for settings in self._apis.values() if self.of(settings, tag))
        return module_of(next(homes, ""))
