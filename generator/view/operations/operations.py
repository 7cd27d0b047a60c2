"""Operations of the document → `Operation` of the view model."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from ...load.problems import Problems
from ...naming.names import free, python_name
from ..model.operations import Answer, Operation, Parameter
from ..model.parts import Code, Name, Text, Type
from ..schemas.facts import deprecation, details, in_python
from ..schemas.samples import sample
from ..schemas.schema import Schema, first_schema, flattened, nullable, resolve, text
from ..schemas.types import Types, escape, is_text, optional, pascal
from . import declare

METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")


@dataclass
class Operations:
    """Reads every operation of a bundled document, in its order."""

    data: Mapping[str, Any]
    types: Types
    problems: Problems
    module_of: Callable[[str], str]
    """Tag → module of operations."""
    default_body_name: str = "body"

    def read(self) -> tuple[Operation, ...]:
        raw = {str(item["operationId"]): item for _, _, item, _ in self._items() if "operationId" in item}
        return tuple(self._operation(path, method, item, shared, raw) for path, method, item, shared in self._items())

    def _items(self) -> Iterator[tuple[str, str, Mapping[str, Any], list[Any]]]:
        for path, item in self.data.get("paths", {}).items():
            for method in METHODS:
                if method in item:
                    yield path, method, item[method], item.get("parameters", [])

    def _operation(self, path: str, method: str, item: Mapping[str, Any], shared: list[Any], raw: Mapping[str, Any]) -> Operation:
        pointer = f"/paths/{escape(path)}/{method}"
        name = operation_name(str(item.get("operationId", f"{method}_{path}")))
        given = self._given(shared, item.get("parameters", []))
        bound = {str(part["name"]) for value in given if "x-client-setting" in (part := resolve_part(value, self.data))}
        taken = {"self", "options"}
        parameters = [self._parameter(value, pointer, number, name, taken) for number, value in enumerate(given)]
        body, body_declaration, media_types = self._body(item, pointer, name, taken)
        answers, results, errors = self._answers(item, pointer, name)
        statuses = tuple(int(status) for status in item.get("responses", {}) if str(status).isdigit() and str(status).startswith("2"))
        is_optional = bool(results) and any(answer.status.startswith("2") and not answer.media_types for answer in answers)
        names = {
            parameter.wire.value: parameter.name for parameter in sorted(parameters, key=lambda parameter: parameter.location == "path")
        }
        parameters = [parameter for parameter in parameters if parameter.wire.value not in bound]
        known = names | {parameter.wire.value: parameter.name for parameter in body}
        everything = tuple(
            parameter if is_text(parameter.type) else replace(parameter, description=in_python(parameter.description, known))
            for parameter in sorted((*parameters, *body), key=lambda parameter: not parameter.required)
        )
        template = path
        for wire, python in names.items():
            template = template.replace("{" + wire + "}", "{" + python + "}")
        return Operation(
            id=Name(name),
            constant=Name(name.upper()),
            method=method.upper(),
            path=Text(path),
            template=Text(template),
            tag=Text(_tag(item)),
            pointer=pointer,
            summary=Text(str(item.get("summary", ""))),
            description=in_python(Text(str(item.get("description", ""))), known),
            parameters=everything,
            body_declaration=body_declaration,
            body_media_types=media_types,
            body_required=bool(resolve_part(item.get("requestBody", {}), self.data).get("required")),
            results=results,
            errors=errors,
            declared_type=Code(" | ".join(dict.fromkeys(declare.qualified(kind) for _, kind in results)) or "None"),
            may_be_empty=is_optional,
            declared_results=tuple((media_type, declare.lazy(kind)) for media_type, kind in results),
            declared_errors=tuple((status, declare.lazy(kind)) for status, kind in errors),
            answers=answers,
            statuses=statuses,
            security=security(item["security"]) if "security" in item else None,
            retry=item.get("x-retry"),
            paging=declare.paging(item.get("x-paging"), raw, partial(self._constant, item), partial(self._longest, item)),
            batch=declare.batch(item.get("x-batch")),
            job=declare.job(item.get("x-job"), raw, partial(self._constant, item)),
            sources=Text(_sources(item.get("x-sources", []))),
            deprecation=deprecation(name, in_python(Text(str(item.get("description", ""))), known)) if item.get("deprecated") else Text(""),
            authorization=Text(self._authorization(item)),
            content_types=Text(", ".join(media_type.value for media_type in media_types) or "Not defined"),
            accepts=Text(
                ", ".join(dict.fromkeys(media_type.value for answer in answers for media_type in answer.media_types)) or "Not defined"
            ),
        )

    def _parameter(self, raw: Mapping[str, Any], pointer: str, number: int, operation: str, taken: set[str]) -> Parameter:
        raw = resolve_part(raw, self.data)
        wire, location = str(raw["name"]), str(raw["in"])
        as_json = "content" in raw
        contents: list[Mapping[str, Any]] = list(raw.get("content", {}).values())
        schema: Schema = contents[0].get("schema", {}) if as_json else raw.get("schema", {})
        name = _distinct(wire, location, taken)
        kind = self.types.of(schema, f"{pointer}/parameters/{number}/schema", f"{pascal(operation)}{pascal(name)}")
        resolved = flattened(resolve(schema, self.types.components), self.types.components)
        required = bool(raw.get("required"))
        description = Text(str(raw.get("description") or resolved.get("description") or ""))
        declaration = None
        if location != "path" or kind.kind == "array":
            declaration = declare.parameter(name, wire, location, kind, required=required, raw=raw, as_json=as_json)
        return Parameter(
            name=Name(name),
            wire=Text(wire),
            location=location,
            type=kind,
            required=required,
            description=description,
            details=details(description, {**resolved, "deprecated": raw.get("deprecated") or resolved.get("deprecated")}),
            example=Text(self._example(raw, schema, wire)),
            declaration=declaration,
        )

    def _given(self, shared: list[Any], own: list[Any]) -> list[Any]:
        """The parameters of a path and of its operation; of two with the same name and place, the operation's."""
        by_place = {(part["name"], part["in"]): value for value in (*shared, *own) if (part := resolve_part(value, self.data))}
        return list(by_place.values())

    def _body(
        self, item: Mapping[str, Any], pointer: str, operation: str, taken: set[str]
    ) -> tuple[list[Parameter], Code | None, tuple[Text, ...]]:
        raw = resolve_part(item.get("requestBody", {}), self.data)
        content: Mapping[str, Any] = raw.get("content", {})
        if not content:
            return [], None, ()
        media_types = tuple(Text(str(media_type)) for media_type in content)
        required, place = bool(raw.get("required")), f"{pointer}/requestBody/content"
        form = next(
            (media_type for media_type in content if media_type in {"multipart/form-data", "application/x-www-form-urlencoded"}), None
        )
        if form is not None:
            parts = list(self._parts(content[form]["schema"], f"{place}/{escape(form)}/schema", operation, taken, required=required))
            return parts, declare.form(form, parts, required=required), media_types
        name = _distinct(str(raw.get("x-codegen-request-body-name", self.default_body_name)), "body", taken)
        kinds = {
            str(media_type): self.types.of(value.get("schema", {}), f"{place}/{escape(str(media_type))}/schema", f"{pascal(operation)}Body")
            for media_type, value in content.items()
        }
        first = next(iter(content))
        kind = kinds[first]
        schema = content[first].get("schema", {})
        arguments = Code(" | ".join(dict.fromkeys(kind.argument for kind in kinds.values())))
        merged = Type(kind.code, arguments, kind.document, kind.models, kind.kind, kind.free_form, kind.item)
        resolved = flattened(resolve(schema, self.types.components), self.types.components)
        description = Text(str(raw.get("description") or resolved.get("description") or "The body of the request."))
        parameter = Parameter(
            name=Name(name),
            wire=Text(name),
            location="body",
            type=merged,
            required=required,
            description=description,
            details=details(description, {**resolved, "deprecated": raw.get("deprecated") or resolved.get("deprecated")}),
            example=Text(self._example(content[first], schema, name)),
            declaration=None,
        )
        return [parameter], declare.body(kinds, name, required=required), media_types

    def _parts(self, schema: Schema, pointer: str, operation: str, taken: set[str], *, required: bool) -> Iterator[Parameter]:
        schema = flattened(resolve(schema, self.types.components), self.types.components)
        needed: set[str] = set(schema.get("required", ())) if required else set()
        for wire, part in schema.get("properties", {}).items():
            name = _distinct(str(wire), "body", taken)
            kind = self.types.of(part, f"{pointer}/properties/{escape(wire)}", f"{pascal(operation)}{pascal(name)}")
            resolved = resolve(part, self.types.components)
            yield Parameter(
                Name(name),
                Text(str(wire)),
                "part",
                kind,
                wire in needed,
                text(resolved),
                details(text(resolved), resolved),
                Text(self._example({}, part, str(wire))),
                None,
            )

    def _answers(
        self, item: Mapping[str, Any], pointer: str, operation: str
    ) -> tuple[tuple[Answer, ...], tuple[tuple[Text, Type], ...], tuple[tuple[Text, Type], ...]]:
        answers: list[Answer] = []
        results: dict[str, Type] = {}
        errors: list[tuple[Text, Type]] = []
        for status, raw in item.get("responses", {}).items():
            response, content = resolve_part(raw, self.data), resolve_part(raw, self.data).get("content", {})
            first: Type | None = None
            for media_type, value in content.items():
                place = f"{pointer}/responses/{status}/content/{escape(str(media_type))}/schema"
                schema = value.get("schema", {})
                kind = self.types.of(schema, place, f"{pascal(operation)}Response")
                if nullable(schema, self.types.components):
                    kind = optional(kind)
                first = first or kind
                if str(status).startswith("2"):
                    results.setdefault(str(media_type), kind)
            if not str(status).startswith("2") and first is not None:
                errors.append((Text(str(status)), first))
            answers.append(
                Answer(str(status), Text(str(response.get("description", ""))), tuple(Text(str(value)) for value in content), first)
            )
        return tuple(answers), tuple((Text(media_type), kind) for media_type, kind in results.items()), tuple(errors)

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
        requirements = [" and ".join(requirement) or "none" for requirement in item.get("security", self.data.get("security", []))]
        return " or ".join(requirements) if any(name != "none" for name in requirements) else "No authorization required"


def _distinct(wire: str, location: str, taken: set[str]) -> str:
    """A name for an argument that no other argument of the method has."""
    name = free(python_name(wire), taken, f"_{location}")
    taken.add(name)
    return name


def operation_name(operation_id: str) -> str:
    """The name of a method, out of the way of what annotations of its class need."""
    name = python_name(operation_id)
    return f"{name}_" if name in ("date", "datetime") else name


def resolve_part(raw: Mapping[str, Any], data: Mapping[str, Any]) -> Mapping[str, Any]:
    """Follows a `$ref` to a component parameter, request body or response."""
    while "$ref" in raw:
        node: Any = data
        for key in str(raw["$ref"]).removeprefix("#/").split("/"):
            node = node[key.replace("~1", "/").replace("~0", "~")]
        raw = node
    return raw


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
