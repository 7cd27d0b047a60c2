"""Async Python source → its sync twin, token by token; layout, comments and docstrings are kept and translated.

What has no sync version is an error that names the line. Put it between `# twin: only async` and `# twin: end`, or into `primitives`.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from .tokens import FENCE, FENCE_END, Token, TwinError, blank, closing, commas_between, depth_at, near, tokens_of

__all__ = ["LEFT", "NAMES", "TwinError", "is_translated", "prose_to_sync", "to_sync", "to_sync_name"]

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

_ASYNC: Final = re.compile(r"(_*)Async(?=[A-Z])(\w+)\Z")
_WORD: Final = re.compile(r"[^\W\d]\w*")
_MARK: Final = re.compile(r"sync|wait|Coroutine|a(?:io|iter|clos|next|read|enter|exit)")
"""Stands in every text in which anything is translated. Most have none, and one search says so."""
_ARTICLE: Final = re.compile(r"\b([Aa])n(\s+`*)(?:Async(?=[BCDFGHJ-NP-TV-Z])|async\b)")
_ASYNC_STATEMENT: Final = re.compile(r"\basync\s+(with|for|def)\b")
_AWAIT: Final = re.compile(r"\bawait\s+(?=[\w(][\w.]*[.(\[])")
_AWAITABLE: Final = re.compile(r"\b(?:Awaitable|Coroutine\[[^\[\]]*,[^\[\]]*,)\[?\s*((?:[^\[\]]|\[[^\[\]]*\])*)\]")
_PATH: Final = re.compile(r"\.*(?:\w+\.)*aio(?:\.\w+)*\Z")
LEFT: Final = {"anyio", "asyncio", "async", "await", "Awaitable", "Coroutine", "isawaitable", "iscoroutine", "iscoroutinefunction"}
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


@cache  # `clientgen watch` derives the same twins again and again
def to_sync(source: str) -> str:
    """The sync twin of async Python source.

    Raises:
        TwinError: something async is left that has no sync form, or a fence is not closed.
    """
    tokens = tokens_of(source)
    names = {token.text for token in tokens if token.kind == "name"}
    _strings(tokens, names)
    _subscripts(tokens)
    _parentheses(tokens)
    _statements(tokens)
    _rename(tokens, names)
    _check(tokens)
    return "".join(token.text for token in tokens)


def to_sync_name(name: str) -> str:
    """The sync name of an async name; any other name stays."""
    if name in NAMES:
        return NAMES[name]
    match = _ASYNC.match(name) if "Async" in name else None
    return match.group(1) + match.group(2) if match else name


def is_translated(name: str) -> bool:
    """Whether the sync twin has another name in its place, or none: what a document calls like that needs another name."""
    return name in LEFT or to_sync_name(name) != name


def _strings(tokens: list[Token], names: set[str]) -> None:
    for index, token in enumerate(tokens):
        if token.kind not in ("comment", "string") or not _MARK.search(token.text):
            continue
        if token.kind == "comment" or _is_docstring(tokens, index):
            token.text = prose_to_sync(token.text)
        elif not _is_key(tokens, index):
            token.text = _literal(token.text, names)


def _is_key(tokens: list[Token], index: int) -> bool:
    """Whether a string is a key of a dictionary: a name that goes over the wire."""
    after = near(tokens, index, 1)
    return after >= 0 and tokens[after].text == ":" and depth_at(tokens, index) > 0


def _is_docstring(tokens: list[Token], index: int) -> bool:
    """Whether a string stands alone as a statement."""
    before, after = index - 1, index + 1
    while before >= 0 and tokens[before].kind == "space":
        before -= 1
    while after < len(tokens) and tokens[after].kind in ("space", "comment"):
        after += 1
    if (before >= 0 and tokens[before].kind != "newline") or (after < len(tokens) and tokens[after].kind != "newline"):
        return False
    previous = near(tokens, index, -1)
    return previous < 0 or tokens[previous].text not in ("(", "[", "{", ",", "=", "+", "%", "|") and depth_at(tokens, index) == 0


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


def _subscripts(tokens: list[Token]) -> None:
    """`Awaitable[X]` → `X`, `Coroutine[A, B, X]` → `X`, `AsyncGenerator[X, Y]` → `Generator[X, Y, None]`."""
    for index in range(len(tokens) - 1, -1, -1):
        token = tokens[index]
        if token.kind != "name" or token.text not in ("Awaitable", "Coroutine", "AsyncGenerator"):
            continue
        start = near(tokens, index, 1)
        if start < 0 or tokens[start].text != "[":
            continue
        end = closing(tokens, start)
        commas = commas_between(tokens, start, end)
        if token.text == "AsyncGenerator":
            tokens[end].text = ", None]" if commas else ", None, None]"
            continue
        if token.text == "Coroutine" and len(commas) != 2:
            raise TwinError(token.line, "`Coroutine` takes three arguments")
        first = commas[-1] if token.text == "Coroutine" else start
        _blank_qualifier(tokens, index)
        for place in (*range(index, first + 1), end):
            blank(tokens[place])
        following = first + 1
        while tokens[following].kind == "space":
            tokens[following].text = ""
            following += 1


def _blank_qualifier(tokens: list[Token], index: int) -> None:
    """Removes `typing.` before a name."""
    while index >= 2 and tokens[index - 1].text == "." and tokens[index - 2].kind == "name":
        blank(tokens[index - 1])
        blank(tokens[index - 2])
        index -= 2


def _parentheses(tokens: list[Token]) -> None:
    """`(await f(x)).y` → `f(x).y`: the parentheses were there for `await` only."""
    for index, token in enumerate(tokens):
        if token.text != "(" or token.kind != "operator":
            continue
        first = near(tokens, index, 1)
        if first < 0 or tokens[first].text != "await" or _is_call(tokens, index):
            continue
        end = closing(tokens, index)
        if _is_primary(tokens, first + 1, end):
            blank(token)
            blank(tokens[end])


def _is_call(tokens: list[Token], index: int) -> bool:
    before = near(tokens, index, -1)
    if before < 0:
        return False
    token = tokens[before]
    return token.text in (")", "]") or token.kind == "string" or (token.kind == "name" and token.text not in _KEYWORDS)


def _is_primary(tokens: list[Token], start: int, end: int) -> bool:
    """Whether the tokens are a name with attributes, calls and subscripts, on one line but for brackets."""
    index = start
    while index < end:
        token = tokens[index]
        if token.kind == "operator" and token.text in ("(", "["):
            index = closing(tokens, index)
        elif (
            not (token.kind == "name" and token.text not in _KEYWORDS)
            and not (token.kind == "space" and index == start)
            and token.text != "."
        ):
            return False
        index += 1
    return True


def _statements(tokens: list[Token]) -> None:
    """Removes `await`, and `async` before `def`, `with` and `for`."""
    for index, token in enumerate(tokens):
        if token.kind != "name" or token.text not in ("await", "async"):
            continue
        following = near(tokens, index, 1)
        if following < 0 or (token.text == "async" and tokens[following].text not in ("def", "with", "for")):
            continue
        blank(token)
        for place in range(index + 1, following):
            if tokens[place].kind == "space":
                tokens[place].text = ""


def _rename(tokens: list[Token], names: set[str]) -> None:
    renamed = {name: new for name in names if (new := to_sync_name(name)) != name}
    for token in tokens:
        if token.text in renamed and token.kind == "name":
            token.text = renamed[token.text]


def _check(tokens: list[Token]) -> None:
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
        elif token.kind == "name" and token.text in LEFT and not (importing and token.text in ("Awaitable", "Coroutine")):
            hint = f"put it between `{FENCE}` and `{FENCE_END}`, or move it into `primitives`"
            raise TwinError(token.line, f"`{token.text}` has no sync version: {hint}")
        elif token.kind == "string" and re.search(r"\{\s*await\b", token.text) and token.text[0] in "fFrR":
            raise TwinError(token.line, "`await` in an f-string cannot be derived: assign its value to a name first")
