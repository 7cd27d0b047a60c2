"""JSON Schema, the part that API documents use, compiled to functions once per schema.

A check returns None for a valid value, else the first flaw found with the place where it is. Speed matters: a check runs on every request.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

from .json_values import is_array, is_object, look_up
from .keywords import Check, Flaw, plain_checks

Direction = Literal["request", "response"]
Schema = Mapping[str, Any] | bool


class Schemas:
    """The schemas of one document: resolves references and compiles checks, each once."""

    def __init__(self, document: Mapping[str, Any]) -> None:
        self._document = document
        self._checks: dict[tuple[int, Direction], Check] = {}
        # Keeps every compiled schema alive, so that the identities used as keys stay theirs.
        self._kept: list[Schema] = []

    def resolve(self, node: Any) -> Any:
        """Follow `$ref` (with its siblings laid over what it names) until something else stands there."""
        seen: set[str] = set()
        while is_object(node) and isinstance(node.get("$ref"), str):
            reference: str = node["$ref"]
            target = look_up(self._document, reference.removeprefix("#"), None)
            if not reference.startswith("#") or target is None or reference in seen:
                raise ValueError(f"the document has a $ref that leads nowhere: {reference}")
            seen.add(reference)
            siblings = {key: value for key, value in node.items() if key not in {"$ref", "description", "summary", "title"}}
            node = {**target, **siblings} if siblings and is_object(target) else target
        return node

    def check(self, schema: Schema, direction: Direction = "request") -> Check:
        """The compiled check of a schema."""
        key = (id(schema), direction)
        found = self._checks.get(key)
        if found is None:
            self._kept.append(schema)
            found = self._checks[key] = self._compile(schema, direction)
        return found

    def _compile(self, schema: Schema, direction: Direction) -> Check:
        if isinstance(schema, bool):
            allowed = schema
            return lambda value: None if allowed else Flaw("no value is allowed here")
        if "$ref" in schema:
            return self._later(schema, direction)
        checks = [*plain_checks(schema), *self._nested_checks(schema, direction)]
        if not checks:
            return lambda value: None
        check = checks[0] if len(checks) == 1 else _all_of(checks)
        if schema.get("nullable") is True:
            return lambda value: None if value is None else check(value)
        return check

    def _later(self, schema: Schema, direction: Direction) -> Check:
        """A reference is compiled at its first use, so that schemas may contain themselves."""
        target: list[Check] = []

        def check(value: Any) -> Flaw | None:
            if not target:
                target.append(self.check(self.resolve(schema), direction))
            return target[0](value)

        return check

    def _nested_checks(self, schema: Mapping[str, Any], direction: Direction) -> list[Check]:
        found: list[Check] = []
        if is_object(schema.get("properties")) or "required" in schema or "additionalProperties" in schema:
            found.append(self._members(schema, direction))
        if "items" in schema:
            found.append(_items(self.check(schema["items"], direction)))
        found.extend(self.check(part, direction) for part in schema.get("allOf", ()))
        for word, exactly_one in (("anyOf", False), ("oneOf", True)):
            if word in schema:
                found.append(_one_of([self.check(part, direction) for part in schema[word]], exactly_one))
        if "not" in schema:
            refused = self.check(schema["not"], direction)
            found.append(lambda value: Flaw("is what the schema excludes") if refused(value) is None else None)
        return found

    def _members(self, schema: Mapping[str, Any], direction: Direction) -> Check:
        properties: dict[str, Any] = schema.get("properties", {})
        hidden = "readOnly" if direction == "request" else "writeOnly"
        checks = {name: self.check(part, direction) for name, part in properties.items()}
        required = [name for name in schema.get("required", ()) if not self.resolve(properties.get(name, {})).get(hidden)]
        extra = schema.get("additionalProperties", True)
        extra_check = None if extra is True else self.check(extra, direction)
        closed = extra is False

        def check(value: Any) -> Flaw | None:
            if not is_object(value):
                return None
            for name in required:
                if name not in value:
                    return Flaw(f"the required property {name!r} is missing")
            for name, member in value.items():
                known = checks.get(name, extra_check)
                if known is not None and (flaw := known(member)) is not None:
                    return Flaw(f"unknown property {name!r}") if closed and name not in checks else flaw.below(name)
            return None

        return check


def _all_of(checks: list[Check]) -> Check:
    def check(value: Any) -> Flaw | None:
        for one in checks:
            if (flaw := one(value)) is not None:
                return flaw
        return None

    return check


def _one_of(checks: list[Check], exactly_one: bool) -> Check:
    def check(value: Any) -> Flaw | None:
        flaws = [flaw for one in checks if (flaw := one(value)) is not None]
        fits = len(checks) - len(flaws)
        if fits == 0:
            return flaws[0] if len(flaws) == 1 else Flaw(f"fits none of the {len(checks)} alternatives, the first because: {flaws[0]}")
        return Flaw(f"fits {fits} of the alternatives where exactly one is meant") if exactly_one and fits > 1 else None

    return check


def _items(item: Check) -> Check:
    def check(value: Any) -> Flaw | None:
        if is_array(value):
            for index, member in enumerate(value):
                if (flaw := item(member)) is not None:
                    return flaw.below(index)
        return None

    return check
