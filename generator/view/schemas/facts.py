"""What a schema says in words: bounds, formats, defaults, as short sentences for docstrings and tables."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from ...load.json_types import is_object
from ..model.parts import Text

_SAFE: Final = 2**53 - 1
"""The largest whole number that every JSON reader keeps exact. As a bound it says nothing about the API."""
_UNITS: Final = (" characters", " items")
_EMPTY_WORDS: Final = re.compile(
    r"(ok|created|accepted|done|success(ful(ly)?)?)?( (response|operation|request|answer))?[.!]?", re.IGNORECASE
)
_FORMATS: Final = {
    "uuid": "A UUID.",
    "date": "A date.",
    "email": "An e-mail address.",
    "uri": "A URL.",
    "uri-reference": "A URL, or a part of one.",
    "time": "A time of day (`12:30:00Z`).",
    "duration": "A duration in ISO 8601 (`P3DT4H`).",
    "decimal": "A decimal number.",
    **dict.fromkeys(("byte", "base64"), "Bytes in base64."),
    "hostname": "A host name.",
    "ipv4": "An IPv4 address.",
    "ipv6": "An IPv6 address.",
}
_CONDITIONS: Final = (
    *("not", "if", "contains", "dependentRequired", "dependentSchemas", "dependencies", "contentSchema"),
    *("unevaluatedItems", "unevaluatedProperties"),
)
"""Words for rules that no type can hold: a docstring says that there are some."""

_SILENT: Final = frozenset(
    (
        *("$ref", "type", "title", "description", "example", "examples", "properties", "required", "items", "nullable"),
        *("additionalProperties", "readOnly", "writeOnly", "deprecated", "allOf", "oneOf", "anyOf"),
    )
)
"""Keywords of which there is nothing to say. Most schemas have no others."""


def constraints(schema: Mapping[str, Any]) -> Iterator[str]:
    """Sentences such as `Between 256 and 32768.` or `Default: 300.`, in a fixed order."""
    if isinstance(schema.get("format"), str) and schema["format"] in _FORMATS:
        yield _FORMATS[schema["format"]]
    values = [value for value in schema.get("enum", ()) if value is not None]
    if values:
        yield f"One of {', '.join(code(value) for value in values)}."
    if schema.get("const") is not None:
        yield f"Always {code(schema['const'])}."
    low, high = (None if schema.get(f"exclusive{word}") is True else schema.get(word.lower()) for word in ("Minimum", "Maximum"))
    yield from _bounds(low, high, "")
    yield from _beyond(schema)
    yield from _bounds(schema.get("minLength"), schema.get("maxLength"), " characters")
    yield from _bounds(schema.get("minItems"), schema.get("maxItems"), " items")
    if schema.get("uniqueItems") is True:
        yield "Each item only once."
    names = schema.get("propertyNames")
    patterns = [*schema.get("patternProperties", ()), *([names["pattern"]] if is_object(names) and "pattern" in names else ())]
    if patterns:
        yield f"{'Other keys' if schema.get('properties') else 'Keys'} match {' or '.join(map(code, patterns))}."
    if "pattern" in schema:
        yield f"Matches {code(schema['pattern'])}."
    if "default" in schema:
        yield f"Default on the server: {code(schema['default'])}."
    if said := conditions(schema):
        yield said


def conditions(schema: Mapping[str, Any]) -> str:
    """That a schema has conditions that no type says; empty, where it has none."""
    found = [word for word in _CONDITIONS if schema.get(word) not in (None, True, False)]
    return f"The API's document has further conditions ({', '.join(map(code, found))})." if found else ""


def details(description: Text, schema: Mapping[str, Any]) -> tuple[Text, ...]:
    """The facts of a schema that its description does not state itself."""
    if _SILENT.issuperset(schema):
        return ()
    said = description.value.lower()
    return tuple(Text(fact) for fact in constraints(schema) if not _stated(fact, said))


def _stated(fact: str, said: str) -> bool:
    if fact.startswith("One of "):
        return all(value.lower() in said for value in re.findall(r"`[^`]*`", fact))
    bare = fact.rstrip(".").lower()
    for unit in _UNITS:
        bare = bare.removesuffix(unit).removesuffix(unit.removesuffix("s"))
    return re.search(rf"\b{re.escape(bare)}\b", said) is not None


def without_items(facts: tuple[Text, ...]) -> tuple[Text, ...]:
    """Facts of a list that is sent in parts: how many items one request may hold does not bind its user."""
    return tuple(fact for fact in facts if not fact.value.endswith((" items.", " item.")))


def telling(description: str) -> str:
    """What an answer holds, as a sentence; "" where a description only says that all went well."""
    return "" if _EMPTY_WORDS.fullmatch(description.strip()) else sentence(description)


def sentence(text: str) -> str:
    """A text with a capital at its beginning and a full stop at its end; "" of nothing."""
    text = text.strip()
    ends = "" if not text or text.endswith((".", "!", "?", ":", "`")) else "."
    return f"{text[:1].upper()}{text[1:]}{ends}"


def in_python(text: Text, names: Mapping[str, str]) -> Text:
    """A text that names properties and arguments as Python does: `names` are those beside it, by their names on the wire.

    Not for what describes a text: there such a name may be a value (`startTime:asc`), and stay what the API takes.
    """
    if "`" not in text.value:
        return text
    return Text(re.sub(r"`(\w+)`", lambda found: f"`{names.get(found[1], found[1])}`", text.value))


def _bounds(low: Any, high: Any, unit: str) -> Iterator[str]:
    low, high = (None if low == -_SAFE else low), (None if high == _SAFE else high)
    if low == 1 and high is None and unit == " characters":
        yield "Not empty."
    elif low is not None and high is not None:
        yield f"Between {low} and {high}{unit}." if low != high else f"Exactly {_counted(low, unit)}."
    elif low is not None:
        yield f"At least {_counted(low, unit)}."
    elif high is not None:
        yield f"At most {_counted(high, unit)}."


def _beyond(schema: Mapping[str, Any]) -> Iterator[str]:
    """Bounds that are none of the values, and steps."""
    for word, inclusive, said in (("exclusiveMinimum", "minimum", "More than"), ("exclusiveMaximum", "maximum", "Less than")):
        # OpenAPI 3.0 has booleans beside the inclusive bounds.
        bound = schema.get(inclusive) if schema.get(word) is True else schema.get(word)
        if bound is not None and not isinstance(bound, bool):
            yield f"{said} {bound}."
    if "multipleOf" in schema:
        yield f"A multiple of {schema['multipleOf']}."


def _counted(number: Any, unit: str) -> str:
    return f"{number}{unit.removesuffix('s') if number == 1 else unit}"


def code(value: Any) -> str:
    shown = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return f"`{shown}`"
