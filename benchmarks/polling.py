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
        workers = {"ours": stack.enter_context(worker("flows", "jobs", url)), "plain": stack.enter_context(worker("plain", "jobs", url))}
        found = in_turn({name: partial(one.cpu, 1) for name, one in workers.items()}, ROUNDS)
    return Section(
        "polling",
        "Polling 1,000 jobs",
        (Row("submit, as_completed, result", "one loop over httpx.Client + json", found["ours"], found["plain"]),),
        (
            f"CPU (user and system) of the client's process, all threads; {ROUNDS} rounds. Each job has ended when it is asked for the third time.",
            "The loop keeps dicts; ours gives a job object with status, result, error and token for each.",
        ),
    )
