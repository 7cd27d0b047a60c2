"""Python source → tokens, and functions to find the way in them. The lexer is our own, because the one of the standard library splits
f-strings from Python 3.12 on,
and a twin must be the same on every version.

Code between `# twin: only async` and `# twin: end` is left out.
"""

from __future__ import annotations

import re
from typing import Final

FENCE: Final = "# twin: only async"
FENCE_END: Final = "# twin: end"
_FENCES: Final = (FENCE, FENCE_END)

_TOKEN: Final = re.compile(
    r"""
    (?P<comment>\#[^\n]*)
  | (?P<string>(?:[rRbBuUfF]{1,2}(?=["']))?(?:\"{3}(?:[^\\]|\\.)*?\"{3}|'{3}(?:[^\\]|\\.)*?'{3}|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'))
  | (?P<name>[^\W\d]\w*)
  | (?P<number>\.?\d(?:[eE][-+]|[\w.])*)
  | (?P<newline>\r?\n)
  | (?P<space>[ \t\f]+|\\\r?\n)
  | (?P<operator>.)
    """,
    re.VERBOSE | re.DOTALL,
)


class TwinError(ValueError):
    """Something has no sync form. `line` counts from 1 in the async source."""

    def __init__(self, line: int, message: str) -> None:
        super().__init__(f"line {line}: {message}")
        self.line = line
        self.message = message


class Token:
    __slots__ = ("kind", "line", "text")

    def __init__(self, kind: str, text: str, line: int) -> None:
        self.kind = kind
        self.text = text
        self.line = line


def tokens_of(source: str) -> list[Token]:
    tokens: list[Token] = []
    line = 1
    fence = 0
    for match in _TOKEN.finditer(source):
        text = match.group()
        kind = match.lastgroup or "operator"
        if kind == "comment" and text.strip() in _FENCES:
            opens = text.strip() == FENCE
            if opens == bool(fence):
                raise TwinError(line, f"`{text.strip()}` does not belong here" + (f": line {fence} is not closed yet" if fence else ""))
            if opens:
                fence = line
                _drop_indent(tokens)
            else:
                fence = -1
        elif not fence:
            tokens.append(Token(kind, text, line))
        elif fence == -1 and kind == "newline":
            fence = 0
        if kind == "newline":
            line += 1
        elif kind == "string" or kind == "space":
            line += text.count("\n")
    if fence > 0:
        raise TwinError(fence, f"`{FENCE}` is never closed with `{FENCE_END}`")
    return tokens


def _drop_indent(tokens: list[Token]) -> None:
    while tokens and tokens[-1].kind == "space":
        tokens.pop()


def blank(token: Token) -> None:
    token.kind, token.text = "space", ""


def near(tokens: list[Token], index: int, step: int) -> int:
    """The index of the next token (in that direction) that is not space, a comment or a line break; -1 when there is none."""
    index += step
    while 0 <= index < len(tokens):
        if tokens[index].kind not in ("space", "comment", "newline") and tokens[index].text:
            return index
        index += step
    return -1


def closing(tokens: list[Token], index: int) -> int:
    """The index of the bracket that closes the one at `index`."""
    depth = 0
    for place in range(index, len(tokens)):
        if tokens[place].kind == "operator":
            if tokens[place].text in "([{":
                depth += 1
            elif tokens[place].text in ")]}":
                depth -= 1
                if not depth:
                    return place
    raise TwinError(tokens[index].line, "a bracket is never closed")


def depth_at(tokens: list[Token], index: int) -> int:
    """How many brackets are open: looked at backwards, up to the start of a statement that cannot stand inside brackets."""
    depth = 0
    for place in range(index - 1, -1, -1):
        token = tokens[place]
        if token.kind == "operator" and token.text in "([{":
            depth += 1
        elif token.kind == "operator" and token.text in ")]}":
            depth -= 1
        elif depth <= 0 and token.kind == "name" and token.text in ("def", "class", "import", "return"):
            break
    return max(depth, 0)


def commas_between(tokens: list[Token], start: int, end: int) -> list[int]:
    found: list[int] = []
    index = start + 1
    while index < end:
        if tokens[index].kind == "operator" and tokens[index].text in ("(", "[", "{"):
            index = closing(tokens, index)
        elif tokens[index].text == ",":
            found.append(index)
        index += 1
    last = near(tokens, end, -1)
    return found[:-1] if found and found[-1] == last else found
