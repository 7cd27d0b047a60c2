"""Prism, a server that is driven by a spec and validates requests and answers, as mock and in front of the project's own local servers.

This module must never know a particular operation.
"""

from __future__ import annotations

import importlib
import json
from collections.abc import Generator, Iterable, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.support.example_calls import Api

from .node import running


@dataclass(frozen=True)
class Prism:
    """Where the servers of an API are."""

    mock: str
    proxies: Mapping[str, str]
    """One per world: each has a local server of its own behind it."""
    locals: Mapping[str, Any]
    """The local servers, by world."""
    operations: int
    """How many operations Prism found in the document."""


@contextmanager
def prisms(apis: Iterable[Api], worlds: Iterable[str], folder: Path) -> Generator[Mapping[str, Prism], None, None]:
    """A mock per API, and a proxy per API and world. Yields: name of the API → its servers."""
    with ExitStack() as stack:
        servers, settings = {}, {}
        for api in apis:
            testing = importlib.import_module(f"{api.package}.testing")
            document = folder / f"{api.name}.json"
            document.write_text(json.dumps(api.document), "utf-8")
            servers[api.name] = {world: stack.enter_context(testing.local_server(autocreate=True)) for world in worlds}
            for server in servers[api.name].values():
                vars(server.behaviour).update(api.behaviour)
            settings[api.name] = {"document": str(document), "upstreams": servers[api.name]}
        ready = stack.enter_context(running("prisms.mjs", settings))
        yield {name: Prism(**found, locals=servers[name]) for name, found in ready.items()}


@dataclass
class Verdicts:
    """A hook for a client: what Prism says of each call, in the header `sl-violations` and in the answers that it gives itself."""

    statuses: dict[str, list[int]] = field(default_factory=dict[str, list[int]])
    """operationId → the statuses of its answers."""
    violations: list[str] = field(default_factory=list[str])

    def on_response(self, call: Any, answer: Any) -> None:
        """A whole answer came."""
        self.statuses.setdefault(call.operation, []).append(answer.status)
        told = answer.header("sl-violations")
        if told:
            found = json.loads(told) if told.startswith("[") else [told]
            self.violations += [f"{call.operation}: {json.dumps(one)}" for one in found]
        elif answer.status >= 400:
            self.violations.append(f"{call.operation}: {answer.status} {answer.content[:300].decode(errors='replace')}")
