"""Jobs of UbiOps: each job that the server started has a handle and its own result, or its input is reported as unknown."""

from __future__ import annotations

from collections import Counter
from random import Random
from typing import Any

import pytest
from ubiops_client.exceptions import BatchError

from tests.support.fault_server import FaultServer, Reply, Seen

from .truth import SECONDS, Client, Unreliable, report_agrees, rounds

pytestmark = pytest.mark.filterwarnings("error::pytest.PytestUnhandledThreadExceptionWarning")


def test_jobs(is_async: bool) -> None:
    for chance in rounds("jobs"):
        one_round(chance, is_async)


def one_round(chance: Random, is_async: bool) -> None:
    polls: Counter[str] = Counter()
    needed = chance.choice((1, 3)) if SECONDS >= 1 else 1  # polls

    def answer(seen: Seen) -> Reply:
        if isinstance(seen.json[0], dict):
            rows = [item["row"] for item in seen.json]
            server.apply(rows)
            return Reply([{"id": f"r{row}", "status": "pending"} for row in rows])
        polls.update(seen.json)
        return Reply([state(one) for one in reversed(seen.json)])

    def state(one: str) -> dict[str, Any]:
        if polls[one] < needed:
            return {"id": one, "status": "processing"}
        return {"id": one, "status": "completed", "result": {"row": int(one[1:])}}

    server = Unreliable(chance, answer, rate=0.3)
    given = range(chance.choice((600, 1500)))
    # Polls are read-only: with enough tries none of them ends the waiting.
    with FaultServer().answer(server) as http, Client("ubiops_client", "UbiOps", is_async, http, tries=30, api_key="Token t") as client:
        group: Any = []
        try:
            group = client.do(client.client.core.batch_model_requests_submit, "p", "m", "v", [{"row": row} for row in given])
            report = group.report
            server.rate = 0.1
            client.do(group.wait_all, 60)
        except BatchError as error:
            report = error.report
        report_agrees(server.applied, given, report)
        assert [job.id for job in group] == [f"r{outcome.index}" for outcome in report.outcomes("done")]
        assert [client.do(job.result)["row"] for job in group] == [int(job.id[1:]) for job in group]
