"""Texts that fit a regular expression."""

from __future__ import annotations

import re
import string

_CHARACTERS = "aA0" + string.printable
_LONGEST = 1000
_GROUP = re.compile(r"\?(?::|P?<\w+>)|(?P<around>\?<?[=!])")
_SET = re.compile(r"\[\^?\]?(?:\\.|[^\]\\])*\]", re.DOTALL)
_ESCAPE = re.compile(r"\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|.)", re.DOTALL)
_TIMES = re.compile(r"(?:(?P<sign>[*+?])|\{(?P<least>\d{1,4})(?P<range>,(?P<most>\d*))?\})[?+]?")


def fits(pattern: str, text: str) -> bool:
    """Whether a text fits; in bounded time, whatever the pattern. A pattern that is none is fitted by any text."""
    import jsonschema_rs

    try:
        return jsonschema_rs.Draft202012Validator({"pattern": pattern}).is_valid(text)
    except ValueError:
        return True


def fitting(pattern: str, least: int = 0) -> str | None:
    """The shortest text of at least so many characters that a plain pattern says; None where it is none of the plain kind."""
    try:
        for times in (0, min(least, _LONGEST)):
            made = _Pattern(pattern, times).alternatives()
            if len(made) >= least and fits(pattern, made):
                return made
    except (re.error, IndexError, StopIteration, RecursionError):
        pass
    return None


class _Pattern:
    """Reads a pattern from left to right. Of alternatives it takes the first, of what may be repeated as few as may be, but `times` where it may."""

    def __init__(self, text: str, times: int) -> None:
        self._text, self._at, self._times = text, 0, times

    def alternatives(self) -> str:
        first = self._sequence()
        while self._text[self._at : self._at + 1] == "|":
            self._at += 1
            self._sequence()
        return first

    def _sequence(self) -> str:
        made = ""
        while self._text[self._at : self._at + 1] not in ("", "|", ")"):
            made += self._piece() * self._repeated()
            if len(made) > _LONGEST:
                raise IndexError(len(made))
        return made

    def _piece(self) -> str:
        here = self._text[self._at]
        for kind in (_SET, _ESCAPE):
            if found := kind.match(self._text, self._at):
                self._at = found.end()
                return "" if found[0] in ("\\b", "\\B") else next(one for one in _CHARACTERS if re.fullmatch(found[0], one))
        self._at += 1
        if here == "(":
            opening = _GROUP.match(self._text, self._at)
            self._at = opening.end() if opening else self._at
            inner = self.alternatives()
            self._at += 1
            return "" if opening and opening["around"] else inner
        return {".": "a", "^": "", "$": ""}.get(here, here)

    def _repeated(self) -> int:
        found = _TIMES.match(self._text, self._at)
        if found is None:
            return 1
        self._at = found.end()
        sign = found["sign"]
        least = int(found["least"]) if sign is None else int(sign == "+")
        most = 1 if sign == "?" else int(found["most"]) if found["most"] else None if sign or found["range"] else least
        return max(least, self._times if most is None else min(most, self._times))
