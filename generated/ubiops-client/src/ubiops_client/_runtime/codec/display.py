"""What terminals and notebooks show of values: capped, with what is left out counted, in HTML as text only; times with all their digits."""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any, Final, SupportsIndex, cast

import msgspec

from ..declarations.json_types import is_list, is_mapping

ITEMS = 50
"""How many items of a list are shown, at most."""
ROOM = 10_000
"""How many characters of a list, a mapping or a text are shown; the item that crosses the line is shown whole."""
FIELDS = 100
"""How many fields of one object a table shows."""
CELL, COLUMNS = 200, 30
"""How many characters of a table's cell, and how many of its columns, are shown."""
FINER: Final = re.compile(rb"\.(?<=:\d\d\.)\d{7}")
"""What JSON text has somewhere when there is a time finer than a microsecond in it. It begins with its rarest character: whole answers are searched."""
_DIGITS: Final = re.compile(r"(:\d\d\.\d{6})(\d+)(?=\D|$)")


def short(value: Any) -> str:
    """The `repr` of a value, within the caps."""
    kind = type(cast(object, value))
    if kind is dict:
        return f"{{{joined((f'{key!r}: {short(item)}' for key, item in value.items()), len(value))}}}"
    if kind is list:
        return f"[{listed(value)}]"
    if kind is tuple and len(value) > 1:
        return f"({listed(value)})"
    if kind in (str, bytes) and len(value) > ROOM:
        return f"{value[:ROOM]!r}... {len(value) - ROOM:,} more"
    return repr(value)


def listed(values: Sequence[Any]) -> str:
    """The items of a list, within the caps, without its brackets."""
    return joined(map(short, values), len(values), ITEMS)


def joined(parts: Iterable[str], total: int, most: int | None = None) -> str:
    """Parts with commas between them, within the caps; then how many of `total` are left out."""
    shown = list(_fitting(((part, len(part)) for part in parts), most))
    return ", ".join([*shown, f"... {total - len(shown):,} more"] if len(shown) < total else shown)


class Start(list[Any]):
    """The first items of a list of `total` items."""

    def __init__(self, items: Iterable[Any], total: int) -> None:
        super().__init__(items)
        self.total = total


def clipped(value: Any, read: Callable[[Any], Any]) -> Any:
    """Plain data, within the caps; what is left out is counted in the last item of a list, and under `...` in a mapping.

    Args:
        read: Gives the mapping or list for an object, of which values may be objects again; anything else as it is.
    """
    value = read(value)
    if is_mapping(value):
        entries = ((key, clipped(item, read)) for key, item in value.items())
        kept = dict(_fitting(((entry, _size(entry[1])) for entry in entries), None))
        return {**kept, "...": f"{len(value) - len(kept):,} more"} if len(kept) < len(value) else kept
    if is_list(value):
        items = list(_fitting(((item, _size(item)) for item in (clipped(one, read) for one in value)), ITEMS))
        total = value.total if isinstance(value, Start) else len(value)
        return [*items, f"... {total - len(items):,} more"] if len(items) < total else items
    if isinstance(value, str) and len(value) > ROOM:
        return f"{value[:ROOM]}... {len(value) - ROOM:,} more"
    return value


def _size(value: Any) -> int:
    return len(json.dumps(value, default=str))


def _fitting(sized: Iterable[tuple[Any, int]], most: int | None) -> Iterator[Any]:
    """Values, given with their sizes, until there is no room left."""
    room = ROOM
    for value, size in islice(sized, most):
        if room < 0:
            return
        yield value
        room -= size


def table(rows: Sequence[Mapping[str, Any]], total: int, title: str) -> str:
    """An HTML table with a line above it.

    Args:
        rows: The rows to show, at most `ITEMS`; values by column.
        total: How many rows there are.
    """
    names = list(dict.fromkeys(name for row in rows for name in row))
    line = f"{title}: {total:,} row{'' if total == 1 else 's'}"
    if len(rows) < total:
        line += f", {total - len(rows):,} of them not shown"
    if len(names) > COLUMNS:
        line += f"; {len(names) - COLUMNS:,} of {len(names):,} columns not shown"
    shown = names[:COLUMNS]
    return _html(line, shown, ([_cell(row[name]) if name in row else "" for name in shown] for row in rows))


def fields(held: Mapping[str, Any], title: str) -> str:
    """An HTML table with a row for each field of an object."""
    left = f"; {len(held) - FIELDS:,} of {len(held):,} fields not shown" if len(held) > FIELDS else ""
    return _html(title + left, ["", "value"], ([_text(name), _cell(value)] for name, value in islice(held.items(), FIELDS)))


def _html(line: str, names: Iterable[str], rows: Iterable[Sequence[str]]) -> str:
    head = "".join(f"<th>{_text(name)}</th>" for name in names)
    body = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>\n" for row in rows)
    # Notebooks read dollar signs as formulas, but not in what has this class.
    start = f'<div class="tex2jax_ignore mathjax_ignore"><p>{_text(line)}</p>\n<table>\n'
    return f"{start}<thead><tr>{head}</tr></thead>\n<tbody>\n{body}</tbody>\n</table></div>"


def _cell(value: Any) -> str:
    return _text(value if isinstance(value, str) else short(value))


def _text(value: str) -> str:
    from html import escape  # brings a table of all entities

    return escape(value if len(value) <= CELL else f"{value[:CELL]}...")


class ExactDatetime(datetime.datetime):
    """A time as the API wrote it. As a `datetime` it is cut to microseconds; `isoformat()`, and what is sent, has all digits.

    What is computed from it is a plain time, of microseconds.
    """

    __slots__ = ("text",)
    text: str

    @classmethod
    def read(cls, text: str) -> datetime.datetime:
        """The time in a text of RFC 3339: a plain `datetime` where nothing is lost by it. Raises msgspec.ValidationError."""
        plain = msgspec.convert(_DIGITS.sub(r"\1", text), datetime.datetime)
        digits = _DIGITS.search(text)
        if digits is None or not digits[2].strip("0"):
            return plain
        made = cls.combine(plain.date(), plain.timetz())
        made.text = text
        return made

    def isoformat(self, sep: str = "T", timespec: str = "auto") -> str:
        """All digits, unless another form is asked for."""
        text: str | None = getattr(self, "text", None)
        return super().isoformat(sep, timespec) if text is None or (sep, timespec) != ("T", "auto") else text

    def __reduce_ex__(self, protocol: SupportsIndex) -> tuple[Any, ...]:
        """What is pickled and copied."""
        text: str | None = getattr(self, "text", None)
        return super().__reduce_ex__(protocol) if text is None else (self.read, (text,))  # type: ignore[return-value]


_NAMES: dict[Any, str] = {
    str: "string",
    int: "integer",
    float: "number",
    bool: "boolean",
    dict: "object",
    list: "array",
    type(None): "null",
}


def type_name(kind: Any) -> str:
    """What JSON calls a type, or what Python does."""
    return _NAMES.get(kind) or str(getattr(kind, "__name__", kind))
