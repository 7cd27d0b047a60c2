"""From a documented code example of Cognite Data Fusion to one that runs here: by rule, never retyped.

What may change, and nothing else:

1. Import lines: `cognite.client` is `cognite_client`. What an example uses without importing it comes from the module of ours that has it, `datetime`
   from the standard library; `client` is another name of `c`.
2. An example that uses what an earlier one of the same place has made goes on from there.
3. Placeholders: `<some-id>` and `<some-ids>` name existing resources, `<your-…>` is a text, `...` among arguments stands for the required ones that
   are left out; no resource has the id 0, it stands for 1. Paths lie below the folder of the test.

Credentials and address come from the environment, as the examples have it. This module must never know what an example calls.
"""

from __future__ import annotations

import ast
import builtins
import importlib
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from types import ModuleType
from typing import Any

FOLDER = Path(__file__).absolute().parents[4] / "shared" / "documented"
DOCUMENTED = FOLDER / "cognite_sdk.examples.json"
_MODULES = ("data_classes", "data_classes.templates", "exceptions", "testing")
_PLACEHOLDERS = (
    (re.compile(r"<[\w-]+-ids>"), "1, 2"),
    (re.compile(r"<[\w-]+-id>"), "1"),
    (re.compile(r"\bid=0\b"), "id=1"),
    (re.compile(r'(?<=")/path/to/'), "path/to/"),
)
_REQUIRED = re.compile(r",\s*\.\.\.(?=\s*\))")


@dataclass(frozen=True)
class Example:
    """One documented example, and those before it in the same place."""

    place: str
    """The documented method, or `other`."""
    line: int
    code: str
    before: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.place}-{self.line}"


def examples() -> list[Example]:
    """Every documented example."""
    data: Mapping[str, Any] = json.loads(DOCUMENTED.read_text("utf-8"))
    places = {**data["methods"], "other": data["other"]}
    return [
        Example(place, one["line"], one["code"], tuple(other["code"] for other in found[:number]))
        for place, found in places.items()
        for number, one in enumerate(found)
    ]


def runnable(example: Example) -> str:
    """The example as it runs here.

    Raises:
        SyntaxError: the document's own slip.
    """
    code = _with_what_went_before(_filled(example.code), [_filled(one) for one in example.before])
    code = re.sub(r"(?m)^(\s*from\s+)cognite\.client\b", r"\1cognite_client", code)
    missing = _unbound(code)
    imports = "".join(f"from {module} import {name}\n" for name in missing if (module := _home(name)))
    return imports + (_alias(code) if "client" in missing else code)


def _filled(code: str) -> str:
    """Rule 3."""
    for pattern, value in _PLACEHOLDERS:
        code = pattern.sub(value, code)
    numbers = count(1)
    return _REQUIRED.sub(lambda _: f", external_id='pipeline-{next(numbers)}', data_set_id=1", code)


def _with_what_went_before(code: str, before: Iterable[str]) -> str:
    """Rule 2: the nearest earlier examples that bind what is missing, in their order."""
    for earlier in reversed(list(before)):
        missing = {name for name in _unbound(code) if _home(name) is None and name != "client"}
        if missing & _bound(ast.parse(earlier)):
            code = f"{earlier}\n{code}"
    return code


def _alias(code: str) -> str:
    """`client` after the line that makes `c`."""
    return re.sub(r"(?m)^c = .*$", r"\g<0>\nclient = c", code, count=1)


def _home(name: str) -> str | None:
    """The module that has a name which an example uses without importing it."""
    if name == "datetime":
        return "datetime"
    for module in _MODULES:
        found = getattr(importlib.import_module(f"cognite_client.{module}"), name, None)
        if found is not None and not isinstance(found, ModuleType):
            return f"cognite_client.{module}"
    return None


def _bound(program: ast.Module) -> set[str]:
    nodes = list(ast.walk(program))
    names = {node.id for node in nodes if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)}
    names |= {node.name for node in nodes if isinstance(node, ast.ExceptHandler | ast.FunctionDef) and node.name}
    imports = [alias for node in nodes if isinstance(node, ast.Import | ast.ImportFrom) for alias in node.names]
    return names | {(alias.asname or alias.name).partition(".")[0] for alias in imports}


def _unbound(code: str) -> list[str]:
    """Names that a program uses and nothing binds, in order of their first use."""
    program = ast.parse(code)
    bound = _bound(program)
    used = [node.id for node in ast.walk(program) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load)]
    return [name for name in dict.fromkeys(used) if name not in bound and not hasattr(builtins, name)]
