"""The path of an operation as the runtime takes it: percent-encoded, with Python names in its placeholders."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final
from urllib.parse import quote

_PLACEHOLDER: Final = re.compile(r"(\{[^{}]*\})")
_ESCAPE: Final = re.compile(r"%(?![0-9A-Fa-f]{2})")
_SAFE: Final = "/:@!$&'()*+,;=-._~%"


def template(path: str, names: Mapping[str, str]) -> str:
    """`names`: wire name → Python name of each path parameter. What stands behind `#` is not part of it, nor are lists of query parameters (`{?a,b}`)."""
    bare, mark, query = _literal(path).partition("?")
    return _filled(bare, names) + (f"?{text}" if mark and (text := _query(query, names)) else "")


def fixed(path: str) -> set[str]:
    """The names of query parameters whose values stand in the path."""
    pairs = (pair.partition("=") for pair in _literal(path).partition("?")[2].split("&"))
    return {name for name, _, value in pairs if name and "{" not in value}


def _literal(path: str) -> str:
    """A path without what is not sent."""
    return re.sub(r"\{[?&][^{}]*\}", "", path.partition("#")[0])


def _query(query: str, names: Mapping[str, str]) -> str:
    """The query of a path, without the parts that are declared as query parameters: they are sent as these."""
    pairs = (pair for pair in query.split("&") if pair)
    return "&".join(_filled(pair, names, "/?") for pair in pairs if all(name[1:-1] in names for name in _PLACEHOLDER.findall(pair)))


def _filled(text: str, names: Mapping[str, str], safe: str = "") -> str:
    parts = _PLACEHOLDER.split(text)
    return "".join(
        f"{{{names.get(part[1:-1], part[1:-1])}}}" if number % 2 else quote(_ESCAPE.sub("%25", part), safe=_SAFE + safe)
        for number, part in enumerate(parts)
    )
