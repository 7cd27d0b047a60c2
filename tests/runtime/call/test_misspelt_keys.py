"""A key of a dictionary that is spelt almost like a property of the spec is sent, and a warning names its place."""

from __future__ import annotations

import logging
from typing import Any

import pytest
from ubiops_client import InvalidBody, ModelCreate, UbiOps

from tests.support.fault_server import FaultServer, Reply

MODEL = {"name": "iris", "input_type": "structured", "output_type": "plain"}
ANSWER = {
    **MODEL,
    "id": "1",
    "project": "demo",
    "description": "",
    "creation_date": "2024-01-01T00:00:00Z",
    "last_updated": "2024-01-01T00:00:00Z",
}


def warnings(body: Any, caplog: pytest.LogCaptureFixture) -> list[str]:
    """Warnings of a call; the body has arrived as it was given."""
    with FaultServer() as server, UbiOps(api_key="k", base_url=server.url) as client:
        server.answer(lambda seen: Reply(ANSWER))
        with caplog.at_level(logging.WARNING, "ubiops_client"):
            client.core.models_create("demo", body)
        assert isinstance(body, ModelCreate) or server.journal[0].json == body
    return [record.getMessage() for record in caplog.records if "sent unchanged" in record.getMessage()]


@pytest.mark.parametrize("key", ["descripton", "desciption", "Description", "descriptions"])
def test_a_misspelt_key(key: str, caplog: pytest.LogCaptureFixture) -> None:
    (message,) = warnings({**MODEL, key: "x"}, caplog)
    assert message == f"models_create: not in the document, sent unchanged: data.{key} (did you mean 'description'?)"


def test_a_misspelt_key_inside(caplog: pytest.LogCaptureFixture) -> None:
    fields = [{"name": "a", "data_type": "int"}, {"name": "b", "data_type": "int", "colour": "red"}]
    body = {**MODEL, "input_fields": fields, "otuput_fields": []}
    (message,) = warnings(body, caplog)
    assert "data.otuput_fields (did you mean 'output_fields'?)" in message and "colour" not in message


def test_many_are_counted(caplog: pytest.LogCaptureFixture) -> None:
    (message,) = warnings({**MODEL, "descripton": 1, "desciption": 2, "descriptio": 3, "escription": 4, "descriptionn": 5}, caplog)
    assert message.count("did you mean") == 3 and message.endswith("; and 2 more")


@pytest.mark.parametrize(
    "body",
    [MODEL, {**MODEL, "colour": "red"}, {**MODEL, "description": "x", "descriptions": "y"}, ModelCreate(**MODEL)],  # type: ignore[arg-type]
    ids=["right", "unlike any", "beside the right one", "a model"],
)
def test_nothing_else_is_told(body: Any, caplog: pytest.LogCaptureFixture) -> None:
    assert warnings(body, caplog) == []


def test_a_misspelt_key_that_is_required(caplog: pytest.LogCaptureFixture) -> None:
    with pytest.raises(InvalidBody, match=r"data\.name: required and not given; data\.nmae \(did you mean 'name'\?\)\. Nothing was sent"):
        warnings({"nmae": "iris", "input_type": "plain", "output_type": "plain"}, caplog)
