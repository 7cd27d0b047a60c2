"""The bundled OpenAPI document, compiled: operations and the table that finds one for a request."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from .json_values import is_array, is_object
from .schemas import Check, Schema, Schemas

PLACEHOLDER = re.compile(r"\{([^{}]*)\}")
_OBJECT = frozenset({"object"})
METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace", "query")
_NO_METHODS = frozenset({"summary", "description", "servers", "parameters", *METHODS})


@dataclass(frozen=True)
class Parameter:
    """A path, query, header or cookie parameter, or a whole query string."""

    name: str
    where: str
    required: bool
    schema: Mapping[str, Any]
    types: frozenset[str]
    """The types that its schema allows; empty: any."""
    item_types: frozenset[str]
    """For an array: the types of its items."""
    check: Check
    explode: bool = True
    delimiter: str = ","
    deep: bool = False
    as_json: bool = False
    style: str = "form"
    allow_empty: bool = False

    @property
    def spread(self) -> bool:
        """Whether it is an object whose properties are query parameters of their own (style form, exploded)."""
        return self.where == "query" and self.explode and not self.as_json and self.types == _OBJECT


@dataclass(frozen=True)
class Media:
    """One media type of a request body or an answer."""

    type: str
    schema: Schema
    check: Check
    example: Any = None
    encoding: Mapping[str, Mapping[str, Any]] = field(default_factory=dict[str, Mapping[str, Any]])
    """How the fields of a form are written, where the document says it."""


@dataclass(eq=False)
class Operation:
    """One operation of the document."""

    id: str
    method: str
    template: str
    """The path template as the document has it."""
    segments: tuple[str | None, ...]
    """The literal segments of the path, None for a parameter; one with parameters in it (`{id}.json`) as it is written."""
    path_names: tuple[str, ...]
    """The names of the path parameters, in the order of the path."""
    parameters: tuple[Parameter, ...]
    body: Mapping[str, Media]
    body_required: bool
    status: int
    """The documented success status."""
    answers: tuple[Media, ...]
    """What a success may look like, in the document's order; empty: no body."""
    security: tuple[Mapping[str, Any], ...]
    raw: Mapping[str, Any]
    """The operation object itself, for extensions."""
    headers: Mapping[str, Mapping[str, Any]] = field(default_factory=dict[str, Mapping[str, Any]])
    """The header objects of a success, by name."""
    by_place: Mapping[str, Mapping[str, Parameter]] = field(default_factory=dict[str, Mapping[str, Parameter]])
    fixed: tuple[tuple[str, str], ...] = ()
    """The query parameters that the path itself holds."""
    base: str = ""
    """The path of its own server, where that is another than the document's."""
    alike: list[Operation] = field(default_factory=list["Operation"])
    """Operations of the same path shape and method that come later in the document."""

    def extension(self, name: str) -> Mapping[str, Any]:
        """The value of an `x-` member, or an empty mapping."""
        value = self.raw.get(name)
        return value if is_object(value) else {}


class _Node:
    """One step of the path table: literals beat segments with parameters in them, and these beat the parameter."""

    __slots__ = ("literals", "operations", "parameter", "patterns")

    def __init__(self) -> None:
        self.literals: dict[str, _Node] = {}
        self.patterns: dict[str, re.Pattern[str]] = {}
        self.parameter: _Node | None = None
        self.operations: dict[str, Operation] = {}

    def step(self, segment: str | None) -> _Node:
        if segment is None:
            self.parameter = self.parameter or _Node()
            return self.parameter
        if "{" in segment:
            pieces = PLACEHOLDER.split(segment)
            self.patterns[segment] = re.compile("(.+?)".join(map(re.escape, pieces[::2])), re.DOTALL)
        return self.literals.setdefault(segment, _Node())


@dataclass(frozen=True)
class Match:
    """What the path table says of a request's path."""

    operations: Mapping[str, Operation]
    """By method, upper case; empty: no such path."""
    values: tuple[str, ...] = ()
    """The decoded path parameters, in the order of the template."""


class Document:
    """A compiled OpenAPI document. Operations are compiled when they are first asked for."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        self.data = data
        self.schemas = Schemas(data)
        self.base_path = _base_path(data)
        """The path of the first server; every request's path starts with it."""
        self.operations: dict[str, Operation] = {}
        self._root, self._elsewhere = _Node(), _Node()
        for template, item in data.get("paths", {}).items():
            for method in (*METHODS, *(key for key in item if key not in _NO_METHODS and not key.startswith("x-"))):
                if method in item:
                    self._add(template, method, item)

    def find(self, raw_path: str) -> Match:
        """Match a request's path (still percent-encoded, the base path taken off): literal segments beat parameters, a final slash counts."""
        return _descend(self._root, _segments(raw_path), 0) or Match({})

    def find_elsewhere(self, raw_path: str) -> Match:
        """The same for operations with a server of their own; the path is the whole one."""
        return _descend(self._elsewhere, _segments(raw_path), 0) or Match({})

    def has(self, segments: Iterable[str | None], method: str) -> Operation | None:
        """The operation with exactly this path shape and method, if there is one."""
        node: _Node | None = self._root
        for segment in segments:
            node = None if node is None else node.parameter if segment is None else node.literals.get(segment)
        return node.operations.get(method) if node is not None else None

    def _add(self, template: str, method: str, item: Mapping[str, Any]) -> None:
        operation = self._operation(template, method, item)
        self.operations[operation.id] = operation
        node = self._root
        for segment in operation.segments:
            node = node.step(segment)
        _put(node, operation)
        if operation.base != self.base_path:
            node = self._elsewhere
            for segment in (*_segments(operation.base), *operation.segments):
                node = node.step(segment)
            _put(node, operation)

    def _operation(self, template: str, method: str, item: Mapping[str, Any]) -> Operation:
        raw: Mapping[str, Any] = item[method]
        path, _, query = re.sub(r"\{[?&][^{}]*\}", "", template.partition("#")[0]).partition("?")
        parts = _segments(path)
        parameters = self._parameters([*item.get("parameters", ()), *raw.get("parameters", ())])
        body = self.schemas.resolve(raw.get("requestBody", {}))
        status, success = self._success(raw.get("responses", {}))
        places = {at: {p.name: p for p in parameters if p.where == at} for at in ("path", "query", "querystring", "header", "cookie")}
        places["header"] = {name.lower(): parameter for name, parameter in places["header"].items()}
        return Operation(
            id=raw.get("operationId") or f"{method.upper()} {template}",
            method=method.upper() if method in METHODS else method,
            template=template,
            segments=tuple(None if PLACEHOLDER.fullmatch(part) else part for part in parts),
            path_names=tuple(PLACEHOLDER.findall(path)),
            parameters=parameters,
            body={media.type: media for media in self._media(body.get("content", {}), "request")},
            body_required=bool(body.get("required", False)),
            status=status,
            answers=self._media(success.get("content", {}), "response"),
            headers={name: self.schemas.resolve(header) for name, header in success.get("headers", {}).items()},
            security=tuple(raw.get("security", self.data.get("security", ()))),
            raw=raw,
            by_place=places,
            fixed=tuple(pair for pair in parse_qsl(query, keep_blank_values=True) if "{" not in pair[1] or pair[0] not in places["query"]),
            base=_base_path({"servers": raw.get("servers") or item.get("servers") or self.data.get("servers")}),
        )

    def _parameters(self, raws: list[Any]) -> tuple[Parameter, ...]:
        found: dict[tuple[str, str], Parameter] = {}
        for raw in map(self.schemas.resolve, raws):
            found[raw["name"], raw["in"]] = self._parameter(raw)
        return tuple(found.values())

    def _parameter(self, raw: Mapping[str, Any]) -> Parameter:
        media_type, content = next(iter(raw.get("content", {}).items()), ("", raw))
        as_json = re.search(r"[/+]json *(;|$)", media_type) is not None
        schema = self.schemas.resolve(content.get("schema", {}) if as_json or not media_type else {})  # else any text
        parts = [schema, *(self.schemas.resolve(part) for word in ("anyOf", "oneOf") for part in schema.get(word, ()))]
        items = [part["items"] for part in parts if is_object(part) and "items" in part]
        style = raw.get("style", "simple" if raw["in"] in {"path", "header"} else "form")
        return Parameter(
            name=raw["name"],
            where=raw["in"],
            required=bool(raw.get("required", False)),
            schema=schema,
            types=self.types(schema),
            item_types=frozenset[str]().union(*map(self.types, items)),
            check=self.schemas.check(schema),
            explode=bool(raw.get("explode", style in {"form", "cookie", "deepObject"})),
            delimiter={"spaceDelimited": " ", "pipeDelimited": "|"}.get(style, ","),
            deep=style == "deepObject",
            as_json=as_json,
            style=style,
            allow_empty=bool(raw.get("allowEmptyValue")) and raw["in"] == "query",
        )

    def types(self, written: Any) -> frozenset[str]:
        """The types that a schema allows, looked up through its alternatives; empty where it does not say."""
        schema = self.schemas.resolve(written)
        if not is_object(schema):
            return frozenset()
        named: Any = schema.get("type")
        if named is not None:
            return frozenset(named if is_array(named) else [named])
        parts = [part for word in ("allOf", "anyOf", "oneOf") for part in schema.get(word, ())]
        return frozenset[str]().union(*(self.types(part) for part in parts))

    def _media(self, content: Mapping[str, Any], direction: str) -> tuple[Media, ...]:
        media_types: list[Media] = []
        for media_type, media in content.items():
            listed = {"type": "array", "minItems": 1, "items": media["itemSchema"]} if "itemSchema" in media else True
            schema = media.get("schema", listed)
            check = self.schemas.check(schema, "response" if direction == "response" else "request")
            media_types.append(Media(media_type.lower(), schema, check, _example(self.schemas, media), media.get("encoding", {})))
        return tuple(media_types)

    def _success(self, responses: Mapping[str, Any]) -> tuple[int, Mapping[str, Any]]:
        """The first documented success: 2xx, else `default`, else 3xx; `2XX` and `default` count as 200."""
        for first in ("2", "default", "3"):
            for name in sorted(map(str, responses)):
                if name.startswith(first):
                    number = int(name) if name.isdigit() else 300 if first == "3" else 200
                    return number, self.schemas.resolve(responses[name])
        return 200, {}


def _example(schemas: Schemas, media: Mapping[str, Any]) -> Any:
    if "example" in media:
        return media["example"]
    for example in media.get("examples", {}).values():
        return schemas.resolve(example).get("value")
    return None


def _descend(node: _Node, segments: list[str], index: int) -> Match | None:
    if index == len(segments):
        return Match(node.operations) if node.operations else None
    segment = segments[index]
    below = node.literals.get(segment)
    if below is not None and (rest := _descend(below, segments, index + 1)) is not None:
        return rest
    for written, pattern in node.patterns.items():
        match = pattern.fullmatch(segment)
        if match and (rest := _descend(node.literals[written], segments, index + 1)) is not None:
            return Match(rest.operations, (*match.groups(), *rest.values))
    # An empty segment is never a parameter's value: `/items/` is not the item named "".
    if node.parameter is None or not segment:
        return None
    rest = _descend(node.parameter, segments, index + 1)
    return None if rest is None else Match(rest.operations, (segment, *rest.values))


def _segments(path: str) -> list[str]:
    """The decoded segments of a path."""
    return [unquote(segment) for segment in path.split("/")[1:]]


def _put(node: _Node, operation: Operation) -> None:
    first = node.operations.setdefault(operation.method, operation)
    if first is not operation and operation not in first.alike:
        first.alike.append(operation)


def _base_path(data: Mapping[str, Any]) -> str:
    servers: list[Mapping[str, Any]] = data.get("servers") or [{}]
    url: str = servers[0].get("url", "")
    variables: Mapping[str, Any] = servers[0].get("variables", {})
    for name, variable in variables.items():
        url = url.replace("{" + name + "}", str(variable.get("default", "")))
    return urlsplit(url).path.rstrip("/")
