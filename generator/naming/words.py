"""The rules by which openapi-python-client makes names, as of the version in requirements.txt.

Its own functions stand in a package whose import takes as long as generating a small client, so they are written again here; a test compares them.
"""

from __future__ import annotations

import builtins
import re
from keyword import iskeyword
from typing import Final

PREFIX: Final = "field_"
_DELIMITERS: Final = frozenset("\\. _-")
_WORD: Final = re.compile(r"[^\\. _\-]+")
_CAPITALIZED: Final = re.compile("([A-Z]?[a-z]+)")
_RESERVED: Final = frozenset({*dir(builtins), "self", "true", "false", "datetime"} - {"id"})


def snake_case(value: str) -> str:
    """A name in snake case that is an identifier, unlike keywords and builtins."""
    kept = _sanitize(value)
    name = _unreserved("_".join(_words(kept)).lower())
    return name if name.isidentifier() and not kept.startswith("_") else PREFIX + name


def pascal_case(value: str) -> str:
    """A name in Pascal case that is an identifier, unlike keywords and builtins."""
    name = _unreserved(_joined(value))
    return name if name.isidentifier() else _unreserved(_joined(PREFIX + name))


def _sanitize(value: str) -> str:
    return "".join(character for character in value if character.isidentifier() or character.isdecimal() or character in _DELIMITERS)


def _words(value: str) -> list[str]:
    if any(character.isupper() for character in value):
        value = " ".join(_CAPITALIZED.split(value))
    return _WORD.findall(value)


def _joined(value: str) -> str:
    return "".join(word if word.isupper() else word.capitalize() for word in _words(_sanitize(value)))


def _unreserved(name: str) -> str:
    return f"{name}_" if name in _RESERVED or iskeyword(name) else name
