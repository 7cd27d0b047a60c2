"""Comparing JSON values, and JSON values with the typed ones that were read from them, against the schema that both stand for.

Each function gives the list of differences, each with its path; an empty list means equal. This module must never know where the values come from.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any

import msgspec

Schema = Mapping[str, Any]
Resolve = Callable[[Any], Any]


def differences(expected: Any, found: Any, path: str = "$", *, respelled: bool = False) -> list[str]:
    """Where two parsed JSON values differ; 1 and 1.0 and true do.

    Args:
        respelled: the same instant, and the same number, in another spelling are equal (`12:00:00+00:00` and `12:00:00Z`, 5 and 5.0).
    """
    if respelled and same(expected, found):
        return []
    if type(expected) is not type(found):
        return [f"{path}: {_shown(expected)} became {_shown(found)}"]
    if isinstance(expected, dict):
        wrong = [f"{path}.{name}: lost" for name in expected.keys() - found.keys()]
        wrong += [f"{path}.{name}: appeared" for name in found.keys() - expected.keys()]
        both = [name for name in expected if name in found]
        return wrong + [line for name in both for line in differences(expected[name], found[name], f"{path}.{name}", respelled=respelled)]
    if isinstance(expected, list):
        if len(expected) != len(found):
            return [f"{path}: {len(expected)} items became {len(found)}"]
        pairs = enumerate(zip(expected, found, strict=True))
        return [line for index, (one, other) in pairs for line in differences(one, other, f"{path}[{index}]", respelled=respelled)]
    if expected == found:
        return []
    return [f"{path}: {_shown(expected)} became {_shown(found)}"]


def same(one: Any, other: Any) -> bool:
    """Whether two strings are RFC 3339 times of the same instant, or two numbers equal."""
    if isinstance(one, str) and isinstance(other, str):
        try:
            return datetime.fromisoformat(one) == datetime.fromisoformat(other)
        except (ValueError, TypeError):
            return False
    return {type(one), type(other)} == {int, float} and bool(one == other)


def untyped(value: Any, example: Any, schema: Schema, resolve: Resolve, path: str = "$") -> list[str]:
    """Where a typed value does not carry the types that the schema promises, or misses something of the example."""
    schema = resolve(schema)
    if example is None:
        return [] if value is None else [f"{path}: null was read as {_shown(value)}"]
    if isinstance(example, dict):
        return _untyped_object(value, example, schema, resolve, path)
    if isinstance(example, list):
        if not isinstance(value, list) or len(value) != len(example):
            return [f"{path}: an array was read as {_shown(value)}"]
        pairs = enumerate(zip(value, example, strict=True))
        return [line for index, (one, shown) in pairs for line in untyped(one, shown, schema.get("items", {}), resolve, f"{path}[{index}]")]
    promised = {"date-time": datetime, "date": date}.get(schema.get("format", ""))
    if promised is not None:
        return [] if isinstance(value, promised) else [f"{path}: {schema['format']} was read as {_shown(value)}"]
    return [] if value == example else [f"{path}: {_shown(example)} was read as {_shown(value)}"]


def _untyped_object(value: Any, example: Mapping[str, Any], schema: Schema, resolve: Resolve, path: str) -> list[str]:
    properties = schema.get("properties")
    if not properties:
        return [] if isinstance(value, dict) and value == example else [f"{path}: a free-form object was read as {_shown(value)}"]
    if not isinstance(value, msgspec.Struct):
        return [f"{path}: an object with known fields was read as {_shown(value)}"]
    fields = {field.encode_name: getattr(value, field.name) for field in msgspec.structs.fields(value)}
    wrong = [f"{path}.{name}: the model has no such field" for name in example.keys() - fields.keys()]
    known = [name for name in example if name in fields]
    return wrong + [line for name in known for line in untyped(fields[name], example[name], properties[name], resolve, f"{path}.{name}")]


def _shown(value: Any) -> str:
    text = f"{type(value).__name__} {value!r}"
    return text if len(text) <= 80 else f"{text[:77]}..."
