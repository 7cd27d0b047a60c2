"""Batching 100,000 small items, against plain loops that cut and call."""

from __future__ import annotations

from contextlib import ExitStack
from functools import partial

from calling import worker
from measure import in_turn, server
from report import Row, Section

ROUNDS = 9
_TASKS = ("batch", "batch_one_by_one", "loop_over_client", "loop_over_engine")


def run() -> Section:
    """Measure all in turn."""
    with server() as url, ExitStack() as stack:
        workers = {task: stack.enter_context(worker("flows", task, url)) for task in _TASKS}
        found = in_turn({task: partial(one.cpu, 1) for task, one in workers.items()}, ROUNDS)
    loop, engine = found["loop_over_client"], found["loop_over_engine"]
    return Section(
        "batching",
        "Batching 100,000 small items",
        (
            Row("batch_model_requests_create", "a plain loop over the same client and its pool", found["batch"], loop, 1.15),
            Row("the same, one call at a time", "the same", found["batch_one_by_one"], loop),
            Row("batch_model_requests_create", "a plain loop over a bare httpcore pool, with msgspec", found["batch"], engine),
        ),
        (
            f"CPU (user and system) of the client's process, all threads; {ROUNDS} rounds; 400 calls of 250 items, all results kept.",
            "By default four calls are under way at once; the loops make one after the other.",
        ),
    )
