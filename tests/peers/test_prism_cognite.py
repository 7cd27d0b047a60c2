"""The documented methods of Cognite Data Fusion, through a server that is not ours and knows only the document.

Its methods are no operations, so that `test_prism` cannot derive their calls; those of `tests/apis/cognite` are made instead. Prism answers a request, or an
answer of the local server, that does not fit the document with an error of its own.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from typing import Any

import pytest
from cognite_client import NoAnswer
from cognite_client.exceptions import CogniteAPIError

from tests.apis.cognite.conftest import Side
from tests.apis.cognite.test_requests import CASES
from tests.support.example_calls import Api

from .node import require
from .prism import Prism, prisms

COGNITE = Api("cognite", {})
SIDES = ("sync", "async")
CALL, RUN = 20.0, 180.0
"""Seconds that one call, and all of them, may take."""


@pytest.fixture(scope="module")
def prism(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Prism]:
    require("@stoplight/prism-cli")
    with prisms([COGNITE], [*SIDES, "wrong"], tmp_path_factory.mktemp("prism")) as found:
        yield found[COGNITE.name]


@pytest.fixture(autouse=True)
def _readable(monkeypatch: pytest.MonkeyPatch) -> None:
    """Prism reads no compressed bodies."""
    monkeypatch.setenv("COGNITE_DISABLE_GZIP", "1")
    monkeypatch.setenv("COGNITE_MAX_RETRIES", "0")


def calls(side: Side, server: Any) -> list[str]:
    """Make every call, each in a new world.

    Returns: the errors. It stops where Prism has gone silent or the time is up, and says where that was.
    """
    errors: list[str] = []
    over = time.monotonic() + RUN
    client = side.client.with_options(timeout=CALL, deadline=CALL, retries=0)
    for number, (method, arguments, *_) in enumerate(CASES):
        server.behaviour.forget()
        found: Any = client
        for part in method.split("."):
            found = getattr(found, part)
        try:
            side.do(found(**arguments))
        except Exception as error:  # noqa: BLE001 - all of them are shown at once
            errors.append(f"{method}({', '.join(arguments)}): {str(error)[:600]}")
            silent = isinstance(error, NoAnswer)
        else:
            silent = False
        if silent or time.monotonic() > over:
            errors.append(f"stopped after {number + 1} of {len(CASES)} calls; {len(server.journal)} requests got through Prism")
            break
    side.close()
    return errors


@pytest.mark.parametrize("name", SIDES)
def test_no_request_and_no_answer_contradicts_the_document(prism: Prism, name: str) -> None:
    server = prism.locals[name]
    errors = calls(Side(name, prism.proxies[name]), server)
    assert not errors, "\n".join(errors)
    assert not server.journal.violations
    assert len(server.journal) >= len(CASES)


def test_prism_notices_wrong_requests(prism: Prism) -> None:
    """That nothing was found above means something."""
    side = Side("sync", prism.proxies["wrong"], timeout=CALL)
    for body in ({"items": [{"name": 3}]}, {"items": []}, {}):
        with pytest.raises(CogniteAPIError) as caught:
            side.client.post("/api/v1/projects/demo/assets", json=body)
        assert caught.value.code in (400, 422)
    assert not len(prism.locals["wrong"].journal), "Prism let them through"
    side.close()
