"""Many small calls at once on one client: calls per second, and how long one of a hundred takes at least (p99), against aiohttp and urllib3."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import partial
from statistics import median
from typing import Any

from environments import CLIENT, PEERS, environment, ours, python
from measure import SERVER, in_turn, output_of, server
from report import Row, Section

ROUNDS = 5
CROWDS = {100: 6000, 500: 6000, 2000: 10_000, 5000: 15_000}
"""Tasks at once, and calls in all."""
THREADS, THREAD_CALLS = (1, 64, 128), 3200
HTTPX = 600
"""Calls by 100 tasks on httpx, which takes ten times as long for each."""

OPEN = 500
"""Calls that wait for their answers at once, each on a connection of its own."""


def run() -> Section:
    """Measure all contenders in turn, for each number of tasks and threads."""
    cases = [(name, number, calls) for number, calls in CROWDS.items() for name in ("ours_async", "aiohttp_async")]
    cases += [(name, number, THREAD_CALLS) for number in THREADS for name in ("ours_threads", "urllib3_threads")]
    cases += [(name, OPEN, 0) for name in ("ours_async", "aiohttp_async")]
    cases += [(name, 100, HTTPX) for name in ("ours_async", "httpx_async")]
    with server(program=SERVER.with_name("crowd_server.py")) as url:
        found = in_turn({case: partial(_measured, url, *case) for case in cases}, ROUNDS, warm_up=0)
    rows: list[Row] = []
    for number, calls in CROWDS.items():
        mine, theirs = found["ours_async", number, calls], found["aiohttp_async", number, calls]
        # What 100 tasks hold is less than what the allocator takes at once.
        rows += _rows(f"{number:,} tasks at once", "aiohttp", mine, theirs, (1 / 0.8, 1.5, 1.0 if number > 100 else None))
    for number in THREADS[1:]:
        mine, theirs = found["ours_threads", number, THREAD_CALLS], found["urllib3_threads", number, THREAD_CALLS]
        rows += _rows(f"{number} threads", "urllib3 (a pool of 128)", mine, theirs, (1.0, 1.0 if number == 64 else 1.5, None))
    each = {case: [one["seconds"] / len(one["calls"]) for one in values if one["calls"]] for case, values in found.items()}
    grown = {case: [one["bytes"] for one in values] for case, values in found.items()}
    few, crowd = (each["ours_async", number, CROWDS[number]] for number in (100, 5000))
    alone, threads = (each["ours_threads", number, THREAD_CALLS] for number in (1, 128))
    rows += [
        Row("100 tasks at once: time for a call", "httpx", each["ours_async", 100, HTTPX], each["httpx_async", 100, HTTPX], 0.3),
        Row(f"{OPEN} calls on their way: memory", "aiohttp", grown["ours_async", OPEN, 0], grown["aiohttp_async", OPEN, 0], 1.0, unit="B"),
        Row("5,000 tasks at once: time for a call", "of 100 tasks", crowd, few, 1.25),
        Row("128 threads: time for a call", "of one thread", threads, alone, 1.25),
    ]
    return Section(
        "crowds",
        "Many calls at once on one client",
        tuple(rows),
        (
            f"{ROUNDS} fresh processes for each contender, in turn; in each, {', '.join(f'{calls:,} small calls by {number:,} tasks' for number, calls in CROWDS.items())}, {THREAD_CALLS:,} by threads, {HTTPX} against httpx.",
            "Default settings: all clients hold at most 100 connections. The server is one process on asyncio.",
            "`time for a call` is the time that passes divided by the number of calls; p50 and p99 are of the calls of a process. Memory is what the process grows by, its peak.",
            "Ours lets calls wait in their order, so that p50 and p99 are near each other; aiohttp serves some of a crowd at once and lets others wait to the end.",
            f"Memory of ours for a call, its task included: {median(grown['ours_async', 5000, CROWDS[5000]]) / 5e6:.1f} KB in a crowd of 5,000, which mostly wait for a connection; {median(grown['ours_async', OPEN, 0]) / OPEN / 1000:.1f} KB on a connection of its own, sent and not answered.",
        ),
    )


def _measured(url: str, task: str, at_once: int, calls: int) -> Any:
    name, folders = (PEERS, ()) if task.startswith(("aiohttp", "urllib3")) else (CLIENT, (ours(),))
    program = SERVER.parent / "workers" / "crowds.py"
    command = [python(name), str(program), task, url, str(at_once), str(calls)]
    return json.loads(output_of(command, environment(name, *folders)))


def _rows(what: str, against: str, mine: Sequence[Any], theirs: Sequence[Any], bounds: tuple[float | None, ...]) -> list[Row]:
    """`bounds`: at most so much of their time for a call, of their p99, of their memory."""

    def part(found: Sequence[Any], share: float) -> list[float]:
        return [one["calls"][int(len(one["calls"]) * share)] for one in found]

    def each(found: Sequence[Any]) -> list[float]:
        return [one["seconds"] / len(one["calls"]) for one in found]

    print(f"{what}: {1 / median(each(mine)):,.0f} calls/s, {against} {1 / median(each(theirs)):,.0f}", flush=True)
    return [
        Row(f"{what}: time for a call", against, each(mine), each(theirs), bounds[0]),
        Row(f"{what}: p50", against, part(mine, 0.5), part(theirs, 0.5)),
        Row(f"{what}: p99", against, part(mine, 0.99), part(theirs, 0.99), bounds[1]),
        Row(f"{what}: memory", against, [one["bytes"] for one in mine], [one["bytes"] for one in theirs], bounds[2], unit="B"),
    ]
