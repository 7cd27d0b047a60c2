"""What a package imports is declared, and what is declared is imported: dependencies where the client cannot do without, extras for the rest."""

from __future__ import annotations

import ast
import importlib.util
import re
import sys
import tomllib
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest
from ubiops_client import ConfigurationError, UbiOps

from .conftest import DISTRIBUTIONS, ROOT

BY_NAME = ("import_module", "extra", "needed_package", "find_spec")
"""Functions of ours and of Python that take the name of a module."""
INDIRECT = {"httpx", "sympy"}
"""Extras whose module the user imports, who hands over a client of httpx or a formula of sympy."""
NAMES = {"opentelemetry": "opentelemetry-api"}
"""Modules that are not called like their distribution."""


@cache
def project(distribution: str) -> dict[str, Any]:
    """The `[project]` table of a package."""
    table: dict[str, Any] = tomllib.loads((ROOT / "generated" / distribution / "pyproject.toml").read_text("utf-8"))["project"]
    return table


def named(requirements: list[str]) -> set[str]:
    return {re.split(r"[\[<>=!~ ]", requirement)[0] for requirement in requirements}


def imported(node: ast.AST) -> Iterator[str]:
    """The modules that a statement or a call loads, but not those of the package itself."""
    if isinstance(node, ast.Import):
        yield from (alias.name for alias in node.names)
    elif isinstance(node, ast.ImportFrom) and not node.level:
        yield node.module or ""
    elif isinstance(node, ast.Call) and node.args and isinstance(node.args[0], ast.Constant) and isinstance(node.args[0].value, str):
        function = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        if function in BY_NAME:
            yield node.args[0].value


def walked(node: ast.AST, inside: bool) -> Iterator[tuple[ast.AST, bool]]:
    """Everything that can run, and whether it stands in a function."""
    for child in ast.iter_child_nodes(node):
        if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.dump(node.test) and child in node.body:
            continue
        yield child, inside
        yield from walked(child, inside or isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef))


def needed(distribution: str) -> tuple[dict[str, str], dict[str, str]]:
    """The distributions that are imported, each with a place: with their module, and in functions or in the local server."""
    folder = ROOT / "generated" / distribution / "src"
    always: dict[str, str] = {}
    sometimes: dict[str, str] = {}
    for path in sorted(folder.rglob("*.py")):
        place = path.relative_to(folder)
        for node, inside in walked(ast.parse(path.read_text("utf-8")), inside=False):
            for module in imported(node):
                top = module.partition(".")[0]
                if top and top not in sys.stdlib_module_names and top != place.parts[0]:
                    found = sometimes if inside or "testing" in place.parts else always
                    found[NAMES.get(top, top.replace("_", "-"))] = f"{place}:{getattr(node, 'lineno', 0)}"
    return always, sometimes


@pytest.mark.parametrize("distribution", DISTRIBUTIONS)
def test_what_is_imported_is_declared(distribution: str) -> None:
    table = project(distribution)
    extras = {name for requirements in table["optional-dependencies"].values() for name in named(requirements)}
    always, sometimes = needed(distribution)
    assert not {name: place for name, place in always.items() if name not in named(table["dependencies"])}
    assert not {name: place for name, place in sometimes.items() if name not in named(table["dependencies"]) | extras}


@pytest.mark.parametrize("distribution", DISTRIBUTIONS)
def test_what_is_declared_is_imported(distribution: str) -> None:
    table = project(distribution)
    extras = {name for requirements in table["optional-dependencies"].values() for name in named(requirements)}
    always, sometimes = needed(distribution)
    found = {*always, *sometimes}
    assert named(table["dependencies"]) <= found
    assert extras - INDIRECT <= found


def test_the_generator_declares_what_it_imports_and_nothing_else() -> None:
    """By import, by name (`find_spec`), or as a program of its own: `python -m mypy`, `ruff`, hatchling's build."""
    table = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    declared, extras = named(table["dependencies"]), named(table["optional-dependencies"]["docs"])
    names = {"griffe": "griffelib", "yaml": "pyyaml"}
    found: set[str] = set()
    for path in (ROOT / "generator").rglob("*.py"):
        for node, _ in walked(ast.parse(path.read_text("utf-8")), inside=False):
            found |= {module.partition(".")[0] for module in imported(node)}
    distributions = {names.get(module, module.replace("_", "-")) for module in found - sys.stdlib_module_names - {"", "generator"}}
    assert (distributions - extras) | {"mypy", "ruff", "hatchling"} == declared


def test_imports_are_found_wherever_they_stand() -> None:
    text = (
        "if TYPE_CHECKING:\n    import a\nelse:\n    import b\ndef f():\n    from c.d import e\n    import_module('g.h')\nfrom . import i\n"
    )
    assert [name for node, _ in walked(ast.parse(text), inside=False) for name in imported(node)] == ["b", "c.d", "g.h"]


def test_a_proxy_that_needs_a_package_says_which(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    with (
        UbiOps(api_key="Token abc", base_url="http://127.0.0.1:1", proxy="socks5://127.0.0.1:2") as client,
        pytest.raises(ConfigurationError, match=r'pip install "ubiops-client\[socks\]"'),
    ):
        client.core.service_status()


def test_one_module_imports_the_parser_of_http() -> None:
    runtime = ROOT / "handwritten"
    found = {
        str(path.relative_to(runtime))
        for path in runtime.rglob("*.py")
        for node, _ in walked(ast.parse(path.read_text("utf-8")), inside=False)
        for module in imported(node)
        if module.partition(".")[0] in ("h11", "httpcore", "httptools", "httpx")
    }
    assert found == {"runtime/transport/http1.py"}
