"""`x-methods` on an operation → resource methods: signatures, where each argument goes, which verb sends it.

Knows the rules of designs/0006; knows no template and no particular API.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from ..model import Code, Name, Operation, Text
from ..parse import python_name
from ..problems import Problems
from ..resource_model import Argument, IterateView, ResourceMethod
from .classes import Classes
from .declare import literal
from .facts import constraints
from .operations import resolve_part
from .targets import Places, Target, Unplaced
from .types import Schema, text

_SPLIT = (
    Code("ApiError"),
    Text("the API refused it; when it was sent in several requests, the error tells what succeeded, failed and is unknown."),
)
_REFUSED = (Code("ApiError"), Text("the API refused it."))
_INVALID = (Code("ValueError"), Text("the arguments do not fit together; nothing was sent."))


@dataclass
class Resources:
    """Makes the resource methods of one document's operations."""

    data: Mapping[str, Any]
    classes: Classes
    problems: Problems

    def of(self, operation: Operation, raw: Mapping[str, Any], known: Mapping[str, Operation]) -> Iterator[ResourceMethod]:
        """The methods that stand on an operation, hand-written ones left out."""
        for settings in raw.get("x-methods", ()):
            if settings["kind"] != "handwritten":
                try:
                    yield _Maker(self, operation, raw, settings, known).method()
                except Unplaced as error:
                    self.problems.error(
                        str(error), hint="see designs/0006, where an argument goes; or say `to`", pointer=f"{operation.pointer}/x-methods"
                    )


class _Maker:
    """Makes one method."""

    def __init__(
        self, owner: Resources, operation: Operation, raw: Mapping[str, Any], settings: Mapping[str, Any], known: Mapping[str, Operation]
    ) -> None:
        self.data, self.classes, self.components = owner.data, owner.classes, owner.classes.components
        self.operation, self.raw, self.settings, self.known = operation, raw, settings, known
        self.kind = str(settings["kind"])
        self.at = Places(owner.data, str(operation.id), raw, settings)
        self.body_schema = self.at.body
        self.entries = [_entry(item) for item in settings.get("parameters", ())]
        self.needed = set(settings.get("required", ()))

    def method(self) -> ResourceMethod:
        targets = {name: self.at.of(name, options) for name, options in self.entries}
        self.at.refuse_unbound(targets)
        arguments = tuple(self._argument(name, options, targets[name]) for name, options in self.entries)
        item, listing = self._answer_classes()
        verb, leading, returns, said = self._verb(item, listing)
        keywords = [(Name(target.place), Code(name)) for name, target in targets.items() if target.place in ("partitions", "limit")]
        body, places = self._body(targets), self._places(targets)
        return ResourceMethod(
            name=Name(str(self.settings["name"])),
            kind=self.kind,
            verb=Name(verb),
            summary=self.operation.summary,
            description=self.operation.description,
            arguments=tuple(self._typed(argument, item) for argument in arguments),
            returns=returns,
            returns_text=Text(said),
            raises=(
                (_SPLIT if verb in ("_create", "_update", "_delete", "_retrieve_multiple") else _REFUSED),
                *((_INVALID,) if self._may_be_invalid(verb, targets) else ()),
            ),
            operation=self.operation,
            leading=leading,
            places=places,
            body=body,
            keywords=tuple(keywords),
            results=self._results(),
            item=item if isinstance(self.settings.get("result"), list) else None,
            without=self._without(targets),
            iterate=self._iterate(arguments, item, listing),
        )

    # The call

    def _places(self, targets: Mapping[str, Target]) -> Code | None:
        pairs = [
            (target.place.partition("/")[2], target.code) for target in targets.values() if target.place.startswith(("path/", "query/"))
        ]
        for place, value in self.settings.get("constants", {}).items():
            if not place.startswith("body"):
                pairs.append((python_name(place.partition("/")[2]), literal(value)))
        return Code("{" + ", ".join(f"{literal(name)}: {code}" for name, code in pairs) + "}") if pairs else None

    def _body(self, targets: Mapping[str, Target]) -> Code | None:
        if not self.body_schema:
            return None
        tree: dict[str, Any] = {}
        grouped: dict[str, list[Target]] = {}
        for target in targets.values():
            if target.place.startswith("body"):
                grouped.setdefault(target.place, []).append(target)
        if "body" in grouped:
            return grouped["body"][0].code
        for place, value in self.settings.get("constants", {}).items():
            if place.startswith("body/"):
                _put(tree, place, literal(value))
        for place, found in grouped.items():
            _put(tree, place, self._joined(found))
        return _tree(tree, 0)

    def _joined(self, found: list[Target]) -> Code:
        if any(target.wrap for target in found):
            return Code(f"wrapped({', '.join(f'{target.wrap}={target.code}' for target in found)})")
        code = found[0].code
        if self.settings.get("unlimited") and found[0].place == "body/limit":
            return Code(f"unlimited({code}, {literal(self.settings['unlimited'])})")
        return code

    def _without(self, targets: Mapping[str, Target]) -> tuple[Code, Name, Code | None] | None:
        rule = self.settings.get("without")
        if rule is None:
            return None
        other = self.known[python_name(str(rule["operation"]))]
        condition = Code(" and ".join(f"{name} is None" for name in rule["parameters"]))
        takes = {str(parameter.name) for parameter in other.parameters}
        pairs = [
            f"{literal(name)}: {target.code}"
            for name, target in targets.items()
            if name in takes and target.place not in ("limit", "partitions")
        ]
        return condition, other.constant, Code("{" + ", ".join(pairs) + "}") if pairs else None

    # What comes back

    def _answer_schema(self) -> Schema:
        for status, response in self.raw.get("responses", {}).items():
            if str(status).startswith("2"):
                for content in resolve_part(response, self.data).get("content", {}).values():
                    schema: Schema = content.get("schema", {})
                    return schema
        return {}

    def _answer_classes(self) -> tuple[Name | None, Name | None]:
        """The class of the resource and that of lists of it."""
        named = self.classes.named()
        schema = self._answer_schema()
        name = (
            self.settings.get("item")
            or self._class_of(self.at.flat(self.at.flat(schema).get("properties", {}).get("items", {})).get("items", {}))
            or self._class_of(schema)
        )
        if name is None:
            name = self._class_of_request()
        listing = named.get(str(name), {}).get("list")
        return (Name(str(name)) if name else None), (Name(str(listing)) if listing else None)

    def _class_of(self, schema: Schema) -> str | None:
        name = str(schema.get("$ref", "")).rsplit("/", 1)[-1]
        return name if name in self.classes.named() else None

    def _class_of_request(self) -> str | None:
        """Where the answer says nothing: the class that is created by the items of the request."""
        items = self.at.flat(self.at.flat(self.body_schema).get("properties", {}).get("items", {})).get("items", {})
        wanted = str(items.get("$ref", "")).rsplit("/", 1)[-1]
        named = self.classes.named()
        return next((name for name, settings in named.items() if wanted and wanted in (name, settings.get("create"))), None)

    def _verb(self, item: Name | None, listing: Name | None) -> tuple[str, tuple[Code, ...], Code, str]:
        """The verb, what stands before the operation, the type of the result and what is to be said about it."""
        kind, one, several = self.kind, Code(str(item)), Code(str(listing))
        many = "one resource for one, a list for a list, in the order given"
        if kind == "retrieve":
            verb = "_retrieve" if "x-batch" in self.raw else "_get"
            return verb, (one,), Code(f"{item} | None"), "the resource; None when it does not exist"
        if kind == "list":
            return ("_list" if "x-paging" in self.raw else "_search"), (several,), several, ""
        if kind in ("retrieve_multiple", "search"):
            return f"_{kind}", (several,), several, ""
        if kind == "aggregate":
            return "_aggregate", (one,), Code(f"Sequence[{item}]"), ""
        if kind == "create" and self.settings.get("result") != "none":
            return "_create", (one, several), Code(f"{item} | {listing}"), many
        if kind == "update":
            update = Code(str(self.classes.named()[str(item)]["update"]))
            return "_update", (one, several, update), Code(f"{item} | {listing}"), many
        if kind in ("create", "delete"):
            return "_delete", (), Code("None"), ""
        return "_call", (), self._called(item), ""

    def _called(self, item: Name | None) -> Code:
        results = self.settings.get("result", "")
        if results == "none":
            return Code("None")
        pointers = results if isinstance(results, list) else [results]
        types = [
            Code(str(item)) if pointer == "" and item and isinstance(results, list) else self._type_at(pointer) for pointer in pointers
        ]
        return Code(f"tuple[{', '.join(types)}]") if isinstance(results, list) else types[0]

    def _type_at(self, pointer: str) -> Code:
        if self.operation.result is not None and self.operation.result.kind == "binary":
            return Code("bytes")
        schema = self._answer_schema()
        for key in pointer.split("/")[1:]:
            schema = self.at.flat(schema).get("properties", {}).get(key, {})
        return self.classes.type_of(schema)

    def _results(self) -> tuple[Code, ...] | None:
        result = self.settings.get("result", "")
        if self.kind != "call" or result == "none":
            return None
        pointers = result if isinstance(result, list) else [result]
        return None if pointers == [""] else tuple(literal(pointer) for pointer in pointers)

    def _may_be_invalid(self, verb: str, targets: Mapping[str, Target]) -> bool:
        return verb in ("_retrieve", "_list") or any(target.place == "partitions" for target in targets.values())

    # The signature

    def _argument(self, name: str, options: Mapping[str, Any], target: Target) -> Argument:
        given = "default" in options
        required = name in self.needed or (target.place.startswith("path/") and not given)
        default = None if required else literal(options.get("default"))
        return Argument(Name(name), self._type(target, options), default, self._notes(target))

    def _notes(self, target: Target) -> tuple[Text, ...]:
        if target.wrap:
            what = {"id": "Ids", "externalId": "External ids"}.get(target.wrap)
            if target.place == "body/items" and what:
                return (Text("Id given by the server." if target.wrap == "id" else "Id given by the project."),)
            own = text(target.schema)
            return (Text(f"{own.value} Named by {what.lower()}." if what and target.place != "body/items" else own.value),)
        resolved = self.at.flat(target.schema)
        return (text(target.schema) or text(resolved), *(Text(fact) for fact in constraints(resolved) if not fact.startswith("Default")))

    def _type(self, target: Target, options: Mapping[str, Any]) -> Code:
        if target.place == "limit" or (self.settings.get("unlimited") and target.place == "body/limit"):
            return Code("float | None") if options.get("default") is not None else Code("float")
        if target.wrap:
            item = self.at.flat(self.at.flat(target.schema).get("items", {})).get("properties", {}).get(target.wrap, {})
            one = self.classes.type_of(item)
            return self._one_or_many(one, target.place == "body/items")
        if target.place == "body/items":
            return self._one_or_many(self.classes.type_of(self.at.flat(target.schema).get("items", {})), True)
        return self._accepted(target.schema)

    def _one_or_many(self, one: Code, items: bool) -> Code:
        if self.kind == "retrieve" and items:
            return one
        if self.kind in ("retrieve_multiple", "list", "search"):
            return Code(f"Sequence[{one}]")
        return Code(f"{one} | Sequence[{one}]")

    def _accepted(self, schema: Schema) -> Code:
        """What an argument may be: documented classes may be given as mappings, lists as any sequence."""
        code = self.classes.type_of(schema)
        if code in self.classes.named():
            return Code(f"{code} | Mapping[str, Any]")
        return Code(code.replace("list[", "Sequence[").replace("dict[", "Mapping["))

    def _typed(self, argument: Argument, item: Name | None) -> Argument:
        """Arguments that take whole resources or changes of them."""
        bodies = {name for name, options in self.entries if options.get("to") in ("body", "body/items") and "wrap" not in options}
        if argument.name not in bodies or item is None:
            return argument
        plain = self.at.flat(self.at.flat(self.body_schema).get("properties", {}).get("items", {})).get("items", {})
        if self.at.flat(plain).get("type") == "integer":
            return argument
        one = str(item)
        if self.kind == "update":
            one = f"{item} | {self.classes.named()[str(item)]['update']}"
        if self.kind == "call":
            return replace(argument, type=Code(one))
        rows = " | Mapping[str, Any]" if any("entries" in options for _, options in self.entries) else ""
        return replace(argument, type=Code(f"{one} | Iterable[{one}]{rows}"))

    def _iterate(self, arguments: tuple[Argument, ...], item: Name | None, listing: Name | None) -> IterateView | None:
        if not self.settings.get("iterate") or item is None or listing is None:
            return None
        size = Argument(
            Name("chunk_size"), Code("int"), Code("None"), (Text("Give lists of so many resources instead of one after the other."),)
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


def _entry(item: Any) -> tuple[str, Mapping[str, Any]]:
    if isinstance(item, str):
        return item, {}
    ((name, value),) = item.items()
    return str(name), value if isinstance(value, dict) else {"default": value}


def _put(tree: dict[str, Any], place: str, code: Code) -> None:
    *containers, last = place.split("/")[1:]
    for name in containers:
        tree = tree.setdefault(name, {})
    tree[last] = code


def _tree(tree: Mapping[str, Any], depth: int) -> Code:
    """A body as an expression; containers below the first level are left out when nothing goes into them."""
    if depth > 1:
        return Code(f"given({', '.join(f'{name}={_leaf(value, depth)}' for name, value in tree.items())})")
    return Code("{" + ", ".join(f"{literal(name)}: {_leaf(value, depth)}" for name, value in tree.items()) + "}")


def _leaf(value: Any, depth: int) -> Code:
    return _tree(value, depth + 1) if isinstance(value, dict) else Code(value)
