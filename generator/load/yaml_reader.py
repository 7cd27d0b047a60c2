"""YAML text → data as JSON knows it, with positions.

The scalars are those of the core schema of YAML 1.2 without what JSON cannot say: no dates, no `yes`/`no`, no NaN, no tags of other types.
libyaml's events are read in one loop without recursion, so that no depth of nesting can exhaust a stack.
"""

from __future__ import annotations

import math
import re
import sys
from typing import Any, Final

import yaml

from .problems import Place, Problems, Rule
from .source_map import Position, SourceMap, pack, unpack

MAX_DEPTH: Final = 256
"""Deeper documents are refused: every later step may recurse without fear."""

_FLOAT: Final = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?\Z")
_INTEGER: Final = re.compile(r"[-+]?[0-9]+\Z")
_BASED: Final = re.compile(r"0o[0-7]+\Z|0x[0-9a-fA-F]+\Z")
_NOT_JSON: Final = re.compile(r"[-+]?\.(?:inf|Inf|INF)\Z|\.(?:nan|NaN|NAN)\Z")
_WORDS: Final[dict[str, Any]] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL"), None),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
_NOT_TEXT: Final = "-+.0123456789tTfFnN~"
"""What an unquoted scalar may begin with that is something else than text."""
_CORE: Final = "tag:yaml.org,2002:"
_SCALAR_TAGS: Final = {"!", *(_CORE + name for name in ("str", "int", "float", "bool", "null"))}
_NOTHING: Final = object()


class _Stop(Exception):
    """Reading cannot go on; the problem has been reported."""


def read_yaml(text: str, file: str, places: SourceMap, problems: Problems) -> Any:
    """The data of a YAML document.

    Returns: mappings, lists, strings, integers, finite floats, booleans, None. After an error: what could be read, or None.
    """
    reader = _Reader(file, places, problems)
    try:
        return reader.read(text)
    except _Stop:
        return None
    except yaml.reader.ReaderError as error:
        line, column = _line_column(text.encode("utf-8", "surrogatepass"), error.position)
        message = f"the character U+{_code(error.character):04X} is not allowed in YAML"
        problems.error(
            message,
            rule="syntax",
            hint='write it as an escape in a double-quoted string, such as "\\u0007"',
            place=Place(file, line, column),
        )
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = Place(file, mark.line + 1, mark.column + 1) if mark else Place(file)
        context = f" ({error.context})" if error.context else ""
        problems.error(
            f"not YAML: {error.problem or error.context}{context}", rule="syntax", hint=_syntax_hint(str(error.problem)), place=place
        )
    return None


def _code(character: Any) -> int:
    return character if isinstance(character, int) else ord(character)


def _line_column(raw: bytes, offset: int) -> Position:
    before = raw[:offset]
    return before.count(b"\n") + 1, len(before[before.rfind(b"\n") + 1 :].decode("utf-8", "replace")) + 1


def _syntax_hint(problem: str) -> str:
    if "tab" in problem or "cannot start any token" in problem:
        return "indent with spaces; quote text that starts with a special character"
    if "mapping values are not allowed" in problem:
        return "put text that holds ': ' in quotes"
    return "check indentation, quotes and brackets here and in the lines above"


class _Frame:
    """A container that is being read."""

    __slots__ = ("anchor", "container", "is_list", "key", "position", "positions")

    def __init__(self, container: Any, anchor: str | None) -> None:
        self.container = container
        self.is_list = isinstance(container, list)
        self.positions: list[int] = []
        self.key: Any = _NOTHING
        self.position = 0
        self.anchor = anchor


class _Reader:
    def __init__(self, file: str, places: SourceMap, problems: Problems) -> None:
        self.file = file
        self.places = places
        self.problems = problems
        self.anchors: dict[str, Any] = {}
        self.root: Any = None
        self.stack: list[_Frame] = []

    def read(self, text: str) -> Any:
        parser = yaml.CLoader(text)
        documents = 0
        get = parser.get_event
        while True:
            event: Any = get()
            kind = type(event)  # pyright: ignore[reportUnknownVariableType] - asked for each event: the quickest question
            if kind is yaml.ScalarEvent:
                value = event.value
                if event.tag is None and event.anchor is None and (event.style or (value and value[0] not in _NOT_TEXT)):
                    self.text(value, event)
                else:
                    self.put(self.scalar(event), event)
            elif kind is yaml.MappingStartEvent:
                self.open({}, event, _CORE + "map")
            elif kind is yaml.SequenceStartEvent:
                self.open([], event, _CORE + "seq")
            elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
                self.close()
            elif kind is yaml.AliasEvent:
                self.put(self.alias(event), event)
            elif kind is yaml.DocumentStartEvent:
                documents += 1
                if documents > 1:
                    self.fail(event, "a second YAML document starts here", "keep one document per file")
            elif kind is yaml.StreamEndEvent:
                return self.root

    def error(self, event: Any, message: str, hint: str = "", rule: Rule = "syntax") -> None:
        self.problems.error(message, rule=rule, hint=hint, place=self.place(event))

    def fail(self, event: Any, message: str, hint: str = "", rule: Rule = "syntax") -> None:
        self.error(event, message, hint, rule)
        raise _Stop

    def place(self, event: Any) -> Place:
        return Place(self.file, event.start_mark.line + 1, event.start_mark.column + 1)

    def open(self, container: Any, event: Any, tag: str) -> None:
        if event.tag is not None and event.tag not in (tag, "!"):
            self.error(event, f"the tag {event.tag!r} is refused", "only the types of JSON may be used; remove the tag")
        if len(self.stack) >= MAX_DEPTH:
            self.fail(event, f"nested deeper than {MAX_DEPTH} levels", "name inner schemas under components and refer to them", "limits")
        self.put(container, event)
        self.stack.append(_Frame(container, event.anchor))
        if event.anchor is not None:
            self.anchors[event.anchor] = _NOTHING

    def close(self) -> None:
        frame = self.stack.pop()
        self.places.note(frame.container, self.file, frame.positions)
        if frame.anchor is not None:
            self.anchors[frame.anchor] = frame.container

    def alias(self, event: Any) -> Any:
        if event.anchor not in self.anchors:
            self.fail(event, f"the alias *{event.anchor} has no anchor", "define it above with &, or use $ref")
        value = self.anchors[event.anchor]
        if value is _NOTHING:
            self.fail(event, f"the alias *{event.anchor} is inside of what it refers to", "use $ref for what refers to itself")
        return value

    def text(self, value: str, event: Any) -> None:
        """`put` for what is text and nothing else: nearly everything in a large document."""
        frame = self.stack[-1] if self.stack else None
        if len(value) < 16:  # `string`, `object`, `query`: the same few words, thousands of times
            value = sys.intern(value)
        if frame is None or frame.is_list or value == "<<":
            self.put(value, event)
        elif frame.key is _NOTHING:
            mark = event.start_mark
            frame.key = sys.intern(value)
            frame.position = pack(mark.line + 1, mark.column + 1)
        elif frame.key in frame.container:
            self.put(value, event)
        else:
            frame.container[frame.key] = value
            frame.positions.append(frame.position)
            frame.key = _NOTHING

    def put(self, value: Any, event: Any) -> None:
        """Give a value (or a key) to the container that is open."""
        if not self.stack:
            self.root = value
            return
        frame = self.stack[-1]
        container = frame.container
        if frame.is_list:
            mark = event.start_mark
            frame.positions.append(pack(mark.line + 1, mark.column + 1))
            container.append(value)
        elif frame.key is _NOTHING:
            mark = event.start_mark
            frame.key = self.key(value, event)
            frame.position = pack(mark.line + 1, mark.column + 1)
        else:
            if frame.key in container:
                self.duplicate(frame)
            else:
                container[frame.key] = value
                frame.positions.append(frame.position)
            frame.key = _NOTHING

    def duplicate(self, frame: _Frame) -> None:
        line, column = unpack(frame.positions[list(frame.container).index(frame.key)])
        self.problems.error(
            f"the key {frame.key!r} is given twice, first in line {line}, column {column}",
            rule="syntax",
            hint='remove or rename one of them (200 and "200" are the same key)',
            place=Place(self.file, *unpack(frame.position)),
        )

    def key(self, value: Any, event: Any) -> str:
        """A key is the text that stands there: 200 and no are "200" and "no"."""
        if type(event) is yaml.ScalarEvent:
            text = str(event.value)
            if text == "<<" and event.style in (None, ""):
                self.error(event, "the merge key << is not part of YAML 1.2", "use $ref or allOf")
            return sys.intern(text)
        if isinstance(value, str):
            return value
        self.fail(event, "only text can be a key", "quote the key")
        raise AssertionError

    def scalar(self, event: Any) -> Any:
        value: str = event.value
        tag = event.tag
        plain = not event.style
        if tag is None:
            result: Any = self.plain(value, event) if plain else value
        elif tag not in _SCALAR_TAGS:
            self.error(event, f"the tag {tag!r} is refused", "only the types of JSON may be used; remove the tag")
            result = value
        elif tag in ("!", _CORE + "str"):
            result = value
        else:
            result = self.tagged(value, tag, event)
        if event.anchor is not None:
            self.anchors[event.anchor] = result
        return result

    def tagged(self, value: str, tag: str, event: Any) -> Any:
        result = self.plain(value, event)
        wanted: dict[str, type[Any]] = {"int": int, "float": float, "bool": bool, "null": type(None)}
        kind = wanted[tag.removeprefix(_CORE)]
        if kind is float and type(result) is int:
            return float(result)
        if type(result) is not kind:
            self.error(event, f"{value!r} is not of the type of its tag {tag!r}", "remove the tag, or write a value of that type")
        return result

    def plain(self, value: str, event: Any) -> Any:
        """What an unquoted scalar means."""
        if value and value[0] not in _NOT_TEXT:
            return value
        if value in _WORDS:
            return _WORDS[value]
        if _INTEGER.match(value):
            if len(value) > 400:
                self.error(event, "an integer of more than 400 digits", "quote it if it is text")
                return 0
            return int(value)
        if _FLOAT.match(value):
            number = float(value)
            if math.isinf(number):
                self.error(event, f"{value} is too large for a number", "quote it if it is text")
            return number
        if _BASED.match(value):
            return int(value, 0)
        if _NOT_JSON.match(value):
            self.error(event, f"{value} is not a number that JSON can hold", "quote it if it is text, or leave it out")
        return value
