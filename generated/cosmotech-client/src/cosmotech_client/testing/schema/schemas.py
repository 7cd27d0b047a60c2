"""The schemas of one document: their references, and checks of values against them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, unquote

from .dialect import Direction, to_json_schema
from .json_values import is_object, look_up

if TYPE_CHECKING:
    from .validator import Validator

Schema = Mapping[str, Any] | bool
Check = Callable[[Any], str | None]
"""None for a value that fits, else where it does not, and what was expected there."""

_SCHEME = "document:"
_SHAPING = frozenset({"properties", "required", "items", "allOf", "anyOf", "oneOf", "enum"})
"""What stands beside a `$ref` as a schema of its own: both hold."""


class Schemas:
    """Resolves references and makes checks, one for each schema and direction."""

    def __init__(self, document: Mapping[str, Any]) -> None:
        self._document = document
        self._checks: dict[tuple[int, Direction], _LazyCheck] = {}

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
        key = (id(schema), direction)
        found = self._checks.get(key)
        if found is None:
            found = self._checks[key] = _LazyCheck(self, schema, direction)
        return found

    def json_schema(self, schema: Schema, direction: Direction) -> dict[str, Any] | bool:
        """A schema in JSON Schema 2020-12; its references are URIs, for `retrieve`."""

        def hidden(part: Any) -> bool:
            resolved = self.resolve(part)
            return is_object(resolved) and bool(resolved.get("readOnly" if direction == "request" else "writeOnly"))

        return to_json_schema(schema, hidden, lambda reference: _SCHEME + quote(reference.removeprefix("#"), safe="/~"))

    def retrieve(self, uri: str, direction: Direction) -> dict[str, Any] | bool:
        """What a reference of `json_schema` names."""
        return self.json_schema(self.resolve({"$ref": "#" + unquote(uri.removeprefix(_SCHEME))}), direction)


class _LazyCheck:
    """The check of a schema. It keeps the schema alive, so that no other can take the identity that is its key."""

    def __init__(self, schemas: Schemas, schema: Schema, direction: Direction) -> None:
        self._schemas = schemas
        self._schema = schema
        self._direction: Direction = direction
        self._validator: Validator | None = None

    def __call__(self, value: Any) -> str | None:
        if self._validator is None:
            self._validator = self._compile()
        return self._validator.fault(value)

    def _compile(self) -> Validator:
        # jsonschema-rs is imported with the first value that is checked: importing a package must not need it.
        from .validator import Validator

        schemas, direction = self._schemas, self._direction
        return Validator(schemas.json_schema(self._schema, direction), lambda uri: schemas.retrieve(uri, direction))
