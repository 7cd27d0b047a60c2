"""Which resources a filter or a search lets through. Pure; knows no operation."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from ..schema.json_values import is_array, is_object

Resource = Mapping[str, Any]
Lookup = Callable[[Mapping[str, Any]], Any]
"""An identifier → the id that it stands for."""

_RANGES = ("Time", "confidence")


def matches(resource: Resource, wanted: Mapping[str, Any], lookup: Mapping[str, Lookup]) -> bool:
    """Whether a resource matches every part of a filter."""
    return all(_matches(resource, name, value, lookup) for name, value in wanted.items())


def _matches(resource: Resource, name: str, value: Any, lookup: Mapping[str, Lookup]) -> bool:
    if name == "metadata":
        return bool(value.items() <= resource.get("metadata", {}).items())
    if name == "root":
        return bool(("parentId" not in resource) == value)
    if name == "labels":
        return _labels(resource, value)
    if name.endswith("Prefix"):
        return str(resource.get(name.removesuffix("Prefix"), "")).startswith(value)
    if name == "activeAtTime":
        return bool(resource.get("startTime", 0) <= value.get("max", 2**60) and resource.get("endTime", 2**60) >= value.get("min", 0))
    if name.endswith(_RANGES) and is_object(value):
        return within(resource.get(name), value)
    if name == "geoLocation":
        return touches(resource.get("geoLocation"), value)
    if is_array(value):
        return _among(resource, name, value, lookup)
    return bool(resource.get(name) == value)


def _labels(resource: Resource, wanted: Mapping[str, Any]) -> bool:
    held = {label["externalId"] for label in resource.get("labels", ())}
    some = {label["externalId"] for label in wanted.get("containsAny", ())}
    every = {label["externalId"] for label in wanted.get("containsAll", ())}
    return every <= held and (not some or bool(some & held))


def within(value: Any, bounds: Mapping[str, Any]) -> bool:
    """Whether a value lies between `min` and `max`, both included; `isNull` asks whether there is one."""
    if "isNull" in bounds:
        return bool((value is None) == bounds["isNull"])
    return not bounds or value is not None and bool(bounds.get("min", value) <= value <= bounds.get("max", value))


def _among(resource: Resource, name: str, values: list[Any], lookup: Mapping[str, Lookup]) -> bool:
    """Lists name several values, one of which must be the resource's: `dataSetIds` those of `dataSetId`, `assetIds` one of its `assetIds`."""
    if name in lookup:
        return bool(lookup[name](resource) & {_identity(value) for value in values})
    held = resource.get(name, resource.get(name.removesuffix("s")))
    wanted = [_identity(value) for value in values]
    return bool(set(held) & set(wanted)) if is_array(held) else held in wanted


def _identity(value: Any) -> Any:
    return value if not is_object(value) else ("externalId", value["externalId"]) if "externalId" in value else value["id"]


def found(resource: Resource, texts: Mapping[str, Any]) -> bool:
    """Whether a search finds a resource: every text stands in its property, a `query` in its name or description."""
    for name, text in texts.items():
        places = ("name", "description") if name == "query" else (name,)
        if not any(str(text).lower() in str(resource.get(place, "")).lower() for place in places):
            return False
    return True


def touches(place: Mapping[str, Any] | None, wanted: Mapping[str, Any]) -> bool:
    """Whether a place has the wanted relation to a shape; both are taken for the smallest rectangles around them."""
    if place is None:
        return False
    own, shape = _rectangle(place["geometry"]["coordinates"]), _rectangle(wanted["shape"]["coordinates"])
    relation = str(wanted["relation"]).upper()
    if relation == "WITHIN":
        return all(low >= least and high <= most for (low, high), (least, most) in zip(own, shape, strict=True))
    apart = any(high < least or low > most for (low, high), (least, most) in zip(own, shape, strict=True))
    return apart == (relation == "DISJOINT")


def _rectangle(coordinates: Any) -> list[tuple[float, float]]:
    """The least and greatest value of each axis of nested coordinates."""
    if not is_array(coordinates[0]):
        return [(value, value) for value in coordinates]
    inner = [_rectangle(one) for one in coordinates]
    return [(min(low for low, _ in axis), max(high for _, high in axis)) for axis in zip(*inner, strict=True)]
