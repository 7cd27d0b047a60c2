"""A runnable example of each resource method, for its page in `docs/`: values that the document gives or allows, in the classes that users write."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from ...load.json_types import is_array, is_object
from ..model.parts import Text
from ..model.resources import Argument, DocumentedClass, PatchView, ResourceMethod
from ..schemas.merge import flattened
from ..schemas.samples import sample
from ..schemas.schema import Schema, resolve
from .classes import Classes

if TYPE_CHECKING:
    from ...config.client_yaml import ClientConfig

_SIMPLE: Final = ("str", "int", "float", "bool")
_TELLING: Final = ("name", "description")
_ONE_OF: Final = ("retrieve", "retrieve_multiple", "search", "delete")
"""Kinds whose arguments are all optional, and need one all the same."""


@dataclass
class Samples:
    """Values of one document's schemas, as Python expressions."""

    classes: Classes
    known: Mapping[str, DocumentedClass] = field(default_factory=dict[str, DocumentedClass])

    def __post_init__(self) -> None:
        self.known = {str(item.name): item for module in self.classes.modules() for item in module.classes}

    def of(self, schema: Schema, name: str = "", kind: str = "") -> str:
        """A value of a schema; `kind` is the documented class that it is written as, where that is not the schema's own."""
        value = sample(schema, self.classes.components, name)
        return self._expression(value or self._least(schema) if kind else value, schema, kind)

    def _least(self, schema: Schema) -> dict[str, Any]:
        """Of a schema that requires nothing: its first text."""
        flat = flattened(resolve(schema, self.classes.components), self.classes.components)
        texts = [name for name, item in flat.get("properties", {}).items() if self._is_text(item)]
        return {texts[0]: sample(flat["properties"][texts[0]], self.classes.components, texts[0])} if texts else {}

    def _is_text(self, schema: Schema) -> bool:
        return flattened(resolve(schema, self.classes.components), self.classes.components).get("type") == "string"

    def _expression(self, value: Any, schema: Schema, kind: str = "") -> str:
        reference = str(schema.get("$ref", "")).rsplit("/", 1)[-1]
        found = self.known.get(kind or reference)
        flat = flattened(resolve(schema, self.classes.components), self.classes.components)
        if is_object(value) and found is not None and found.style != "update":
            members = {member.wire.value: member.name for member in (*found.members, *found.newer)}
            given = [
                f"{members[wire]}={self._expression(item, flat.get('properties', {}).get(wire, {}))}"
                for wire, item in value.items()
                if wire in members
            ]
            return f"{found.name}({', '.join(given)})"
        if is_array(value) and "items" in flat:
            return f"[{', '.join(self._expression(item, flat['items']) for item in value)}]"
        return repr(value)

    def change(self, name: str) -> str:
        """An update object that changes one property."""
        found = self.known[name]
        keys = [f"{member.name}={1 if member.type == 'int' else repr(str(member.name))}" for member in found.members if member.required]
        first = found.members[0]
        keys = keys or [f"{first.name}={1 if first.type == 'int' else repr(str(first.name))}"]
        return f"{name}({', '.join(keys)}){self._step(name, found.patches)}"

    def _step(self, name: str, patches: tuple[PatchView, ...]) -> str:
        simple = [patch for patch in patches if patch.form == "Scalar" and patch.value in _SIMPLE]
        patch = next((patch for patch in simple if patch.name in _TELLING), simple[0] if simple else None)
        if patch is None:
            return ""
        schema = self.classes.change_of(name, patch.wire.value)
        return f".{patch.name}.set({self.of(schema, patch.wire.value)})"


class ResourceExamples:
    """Writes examples for the methods of one package."""

    def __init__(self, config: ClientConfig, names: Iterator[str] | list[str]) -> None:
        self._config = config
        self._names = frozenset(names)

    def of(self, method: ResourceMethod, attribute: str) -> Text:
        """A program that calls the method; empty where nobody can say how."""
        shown = self._config.examples.get(f"{attribute}.{method.name}")
        if shown is None and method.kind == "handwritten":
            return Text("")
        lines = (shown or self._statement(method, attribute)).strip("\n").splitlines()
        given = [line for line in lines if line.startswith(("import ", "from "))]
        body = "\n".join(f"    {line}" if line else "" for line in lines if line not in given).lstrip("\n")
        standard = [line for line in given if line.split()[1].partition(".")[0] in sys.stdlib_module_names]
        others = [*(line for line in given if line not in standard), *self._imports(body)]
        head = "\n\n".join("\n".join(block) for block in (standard, others) if block)
        return Text(f"{head}\n\nwith {self._config.client_class}() as client:\n{body}\n")

    def _imports(self, body: str) -> Iterator[str]:
        yield f"from {self._config.package} import {self._config.client_class}"
        if used := sorted(name for name in self._names if re.search(rf"\b{name}\(", body)):
            yield f"from {self._config.package}.data_classes import {', '.join(used)}"

    def _statement(self, method: ResourceMethod, attribute: str) -> str:
        call = f"client.{attribute}.{method.name}({', '.join(_arguments(method))})"
        if method.kind in ("list", "search", "retrieve_multiple", "aggregate"):
            return f"for item in {call}:\n    print(item)"
        return call if method.returns == "None" else f"print({call})"


def _arguments(method: ResourceMethod) -> Iterator[str]:
    in_path = {parameter.name for parameter in method.operation.parameters if parameter.location == "path"}
    needed = [argument for argument in method.arguments if argument.default is None]
    yield from (argument.example for argument in needed)
    yield from (_named(argument) for argument in method.arguments if argument.default is not None and argument.name in in_path)
    optional = [argument for argument in method.arguments if argument.default is not None]
    if not needed and optional and method.kind in _ONE_OF:
        yield _named(optional[0])
    elif method.kind == "list" and any(argument.name == "limit" for argument in optional):
        yield "limit=5"


def _named(argument: Argument) -> str:
    return f"{argument.name}={argument.example}"
