"""Forms: fields as `application/x-www-form-urlencoded`, fields and files as `multipart/form-data`. Loaded with the first one."""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterable, Iterator, Mapping
from typing import Any
from urllib.parse import parse_qsl, quote_plus

import msgspec

from ..declarations.errors import InvalidArgumentType, InvalidBody
from ..declarations.json_types import is_bytes, is_list, is_mapping, is_path
from ..declarations.operation import Body, Encoding, Parameter
from .content import MULTIPART, Content, FilePart, Upload, is_file, is_json, meets
from .plain import fields_of, items_of, json_bytes, named
from .styles import WrongType, query_encoder, scalar_text


def encode_form(value: Any, media: str, body: Body) -> tuple[Content, str]:
    texts = [_form_text(name, field, body.encodings.get(name)) for name, field in _fields(value, body)]
    return "&".join([text for text in texts if text]).encode("ascii"), media


def _form_text(name: str, field: Any, encoding: Encoding | None) -> str:
    """A field as it stands in an urlencoded form: `name=value`, repeated for a list."""
    if encoding is not None and encoding.style is not None:
        return _styled(name, field, encoding.style)
    as_json = encoding is not None and is_json(encoding.content_type)
    items = items_of(field) if not as_json else None
    pairs = [
        (name, json_bytes(item, name).decode() if as_json else _field_text(item, name)) for item in ([field] if items is None else items)
    ]
    return "&".join([f"{quote_plus(name)}={quote_plus(text)}" for name, text in pairs])


def _styled(name: str, field: Any, style: Parameter) -> str:
    """A field in a style of query parameters. What is in an object adds brackets: `name[key][]=value`, `name[key][0][inner]=value`."""
    try:
        return query_encoder(style)(field)
    except WrongType as error:
        raise InvalidArgumentType(f"{name}{error.where} must be {error.expected}, got {error.actual}") from None
    except ValueError as error:
        raise InvalidBody(f"{name} {error}", path=name) from None


def encode_multipart(value: Any, media: str, body: Body) -> tuple[Content, str]:
    boundary = secrets.token_hex(16)
    parts: list[bytes | FilePart] = []
    for name, field in _fields(value, body):
        for part in _parts(name, field, name in body.files, body.encodings.get(name, _PLAIN)):
            parts.extend([f"--{boundary}\r\n".encode(), *part, b"\r\n"])
    parts.append(f"--{boundary}--\r\n".encode())
    joined = _joined(parts)
    content: Content = joined[0] if len(joined) == 1 and isinstance(joined[0], bytes) else Upload(joined)
    return content, f"{MULTIPART}; boundary={boundary}"


_PLAIN = Encoding()


def _parts(name: str, field: Any, is_file_field: bool, encoding: Encoding) -> Iterator[list[bytes | FilePart]]:
    """The parts of one field: one for each item of a list. A tuple is one file with its name."""
    if encoding.style is not None:
        for key, text in parse_qsl(_styled(name, field, encoding.style), keep_blank_values=True):
            yield _field_part(key, text, _PLAIN)
        return
    items = None if is_file(field) or (is_file_field and isinstance(field, tuple)) else items_of(field)
    each: Iterable[Any] = [field] if items is None else items
    for item in each:
        yield _file_part(name, item, encoding) if is_file_field or is_file(item) else _field_part(name, item, encoding)


def _fields(value: Any, body: Body) -> list[tuple[str, Any]]:
    """The fields of a form that hold a value."""
    fields = value if is_mapping(value) else fields_of(value)
    if fields is None:
        raise InvalidArgumentType(f"{body.name} must be a mapping of its parts, got {type(value).__name__}")
    return [(name, item) for name, item in named(fields, body.name).items() if item is not None]


def _field_text(value: Any, name: str) -> str:
    try:
        return scalar_text(value)
    except WrongType as error:
        raise InvalidArgumentType(f"{name} must be text, a number, True, False or a date, got {error.actual}") from None
    except ValueError as error:
        raise InvalidBody(f"{name} {error}", path=name) from None


def _field_part(name: str, value: Any, encoding: Encoding) -> list[bytes | FilePart]:
    media_type = _first(encoding)
    if is_json(media_type) or (not media_type and isinstance(value, (Mapping, list, msgspec.Struct))):
        content = json_bytes(value, name)
        media_type = media_type or "application/json"
    else:
        content = _field_text(value, name).encode()
    return [_head(f'form-data; name="{quoted_name(name)}"', media_type, encoding.headers, name), content]


def _first(encoding: Encoding) -> str:
    """The media type that a part has when nothing else says one; a range says none."""
    first = encoding.content_type.partition(",")[0].strip()
    return "" if "*" in first else first


def _head(disposition: str, media_type: str, headers: Mapping[str, str], name: str) -> bytes:
    pairs = {"Content-Disposition": disposition, **({"Content-Type": media_type} if media_type else {}), **headers}
    for header, value in pairs.items():
        if any(ord(character) < 32 or ord(character) == 127 for character in f"{header}{value}"):
            raise InvalidBody(f"the header {header!r} of {name} holds a line break or another character that cannot stand there", path=name)
    return ("".join(f"{header}: {value}\r\n" for header, value in pairs.items()) + "\r\n").encode()


def _file_part(name: str, value: Any, encoding: Encoding) -> list[bytes | FilePart]:
    file_name: Any = ""
    content: Any = value
    media_type: Any = None
    headers: Any = None
    if is_list(value):
        if len(value) not in (2, 3, 4) or not isinstance(value[0], str | None):
            raise InvalidArgumentType(
                f"{name}: a file given as a tuple is (file name, content), with its media type and its headers after it"
            )
        file_name, content, media_type, headers = (*value, None, None)[:4]
    if not is_bytes(content) and not is_path(content) and not hasattr(content, "read"):
        raise InvalidArgumentType(f"{name} must be a path, bytes or an open binary file, got {type(content).__name__}")
    file_name = file_name or _name_of(content, name)
    if media_type is None:
        media_type = _guessed(str(file_name), encoding)
    if not isinstance(media_type, str):
        raise InvalidArgumentType(f"the media type of {name} must be text, got {type(media_type).__name__}")
    if any(not 32 <= ord(character) < 127 for character in media_type):
        raise InvalidBody(f"the media type of {name} holds a line break or another character that cannot stand in a header", path=name)
    if headers is not None and not is_mapping(headers):
        raise InvalidArgumentType(f"the headers of {name} must be a mapping, got {type(headers).__name__}")
    disposition = f'form-data; name="{quoted_name(name)}"; filename="{quoted_name(str(file_name), name)}"'
    head = _head(disposition, media_type, {**encoding.headers, **(headers or {})}, name)
    return [head, bytes(content) if is_bytes(content) else FilePart(content, name)]


def _guessed(file_name: str, encoding: Encoding) -> str:
    """What the ending of a file name says, where the part may be that; else the first media type that it may have."""
    guessed = media_type_of(file_name)
    return guessed if not encoding.content_type or meets(encoding.content_type, [guessed]) else _first(encoding) or guessed


def _name_of(content: Any, fallback: str) -> str:
    """The file name of a path or an open file, without its folders."""
    source: Any = getattr(content, "name", None) if hasattr(content, "read") else content
    return os.path.basename(os.fspath(source)) if is_path(source) else fallback


def media_type_of(file_name: str) -> str:
    """What the ending of a file name says, the same on every machine; `application/octet-stream` where it says nothing."""
    return _MEDIA_TYPES.get(os.path.splitext(file_name)[1][1:].lower(), "application/octet-stream")


def quoted_name(text: str, where: str = "a part") -> str:
    """A name inside the quotes of a Content-Disposition; line breaks and other controls are refused, not escaped."""
    if any(ord(character) < 32 or ord(character) == 127 for character in text):
        raise InvalidBody(f"the name of {where} holds a line break or another control character", path=where)
    try:
        text.encode()
    except UnicodeEncodeError:
        raise InvalidBody(f"the name of {where} cannot be written as UTF-8", path=where) from None
    return text.replace('"', "%22")


def _joined(parts: list[bytes | FilePart]) -> list[bytes | FilePart]:
    """Neighbouring bytes made one."""
    joined: list[bytes | FilePart] = []
    for part in parts:
        if isinstance(part, bytes) and joined and isinstance(joined[-1], bytes):
            joined[-1] += part
        else:
            joined.append(part)
    return joined


_MEDIA_TYPES = {
    ending: f"{kind}/{name or ending}"
    for kind, names in {
        "application": "gz:gzip tgz:gzip js:javascript json jsonl:x-ndjson ndjson:x-ndjson parquet:vnd.apache.parquet pdf rtf tar:x-tar toml wasm xml "
        "xls:vnd.ms-excel xlsx:vnd.openxmlformats-officedocument.spreadsheetml.sheet docx:vnd.openxmlformats-officedocument.wordprocessingml.document "
        "pptx:vnd.openxmlformats-officedocument.presentationml.presentation yaml yml:yaml zip whl:zip bz2:x-bzip2 xz:x-xz zst:zstd 7z:x-7z-compressed",
        "audio": "flac mp3:mpeg ogg wav:x-wav",
        "image": "avif bmp gif ico:vnd.microsoft.icon jpg:jpeg jpeg png svg:svg+xml tif:tiff tiff webp",
        "text": "css csv htm:html html md:markdown py:x-python tsv:tab-separated-values txt:plain log:plain",
        "video": "avi:x-msvideo mov:quicktime mp4 mpeg mpg:mpeg webm",
    }.items()
    for ending, _, name in (entry.partition(":") for entry in names.split())
}
"""By the ending of a file name. The module `mimetypes` would read files of the machine."""
