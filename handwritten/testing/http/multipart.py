"""Bodies of type multipart/form-data, by python-multipart."""

from __future__ import annotations

from email.message import Message
from email.utils import collapse_rfc2231_value

from ..exchange import Part


def parse_multipart(content_type: str, content: bytes) -> list[Part]:
    """Split a multipart body into its parts.

    Raises:
        ValueError: the body is not what its content type says.
    """
    # Imported with the first form: importing a package must not need it.
    from python_multipart.exceptions import FormParserError
    from python_multipart.multipart import MultipartParser

    headers = Message()
    headers["content-type"] = content_type
    boundary = _parameter(headers, "content-type", "boundary")
    if not boundary:
        raise ValueError("the multipart content type has no boundary")
    form = _Form()
    parser = MultipartParser(
        boundary.encode(),
        {
            "on_part_begin": form.begin,
            "on_header_field": form.header_name,
            "on_header_value": form.header_value,
            "on_header_end": form.header_end,
            "on_part_data": form.data,
            "on_part_end": form.end,
            "on_end": form.close,
        },
    )
    try:
        parser.write(content)
    except FormParserError as error:
        raise ValueError(f"the multipart body is malformed: {error}") from error
    if not form.closed:
        raise ValueError("the multipart body is not closed by its boundary")
    return form.parts


class _Form:
    """The parts, made of what the parser reports: slices of the body."""

    def __init__(self) -> None:
        self.parts: list[Part] = []
        self.closed = False
        self._headers = Message()
        self._name = self._value = b""
        self._content = bytearray()

    def begin(self) -> None:
        self._headers, self._content = Message(), bytearray()

    def header_name(self, data: bytes, start: int, end: int) -> None:
        self._name += data[start:end]

    def header_value(self, data: bytes, start: int, end: int) -> None:
        self._value += data[start:end]

    def header_end(self) -> None:
        self._headers[self._name.decode("latin-1")] = self._value.decode("utf-8", "replace").strip()
        self._name = self._value = b""

    def data(self, data: bytes, start: int, end: int) -> None:
        self._content += data[start:end]

    def end(self) -> None:
        name = _parameter(self._headers, "content-disposition", "name")
        if name is None or self._headers.get_content_disposition() != "form-data":
            raise ValueError("a part of the multipart body has no Content-Disposition: form-data with a name")
        filename = _parameter(self._headers, "content-disposition", "filename")
        self.parts.append(Part(name, bytes(self._content), filename, self._headers["content-type"]))

    def close(self) -> None:
        self.closed = True


def _parameter(headers: Message, header: str, name: str) -> str | None:
    """A parameter of a header, quoted or not."""
    value = headers.get_param(name, header=header)
    return collapse_rfc2231_value(value) if isinstance(value, tuple) else value
