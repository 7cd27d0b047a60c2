"""Many small calls at once on one client: calls per second, and how long one of a hundred takes at least (p99), against aiohttp and urllib3."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Sequence
from statistics import median
from typing import Any

from environments import CLIENT, PEERS, environment, ours, python
from measure import SERVER, Failed, server
from report import Row, Section

ROUNDS = 5
CROWDS = {100: 3000, 500: 4000, 2000: 6000}
"""Tasks at once, and calls in all."""
THREADS, CALLS = 64, 3200


def run() -> Section:
    """Measure all contenders in turn."""
    rows: list[Row] = []
    with server(program=SERVER.with_name("crowd_server.py")) as url:
        for at_once, calls in CROWDS.items():
            mine, theirs = _in_turn("ours_async", "aiohttp_async", url, at_once, calls)
            rows += _rows(f"{at_once:,} tasks at once", "aiohttp", mine, theirs, (0.8, 1.5))
        mine, theirs = _in_turn("ours_threads", "urllib3_threads", url, THREADS, CALLS)
        rows += _rows(f"{THREADS} threads", "urllib3 (a pool of 128)", mine, theirs, (1.0, 1.0))
    return Section(
        "crowds",
        "Many calls at once on one client",
        tuple(rows),
        (
            f"{ROUNDS} fresh processes for each contender, in turn; in each, {', '.join(f'{n:,}' for n in CROWDS.values())} small calls by 100, 500 and 2,000 tasks, or {CALLS:,} by {THREADS} threads.",
            "Default settings: both clients hold at most 100 connections. The server is one process on asyncio.",
            "`time for a call` is the time that passes divided by the number of calls; p50 and p99 are of the calls of a process. Memory is what the process grows by, its peak.",
        ),
    )


def _in_turn(mine: str, theirs: str, url: str, at_once: int, calls: int) -> tuple[list[Any], list[Any]]:
    found: dict[str, list[Any]] = {mine: [], theirs: []}
    for number in range(ROUNDS):
        for name in (mine, theirs) if number % 2 else (theirs, mine):
            found[name].append(_measured(name, url, at_once, calls))
    return found[mine], found[theirs]


def _measured(task: str, url: str, at_once: int, calls: int) -> Any:
    name, folders = (CLIENT, (ours(),)) if task.startswith("ours") else (PEERS, ())
    program = SERVER.parent / "workers" / "crowds.py"
    command = [python(name), str(program), task, url, str(at_once), str(calls)]
    try:
        done = subprocess.run(command, env=environment(name, *folders), capture_output=True, text=True, check=False, timeout=120)
    except subprocess.TimeoutExpired:
        raise Failed(f"{task}: {calls} calls by {at_once} at once did not end in two minutes") from None
    if done.returncode:
        raise Failed(f"{task} ended with {done.returncode}:\n{done.stderr[-2000:]}")
    return json.loads(done.stdout)


def _rows(what: str, against: str, mine: Sequence[Any], theirs: Sequence[Any], bounds: tuple[float, float]) -> list[Row]:
    """`bounds`: at least so much of their calls per second, at most so much of their p99."""

    def part(found: Sequence[Any], share: float) -> list[float]:
        return [one["calls"][int(len(one["calls"]) * share)] for one in found]

    def each(found: Sequence[Any]) -> list[float]:
        return [one["seconds"] / len(one["calls"]) for one in found]

    print(f"{what}: {1 / median(each(mine)):,.0f} calls/s, {against} {1 / median(each(theirs)):,.0f}", flush=True)
    return [
        Row(f"{what}: time for a call", against, each(mine), each(theirs), 1 / bounds[0]),
        Row(f"{what}: p50", against, part(mine, 0.5), part(theirs, 0.5)),
        Row(f"{what}: p99", against, part(mine, 0.99), part(theirs, 0.99), bounds[1]),
        Row(f"{what}: memory", against, [one["bytes"] for one in mine], [one["bytes"] for one in theirs], unit="B"),
    ]
