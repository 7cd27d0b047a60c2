"""Whether the document is valid by openapi-spec-validator: one problem per mistake, with its place and a readable message."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from difflib import get_close_matches
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final

from ...load.document import Document
from ...load.json_types import is_array, is_object, table
from ...load.pointers import join
from ...load.problems import Problems

_VERSION: Final = re.compile(r"3\.(0|1)\.\d+\Z")
_NEWER: Final = re.compile(r"3\.2\.\d+\Z")
_PLACES: Final = ("path", "query", "header", "cookie", "querystring")
_LEGAL: Final = re.compile(r"[a-zA-Z0-9._-]+\Z")
_UNEXPECTED: Final = re.compile(r"'((?:[^'\\]|\\.)+)' (?:was|were) unexpected|'((?:[^'\\]|\\.)+)'(?:, '(?:[^'\\]|\\.)+')* were unexpected")
_KNOWN: Final = (
    *("openapi", "info", "servers", "paths", "components", "security", "tags", "externalDocs", "webhooks", "jsonSchemaDialect"),
    *("summary", "description", "operationId", "parameters", "requestBody", "responses", "deprecated", "callbacks", "schema", "content"),
    *("required", "name", "in", "style", "explode", "example", "examples", "headers", "links", "title", "version", "license", "contact"),
    *("schemas", "securitySchemes", "requestBodies", "type", "scheme", "flows", "bearerFormat", "url", "variables", "encoding", "default"),
)


def check(document: Document, problems: Problems, *, house: bool) -> None:
    """Add what is not valid OpenAPI 3.0 or 3.1, for documents of others 3.2 as well. Without `house`, schemas may say anything here: `schema_repairs` looks at them."""
    version = document.data.get("openapi")
    if not isinstance(version, str) or not (_VERSION.match(version) or (not house and _NEWER.match(version))):
        if "swagger" in document.data:
            problems.error("this is a Swagger 2 document", rule="openapi", hint="convert it to OpenAPI 3.1", pointer="/swagger")
        else:
            problems.error(
                f"`openapi` is {version!r}, which is not supported",
                rule="openapi",
                hint='write `openapi: "3.1.0"` (3.0 is read too)',
                pointer="/openapi",
            )
        return
    for pointer, message, hint in _findings(document.data, version, house=house):
        problems.error(message, rule="openapi", hint=hint, pointer=pointer)


def fits(data: dict[str, Any]) -> bool:
    """Whether a document of someone else has the shape of its version."""
    return _wrong_entries(data, _form(str(data["openapi"]), house=False)) is None


def _findings(data: Any, version: str, *, house: bool) -> Iterator[tuple[str, str, str]]:
    form = _form(version, house=house)
    wrong = _wrong_entries(data, form)
    if wrong is None:
        return
    found = list(_readable(_only(data, wrong), form)) or list(_readable(data, form))
    yield from found or [("", "this is not a valid OpenAPI document", "see the OpenAPI specification")]


def _form(version: str, *, house: bool) -> dict[str, Any]:
    """The JSON Schema of a document, which openapi-spec-validator ships."""
    package = find_spec("openapi_spec_validator")
    if package is None or not package.submodule_search_locations:
        raise ModuleNotFoundError("openapi-spec-validator is not installed: run `make generate`, or install requirements.txt")
    schema = Path(package.submodule_search_locations[0], "resources", "schemas", f"v{version[:3]}", "schema.json")
    form: dict[str, Any] = json.loads(schema.read_bytes())
    if not house and "Schema" in form.get("definitions", {}):
        form["definitions"]["Schema"] = {"type": ["object", "boolean"], "not": {"type": "object", "required": ["$ref"]}}
    return form


def _wrong_entries(data: Any, form: dict[str, Any]) -> set[tuple[str, ...]] | None:
    """Where a document does not fit its form: the first three steps to each place. None when it fits.

    A yes is all that is needed most of the time, and the compiled validator gives it without importing the library (a tenth of a run).
    """
    import jsonschema_rs

    validator = jsonschema_rs.validator_for(form, validate_formats=False)
    if validator.is_valid(data):
        return None
    return {tuple(str(step) for step in error.instance_path[:3]) for error in validator.iter_errors(data)}


def _only(data: dict[str, Any], wrong: set[tuple[str, ...]]) -> dict[str, Any]:
    """The document without the entries that are right: the slower validator takes minutes for a large one."""
    slim = dict(data)
    paths = {place[:2] for place in wrong}
    for key in ("paths", "webhooks"):
        if is_object(data.get(key)):
            slim[key] = {name: item for name, item in data[key].items() if (key, name) in paths or not name.startswith("/")}
    if is_object(data.get("components")):
        slim["components"] = {
            kind: {name: entry for name, entry in group.items() if ("components", kind, name) in wrong or not _LEGAL.match(name)}
            if is_object(group)
            else group
            for kind, group in data["components"].items()
        }
    return slim


def _readable(data: Any, form: dict[str, Any]) -> Iterator[tuple[str, str, str]]:
    """The same errors from the slower validator, which says what inside of alternatives is wrong."""
    from jsonschema import Draft4Validator, Draft202012Validator

    from ..mismatches import mismatches

    kind = Draft202012Validator if "2020-12" in form["$schema"] else Draft4Validator
    for best in mismatches(kind(form), data):
        path: Sequence[str | int] = list(best.absolute_path)
        yield _words(path, best)


def _words(path: Sequence[str | int], error: Any) -> tuple[str, str, str]:
    pointer = join("", *path)
    instance = error.instance
    named = f"`{path[-1]}`" if path and isinstance(path[-1], str) else "this"
    if "parameters" in path[-2:] and table(instance).get("name") and "schema" not in instance and "content" not in instance:
        return pointer, f"the parameter {instance['name']!r} has no schema", "add `schema: {type: ...}`"
    misplaced = table(instance).get("in", "query") if "parameters" in path[-2:] else instance if path[-1:] == ["in"] else "query"
    if misplaced not in _PLACES and "securitySchemes" not in path:
        hint = "write path, query, header or cookie; the body and fields of a form belong in `requestBody`"
        return pointer if path[-1:] == ["in"] else join(pointer, "in"), f"no parameter is in {_short(misplaced)}", hint
    name = _unexpected(error)
    if name is not None:
        near = [known for known in get_close_matches(name, _KNOWN, 1) if known != name]
        inside = join(pointer, name) if is_object(instance) and name in instance else pointer
        return (
            inside,
            f"{name!r} does not belong here",
            f"did you mean {near[0]!r}?" if near else "remove it, or see the OpenAPI specification",
        )
    if error.validator == "required":
        return pointer, error.message.replace("is a required property", "is missing"), "add it"
    if error.validator == "type":
        kinds = list(_list(error.validator_value))
        return (
            pointer,
            f"{named} is {_short(instance)}, which is not {' or '.join(map(_kind, kinds))}",
            _HINTS.get(kinds[0], _HINTS["string"]),
        )
    if error.validator == "uniqueItems":
        return pointer, f"{named} lists something twice", "list it once"
    if error.validator in ("anyOf", "oneOf"):
        return (
            pointer,
            f"{named} is {_short(instance)}, which OpenAPI has no form for",
            "see what may stand here in the OpenAPI specification",
        )
    message = error.message if len(error.message) < 200 else f"{_short(instance)} does not fit here"
    return pointer, message, "see the OpenAPI specification"


_HINTS: Final = {
    "array": "write a list: `- ...` for each item",
    "object": "write a mapping: `name: ...` for each member",
    "boolean": "write true or false, without quotes",
    "string": "write a text; put quotes around what looks like a number",
}


def _kind(name: Any) -> str:
    return {"array": "a list", "object": "a mapping", "boolean": "true or false", "string": "a text", "integer": "a whole number"}.get(
        name, f"of type {name}"
    )


def _unexpected(error: Any) -> str | None:
    """The first member that has no business where it is; None when the error is another one."""
    if error.validator == "additionalProperties" and is_object(error.instance):
        patterns = [re.compile(pattern) for pattern in table(error.schema.get("patternProperties"))]
        known = table(error.schema.get("properties"))
        return next((key for key in error.instance if key not in known and not any(one.search(key) for one in patterns)), None)
    match = _UNEXPECTED.search(error.message)
    return (match.group(1) or match.group(2)) if match else None


def _list(value: Any) -> Iterable[Any]:
    return value if is_array(value) else [value]


def _short(value: Any) -> str:
    text = repr(value)
    return text if len(text) <= 60 else text[:57] + "..."
