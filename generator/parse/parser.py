"""The bundled document, as openapi-python-client reads it: which operations and models there are, and their Python names.

The only module that imports `openapi_python_client`. Two of its habits are undone here: what it cannot express it drops with a warning
(ours is an error, with its place), and it renames whatever is called like a builtin (`range`, `type`, `hash`: documented names stay).
Wire names and values are never taken from it; see `build`.
"""

from __future__ import annotations

import builtins
import keyword
import re
from collections.abc import Generator, Iterable, Mapping
from contextlib import contextmanager
from copy import copy
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..load.json_types import is_array, is_object
from .lazy_import import lazy_import

# The parser's root imports these to fetch documents, which we never let it do; loading them takes as long as reading a large document.
with lazy_import("httpx", "httpcore"):
    import openapi_python_client.parser.openapi as _reader
    from openapi_python_client.config import Config, ConfigFile, MetaType
    from openapi_python_client.parser import GeneratorData
    from openapi_python_client.parser.errors import GeneratorError, ParseError
    from openapi_python_client.parser.properties import ModelProperty
    from openapi_python_client.strings import ClassName, PythonIdentifier

from ..load.problems import Problems

if TYPE_CHECKING:
    from ..load.document import Document

PREFIX = "field_"

_HINT = "change the document so that nothing has to be left out of the client"
_BINARY = "application/octet-stream"
_OVERRIDES = {"application/yaml": "application/json", "application/x-yaml": "application/json"}
_ENDPOINT_ERROR = re.compile(r"WARNING parsing (?P<method>[A-Z]+) (?P<path>\S+) within ")
_SCHEMA_ERROR = re.compile(r"Unable to (?:parse|process) schema /components/schemas/(?P<name>\S+?):?$")
_LOCATIONS = (("path", "path_parameters"), ("query", "query_parameters"), ("header", "header_parameters"), ("cookie", "cookie_parameters"))


@dataclass(frozen=True, slots=True)
class ParsedOperation:
    name: str
    parameters: Mapping[tuple[str, str], str]
    """(location, wire name) → Python name."""


@dataclass(frozen=True, slots=True)
class ParsedModel:
    name: str
    fields: Mapping[str, str]
    """Wire name → Python name."""


@dataclass(frozen=True, slots=True)
class Parsed:
    operations: Mapping[tuple[str, str], ParsedOperation]
    """(path, lower-case method) → operation."""
    models: Mapping[str, ParsedModel]
    """Component schema name → model; only schemas that are objects with properties."""


def python_name(wire: str) -> str:
    """The Python name of a parameter or field: snake case, legal, unlike a keyword; builtins are allowed."""
    name = str(PythonIdentifier(wire, PREFIX))
    if (
        name.endswith("_")
        and name[:-1] in vars(builtins).keys() | {"datetime", "self"}
        and not keyword.iskeyword(name[:-1])
        and name != "self_"
    ):
        return name[:-1]
    return name


def class_name(schema: str) -> str:
    """A schema's own name where that is a legal class name, else the parser's."""
    if schema.isidentifier() and not keyword.iskeyword(schema) and schema not in vars(builtins) and not schema.startswith("_"):
        return schema
    return str(ClassName(schema, PREFIX))


def parse(document: Document, problems: Problems) -> Parsed:
    """Reads the document; everything the parser would drop becomes an error in `problems`."""
    with _shallow_copies():
        data = GeneratorData.from_dict(document.data, config=_config(document.data))
    if isinstance(data, GeneratorError):
        problems.error(f"{data.header}: {data.detail}", hint=_HINT, pointer="")
        return Parsed({}, {})
    for error in data.errors:
        _report(error, problems)
    operations: dict[tuple[str, str], ParsedOperation] = {}
    for collection in data.endpoint_collections_by_tag.values():
        for error in collection.parse_errors:
            _report(error, problems)
        for endpoint in collection.endpoints:
            names = {
                (location, prop.name.get_untrusted_value()): python_name(prop.name.get_untrusted_value())
                for location, attribute in _LOCATIONS
                for prop in getattr(endpoint, attribute)
            }
            operations[endpoint.path.get_untrusted_value(), endpoint.method] = ParsedOperation(python_name(str(endpoint.name)), names)
    return Parsed(operations, _models(document.data, data.models))


@contextmanager
def _shallow_copies() -> Generator[None]:
    """A third of the parser's time goes into deep copies of an endpoint that it is about to replace by the copy; a shallow one does."""
    names = _reader.__dict__
    deep = names["deepcopy"]
    names["deepcopy"] = _copied
    try:
        yield
    finally:
        names["deepcopy"] = deep


def _copied(endpoint: Any) -> Any:
    """A copy with lists of its own, which is all that the parser changes in it."""
    twin: Any = copy(endpoint)
    members: dict[str, Any] = twin.__dict__
    for name, value in members.items():
        if is_array(value) or isinstance(value, set):
            members[name] = value.copy()
    return twin


def _models(document: Mapping[str, Any], models: Iterable[ModelProperty]) -> dict[str, ParsedModel]:
    by_class = {str(model.class_info.name): model for model in models}
    found: dict[str, ParsedModel] = {}
    for schema in document.get("components", {}).get("schemas", {}):
        model = by_class.get(str(ClassName(schema, PREFIX)))
        if model is None:
            continue
        properties = [*(model.required_properties or []), *(model.optional_properties or [])]
        wires = [prop.name.get_untrusted_value() for prop in properties]
        found[schema] = ParsedModel(class_name(schema), {wire: python_name(wire) for wire in wires})
    return found


def _config(data: Mapping[str, Any]) -> Config:
    """Tells the parser to read the media types that it does not know as plain content, instead of dropping the operation."""
    known = ("application/json", "multipart/form-data", "application/x-www-form-urlencoded", _BINARY)
    types = {media_type for media_type in _media_types(data) if media_type not in known and not media_type.endswith("+json")}
    overrides = {media_type: _OVERRIDES.get(media_type, _BINARY) for media_type in sorted(types)}
    return Config.from_sources(
        ConfigFile(content_type_overrides=overrides, literal_enums=True, post_hooks=[]),
        MetaType.NONE,
        document_source=Path("openapi.yaml"),
        file_encoding="utf-8",
        overwrite=False,
        output_path=None,
    )


def _media_types(value: Any) -> Iterable[str]:
    if is_object(value):
        for key, child in value.items():
            if key == "content" and is_object(child):
                yield from (str(media_type) for media_type in child)
            yield from _media_types(child)
    elif is_array(value):
        for child in value:
            yield from _media_types(child)


def _report(error: ParseError, problems: Problems) -> None:
    pointer, header = "", error.header
    if match := _ENDPOINT_ERROR.match(error.header):
        path = match["path"].replace("~", "~0").replace("/", "~1")
        pointer = f"/paths/{path}/{match['method'].lower()}"
        header = f"{match['method']} {match['path']} cannot be expressed"
    elif match := _SCHEMA_ERROR.match(error.header):
        pointer = f"/components/schemas/{match['name']}"
        header = f"the schema {match['name']} cannot be expressed"
    detail = " ".join((error.detail or "").split())
    problems.error(f"{header}: {detail}" if detail else header, hint=_HINT, pointer=pointer)
