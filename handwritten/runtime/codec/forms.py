"""Forms: fields as `application/x-www-form-urlencoded`, fields and files as `multipart/form-data`. Loaded with the first one."""

from __future__ import annotations

import os
import secrets
from collections.abc import Mapping
from typing import Any
from urllib.parse import quote_plus

import msgspec

from ..declarations.errors import InvalidArgumentType, InvalidBody
from ..declarations.json_types import is_bytes, is_list, is_mapping, is_path
from ..declarations.operation import Body
from .content import MULTIPART, Content, FilePart, Upload
from .plain import fields_of, json_bytes, named
from .styles import WrongType, scalar_text


def encode_form(value: Any, media: str, body: Body) -> tuple[Content, str]:
    pairs = [(name, item) for name, field in _fields(value, body) for item in (field if is_list(field) else [field])]
    return "&".join([f"{quote_plus(name)}={quote_plus(_field_text(item, name))}" for name, item in pairs]).encode("ascii"), media


def encode_multipart(value: Any, media: str, body: Body) -> tuple[Content, str]:
    boundary = secrets.token_hex(16)
    parts: list[bytes | FilePart] = []
    for name, field in _fields(value, body):
        is_file = name in body.files
        # A tuple is one file with its name.
        for item in field if is_list(field) and not (is_file and isinstance(field, tuple)) else [field]:
            parts.append(f"--{boundary}\r\n".encode())
            parts.extend(_file_part(name, item) if is_file else _field_part(name, item))
            parts.append(b"\r\n")
    parts.append(f"--{boundary}--\r\n".encode())
    joined = _joined(parts)
    content: Content = joined[0] if len(joined) == 1 and isinstance(joined[0], bytes) else Upload(joined)
    return content, f"{MULTIPART}; boundary={boundary}"


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


def _field_part(name: str, value: Any) -> list[bytes | FilePart]:
    head = f'Content-Disposition: form-data; name="{quoted_name(name)}"\r\n'
    if isinstance(value, (Mapping, list, msgspec.Struct)):
        return [f"{head}Content-Type: application/json\r\n\r\n".encode(), json_bytes(value, name)]
    return [f"{head}\r\n".encode(), _field_text(value, name).encode()]


def _file_part(name: str, value: Any) -> list[bytes | FilePart]:
    file_name: Any = ""
    content: Any = value
    media_type: Any = None
    if is_list(value):
        if len(value) not in (2, 3) or not isinstance(value[0], str):
            raise InvalidArgumentType(f"{name}: a file given as a tuple is (file name, content) or (file name, content, media type)")
        file_name, content, media_type = (*value, media_type)[:3]
    if not is_bytes(content) and not is_path(content) and not hasattr(content, "read"):
        raise InvalidArgumentType(f"{name} must be a path, bytes or an open binary file, got {type(content).__name__}")
    file_name = file_name or _name_of(content, name)
    if media_type is None:
        media_type = media_type_of(str(file_name))
    if not isinstance(media_type, str):
        raise InvalidArgumentType(f"the media type of {name} must be text, got {type(media_type).__name__}")
    if any(not 32 <= ord(character) < 127 for character in media_type):
        raise InvalidBody(f"the media type of {name} holds a line break or another character that cannot stand in a header", path=name)
    disposition = f'Content-Disposition: form-data; name="{quoted_name(name)}"; filename="{quoted_name(str(file_name), name)}"'
    head = f"{disposition}\r\nContent-Type: {media_type}\r\n\r\n".encode()
    return [head, bytes(content) if is_bytes(content) else FilePart(content, name)]


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
