"""Names of components that OpenAPI does not allow, such as `Page«Pet»` and `My Type`: other ones, wherever they are referred to."""

from __future__ import annotations

import re
from itertools import count
from typing import Any, Final
from urllib.parse import unquote

from ...load.json_types import is_object
from ...load.pointers import escape, join, split
from ..context import Context, table
from .swagger_2 import mappings

_LEGAL: Final = re.compile(r"[A-Za-z0-9._-]+")
_REFERENCE: Final = re.compile(r"#/components/([^/]+)/([^/]*)(/.*)?", re.DOTALL)


def legal(context: Context) -> None:
    """Gives components names that OpenAPI allows."""
    data = context.document.data
    names: dict[tuple[str, str], str] = {}
    for kind, group in table(data.get("components")).items():
        if not kind.startswith("x-") and is_object(group) and not all(map(_LEGAL.fullmatch, group)):
            names |= {(kind, old): new for old, new in _renamed(context, kind, group).items()}
    if not names:
        return
    for node in mappings(data):
        if isinstance(node.get("$ref"), str):
            node["$ref"] = _reference(node["$ref"], names)
        mapping = table(table(node.get("discriminator")).get("mapping"))
        for value, target in mapping.items():
            mapping[value] = names.get(("schemas", str(target))) or _reference(str(target), names)


def _renamed(context: Context, kind: str, group: dict[str, Any]) -> dict[str, str]:
    """The new names of those components of one kind that need one."""
    places = context.document.places
    places.hold(group)
    entries, taken = list(group.items()), {name for name in group if _LEGAL.fullmatch(name)}
    found: dict[str, str] = {}
    group.clear()
    for name, entry in entries:
        new = name
        if name not in taken:
            wanted = re.sub(r"[^A-Za-z0-9._-]+", "_", name).strip("_") or kind.removesuffix("s")
            new = next(one for number in count(1) if (one := wanted if number == 1 else f"{wanted}_{number}") not in taken)
            taken.add(new)
            found[name] = new
            places.put(group, new, places.of(group, name))
        group[new] = entry
        if new != name:
            hint = f"it is called {new[:80]!r}"
            context.sloppy("name", join("/components", kind, new), f"{name[:80]!r} is no name of a component", hint)
    return found


def _reference(reference: str, names: dict[tuple[str, str], str]) -> str:
    match = _REFERENCE.fullmatch(reference)
    name = names.get((match[1], split(f"/{unquote(match[2])}")[0])) if match else None
    return f"#/components/{match[1]}/{escape(name)}{match[3] or ''}" if match and name else reference
