"""From a documented code example to one that runs here: by rule, never retyped.

What may change, and nothing else:

1. Import lines: the documented package becomes ours under the name that the example uses; models and exceptions come from our root package, and so
   does what an example uses without importing it. A module of an API class (`twingraph_api`) is our root package under that name.
2. The documented host becomes the server's address.
3. Placeholder values: keys and tokens (`YOUR_...`), `/path/to/file` and the content in place of a path, a body that is `None` or an empty model, and
   names like `project_name_example` where the spec asks for something that they are not (a date, a UUID, one of a set).
4. Indentation: assignments between `with` and `try` that lost theirs.

This module must never know an API, nor look at what an example calls.
"""

from __future__ import annotations

import ast
import builtins
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

_IMPORT = re.compile(r"import ([\w.]+)\Z")
_FROM = re.compile(r"from ([\w.]+) import (\w+)\Z")
_OPEN = re.compile(r"open\('([^']*)', 'rb'\)")


@dataclass(frozen=True)
class Setting:
    """What takes the place of what."""

    documented_package: str
    package: str
    documented_url: str
    url: str
    token: str
    file: Path
    """Takes the place of `/path/to/file` and of content that stands where a path belongs."""
    body: Any = None
    """A documented request body, or one that fits the spec; None when the operation has none."""
    values: Mapping[str, Any] = field(default_factory=dict[str, Any])
    """Parameter → value, where a placeholder would not fit the spec."""
    properties: Mapping[str, Mapping[str, Any]] = field(default_factory=dict[str, Mapping[str, Any]])
    """Model → keyword → value, likewise."""


def rewrite(snippet: str, setting: Setting) -> str:
    """The example as it runs against `setting.url`."""
    text = _OPEN.sub(f"open({str(setting.file)!r}, 'rb')", snippet)
    text = "\n".join(_imports(_indented(text.split("\n")), setting))
    text = _replaced(text, setting)
    missing = "".join(f"from {setting.package} import {name}\n" for name in _unbound(text))
    head, separator, tail = text.partition("from pprint import pprint\n")
    return f"{head}{missing}{separator}{tail}"


def _indented(lines: list[str]) -> Iterator[str]:
    """Rule 4: between the line that makes the API object and `try`, nothing stands further out than that line."""
    depth = ""
    for line in lines:
        if line.lstrip().startswith("api_instance = "):
            depth = line[: len(line) - len(line.lstrip())]
        elif line.strip() == "try:":
            depth = ""
        yield depth + line if depth and line and not line.startswith(" ") else line


def _imports(lines: Iterator[str], setting: Setting) -> Iterator[str]:
    """Rule 1, but for what the example forgot."""
    for line in lines:
        whole, single = _IMPORT.match(line), _FROM.match(line)
        if whole and whole[1] == setting.documented_package:
            yield from _package_as(setting.documented_package, setting.package)
        elif single and _within(single[1], setting.documented_package):
            name = single[2]
            yield f"import {setting.package} as {name}" if name.endswith("_api") else f"from {setting.package} import {name}"
        else:
            yield line


def _within(module: str, package: str) -> bool:
    return module == package or module.startswith(f"{package}.")


def _package_as(documented: str, ours: str) -> Iterator[str]:
    """Our package under the documented name, which may have dots."""
    first, *rest = documented.split(".")
    if not rest:
        yield f"import {ours} as {first}"
        return
    yield "from types import SimpleNamespace"
    yield f"import {ours}"
    value = ours
    for name in reversed(rest):
        value = f"SimpleNamespace({name}={value})"
    yield f"{first} = {value}"


def _unbound(text: str) -> list[str]:
    """Names that a program uses and nothing binds, in order of their first use."""
    nodes = list(ast.walk(ast.parse(text)))
    bound = {node.id for node in nodes if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)}
    bound |= {
        (alias.asname or alias.name).partition(".")[0]
        for node in nodes
        if isinstance(node, ast.Import | ast.ImportFrom)
        for alias in node.names
    }
    bound |= {node.name for node in nodes if isinstance(node, ast.ExceptHandler) and node.name}
    used = [node.id for node in nodes if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load)]
    return [name for name in dict.fromkeys(used) if name not in bound and not hasattr(builtins, name)]


def _replaced(text: str, setting: Setting) -> str:
    """Rules 2 and 3: values, each at its place in the program."""
    lines = text.split("\n")
    for node, value in sorted(_replacements(ast.parse(text), setting), key=lambda pair: (pair[0].lineno, pair[0].col_offset), reverse=True):
        assert node.end_lineno == node.lineno, f"a placeholder over several lines: {ast.unparse(node)}"
        line = lines[node.lineno - 1].encode()
        lines[node.lineno - 1] = (line[: node.col_offset] + value.encode() + line[node.end_col_offset :]).decode()
    return "\n".join(lines)


def _replacements(program: ast.Module, setting: Setting) -> Iterator[tuple[ast.expr, str]]:
    arguments = [statement for block in program.body if isinstance(block, ast.With) for statement in block.body]
    for node in ast.walk(program):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            if node.value == setting.documented_url:
                yield node, repr(setting.url)
            elif node.value.startswith("YOUR_"):
                yield node, repr(setting.token)
            elif node.value == "/path/to/file":
                yield node, repr(str(setting.file))
        elif isinstance(node, ast.Assign) and node in arguments and isinstance(node.targets[0], ast.Name):
            yield from _assigned(node.targets[0].id, node.value, setting)
        elif isinstance(node, ast.Call):
            yield from _keywords(node, setting)


def _assigned(name: str, value: ast.expr, setting: Setting) -> Iterator[tuple[ast.expr, str]]:
    """The value of a parameter: a placeholder, no body, or an empty model (or a list of one)."""
    if _is_placeholder(value):
        if name in setting.values:
            yield value, repr(setting.values[name])
    elif isinstance(value, ast.List) and [*map(_is_placeholder, value.elts)] == [True] and name in setting.values:
        yield value, repr(setting.values[name])
    elif isinstance(value, ast.Constant) and value.value is None:
        yield value, repr(setting.body)
    elif _is_empty_model(value):
        yield value, f"{ast.unparse(value)[:-2]}(**{setting.body!r})"
    elif isinstance(value, ast.List) and [*map(_is_empty_model, value.elts)] == [True]:
        yield value, f"[{', '.join(f'{ast.unparse(value.elts[0])[:-2]}(**{one!r})' for one in setting.body)}]"


def _keywords(call: ast.Call, setting: Setting) -> Iterator[tuple[ast.expr, str]]:
    """The placeholders among the fields of a model."""
    known = setting.properties.get(ast.unparse(call.func).rpartition(".")[2], {})
    for keyword in call.keywords:
        if keyword.arg is not None and keyword.arg in known and _is_placeholder(keyword.value):
            yield keyword.value, repr(known[keyword.arg])


def _is_placeholder(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value.endswith("_example")


def _is_empty_model(node: ast.expr) -> bool:
    return isinstance(node, ast.Call) and not node.args and not node.keywords and ast.unparse(node.func).rpartition(".")[2][:1].isupper()
