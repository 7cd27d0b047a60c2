"""Builds a package around a copy of the runtime, derives its sync side, and gives each test both sides as one.

A test is written once, as a coroutine over a `Side`; on the sync side what it awaits has already happened.
"""

from __future__ import annotations

import asyncio
import importlib
import inspect
import re
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from generator.twin.derive import to_sync
from tests.support.fault_server import FaultServer

RUNTIME = Path(__file__).parents[2] / "handwritten" / "runtime"
PACKAGE = "flow_client"


def _build(folder: Path) -> None:
    runtime = folder / PACKAGE / "_runtime"
    shutil.copytree(RUNTIME, runtime, ignore=shutil.ignore_patterns("__pycache__"))
    (folder / PACKAGE / "__init__.py").write_text("", encoding="utf-8")
    for module in sorted(runtime.rglob("*.py")):
        parts = module.with_suffix("").relative_to(runtime).parts
        twin = runtime.joinpath(*("sync" if part == "aio" else part for part in parts)).with_suffix(".py")
        if not twin.exists():
            twin.parent.mkdir(exist_ok=True)
            twin.write_text(to_sync(module.read_text(encoding="utf-8")), encoding="utf-8")


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The folder that holds the package; it can be imported."""
    folder = tmp_path_factory.mktemp("package")
    _build(folder)
    sys.path.insert(0, str(folder))
    yield folder
    sys.path.remove(str(folder))


class Side:
    """One side of the runtime: `side.module("paging.aio")`, `side.name("Pages")`, `await side.get(…)`."""

    def __init__(self, is_async: bool) -> None:
        self.is_async = is_async

    def __repr__(self) -> str:
        return "async" if self.is_async else "sync"

    def pure(self, name: str) -> Any:
        """A pure module."""
        return importlib.import_module(f"{PACKAGE}._runtime.{name}")

    def module(self, name: str) -> Any:
        """A module of this side."""
        return importlib.import_module(f"{PACKAGE}._runtime." + (name if self.is_async else re.sub(r"\baio\b", "sync", name)))

    def cls(self, module: str, name: str) -> Any:
        """A class of this side, by its sync name."""
        return getattr(self.module(module), f"Async{name}" if self.is_async else name)

    async def get(self, value: Any) -> Any:
        """What a call gave, awaited where that is needed."""
        return await value if inspect.isawaitable(value) else value

    async def listed(self, items: Any) -> list[Any]:
        """All of an iterator."""
        return [item async for item in items] if self.is_async else list(items)

    async def together(self, count: int, work: Callable[[int], Any]) -> list[Any]:
        """Run `work(number)` so many times at once, in tasks or threads; errors are given as values."""
        if self.is_async:
            return await asyncio.gather(*(work(number) for number in range(count)), return_exceptions=True)
        from concurrent.futures import ThreadPoolExecutor

        def safe(number: int) -> Any:
            try:
                return work(number)
            except Exception as error:  # noqa: BLE001 - given as a value
                return error

        with ThreadPoolExecutor(count) as pool:
            return list(pool.map(safe, range(count)))


@pytest.fixture(params=["async", "sync"])
def side(request: pytest.FixtureRequest, built: Path) -> Side:
    """Each test runs on both sides."""
    return Side(request.param == "async")


@pytest.fixture
def runtime(built: Path) -> Side:
    """For tests of the pure modules, which have one side only."""
    return Side(False)


@pytest.fixture
def server() -> Iterator[FaultServer]:
    """A server on loopback with a journal."""
    with FaultServer() as running:
        yield running


@pytest.hookimpl(tryfirst=True)
def pytest_pyfunc_call(pyfuncitem: pytest.Function) -> bool | None:
    """Run coroutine tests."""
    if not inspect.iscoroutinefunction(pyfuncitem.obj):
        return None
    arguments = {name: pyfuncitem.funcargs[name] for name in pyfuncitem._fixtureinfo.argnames}
    asyncio.run(asyncio.wait_for(pyfuncitem.obj(**arguments), 60))
    return True
