"""Rules on `x-class`: its form, and that the properties and schemas that it names are there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from typing import Any, Final

from ...load.json_types import is_object
from ...load.pointers import join
from ..context import Context, Steps, table
from .extensions import vocabulary


def forms(context: Context) -> None:
    """Every `x-class` has the form that the vocabulary says."""
    import jsonschema_rs

    form = {"$defs": vocabulary()["$defs"], "$ref": "#/$defs/class"}
    validator = jsonschema_rs.Draft202012Validator(form)
    for pointer, _, settings in _classes(context):
        if not validator.is_valid(settings):
            _explain(context, join(pointer, "x-class"), form, settings)


def _explain(context: Context, pointer: str, form: Mapping[str, Any], settings: Any) -> None:
    """What is wrong, from the validator that says it best; importing it takes a while."""
    from jsonschema import Draft202012Validator

    from ..mismatches import mismatches

    errors = mismatches(Draft202012Validator(form), settings)
    for best in errors:
        context.error(join(pointer, *best.absolute_path), f"x-class: {best.message}", "designs/0006 explains x-class")
    if not errors:
        context.error(pointer, "x-class does not match its JSON Schema", "designs/0006 explains x-class")


def names(context: Context) -> None:
    """What `x-class` names is there: schemas, and properties of its own or of the schema that a new one is created by."""
    schemas = context.components("schemas")
    for pointer, node, settings in _classes(context):
        if not is_object(settings):
            continue
        for key in ("create", "update"):
            if key in settings and settings[key] not in schemas:
                near = get_close_matches(str(settings[key]), [str(name) for name in schemas], 1)
                hint = f"did you mean {near[0]!r}?" if near else "name a schema of this document"
                context.error(join(pointer, "x-class", key), f"there is no schema {settings[key]!r}", hint)
        known = {str(name) for name in table(node.get("properties"))}
        for key in ("required", "keyword_only", "bare", "constants", "variants"):
            given = settings.get(key, ())
            for name in [given] if isinstance(given, str) else list(given):
                if name not in known and settings.get("kind") != "update":
                    near = get_close_matches(str(name), known, 1)
                    hint = f"did you mean {near[0]!r}?" if near else f"it has {', '.join(sorted(known)) or 'none'}"
                    context.error(join(pointer, "x-class", key), f"the schema has no property {name!r}", hint)


def unique(context: Context) -> None:
    """No two documented classes, and no class of lists, have one name."""
    seen: dict[str, str] = {}
    for pointer, _, settings in _classes(context):
        for name in (pointer.rpartition("/")[2], table(settings).get("list")):
            if name is None:
                continue
            other = seen.setdefault(str(name), pointer)
            if other != pointer:
                context.error(join(pointer, "x-class"), f"{other} gives the class {name!r} already", "rename one of them")


def _classes(context: Context) -> Iterator[tuple[str, Mapping[str, Any], Any]]:
    for name, node in context.components("schemas").items():
        if is_object(node) and "x-class" in node:
            yield join("/components/schemas", name), node, node["x-class"]


RULES: Final[Steps] = (("x-class", forms), ("x-class", names), ("x-class", unique))
