"""(c) One call with a tiny answer: CPU of the client's process per call, over loopback, on a connection that stays open."""

from __future__ import annotations

import json
from contextlib import ExitStack
from functools import partial

from environments import CLIENT, OAG, OPC, PEERS, environment, oag_client, opc_client, ours, python
from measure import WORKER, Worker, in_turn, output_of, server
from report import Row, Section

CALLS = 300
ROUNDS = 15
LOOKED_AT = 4000
"""Calls of which the profile is taken, for each round."""

_ENVIRONMENTS = {"opc": OPC, "oag": OAG, "peers": PEERS}
_PACKAGES = {"ours": (ours,), "flows": (ours,), "opc": (opc_client,), "oag": (oag_client,)}


def run() -> Section:
    """Measure all contenders in turn."""
    contenders = [(module, task) for task in ("status", "model") for module in ("ours", "plain", "opc", "oag")]
    contenders += [
        ("ours", "status_async"),
        ("plain", "status_async"),
        ("opc", "status_async"),
        ("peers", "status"),
        ("peers", "status_async"),
        ("ours", "model_async"),
        ("plain", "model_async"),
    ]
    with server() as url, ExitStack() as stack:
        workers = {f"{module} {task}": stack.enter_context(worker(module, task, url)) for module, task in contenders}
        found = in_turn({name: partial(one.cpu, CALLS) for name, one in workers.items()}, ROUNDS)
        profiles = [
            f"Where the CPU of {name} call goes: {_shares(task, url)}."
            for name, task in (("a sync", "status"), ("an async", "status_async"))
        ]

    def row(what: str, task: str, module: str, against: str, bound: float | None = None) -> Row:
        return Row(what, against, found[f"ours {task}"], found[f"{module} {task}"], bound)

    return Section(
        "calling",
        "(c) One call with a tiny answer",
        (
            row("service_status, sync", "status", "peers", "urllib3.PoolManager + json", 0.60),
            row("service_status, sync", "status", "plain", "httpx.Client + json", 0.50),
            row("service_status, sync", "status", "oag", "openapi-generator's client (urllib3)", 0.60),
            row("service_status, sync", "status", "opc", "openapi-python-client's client (httpx)"),
            row("service_status, async", "status_async", "peers", "aiohttp.ClientSession + json", 1.5),
            row("service_status, async", "status_async", "plain", "httpx.AsyncClient + json", 0.70),
            row("service_status, async", "status_async", "opc", "openapi-python-client's client (httpx)"),
            row("models_get, sync", "model", "plain", "httpx.Client + json"),
            row("models_get, sync", "model", "oag", "openapi-generator's client (urllib3)"),
            row("models_get, sync", "model", "opc", "openapi-python-client's client (httpx)"),
            row("models_get, async", "model_async", "plain", "httpx.AsyncClient + json"),
        ),
        (
            f"CPU (user and system) of the client's process; {ROUNDS} rounds of {CALLS} calls for each contender.",
            "The server is a process of its own on raw sockets; the connection stays open.",
            "httpx, urllib3 and aiohttp give a dict; the three clients check the status and give a typed object.",
            *profiles,
        ),
    )


def _shares(task: str, url: str) -> str:
    """The parts of our own call, in percent of its CPU (user and system)."""
    program = WORKER.with_name("shares.py")
    seen = json.loads(output_of([python(CLIENT), str(program), task, url, str(LOOKED_AT * ROUNDS)], environment(CLIENT, ours())))
    total = sum(seen.values())
    return ", ".join(f"{part} {count / total:.0%}" for part, count in sorted(seen.items(), key=lambda one: -one[1]))


def worker(module: str, task: str, *arguments: str) -> Worker:
    """A worker in its contender's environment."""
    name = _ENVIRONMENTS.get(module, CLIENT)
    return Worker(python(name), environment(name, *(folder() for folder in _PACKAGES.get(module, ()))), module, task, *arguments)
