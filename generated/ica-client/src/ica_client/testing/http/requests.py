"""Checks each request against the document and gives its parameters and body their types.

The first contradiction raises `Invalid` with a precise message.
"""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import parse_qsl

import msgspec

from ..exchange import Call, Invalid
from ..schema.document import Document, Operation, Parameter
from ..schema.json_values import is_object
from .bodies import coerce, json_of, parse_body

_INTEGER = re.compile(r"-?\d{1,400}")
_NUMBER = re.compile(r"-?\d+(\.\d+)?([eE][+-]?\d+)?")
_STRING = frozenset({"string"})
_decode = msgspec.json.Decoder(strict=True).decode


def validate(document: Document, call: Call, path_values: Sequence[str], *, secured: bool = True) -> None:
    """Fill in the typed parameters and the body of a call.

    Args:
        path_values: the decoded path parameters, in the order of the template.
        secured: whether the documented credentials must be there.

    Raises:
        Invalid: the request contradicts the document.
    """
    operation = call.operation
    if secured:
        _security(document, call)
    _path(operation, call, path_values)
    _query(document, operation, call)
    _headers(operation, call)
    parse_body(document, call)


def _security(document: Document, call: Call) -> None:
    needs = call.operation.security
    if not needs:
        return
    schemes = document.data.get("components", {}).get("securitySchemes", {})
    missing = ""
    for need in needs:
        lacking = [text for name in need if (text := _lacks(document.schemas.resolve(schemes.get(name, {})), call))]
        if not lacking:
            return
        missing = missing or lacking[0]
    raise Invalid("security", f"authentication is missing: {missing}", status=401, headers={"www-authenticate": "Bearer"})


def _lacks(scheme: Mapping[str, Any], call: Call) -> str:
    """What a security scheme misses in a request; empty when nothing."""
    kind = scheme.get("type")
    if kind == "apiKey":
        name, where = scheme.get("name", ""), scheme.get("in")
        if where == "header":
            return "" if call.headers.get(name.lower()) else f"no header {name}"
        if where == "query":
            return "" if dict(parse_qsl(call.query_string)).get(name) else f"no query parameter {name}"
        return "" if f"{name}=" in call.headers.get("cookie", "") else f"no cookie {name}"
    wanted = scheme.get("scheme", "bearer").lower() if kind == "http" else "bearer"
    given, _, secret = call.headers.get("authorization", "").partition(" ")
    if given.lower() != wanted or not secret.strip():
        return f"no header Authorization with the scheme {wanted}"
    return "" if wanted != "basic" or _is_basic(secret) else "the Basic credentials are not base64 of id:secret"


def _is_basic(secret: str) -> bool:
    try:
        return b":" in base64.b64decode(secret, validate=True)
    except (binascii.Error, ValueError):
        return False


def _path(operation: Operation, call: Call, values: Sequence[str]) -> None:
    known = operation.by_place["path"]
    for name, text in zip(operation.path_names, values, strict=True):
        parameter = known.get(name)
        if parameter is None:
            call.path[name] = text
        else:
            call.path[name] = _checked(parameter, _joined(parameter, text))


def _query(document: Document, operation: Operation, call: Call) -> None:
    known = operation.by_place["query"]
    given: dict[str, list[str]] = {}
    for name, text in parse_qsl(call.query_string, keep_blank_values=True):
        given.setdefault(name, []).append(text)
    for parameter in known.values():
        if parameter.deep or parameter.spread:
            _spread(parameter, given, call)
        elif (texts := given.pop(parameter.name, None)) is not None:
            call.query[parameter.name] = _checked(parameter, _from_query(parameter, texts))
        elif parameter.required:
            raise Invalid("query", f"the required query parameter {parameter.name!r} is missing")
    unknown = [name for name in given if not _is_key(document, name)]
    if unknown:
        allowed = ", ".join(known) or "none"
        raise Invalid("query", f"unknown query parameter {unknown[0]!r} (documented: {allowed})")


def _is_key(document: Document, name: str) -> bool:
    schemes = document.data.get("components", {}).get("securitySchemes", {})
    return any(is_object(scheme) and scheme.get("in") == "query" and scheme.get("name") == name for scheme in schemes.values())


def _spread(parameter: Parameter, given: dict[str, list[str]], call: Call) -> None:
    """An object that is spread over several query parameters: `name[key]=value`, or each property under its own name."""
    properties: Mapping[str, Any] = parameter.schema.get("properties", {})
    if parameter.deep:
        prefix = parameter.name + "["
        names = {name: name[len(prefix) : -1] for name in given if name.startswith(prefix) and name.endswith("]")}
    else:
        names = {name: name for name in given if name in properties}
    found = {key: given.pop(name)[0] for name, key in names.items()}
    if found:
        typed = {key: coerce(text, _named_types(properties.get(key))) for key, text in found.items()}
        call.query[parameter.name] = _checked(parameter, typed)
    elif parameter.required:
        raise Invalid("query", f"the required query parameter {parameter.name!r} is missing (an object: {', '.join(properties)})")


def _named_types(schema: Any) -> frozenset[str]:
    named: Any = schema.get("type") if is_object(schema) else None
    return frozenset() if named is None else frozenset([named] if isinstance(named, str) else named)


def _from_query(parameter: Parameter, texts: list[str]) -> Any:
    if "array" in parameter.types and parameter.explode:
        return [coerce(text, parameter.item_types) for text in texts]
    if len(texts) > 1:
        raise Invalid("query", f"the query parameter {parameter.name!r} is given {len(texts)} times")
    return _joined(parameter, texts[0])


def _joined(parameter: Parameter, text: str) -> Any:
    if parameter.as_json:
        return json_of(text.encode(), f"{parameter.where} parameter {parameter.name!r}")
    if "array" in parameter.types:
        return [coerce(one, parameter.item_types) for one in text.split(parameter.delimiter)] if text else []
    return coerce(text, parameter.types)


def _checked(parameter: Parameter, value: Any) -> Any:
    if (flaw := parameter.check(value)) is not None:
        raise Invalid(parameter.where, f"the {parameter.where} parameter {parameter.name!r} {flaw}")
    return value


def _headers(operation: Operation, call: Call) -> None:
    for lower, parameter in operation.by_place["header"].items():
        # OpenAPI: header parameters of these names are ignored; content types and security say it elsewhere.
        if lower in {"accept", "content-type", "authorization"}:
            continue
        text = call.headers.get(lower)
        if text is not None:
            call.header[parameter.name] = _checked(parameter, _joined(parameter, text.strip()))
        elif parameter.required:
            raise Invalid("header", f"the required header {parameter.name!r} is missing")
