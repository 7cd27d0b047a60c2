"""The path, query, header and cookie parameters of a request: taken apart by their styles, given their types, checked against their schemas."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any
from urllib.parse import parse_qsl, unquote

from ..exchange import Call, Invalid
from ..schema.document import Document, Operation, Parameter
from ..schema.json_values import is_array, is_object
from .bodies import coerce, json_of

_NOTHING: Any = {}
"""A schema that is not said."""
_KEYS = re.compile(r"\[([^\[\]]*)\]")


def parse_parameters(document: Document, call: Call, path_values: Sequence[str]) -> None:
    """Fill in the typed parameters of a call. `path_values`: decoded, in the order of the template.

    Raises:
        Invalid: one of them is missing, unknown, or does not fit its schema.
    """
    operation = call.operation
    _path(document, operation, call, path_values)
    _query(document, operation, call)
    _headers(document, operation, call)
    _cookies(document, operation, call)


def _path(document: Document, operation: Operation, call: Call, values: Sequence[str]) -> None:
    known = operation.by_place["path"]
    for name, text in zip(operation.path_names, values, strict=True):
        parameter = known.get(name)
        call.path[name] = text if parameter is None else _checked(parameter, _of_segment(document, parameter, text))


def _query(document: Document, operation: Operation, call: Call) -> None:
    parameter = next(iter(operation.by_place["querystring"].values()), None)
    if parameter is not None:  # the only one, and there is none in the query beside it
        if text := unquote(call.query_string):
            call.query[parameter.name] = _checked(parameter, _joined(document, parameter, text, ","))
        elif parameter.required:
            raise Invalid("query", f"the required query string {parameter.name!r} is missing")
        return
    known = operation.by_place["query"]
    remaining: dict[str, list[str]] = {}
    for name, text in parse_qsl(call.query_string, keep_blank_values=True):
        remaining.setdefault(name, []).append(text)
    for name, text in operation.fixed:
        values = remaining.pop(name, []) if name not in known else remaining.get(name, [])
        if text not in values and "{" not in text:
            raise Invalid("route", f"the path of {operation.id} says {name}={text}", status=404)
    for parameter in known.values():
        if parameter.deep and parameter.name not in remaining:
            _deep(document, parameter, remaining, call)
        elif parameter.spread:
            _spread(document, parameter, remaining, call)
        elif (texts := remaining.pop(parameter.name, None)) is not None:
            empty = parameter.allow_empty and texts == [""]
            call.query[parameter.name] = "" if empty else _checked(parameter, _from_query(document, parameter, texts))
        elif parameter.required:
            raise Invalid("query", f"the required query parameter {parameter.name!r} is missing")
    unknown = [name for name in remaining if not _is_key(document, name)]
    if unknown:
        allowed = ", ".join(known) or "none"
        raise Invalid("query", f"unknown query parameter {unknown[0]!r} (documented: {allowed})")


def _is_key(document: Document, name: str) -> bool:
    schemes = document.data.get("components", {}).get("securitySchemes", {})
    return any(is_object(scheme) and scheme.get("in") == "query" and scheme.get("name") == name for scheme in schemes.values())


def _spread(document: Document, parameter: Parameter, remaining: dict[str, list[str]], call: Call) -> None:
    """An object whose properties are query parameters of their own."""
    properties = _names(document, parameter)
    members = {name: remaining.pop(name) for name in list(remaining) if name in properties}
    if members:
        pairs = ((name, texts if len(texts) > 1 else texts[0]) for name, texts in members.items())
        call.query[parameter.name] = _checked(parameter, _typed(document, parameter, pairs))
    elif parameter.required:
        raise Invalid("query", f"the required query parameter {parameter.name!r} is missing (an object: {', '.join(properties)})")


def _deep(document: Document, parameter: Parameter, remaining: dict[str, list[str]], call: Call) -> None:
    """An object as `name[key]=value`, `name[key][inner]=value`; an array as `name[]=value`."""
    names = [name for name in remaining if name.startswith(f"{parameter.name}[") and name.endswith("]")]
    tree: dict[str, Any] = {}
    for name in names:
        node: Any = tree
        *way, last = _KEYS.findall(name[len(parameter.name) :])
        for key in way:
            node = node.setdefault(key, {})
        texts = remaining.pop(name)
        node[last] = texts if len(texts) > 1 or not last else texts[0]
    if tree:
        call.query[parameter.name] = _checked(parameter, _as(document, parameter.schema, tree))
    elif parameter.required:
        raise Invalid("query", f"the required query parameter {parameter.name!r} is missing")


def _as(document: Document, schema: Any, value: Any) -> Any:
    """Texts of a tree as the types that its schema names."""
    if is_object(value) and list(value) == [""]:
        inner: Any = value[""]
        return _as(document, schema, inner)
    if is_object(value) and "array" in document.types(schema):
        return [_as(document, _member(document, schema, "items"), inner) for inner in value.values()]
    if is_object(value):
        return {key: _as(document, _property(document, schema, key), inner) for key, inner in value.items()}
    types = document.types(schema)
    if is_array(value) or "array" in types:
        items = document.types(_member(document, schema, "items"))
        return [coerce(str(text), items) for text in (value if is_array(value) else [value])]
    return coerce(str(value), types)


def _property(document: Document, schema: Any, name: str) -> Any:
    """The schema of a property, looked up through alternatives; empty where none is said."""
    return next((properties[name] for properties in _members(document, schema, "properties") if name in properties), _NOTHING)


def _member(document: Document, schema: Any, word: str) -> Any:
    return next(_members(document, schema, word), _NOTHING)


def _members(document: Document, schema: Any, word: str) -> Iterator[Any]:
    schema = document.schemas.resolve(schema)
    if is_object(schema):
        if word in schema:
            yield schema[word]
        for part in (part for key in ("allOf", "anyOf", "oneOf") for part in schema.get(key, ())):
            yield from _members(document, part, word)


def _from_query(document: Document, parameter: Parameter, texts: list[str]) -> Any:
    if "array" in parameter.types and parameter.explode and not parameter.as_json:
        return [coerce(text, parameter.item_types) for text in texts]
    if len(texts) > 1:
        raise Invalid("query", f"the query parameter {parameter.name!r} is given {len(texts)} times")
    return _joined(document, parameter, texts[0], parameter.delimiter)


def _of_segment(document: Document, parameter: Parameter, text: str) -> Any:
    """A path parameter of style simple, label or matrix."""
    separator = ","
    if parameter.style == "label":
        if not text.startswith("."):
            raise Invalid("path", f"the path parameter {parameter.name!r} does not start with a dot (style label)")
        text, separator = text[1:], "." if parameter.explode else ","
    elif parameter.style == "matrix":
        if not text.startswith(";"):
            raise Invalid("path", f"the path parameter {parameter.name!r} does not start with a semicolon (style matrix)")
        text = text[1:]
        if parameter.explode and "object" in parameter.types and not parameter.as_json:
            separator = ";"
        elif parameter.explode and "array" in parameter.types and not parameter.as_json:
            return [coerce(one.partition("=")[2], parameter.item_types) for one in text.split(";")]
        else:
            text = text.partition("=")[2]
    return _joined(document, parameter, text, separator)


def _joined(document: Document, parameter: Parameter, text: str, separator: str) -> Any:
    if parameter.as_json:
        return json_of(text.encode(), f"{parameter.where} parameter {parameter.name!r}")
    if "array" in parameter.types:
        return [coerce(one, parameter.item_types) for one in text.split(separator)] if text else []
    if parameter.types and parameter.types <= {"object", "null"} and not text.startswith("{"):
        parts = text.split(separator)
        exploded = ((name, value) for name, _, value in (one.partition("=") for one in parts))
        return _typed(document, parameter, exploded if parameter.explode else zip(parts[::2], parts[1::2], strict=False))
    return coerce(text, parameter.types)


def _typed(document: Document, parameter: Parameter, pairs: Iterable[tuple[str, str | list[str]]]) -> dict[str, Any]:
    return {key: _as(document, _property(document, parameter.schema, key), text) for key, text in pairs}


def _names(document: Document, parameter: Parameter) -> list[str]:
    return [name for properties in _members(document, parameter.schema, "properties") for name in properties]


def _checked(parameter: Parameter, value: Any) -> Any:
    if (flaw := parameter.check(value)) is not None:
        raise Invalid(parameter.where, f"the {parameter.where} parameter {parameter.name!r} {flaw}")
    return value


def _headers(document: Document, operation: Operation, call: Call) -> None:
    for lower, parameter in operation.by_place["header"].items():
        # OpenAPI: header parameters of these names are ignored; content types and security say it elsewhere.
        if lower in {"accept", "content-type", "authorization"}:
            continue
        text = call.headers.get(lower)
        if text is not None:
            call.header[parameter.name] = _checked(parameter, _joined(document, parameter, text.strip(), ","))
        elif parameter.required:
            raise Invalid("header", f"the required header {parameter.name!r} is missing")


def _cookies(document: Document, operation: Operation, call: Call) -> None:
    cookies: dict[str, list[str]] = {}
    for parameter in operation.by_place["cookie"].values():
        if not cookies:
            # Style form joins several values with `&`, as in a query; style cookie has a cookie for each.
            for pair in re.split("[;&]", call.headers.get("cookie", "")):
                name, _, text = pair.strip().partition("=")
                cookies.setdefault(name, []).append(text)
        decode = unquote if parameter.style != "cookie" else str
        if "object" in parameter.types and parameter.explode and not parameter.as_json:
            if members := {name: decode(cookies[name][0]) for name in _names(document, parameter) if name in cookies}:
                _checked(parameter, _typed(document, parameter, members.items()))
                continue
        elif parameter.name in cookies:
            _checked(parameter, _from_query(document, parameter, [decode(text) for text in cookies[parameter.name]]))
            continue
        if parameter.required:
            raise Invalid("cookie", f"the required cookie {parameter.name!r} is missing")
