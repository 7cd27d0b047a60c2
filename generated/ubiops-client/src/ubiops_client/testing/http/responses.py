"""Answers as bytes: the media type that the request accepts, the documented shape, byte ranges."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from typing import Any

import msgspec

from ..exchange import Answer, Call, Invalid
from ..schema.document import Media
from ..schema.json_values import is_array, is_object
from ..schema.samples import MISSING, Shaper
from .bodies import is_json, is_lines, is_text, media_type_of

_encode = msgspec.json.Encoder().encode
_RANGE = re.compile(r"bytes=(\d*)-(\d*)")
_OF_HTTP = frozenset({"connection", "content-encoding", "content-length", "content-type", "date", "etag", "transfer-encoding"})
_JSON_HEADERS = {"content-type": "application/json"}


@dataclass
class Response:
    """What goes out."""

    status: int
    headers: dict[str, str] = field(default_factory=dict[str, str])
    content: bytes = b""


def json_response(status: int, body: Any, headers: Mapping[str, str] | None = None) -> Response:
    """A JSON answer."""
    return Response(status, {**_JSON_HEADERS, **(headers or {})}, _encode(body))


def negotiate(offered: tuple[Media, ...], accept: str) -> Media | None:
    """The documented media type of an answer that a request accepts; the first one where it accepts anything.

    Raises:
        Invalid: 406, it accepts none of them.
    """
    if not offered:
        return None
    if not accept or accept == "*/*" or accept == offered[0].type:
        return offered[0]
    for wanted in _accepted(accept):
        for media in offered:
            plain = media_type_of(media.type)
            if wanted in {media.type.replace(" ", ""), plain, "*/*", plain.partition("/")[0] + "/*"} or fnmatchcase(wanted, plain):
                return media
    raise Invalid("header", f"Accept is {accept}, the answer is {' or '.join(media.type for media in offered)}", status=406)


def _accepted(accept: str) -> list[str]:
    """The media types of an Accept header, the preferred ones first."""
    weighted: list[tuple[float, str]] = []
    for one in accept.lower().split(","):
        name, *parameters = (part.strip() for part in one.split(";"))
        quality = next((part[2:] for part in parameters if part.startswith("q=")), "1")
        weight = float(quality) if re.fullmatch(r"[01](\.\d*)?", quality) else 0.0
        kept = ";".join([name, *(part for part in parameters if not part.startswith("q="))])
        weighted.append((-weight, kept))
    return [name for weight, name in sorted(weighted, key=lambda pair: pair[0]) if weight < 0]


def respond(shaper: Shaper, call: Call, answer: Answer) -> Response:
    """The bytes of an answer."""
    operation = call.operation
    status = answer.status if answer.status is not None else operation.status
    headers = {name.lower(): value for name, value in answer.headers.items()}
    if status == operation.status:
        for name, header in operation.headers.items():
            if header.get("required") and name.lower() not in _OF_HTTP:
                content = next(iter(header.get("content", {}).values()), None)
                value = shaper.shape((content or header).get("schema", True), MISSING)
                headers.setdefault(name.lower(), _header(value, as_json=content is not None))
    if status == 204 or status < 200 or call.method == "HEAD":
        return Response(status, headers)
    media = negotiate(operation.answers, call.headers.get("accept", ""))
    if isinstance(answer.body, bytes):
        named = answer.media_type or (_named(media, b"") if media is not None and not is_json(media.type) else "application/octet-stream")
        return _bytes(call, status, {"content-type": named, **headers}, answer.body)
    success = status < 300 or status == operation.status
    if media is None:
        body = None if answer.body is MISSING else answer.body
        return Response(status, headers) if body is None else json_response(status, body, headers)
    body = answer.body
    if success and not answer.exact:
        # Without anything of its own to say, an operation answers with the documented example.
        if body is MISSING and media.example is not None and media.check(media.example) is None:
            body = media.example
        if is_json(media.type) or not isinstance(body, str):
            body = shaper.shape(media.schema, body)
    body = None if body is MISSING else body
    named = answer.media_type or _named(media, body)
    if is_json(named):
        return Response(status, {"content-type": named, **headers}, _encode(body))
    content = _stream(named, body, shaper, media.schema)
    return (
        Response(status, {"content-type": named, **headers}, content) if content is not None else _whole(call, status, named, headers, body)
    )


def _header(value: Any, *, as_json: bool) -> str:
    """The value of a header (style simple)."""
    if is_array(value) and not as_json:
        return ",".join(_header(item, as_json=False) for item in value)
    return value if isinstance(value, str) and not as_json else _encode(None if value is MISSING else value).decode()


def _named(media: Media, body: Any) -> str:
    """The documented media type; where a range is documented, one in it that suits the value."""
    kind = media_type_of(media.type)
    if "*" not in kind:
        return media.type
    if kind.endswith("/*") and kind not in ("*/*", "application/*"):
        return {"text/*": "text/plain", "image/*": "image/png"}.get(kind, "application/octet-stream")
    is_file = isinstance(body, bytes) or (isinstance(media.schema, Mapping) and media.schema.get("format") == "binary")
    return "application/octet-stream" if is_file else "application/json"


_EVENT = {"data", "event", "id", "retry", "comment"}


def _stream(media_type: str, body: Any, shaper: Shaper, schema: Any) -> bytes | None:
    """The values of a list, or the one that there is, as events or lines; None for any other media type, and for a text, which is the stream itself."""
    values: list[Any] = body if is_array(body) else [body]
    if is_lines(media_type):
        mark = b"\x1e" if media_type_of(media_type).endswith("json-seq") else b""
        return b"".join(mark + _encode(value) + b"\n" for value in values)
    if media_type_of(media_type) != "text/event-stream" or isinstance(body, str):
        return None
    flat = shaper.flatten(schema)
    properties = shaper.properties(flat.get("items", schema))
    # A schema with `data` and `event`, `id` or `retry` is that of a whole event.
    is_whole = "data" in properties and not {"event", "id", "retry"}.isdisjoint(properties) and properties.keys() <= _EVENT
    events = (_fields(value, shaper, properties) if is_whole and is_object(value) else [("data", value)] for value in values)
    return "".join(map(_event, events)).encode()


def _fields(event: dict[str, Any], shaper: Shaper, properties: Mapping[str, Any]) -> list[tuple[str, Any]]:
    """The fields of an event, its data last: without data it would be none."""
    data = event["data"] if "data" in event else shaper.shape(properties["data"])
    return [*((name, event[name]) for name in ("event", "id", "retry") if event.get(name) is not None), ("data", data)]


def _event(fields: list[tuple[str, Any]]) -> str:
    texts = ((name, item if isinstance(item, str) else _encode(item).decode()) for name, item in fields)
    return "".join(f"{name}: {line}\n" for name, text in texts for line in text.split("\n")) + "\n"


def _whole(call: Call, status: int, media_type: str, headers: dict[str, str], body: Any) -> Response:
    """Text, or a file. A value that is no text has no form in a media type that is not modelled, but for plain text."""
    if not isinstance(body, str):
        is_plain = media_type_of(media_type) == "text/plain" or not is_text(media_type)
        body = _encode(body).decode() if is_plain and body is not None else ""
    return _bytes(call, status, {"content-type": media_type, **headers}, body.encode())


def _bytes(call: Call, status: int, headers: dict[str, str], content: bytes) -> Response:
    """A file; a part of it where the request asks for one."""
    etag = f'"{hashlib.sha256(content).hexdigest()[:32]}"'
    headers = {"accept-ranges": "bytes", "etag": etag, **headers}
    match = _RANGE.fullmatch(call.headers.get("range", ""))
    condition = call.headers.get("if-range")
    if match is None or status != 200 or call.method != "GET" or (condition is not None and condition != headers["etag"]):
        return Response(status, headers, content)
    first, last = match.groups()
    if first:
        start, end = int(first), min(int(last) if last else len(content) - 1, len(content) - 1)
    else:
        start, end = max(len(content) - int(last or 0), 0), len(content) - 1
    if start > end:
        return Response(416, {**headers, "content-range": f"bytes */{len(content)}"})
    return Response(206, {**headers, "content-range": f"bytes {start}-{end}/{len(content)}"}, content[start : end + 1])
