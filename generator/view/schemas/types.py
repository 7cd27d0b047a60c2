"""Schemas → Python types, models, maps and enumerations."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace

from ...load.problems import Problems
from ...naming.names import python_name
from ..model.models import Enumeration, Field, MapModel, Model, UnionModel
from ..model.parts import Code, Name, Text, Type
from .facts import details, in_python
from .fields import camel, distinct
from .names import Names
from .schema import Schema, flattened, is_map, kinds_of, nullable, resolve, takes_null, text, wrapped
from .unions import tags

SCALARS = {
    "string": Type(Code("str"), Code("str"), Code("str"), kind="string"),
    "integer": Type(Code("int"), Code("int"), Code("int"), kind="integer"),
    # A float alone would lose digits of whole numbers.
    "number": Type(Code("float | int"), Code("float"), Code("float"), kind="number"),
    "boolean": Type(Code("bool"), Code("bool"), Code("bool"), kind="boolean"),
}
FORMATS = {
    "date-time": Type(Code("datetime"), Code("datetime | str"), Code("datetime"), kind="date-time"),
    "date": Type(Code("date"), Code("date | str"), Code("date"), kind="date"),
    "binary": Type(Code("bytes"), Code("FileInput"), Code("file"), kind="binary"),
}
ANY = Type(Code("Any"), Code("Any"), Code("object"), kind="any", free_form=True)
_JSON_SHAPES = {"string": "text", "date": "text", "date-time": "text", "array": "array", "object": "object"}


def pascal(name: str) -> str:
    return "".join(word[:1].upper() + word[1:] for word in name.split("_"))


@dataclass
class Types:
    """All types of one document. Models are found by walking what the operations mention, plus every component schema."""

    components: Mapping[str, Schema]
    problems: Problems
    reserved: Collection[str] = ()
    """Names of the package that no class may take."""
    models: dict[str, Model] = field(default_factory=dict[str, Model])
    maps: dict[str, MapModel] = field(default_factory=dict[str, MapModel])
    enumerations: dict[str, Enumeration] = field(default_factory=dict[str, Enumeration])
    unions: dict[str, UnionModel] = field(default_factory=dict[str, UnionModel])
    documented: dict[str, str] = field(default_factory=dict[str, str])
    """Documented classes (`x-class`) and their modules of `data_classes`."""
    uses: dict[str, set[str]] = field(default_factory=dict[str, set[str]])
    """Name → names that it mentions."""
    _underway: set[str] = field(default_factory=set[str])
    _inline: dict[int, str] = field(default_factory=dict[int, str])
    """Schemas whose inline class is under way, by identity: inside themselves, they are that class."""

    def __post_init__(self) -> None:
        self._names = Names(self.components, self.reserved)

    def all_components(self) -> None:
        """Types for every component schema, whether an operation mentions it or not: documented models exist."""
        for name in self.components:
            self.of({"$ref": f"#/components/schemas/{name}"}, f"/components/schemas/{name}", name)

    def of(self, schema: Schema, pointer: str, hint: str) -> Type:
        """The type of a schema; `hint` names an inline object or enumeration."""
        schema = wrapped(schema)
        if reference := schema.get("$ref"):
            return self._component(str(reference))
        if id(schema) in self._inline:
            return self._named(self._inline[id(schema)])
        return self._of_inline(schema, pointer, hint)

    def _of_inline(self, schema: Schema, pointer: str, hint: str) -> Type:
        whole = schema
        schema = flattened(schema, self.components)
        if options := schema.get("oneOf") or schema.get("anyOf"):
            options = [option for option in options if option.get("type") != "null"]
            if "discriminator" in schema and len(options) > 1:
                return self._tagged(schema, options, pointer, hint)
            return self._union(options, pointer, hint)
        if "enum" in schema or "const" in schema:
            return self._enumeration(schema, pointer, hint)
        return self._plain(schema, pointer, hint, whole)

    def _plain(self, schema: Schema, pointer: str, hint: str, whole: Schema | None = None) -> Type:
        kinds = [kind for kind in kinds_of(schema) if kind != "null"]
        if len(kinds) > 1:
            return self._union([{**schema, "type": kind} for kind in kinds], pointer, hint)
        kind = kinds[0] if kinds else "object" if "properties" in schema else ""
        if kind == "string":
            return FORMATS.get(str(schema.get("format", "")), SCALARS["string"])
        if kind in SCALARS:
            return SCALARS[kind]
        if kind == "array":
            return array(self._element(schema.get("items", {}), f"{pointer}/items", f"{hint}Item"))
        if kind == "object":
            return self._object(schema, pointer, hint, whole or schema)
        return ANY

    def _object(self, schema: Schema, pointer: str, hint: str, whole: Schema) -> Type:
        if schema.get("properties"):
            name = self._names.of(hint, pointer)
            self._inline[id(whole)] = name
            try:
                return self._model(schema, pointer, name)
            finally:
                del self._inline[id(whole)]
        value = schema.get("additionalProperties", True)
        return mapping(self._element(value, f"{pointer}/additionalProperties", f"{hint}Value"))

    def _element(self, schema: Schema | bool, pointer: str, hint: str) -> Type:
        """The type of what an array or a map holds."""
        if isinstance(schema, bool):
            return ANY
        kind = self.of(schema, pointer, hint)
        return optional(kind) if nullable(schema, self.components) else kind

    def _component(self, reference: str) -> Type:
        key = reference.removeprefix("#/components/schemas/").replace("~1", "/").replace("~0", "~")
        schema, place = self.components[key], f"/components/schemas/{key}"
        name = self._names.of(key, place)
        if "x-class" in schema:
            return self._documented(schema, place, key)
        merged = flattened(schema, self.components)
        if key in self._underway:
            # Only a class can be named inside itself; of anything else that holds itself, the inner one is any value.
            return self._named(name) if merged.get("properties") or "discriminator" in merged else ANY
        self._underway.add(key)
        try:
            return self._map(merged, place, name) if is_map(merged) else self.of(schema, place, name)
        finally:
            self._underway.discard(key)

    def _documented(self, schema: Schema, pointer: str, name: str) -> Type:
        """A class of `data_classes`. Update objects write themselves; enumerations are text."""
        settings = schema["x-class"]
        if settings["kind"] in ("update", "enumeration"):
            return ANY if settings["kind"] == "update" else SCALARS["string"]
        self.documented[name] = str(settings["module"])
        return Type(Code(name), Code(f"{name} | Mapping[str, Any]"), Code(name), (Name(name),), "object")

    def _map(self, schema: Schema, pointer: str, name: str) -> Type:
        value = schema.get("additionalProperties", True)
        item = self._element(value, f"{pointer}/additionalProperties", f"{name}Value")
        result = mapping(item)
        if name not in self.maps:
            self.maps[name] = MapModel(Name(name), text(schema), item.code, Name(""), pointer)
            self.uses[name] = set(item.models)
        return Type(result.code, result.argument, Code(name), (*item.models, Name(name)), "object", free_form=True)

    def _model(self, schema: Schema, pointer: str, name: str) -> Type:
        if name in self.models:
            return self._named(name)
        if schema.get("additionalProperties") not in (None, False):
            self._error(
                pointer,
                f"{name} has both named properties and additionalProperties, which would be lost when read",
                "declare the properties, or make it a free-form map",
            )
        required = set(schema.get("required", ()))
        fields = distinct(
            tuple(
                self._field(
                    str(wire), definition, python_name(str(wire)), str(wire) in required, f"{pointer}/properties/{escape(wire)}", name
                )
                for wire, definition in schema["properties"].items()
            )
        )
        known = {item.wire.value: str(item.name) for item in fields}
        self.models[name] = Model(
            name=Name(name),
            description=in_python(text(schema), known),
            fields=tuple(item if is_text(item.type) else replace(item, description=in_python(item.description, known)) for item in fields),
            module=Name(""),
            camel=any(item.renamed for item in fields) and all(camel(item.name) == item.wire.value for item in fields),
            pointer=pointer,
            secrets=tuple(item.name for item in fields if item.secret),
            write_only=tuple(item.name for item in fields if item.write_only and item.required),
            params=Name(self._names.params(name)),
        )
        self.uses[name] = {model for item in fields for model in item.type.models}
        return self._named(name)

    def _field(self, wire: str, schema: Schema, name: str, required: bool, pointer: str, owner: str) -> Field:
        kind = self.of(schema, pointer, f"{owner}{pascal(name)}")
        resolved = flattened(resolve(schema, self.components), self.components)
        description = text(schema) or text(resolved)
        return Field(
            name=Name(name),
            wire=Text(wire),
            type=kind,
            required=required,
            nullable=takes_null(schema, self.components),
            read_only=bool(resolved.get("readOnly")),
            write_only=bool(resolved.get("writeOnly")),
            secret=bool(resolved.get("writeOnly")) or resolved.get("format") == "password",
            description=description,
            details=details(description, resolved),
            renamed=name != wire,
        )

    def _enumeration(self, schema: Schema, pointer: str, hint: str) -> Type:
        values = [value for value in schema.get("enum", [schema.get("const")]) if value is not None]
        if not values or not all(isinstance(value, str) for value in values):
            return self._plain({key: value for key, value in schema.items() if key not in {"enum", "const"}} or {}, pointer, hint)
        name = self._names.of(hint, pointer)
        if name not in self.enumerations:
            self.enumerations[name] = Enumeration(Name(name), text(schema), tuple(Text(value) for value in values), Name(""), pointer)
            self.uses[name] = set()
        return Type(Code(name), Code(name), Code("str"), (Name(name),), "string")

    def _union(self, options: list[Schema], pointer: str, hint: str) -> Type:
        types = [
            self.of(option, f"{pointer}/oneOf/{number}", f"{hint}{number + 1}" if len(options) > 1 else hint)
            for number, option in enumerate(options)
        ]
        if len(types) == 1:
            return types[0]
        if any(item.kind == "any" for item in types):
            return ANY
        shapes = [_JSON_SHAPES.get(item.kind, item.kind) for item in types]
        models = tuple(dict.fromkeys(name for item in types for name in item.models))
        documented = Code(" | ".join(dict.fromkeys(item.document for item in types)))
        argument = Code(" | ".join(dict.fromkeys(item.argument for item in types)))
        if len(set(shapes)) < len(shapes) and len({item.code for item in types}) > 1:
            return Type(Code("Any"), argument, documented, models, "any", free_form=True)
        return Type(Code(" | ".join(dict.fromkeys(item.code for item in types))), argument, documented, models, "any")

    def _tagged(self, schema: Schema, options: list[Schema], pointer: str, hint: str) -> Type:
        """A union whose members a property tells apart."""
        types = [self.of(option, f"{pointer}/oneOf/{number}", f"{hint}{number + 1}") for number, option in enumerate(options)]
        name = self._names.of(hint, pointer)
        argument = Code(" | ".join(dict.fromkeys(item.argument for item in types)))
        if name not in self.unions:
            names = [str(item.code) for item in types]
            members = tuple(Name(name) for name in dict.fromkeys(names))
            self.unions[name] = UnionModel(
                Name(name),
                text(schema),
                members,
                *tags(schema["discriminator"], options, names, self.components),
                Name(""),
                pointer,
                Name(self._names.params(name)),
                argument,
            )
            self.uses[name] = {str(model) for item in types for model in item.models}
        return Type(Code(name), argument, Code(name), (Name(name), *self.unions[name].members), "object")

    def params(self) -> dict[str, Model | UnionModel]:
        """What has a `TypedDict`, by the name of that."""
        return {str(model.params): model for model in self.models.values()} | {str(union.params): union for union in self.unions.values()}

    def _named(self, name: str) -> Type:
        """A model; as an argument, a dictionary of its wire names will do."""
        return Type(Code(name), Code(f"{name} | {self._names.params(name)}"), Code(name), (Name(name),), "object")

    def _error(self, pointer: str, message: str, hint: str) -> None:
        self.problems.error(message, hint=hint, pointer=pointer)


def is_text(kind: Type) -> bool:
    return kind.kind == "string" or (kind.item is not None and is_text(kind.item))


def optional(kind: Type) -> Type:
    """The type, or None."""
    if kind.code == ANY.code:
        return kind
    return replace(kind, code=Code(f"{kind.code} | None"), argument=Code(f"{kind.argument} | None"))


def array(item: Type) -> Type:
    return Type(
        Code(f"list[{item.code}]"),
        Code(f"Sequence[{item.argument}]"),
        Code(f"list[{item.document}]"),
        item.models,
        "array",
        item.free_form,
        item,
    )


def mapping(value: Type) -> Type:
    code, argument = f"dict[str, {value.code}]", f"Mapping[str, {value.argument}]"
    return Type(Code(code), Code(argument), Code(f"dict[str, {value.document}]"), value.models, "object", value.free_form)


def escape(key: object) -> str:
    return str(key).replace("~", "~0").replace("/", "~1")
