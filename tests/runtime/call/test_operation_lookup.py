"""Operations are found by their id, so that a job's token alone is enough to go on with it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import demo_client
import pytest

from tests.support.fault_server import reply
from tests.support.sides import Side


def start(side: Side) -> str:
    operation = side.client().find_operation("job_start")
    side.server.script = [reply(200, {"id": "j1", "status": "busy"})]
    token: str = side.client().job(operation).to_token()
    return token


def test_operations_are_found_by_id(side: Side) -> None:
    client = side.client()
    assert client.find_operation("job_get").path == "/jobs/{job_id}"
    assert client.find_operation("job_get") is client.find_operation("job_get")
    with pytest.raises(KeyError):
        client.find_operation("job_dance")


def test_a_token_is_enough(side: Side) -> None:
    token = start(side)
    side.server.script = [reply(200, {"status": "busy"}), reply(200, {"status": "done", "result": 7})]
    job = side.job(side.client(), token)
    assert job.result(5)["result"] == 7
    assert side.server.targets == ["POST /jobs", "GET /jobs/j1", "GET /jobs/j1"]


def test_the_token_of_another_api_is_refused(side: Side) -> None:
    from demo_client._runtime.jobs.polling import JobToken

    with pytest.raises(ValueError, match="'dance_start', which this API does not have"):
        side.job(side.client(), JobToken("dance_start", "1", {}).to_text())


def test_nothing_is_looked_up_before_it_is_needed() -> None:
    folder = Path(demo_client.__file__).parents[1]
    code = (
        f"import sys; sys.path.insert(0, {str(folder)!r})\n"
        "from demo_client._runtime.call.sync.client import BaseClient\n"
        "import demo_client._runtime.call.operation_lookup\n"
        "assert not [name for name in sys.modules if 'operations' in name]\n"
        "assert demo_client._runtime.call.operation_lookup.find('demo_client', 'job_get').id == 'job_get'\n"
        "assert demo_client._runtime.call.operation_lookup._all('nowhere') == {}\n"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
