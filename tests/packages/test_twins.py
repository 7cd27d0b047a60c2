"""Sync and async have the same surface: classes, methods, parameters, docstrings that differ only in `await`."""

from __future__ import annotations

import importlib
import inspect
import re
from pathlib import Path
from types import ModuleType

import pytest

from .conftest import DISTRIBUTIONS

pytestmark = pytest.mark.parametrize("package", [name.replace("-", "_") for name in DISTRIBUTIONS])


def classes(module: ModuleType) -> dict[str, type]:
    names = [name for name in module.__all__ if inspect.isclass(getattr(module, name)) and hasattr(module, f"Async{name}")]
    return {name: getattr(module, name) for name in names}


def synced(signature: str) -> str:
    """An async signature in the words of the sync side."""
    signature = signature.replace("Async", "").replace("-> 'Generator[Any, Any, R]'", "-> 'R'")
    signature = re.sub(r"(Iterable\[.*?\]) \| \1", r"\1", signature)
    while (start := signature.find("Awaitable[")) >= 0:
        depth, end = 1, start + len("Awaitable[")
        while depth:
            depth += {"[": 1, "]": -1}.get(signature[end], 0)
            end += 1
        signature = signature[:start] + signature[start + len("Awaitable[") : end - 1] + signature[end:]
    return signature


def test_both_sides_have_the_same_methods_and_parameters(package: str) -> None:
    module = importlib.import_module(package)
    found = classes(module)
    assert found
    for name, sync in found.items():
        other = getattr(module, f"Async{name}")
        members = {key for key, value in inspect.getmembers(sync) if not key.startswith("_")}
        others = {key for key, value in inspect.getmembers(other) if not key.startswith("_")}
        assert {key.removeprefix("a") if key == "aclose" else key for key in others} == members
        for key in members - {"close"}:
            one, two = inspect.getattr_static(sync, key), inspect.getattr_static(other, key)
            if inspect.isfunction(one):
                assert synced(str(inspect.signature(two))) == str(inspect.signature(one)).replace(", None, None]", "]"), f"{name}.{key}"


def test_the_sync_side_has_no_event_loop(package: str) -> None:
    module = importlib.import_module(package)
    assert module.__file__
    paths = [path for path in Path(module.__file__).parent.rglob("*.py") if "sync" in path.with_suffix("").parts]
    assert len(paths) > 20
    for path in paths:
        text = path.read_text()
        assert not re.search(r"^\s*(import|from) (asyncio|anyio)", text, re.MULTILINE), path
        assert not re.search(r"\bawait\b(?! )|\bawait [a-z]+[.(]", text), path
