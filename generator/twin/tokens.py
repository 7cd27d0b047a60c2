"""Python source → tokens, and the way in them. The lexer is our own, because the one of the standard library splits
f-strings from Python 3.12 on,
and a twin must be the same on every version.

Code between `# twin: only async` and `# twin: end` is left out.
"""

from __future__ import annotations

import re
from typing import Final

FENCE: Final = "# twin: only async"
FENCE_END: Final = "# twin: end"

_STRING: Final = (r"Q{3}[^Q\\]*+(?:(?:\\.|Q(?!QQ))[^Q\\]*+)*+Q{3}", r"Q[^Q\\\n]*+(?:\\.[^Q\\\n]*+)*+Q")
_STRINGS: Final = "|".join(form.replace("Q", mark) for form in _STRING for mark in ('"', "'"))
_PATTERNS: Final = {
    "space": r"[ \t\f]++|\\\r?\n",
    "newline": r"\r?\n",
    "string": rf"(?:[rRbBuUfF]{{1,2}}+(?=[\"']))?(?:{_STRINGS})",
    "name": r"[^\W\d]\w*+",
    "comment": r"#[^\n]*+",
    "number": r"\.?\d(?:[eE][-+]|[\w.])*+",
    "operator": r".",
}
"""Kind → what a token of that kind looks like, unless it is of one of those before."""
_TOKEN: Final = re.compile("|".join(_PATTERNS.values()), re.DOTALL)
_KIND: Final = re.compile("|".join(f"(?P<{kind}>{pattern})" for kind, pattern in _PATTERNS.items()), re.DOTALL)


class TwinError(ValueError):
    """Something has no sync form. `line` counts from 1 in the async source."""

    def __init__(self, line: int, message: str) -> None:
        super().__init__(f"line {line}: {message}")
        self.line = line
        self.message = message


_BRACKETS: Final = {"(": 1, "[": 1, "{": 1, ")": -1, "]": -1, "}": -1}


class _Kinds(dict[str, str]):
    """Texts of tokens → their kinds: most texts stand in a source many times."""

    def __missing__(self, text: str) -> str:
        match = _KIND.match(text)
        assert match and match.lastgroup
        kind = self[text] = match.lastgroup
        return kind


class Tokens:
    """The tokens of a source, which may be changed: two lists, since a loop in Python over objects would take most of the time of a twin."""

    __slots__ = ("_left_out", "_originals", "kinds", "texts")

    def __init__(self, source: str) -> None:
        """Raises:
        TwinError: a fence is not closed, or not opened.
        """
        self.texts: list[str] = _TOKEN.findall(source)
        """Together they are the source."""
        self.kinds: list[str] = [*map(_Kinds().__getitem__, self.texts)]
        """`comment`, `string`, `name`, `number`, `newline`, `space` or `operator`."""
        self._originals = self.texts
        self._left_out: list[tuple[int, int]] = []
        """Where lines were left out, and how many."""
        if FENCE in source or FENCE_END in source:
            self._leave_out()
        self._originals = [*self.texts]

    def __len__(self) -> int:
        return len(self.texts)

    def line(self, index: int) -> int:
        """The line of the source that a token begins on, from 1."""
        before = sum(text.count("\n") for text in self._originals[:index])
        return 1 + before + sum(lines for place, lines in self._left_out if place <= index)

    def names(self, *among: str) -> list[int]:
        """Where these names stand."""
        wanted = frozenset(among)
        return [index for index, text in enumerate(self.texts) if text in wanted and self.kinds[index] == "name"]

    def is_operator(self, index: int, *among: str) -> bool:
        """Whether a token is one of these operators."""
        return self.texts[index] in among and self.kinds[index] == "operator"

    def blank(self, *indexes: int) -> None:
        """Remove tokens."""
        for index in indexes:
            self.kinds[index], self.texts[index] = "space", ""

    def drop_space(self, start: int, end: int) -> None:
        """Remove the space between tokens."""
        for index in range(start, end):
            if self.kinds[index] == "space":
                self.texts[index] = ""

    def near(self, index: int, step: int) -> int:
        """The index of the next token (in that direction) that is not space, a comment or a line break; -1 when there is none."""
        index += step
        while 0 <= index < len(self.texts):
            if self.kinds[index] not in ("space", "comment", "newline") and self.texts[index]:
                return index
            index += step
        return -1

    def closing(self, index: int) -> int:
        """The index of the bracket that closes the one at `index`."""
        depth = 0
        for place in range(index, len(self.texts)):
            depth += self._opens(place)
            if not depth:
                return place
        raise TwinError(self.line(index), "a bracket is never closed")

    def depth_at(self, index: int) -> int:
        """How many brackets are open: looked at backwards, up to the start of a statement that cannot stand inside brackets."""
        depth = 0
        for place in range(index - 1, -1, -1):
            opens = self._opens(place)
            depth += opens
            if not opens and depth <= 0 and self.texts[place] in ("def", "class", "import", "return") and self.kinds[place] == "name":
                break
        return max(depth, 0)

    def commas_between(self, start: int, end: int) -> list[int]:
        """Where commas stand between two brackets, but for those in other brackets and a last one."""
        found: list[int] = []
        index = start + 1
        while index < end:
            if self.is_operator(index, "(", "[", "{"):
                index = self.closing(index)
            elif self.texts[index] == ",":
                found.append(index)
            index += 1
        return found[:-1] if found and found[-1] == self.near(end, -1) else found

    def _opens(self, index: int) -> int:
        """1 for a bracket that opens, -1 for one that closes, 0 for all else."""
        return _BRACKETS[self.texts[index]] if self.texts[index] in _BRACKETS and self.kinds[index] == "operator" else 0

    def _leave_out(self) -> None:
        """Leave out what stands between fences, from the indent of the first to the end of the line of the second."""
        texts, kinds = [*self.texts], [*self.kinds]
        self.texts.clear()
        self.kinds.clear()
        line, fence, lines, done = 1, 0, 0, False
        for text, kind in zip(texts, kinds, strict=True):
            mark = text.strip() if kind == "comment" else ""
            if mark in (FENCE, FENCE_END):
                if (mark == FENCE) == bool(fence):
                    raise TwinError(line, f"`{mark}` does not belong here" + (f": line {fence} is not closed yet" if fence else ""))
                if mark == FENCE_END:
                    done = True
                else:
                    fence, lines = line, 0
                    while self.kinds and self.kinds[-1] == "space":
                        self.kinds.pop()
                        lines += self.texts.pop().count("\n")
            elif not fence:
                self.texts.append(text)
                self.kinds.append(kind)
            if fence:
                lines += text.count("\n")
            if done and kind == "newline":
                self._left_out.append((len(self.texts), lines))
                fence, done = 0, False
            line += text.count("\n")
        if fence and not done:
            raise TwinError(fence, f"`{FENCE}` is never closed with `{FENCE_END}`")
