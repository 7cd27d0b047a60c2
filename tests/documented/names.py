"""One way to write names and types down, whoever wrote them first: document, OpenAPI schema or Python annotation.

The written forms are `str`, `int`, `float`, `bool`, `file`, `object` (free-form), `None`, a model's name, and `list[...]` of any of them.
This module must never know which of its callers is right.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Mapping
from types import ModuleType
from typing import Any

_SCALARS = {"string": "str", "integer": "int", "number": "float", "boolean": "bool", "null": "None"}
_MAPS = {"dict", "Mapping", "MutableMapping", "Any", "object"}
_LISTS = {"list", "List", "Sequence", "Iterable", "Collection", "AsyncIterable"}
_FILES = {"bytes", "FileInput", "AsyncFileInput"}


def python_name(wire: str) -> str:
    """`pageOffset` and `blob-ttl` as Python writes them: `page_offset`, `blob_ttl`."""
    spaced = re.sub(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", "_", wire)
    return re.sub(r"\W+", "_", spaced).lower()


def python_path(template: str) -> str:
    """A path template with Python names in its braces."""
    return re.sub(r"\{([^}]+)\}", lambda match: "{" + python_name(match[1]) + "}", template)


def documented_type(text: str | None) -> str:
    """A type as the documents write it: `[GraphProperties]`, `list[str]`, `{str: (str,)}`, `file_type`."""
    if text is None:
        return "None"
    if text in ("file", "file_type"):
        return "file"
    if text.startswith("{"):
        return "object"
    inner = re.fullmatch(r"(?:list)?\[(.+)\]", text)
    return f"list[{documented_type(inner[1])}]" if inner else text


def schema_type(schema: Mapping[str, Any], resolve: Callable[[Any], Any]) -> str:
    """The type that an OpenAPI schema stands for; a component schema by its name, unless it is a mere string or number."""
    resolved: Mapping[str, Any] = resolve(schema)
    kinds = resolved.get("type")
    kind = next((one for one in kinds if one != "null"), None) if isinstance(kinds, list) else kinds
    if resolved.get("format") == "binary":
        return "file"
    if kind in _SCALARS:
        return _SCALARS[kind]
    if "$ref" in schema:
        return str(schema["$ref"]).rpartition("/")[2]
    if kind == "array":
        return f"list[{schema_type(resolved['items'], resolve)}]"
    return "object"


def annotation_type(text: str, models: ModuleType) -> str:
    """The type that a Python annotation stands for. Of a union, the first member that is not None; a set of strings is `str`."""
    return _annotation(ast.parse(text, mode="eval").body, models)


def _annotation(node: ast.expr, models: ModuleType) -> str:
    if isinstance(node, ast.BinOp):
        left = _annotation(node.left, models)
        return _annotation(node.right, models) if left == "None" else left
    if isinstance(node, ast.Subscript):
        outer = _annotation_name(node.value)
        if outer in _LISTS:
            return f"list[{_annotation(node.slice, models)}]"
        return "object" if outer in _MAPS else ast.unparse(node)
    if isinstance(node, ast.Constant):
        return str(node.value)
    name = _annotation_name(node)
    if name in _MAPS:
        return "object"
    if name in _FILES:
        return "file"
    found = getattr(models, name, None)
    return found.__name__ if isinstance(found, type) else name


def _annotation_name(node: ast.expr) -> str:
    return ast.unparse(node).rpartition(".")[2]
