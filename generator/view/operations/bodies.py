"""The request body of an operation → its argument, or the fields of a form as arguments, and the `Body(...)` of the runtime."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any

from ...load.json_types import essence, media_kind, table
from ...naming.names import python_name
from ..model.operations import Parameter
from ..model.parts import Code, Name, Text, Type
from ..schemas.basics import ANY, FORMATS, SCALARS, array, escape, mapping, optional, pascal
from ..schemas.facts import details
from ..schemas.merge import flattened, nullable
from ..schemas.schema import Schema, kinds_of, resolve, text
from ..schemas.types import Types
from . import declare

BYTES, TEXT = FORMATS["binary"], SCALARS["string"]
_VALUES = {"enum", "const", "oneOf", "anyOf", "properties"}


@dataclass(frozen=True)
class Located:
    """A request body or a response, references followed."""

    node: Mapping[str, Any]
    pointer: str
    hint: str
    """Names what stands inline in it."""

    @property
    def content(self) -> Mapping[str, Any]:
        """Media type → what stands under it."""
        found: Mapping[str, Any] = self.node.get("content", {})
        return found


@dataclass(frozen=True)
class Bodies:
    """Reads request bodies, and what stands under any media type."""

    types: Types
    default_name: str
    distinct: Callable[[str, str, set[str]], str]
    example: Callable[[Mapping[str, Any], Schema, str], str]

    def of(self, body: Located, operation: str, taken: set[str]) -> tuple[list[Parameter], Code | None, tuple[Text, ...]]:
        """The arguments, the declaration and the media types of a request body."""
        raw, content = body.node, body.content
        if not content:
            return [], None, ()
        media_types = tuple(Text(str(media_type)) for media_type in content)
        form = self._form(content)
        required, place = bool(raw.get("required")), f"{body.pointer}/content"
        if form is not None:
            parts = list(self._parts(content, form, place, operation, taken, required=required))
            return parts, declare.form(tuple(content), parts, self._encodings(content), required=required), media_types
        name = self.distinct(str(raw.get("x-codegen-request-body-name", self.default_name)), "body", taken)
        kinds = {
            # None for a body that may be left out stands for no body.
            media: optional(kind) if required and media_kind(media) == "json" and self._may_be_null(content[media]) else kind
            for media, kind in self.kinds(content, place, body.hint).items()
        }
        first = next((media for media in content if media_kind(media) in ("json", *declare.FORMS)), next(iter(content)))
        kind = kinds[first]
        arguments = Code(" | ".join(dict.fromkeys(kind.argument for kind in kinds.values())))
        models = tuple(dict.fromkeys(model for kind in kinds.values() for model in kind.models))
        merged = replace(kind, argument=arguments, models=models)
        schema = schema_of(content[first])
        resolved = self._flat(schema)
        description = Text(str(raw.get("description") or resolved.get("description") or "The body of the request."))
        if len({kind.code for media, kind in kinds.items() if media_kind(media) in ("json", *declare.FORMS)}) > 1:
            description = Text(
                f"{description.value.rstrip()} Its type, or `content_type` of `options`, decides between {' and '.join(content)}."
            )
        parameter = Parameter(
            name=Name(name),
            wire=Text(name),
            location="body",
            type=merged,
            required=required,
            description=description,
            details=details(description, resolved),
            example=Text(self.example(content[first], schema, name)),
            declaration=None,
        )
        files = dict.fromkeys(
            str(wire)
            for media in content
            if media_kind(media) == "multipart"
            for wire, part in self._properties(schema_of(content[media])).items()
            if self._is_file(part, content[media].get("encoding", {}).get(wire, {}))
        )
        return [parameter], declare.body(kinds, name, self._encodings(content), tuple(files), required=required), media_types

    def kinds(self, content: Mapping[str, Any], pointer: str, hint: str) -> dict[str, Type]:
        """Media type → type. Of equal schemas, the types are one."""
        kinds: dict[str, Type] = {}
        seen: list[tuple[Schema, Type]] = []
        for media_type, value in content.items():
            schema, family = schema_of(value), media_kind(media_type)
            if family == "lines" and "itemSchema" in value:
                place = f"{pointer}/{escape(media_type)}/itemSchema"
                kinds[media_type] = _lines(self.types.of(value["itemSchema"], place, f"{hint}Item"))
                continue
            known = next((kind for other, kind in seen if other == schema), None)
            if family in ("json", "any", *declare.FORMS) and known is not None:
                kinds[media_type] = known
                continue
            kinds[media_type] = self.kind(media_type, schema, f"{pointer}/{escape(media_type)}/schema", hint)
            if family in ("json", "any", *declare.FORMS):
                seen.append((schema, kinds[media_type]))
        return kinds

    def kind(self, media_type: str, schema: Schema, pointer: str, hint: str) -> Type:
        """The type of a body of a media type: what is not modelled is text or bytes."""
        family = media_kind(media_type)
        if family == "json":
            return self.types.of(schema, pointer, hint)
        resolved = self._flat(schema)
        if family in declare.FORMS:
            kind = self.types.of(schema, pointer, hint)
            return kind if kind.kind in ("object", "any") and kind is not ANY else mapping(ANY)
        if family == "lines":
            return _lines(self.item(schema, pointer, hint))
        if family == "bytes" or self._is_file(schema):
            return BYTES
        is_plain = essence(media_type) == "text/plain" and kinds_of(resolved) not in ([], ["string"])
        if family == "any" or is_plain:
            return self.types.of(schema, pointer, hint)
        return TEXT if kinds_of(resolved) == ["string"] else replace(TEXT, argument=Code("str | bytes"))

    def item(self, schema: Schema, pointer: str, hint: str) -> Type:
        """The type of one line, where a schema is that of each line or of the list of all."""
        resolved = self._flat(schema)
        if kinds_of(resolved) == ["array"]:
            return self.types.of(resolved.get("items", {}), f"{pointer}/items", f"{hint}Item")
        return ANY if kinds_of(resolved) == ["string"] else self.types.of(schema, pointer, hint)

    def _flat(self, schema: Schema) -> Schema:
        return flattened(resolve(schema, self.types.components), self.types.components)

    def _may_be_null(self, media_type: Mapping[str, Any]) -> bool:
        return nullable(schema_of(media_type), self.types.components)

    def _form(self, content: Mapping[str, Any]) -> str | None:
        """The form whose fields are the arguments: the first of the media types, where the others would carry the same fields."""
        first = next(iter(content))
        fields = self._properties(schema_of(content[first]))
        resolved = self._flat(schema_of(content[first]))
        if (
            media_kind(first) not in declare.FORMS
            or "properties" not in resolved
            or resolved.get("additionalProperties", False) is not False
        ):
            return None
        others = (
            media_kind(media) in ("json", *declare.FORMS) and self._properties(schema_of(value)).keys() == fields.keys()
            for media, value in content.items()
        )
        return first if all(others) else None

    def _properties(self, schema: Schema) -> dict[str, Schema]:
        """The fields of a form, and of each of its alternatives."""
        resolved = self._flat(schema)
        found: dict[str, Schema] = dict(resolved.get("properties", {}))
        for option in (*resolved.get("oneOf", ()), *resolved.get("anyOf", ())):
            for wire, part in self._properties(option).items():
                found.setdefault(wire, part)
        return found

    def _parts(
        self, content: Mapping[str, Any], media_type: str, pointer: str, operation: str, taken: set[str], *, required: bool
    ) -> Iterator[Parameter]:
        schema = schema_of(content[media_type])
        needed: set[str] = set(self._flat(schema).get("required", ())) if required else set()
        for wire, part in self._properties(schema).items():
            name = self.distinct(str(wire), "body", taken)
            kind = self.types.of(
                part, f"{pointer}/{escape(media_type)}/schema/properties/{escape(wire)}", f"{pascal(operation)}{pascal(name)}"
            )
            encoding = content[media_type].get("encoding", {}).get(wire, {})
            if media_kind(media_type) == "multipart" and kind.kind in ("string", "any") and self._is_file(part, encoding):
                kind = BYTES
            resolved = resolve(part, self.types.components)
            yield Parameter(
                Name(name),
                Text(str(wire)),
                "part",
                kind,
                wire in needed,
                text(resolved),
                details(text(resolved), resolved),
                Text(self.example({}, part, str(wire))),
                None,
            )

    def _is_file(self, schema: Schema, encoding: Mapping[str, Any] = MappingProxyType({})) -> bool:
        """Whether a value is bytes, or a list of such. `encoding`: of a field in a form."""
        resolved = self._flat(schema)
        if kinds_of(resolved) == ["array"]:
            resolved = self._flat(resolved.get("items", {}))
        media_type = str(resolved.get("contentMediaType") or encoding.get("contentType", "text/plain")).partition(",")[0]
        is_raw = "contentEncoding" not in resolved and media_kind(media_type) == "bytes" and not _VALUES & resolved.keys()
        return kinds_of(resolved) in ([], ["string"]) and (is_raw or resolved.get("format") == "binary")

    def _encodings(self, content: Mapping[str, Any]) -> dict[str, Code]:
        """Field → the `Encoding(...)` of the runtime, where a form says how a field is written."""
        found: dict[str, Code] = {}
        for media_type, value in content.items():
            properties = self._properties(schema_of(value))
            is_multipart = media_kind(media_type) == "multipart"
            for wire, encoding in value.get("encoding", {}).items() if media_kind(media_type) in declare.FORMS else ():
                schema = properties.get(wire, {})
                kind = self.types.of(schema, f"/encoding/{escape(wire)}", pascal(python_name(str(wire))))
                headers = self._constants(encoding.get("headers", {}))
                kind = BYTES if is_multipart and self._is_file(schema, encoding) else kind
                code = declare.encoding(str(wire), kind, encoding, headers, is_multipart=is_multipart)
                if code is not None:
                    found.setdefault(str(wire), code)
        return found

    def _constants(self, headers: Mapping[str, Any]) -> Iterable[tuple[str, str]]:
        """The headers of a part that have one value only."""
        for name, header in headers.items():
            schema = self._flat(schema_of(header))
            values = [schema["const"]] if "const" in schema else schema.get("enum", [])
            if len(values) == 1:
                yield str(name), str(values[0])


def _lines(item: Type) -> Type:
    return replace(array(item), argument=Code(f"Iterable[{item.argument}] | FileInput"))


def schema_of(content: Mapping[str, Any]) -> Schema:
    """The schema below a media type; one that says nothing where there is none."""
    return table(content.get("schema"))
