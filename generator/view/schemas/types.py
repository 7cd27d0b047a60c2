"""Schemas → Python types, models, maps, unions and enumerations."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from msgspec.structs import replace

from ...load.json_types import is_object, table
from ...load.problems import Problems
from ...naming.names import python_name
from ..model.models import Enumeration, Field, MapModel, Model, UnionModel
from ..model.parts import Code, Name, Text, Type
from .basics import ANY, FORMATS, SCALARS, array, escape, is_text, mapping, optional, pascal
from .facts import conditions, details, in_python
from .fields import camel, distinct, has_odd_name
from .inheritance import Inheritance
from .merge import alternatives, flattened, items_of, nullable, others, sole, takes_null, without_values
from .names import Names
from .schema import Components, KnownComponents, Schema, is_map, is_null, key_of, kinds_of, resolve, schema_of, text, with_siblings
from .unions import NO_TAGS, Member, Tags, implied, joined, key_of_option, leaves, tags, told_by_shape

_DEEPEST: Final = 40
"""Components that are read inside of each other; what lies deeper is named, and read in its own turn."""


@dataclass
class Types:
    """All types of one document. Models are found by walking what the operations mention, plus every component schema."""

    components: Components
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
    recursive: set[str] = field(default_factory=set[str])
    """Components that were met inside themselves, and are no classes."""
    _inline: dict[int, tuple[Schema, str]] = field(default_factory=dict[int, tuple[Schema, str]])
    """Schemas that have an inline class, by identity: inside themselves, and wherever else they stand, they are that class."""

    def __post_init__(self) -> None:
        self.components = KnownComponents(self.components)
        self.names = Names(self.components, self.reserved)
        self._inheritance = Inheritance(self.components)

    def all_components(self, some: Collection[str] | None = None) -> None:
        """Types for every component schema, or `some` of them, whether an operation mentions it or not: documented models exist."""
        for name in self.components:
            if some is None or name in some:
                self._component(name)

    def of(self, value: Schema | bool, pointer: str, hint: str) -> Type:
        """The type of a schema; `hint` names an inline object or enumeration."""
        schema = with_siblings(sole(schema_of(value), self.components))
        if reference := schema.get("$ref"):
            return self._referred(key_of(reference))
        if id(schema) in self._inline:
            return self._named(self._inline[id(schema)][1])
        return self._of_inline(schema, pointer, hint)

    def _of_inline(self, schema: Schema, pointer: str, hint: str) -> Type:
        whole = schema
        schema = flattened(schema, self.components)
        if options := alternatives(schema):
            return self._union(options, schema, pointer, hint)
        if "enum" in schema or "const" in schema:
            return self._enumeration(schema, pointer, hint)
        return self._plain(schema, pointer, hint, whole)

    def _plain(self, schema: Schema, pointer: str, hint: str, whole: Schema) -> Type:
        kinds = [kind for kind in kinds_of(schema) if kind != "null"]
        if len(kinds) > 1:
            return self._union([{**schema, "type": kind} for kind in kinds], {}, pointer, hint)
        kind = kinds[0] if kinds else "object" if "properties" in schema else ""
        if kind == "string":
            return FORMATS.get(str(schema.get("format", "")), SCALARS["string"])
        if kind in SCALARS:
            return SCALARS[kind]
        if kind == "array":
            return array(self._element(items_of(schema), f"{pointer}/items", f"{hint}Item"))
        if kind == "object":
            return self._object(schema, pointer, hint, whole)
        return ANY

    def _object(self, schema: Schema, pointer: str, hint: str, whole: Schema) -> Type:
        if schema.get("properties"):
            name = self.names.of(hint, pointer)
            self._inline[id(whole)] = (whole, name)
            return self._model(schema, pointer, name)
        return mapping(self._element(others(schema), f"{pointer}/additionalProperties", f"{hint}Value"))

    def _element(self, schema: Schema | bool | None, pointer: str, hint: str) -> Type:
        """The type of what an array or a map holds."""
        if schema is None or isinstance(schema, bool):
            return ANY
        kind = self.of(schema, pointer, hint)
        return optional(kind) if nullable(schema, self.components) else kind

    def _referred(self, key: str) -> Type:
        """The type of a reference to a component: one that others are made of stands for these as well, where a property tells them apart."""
        discriminator = self._inheritance.discriminator(key)
        return self._component(key) if discriminator is None else self._family(key, discriminator)

    def _family(self, key: str, discriminator: Mapping[str, Any]) -> Type:
        """A component and all that are made of it."""
        place = f"/components/schemas/{escape(key)}"
        name = self.names.of(f"Any{self.names.of(key, place)}", f"{place}/discriminator")
        if name not in self.uses:
            self.uses[name] = set()
            keys = self._inheritance.family(key)
            kinds = [self._component(member) for member in keys]
            members = [(member, self.components[member], str(kind.code)) for member, kind in zip(keys, kinds, strict=True) if kind.is_class]
            said = tags(discriminator, members, self.components)
            self._alias(name, kinds, said, self.components[key], f"{place}/discriminator", default=kinds[0])
        params = self.names.params(name)
        return Type(Code(name), Code(f"{name} | {params}"), Code(name), (Name(name),), "object", is_alias=True)

    def _component(self, key: str) -> Type:
        schema, place = schema_of(self.components[key]), f"/components/schemas/{escape(key)}"
        name = self.names.of(key, f"/components/schemas/{key}")
        if "x-class" in schema:
            return self._documented(schema, place, key)
        merged = flattened(schema, self.components)
        is_class = bool(merged.get("properties")) and not alternatives(merged)
        if is_class and (key in self._underway or len(self._underway) >= _DEEPEST):
            other = "" if self._inheritance.is_told_apart(key) else sole(schema, self.components).get("$ref")
            if other:
                return self._referred(key_of(other))
            return self._named(name, is_open=bool(others(merged)))
        if key in self._underway:
            self.recursive.add(key)
            return Type(Code(name), Code(self.names.params(name)), Code(name), (Name(name),), is_alias=True)
        self._underway.add(key)
        try:
            if is_map(merged):
                kind = self._map(merged, key, place, name)
            else:
                # One that is made of a single other is that other, but for the heirs that a property tells apart.
                kind = self._of_inline(schema, place, name) if self._inheritance.is_told_apart(key) else self.of(schema, place, name)
        finally:
            self._underway.discard(key)
        if key not in self.recursive or name in self.unions or kind.code in (name, ANY.code):
            return kind
        return self._alias(name, leaves([kind]), NO_TAGS, schema, place)

    def _documented(self, schema: Schema, pointer: str, name: str) -> Type:
        """A class of `data_classes`. Update objects write themselves; enumerations are text."""
        settings = schema["x-class"]
        if settings["kind"] in ("update", "enumeration"):
            return ANY if settings["kind"] == "update" else SCALARS["string"]
        self.documented[name] = str(settings["module"])
        return Type(Code(name), Code(f"{name} | Mapping[str, Any]"), Code(name), (Name(name),), "object")

    def _map(self, schema: Schema, key: str, pointer: str, name: str) -> Type:
        item = self._element(others(schema), f"{pointer}/additionalProperties", f"{name}Value")
        result = mapping(item)
        if key in self.recursive:
            return result
        if name not in self.maps:
            # Read when the class is made, which may be before that of its values.
            value = Code(f'"{item.code}"') if item.models else item.code
            self.maps[name] = MapModel(Name(name), text(schema), value, Name(""), pointer)
            self.uses[name] = set(item.models)
        return Type(result.code, result.argument, Code(name), (*item.models, Name(name)), "object", free_form=True)

    def _model(self, schema: Schema, pointer: str, name: str) -> Type:
        if name in self.models:
            return self._named(name)
        required = set(schema.get("required", ()))
        fields = distinct(
            tuple(
                self._field(
                    str(wire),
                    schema_of(definition),
                    python_name(str(wire)),
                    str(wire) in required,
                    f"{pointer}/properties/{escape(wire)}",
                    name,
                )
                for wire, definition in schema["properties"].items()
                if not has_odd_name(str(wire))
            )
        )
        rest = others(schema)
        more = self._element(rest, f"{pointer}/additionalProperties", f"{name}Value") if is_object(rest) else ANY
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
            params=Name(self.names.params(name)),
            conditions=Text(said) if (said := conditions(schema)) else None,
            others=more.code if rest or any(map(has_odd_name, map(str, schema["properties"]))) else None,
        )
        self.uses[name] = {str(model) for kind in (*(item.type for item in fields), more) for model in kind.models}
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
        given = [schema["const"]] if "const" in schema else schema["enum"]
        values = list({(type(value), value): value for value in given if isinstance(value, (str, int))}.values())
        kinds = [kind for kind, known in (("str", str), ("int", int), ("bool", bool)) if any(type(value) is known for value in values)]
        is_listed = len(values) == len([value for value in given if value is not None]) and "number" not in kinds_of(schema)
        if not values or not is_listed or kinds == ["bool"]:
            bare = without_values(schema, given)
            return self._plain(bare, pointer, hint, bare)
        name, code = self.names.of(hint, pointer), Code(" | ".join(kinds))
        if name not in self.enumerations:
            listed = tuple(Text(value) if isinstance(value, str) else value for value in values)
            self.enumerations[name] = Enumeration(Name(name), text(schema), listed, code, Name(""), pointer)
            self.uses[name] = set()
        return Type(Code(name), Code(name), code, (Name(name),), {"str": "string", "int": "integer"}.get(code, "any"))

    def _union(self, options: Sequence[Schema], schema: Schema, pointer: str, hint: str) -> Type:
        options = [option for option in options if not is_null(option)]
        hints = [hint if len(options) == 1 else f"{hint}{key_of_option(option) if 'allOf' in option else ''}" for option in options]
        types = [
            self.of(option, f"{pointer}/oneOf/{number}", own if own != hint or len(options) == 1 else f"{hint}{number + 1}")
            for number, (option, own) in enumerate(zip(options, hints, strict=True))
        ]
        members = leaves(types)
        if not members or any(item.code == ANY.code for item in members):
            return ANY
        if len(members) == 1:
            return types[0]
        classes: list[Member] = [
            (key_of_option(option), option, str(kind.code))
            for option, kind in zip(options, types, strict=True)
            if kind.is_class or kind.is_alias
        ]
        discriminator = schema.get("discriminator")
        said = (
            tags(discriminator, classes, self.components)
            if is_object(discriminator)
            else implied(classes, self.components)
            if classes
            else NO_TAGS
        )
        if not said.classes and told_by_shape(members):
            return joined(members)
        if any(item.code in self.documented for item in members):
            # These classes take any object: reading cannot tell them apart.
            return replace(joined(members), code=ANY.code, free_form=True)
        fallback = key_of(str(table(discriminator).get("defaultMapping", "")))
        default = next((kind for option, kind in zip(options, types, strict=True) if fallback and key_of_option(option) == fallback), None)
        return self._alias(self.names.of(hint, pointer), members, said, schema, pointer, default)

    def _alias(self, name: str, members: Sequence[Type], said: Tags, schema: Schema, pointer: str, default: Type | None = None) -> Type:
        """A union that has a name, since readers of JSON need to be told about it, or a type that holds itself."""
        whole = joined(members)
        if name not in self.unions:
            codes, params = tuple(member.code for member in members), Name(self.names.params(name))
            fallback = default.code if default else None
            made = UnionModel(
                Name(name), text(schema), codes, said.property, said.classes, Name(""), pointer, params, whole.argument, fallback
            )
            self.unions[name] = made
            self.uses[name] = {str(model) for model in whole.models if model != name}
        kind = "object" if all(item.kind == "object" for item in members) else "any"
        return Type(Code(name), whole.argument, Code(name), tuple(dict.fromkeys((Name(name), *whole.models))), kind, is_alias=True)

    def _named(self, name: str, *, is_open: bool = False) -> Type:
        """A model; as an argument, a dictionary of its wire names will do, and any other where it takes properties of any name."""
        is_open = is_open or (name in self.models and self.models[name].others is not None)
        argument = Code(f"{name} | {self.names.params(name)}{' | Mapping[str, Any]' if is_open else ''}")
        return Type(Code(name), argument, Code(name), (Name(name),), "object", is_class=True)
