"""Checks each request against the document and gives its parameters and body their types.

The first contradiction raises `Invalid` with a precise message.
"""

from __future__ import annotations

import base64
import binascii
from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from urllib.parse import parse_qsl

from ..exchange import Call, Invalid
from ..schema.document import Document, Media, Operation
from ..schema.json_values import is_object
from .multipart import parse_multipart
from .parameters import coerce, json_of, parse_parameters


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
    parse_parameters(document, call, path_values)
    _body(document, operation, call)


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
    challenge = "Bearer"
    for need in needs:
        wanted = [document.schemas.resolve(schemes.get(name, {})) for name in need]
        lacking = [(text, scheme) for scheme in wanted if (text := _lacks(scheme, call))]
        if not lacking:
            return
        missing = missing or lacking[0][0]
        if any(_word(scheme) == "digest" for _, scheme in lacking):
            challenge = 'Digest realm="local", qop="auth", algorithm=SHA-256, nonce="local"'
    raise Invalid("security", f"authentication is missing: {missing}", status=401, headers={"www-authenticate": challenge})


def _word(scheme: Mapping[str, Any]) -> str:
    """The word that stands before credentials in the Authorization header."""
    return str(scheme.get("scheme", "bearer")).lower() if scheme.get("type") == "http" else "bearer"


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
    if kind == "mutualTLS":
        # Certificates are shown to whoever ends TLS, which is not this server.
        return ""
    wanted = _word(scheme)
    given, _, secret = call.headers.get("authorization", "").partition(" ")
    if given.lower() != wanted or not secret.strip():
        return f"no header Authorization with the scheme {wanted}"
    return "" if wanted != "basic" or _is_basic(secret) else "the Basic credentials are not base64 of id:secret"


def _is_basic(secret: str) -> bool:
    try:
        return b":" in base64.b64decode(secret, validate=True)
    except (binascii.Error, ValueError):
        return False


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
        return json_of(call.content, "body")
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
            files[part.name] = json_of(part.content, "body")
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
