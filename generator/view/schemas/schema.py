"""Reading one JSON Schema: references followed, what it allows and what it says."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from ...load.json_types import is_object
from ..model.parts import Text

Schema = Mapping[str, Any]
Components = Mapping[str, Schema]


class TooDeep(RecursionError):
    """Schemas that are nested beyond what Python reads, or that multiply each other beyond measure."""


class KnownComponents(dict[str, Schema]):
    """The component schemas of a document, which keep what `resolve` and `merge.flattened` have made of any schema."""

    def __init__(self, components: Components) -> None:
        super().__init__(components)
        self.most = 5_000 + 20 * len(components)
        """How many composed schemas there may be, those that come of others among them."""
        self.flat: dict[int, tuple[Schema, Schema]] = {}
        """By the identity of a schema: that schema, and the flat one."""
        self.resolved: dict[int, tuple[Schema | bool, Schema]] = {}
        """By the identity of a reference: that reference, and what it leads to."""


NOTHING: Final[Schema] = {"not": {}}
"""What no value fits."""
_SAID_BESIDE: Final = frozenset(
    {"title", "description", "deprecated", "default", "example", "examples", "nullable", "readOnly", "writeOnly", "externalDocs", "xml"}
)


def schema_of(value: Schema | bool) -> Schema:
    """A schema as a mapping: true allows anything, false nothing."""
    return value if is_object(value) else {} if value else NOTHING


def says_shape(key: str) -> bool:
    """Whether a keyword says more of a value than words beside it."""
    return key not in _SAID_BESIDE and not key.startswith(("x-", "$comment"))


def text(schema: Schema) -> Text:
    """What a schema says of itself."""
    return Text(str(schema.get("description", schema.get("title", ""))).strip())


def kinds_of(schema: Schema) -> list[str]:
    """The types that a schema allows."""
    kinds = schema.get("type", [])
    return [kinds] if isinstance(kinds, str) else list(kinds)


def is_null(schema: Schema) -> bool:
    """Whether null is all that a schema allows."""
    return kinds_of(schema) == ["null"] or ("const" in schema and schema["const"] is None) or schema.get("enum") == [None]


def is_map(schema: Schema) -> bool:
    return "object" in kinds_of(schema) and not schema.get("properties") and not any(key in schema for key in ("oneOf", "anyOf", "enum"))


def key_of(reference: object) -> str:
    """The name of the component that a reference leads to."""
    return str(reference).rsplit("/", 1)[-1].replace("~1", "/").replace("~0", "~")


def with_siblings(schema: Schema) -> Schema:
    """A reference with more than words beside it says both: as `allOf` does."""
    if "$ref" in schema and any(key != "$ref" and says_shape(key) for key in schema):
        parts = [{"$ref": schema["$ref"]}, *schema.get("allOf", ())]
        return {**{key: value for key, value in schema.items() if key != "$ref"}, "allOf": parts}
    return schema


def resolve(value: Schema | bool, components: Components) -> Schema:
    """Follows `$ref`s to a component schema; words beside them count. (`load` refuses cycles of bare references.)"""
    schema = with_siblings(schema_of(value))
    if "$ref" not in schema:
        return schema
    known = components.resolved if isinstance(components, KnownComponents) else {}
    if id(value) in known:
        return known[id(value)][1]
    for _ in range(len(components) + 1):
        reference = schema.get("$ref")
        if reference is None:
            break
        siblings = {key: value for key, value in schema.items() if key != "$ref"}
        target = schema_of(components[key_of(reference)])
        schema = with_siblings({**target, **siblings} if siblings else target)
    known[id(value)] = (value, schema)
    return schema


def first_schema(content: Mapping[str, Any]) -> Schema:
    """The schema of the first media type."""
    schemas: list[Schema] = [schema_of(value.get("schema", {})) for value in content.values()]
    return schemas[0] if schemas else {}
