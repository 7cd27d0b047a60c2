"""Bodies of requests, read as their media type and compared with their schema."""

from __future__ import annotations

import codecs
import math
import re
from collections.abc import Iterable, Mapping
from email.message import Message
from fnmatch import fnmatchcase
from typing import Any
from urllib.parse import unquote_plus

import msgspec

from ..exchange import Call, Invalid
from ..schema.document import Document, Media
from ..schema.json_values import is_array, is_object
from .multipart import parse_multipart

_INTEGER = re.compile(r"-?\d{1,400}")
_NUMBER = re.compile(r"-?\d+(\.\d+)?([eE][+-]?\d+)?")
_STRING = frozenset({"string"})
_LINES = re.compile(r"application/(x-)?(ndjson|jsonl|jsonlines|json-lines|json-seq|stream\+json|json-stream)")
_KEY = re.compile(r"\[([^\]]*)\]")
_decode = msgspec.json.Decoder(strict=True).decode


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
        return json_of(text.encode(), "query")
    return text


def json_of(content: bytes, where: str) -> Any:
    """A JSON value. Raises Invalid."""
    try:
        return _decode(content)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise Invalid(where.partition(" ")[0], f"the {where} is not JSON: {error}") from error


def media_type_of(content_type: str) -> str:
    """A content type without its parameters, in lower case."""
    return content_type.partition(";")[0].strip().lower()


def is_lines(media_type: str) -> bool:
    """Whether a media type is JSON, one value after the other."""
    return _LINES.fullmatch(media_type_of(media_type)) is not None


def is_json(media_type: str) -> bool:
    """Whether a media type is JSON or built on it."""
    return media_type_of(media_type).endswith(("/json", "+json")) and not is_lines(media_type)


def is_text(media_type: str) -> bool:
    """Whether a media type is text of some kind."""
    kind = media_type_of(media_type)
    return kind.startswith("text/") or kind.endswith(("xml", "yaml", "javascript", "graphql"))


def pick(offered: Iterable[Media], wanted: str) -> Media | None:
    """The documented media type that a content type is, exactly, without parameters, or through a documented range."""
    plain = media_type_of(wanted)
    full = wanted.replace(" ", "").lower()
    best: Media | None = None
    for media in offered:
        if media.type.replace(" ", "") == full:
            return media
        if _covers(media_type_of(media.type), plain):
            best = best or media
    return best


def _covers(documented: str, media_type: str) -> bool:
    """`application/*+json` stands for `application/json` as well."""
    return fnmatchcase(media_type, documented) or (documented.endswith("/*+json") and media_type == documented.replace("*+", ""))


def parse_body(document: Document, call: Call) -> None:
    """Fill in the body of a call, its media type and its parts. Raises Invalid."""
    operation, content_type = call.operation, call.headers.get("content-type", "")
    if not operation.body:
        if call.content:
            raise Invalid("body", f"{operation.id} takes no body, {len(call.content)} bytes came")
        return
    # No bytes can be a body only where no bytes are a value: the empty text, the empty form.
    if not call.content and not content_type.startswith(("text/", "multipart/", "application/x-www-form-urlencoded")):
        if operation.body_required:
            raise Invalid("body", "the required body is missing")
        return
    media = pick(operation.body.values(), content_type)
    if media is None:
        media_type = media_type_of(content_type) or "no content type"
        raise Invalid("body", f"the content type must be {' or '.join(operation.body)}, is {media_type}", status=415)
    call.media_type = media_type_of(content_type)
    call.body = _parsed(document, call, media, content_type)
    for value in call.body if is_lines(call.media_type) and not _is_list(document, media) else [call.body]:
        if not isinstance(value, bytes) and (flaw := media.check(value)) is not None:
            raise Invalid("body", f"the body does not fit its schema: {flaw}")


def _is_list(document: Document, media: Media) -> bool:
    return document.types(media.schema) == frozenset({"array"})


def _parsed(document: Document, call: Call, media: Media, content_type: str) -> Any:
    if is_json(call.media_type):
        return json_of(call.content, "body")
    if is_lines(call.media_type):
        return [json_of(line, "body") for line in re.split(b"[\x1e\n]", call.content) if line.strip()]
    if call.media_type == "multipart/form-data":
        return _multipart(document, call, media, content_type)
    if call.media_type == "application/x-www-form-urlencoded":
        parts = (pair.partition("=") for pair in call.content.decode("utf-8", "replace").split("&") if pair)
        return _form(document, media, [(name, text) for name, _, text in parts])
    schema = document.schemas.resolve(media.schema)
    if call.media_type.startswith("text/") and not (is_object(schema) and schema.get("format") == "binary"):
        text = _text(call.content, content_type)
        types = document.types(schema)
        return text if not types or "string" in types else coerce(text, types)
    return call.content


def _text(content: bytes, content_type: str) -> str:
    headers = Message()
    headers["content-type"] = content_type
    charset = headers.get_content_charset("utf-8")
    try:
        return content.decode(codecs.lookup(charset).name)
    except (UnicodeDecodeError, LookupError) as error:
        raise Invalid("body", f"the body is not {charset.upper()}: {error}") from error


def _multipart(document: Document, call: Call, media: Media, content_type: str) -> dict[str, Any]:
    try:
        parts = parse_multipart(content_type, call.content)
    except ValueError as error:
        raise Invalid("body", str(error)) from error
    properties = _properties(document, media.schema)
    form: list[tuple[str, str]] = []
    whole: list[tuple[str, Any]] = []
    for part in parts:
        call.parts[part.name] = part
        if part.filename is not None:
            # A file satisfies a string of format binary; its bytes are in `call.parts`.
            whole.append((part.name, ""))
        elif is_json(part.media_type or ""):
            whole.append((part.name, json_of(part.content, "body")))
        else:
            form.append((part.name, part.content.decode("utf-8", "replace")))
    body = _form(document, media, form, quoted=False)
    for name, value in whole:
        if "array" in document.types(properties.get(name, {})) and not is_array(value):
            body.setdefault(name, []).append(value)
        else:
            body[name] = value
    return body


def _properties(document: Document, schema: Any) -> dict[str, Any]:
    """The fields of a form, those of its parts and alternatives too."""
    resolved = document.schemas.resolve(schema)
    if not is_object(resolved):
        return {}
    properties: dict[str, Any] = dict(resolved.get("properties", {}))
    for word in ("allOf", "oneOf", "anyOf"):
        for part in resolved.get(word, ()):
            properties = {**_properties(document, part), **properties}
    return properties


def _form(document: Document, media: Media, pairs: Iterable[tuple[str, str]], *, quoted: bool = True) -> dict[str, Any]:
    """The fields of a form. `quoted`: names and texts are percent-encoded."""
    properties = _properties(document, media.schema)
    schema = document.schemas.resolve(media.schema)
    is_open = not properties or (is_object(schema) and bool(schema.get("additionalProperties")))
    form: dict[str, Any] = {}
    for quoted_name, text in pairs:
        name = unquote_plus(quoted_name) if quoted else quoted_name
        base = name if name in properties else name.partition("[")[0]
        encoding: Mapping[str, Any] = media.encoding.get(base, {})
        if encoding.get("style") == "deepObject" and name != base:
            _put(document, properties.get(base, {}), form, base, _KEY.findall(name), unquote_plus(text) if quoted else text)
        elif name in properties or is_open:
            _add(document, properties.get(name, {}), form, name, text, encoding, quoted=quoted)
        elif (owner := _exploded(document, media, properties, name)) is not None:
            inner = _properties(document, properties[owner]).get(name, {})
            form.setdefault(owner, {})[name] = coerce(unquote_plus(text) if quoted else text, document.types(inner))
        else:
            raise Invalid("body", f"unknown form field {name!r} (documented: {', '.join(properties)})")
    return form


def _exploded(document: Document, media: Media, properties: Mapping[str, Any], name: str) -> str | None:
    """The object of which a field is a property, where its properties are fields of their own (style form, exploded)."""
    for owner, schema in properties.items():
        encoding = media.encoding.get(owner, {})
        styled = not {"style", "explode", "allowReserved"}.isdisjoint(encoding)
        if (
            styled
            and encoding.get("style", "form") == "form"
            and encoding.get("explode", True)
            and document.types(schema) == frozenset({"object"})
        ):
            inner = document.schemas.resolve(schema)
            if name in inner.get("properties", {}) or inner.get("additionalProperties"):
                return owner
    return None


_SEPARATORS = {"spaceDelimited": "%20|\\+", "pipeDelimited": "%7C|%7c|\\|"}


def _add(document: Document, schema: Any, form: dict[str, Any], name: str, text: str, encoding: Mapping[str, Any], *, quoted: bool) -> None:
    """One field into the form: an item of a list, or the whole value."""
    plain = unquote_plus(text) if quoted else text
    types = document.types(schema)
    if is_json(str(encoding.get("contentType", ""))):
        form[name] = json_of(plain.encode(), "body")
    elif "array" in types:
        style = str(encoding.get("style", "form"))
        is_joined = not encoding.get("explode", style == "form")
        texts = re.split(_SEPARATORS.get(style, ","), text) if is_joined else [text]
        items = document.types(document.schemas.resolve(schema).get("items", {}))
        form.setdefault(name, []).extend(coerce(unquote_plus(one) if quoted else one, items) for one in texts)
    else:
        form[name] = coerce(plain, types)


def _put(document: Document, schema: Any, holder: Any, key: str, path: list[str], text: str) -> None:
    """`name[a][b]=text` into the object that it is a part of, `name[]` and `name[0]` into a list."""
    if not path:
        value = coerce(text, document.types(schema))
        if is_array(holder):
            holder.append(value)
        else:
            holder[key] = value
        return
    step = path[0]
    is_item = not step or step.isdigit()
    empty: Any = [] if is_item else {}
    if is_array(holder):
        number = int(key) if key else len(holder)
        if number >= len(holder):
            holder.append(empty)
        inner = holder[min(number, len(holder) - 1)]
    else:
        inner = holder.setdefault(key, empty)
    resolved = document.schemas.resolve(schema)
    word: Any = resolved if is_object(resolved) else {}
    below = word.get("items", {}) if is_item else _properties(document, word).get(step, word.get("additionalProperties", {}))
    _put(document, below if is_object(below) else {}, inner, step, path[1:], text)
