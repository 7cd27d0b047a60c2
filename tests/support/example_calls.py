"""One call per generated operation, with arguments that the bundled document gives: its examples, or the least that a schema accepts.

This module must never know what the calls are sent to.
"""

from __future__ import annotations

import importlib
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from generator.load.document import load
from generator.load.problems import Problems
from generator.naming.names import python_name
from generator.view.schemas.samples import sample
from generator.view.tags import module_of

REPOSITORY = Path(__file__).absolute().parents[2]
VERBS = ("get", "put", "post", "delete", "patch", "head", "options")
FILE = ("code.zip", b"any content")
"""A file to upload. Prism reads bodies as text, so there must not be bytes in it that are none."""


@dataclass(frozen=True)
class Api:
    """An API with a generated package."""

    name: str
    """Its folder below `specs`."""
    settings: Mapping[str, Any]
    """Credentials for its client."""
    values: Mapping[str, Any] = field(default_factory=dict[str, Any])
    """Wire name → value, of parameters whose schema says less than their description."""
    behaviour: Mapping[str, Any] = field(default_factory=dict[str, Any])
    """What to set on the behaviour of its local server."""
    specs: Path = REPOSITORY / "specs"
    """Where its folder is."""

    def __str__(self) -> str:
        return self.name

    @property
    def config(self) -> Mapping[str, Any]:
        """`client.yaml`."""
        return _config(self.specs / self.name)

    @property
    def document(self) -> Mapping[str, Any]:
        """The spec, bundled into one document."""
        return _document(self.specs / self.name)

    @property
    def package(self) -> str:
        """The import name."""
        return str(self.config["package"])

    def operations(self) -> Iterator[tuple[str, Any]]:
        """Each generated operation, after the attribute of the client that has its method."""
        for api in self.config["apis"].values():
            module = importlib.import_module(f"{self.package}.operations.{module_of(api['attribute'])}")
            declared = importlib.import_module(f"{self.package}._runtime.declarations.operation").Operation
            yield from ((api["attribute"], found) for found in vars(module).values() if isinstance(found, declared))

    def calls(self, *, full: bool) -> list[ExampleCall]:
        """One call per operation; `full`: with every parameter, else with the required ones."""
        described: dict[tuple[str, str], list[tuple[str, Mapping[str, Any]]]] = {}
        for key, found in self._described():
            described.setdefault(key, []).append(found)
        calls: list[ExampleCall] = []
        for name, operation in sorted(self.operations(), key=lambda pair: _turn(pair[1])):
            # Of paths that differ in what stands behind a `#` only, each has parameters of its own.
            alike = described[operation.method, _plain(operation.path)]
            known = {*_braces(operation.path), *(parameter.wire for parameter in operation.parameters)}
            path, own = min(alike, key=lambda one: len({parameter["name"] for parameter in one[1]["parameters"]} ^ known))
            calls.append(ExampleCall(name, operation, self._arguments(operation, path, own, full)))
        return calls

    def _described(self) -> Iterator[tuple[tuple[str, str], tuple[str, Mapping[str, Any]]]]:
        """Verb and path without names → the path, and the operation with the parameters of its path item."""
        for path, item in self.document["paths"].items():
            for verb in VERBS:
                if verb in item:
                    every = map(self.resolve, [*item.get("parameters", []), *item[verb].get("parameters", [])])
                    parameters = {(one["in"], one["name"]): one for one in every}
                    yield (verb.upper(), _plain(path)), (path, {**item[verb], "parameters": list(parameters.values())})

    def _arguments(self, operation: Any, path: str, described: Mapping[str, Any], full: bool) -> dict[str, Any]:
        python = dict(zip(_braces(path), _braces(operation.path), strict=True)) | {given.wire: given.name for given in operation.parameters}
        arguments: dict[str, Any] = {}
        for parameter in described["parameters"]:
            if full or parameter.get("required"):
                arguments[python[parameter["name"]]] = self._parameter(parameter)
        if "requestBody" in described:
            body = self.resolve(described["requestBody"])
            media_type, content = next(iter(body["content"].items()))
            if media_type in ("multipart/form-data", "application/x-www-form-urlencoded"):
                form = self.resolve(content.get("schema", {}))
                values = self._sample(form, "") or {}
                asked = [name for name in form.get("required", ()) if name in values]
                arguments |= {python_name(name): values[name] for name in asked} | dict.fromkeys(operation.body.files, FILE)
            else:
                arguments[operation.body.name] = content["example"] if "example" in content else self._sample(content["schema"], "")
        return arguments

    def _parameter(self, parameter: Mapping[str, Any]) -> Any:
        if parameter["name"] in self.values:
            return self.values[parameter["name"]]
        if "example" in parameter:
            return parameter["example"]
        return self._sample(parameter["schema"], parameter["name"])

    def _sample(self, schema: Mapping[str, Any], name: str) -> Any:
        return sample(schema, self.document["components"]["schemas"], name)

    def resolve(self, node: Mapping[str, Any]) -> Mapping[str, Any]:
        """What a `$ref` leads to."""
        while "$ref" in node:
            found: Any = self.document
            for step in node["$ref"].removeprefix("#/").split("/"):
                found = found[step.replace("~1", "/").replace("~0", "~")]
            node = found
        return node


@dataclass(frozen=True)
class ExampleCall:
    """A method of the client, and what to call it with."""

    attribute: str
    operation: Any
    arguments: Mapping[str, Any]

    @property
    def method(self) -> str:
        """Its name."""
        return str(self.operation.id)

    def with_items(self, change: Callable[[list[Any]], list[Any]]) -> ExampleCall:
        """The same call with other items, where it takes any number."""
        return replace(self, arguments={**self.arguments, self.operation.body.name: change(self.arguments[self.operation.body.name])})


def _turn(operation: Any) -> tuple[int, int, bool]:
    """When an operation has its turn, so that one world serves all: what makes things, from the top down; the rest; what deletes."""
    depth = operation.path.count("/")
    if operation.method == "DELETE" or "delete" in operation.id:
        return 2, -depth, False
    uploads = operation.body is not None and bool(operation.body.files)
    return (0, depth, not uploads) if uploads or operation.id.endswith("_create") else (1, 0, False)


def _plain(path: str) -> str:
    return re.sub(r"{[^}]*}", "{}", path.partition("#")[0])


def _braces(path: str) -> list[str]:
    return re.findall(r"{([^}]+)}", path)


@lru_cache
def _config(folder: Path) -> Mapping[str, Any]:
    config: Mapping[str, Any] = yaml.safe_load((folder / "client.yaml").read_text("utf-8"))
    return config


@lru_cache
def _document(folder: Path) -> Mapping[str, Any]:
    problems = Problems()
    document = load(next(folder.glob("openapi.*")), problems)
    assert document is not None, problems
    return document.data
