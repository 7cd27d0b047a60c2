"""Two schemas that a value has to fit, as one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from .json_values import is_array

_LEAST: Final = ("minLength", "minItems", "minProperties", "minimum")
_MOST: Final = ("maxLength", "maxItems", "maxProperties", "maximum")


def both(one: Mapping[str, Any], other: Mapping[str, Any]) -> dict[str, Any]:
    """The narrower bounds, the values and types that both take, the properties of both; of everything else what `other` says."""
    whole = {**one, **other}
    for word in one.keys() & other.keys() & _COMBINED.keys():
        whole[word] = _COMBINED[word](one[word], other[word])
    return whole


def _either(one: Mapping[str, Any], other: Mapping[str, Any]) -> dict[str, Any]:
    return {**one, **{name: _part(one[name], part) if name in one else part for name, part in other.items()}}


def _part(one: Any, other: Any) -> Any:
    return other if one == other else {"allOf": [one, other]}


def _common(one: Any, other: Any) -> Any:
    """The types or values of both lists; where there are none, nothing fits, and `other` is as good."""
    first, second = (value if is_array(value) else [value] for value in (one, other))
    return [value for value in second if value in first] or other


_COMBINED: Final[Mapping[str, Callable[[Any, Any], Any]]] = {
    **dict.fromkeys(_LEAST, max),
    **dict.fromkeys(_MOST, min),
    "enum": _common,
    "type": lambda one, other: other if one == other else _common(one, other),
    "properties": _either,
    "items": _part,
    "required": lambda one, other: [*one, *other],
}
BOUNDS: Final = _COMBINED.keys()
"""What of a schema does not stand in place of what another says: both hold."""
