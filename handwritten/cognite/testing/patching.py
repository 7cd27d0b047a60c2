"""Changes of resources: `set`, `setNull`, `add`, `remove`, `modify`. Pure; knows no operation."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..schema.json_values import is_object


def patch(resource: dict[str, Any], changes: Mapping[str, Mapping[str, Any]]) -> None:
    """Apply changes to a resource in place."""
    for name, change in changes.items():
        if change.get("setNull") or ("set" in change and change["set"] is None):
            resource.pop(name, None)
        elif "set" in change:
            resource[name] = change["set"]
        else:
            _grow(resource, name, change)


def _grow(resource: dict[str, Any], name: str, change: Mapping[str, Any]) -> None:
    added, removed = change.get("add"), change.get("remove", ())
    if is_object(added) or is_object(resource.get(name)):
        held: dict[str, Any] = {**resource.get(name, {}), **(added or {})}
        resource[name] = {key: value for key, value in held.items() if key not in removed}
        return
    gone = [_key(item) for item in removed]
    kept = [item for item in resource.get(name, []) if _key(item) not in gone]
    for modified in change.get("modify", ()):
        for item in kept:
            if _key(item) == _key(modified):
                patch(item, modified.get("update", {}))
    held_keys = [_key(item) for item in kept]
    resource[name] = [*kept, *(item for item in added or () if _key(item) not in held_keys)]


def _key(item: Any) -> Any:
    return item.get("externalId", str(item)) if is_object(item) else item
