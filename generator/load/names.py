"""Names as generated code writes them, near enough to tell which would collide, and summaries."""

from __future__ import annotations

import keyword
import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

LONGEST: Final = 120
"""Characters; a longer name makes file names that some systems refuse, and lines that nobody reads."""

_ACRONYM: Final = re.compile(r"([A-Z]+)([A-Z][a-z])")
_HUMP: Final = re.compile(r"([a-z0-9])([A-Z])")
_SILENT: Final = {"components", "schemas", "properties", "schema"}
_OTHER: Final = re.compile(r"\W+|_+")
_SPELT: Final = str.maketrans(
    {"ß": "ss", "ẞ": "Ss", "æ": "ae", "Æ": "Ae", "œ": "oe", "Œ": "Oe", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ð": "d", "Ð": "D"}
    | {"þ": "th", "Þ": "Th", "ł": "l", "Ł": "L", "ħ": "h", "Ħ": "H", "ı": "i"}
)
"""Latin letters that are no ASCII letter with a mark."""


@lru_cache(4096)
def snake(name: str) -> str:
    """A name in snake case: `dataId`, `DataID` and `data-id` are all `data_id`."""
    normal = unicodedata.normalize("NFKC", name)
    parted = _HUMP.sub(r"\1_\2", _ACRONYM.sub(r"\1_\2", normal))
    return _OTHER.sub("_", parted).strip("_").lower()


def in_ascii(text: str) -> str:
    """A text without the marks of its letters: `Größe` is `Grosse`. Letters that are not Latin are left out."""
    return unicodedata.normalize("NFKD", text.translate(_SPELT)).encode("ascii", "ignore").decode()


def is_sentence(text: str) -> bool:
    """Whether a text is one line that ends with a full stop, as a summary does."""
    return "\n" not in text.strip() and text.strip().endswith(".")


@lru_cache(4096)
def why_not_a_name(name: str) -> str | None:
    """Why a name cannot be that of a method or argument; None when it can."""
    python = snake(name)
    if not python:
        return "has no letter or digit"
    if len(name) > LONGEST:
        return f"is longer than {LONGEST} characters"
    if not name.isprintable():
        return "contains an invisible character"
    if python[0].isdigit():
        return "starts with a digit"
    return None if python.isidentifier() else "is not a Python name"


def is_keyword(name: str) -> bool:
    """Whether a name, in snake case, is a Python keyword."""
    return keyword.iskeyword(snake(name))


def named(tokens: Sequence[str]) -> str:
    """A name for what stands at a pointer; that of a definition is its own."""
    for index, token in enumerate(tokens[:-1]):
        if token in ("$defs", "definitions"):
            tokens = tokens[index + 1 :]
            break
    words = [word for token in tokens if token not in _SILENT for word in re.split(r"[^A-Za-z0-9]+", token)]
    return "".join(word[:1].upper() + word[1:] for word in words)
