"""What every rule is given: the document, its operations and parameters with their pointers, and a way to report."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any, Final

from ..load.document import Document
from ..load.json_types import METHODS, essence, is_array, is_json, is_object, items, methods_of, sent_method, table
from ..load.names import snake
from ..load.pointers import join
from ..load.problems import Level, Place, Problem, Problems, Rule

__all__ = ["METHODS", "Context", "Operation", "Parameter", "Steps", "items", "table", "types_of"]

Node = Mapping[str, Any]


@dataclass(frozen=True)
class Parameter:
    """A parameter of an operation; `pointer` is where it is defined, `used` where the operation names it."""

    pointer: str
    used: str
    node: Node

    @property
    def name(self) -> str:
        return str(self.node.get("name", ""))

    @property
    def location(self) -> str:
        return str(self.node.get("in", ""))


@dataclass(frozen=True)
class Operation:
    """An operation with the parameters of its path item and its own (which win)."""

    pointer: str
    path: str
    method: str
    node: dict[str, Any]
    parameters: tuple[Parameter, ...]

    @property
    def id(self) -> str:
        return str(self.node.get("operationId", ""))

    def __str__(self) -> str:
        return self.id or f"{sent_method(self.method)} {self.path}"


@dataclass
class Context:
    """The document under a rule's eyes."""

    document: Document
    data: Node
    problems: Problems
    house: bool
    """Whether the document is held to the rules for our own: what is merely sloppy is an error then."""
    rule: Rule = "openapi"
    """Which rule is at work: what is reported is under its name."""
    seen: set[str] = field(default_factory=set[str])
    sloppy_cases: dict[str, list[Problem]] = field(default_factory=dict[str, list[Problem]])
    """Kind → the cases of it; reported once per kind."""
    frame: list[tuple[str, str, dict[str, Any]]] = field(default_factory=list[tuple[str, str, dict[str, Any]]])
    """Every object of a document of someone else outside of its schemas, with its pointer and kind, as `foreign.frame` has found them."""

    def error(self, pointer: str, message: str, hint: str) -> None:
        """Report an error at a pointer."""
        self.problems.error(message, rule=self.rule, hint=hint, pointer=pointer)

    def warning(self, pointer: str, message: str, hint: str) -> None:
        """Report a warning at a pointer."""
        self.problems.warning(message, rule=self.rule, hint=hint, pointer=pointer)

    def sloppy(self, kind: str, pointer: str, message: str, hint: str, place: Place | None = None) -> None:
        """Report what is about to be put right: one warning for all cases of its kind, once all are known. `place`: where that is another than the pointer's."""
        self.document.places.settle()
        # Afterwards the pointer may lead elsewhere, or nowhere.
        problem = Problem(Level.WARNING, message, self.rule, hint, pointer, place or self.document.places.at(pointer))
        self.sloppy_cases.setdefault(kind, []).append(problem)

    def drop(self, node: dict[str, Any], key: str) -> Any:
        """Take a member out of a mapping, and give it back. The others keep their places."""
        return self.document.places.drop(node, key)

    def report_sloppy(self) -> None:
        """Report the first case of each sloppy kind, with the number of the others; for `--json`, all of them."""
        for cases in self.sloppy_cases.values():
            first, more = cases[0], len(cases) - 1
            message = f"{first.message} (and {more} more of this kind)"
            self.problems.add(replace(first, message=message, cases=tuple(cases)) if more else first)

    def reread(self) -> None:
        """Have `operations` read again, after a change of what they have."""
        vars(self).pop("operations", None)

    def target(self, pointer: str) -> tuple[str, Any]:
        """The pointer and the node that a pointer leads to once `$ref`s are followed."""
        node = self.document.lookup(pointer)
        while is_object(node) and isinstance(node.get("$ref"), str):
            pointer = str(node["$ref"])[1:]
            node = self.document.lookup(pointer)
        return pointer, node

    def components(self, kind: str) -> Node:
        """The components of one kind, by name."""
        return table(table(self.data.get("components")).get(kind))

    @cached_property
    def operations(self) -> tuple[Operation, ...]:
        """All operations, in the order of the document."""
        return tuple(self._operations())

    def _operations(self) -> Iterator[Operation]:
        for path in table(self.data.get("paths")):
            yield from self._of_item(path, join("/paths", path))

    def _of_item(self, path: str, pointer: str) -> Iterator[Operation]:
        item_pointer, item = self.target(pointer)
        shared = list(self._parameters(item_pointer, table(item)))
        for method in methods_of(item):
            node, pointer = table(item)[method], join(item_pointer, method)
            own = list(self._parameters(pointer, node))
            names = {(parameter.name, parameter.location) for parameter in own}
            inherited = [parameter for parameter in shared if (parameter.name, parameter.location) not in names]
            yield Operation(pointer, path, method, node, (*inherited, *own))

    @cached_property
    def incoming(self) -> tuple[Operation, ...]:
        """The requests that the API makes: webhooks, and callbacks of operations. Their paths are names and URL expressions."""
        return tuple(self._incoming())

    def _incoming(self) -> Iterator[Operation]:
        for key in ("webhooks", "x-webhooks"):
            for name in table(self.data.get(key)):
                yield from self._of_item(name, join(f"/{key}", name))
        for operation in self.operations:
            for name in table(operation.node.get("callbacks")):
                pointer, callback = self.target(join(operation.pointer, "callbacks", name))
                for expression in table(callback):
                    yield from self._of_item(expression, join(pointer, expression))

    def _parameters(self, pointer: str, node: Node) -> Iterator[Parameter]:
        for index in range(len(items(node.get("parameters")))):
            used = join(pointer, "parameters", index)
            target, parameter = self.target(used)
            yield Parameter(target, used, table(parameter))

    def operation(self, operation_id: str) -> Operation | None:
        """The operation of that id, or of that id in snake case."""
        exact = (operation for operation in self.operations if operation.id == operation_id)
        alike = (operation for operation in self.operations if snake(operation.id) == snake(operation_id))
        return next(exact, None) or next(alike, None)

    def contents(self, operation: Operation) -> Iterator[tuple[str, str, Node]]:
        """Every media type of an operation: its pointer, its name, its node. Request body first, then the responses."""
        for node, pointer in self.content_holders(operation):
            yield from self._content(pointer, node)

    def content_holders(self, operation: Operation) -> Iterator[tuple[Node, str]]:
        """The request body of an operation, then its responses, each with its pointer."""
        if "requestBody" in operation.node:
            pointer, node = self.target(join(operation.pointer, "requestBody"))
            yield table(node), pointer
        for status in table(operation.node.get("responses")):
            pointer, node = self.target(join(operation.pointer, "responses", str(status)))
            yield table(node), pointer

    def _content(self, pointer: str, node: Any) -> Iterator[tuple[str, str, Node]]:
        for media_type, content in table(table(node).get("content")).items():
            yield join(pointer, "content", media_type), str(media_type), table(content)

    def body(self, operation: Operation) -> tuple[str, Node] | None:
        """The request body of an operation, with its pointer."""
        if "requestBody" not in operation.node:
            return None
        pointer, node = self.target(join(operation.pointer, "requestBody"))
        return pointer, table(node)

    def body_schema(self, operation: Operation) -> tuple[str, Node] | None:
        """The schema of the first media type of the request body."""
        body = self.body(operation)
        for pointer, _, content in self._content(*body) if body else ():
            if "schema" in content:
                target, schema = self.target(join(pointer, "schema"))
                return target, table(schema)
        return None

    def result_schema(self, operation: Operation) -> tuple[str, Node] | None:
        """The schema of the JSON answer of the first success that has one."""
        for status in sorted(table(operation.node.get("responses")), key=str):
            if not str(status).startswith("2"):
                continue
            for pointer, media_type, content in self._content(*self.target(join(operation.pointer, "responses", str(status)))):
                if is_json(media_type) and "schema" in content:
                    target, schema = self.target(join(pointer, "schema"))
                    return target, table(schema)
        return None

    def body_name(self, operation: Operation) -> str:
        """The Python name of the body parameter."""
        body = self.body(operation)
        named = body[1].get("x-codegen-request-body-name") if body else None
        return str(named or operation.node.get("x-codegen-request-body-name") or "body")

    def parts(self, operation: Operation) -> tuple[str, Node] | None:
        """The properties of a form body, each of which is a parameter, with their pointer; None when the body is not a form."""
        body = self.body(operation)
        found = list(self._content(*body)) if body else []
        if not found or any(essence(media_type) not in FORMS for _, media_type, _ in found):
            return None
        schema = self.body_schema(operation)
        return (join(schema[0], "properties"), table(schema[1].get("properties"))) if schema else None


FORMS: Final = ("multipart/form-data", "application/x-www-form-urlencoded")


Steps = tuple[tuple[Rule, Callable[[Context], None]], ...]
"""What is done with a document, in order: the name of a rule, and what looks for it or puts it right."""


def types_of(schema: dict[str, Any]) -> list[str]:
    """The types that a schema allows; none when it does not say."""
    kind = schema.get("type")
    return [str(item) for item in kind] if is_array(kind) else [kind] if isinstance(kind, str) else []
