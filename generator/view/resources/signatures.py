"""The arguments of a resource method: types, defaults, notes, examples; the overloads that type checkers see."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from ...load.json_types import is_object
from ..model.parts import Code, Name, Text
from ..model.resources import Argument, IterateView, Overload
from ..operations.declare import literal
from ..schemas.facts import details
from ..schemas.schema import Schema, text
from .arguments import Places, Target
from .classes import Classes
from .examples import Samples

Entry = tuple[str, Mapping[str, Any]]
"""A parameter of `x-methods`: its name and its settings."""


@dataclass(frozen=True)
class Signature:
    """What one method takes."""

    classes: Classes
    samples: Samples
    settings: Mapping[str, Any]
    at: Places

    @property
    def kind(self) -> str:
        return str(self.settings["kind"])

    @property
    def entries(self) -> list[Entry]:
        """The documented parameters, in order."""
        return [_entry(item) for item in self.settings.get("parameters", ())]

    def argument(self, name: str, options: Mapping[str, Any], target: Target) -> Argument:
        given = "default" in options
        required = name in self.settings.get("required", ()) or (target.place.startswith("path/") and not given)
        default = None if required else literal(options.get("default"))
        one, many = self._sides(target)
        kind = Code(" | ".join(side for side in (one, many) if side)) or self._type(target, options)
        return Argument(Name(name), kind, default, self._notes(target), one, many, self._example(name, target))

    def _example(self, name: str, target: Target) -> Code:
        schema = self._item(target) if target.place == "body/items" or target.wrap else target.schema
        value = self.samples.of(schema, target.wrap or name)
        alone = target.place != "body/items" and not target.wrap or self.kind not in ("retrieve_multiple", "list", "search")
        return Code(value if alone else f"[{value}]")

    def _notes(self, target: Target) -> tuple[Text, ...]:
        if target.wrap:
            what = {"id": "Ids", "externalId": "External ids"}.get(target.wrap)
            if target.place == "body/items" and what:
                return (Text(f"{self._number('Id', 'Ids')} given by the {'server' if target.wrap == 'id' else 'project'}."),)
            own = text(target.schema)
            return (Text(f"{own.value} Named by {what.lower()}." if what and target.place != "body/items" else own.value),)
        resolved = self.at.flat(target.schema)
        said = text(target.schema) or text(resolved)
        return (said, *(fact for fact in details(said, resolved) if not fact.value.startswith("Default")))

    def _number(self, one: str, many: str) -> str:
        """The word for what the method takes: one, many, or either."""
        return {"retrieve": one, "retrieve_multiple": many}.get(self.kind, f"{one} or {many.lower()}")

    def _type(self, target: Target, options: Mapping[str, Any]) -> Code:
        if target.place == "limit" or (self.settings.get("unlimited") and target.place == "body/limit"):
            return Code("float | None") if options.get("default") is not None else Code("float")
        return self._accepted(target.schema)

    def _sides(self, target: Target) -> tuple[Code | None, Code | None]:
        """The type of one value and that of many, for a target that is an array; None where it is not taken."""
        items = target.place == "body/items"
        if not target.wrap and not items:
            return None, None
        one = self.classes.type_of(self._item(target))
        if self.kind == "retrieve" and items:
            return one, None
        many = Code(f"Sequence[{one}]")
        return (None, many) if self.kind in ("retrieve_multiple", "list", "search") else (one, many)

    def _item(self, target: Target) -> Schema:
        """What one value is, for a target that is an array."""
        item: Schema = self.at.flat(target.schema).get("items", {})
        found: Schema = self.at.flat(item).get("properties", {}).get(target.wrap, {}) if target.wrap else item
        return found

    def _accepted(self, schema: Schema) -> Code:
        """What an argument may be: documented classes may be given as mappings, lists as any sequence."""
        code = self.classes.type_of(schema)
        if code in self.classes.named():
            return Code(f"{code} | Mapping[str, Any]")
        return Code(code.replace("list[", "Sequence[").replace("dict[", "Mapping["))

    def typed(self, argument: Argument, item: Name | None) -> Argument:
        """Arguments that take whole resources or changes of them."""
        bodies = {name for name, options in self.entries if options.get("to") in ("body", "body/items") and "wrap" not in options}
        if argument.name not in bodies or item is None:
            return argument
        plain = self.at.flat(self.at.flat(self.at.body).get("properties", {}).get("items", {})).get("items", {})
        if self.at.flat(plain).get("type") == "integer":
            return argument
        one = str(item)
        if self.kind == "update":
            one = f"{item} | {self.classes.named()[str(item)]['update']}"
        if self.kind == "call":
            return replace(argument, type=Code(one), example=self._whole(argument, str(item)))
        rows = " | Mapping[str, Any]" if any("entries" in options for _, options in self.entries) else ""
        many = Code(f"Iterable[{one}]{rows}")
        return replace(argument, type=Code(f"{one} | {many}"), one=Code(one), many=many, example=self._whole(argument, str(item)))

    def _whole(self, argument: Argument, item: str) -> Code:
        """A resource to create, or a change of one."""
        if self.kind == "update":
            return Code(self.samples.change(str(self.classes.named()[item]["update"])))
        properties = self.at.flat(self.at.body).get("properties", {})
        schema = self.at.flat(properties["items"]).get("items", {}) if "items" in properties else self.at.body
        return Code(self.samples.of(schema, str(argument.name), item))

    def iterate(self, arguments: tuple[Argument, ...], item: Name | None, listing: Name | None) -> IterateView | None:
        if not self.settings.get("iterate") or item is None or listing is None:
            return None
        size = Argument(
            Name("chunk_size"), Code("int"), Code("None"), (Text("Yield lists of this many resources instead of single resources."),)
        )
        kept = [argument for argument in arguments if argument.name != "partitions"]
        needed = [argument for argument in kept if argument.default is None]
        others = [
            replace(argument, default=Code("None")) if argument.name == "limit" else argument
            for argument in kept
            if argument.default is not None
        ]
        limits = [replace(argument, type=Code("float")) for argument in others if argument.name == "limit"]
        return IterateView(item, listing, (*needed, size, *(one for one in others if one.name != "limit"), *limits))


def overloads(arguments: tuple[Argument, ...], item: Name | None, listing: Name | None) -> tuple[Overload, ...]:
    """One in, one out; many in, a list out. Nothing where more than one argument is to tell."""
    told = [argument for argument in arguments if argument.one and argument.many]
    if len(told) != 1 or item is None or listing is None:
        return ()
    one, many = told[0].one, told[0].many
    assert one is not None and many is not None

    def given(kind: Code) -> tuple[Argument, ...]:
        return tuple(replace(argument, type=kind) if argument is told[0] else argument for argument in arguments)

    # A text is a sequence of texts for type checkers; here it is one name, and the first overload is taken for it.
    remark = "  # type: ignore[overload-overlap]  # a text is one name" if one == "str" else ""
    return Overload(given(one), Code(item), remark), Overload(given(many), Code(listing))


def _entry(item: Any) -> Entry:
    if isinstance(item, str):
        return item, {}
    ((name, value),) = item.items()
    return str(name), value if is_object(value) else {"default": value}
