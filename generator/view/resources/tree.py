"""Dotted attributes of API classes → the attributes of the client, of groups such as `client.raw`, and of API classes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ..model.package import Api
from ..model.parts import Name, Text
from ..model.resources import Child, GroupView
from ..schemas.basics import pascal


def child(api: Api) -> Child:
    """An API class as something that stands at an attribute."""
    return Child(Name(api.attribute.rpartition(".")[2]), api.name, api.description, api.async_home, api.sync_home)


def tree(apis: Sequence[Api]) -> tuple[tuple[Child, ...], tuple[GroupView, ...], Mapping[str, tuple[Child, ...]]]:
    """The attributes of the client, the groups, and the children of each API class by its attribute.

    A prefix that is no API class itself becomes a group; groups stand directly at the client.
    """
    below: dict[str, list[Child]] = {}
    roots: list[Child] = []
    groups: dict[str, Name] = {}
    named = {str(api.attribute) for api in apis}
    for api in apis:
        prefix, _, _ = api.attribute.rpartition(".")
        if not prefix:
            roots.append(child(api))
            continue
        if prefix not in named and prefix not in groups:
            groups[prefix] = Name(f"{pascal(prefix)}Group")
            roots.append(Child(Name(prefix), groups[prefix], Text(f"The API classes under `client.{prefix}`."), "", ""))
        below.setdefault(prefix, []).append(child(api))
    branches = tuple(GroupView(Name(prefix), name, tuple(below[prefix])) for prefix, name in groups.items())
    return tuple(roots), branches, {prefix: tuple(children) for prefix, children in below.items()}
