"""`x-class` on a schema → documented classes: constructors, lists, update objects."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from ...load.json_types import is_object
from ...load.problems import Problems
from ...naming.names import python_name
from ..model.parts import Code, Import, Name, Text
from ..model.resources import ClassesModule, Constant, DocumentedClass, Member, PatchView
from ..schemas.basics import escape
from ..schemas.facts import details, in_python
from ..schemas.merge import flattened, nullable
from ..schemas.schema import Schema, resolve, text

STYLES = {
    "resource": "record",
    "filter": "record",
    "mapping": "entries",
    "response": "plain",
    "update": "update",
    "enumeration": "enumeration",
}
BASES = {"resource": "Resource", "filter": "Filter", "mapping": "Mapping", "response": "Response", "update": "Update"}
_SCALARS = {"string": "str", "integer": "int", "number": "float", "boolean": "bool"}


@dataclass
class Classes:
    """The documented classes of one document."""

    components: Mapping[str, Schema]
    prefix: str
    """Of the base classes: `Cognite` makes `CogniteResource`."""
    problems: Problems
    mixins: Mapping[str, Import] = field(default_factory=dict[str, Import])
    handwritten: Mapping[str, Import] = field(default_factory=dict[str, Import])
    """`module.Class` of classes that are no schemas."""

    @property
    def client_name(self) -> str:
        return f"{self.prefix.lower()}_client" if self.prefix else "client"

    def named(self) -> dict[str, Mapping[str, Any]]:
        """Schema name → its `x-class`."""
        return {name: schema["x-class"] for name, schema in self.components.items() if "x-class" in schema}

    def modules(self) -> tuple[ClassesModule, ...]:
        """All modules, by name; classes in the order of the document, those that others mention first."""
        found: dict[str, list[DocumentedClass]] = {}
        for name, settings in self.named().items():
            found.setdefault(str(settings["module"]), []).append(self._class(name, self.components[name], settings))
        added: dict[str, list[Import]] = {}
        for place, home in self.handwritten.items():
            added.setdefault(place.partition(".")[0], []).append(home)
        made = tuple(
            ClassesModule(
                Name(module), tuple(found.get(module, ())), self._imports(module, found.get(module, [])), tuple(added.get(module, ()))
            )
            for module in sorted({*found, *added})
        )
        self._refuse_twice(made)
        return made

    def _refuse_twice(self, modules: tuple[ClassesModule, ...]) -> None:
        """All classes can be imported from `data_classes` itself, so each name stands for one."""
        seen = {name: f"x-class of {item.pointer}" for module in modules for item in module.classes for name in (item.name, item.list_name)}
        for module in modules:
            for item in module.handwritten:
                place = f"{module.name}.{item.name}"
                other = seen.setdefault(Name(item.name), place)
                if other != place:
                    self.problems.error(
                        f"client.yaml: the class {place} is there already: {other}", rule="settings", hint="leave one of them out"
                    )

    def _imports(self, module: str, classes: list[DocumentedClass]) -> tuple[Import, ...]:
        settings = self.named()
        codes = [member.type for item in classes for member in (*item.members, *item.newer)]
        codes += [Code(f"{patch.value} {patch.kind or ''}") for item in classes for patch in item.patches]
        mentioned = {word for code in codes for word in re.findall(r"\w+", code) if word in settings}
        mentioned |= {name for item in classes for _, _, variants in item.variants for _, name in variants}
        homes = {name: str(settings[name]["module"]) for name in mentioned}
        imports = {Import(f".{home}", name) for name, home in homes.items() if home != module}
        imports |= {mixin for item in classes for mixin in (item.mixin, item.list_mixin) if mixin is not None}
        return tuple(sorted(imports, key=lambda item: (item.module, item.name)))

    def _class(self, name: str, schema: Schema, settings: Mapping[str, Any]) -> DocumentedClass:
        kind = str(settings["kind"])
        extra = bool(settings.get("extra", kind == "mapping"))
        style = "plain" if kind == "resource" and extra else STYLES[kind]
        update = kind == "update"
        members = tuple(self._update_members(schema, settings) if update else self._members(schema, settings, kind))
        return DocumentedClass(
            name=Name(name),
            style=style,
            base=Name(f"{self.prefix}{BASES[kind]}") if kind in BASES else Name(""),
            description=text(schema),
            module=Name(str(settings["module"])),
            pointer=f"/components/schemas/{escape(name)}",
            members=members,
            deferred=tuple(member for member in members if member.of_mappings),
            newer=tuple(self._member(schema, wire, settings) for wire in settings.get("keyword_only", ())),
            constants=tuple(Constant(Text(str(key)), Text(str(value))) for key, value in settings.get("constants", {}).items()),
            takes_extra=extra,
            bare=Text(str(settings["bare"])) if "bare" in settings else None,
            variants=tuple(
                (
                    Name(python_name(wire)),
                    Name(python_name(str(rule["by"]))),
                    tuple((Text(str(value)), Name(str(named))) for value, named in rule["classes"].items()),
                )
                for wire, rule in settings.get("variants", {}).items()
            ),
            list_name=Name(str(settings["list"])) if "list" in settings else None,
            patches=tuple(self._patches(schema)) if update else (),
            keys=tuple((Name(python_name(wire)), Text(wire)) for wire in ("id", "externalId") if wire in schema.get("properties", {})),
            omitted=tuple(Name(python_name(str(wire))) for wire in settings.get("omits", ())),
            values=tuple((Name(python_name(str(value)).upper()), Text(str(value))) for value in schema.get("enum", ()))
            if kind == "enumeration"
            else (),
            mixin=self.mixins.get(name),
            list_mixin=self.mixins.get(str(settings.get("list", ""))),
        )

    def _members(self, schema: Schema, settings: Mapping[str, Any], kind: str) -> Iterator[Member]:
        skipped = {*settings.get("keyword_only", ()), *settings.get("constants", {})}
        names = settings.get("constructor") or [wire for wire in schema.get("properties", {}) if wire not in skipped]
        for wire in names:
            yield self._client() if wire == self.client_name else self._member(schema, str(wire), settings)
        if settings.get("client", kind in ("resource", "filter")) and self.client_name not in names:
            yield self._client()

    def _update_members(self, schema: Schema, settings: Mapping[str, Any]) -> Iterator[Member]:
        required = {python_name(str(wire)) for wire in settings.get("required", ())}
        for wire in settings.get("constructor", ("id", "external_id")):
            name = python_name(str(wire))
            note = Text("Id given by the server." if name == "id" else "Id given by the project.")
            yield Member(Name(name), Text(str(wire)), Code("int" if name == "id" else "str"), name in required, (note,), False, None)

    def _client(self) -> Member:
        note = Text("The client that its methods call; set on resources that a client returns.")
        return Member(Name(self.client_name), Text(self.client_name), Code("Any"), False, (note,), False, None, is_client=True)

    def _member(self, schema: Schema, wire: str, settings: Mapping[str, Any]) -> Member:
        properties = schema.get("properties", {})
        if wire not in properties and isinstance(settings.get("create"), str):
            properties = self.components[settings["create"]].get("properties", {})
        definition: Schema = properties.get(wire, {})
        name = str(definition.get("x-name") or python_name(wire))
        resolved = flattened(resolve(definition, self.components), self.components)
        kind = self.type_of(definition)
        said = text(definition) or text(resolved)
        names = {str(other): python_name(str(other)) for other in schema.get("properties", {})}
        return Member(
            name=Name(name),
            wire=Text(wire if wire in properties else _camel(wire)),
            type=kind,
            required=wire in settings.get("required", ()),
            notes=tuple(note if "str" in kind else in_python(note, names) for note in (said, *details(said, resolved)) if note),
            renamed=wire in properties and _camel(name) != wire,
            kind=kind if self._names(kind) else None,
            of_mappings=kind.startswith("list[") and self.named().get(kind[5:-1], {}).get("kind") == "mapping",
        )

    def _names(self, code: Code) -> bool:
        settings = self.named()
        return any(word in settings for word in re.findall(r"\w+", code))

    def type_of(self, schema: Schema) -> Code:
        """The type of a value: documented classes by name, any other object as a dictionary."""
        if reference := schema.get("$ref"):
            name = str(reference).rsplit("/", 1)[-1]
            kind = self.named().get(name, {}).get("kind")
            if kind is not None and kind not in ("update", "enumeration"):
                return Code(name)
            return self.type_of(self.components[name])
        schema = flattened(schema, self.components)
        if options := schema.get("oneOf") or schema.get("anyOf"):
            return self._union([option for option in options if option.get("type") != "null"])
        kinds = schema.get("type", [])
        kinds = [kinds] if isinstance(kinds, str) else [kind for kind in kinds if kind != "null"]
        if len(kinds) != 1:
            return Code(" | ".join(_SCALARS[kind] for kind in kinds)) if kinds and all(kind in _SCALARS for kind in kinds) else Code("Any")
        if kinds[0] == "array":
            return Code(f"list[{self._element(schema.get('items', {}))}]")
        if kinds[0] == "object":
            value = schema.get("additionalProperties")
            if is_object(value) and value and not schema.get("properties"):
                return Code(f"dict[str, {self._element(value)}]")
            return Code("dict[str, Any]")
        return Code(_SCALARS.get(kinds[0], "Any"))

    def _element(self, schema: Schema) -> Code:
        """The type of what an array or a map holds."""
        inner = self.type_of(schema)
        return Code(f"{inner} | None") if nullable(schema, self.components) and inner != "Any" else inner

    def _union(self, options: list[Schema]) -> Code:
        types = list(dict.fromkeys(self.type_of(option) for option in options))
        objects = [code for code in types if code not in _SCALARS.values()]
        settings = self.named()
        if len(objects) > 1 and not all(settings.get(code, {}).get("constants") for code in objects):
            return objects[0] if len(set(objects)) == 1 else Code("dict[str, Any]") if set(objects) == {"dict[str, Any]"} else Code("Any")
        return Code("Any") if "Any" in types else Code(" | ".join(types))

    def _patches(self, schema: Schema) -> Iterator[PatchView]:
        changes = resolve(schema.get("properties", {}).get("update", {}), self.components)
        for wire, definition in flattened(changes, self.components).get("properties", {}).items():
            resolved = flattened(resolve(definition, self.components), self.components)
            operations = {name: inner for option in self._options(resolved) for name, inner in option.get("properties", {}).items()}
            yield self._patch(str(wire), definition, operations)

    def change_of(self, name: str, wire: str) -> Schema:
        """What a property of an update object may be set to."""
        changes = resolve(self.components[name].get("properties", {}).get("update", {}), self.components)
        definition = flattened(changes, self.components)["properties"][wire]
        options = self._options(flattened(resolve(definition, self.components), self.components))
        found: list[Schema] = [option["properties"]["set"] for option in options if "set" in option.get("properties", {})]
        return found[0] if found else {}

    def _options(self, schema: Schema) -> list[Schema]:
        options = schema.get("oneOf") or schema.get("anyOf") or [schema]
        return [flattened(resolve(option, self.components), self.components) for option in options]

    def _patch(self, wire: str, definition: Schema, operations: Mapping[str, Schema]) -> PatchView:
        value = operations.get("set") or operations.get("add") or {}
        code = self.type_of(value)
        growing = "add" in operations or "remove" in operations
        if "modify" in operations:
            form = "Columns"
        elif growing and code.startswith("dict["):
            form = "Map"
        elif growing:
            form = "Items" if "set" in operations else "Additions"
        else:
            form = "Scalar"
        null = "setNull" if "setNull" in operations else "null" if nullable(operations.get("set", {}), self.components) else None
        inner = code
        if form == "Map":
            inner = Code(code.removeprefix("dict[str, ").removesuffix("]"))
        elif form != "Scalar":
            inner = Code(code.removeprefix("list[").removesuffix("]"))
        settings = self.named().get(inner, {})
        shown = Code(f"{inner} | str") if "bare" in settings else Code(f"{inner} | dict[str, Any]") if settings else inner
        name = str(definition.get("x-name") or python_name(wire))
        members = self._members_of(operations.get("remove", {})) if form == "Columns" else ()
        return PatchView(
            Name(name),
            Text(wire),
            form,
            shown,
            code if self._names(code) else None,
            null,
            (text(definition),) if text(definition) else (),
            Text(members[0]) if len(members) == 1 else None,
        )

    def _members_of(self, array: Schema) -> tuple[str, ...]:
        """What the objects in an array are made of."""
        resolved = flattened(resolve(array, self.components), self.components)
        item = flattened(resolve(resolved.get("items", {}), self.components), self.components)
        return tuple(str(wire) for wire in item.get("properties", {}))


def _camel(name: str) -> str:
    head, *rest = name.split("_")
    return head + "".join(word[:1].upper() + word[1:] for word in rest)
