"""(d) Reading a list of 1,000 objects: from bytes to typed objects, by each client's own code, and the whole call."""

from __future__ import annotations

from contextlib import ExitStack
from functools import partial
from pathlib import Path

import samples
from calling import worker
from environments import CACHE
from measure import in_turn, server
from report import Row, Section

TIMES = 5
ROUNDS = 15


def run() -> Section:
    """Measure all contenders in turn."""
    with server() as url, ExitStack() as stack:
        workers = {}
        for kind in ("connectors", "models"):
            path = answer(kind)
            for module in ("ours", "opc", "oag"):
                workers[f"{module} read_{kind}"] = stack.enter_context(worker(module, f"read_{kind}", str(path)))
                workers[f"{module} {kind}"] = stack.enter_context(worker(module, kind, url))
        workers["plain connectors"] = stack.enter_context(worker("plain", "connectors", url))
        found = in_turn({name: partial(one.cpu, TIMES) for name, one in workers.items()}, ROUNDS)

    def row(what: str, task: str, module: str, against: str, bound: float | None = None) -> Row:
        return Row(what, against, found[f"ours {task}"], found[f"{module} {task}"], bound, faster=True)

    opc, oag = "openapi-python-client's client", "openapi-generator's client"
    return Section(
        "reading",
        "(d) Reading a list of 1,000 objects",
        (
            row("connectors_list, reading", "read_connectors", "opc", opc, 7),
            row("connectors_list, reading", "read_connectors", "oag", oag, 8),
            row("models_list, reading", "read_models", "opc", opc, 7),
            row("models_list, reading", "read_models", "oag", oag, 8),
            row("connectors_list, whole call", "connectors", "opc", opc),
            row("connectors_list, whole call", "connectors", "oag", oag),
            row("models_list, whole call", "models", "opc", opc),
            row("models_list, whole call", "models", "oag", oag),
            row("connectors_list, whole call", "connectors", "plain", "httpx.Client + json (dicts)"),
        ),
        (
            f"CPU (user and system) of the client's process; {ROUNDS} rounds of {TIMES} readings for each contender.",
            "reading: the same bytes through the function that every method of that client ends in.",
            "whole call: the same with request, socket and answer (0.4 to 0.5 MB) on loopback.",
        ),
    )


def answer(kind: str) -> Path:
    """A file with the bytes that the server sends."""
    path = CACHE / "answers" / f"{kind}.json"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(samples.encoded({"connectors": samples.connectors, "models": samples.models}[kind](1000)))
    return path
