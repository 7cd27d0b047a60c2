"""Starting 1,000, 10,000 and 30,000 jobs and following them to their ends, against one httpx loop that collects 250 ids a call."""

from __future__ import annotations

from contextlib import ExitStack
from functools import partial

from calling import worker
from measure import in_turn, server
from report import Row, Section

ROUNDS = 3
COUNTS = (1_000, 10_000, 30_000)


def run() -> Section:
    """Measure both in turn, for each number of jobs."""
    rows: list[Row] = []
    for count in COUNTS:
        with server() as url, ExitStack() as stack:
            workers = {module: stack.enter_context(worker(module, "jobs", url, str(count))) for module in ("flows", "plain")}
            found = in_turn({module: partial(one.both, 1) for module, one in workers.items()}, ROUNDS)
        cpu, passed = ({module: [value[kind] for value in values] for module, values in found.items()} for kind in (0, 1))
        rows += [
            Row(f"submit, as_completed, result of {count:,}: CPU", "one loop over httpx.Client + json", cpu["flows"], cpu["plain"]),
            Row(f"the same: time until the last of {count:,}", "the same", passed["flows"], passed["plain"], 1.1),
        ]
    return Section(
        "polling",
        "Polling jobs",
        tuple(rows),
        (
            f"CPU (user and system) of the client's process, all threads; {ROUNDS} rounds. Each job takes 1.5 seconds; both begin with a pause of 0.5 seconds and lengthen it by half.",
            "The loop keeps dicts; ours gives a job object with status, result, error and token for each.",
        ),
    )
