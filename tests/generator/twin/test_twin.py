"""Each rule of the derivation of sync code from async code."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from generator.twin.derive import TwinError, to_sync, to_sync_name

RULES = {
    "async def f():\n    return await g()\n": "def f():\n    return g()\n",
    "async with a as b, c:\n    pass\n": "with a as b, c:\n    pass\n",
    "async for x in y:\n    pass\n": "for x in y:\n    pass\n",
    "z = [x async for x in y if await x]\n": "z = [x for x in y if x]\n",
    "class AsyncFoo(AsyncBar, _AsyncBaz): ...\n": "class Foo(Bar, _Baz): ...\n",
    "from ..aio.client import AsyncClient\n": "from ..sync.client import Client\n",
    "from .primitives import sleep\n": "from .primitives import sleep\n",
    "import pkg._runtime.call.aio.client\n": "import pkg._runtime.call.sync.client\n",
    'NAME = "pkg.aio.client"\n': 'NAME = "pkg.sync.client"\n',
    "await self.aclose()\n": "self.close()\n",
    "async def __aenter__(self): ...\n": "def __enter__(self): ...\n",
    "async def __aexit__(self, *e): ...\n": "def __exit__(self, *e): ...\n",
    "def __aiter__(self): ...\n": "def __iter__(self): ...\n",
    "async def __anext__(self):\n    raise StopAsyncIteration\n": "def __next__(self):\n    raise StopIteration\n",
    "x = await anext(aiter(y))\n": "x = next(iter(y))\n",
    "a: AsyncIterator[int] | AsyncIterable[str]\n": "a: Iterator[int] | Iterable[str]\n",
    "a: AsyncGenerator[dict[str, int], None]\n": "a: Generator[dict[str, int], None, None]\n",
    "a: Callable[[int], Awaitable[list[T]]]\n": "a: Callable[[int], list[T]]\n",
    "a: typing.Awaitable[T]\n": "a: T\n",
    "a: Coroutine[Any, Any, dict[str, T]]\n": "a: dict[str, T]\n",
    "a: Awaitable[Awaitable[T]]\n": "a: T\n",
    "@asynccontextmanager\nasync def f(): ...\n": "@contextmanager\ndef f(): ...\n",
    "httpcore.AsyncConnectionPool()\n": "httpcore.ConnectionPool()\n",
    "x = (await f(a)).b\n": "x = f(a).b\n",
    "x = (await f(\n    a\n))[0]\n": "x = f(\n    a\n)[0]\n",
    "g(await f(a))\n": "g(f(a))\n",
    "x = (await f() or g)\n": "x = (f() or g)\n",
    "return_ = f(await x)(await y)\n": "return_ = f(x)(y)\n",
    "async  def  f( ) :  # async: two spaces\n    pass\n": "def  f( ) :  # sync: two spaces\n    pass\n",
    'x = f"{await f(1)} and {AsyncFoo.name!r}"\nAsyncFoo\n': 'x = f"{f(1)} and {Foo.name!r}"\nFoo\n',
    'k: Literal["AsyncReplica"]\n': 'k: Literal["AsyncReplica"]\n',
    '__all__ = ["AsyncFoo"]\nclass AsyncFoo: ...\n': '__all__ = ["Foo"]\nclass Foo: ...\n',
    '"""An async client: `await client.core.get()`, `async with AsyncUbiOps() as c`."""\n': '"""A sync client: `client.core.get()`, `with UbiOps() as c`."""\n',
    '"""An AsyncCoreApi or an AsyncIterator; asynchronous."""\n': '"""A CoreApi or an Iterator; synchronous."""\n',
    "# an async call: await f(x)\n": "# a sync call: f(x)\n",
    "a = 1\n# twin: only async\nimport asyncio\n# twin: end\nb = 2\n": "a = 1\nb = 2\n",
    "class A:\n    # twin: only async\n    async def x(self): await anyio.sleep(1)\n    # twin: end\n    y = 1\n": "class A:\n    y = 1\n",
    "from collections.abc import Awaitable, Callable\n": "from collections.abc import Awaitable, Callable\n",
    "s = 'async' \"await\"\n": "s = 'async' \"await\"\n",
    "x = r'\\d' + b'await' + rb\"\\x\"\n": "x = r'\\d' + b'await' + rb\"\\x\"\n",
    "x = 1_000.5e-3 + 0xFF + .5j\n": "x = 1_000.5e-3 + 0xFF + .5j\n",
    "f(x, \\\n  await y)\n": "f(x, \\\n  y)\n",
    "crlf = 1\r\nasync def f(): ...\r\n": "crlf = 1\r\ndef f(): ...\r\n",
}


@pytest.mark.parametrize("source", RULES)
def test_rule(source: str) -> None:
    assert to_sync(source) == RULES[source]


@pytest.mark.parametrize(
    ("source", "line", "word"),
    [
        ("import asyncio\n", 1, "asyncio"),
        ("x = 1\nimport anyio\n", 2, "anyio"),
        ("def f(x: Awaitable) -> None: ...\n", 1, "Awaitable"),
        ("a = 1\nb = inspect.isawaitable(a)\n", 2, "isawaitable"),
        ('a = f"{await x}"\n', 1, "await"),
        ("a = 1\n# twin: only async\nb = 2\n", 2, "never closed"),
        ("# twin: end\n", 1, "does not belong"),
        ("# twin: only async\n# twin: only async\n", 2, "line 1 is not closed yet"),
        ("x: Coroutine[int]\n", 1, "three arguments"),
        ("x: Awaitable[int\n", 1, "never closed"),
    ],
)
def test_what_has_no_sync_form_names_its_line(source: str, line: int, word: str) -> None:
    with pytest.raises(TwinError, match=word) as caught:
        to_sync(source)
    assert caught.value.line == line


def test_names() -> None:
    assert [to_sync_name(name) for name in ("AsyncFoo", "_AsyncFoo", "Asynchron", "async_", "AsyncByteStream")] == [
        *("Foo", "_Foo", "Asynchron", "async_", "SyncByteStream"),
    ]


def plain_modules() -> list[Path]:
    """Modules of ours that say nothing about twins."""
    modules = sorted((Path(__file__).parents[3] / "generator").rglob("*.py"))
    return [path for path in modules if not any(word in path.read_text("utf-8") for word in ("sync", "aio", "wait"))]


@pytest.mark.parametrize("path", plain_modules(), ids=lambda path: path.name)
def test_code_without_async_is_only_lexed(path: Path) -> None:
    """Whatever Python we have of our own passes the lexer with every byte."""
    source = path.read_text("utf-8")
    assert to_sync(source) == source


def test_the_runtime_has_twins() -> None:
    handwritten = Path(__file__).parents[3] / "handwritten"
    paths = [path for path in handwritten.rglob("*.py") if "aio" in path.with_suffix("").parts]
    assert len(paths) > 40
    for path in paths:
        if not Path(str(path).replace("/aio/", "/sync/")).exists():
            ast.parse(to_sync(path.read_text("utf-8")), str(path))
