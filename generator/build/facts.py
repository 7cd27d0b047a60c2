"""What a schema says in words: bounds, formats, defaults, as short sentences for docstrings and tables."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

_FORMATS = {"uuid": "A UUID.", "date": "A date.", "email": "An e-mail address.", "uri": "A URL."}


def constraints(schema: Mapping[str, Any]) -> Iterator[str]:
    """Sentences such as `Between 256 and 32768.` or `Default: 300.`, in a fixed order."""
    if isinstance(schema.get("format"), str) and schema["format"] in _FORMATS:
        yield _FORMATS[schema["format"]]
    values = [value for value in schema.get("enum", ()) if value is not None]
    if values:
        yield f"One of {', '.join(code(value) for value in values)}."
    yield from _bounds(schema.get("minimum"), schema.get("maximum"), "")
    yield from _bounds(schema.get("minLength"), schema.get("maxLength"), " characters")
    yield from _bounds(schema.get("minItems"), schema.get("maxItems"), " items")
    if "pattern" in schema:
        yield f"Matches {code(schema['pattern'])}."
    if "default" in schema:
        yield f"Default on the server: {code(schema['default'])}."


def _bounds(low: Any, high: Any, unit: str) -> Iterator[str]:
    if low == 1 and high is None and unit == " characters":
        yield "Not empty."
    elif low is not None and high is not None:
        yield f"Between {low} and {high}{unit}." if low != high else f"Exactly {low}{unit}."
    elif low is not None:
        yield f"At least {low}{unit}."
    elif high is not None:
        yield f"At most {high}{unit}."


def code(value: Any) -> str:
    shown = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return f"`{shown}`"
