"""What a document, a spec and a generated client each say of one operation, in one form, so that they can be compared.

A fact is the value of one aspect (`path`, `positional`, `returns` ...). This module must never know which deviations are allowed.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from typing import Any

from generator.load.document import Document, load
from generator.load.problems import Problems

from .apis import REPOSITORY, Api, Row
from .names import annotation_type, documented_type, python_name, python_path, schema_type

Facts = Mapping[str, Any]

FREE_FORM = "object"
RUNTIME_PARAMETERS = frozenset({"self", "options", "isolate"})
"""What methods have beyond their documents: all take `options`, batched ones `isolate`."""


@lru_cache
def spec_of(api: Api) -> Document:
    """The bundled spec of an API."""
    problems = Problems()
    document = load(REPOSITORY / "specs" / api.name / "openapi.yaml", problems)
    assert document is not None, "\n".join(map(str, problems.sorted()))
    return document


@lru_cache
def spec_operations(api: Api) -> Mapping[str, tuple[str, str, Mapping[str, Any]]]:
    """operationId → verb, path, operation."""
    verbs = ("get", "put", "post", "delete", "patch", "head", "options")
    items = spec_of(api).data["paths"].items()
    found = [(verb.upper(), path, item[verb]) for path, item in items for verb in verbs if verb in item]
    return {operation["operationId"]: (verb, path, operation) for verb, path, operation in found}


def of_document(row: Row) -> dict[str, Any]:
    """The facts of an inventory row."""
    return {
        "verb": row.verb,
        "path": python_path(row.path),
        "positional": list(row.positional),
        "optional": [parameter.name for parameter in row.parameters if not parameter.required],
        "types": {parameter.name: documented_type(parameter.type) for parameter in row.parameters},
        "content types": list(row.content_types),
        "accepts": [media for media in row.accepts if not is_problem(media)],
        "error types": [media for media in row.accepts if is_problem(media)],
        "statuses": sorted(row.statuses),
        "success statuses": sorted(status for status in row.statuses if 200 <= status < 300),
        "returns": documented_type(row.returns),
        "auth": list(row.auth),
    }


def is_problem(media_type: str) -> bool:
    """Whether a media type is for errors only (RFC 9457)."""
    return media_type.startswith("application/problem+")


def of_spec(api: Api, name: str) -> dict[str, Any]:
    """The facts of an operation in the bundled spec."""
    document = spec_of(api)
    verb, path, operation = spec_operations(api)[name]
    parameters = list(_spec_parameters(document, operation))
    responses = {code: document.resolve(response) for code, response in operation["responses"].items()}
    successes = [response.get("content", {}) for code, response in responses.items() if code.startswith("2")]
    accepts = list(dict.fromkeys(media for response in responses.values() for media in response.get("content", {})))
    returned = next((content["schema"] for content in successes[0].values()), None)
    body = document.resolve(operation.get("requestBody", {}))
    return {
        "verb": verb,
        "path": python_path(path),
        "positional": [name for name, _, required in parameters if required],
        "optional": [name for name, _, required in parameters if not required],
        "types": {name: kind for name, kind, _ in parameters},
        "content types": list(body.get("content", {})),
        "accepts": [media for media in accepts if not is_problem(media)],
        "error types": [media for media in accepts if is_problem(media)],
        "statuses": sorted(0 if code == "default" else int(code) for code in responses),
        "returns": "None" if returned is None else schema_type(returned, document.resolve),
        "auth": [scheme for need in operation.get("security", document.data.get("security", [])) for scheme in need],
    }


def _spec_parameters(document: Document, operation: Mapping[str, Any]) -> Iterator[tuple[str, str, bool]]:
    """Name in Python, type, required; in the order of a Python signature but for optional ones."""
    for parameter in map(document.resolve, operation.get("parameters", [])):
        yield python_name(parameter["name"]), schema_type(parameter["schema"], document.resolve), bool(parameter.get("required"))
    if "requestBody" not in operation:
        return
    body = document.resolve(operation["requestBody"])
    media_type, content = next(iter(body["content"].items()))
    if media_type != "multipart/form-data":
        kind = schema_type(content["schema"], document.resolve)
        yield body.get("x-codegen-request-body-name", "body"), kind, bool(body.get("required"))
        return
    form = document.resolve(content["schema"])
    for name, schema in form["properties"].items():
        yield python_name(name), schema_type(schema, document.resolve), name in form.get("required", ())


def client_class(api: Api, side: str) -> type[Any]:
    """The API class of the generated package; `side` is `sync` or `async`."""
    name = api.api_class if side == "sync" else f"Async{api.api_class}"
    found: type[Any] = getattr(api.module, name)
    return found


def of_method(api: Api, name: str, side: str) -> dict[str, Any]:
    """The facts in the signature of a generated method."""
    method: Callable[..., Any] = getattr(client_class(api, side), name)
    signature = inspect.signature(method)
    models = api.submodule("models")
    own = [parameter for key, parameter in signature.parameters.items() if key not in RUNTIME_PARAMETERS]
    types = {parameter.name: annotation_type(parameter.annotation, models) for parameter in own}
    return {
        "positional": [one.name for one in own if one.kind is one.POSITIONAL_OR_KEYWORD and one.default is one.empty],
        "optional": [one.name for one in own if one.kind is one.KEYWORD_ONLY and one.default is None],
        "types": types,
        "returns": annotation_type(signature.return_annotation, models),
        "asynchronous": inspect.iscoroutinefunction(method),
        "all parameters": sorted(one.name for one in own),
    }


def of_declaration(api: Api, name: str) -> dict[str, Any]:
    """The facts in the generated declaration of an operation."""
    operation = api.operation(name)
    results = {media: FREE_FORM if lazy is None else value_type(lazy()) for media, lazy in operation.results.items()}
    security = operation.security
    return {
        "verb": operation.method,
        "path": operation.path,
        "content types": [] if operation.body is None else list(operation.body.media_types),
        "accepts": list(results),
        "success statuses": sorted(operation.statuses),
        "returns": next(iter(results.values()), "None"),
        "auth": [
            name for names in (api.submodule("configuration").DEFINITION.security if security is None else security) for name in names
        ],
    }


def value_type(kind: Any) -> str:
    """The type that a type object stands for: `list[ModelList]`, `bytes`."""
    arguments: tuple[Any, ...] = getattr(kind, "__args__", ())
    origin = getattr(kind, "__origin__", None)
    if origin is list:
        return f"list[{value_type(arguments[0])}]"
    if origin is dict or kind is Any or kind is dict:
        return FREE_FORM
    if kind is bytes:
        return "file"
    return str(kind.__name__)


def fits(documented: str, found: str, api: Api | None = None) -> bool:
    """Whether a type is the documented one: the same, or something more precise than `object`, or the plain map that a model of any keys is."""
    if documented == found or (documented == FREE_FORM and found != "None"):
        return True
    if documented.startswith("list[") and found.startswith("list["):
        return fits(documented[5:-1], found[5:-1], api)
    return found == FREE_FORM and api is not None and issubclass(getattr(api.module, documented, int), dict)
