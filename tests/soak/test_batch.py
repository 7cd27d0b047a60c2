"""Batches of UbiOps: each request is done, failed or unknown, and the server agrees; what failed is sent once more."""

from __future__ import annotations

from random import Random
from typing import Any

import pytest
from ubiops_client.operations.core import BATCH_MODEL_REQUESTS_CREATE

from tests.support.fault_server import FaultServer, Reply, Seen

from .truth import Client, Unreliable, report_agrees, rounds

OWNER = {"project_name": "p", "model_name": "m", "version": "v"}

pytestmark = pytest.mark.filterwarnings("error::pytest.PytestUnhandledThreadExceptionWarning")


def test_batches(is_async: bool) -> None:
    for chance in rounds("batch"):
        one_round(chance, is_async)


def one_round(chance: Random, is_async: bool) -> None:
    def create(seen: Seen) -> Reply:
        rows = [item["row"] for item in seen.json]
        server.apply(rows)
        return Reply([{"id": f"r{row}", "status": "pending"} for row in rows])

    server = Unreliable(chance, create, rate=0.4)
    given = range(chance.choice((249, 1000, 2500)))
    with FaultServer().answer(server) as http, Client("ubiops_client", "UbiOps", is_async, http, api_key="Token t") as client:
        items: Any = ({"row": row} for row in given)
        report = client.do(client.client.batch_report, BATCH_MODEL_REQUESTS_CREATE, OWNER, items=items)
        for _ in range(3):
            assert [outcome.index for outcome in report] == list(given)
            report_agrees(server.applied, given, report)
            assert all(outcome.value.id == f"r{outcome.index}" for outcome in report.outcomes("done"))
            report = client.do(report.retry_failed)
