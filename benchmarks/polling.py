"""Starting 1,000 jobs and following them to their ends, against one httpx loop that collects 250 ids a call."""

from __future__ import annotations

from contextlib import ExitStack
from functools import partial

from calling import worker
from measure import in_turn, server
from report import Row, Section

ROUNDS = 5


def run() -> Section:
    """Measure both in turn."""
    with server() as url, ExitStack() as stack:
        workers = {module: stack.enter_context(worker(module, "jobs", url)) for module in ("flows", "plain")}
        found = in_turn({module: partial(one.cpu, 1) for module, one in workers.items()}, ROUNDS)
        passed = in_turn({module: partial(one.wall, 1) for module, one in workers.items()}, 2, warm_up=0)
    return Section(
        "polling",
        "Polling 1,000 jobs",
        (
            Row("submit, as_completed, result: CPU", "one loop over httpx.Client + json", found["flows"], found["plain"]),
            Row("the same: time until the last result", "the same", passed["flows"], passed["plain"]),
        ),
        (
            f"CPU (user and system) of the client's process, all threads; {ROUNDS} rounds. Each job takes 1.5 seconds; both begin with a pause of 0.5 seconds and lengthen it by half.",
            "The loop keeps dicts; ours gives a job object with status, result, error and token for each.",
        ),
    )
