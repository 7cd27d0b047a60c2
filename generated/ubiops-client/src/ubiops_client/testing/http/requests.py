"""Checks each request against the document and gives its parameters and body their types.

The first contradiction raises `Invalid` with a precise message.
"""

from __future__ import annotations

import base64
import binascii
import math
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from urllib.parse import parse_qsl

import msgspec

from ..exchange import Call, Invalid
from ..schema.document import Document, Media, Operation, Parameter
from ..schema.json_values import is_object
from .multipart import parse_multipart

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
    _body(document, operation, call)


def coerce(text: str, types: frozenset[str]) -> Any:
    """The value that a text on the wire stands for, by the types that its schema allows; the text itself where none fits."""
    if not types or types == _STRING:
        return text
    if "integer" in types and _INTEGER.fullmatch(text):
        return int(text)
    if "number" in types and _NUMBER.fullmatch(text) and math.isfinite(float(text)):
        return float(text)
    if "boolean" in types and text in {"true", "false"}:
        return text == "true"
    if "null" in types and text in {"", "null"}:
        return None
    if "object" in types and text.startswith("{"):
        return _json(text.encode(), "query")
    return text


def media_type_of(content_type: str) -> str:
    """A content type without its parameters, in lower case."""
    return content_type.partition(";")[0].strip().lower()


def is_json(media_type: str) -> bool:
    """Whether a media type is JSON or built on it."""
    kind = media_type_of(media_type)
    return kind == "application/json" or kind.endswith("+json")


def pick(offered: Iterable[Media], wanted: str) -> Media | None:
    """The documented media type that a content type is, exactly, without parameters, or through a documented wildcard."""
    plain = media_type_of(wanted)
    full = wanted.replace(" ", "").lower()
    best: Media | None = None
    for media in offered:
        if media.type.replace(" ", "") == full:
            return media
        if media_type_of(media.type) == plain or media.type in {"*/*", plain.partition("/")[0] + "/*"}:
            best = best or media
    return best


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
        return _json(text.encode(), f"{parameter.where} parameter {parameter.name!r}")
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


def _body(document: Document, operation: Operation, call: Call) -> None:
    content_type = call.headers.get("content-type", "")
    if not operation.body:
        if call.content:
            raise Invalid("body", f"{operation.id} takes no body, {len(call.content)} bytes came")
        return
    # No bytes can be a body only where no bytes are a value: the empty text, the empty form.
    if not call.content and not content_type.startswith(("text/", "multipart/")):
        if operation.body_required:
            raise Invalid("body", "the required body is missing")
        return
    media = pick(operation.body.values(), content_type)
    if media is None:
        given = media_type_of(content_type) or "no content type"
        raise Invalid("body", f"the content type must be {' or '.join(operation.body)}, is {given}", status=415)
    call.media_type = media_type_of(content_type)
    call.body = _parsed(document, call, media, content_type)
    if not isinstance(call.body, bytes) and (flaw := media.check(call.body)) is not None:
        raise Invalid("body", f"the body does not fit its schema: {flaw}")


def _parsed(document: Document, call: Call, media: Media, content_type: str) -> Any:
    if is_json(call.media_type):
        return _json(call.content, "body")
    if call.media_type == "multipart/form-data":
        return _multipart(document, call, media, content_type)
    if call.media_type == "application/x-www-form-urlencoded":
        pairs = parse_qsl(call.content.decode("utf-8", "replace"), keep_blank_values=True)
        return _form(document, media, pairs)
    schema = document.schemas.resolve(media.schema)
    if call.media_type.startswith("text/") and not (is_object(schema) and schema.get("format") == "binary"):
        return _text(call.content)
    return call.content


def _text(content: bytes) -> str:
    try:
        return content.decode()
    except UnicodeDecodeError as error:
        raise Invalid("body", f"the body is not UTF-8: {error}") from error


def _json(content: bytes, where: str) -> Any:
    try:
        return _decode(content)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise Invalid(where.partition(" ")[0], f"the {where} is not JSON: {error}") from error


def _multipart(document: Document, call: Call, media: Media, content_type: str) -> dict[str, Any]:
    try:
        parts = parse_multipart(content_type, call.content)
    except ValueError as error:
        raise Invalid("body", str(error)) from error
    form: list[tuple[str, str]] = []
    files: dict[str, Any] = {}
    for part in parts:
        call.parts[part.name] = part
        if part.filename is not None:
            # A file satisfies a string of format binary; its bytes are in `call.parts`.
            files[part.name] = ""
        elif is_json(part.media_type or ""):
            files[part.name] = _json(part.content, "body")
        else:
            form.append((part.name, part.content.decode("utf-8", "replace")))
    return {**_form(document, media, form), **files}


def _form(document: Document, media: Media, pairs: list[tuple[str, str]]) -> dict[str, Any]:
    schema = document.schemas.resolve(media.schema)
    properties: Mapping[str, Any] = schema.get("properties", {}) if is_object(schema) else {}
    form: dict[str, Any] = {}
    for name, text in pairs:
        if properties and name not in properties:
            raise Invalid("body", f"unknown form field {name!r} (documented: {', '.join(properties)})")
        types = document.types(properties.get(name, {}))
        if "array" in types:
            items = document.schemas.resolve(properties[name]).get("items", {})
            form.setdefault(name, []).append(coerce(text, document.types(items)))
        else:
            form[name] = coerce(text, types)
    return form
