"""The schemas of one document: their references, and checks of values against them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from .dialect import ELSEWHERE, Direction, to_json_schema
from .json_values import is_array, is_object, look_up

if TYPE_CHECKING:
    from .validator import Validator

Schema = Mapping[str, Any] | bool

_LARGE = 400
"""How many schemas, nested ones counted, are compiled into each check that refers to them. To more, checks only refer, since a validator costs
about 2 kB for each: in a document whose schemas all lead to one another, every check would hold the whole document."""
_SHAPING = frozenset({"properties", "required", "items", "allOf", "anyOf", "oneOf", "enum"})
"""What stands beside a `$ref` as a schema of its own: both hold."""
_COMPOSING = frozenset({"allOf", "anyOf", "oneOf", "enum", "const", "not", "if"})
_UNEVALUATED = frozenset({"unevaluatedItems", "unevaluatedProperties"})
"""What needs to know which members other parts of the schema have looked at, those behind references too."""


class Schemas:
    """Resolves references and makes checks: one for each schema and direction, and for what is referred to, one for all that refer to it."""

    def __init__(self, document: Mapping[str, Any]) -> None:
        self._document = document
        self._checks: dict[tuple[int | str, Direction], Check] = {}
        self._large: dict[str, bool] = {}

    def resolve(self, node: Any) -> Any:
        """Follow `$ref` (with its siblings laid over what it names) until something else stands there.

        Raises:
            ValueError: it names nothing, or itself.
        """
        seen: set[str] = set()
        while is_object(node) and isinstance(node.get("$ref"), str):
            reference: str = node["$ref"]
            target = look_up(self._document, reference.removeprefix("#"), None)
            if not reference.startswith("#") or target is None or reference in seen:
                raise ValueError(f"the document has a $ref that leads nowhere: {reference}")
            seen.add(reference)
            siblings = {key: value for key, value in node.items() if key not in {"$ref", "description", "summary", "title"}}
            if not _SHAPING.isdisjoint(siblings):
                return {**siblings, "allOf": [{"$ref": reference}, *siblings.get("allOf", ())]}
            node = {**target, **siblings} if siblings and is_object(target) else target
        return node

    def check(self, schema: Schema, direction: Direction = "request") -> Check:
        """The check of a schema; compiled with the first value."""
        key: tuple[int | str, Direction] = (id(schema), direction)
        check = self._checks.get(key)
        if check is None:
            only_refers = is_object(schema) and schema.keys() <= {"$ref", "description", "summary", "title"}
            reference = schema.get("$ref") if is_object(schema) and only_refers else None
            check = self._checks[key] = (
                self.check_of(reference.removeprefix("#"), direction) if isinstance(reference, str) else Check(self, schema, direction)
            )
        return check

    def check_of(self, pointer: str, direction: Direction) -> Check:
        """The check of the schema to which a JSON pointer leads."""
        key = (pointer, direction)
        check = self._checks.get(key)
        if check is None:
            check = self._checks[key] = Check(self, self.resolve({"$ref": "#" + pointer}), direction)
        return check

    def takes_null(self, schema: Schema) -> bool:
        """Whether null fits a schema; read off it where it says so plainly, which needs no validator."""
        resolved = self.resolve(schema)
        if not is_object(resolved):
            return bool(resolved)
        if resolved.get("nullable") is True:
            return True
        named = resolved.get("type", "null")
        if "null" not in (named if is_array(named) else [named]):
            return False
        return resolved.keys().isdisjoint(_COMPOSING) or self.check(schema, "response").fits(None)

    def json_schema(self, schema: Schema, direction: Direction) -> dict[str, Any] | bool:
        """A schema in JSON Schema 2020-12. What it refers to is in its `$defs`, or has a check of its own (`ELSEWHERE`)."""
        definitions: dict[str, Any] = {}
        waiting: list[str] = []
        is_whole = any(not _UNEVALUATED.isdisjoint(part) for part in _parts(schema))

        def refer(reference: str) -> Mapping[str, Any]:
            pointer = reference.removeprefix("#")
            if not is_whole and self._is_large(pointer):
                return {ELSEWHERE: pointer}
            if pointer not in definitions:
                definitions[pointer] = True
                waiting.append(pointer)
            return {"$ref": "#/$defs/" + quote(pointer.replace("~", "~0").replace("/", "~1"), safe="~")}

        def hidden(part: Any) -> bool:
            resolved = self.resolve(part)
            return is_object(resolved) and bool(resolved.get("readOnly" if direction == "request" else "writeOnly"))

        made = to_json_schema(schema, hidden, refer)
        while waiting:
            pointer = waiting.pop()
            definitions[pointer] = to_json_schema(self.resolve({"$ref": "#" + pointer}), hidden, refer)
        return {**made, "$defs": definitions} if definitions and is_object(made) else made

    def _is_large(self, pointer: str) -> bool:
        """Whether more than `_LARGE` schemas are reached from where a JSON pointer leads."""
        is_large = self._large.get(pointer)
        if is_large is None:
            is_large = self._large[pointer] = self._reaches_many(pointer)
        return is_large

    def _reaches_many(self, pointer: str) -> bool:
        seen, waiting, count = {pointer}, [pointer], 0
        while waiting:
            for part in _parts(look_up(self._document, waiting.pop())):
                count += 1
                if count > _LARGE:
                    return True
                reference = part.get("$ref")
                if isinstance(reference, str) and (there := reference.removeprefix("#")) not in seen:
                    seen.add(there)
                    waiting.append(there)
        return False


def _parts(node: Any) -> Iterator[Mapping[str, Any]]:
    """Every object in a schema, itself among them."""
    waiting = [node]
    while waiting:
        here = waiting.pop()
        if is_object(here):
            yield here
            waiting.extend(here.values())
        elif is_array(here):
            waiting.extend(here)


class Check:
    """The check of a schema, compiled with the first value. It keeps the schema alive, so that no other can take the identity that is its key."""

    def __init__(self, schemas: Schemas, schema: Schema, direction: Direction) -> None:
        self._schemas = schemas
        self._schema = schema
        self._direction: Direction = direction
        self._validator: Validator | None = None

    def __call__(self, value: Any) -> str | None:
        """None for a value that fits, else where it does not, and what was expected there."""
        return (self._validator or self._compiled()).fault(value)

    def fits(self, value: Any) -> bool:
        """Whether a value fits."""
        return (self._validator or self._compiled()).fits(value)

    def _compiled(self) -> Validator:
        # jsonschema-rs is imported with the first value that is checked: importing a package must not need it.
        from .validator import Validator

        schemas, direction = self._schemas, self._direction
        self._validator = Validator(schemas.json_schema(self._schema, direction), lambda pointer: schemas.check_of(pointer, direction))
        return self._validator
