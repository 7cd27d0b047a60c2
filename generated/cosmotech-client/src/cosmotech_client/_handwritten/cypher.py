"""Cypher as the platform's graph takes it (the dialect of RedisGraph and FalkorDB): names, values, and what a query may do.

Names are quoted, values never stand in a query that this module did not encode. This module does no I/O.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from typing import Any

from .._runtime.declarations.errors import InvalidArgument
from .failures import UnusableName
from .values import is_mapping, is_sequence

_PLAIN = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
_WRITES = re.compile(r"\b(?:create|set|merge|delete|remove)\b", re.IGNORECASE)
_QUOTED = re.compile(r"""'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|`[^`]*`|//[^\n]*|/\*.*?\*/""", re.DOTALL)
_ESCAPES = {"\\": "\\\\", "'": "\\'", "\n": "\\n", "\r": "\\r", "\t": "\\t", "\b": "\\b", "\f": "\\f"}
_RESERVED = frozenset(
    [
        "all",
        "and",
        "any",
        "as",
        "asc",
        "ascending",
        "by",
        "call",
        "case",
        "contains",
        "count",
        "create",
        "delete",
        "desc",
        "descending",
        "detach",
        "distinct",
        "else",
        "end",
        "ends",
        "exists",
        "extract",
        "false",
        "filter",
        "foreach",
        "in",
        "is",
        "limit",
        "load",
        "match",
        "merge",
        "none",
        "not",
        "null",
        "on",
        "optional",
        "or",
        "order",
        "reduce",
        "remove",
        "return",
        "set",
        "single",
        "skip",
        "starts",
        "then",
        "true",
        "union",
        "unwind",
        "when",
        "where",
        "with",
        "xor",
        "yield",
    ]
)


def quote_name(name: str) -> str:
    """A label, relationship type or property name as it stands in a query; in backquotes where it is not a plain word.

    Raises:
        UnusableName: the name is empty, or holds a backquote or a control character, for which this dialect has no way of writing.
    """
    if _PLAIN.fullmatch(name) and name.lower() not in _RESERVED:
        return name
    if not name or "`" in name or any(ord(character) < 32 or ord(character) == 127 for character in name):
        raise UnusableName(f"{name!r} cannot be the name of a label or property: it is empty, or holds a backquote or a control character")
    return f"`{name}`"


def is_plain(name: str) -> bool:
    """Whether a name can stand after `$` as it is."""
    return _PLAIN.fullmatch(name) is not None


def is_write(query: str) -> bool:
    """Whether a query changes the graph: it holds one of the words that do, outside of texts, quoted names and comments."""
    return _WRITES.search(_QUOTED.sub(" ", query)) is not None


def literal(value: Any) -> str:
    """A value as Cypher: text, number, truth value, null, or a list or map of such.

    Raises:
        InvalidArgument: Cypher has no literal for it.
    """
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    if isinstance(value, str):
        if "\x00" in value:
            raise InvalidArgument("a text with a NUL character cannot be a parameter of a query")
        return "'" + "".join(_ESCAPES.get(character, character) for character in value) + "'"
    if isinstance(value, int | float):
        if not math.isfinite(value):
            raise InvalidArgument("a number that is not finite cannot be a parameter of a query")
        return repr(value)
    if is_mapping(value):
        return "{" + ", ".join(f"{quote_name(name)}: {literal(one)}" for name, one in value.items()) + "}"
    if is_sequence(value):
        return "[" + ", ".join(literal(one) for one in value) + "]"
    raise InvalidArgument(f"a {type(value).__name__} cannot be a parameter of a query: give text, numbers, truth values, lists or maps")


def with_parameters(query: str, parameters: Mapping[str, Any]) -> str:
    """A query with the values of its parameters before it, in the dialect's own form: `CYPHER name='value' MATCH …`.

    The query's text is not touched, so no value can become a part of it.

    Raises:
        InvalidArgument: a name is not a plain word, or a value has no literal.
    """
    for name in parameters:
        if not is_plain(name):
            raise InvalidArgument(f"{name!r} cannot be the name of a parameter: only letters, digits and underscores can")
    told = " ".join(f"{name}={literal(value)}" for name, value in parameters.items())
    return f"CYPHER {told} {query}" if told else query
