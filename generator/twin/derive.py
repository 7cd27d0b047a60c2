"""Async Python source → its sync twin, token by token; layout, comments and docstrings are kept and translated.

What has no sync version is an error that names the line. Put it between `# twin: only async` and `# twin: end`, or into `primitives`.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from .tokens import FENCE, FENCE_END, Tokens, TwinError

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
_AWAIT_WITHIN: Final = re.compile(r"\{\s*await\b")
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
    tokens = Tokens(source)
    names = {text for text, kind in zip(tokens.texts, tokens.kinds, strict=True) if kind == "name"}
    _strings(tokens, names)
    _subscripts(tokens)
    _parentheses(tokens)
    _statements(tokens)
    _rename(tokens, names)
    _check(tokens)
    return "".join(tokens.texts)


def to_sync_name(name: str) -> str:
    """The sync name of an async name; any other name stays."""
    if name in NAMES:
        return NAMES[name]
    match = _ASYNC.match(name) if "Async" in name else None
    return match.group(1) + match.group(2) if match else name


def is_translated(name: str) -> bool:
    """Whether the sync twin has another name in its place, or none: what a document calls like that needs another name."""
    return name in LEFT or to_sync_name(name) != name


def _strings(tokens: Tokens, names: set[str]) -> None:
    texts = tokens.texts
    for index, kind in enumerate(tokens.kinds):
        if (kind != "comment" and kind != "string") or not _MARK.search(texts[index]):
            continue
        if kind == "comment" or _is_docstring(tokens, index):
            texts[index] = prose_to_sync(texts[index])
        elif not _is_key(tokens, index):
            texts[index] = _literal(texts[index], names)


def _is_key(tokens: Tokens, index: int) -> bool:
    """Whether a string is a key of a dictionary: a name that goes over the wire."""
    after = tokens.near(index, 1)
    return after >= 0 and tokens.texts[after] == ":" and tokens.depth_at(index) > 0


def _is_docstring(tokens: Tokens, index: int) -> bool:
    """Whether a string stands alone as a statement."""
    kinds = tokens.kinds
    before, after = index - 1, index + 1
    while before >= 0 and kinds[before] == "space":
        before -= 1
    while after < len(kinds) and kinds[after] in ("space", "comment"):
        after += 1
    if (before >= 0 and kinds[before] != "newline") or (after < len(kinds) and kinds[after] != "newline"):
        return False
    previous = tokens.near(index, -1)
    return previous < 0 or (tokens.texts[previous] not in ("(", "[", "{", ",", "=", "+", "%", "|") and tokens.depth_at(index) == 0)


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


def _subscripts(tokens: Tokens) -> None:
    """`Awaitable[X]` → `X`, `Coroutine[A, B, X]` → `X`, `AsyncGenerator[X, Y]` → `Generator[X, Y, None]`."""
    texts = tokens.texts
    for index in reversed(tokens.names("Awaitable", "Coroutine", "AsyncGenerator")):
        start = tokens.near(index, 1)
        if start < 0 or texts[start] != "[":
            continue
        end = tokens.closing(start)
        commas = tokens.commas_between(start, end)
        if texts[index] == "AsyncGenerator":
            texts[end] = ", None]" if commas else ", None, None]"
            continue
        if texts[index] == "Coroutine" and len(commas) != 2:
            raise TwinError(tokens.line(index), "`Coroutine` takes three arguments")
        first = commas[-1] if texts[index] == "Coroutine" else start
        _blank_qualifier(tokens, index)
        tokens.blank(*range(index, first + 1), end)
        following = first + 1
        while tokens.kinds[following] == "space":
            texts[following] = ""
            following += 1


def _blank_qualifier(tokens: Tokens, index: int) -> None:
    """Removes `typing.` before a name."""
    while index >= 2 and tokens.texts[index - 1] == "." and tokens.kinds[index - 2] == "name":
        tokens.blank(index - 1, index - 2)
        index -= 2


def _parentheses(tokens: Tokens) -> None:
    """`(await f(x)).y` → `f(x).y`: the parentheses were there for `await` only."""
    for index in tokens.names("await"):
        start = tokens.near(index, -1)
        if start < 0 or not tokens.is_operator(start, "(") or _is_call(tokens, start):
            continue
        end = tokens.closing(start)
        if _is_primary(tokens, index + 1, end):
            tokens.blank(start, end)


def _is_call(tokens: Tokens, index: int) -> bool:
    before = tokens.near(index, -1)
    if before < 0:
        return False
    text, kind = tokens.texts[before], tokens.kinds[before]
    return text in (")", "]") or kind == "string" or (kind == "name" and text not in _KEYWORDS)


def _is_primary(tokens: Tokens, start: int, end: int) -> bool:
    """Whether the tokens are a name with attributes, calls and subscripts, on one line but for brackets."""
    index = start
    while index < end:
        text, kind = tokens.texts[index], tokens.kinds[index]
        if tokens.is_operator(index, "(", "["):
            index = tokens.closing(index)
        elif not (kind == "name" and text not in _KEYWORDS) and not (kind == "space" and index == start) and text != ".":
            return False
        index += 1
    return True


def _statements(tokens: Tokens) -> None:
    """Removes `await`, and `async` before `def`, `with` and `for`."""
    for index in tokens.names("await", "async"):
        following = tokens.near(index, 1)
        if following < 0 or (tokens.texts[index] == "async" and tokens.texts[following] not in ("def", "with", "for")):
            continue
        tokens.blank(index)
        tokens.drop_space(index + 1, following)


def _rename(tokens: Tokens, names: set[str]) -> None:
    renamed = {name: new for name in names if (new := to_sync_name(name)) != name}
    for index in tokens.names(*renamed):
        tokens.texts[index] = renamed[tokens.texts[index]]


def _check(tokens: Tokens) -> None:
    for index in tokens.names(*LEFT):
        if tokens.texts[index] not in ("Awaitable", "Coroutine") or not _is_imported(tokens, index):
            hint = f"put it between `{FENCE}` and `{FENCE_END}`, or move it into `primitives`"
            raise TwinError(tokens.line(index), f"`{tokens.texts[index]}` has no sync version: {hint}")
    for index, text in enumerate(tokens.texts):
        if "await" in text and tokens.kinds[index] == "string" and _AWAIT_WITHIN.search(text) and text[0] in "fFrR":
            raise TwinError(tokens.line(index), "`await` in an f-string cannot be derived: assign its value to a name first")


def _is_imported(tokens: Tokens, index: int) -> bool:
    """Whether a name stands in a statement that imports."""
    start = index
    while start > 0 and (tokens.kinds[start - 1] != "newline" or tokens.depth_at(start) > 0):
        start -= 1
        if tokens.kinds[start] == "name" and tokens.texts[start] == "import":
            return True
    return False
