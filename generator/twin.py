"""Async Python source → its sync twin, token by token; layout, comments and docstrings are kept and translated.

The lexer is ours, because the standard one cuts f-strings differently from Python 3.12 on, and the twin must have the same bytes on every version.
What has no sync form is an error that names the line: either it is fenced with `# twin: only async` / `# twin: end`, or it belongs in
`primitives`. This module must never know what the code is about.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

FENCE: Final = "# twin: only async"
FENCE_END: Final = "# twin: end"

NAMES: Final = {
    "__aenter__": "__enter__",
    "__aexit__": "__exit__",
    "__aiter__": "__iter__",
    "__anext__": "__next__",
    "AbstractAsyncContextManager": "AbstractContextManager",
    "AsyncByteStream": "SyncByteStream",
    "StopAsyncIteration": "StopIteration",
    "aclose": "close",
    "aclosing": "closing",
    "aio": "sync",
    "aiter": "iter",
    "aiter_bytes": "iter_bytes",
    "aiter_lines": "iter_lines",
    "aiter_raw": "iter_raw",
    "aiter_stream": "iter_stream",
    "aiter_text": "iter_text",
    "anext": "next",
    "aread": "read",
    "asynccontextmanager": "contextmanager",
    "enter_async_context": "enter_context",
    "handle_async_request": "handle_request",
}
"""Names that do not follow the rule `AsyncThing` → `Thing`."""

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
_ASYNC: Final = re.compile(r"(_*)Async(?=[A-Z])(\w+)\Z")
_WORD: Final = re.compile(r"[^\W\d]\w*")
_ARTICLE: Final = re.compile(r"\b([Aa])n(\s+`*)(?:Async(?=[BCDFGHJ-NP-TV-Z])|async\b)")
_ASYNC_STATEMENT: Final = re.compile(r"\basync\s+(with|for|def)\b")
_AWAIT: Final = re.compile(r"\bawait\s+(?=[\w(][\w.]*[.(\[])")
_AWAITABLE: Final = re.compile(r"\b(?:Awaitable|Coroutine\[[^\[\]]*,[^\[\]]*,)\[?\s*((?:[^\[\]]|\[[^\[\]]*\])*)\]")
_PATH: Final = re.compile(r"\.*(?:\w+\.)*aio(?:\.\w+)*\Z")
_LEFT: Final = {"anyio", "asyncio", "async", "await", "Awaitable", "Coroutine", "isawaitable", "iscoroutine", "iscoroutinefunction"}
_KEYWORDS: Final = {
    *(
        "and",
        "assert",
        "elif",
        "else",
        "for",
        "if",
        "in",
        "is",
        "lambda",
        "not",
        "or",
        "return",
        "while",
        "with",
        "yield",
        "raise",
        "del",
        "from",
    ),
    *("await", "print_"),
}


class TwinError(ValueError):
    """Something has no sync form. `line` counts from 1 in the async source."""

    def __init__(self, line: int, message: str) -> None:
        super().__init__(f"line {line}: {message}")
        self.line = line
        self.message = message


@dataclass(slots=True)
class _Token:
    kind: str
    text: str
    line: int


def to_sync(source: str) -> str:
    """The sync twin of async Python source.

    Raises:
        TwinError: something async is left that has no sync form, or a fence is not closed.
    """
    tokens = _tokens(source)
    names = {token.text for token in tokens if token.kind == "name"}
    _strings(tokens, names)
    _subscripts(tokens)
    _parentheses(tokens)
    _statements(tokens)
    _rename(tokens)
    _check(tokens)
    return "".join(token.text for token in tokens)


def to_sync_name(name: str) -> str:
    """The sync name of an async name; any other name stays."""
    if name in NAMES:
        return NAMES[name]
    match = _ASYNC.match(name)
    return match.group(1) + match.group(2) if match else name


def _tokens(source: str) -> list[_Token]:
    tokens: list[_Token] = []
    line = 1
    fence = 0
    for match in _TOKEN.finditer(source):
        text = match.group()
        kind = match.lastgroup or "operator"
        if kind == "comment" and text.strip() in (FENCE, FENCE_END):
            opens = text.strip() == FENCE
            if opens == bool(fence):
                raise TwinError(line, f"`{text.strip()}` does not belong here" + (f": the fence of line {fence} is open" if fence else ""))
            if opens:
                fence = line
                _drop_indent(tokens)
            else:
                fence = -1
        elif not fence:
            tokens.append(_Token(kind, text, line))
        elif fence == -1 and kind == "newline":
            fence = 0
        line += text.count("\n")
    if fence > 0:
        raise TwinError(fence, f"`{FENCE}` is never closed with `{FENCE_END}`")
    return tokens


def _drop_indent(tokens: list[_Token]) -> None:
    while tokens and tokens[-1].kind == "space":
        tokens.pop()


def _blank(token: _Token) -> None:
    token.kind, token.text = "space", ""


def _near(tokens: list[_Token], index: int, step: int) -> int:
    """The index of the next token (in that direction) that is not space, a comment or a line break; -1 when there is none."""
    index += step
    while 0 <= index < len(tokens):
        if tokens[index].kind not in ("space", "comment", "newline") and tokens[index].text:
            return index
        index += step
    return -1


def _closing(tokens: list[_Token], index: int) -> int:
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


def _strings(tokens: list[_Token], names: set[str]) -> None:
    for index, token in enumerate(tokens):
        if token.kind == "comment" or (token.kind == "string" and _is_docstring(tokens, index)):
            token.text = prose_to_sync(token.text)
        elif token.kind == "string":
            token.text = _literal(token.text, names)


def _is_docstring(tokens: list[_Token], index: int) -> bool:
    """Whether a string stands alone as a statement."""
    before, after = index - 1, index + 1
    while before >= 0 and tokens[before].kind == "space":
        before -= 1
    while after < len(tokens) and tokens[after].kind in ("space", "comment"):
        after += 1
    if (before >= 0 and tokens[before].kind != "newline") or (after < len(tokens) and tokens[after].kind != "newline"):
        return False
    previous = _near(tokens, index, -1)
    return previous < 0 or tokens[previous].text not in ("(", "[", "{", ",", "=", "+", "%", "|") and _depth(tokens, index) == 0


def _depth(tokens: list[_Token], index: int) -> int:
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


def prose_to_sync(text: str) -> str:
    """The words of a docstring or comment, about the sync twin."""
    text = _ARTICLE.sub(lambda match: f"{match.group(1)}{match.group(2)}" + ("async" if match.group().endswith("async") else "Async"), text)
    text = _AWAIT.sub("", _ASYNC_STATEMENT.sub(r"\1", text))
    text = _AWAITABLE.sub(r"\1", text)
    words = {"async": "sync", "Async": "Sync", "asynchronous": "synchronous", "asynchronously": "synchronously"}
    return _WORD.sub(lambda match: words.get(match.group()) or to_sync_name(match.group()), text)


def _literal(text: str, names: set[str]) -> str:
    """A string that is data: only names that this source uses as names are translated in it, and module paths."""
    content = text.strip("rRbBuUfF").strip("\"'")
    if _PATH.match(content):
        return re.sub(r"\baio\b", "sync", text)
    text = _AWAIT.sub("", _ASYNC_STATEMENT.sub(r"\1", text)) if "await" in text or "async" in text else text
    return _WORD.sub(
        lambda match: to_sync_name(match.group()) if match.group() in names and match.group() != "aio" else match.group(), text
    )


def _subscripts(tokens: list[_Token]) -> None:
    """`Awaitable[X]` → `X`, `Coroutine[A, B, X]` → `X`, `AsyncGenerator[X, Y]` → `Generator[X, Y, None]`."""
    for index in range(len(tokens) - 1, -1, -1):
        token = tokens[index]
        if token.kind != "name" or token.text not in ("Awaitable", "Coroutine", "AsyncGenerator"):
            continue
        start = _near(tokens, index, 1)
        if start < 0 or tokens[start].text != "[":
            continue
        end = _closing(tokens, start)
        commas = _commas(tokens, start, end)
        if token.text == "AsyncGenerator":
            tokens[end].text = ", None]" if commas else ", None, None]"
            continue
        if token.text == "Coroutine" and len(commas) != 2:
            raise TwinError(token.line, "`Coroutine` takes three arguments")
        first = commas[-1] if token.text == "Coroutine" else start
        _blank_qualifier(tokens, index)
        for place in (*range(index, first + 1), end):
            _blank(tokens[place])
        following = first + 1
        while tokens[following].kind == "space":
            tokens[following].text = ""
            following += 1


def _blank_qualifier(tokens: list[_Token], index: int) -> None:
    """Removes `typing.` before a name."""
    while index >= 2 and tokens[index - 1].text == "." and tokens[index - 2].kind == "name":
        _blank(tokens[index - 1])
        _blank(tokens[index - 2])
        index -= 2


def _commas(tokens: list[_Token], start: int, end: int) -> list[int]:
    found: list[int] = []
    index = start + 1
    while index < end:
        if tokens[index].kind == "operator" and tokens[index].text in ("(", "[", "{"):
            index = _closing(tokens, index)
        elif tokens[index].text == ",":
            found.append(index)
        index += 1
    last = _near(tokens, end, -1)
    return found[:-1] if found and found[-1] == last else found


def _parentheses(tokens: list[_Token]) -> None:
    """`(await f(x)).y` → `f(x).y`: the parentheses were there for `await` only."""
    for index, token in enumerate(tokens):
        if token.text != "(" or token.kind != "operator":
            continue
        first = _near(tokens, index, 1)
        if first < 0 or tokens[first].text != "await" or _is_call(tokens, index):
            continue
        end = _closing(tokens, index)
        if _is_primary(tokens, first + 1, end):
            _blank(token)
            _blank(tokens[end])


def _is_call(tokens: list[_Token], index: int) -> bool:
    before = _near(tokens, index, -1)
    if before < 0:
        return False
    token = tokens[before]
    return token.text in (")", "]") or token.kind == "string" or (token.kind == "name" and token.text not in _KEYWORDS)


def _is_primary(tokens: list[_Token], start: int, end: int) -> bool:
    """Whether the tokens are a name with attributes, calls and subscripts, on one line but for brackets."""
    index = start
    while index < end:
        token = tokens[index]
        if token.kind == "operator" and token.text in ("(", "["):
            index = _closing(tokens, index)
        elif (
            not (token.kind == "name" and token.text not in _KEYWORDS)
            and not (token.kind == "space" and index == start)
            and token.text != "."
        ):
            return False
        index += 1
    return True


def _statements(tokens: list[_Token]) -> None:
    """Removes `await`, and `async` before `def`, `with` and `for`."""
    for index, token in enumerate(tokens):
        if token.kind != "name" or token.text not in ("await", "async"):
            continue
        following = _near(tokens, index, 1)
        if following < 0 or (token.text == "async" and tokens[following].text not in ("def", "with", "for")):
            continue
        _blank(token)
        for place in range(index + 1, following):
            if tokens[place].kind == "space":
                tokens[place].text = ""


def _rename(tokens: list[_Token]) -> None:
    for token in tokens:
        if token.kind == "name":
            token.text = to_sync_name(token.text)


def _check(tokens: list[_Token]) -> None:
    importing = False
    depth = 0
    for token in tokens:
        if token.kind == "newline" and not depth:
            importing = False
        elif token.kind == "operator" and token.text and token.text in "([{":
            depth += 1
        elif token.kind == "operator" and token.text and token.text in ")]}":
            depth -= 1
        elif token.kind == "name" and token.text == "import":
            importing = True
        elif token.kind == "name" and token.text in _LEFT and not (importing and token.text in ("Awaitable", "Coroutine")):
            hint = f"fence it with `{FENCE}` / `{FENCE_END}`, or move it into `primitives`"
            raise TwinError(token.line, f"`{token.text}` has no sync form: {hint}")
        elif token.kind == "string" and re.search(r"\{\s*await\b", token.text) and token.text[0] in "fFrR":
            raise TwinError(token.line, "`await` in an f-string has no sync form here: give its value a name first")
