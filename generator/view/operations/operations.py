"""Operations of the document → `Operation` of the view model."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from types import MappingProxyType
from typing import Any

from msgspec.structs import replace

from ...load.json_types import is_json, media_kind, methods_of, sent_method, table
from ...load.pointers import resolve as follow
from ...load.problems import Problems
from ...naming.names import free, operation_name, python_name
from ..model.operations import Operation, Parameter, union
from ..model.parts import Code, Name, Text
from ..schemas.basics import SCALARS, escape, is_text, pascal
from ..schemas.facts import details, in_python
from ..schemas.merge import flattened
from ..schemas.samples import sample
from ..schemas.schema import Schema, first_schema, resolve
from ..schemas.types import Types
from ..servers import Servers
from . import declare
from .answers import Reader
from .bodies import Bodies, Located
from .links import links
from .paths import fixed, template


@dataclass
class Operations:
    """Reads every operation of a bundled document, in its order."""

    data: Mapping[str, Any]
    types: Types
    problems: Problems
    module_of: Callable[[str], str]
    """Tag → module of operations."""
    servers: Servers
    default_body_name: str = "body"

    def __post_init__(self) -> None:
        self._bodies = Bodies(self.types, self.default_body_name, _distinct, self._example)
        self._reader = Reader(self.types, self._bodies, partial(resolve_part, data=self.data))

    def read(self, known: Mapping[str, Operation] = MappingProxyType({})) -> tuple[Operation, ...]:
        """All operations; those that are `known` by their pointers need not be made."""
        raw = {str(item["operationId"]): item for _, _, item, _ in self._items() if "operationId" in item}
        return tuple(
            known.get(f"/paths/{escape(path)}/{method}") or self._operation(path, method, item, holder, raw)
            for path, method, item, holder in self._items()
        )

    def _items(self) -> Iterator[tuple[str, str, Mapping[str, Any], Mapping[str, Any]]]:
        """Path, method, operation and path item."""
        for path, item in self.data.get("paths", {}).items():
            for method in methods_of(item):
                yield path, method, item[method], item

    def _operation(self, path: str, method: str, item: Mapping[str, Any], holder: Mapping[str, Any], raw: Mapping[str, Any]) -> Operation:
        pointer = f"/paths/{escape(path)}/{method}"
        name = operation_name(str(item.get("operationId", f"{method}_{path}")))
        given = self._given(holder.get("parameters", []), item.get("parameters", []), fixed(path))
        bound = {str(part["name"]) for value in given if "x-client-setting" in (part := resolve_part(value, self.data))}
        taken = {"self", "ops", "options", *self._added(item)}
        parameters = [self._parameter(value, pointer, number, name, taken) for number, value in enumerate(given)]
        request = self._located(item.get("requestBody", {}), f"{pointer}/requestBody", name, "Body")
        body, body_declaration, media_types = self._bodies.of(request, name, taken)
        responses = {
            str(status): self._located(raw, f"{pointer}/responses/{status}", name, "Response")
            for status, raw in item.get("responses", {}).items()
            if _is_answer(str(status))
        }
        found = self._reader.read(responses, method)
        in_path = {parameter.wire.value: parameter.name for parameter in parameters if parameter.location == "path"}
        names = {parameter.wire.value: parameter.name for parameter in parameters} | in_path
        parameters = [parameter for parameter in parameters if parameter.wire.value not in bound]
        known = names | {parameter.wire.value: parameter.name for parameter in body}
        everything = tuple(
            parameter if is_text(parameter.type) else replace(parameter, description=in_python(parameter.description, known))
            for parameter in sorted((*parameters, *body), key=lambda parameter: not parameter.required)
        )
        return Operation(
            id=Name(name),
            constant=Name(name.upper()),
            method=sent_method(method),
            path=Text(path),
            template=Text(template(path, in_path)),
            tag=Text(_tag(item)),
            pointer=pointer,
            summary=Text(str(item.get("summary", ""))),
            description=in_python(Text(str(item.get("description", ""))), known),
            parameters=everything,
            body_declaration=body_declaration,
            results=found.results,
            by_status=found.by_status,
            stream=found.stream,
            headers=found.headers,
            preferred=found.preferred,
            declared_type=union(declare.qualified(kind) for kind in found.preferred),
            declared_results=declare.results(found.results) if found.results else None,
            declared_by_status=tuple((status, declare.results(table)) for status, table in found.by_status),
            errors=found.errors,
            declared_errors=tuple((status, declare.lazy(kind)) for status, kind in found.errors),
            may_be_empty=found.may_be_empty,
            answers=found.answers,
            statuses=found.statuses,
            security=security(item["security"]) if "security" in item else None,
            retry=item.get("x-retry"),
            paging=declare.paging(item.get("x-paging"), raw, partial(self._constant, item), partial(self._longest, item)),
            batch=declare.batch(item.get("x-batch")),
            job=declare.job(item.get("x-job"), raw, partial(self._constant, item)),
            sources=Text(_sources(item.get("x-sources", []))),
            server=self.servers.own(holder, item),
            links=tuple(links(self.data, item)),
            deprecated=bool(item.get("deprecated")),
            authorization=Text(self._authorization(item)),
            content_types=Text(", ".join(media_type.value for media_type in media_types) or "Not defined"),
            accepts=Text(
                ", ".join(dict.fromkeys(media_type.value for answer in found.answers for media_type in answer.media_types)) or "Not defined"
            ),
        )

    def _parameter(self, raw: Mapping[str, Any], pointer: str, number: int, operation: str, taken: set[str]) -> Parameter:
        raw = resolve_part(raw, self.data)
        wire, location = str(raw["name"]), str(raw["in"])
        media_type, content = next(iter(raw.get("content", {}).items()), ("", raw))
        schema: Schema = content.get("schema", {})
        name = _distinct(wire, location, taken)
        as_json = is_json(media_type)
        is_written = bool(media_type) and not as_json  # by the caller, in whatever form that is
        place, hint = f"{pointer}/parameters/{number}/schema", f"{pascal(operation)}{pascal(name)}"
        kind = SCALARS["string"] if is_written else self.types.of(schema, place, hint)
        resolved = flattened(resolve(schema, self.types.components), self.types.components)
        required = bool(raw.get("required"))
        description = Text(str(raw.get("description") or resolved.get("description") or ""))
        if raw.get("allowEmptyValue") and location == "query" and not is_text(kind) and kind.kind != "any":
            kind = replace(kind, argument=Code(f'{kind.argument} | Literal[""]'))
        return Parameter(
            name=Name(name),
            wire=Text(wire),
            location=location,
            type=kind,
            required=required,
            description=description,
            details=(*details(description, resolved), *((Text("Deprecated."),) if raw.get("deprecated") else ())),
            example=Text(self._example(raw, schema, wire)),
            declaration=declare.parameter(name, wire, location, kind, required=required, raw=raw, as_json=as_json),
        )

    def _located(self, raw: Mapping[str, Any], pointer: str, operation: str, kind: str) -> Located:
        """A request body or response; a component names what stands inline in it."""
        if "$ref" not in raw:
            return Located(raw, pointer, f"{pascal(operation)}{kind}")
        pointer = str(raw["$ref"]).removeprefix("#")
        name = pascal(python_name(pointer.rpartition("/")[2].replace("~1", "/").replace("~0", "~")))
        return Located(resolve_part(raw, self.data), pointer, f"{name.removesuffix(kind)}{kind}")

    def _added(self, item: Mapping[str, Any]) -> set[str]:
        """The arguments that methods have beside those of the operation: for files, pages, batches and jobs."""
        paging, batch = item.get("x-paging"), item.get("x-batch")
        added: set[str] = {"isolate"} if batch and batch.get("atomic", True) else set()
        if paging:
            given = {python_name(str(paging[key])) for key in ("parameter", "size") if key in paging}
            added |= {"limit", "start", *(("page_size",) if "size" in paging else ())} - given
        if batch and "x-job" in item:
            added.add("stream")
        for status, raw in item.get("responses", {}).items():
            for media, content in table(resolve_part(raw, self.data).get("content")).items() if str(status).startswith("2") else ():
                schema = resolve(content.get("schema", {}), self.types.components)
                if media_kind(str(media)) not in ("json", "lines", "events") or schema.get("format") == "binary":
                    return added | {"to", "progress"}
        return added

    def _given(self, shared: list[Any], own: list[Any], values: set[str]) -> list[Any]:
        """The parameters of a path and of its operation; of two with the same name and place, the operation's. `values`: queries that the path fixes."""
        by_place = {place_of(part): value for value in (*shared, *own) if (part := resolve_part(value, self.data))}
        return [value for (name, place), value in by_place.items() if place != "query" or name not in values]

    def _example(self, raw: Mapping[str, Any], schema: Schema, name: str) -> str:
        """A value for an example, as JSON text: the document's own where it gives one."""
        if "example" in raw:
            return json.dumps(raw["example"])
        examples: Mapping[str, Any] = raw.get("examples") or {}
        for value in examples.values():
            return json.dumps(value.get("value"))
        return json.dumps(sample(schema, self.types.components, name))

    def _longest(self, item: Mapping[str, Any], place: str) -> int:
        """The most items that a list in the body may hold."""
        content: Mapping[str, Any] = resolve_part(item.get("requestBody", {}), self.data).get("content", {})
        schema = first_schema(content)
        for key in place.split("/"):
            schema = flattened(resolve(schema, self.types.components), self.types.components).get("properties", {}).get(key, {})
        return int(resolve(schema, self.types.components).get("maxItems", 1000))

    def _constant(self, item: Mapping[str, Any], other: Mapping[str, Any]) -> str:
        """How the module of one operation names another operation."""
        name = operation_name(str(other["operationId"])).upper()
        home = self.module_of(_tag(other))
        return name if home == self.module_of(_tag(item)) else f"{home}.{name}"

    def _authorization(self, item: Mapping[str, Any]) -> str:
        requirements = [
            " and ".join(f"{name} ({', '.join(map(str, scopes))})" if scopes else name for name, scopes in requirement.items()) or "none"
            for requirement in item.get("security", self.data.get("security", []))
        ]
        return " or ".join(requirements) if any(name != "none" for name in requirements) else "No authorization required"


def _is_answer(status: str) -> bool:
    return status == "default" or status[:1].isdigit()


def place_of(part: Mapping[str, Any]) -> tuple[str, str]:
    """What a parameter is told from others by: its name, which in a header knows no case, and its place."""
    return (str(part["name"]).lower() if part["in"] == "header" else str(part["name"])), str(part["in"])


def _distinct(wire: str, location: str, taken: set[str]) -> str:
    """A name for an argument that no other argument of the method has."""
    name = free(python_name(wire), taken, f"_{location}")
    taken.add(name)
    return name


def resolve_part(raw: Mapping[str, Any], data: Mapping[str, Any]) -> Mapping[str, Any]:
    """Follows a `$ref` to a parameter, request body or response, which may stand anywhere."""
    found: Mapping[str, Any] = follow(data, raw)
    return found


def _tag(item: Mapping[str, Any]) -> str:
    return str((item.get("tags") or ["default"])[0])


def security(raw: Sequence[Mapping[str, Any]]) -> tuple[tuple[Text, ...], ...]:
    """Security requirements: alternatives of names of schemes that are needed together."""
    return tuple(tuple(Text(str(name)) for name in requirement) for requirement in raw)


def _sources(raw: list[Mapping[str, Any]]) -> str:
    return "; ".join(
        f"{source.get('document', '')}, {source.get('section', '')}".strip(", ") + (" (inferred)" if source.get("inferred") else "")
        for source in raw
    )
