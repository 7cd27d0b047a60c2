"""Swagger 2.0 → OpenAPI 3.0, in memory. Every part keeps its position in the file."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final
from urllib.parse import unquote

from ...load.json_types import is_array, is_container, is_object
from ...load.pointers import join, split
from ..context import METHODS, Context, Steps, items, table

_REFERENCE: Final = re.compile(r"#/(definitions|parameters|responses)/([^/]+)(/.*)?\Z")
_SECTIONS: Final = {
    "definitions": "schemas",
    "parameters": "parameters",
    "responses": "responses",
    "securityDefinitions": "securitySchemes",
}
_DATA: Final = ("example", "examples", "default", "enum")
_NAMES: Final = ("properties", "definitions", "schemas", "parameters", "responses", "headers", "paths", "patternProperties")
_OUTSIDE: Final = (
    "name",
    "in",
    "required",
    "description",
    "allowEmptyValue",
    "deprecated",
    "schema",
    "collectionFormat",
    "style",
    "explode",
)
"""What stands at a parameter itself; everything else is said of its schema."""
_FLOWS: Final = {"implicit": "implicit", "password": "password", "application": "clientCredentials", "accessCode": "authorizationCode"}
_STYLES: Final = {"ssv": "spaceDelimited", "pipes": "pipeDelimited"}
_MULTIPART, _URLENCODED, _JSON = "multipart/form-data", "application/x-www-form-urlencoded", "application/json"


def convert(context: Context) -> None:
    """Make OpenAPI 3.0 of a Swagger 2.0 document; any other stays as it is."""
    if str(context.data.get("swagger")) != "2.0" or "openapi" in context.data:
        return
    context.sloppy("swagger", "/swagger", "this is a Swagger 2.0 document", "it is converted to OpenAPI 3.0 in memory")
    _Converter(context).run()


class _Converter:
    def __init__(self, context: Context) -> None:
        self.context = context
        self.data = context.document.data
        self.places = context.document.places
        self.consumes = items(self.data.get("consumes"))
        self.produces = items(self.data.get("produces"))
        self.shared = table(self.data.get("parameters"))

    def run(self) -> None:
        data = self.data
        for path, item in table(data.get("paths")).items():
            if path.startswith("/") and is_object(item):
                self.item(join("/paths", path), item)
        for name, response in table(data.get("responses")).items():
            self.response(response, self.produces, join("/responses", name))
        for name, parameter in self.shared.items():
            if table(parameter).get("in") not in ("body", "formData"):
                self.parameter(parameter, join("/parameters", name))
        for scheme in table(data.get("securityDefinitions")).values():
            self.scheme(scheme)
        self.places.hold(data)
        servers = self.servers(data)
        for name in [name for name, parameter in self.shared.items() if table(parameter).get("in") in ("body", "formData")]:
            self.places.hold(self.shared)
            del self.shared[name]
        components = {new: data.pop(old) for old, new in _SECTIONS.items() if is_object(data.get(old))}
        for key in ("swagger", "host", "basePath", "schemes", "consumes", "produces", *_SECTIONS):
            data.pop(key, None)
        data["openapi"] = "3.0.3"
        if servers:
            data["servers"] = servers
        data["components"] = components
        self.rewrite(data)

    def servers(self, holder: Mapping[str, Any]) -> list[dict[str, Any]]:
        """Where the schemes of the document or of an operation lead; https first."""
        host, base = self.data.get("host"), str(self.data.get("basePath") or "")
        if not host:
            return [{"url": base}] if base else []
        schemes = [scheme for scheme in items(holder.get("schemes")) if scheme in ("http", "https")] or ["https"]
        return [{"url": f"{scheme}://{host}{base}".rstrip("/")} for scheme in sorted(schemes, reverse=True)]

    def item(self, pointer: str, item: dict[str, Any]) -> None:
        """A path. Bodies that it declares for all its operations are handed on to them."""
        shared = [self.resolved(parameter) for parameter in items(item.get("parameters"))]
        bodies = [parameter for parameter in shared if parameter.get("in") in ("body", "formData")]
        self.parameters(item, join(pointer, "parameters"))
        for method in METHODS:
            operation = item.get(method)
            if is_object(operation):
                self.operation(join(pointer, method), operation, bodies)

    def operation(self, pointer: str, operation: dict[str, Any], bodies: list[Mapping[str, Any]]) -> None:
        own = [self.resolved(parameter) for parameter in items(operation.get("parameters"))]
        found = [parameter for parameter in own if parameter.get("in") in ("body", "formData")]
        known = {parameter.get("name") for parameter in found}
        found += [parameter for parameter in bodies if parameter.get("name") not in known]
        self.places.hold(operation)
        self.parameters(operation, join(pointer, "parameters"))
        consumes = operation.pop("consumes", None)
        produces = operation.pop("produces", None)
        if found:
            operation["requestBody"] = self.body(found, items(consumes) if consumes is not None else self.consumes)
        for status, response in table(operation.get("responses")).items():
            self.response(response, items(produces) if produces is not None else self.produces, join(pointer, "responses", status))
        if "schemes" in operation:
            servers = self.servers(operation)
            if servers and servers[0] not in self.servers(self.data):
                operation["servers"] = servers
            del operation["schemes"]

    def resolved(self, parameter: Any) -> Mapping[str, Any]:
        reference = table(parameter).get("$ref")
        match = _REFERENCE.match(reference) if isinstance(reference, str) else None
        if match and match[1] == "parameters":
            return table(self.shared.get(split(f"/{unquote(match[2])}")[0]))
        return table(parameter)

    def parameters(self, holder: dict[str, Any], pointer: str) -> None:
        """Turn the parameters of a path or an operation; bodies and forms are taken out."""
        kept: list[Any] = []
        for index, parameter in enumerate(items(holder.get("parameters"))):
            if self.resolved(parameter).get("in") in ("body", "formData"):
                continue
            self.places.put(kept, len(kept), self.places.at(join(pointer, index)))
            kept.append(parameter)
            self.parameter(parameter, join(pointer, index))
        if "parameters" in holder:
            holder["parameters"] = kept

    def parameter(self, parameter: Any, pointer: str) -> None:
        """Type and bounds go into a schema, the collection format into a style."""
        if not is_object(parameter) or "$ref" in parameter or "schema" in parameter:
            return
        self.places.hold(parameter)
        schema = self.schema_of(parameter)
        if "array" in (schema.get("type"), *items(schema.get("type"))):
            style = self.style(parameter, pointer)
            if parameter.get("in") == "query":
                parameter |= style
        parameter.pop("collectionFormat", None)
        parameter["schema"] = schema

    def schema_of(self, parameter: dict[str, Any]) -> dict[str, Any]:
        """What a parameter, header or field of a form says of its type, taken out of it."""
        keys = [key for key in parameter if key not in _OUTSIDE and (not key.startswith("x-") or key == "x-nullable")]
        return {key: parameter.pop(key) for key in keys}

    def style(self, parameter: Mapping[str, Any], pointer: str) -> dict[str, Any]:
        found = str(parameter.get("collectionFormat") or table(parameter.get("items")).get("collectionFormat") or "csv")
        if found == "multi":
            return {"explode": True}
        if found == "tsv":
            hint = "it is sent with commas: no other version of OpenAPI has tabs"
            self.context.sloppy("tsv", pointer, f"the collectionFormat of {parameter.get('name')!r} is tsv", hint)
        return {"style": _STYLES[found], "explode": False} if found in _STYLES else {"explode": False}

    def body(self, parameters: list[Mapping[str, Any]], consumes: list[Any]) -> dict[str, Any]:
        """A body, or the fields of a form."""
        whole = next((parameter for parameter in parameters if parameter.get("in") == "body"), None)
        if whole is not None:
            schema = whole.get("schema", {})
            body = {key: whole[key] for key in ("description", "required") if key in whole}
            body["content"] = {str(media): {"schema": schema} for media in consumes or [_JSON]}
            if whole.get("name"):
                body["x-codegen-request-body-name"] = whole["name"]
            return body
        properties: dict[str, Any] = {}
        encoding: dict[str, Any] = {}
        for parameter in map(dict, parameters):
            style = self.style(parameter, "")
            name = str(parameter.get("name"))
            schema = self.schema_of(parameter)
            if "description" in parameter:
                schema["description"] = parameter["description"]
            properties[name] = schema
            if schema.get("type") == "array" and not style["explode"]:
                encoding[name] = style
        files = any(schema.get("type") == "file" for schema in properties.values())
        media = _MULTIPART if files or (_MULTIPART in consumes and _URLENCODED not in consumes) else _URLENCODED
        required = [str(parameter.get("name")) for parameter in parameters if parameter.get("required")]
        content: dict[str, Any] = {"schema": {"type": "object", "properties": properties, **({"required": required} if required else {})}}
        if encoding and media == _URLENCODED:
            content["encoding"] = encoding
        return {"content": {media: content}, **({"required": True} if required else {})}

    def response(self, response: Any, produces: list[Any], pointer: str) -> None:
        """The schema goes into the media types, so do the examples; headers get schemas."""
        if not is_object(response) or "$ref" in response:
            return
        self.places.hold(response)
        schema, examples = response.pop("schema", None), table(response.pop("examples", None))
        if schema is not None:
            media_types = [str(media) for media in produces] or list(examples) or [_JSON]
            if table(schema).get("type") == "file" and media_types == [_JSON]:
                media_types = ["application/octet-stream"]
            response["content"] = {
                media: {"schema": schema, **({"example": examples[media]} if media in examples else {})} for media in media_types
            }
        elif examples:
            response["content"] = {str(media): {"schema": {}, "example": example} for media, example in examples.items()}
        for name, header in table(response.get("headers")).items():
            if is_object(header) and "schema" not in header and "$ref" not in header:
                self.parameter(header, join(pointer, "headers", name))

    def scheme(self, scheme: Any) -> None:
        if not is_object(scheme):
            return
        self.places.hold(scheme)
        if scheme.get("type") == "basic":
            scheme |= {"type": "http", "scheme": "basic"}
        elif scheme.get("type") == "oauth2":
            flow = {key: scheme.pop(key) for key in ("authorizationUrl", "tokenUrl", "scopes") if key in scheme}
            flow.setdefault("scopes", {})
            scheme["flows"] = {_FLOWS.get(str(scheme.pop("flow", "implicit")), "implicit"): flow}

    def rewrite(self, data: dict[str, Any]) -> None:
        """References, and the words of schemas that are others in OpenAPI 3."""
        for node in mappings(data):
            reference = node.get("$ref")
            if isinstance(reference, str) and (match := _REFERENCE.match(reference)):
                node["$ref"] = f"#/components/{_SECTIONS[match[1]]}/{match[2]}{match[3] or ''}"
            if isinstance(node.get("discriminator"), str):
                node["discriminator"] = {"propertyName": node["discriminator"]}
            if node.get("type") == "file":
                node |= {"type": "string", "format": "binary"}
            if node.get("x-nullable") is True:
                node["nullable"] = True
            if isinstance(node.get("type"), str) and "collectionFormat" in node:
                self.places.hold(node)
                del node["collectionFormat"]


def mappings(data: Any) -> Iterator[dict[str, Any]]:
    """Every mapping that says something, each once; values that are data, and extensions, are not looked into."""
    seen: set[int] = set()
    stack: list[tuple[Any, bool]] = [(data, False)]
    while stack:
        node, named = stack.pop()
        if id(node) in seen:
            continue
        seen.add(id(node))
        if is_object(node):
            if not named:
                yield node
            stack += [
                (value, key in _NAMES and not named)
                for key, value in node.items()
                if is_container(value) and (named or not (key in _DATA or key.startswith("x-")))
            ]
        elif is_array(node):
            stack += [(value, False) for value in node if is_container(value)]


SHAPES: Final[Steps] = (("openapi", convert),)
