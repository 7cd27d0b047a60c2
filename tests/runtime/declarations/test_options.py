"""Options that are none are refused with what to write, by every verb that takes them, before anything is sent."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from demo_client._runtime.declarations import errors
from demo_client._runtime.declarations.operation import Batch, Body, Job
from demo_client._runtime.declarations.options import RequestOptions

from tests.support import demo
from tests.support.sides import Side

MANY = demo.op("things_many", "POST", "/many", body=Body((demo.JSON,), name="data"), batch=Batch(items="data", max_items=2))
START = demo.op(
    "jobs_start",
    "POST",
    "/jobs",
    body=Body((demo.JSON,), name="data"),
    job=Job(id="id", poll=lambda: demo.GET, poll_parameter="thing_id", status="name", done=("done",)),
)
VERBS: dict[str, Callable[[Any, Any, Any], Any]] = {
    "call": lambda side, client, options: client.call(demo.GET, {"thing_id": 1}, options=options),
    "send": lambda side, client, options: client.send(demo.GET, {"thing_id": 1}, options=options),
    "request": lambda side, client, options: client.request("GET", "/", options=options),
    "download": lambda side, client, options: client.download(demo.FILE, {"file_id": 1}, options=options),
    "with_options": lambda side, client, options: client.client.with_options(options),
    "job": lambda side, client, options: client.job(START, body={}, options=options),
    "batch": lambda side, client, options: client.batch(MANY, items=[{}], options=options),
}


@pytest.mark.parametrize("options", [{"timeout": 1}, {}, 5, "timeout=1", RequestOptions])
@pytest.mark.parametrize("verb", VERBS)
def test_options_are_request_options(side: Side, verb: str, options: Any) -> None:
    with pytest.raises(errors.InvalidArgumentType, match=r"options must be RequestOptions\(timeout=…\), got (dict|int|str|type)"):
        VERBS[verb](side, side.client(), options)
    assert side.server.journal == []


@pytest.mark.parametrize("name", ["deadline", "retries", "headers", "accept", "content_type", "idempotency_key", "progress", "timeout"])
@pytest.mark.parametrize("value", [["hush"], b"hush", float("nan"), True])
def test_an_option_of_another_type_is_named_without_its_value(side: Side, name: str, value: Any) -> None:
    if (name, value) == ("progress", True):
        return
    with pytest.raises(errors.ClientError, match=f"{name} must be ") as caught:
        side.client().call(demo.GET, {"thing_id": 1}, options=RequestOptions(**{name: value}))  # type: ignore[misc]
    assert "hush" not in str(caught.value) and side.server.journal == []


@pytest.mark.parametrize(
    ("name", "meant"), [("max_retries", "retries"), ("timeouts", "timeout"), ("header", "headers"), ("idempotencyKey", "idempotency_key")]
)
def test_an_unknown_option_is_named_with_what_may_have_been_meant(side: Side, name: str, meant: str) -> None:
    client = side.client().client
    with pytest.raises(
        errors.InvalidArgumentType, match=f"Unknown option '{name}' \\(did you mean '{meant}'\\?\\). Options are: .*retries"
    ):
        client.with_options(**{name: 1})
    with pytest.raises(errors.InvalidArgumentType, match=f"Unknown option '{name}' \\(did you mean '{meant}'"):
        RequestOptions(**{name: 1})  # type: ignore[misc]
    with pytest.raises(errors.ConfigurationError, match=f"Unknown setting '{name}'"):
        side.client(**{name: 1})
