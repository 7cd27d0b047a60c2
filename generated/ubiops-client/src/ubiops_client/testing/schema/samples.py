"""Answers from schemas: stored values where they fit, else the schema's example, default or least valid value."""

from __future__ import annotations

import copy
import math
import random
import uuid
from collections import Counter
from collections.abc import Callable, Mapping
from typing import Any, Final

from ..clock import Clock
from .combined import BOUNDS, both
from .formats import EXAMPLES, is_well_formed
from .json_values import is_array, is_object
from .schemas import Check, Schema, Schemas


class _Missing:
    """The type of `MISSING`."""

    def __repr__(self) -> str:
        return "MISSING"


MISSING: Final = _Missing()
"""No stored value."""

Shape = Callable[[Any], Any]

_DEEPEST = 24
# Tried, in turn, for a pattern that comes without an example.
_CANDIDATES = (
    *("a", "A", "0", "a1", "aa", "a-1", "2026-01", "0.0.0", "1.0", "a@b.cd", "/a", "https://example.com/"),
    *("0" * 24, "a" * 32, "+00:00"),
)


class Identifiers:
    """New identifiers: random, from a fixed seed, so that a run can be repeated."""

    def __init__(self, seed: int = 0) -> None:
        self._random = random.Random(seed)
        self._last = 0

    def uuid(self) -> str:
        """A random UUID."""
        return str(uuid.UUID(int=self._random.getrandbits(128), version=4))

    def hexadecimal(self, digits: int) -> str:
        """Random hexadecimal digits."""
        return f"{self._random.getrandbits(4 * digits):0{digits}x}"

    def number(self) -> int:
        """The next number, from 1."""
        self._last += 1
        return self._last


class Shaper:
    """Shapes values by the schemas of a document; each schema is compiled once."""

    def __init__(self, schemas: Schemas, clock: Clock, identifiers: Identifiers) -> None:
        self._schemas = schemas
        self._clock = clock
        self._identifiers = identifiers
        self._shapes: dict[int, Shape] = {}
        self._flat: dict[int, Mapping[str, Any]] = {}
        self._kept: list[Any] = []
        self._depth = 0
        self._underway: Counter[int] = Counter()

    def shape(self, schema: Schema, value: Any = MISSING) -> Any:
        """A value that the schema allows in an answer, made of the given one as far as it fits."""
        key = id(schema)
        shape = self._shapes.get(key)
        if shape is None:
            self._kept.append(schema)
            shape = self._shapes[key] = self._compile(schema)
        return shape(value)

    def flatten(self, schema: Any) -> Mapping[str, Any]:
        """A schema with its references followed and its `allOf` parts laid together; always the same object for the same schema."""
        key = id(schema)
        flat = self._flat.get(key)
        if flat is None:
            self._kept.append(schema)
            flat = self._flat[key] = self._flattened(schema)
        return flat

    def properties(self, schema: Any) -> Mapping[str, Any]:
        """The properties of an object schema; of the first alternative that has any."""
        flat = self.flatten(schema)
        properties: Mapping[str, Any] = flat.get("properties", {})
        for word in ("anyOf", "oneOf"):
            for part in () if properties else flat.get(word, ()):
                properties = properties or self.properties(part)
        return properties

    def _flattened(self, schema: Any) -> Mapping[str, Any]:
        if is_object(schema) and isinstance(schema.get("$ref"), str) and BOUNDS & schema.keys():
            beside = {key: value for key, value in schema.items() if key != "$ref"}
            schema = {**beside, "allOf": [{"$ref": schema["$ref"]}, *beside.get("allOf", ())]}
        resolved = self._schemas.resolve(schema)
        if not is_object(resolved):
            return {}
        if "allOf" not in resolved:
            return resolved
        whole: dict[str, Any] = {"properties": {}, "required": []}
        for part in [*resolved["allOf"], {key: value for key, value in resolved.items() if key != "allOf"}]:
            whole = both(whole, self.flatten(part))
        return whole

    def _compile(self, schema: Schema) -> Shape:
        flat = self.flatten(schema)
        named: Any = flat.get("type", "object")
        # Properties say nothing of what is no object.
        may_be_object = "object" in (named if is_array(named) else [named])
        if may_be_object and flat.get("properties") and not flat.get("anyOf") and not flat.get("oneOf"):
            return self._object(schema, flat)
        if is_object(flat.get("items")) and flat.get("type", "array") == "array":
            return self._array(schema, flat)
        return self._other(schema, flat)

    def _object(self, schema: Schema, flat: Mapping[str, Any]) -> Shape:
        required = set(flat.get("required", ()))
        members: list[tuple[str, Any, bool, Any]] = []
        for name, part in flat["properties"].items():
            resolved = self.flatten(part)
            if not resolved.get("writeOnly"):
                members.append((name, part, name in required, self._optional(resolved)))
        extra = flat.get("additionalProperties", False)
        known = set(flat["properties"])

        def shape(value: Any) -> Any:
            if value is None and self._schemas.takes_null(schema):
                return None
            given: dict[str, Any] = value if is_object(value) else {}
            made: dict[str, Any] = {}
            for name, part, needed, fallback in members:
                if name in given:
                    made[name] = self.shape(part, given[name])
                elif needed:
                    made[name] = self._within(part)
                elif fallback is not MISSING:
                    made[name] = copy.copy(fallback)
            if extra is not False:
                made.update({name: member for name, member in given.items() if name not in known})
            return made

        return shape

    def _array(self, schema: Schema, flat: Mapping[str, Any]) -> Shape:
        items = flat["items"]
        least = flat.get("minItems", 0)
        check = self._schemas.check(schema, "response")

        def shape(value: Any) -> Any:
            if value is None and self._schemas.takes_null(schema):
                return None
            if is_array(value) and len(value) >= least:
                return [self.shape(items, member) for member in value]
            example = _documented(flat)
            if example is not MISSING and check(example) is None:
                return copy.deepcopy(example)
            return [self._within(items) for _ in range(least)]

        return shape

    def _other(self, schema: Schema, flat: Mapping[str, Any]) -> Shape:
        check = self._schemas.check(schema, "response")

        def shape(value: Any) -> Any:
            if value is not MISSING and check(value) is None:
                return value
            for part in [*flat.get("anyOf", ()), *flat.get("oneOf", ())] if is_object(value) or is_array(value) else ():
                made = self.shape(part, value)
                if check(made) is None:
                    return made
            return self.sample(schema)

        return shape

    def _tagged(self, union: Mapping[str, Any], member: Any, made: Any) -> Any:
        """A sample of a member of a union, with the tag that tells it from the others, where its own schema takes that."""
        discriminator, reference = union.get("discriminator"), member.get("$ref", "") if is_object(member) else ""
        if not is_object(discriminator) or not reference or not is_object(made) or {"oneOf", "anyOf"} & self.flatten(member).keys():
            return made
        key = reference.rpartition("/")[2]
        tags = [tag for tag, target in discriminator.get("mapping", {}).items() if target.rpartition("/")[2] == key]
        check = self._schemas.check(member, "response")
        tagged = ({**made, discriminator["propertyName"]: tag} for tag in tags or [key])
        return next((candidate for candidate in tagged if check(candidate) is None), made)

    def _optional(self, schema: Mapping[str, Any]) -> Any:
        """What an optional property without a stored value shows: its default, null where null is allowed, else it is left out."""
        if "default" in schema:
            return schema["default"]
        named = schema.get("type")
        return None if schema.get("nullable") is True or (is_array(named) and "null" in named) else MISSING

    def _within(self, schema: Schema) -> Any:
        """A sample one level further down; a schema that requires itself ends in an empty value instead of never."""
        key = id(self.flatten(schema))
        if self._depth > _DEEPEST or self._underway[key] > 1:
            return None
        self._depth += 1
        self._underway[key] += 1
        try:
            return self.shape(schema)
        finally:
            self._depth -= 1
            self._underway[key] -= 1

    def sample(self, schema: Schema) -> Any:
        """The schema's example, its default, or the least value it allows."""
        flat = self.flatten(schema)
        check = self._schemas.check(schema, "response")
        documented = _documented(flat)
        if documented is not MISSING and check(documented) is None and is_well_formed(flat.get("format"), documented):
            return copy.deepcopy(documented)
        first = MISSING
        for part in (*flat.get("anyOf", ()), *flat.get("oneOf", ())):
            made = self._tagged(flat, part, self._within(part))
            if check(made) is None:
                return made
            first = made if first is MISSING else first
        if first is not MISSING:
            # Where all fit several alternatives of which one is meant, any of them is better than none.
            return first
        if flat.get("nullable") is True:
            return None
        named: Any = flat.get("type", "object" if "properties" in flat or schema in (True, {}) else "null")
        return self._least(flat, ("null" if "null" in named else named[0]) if is_array(named) else named, check)

    def _least(self, schema: Mapping[str, Any], named: str, check: Check) -> Any:
        if named == "string":
            return self._string(schema, check)
        if named in {"integer", "number"}:
            return _number(schema, named)
        if named == "array":
            return [self._within(schema.get("items", {})) for _ in range(schema.get("minItems", 0))]
        if named == "object":
            return {name: self._within(schema.get("properties", {}).get(name, True)) for name in schema.get("required", ())}
        return False if named == "boolean" else None

    def _string(self, schema: Mapping[str, Any], check: Check) -> str:
        kind = schema.get("format", "")
        if kind == "date-time":
            return self._clock.text()
        if kind == "date":
            return self._clock.text()[:10]
        if kind == "uuid":
            return self._identifiers.uuid()
        least, most = int(schema.get("minLength", 0)), schema.get("maxLength", math.inf)
        if "pattern" not in schema:
            text = EXAMPLES.get(kind, "")
            return text if least <= len(text) <= most else "a" * least
        return next((text for text in _CANDIDATES if check(text) is None), "a" * least)


def _documented(schema: Mapping[str, Any]) -> Any:
    """What the schema itself says a value may be."""
    for word in ("const", "example", "default"):
        if word in schema:
            return schema[word]
    for word in ("examples", "enum"):
        values = schema.get(word)
        if is_array(values) and values:
            return next((value for value in values if value is not None), None)
    return MISSING


def _number(schema: Mapping[str, Any], named: str) -> int | float:
    least, above, step = schema.get("minimum"), schema.get("exclusiveMinimum"), schema.get("multipleOf")
    above, least = (least, None) if above is True else (above, least)
    value: int | float = 0
    if least is not None and least > value:
        value = least
    if above is not None and above is not False and above >= value:
        value = above + (step or 1)
    most = schema.get("maximum")
    if most is not None and value > most:
        value = most
    return math.ceil(value) if named == "integer" else value
