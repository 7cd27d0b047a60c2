"""A small parser of multipart/form-data (RFC 7578)."""

from __future__ import annotations

import re
from urllib.parse import unquote

from ..exchange import Part

_PARAMETER = re.compile(r';\s*([\w!#$&+.^`|~-]+\*?)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^;\s]*))')


def header_parameters(value: str) -> dict[str, str]:
    """The parameters of a header such as Content-Type or Content-Disposition, quoted or not; names in lower case."""
    found: dict[str, str] = {}
    for name, quoted, plain in _PARAMETER.findall(value):
        text = quoted.replace('\\"', '"').replace("\\\\", "\\") if quoted else plain
        if name.endswith("*"):
            name, text = name[:-1], unquote(text.split("'", 2)[-1])
        found[name.lower()] = text
    return found


def parse_multipart(content_type: str, content: bytes) -> list[Part]:
    """Split a multipart body into its parts.

    Raises:
        ValueError: the body is not what its content type says.
    """
    boundary = header_parameters(content_type).get("boundary")
    if not boundary:
        raise ValueError("the multipart content type has no boundary")
    mark = b"--" + boundary.encode("latin-1")
    if not content.startswith(mark):
        raise ValueError("the multipart body does not begin with its boundary")
    # A boundary is one only where its line ends, or the body does.
    pieces = re.split(b"\r\n" + re.escape(mark) + b"(--|[ \t]*\r\n)", b"\r\n" + content)
    if len(pieces) < 3 or pieces[-2] != b"--":
        raise ValueError("the multipart body is not closed by its boundary")
    return [_part(piece) for piece in pieces[2:-2:2]]


def _part(piece: bytes) -> Part:
    head, separator, content = piece.partition(b"\r\n\r\n")
    if not separator:
        raise ValueError("a part of the multipart body has no end of its headers")
    headers: dict[str, str] = {}
    for line in head.decode("utf-8", "replace").strip().splitlines():
        name, _, value = line.partition(":")
        headers[name.strip().lower()] = value.strip()
    disposition = headers.get("content-disposition", "")
    parameters = header_parameters(disposition)
    if not disposition.lower().startswith("form-data") or "name" not in parameters:
        raise ValueError("a part of the multipart body has no Content-Disposition: form-data with a name")
    return Part(parameters["name"], content, parameters.get("filename"), headers.get("content-type"))
