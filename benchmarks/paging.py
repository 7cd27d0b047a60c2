"""Walking over 100 pages of a server that takes 20 ms, with the next page fetched ahead, against page by page. Time that passes, not CPU."""

from __future__ import annotations

from contextlib import ExitStack
from functools import partial

from calling import worker
from measure import in_turn, server
from report import Row, Section

ROUNDS = 3


def run() -> Section:
    """Measure both in turn."""
    with server("--delay", "0.02") as url, ExitStack() as stack:
        workers = {task: stack.enter_context(worker("flows", task, url)) for task in ("pages", "pages_one_by_one")}
        found = in_turn({task: partial(one.wall, 1) for task, one in workers.items()}, ROUNDS, warm_up=0)
    return Section(
        "paging",
        "Walking over 100 pages",
        (Row("batch_model_requests_iterate", "batch_model_requests_list, page by page", found["pages"], found["pages_one_by_one"], 0.7),),
        (
            f"Time that passes; {ROUNDS} rounds; the server takes 20 ms for a page, the reader another 20 ms: fetching ahead lets them overlap.",
        ),
    )
