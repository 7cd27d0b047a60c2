"""From a line of a generated file back to the line of the spec behind it."""

from __future__ import annotations

import re
from io import StringIO
from typing import Any, Final

from ..load.document import Document
from ..load.json_types import methods_of
from ..load.names import snake
from ..load.pointers import join
from ..load.problems import Place

_WORD: Final = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
_DECLARATION: Final = re.compile(r"\s*(?:(?:async )?def |class |#+ |[A-Z][A-Z0-9_]*\b.*=)")
_HUNK: Final = re.compile(r"@@ -\d+(?:,\d+)? \+(\d+)(?:,\d+)? @@")
_FURTHEST: Final = 400


class SpecIndex:
    """The operations and schemas of a document by the names that generated code gives them."""

    def __init__(self, document: Document) -> None:
        self._places = document.places
        self._pointers: dict[str, str] = {}
        schemas: Any = document.data.get("components", {}).get("schemas", {})
        for name in schemas:
            self._pointers[str(name)] = join("/components/schemas", str(name))
        paths: Any = document.data.get("paths", {})
        for path, item in paths.items():
            for method in methods_of(item):
                if "operationId" in item[method]:
                    name = str(item[method]["operationId"])
                    pointer = join("/paths", str(path), method)
                    for form in (name, snake(name), snake(name).upper()):
                        self._pointers.setdefault(form, pointer)

    def spec_line_for(self, text: str, line: int) -> Place | None:
        """The place of the operation or schema that line `line` (from 1) of a generated text belongs to; None when no name tells."""
        lines = text.split("\n", line)[:line]
        for number in range(min(line, len(lines)), max(0, line - _FURTHEST), -1):
            content = lines[number - 1]
            if number == line or _DECLARATION.match(content):
                for word in _WORD.findall(content):
                    if word in self._pointers:
                        return self._places.at(self._pointers[word])
        return None

    def behind(self, diff: str, text: str) -> Place | None:
        """The place behind the first changed line of a unified diff whose new side is `text`."""
        number = 0
        for line in StringIO(diff):
            match = _HUNK.match(line)
            if match:
                number = int(match.group(1))
            elif number and line.startswith(("+", "-")):
                for word in _WORD.findall(line[1:]):
                    if word in self._pointers and _DECLARATION.match(line[1:]):
                        return self._places.at(self._pointers[word])
                return self.spec_line_for(text, max(number, 1))
            elif number:
                number += 1
        return None
