"""JSON text → data, with positions on demand.

The C parser of the standard library reads the data; positions cost a second look at the text and are made only when a problem asks for one.
"""

from __future__ import annotations

import json
import math
import re
from array import array
from bisect import bisect_left, bisect_right
from typing import Any, Final

from .json_types import is_container, is_object
from .problems import Place, Problems, Rule
from .source_map import Position, SourceMap, pack
from .yaml_reader import MAX_DEPTH

_TOKEN: Final = re.compile(r'[ \t\r\n]*(?:("(?:[^"\\]|\\.)*")|([\[\]{},:])|([^\s\[\]{},:"]+))', re.DOTALL)
_STRING: Final = rb'"[^"\\]*+(?:\\.[^"\\]*+)*+"'
_BRACKET: Final = re.compile(rb'[^"{}\[\]]*+(?:%b[^"{}\[\]]*+)*+[{}\[\]]' % _STRING, re.DOTALL)
_KEY: Final = re.compile(rb"%b[ \t\r\n]*:[ \t\r\n]*" % _STRING, re.DOTALL)
_SPACE: Final = re.compile(rb"[ \t\r\n,]*")
_SCALAR: Final = re.compile(rb"%b|[^\s,\]}]+" % _STRING, re.DOTALL)
_SURROGATE: Final = re.compile(r"\\u[dD][89a-fA-F][0-9a-fA-F]{2}")


class _Refused(Exception):
    """The text is JSON that we do not take."""


def read_json(text: str, file: str, places: SourceMap, problems: Problems) -> Any:
    """The data of a JSON document; None after an error."""
    duplicates: list[str] = []

    def members(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        result = dict(pairs)
        if len(result) != len(pairs):
            duplicates.append("")
        return result

    try:
        data = json.loads(text, object_pairs_hook=members, parse_constant=_constant, parse_float=_float, parse_int=_integer)
    except json.JSONDecodeError as error:
        hint = "check quotes, commas and brackets here and just before"
        problems.error(f"not JSON: {error.msg}", rule="syntax", hint=hint, place=Place(file, error.lineno, error.colno))
        return None
    except _Refused as error:
        problems.error(
            str(error.args[0]),
            rule="syntax",
            hint="JSON has finite numbers only; quote it if it is text",
            place=_find(text, error.args[1], file),
        )
        return None
    except RecursionError:
        problems.error(
            f"nested deeper than {MAX_DEPTH} levels", rule="limits", hint="name inner schemas under components", place=Place(file, 1, 1)
        )
        return None
    scanner = _Scanner(text, file, places, problems)
    if duplicates or _SURROGATE.search(text) or _deep(data):
        scanner.check()
    if not duplicates and is_container(data):
        raw = text.encode()  # of a text with a single emoji, four times smaller
        places.later(lambda own: own.outline(_containers(data), file, _Outline(raw).members))
    return data


def _constant(name: str) -> float:
    raise _Refused(f"{name} is not a number that JSON can hold", name)


def _float(digits: str) -> float:
    number = float(digits)
    if math.isinf(number):
        raise _Refused(f"{digits} is too large for a number", digits)
    return number


def _integer(digits: str) -> int:
    if len(digits) > 400:
        raise _Refused("an integer of more than 400 digits", digits)
    return int(digits)


def _find(text: str, token: str, file: str) -> Place:
    lines = _Lines(text)
    for match in _TOKEN.finditer(text):
        if match.group(3) == token:
            return Place(file, *lines.at(match.start(3)))
    return Place(file, 1, 1)


class _Lines:
    def __init__(self, text: str) -> None:
        self.starts = [0, *(match.end() for match in re.finditer("\n", text))]

    def at(self, offset: int) -> Position:
        line = bisect_right(self.starts, offset)
        return line, offset - self.starts[line - 1] + 1


class _Scanner:
    """A second look at text that is known to be JSON."""

    def __init__(self, text: str, file: str, places: SourceMap, problems: Problems) -> None:
        self.text = text
        self.file = file
        self.places = places
        self.problems = problems

    def check(self) -> None:
        """Report keys given twice, half characters and too deep nesting."""
        lines = _Lines(self.text)
        stack: list[dict[str, int] | None] = []
        deep = False
        for match in _TOKEN.finditer(self.text):
            string, punctuation = match.group(1), match.group(2)
            if punctuation in ("{", "["):
                stack.append({} if punctuation == "{" else None)
                if len(stack) > MAX_DEPTH and not deep:
                    deep = True
                    self.error(
                        lines.at(match.start(2)), f"nested deeper than {MAX_DEPTH} levels", "name inner schemas under components", "limits"
                    )
            elif punctuation in ("}", "]"):
                stack.pop()
            elif string is not None:
                self.check_string(string, match, stack[-1] if stack else None, lines)

    def check_string(self, string: str, match: re.Match[str], keys: dict[str, int] | None, lines: _Lines) -> None:
        position = lines.at(match.start(1))
        value: str = json.loads(string, strict=False)
        if _SURROGATE.search(string) and any("\ud800" <= char <= "\udfff" for char in value):
            self.error(position, "half of a surrogate pair is not a character", "write the whole character")
        if keys is None or not _is_key(self.text, match.end()):
            return
        if value in keys:
            line, column = lines.at(keys[value])
            self.error(position, f"the key {value!r} is given twice, first in line {line}, column {column}", "remove or rename one of them")
        else:
            keys[value] = match.start(1)

    def error(self, position: Position, message: str, hint: str, rule: Rule = "syntax") -> None:
        self.problems.error(message, rule=rule, hint=hint, place=Place(self.file, *position))


class _Outline:
    """Where the containers of a text that is known to be JSON begin and end, in the order in which they begin."""

    def __init__(self, raw: bytes) -> None:
        self.raw = raw
        self.lines = array("Q", [0, *(match.end() for match in re.finditer(b"\n", raw))])
        self.starts = array("Q")
        self.ends = array("Q")
        opened: list[int] = []
        for match in _BRACKET.finditer(raw):
            offset = match.end() - 1
            if raw[offset] in b"{[":
                opened.append(len(self.starts))
                self.starts.append(offset)
                self.ends.append(0)
            else:
                self.ends[opened.pop()] = offset + 1

    def members(self, number: int) -> list[int]:
        """The positions of the members of a container."""
        found: list[int] = []
        place, last = self.starts[number] + 1, self.ends[number] - 1
        prefix = _KEY if self.raw[place - 1] == ord("{") else _SPACE
        while (match := _SPACE.match(self.raw, place)) and match.end() < last:
            found.append(self.position(match.end()))
            value = prefix.match(self.raw, match.end())
            place = value.end() if value else last
            if self.raw[place] in b"{[":
                place = self.ends[bisect_left(self.starts, place)]
            elif scalar := _SCALAR.match(self.raw, place):
                place = scalar.end()
        return found

    def position(self, offset: int) -> int:
        """The packed position of a byte; columns count characters."""
        line = bisect_right(self.lines, offset)
        return pack(line, len(self.raw[self.lines[line - 1] : offset].decode()) + 1)


def _containers(data: Any) -> list[Any]:
    """All containers in data, in the order in which their text begins."""
    found: list[Any] = []
    waiting = [data]
    while waiting:
        node = waiting.pop()
        found.append(node)
        below = [value for value in (node.values() if is_object(node) else node) if is_container(value)]
        waiting += reversed(below)
    return found


def _deep(data: Any) -> bool:
    """Whether containers are nested deeper than `MAX_DEPTH`."""
    level = [data]
    for _ in range(MAX_DEPTH + 1):
        level = [value for node in level if isinstance(node, (dict, list)) for value in (node.values() if is_object(node) else node)]
        if not level:
            return False
    return any(isinstance(node, (dict, list)) for node in level)


def _is_key(text: str, end: int) -> bool:
    while end < len(text) and text[end] in " \t\r\n":
        end += 1
    return text[end : end + 1] == ":"
