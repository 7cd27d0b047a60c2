"""Pages of Cognite: every item once and in order, however many requests fail on the way."""

from __future__ import annotations

from random import Random

import pytest

from tests.support.fault_server import FaultServer, Reply, Seen

from .truth import PASSING, Client, Unreliable, rounds

pytestmark = pytest.mark.filterwarnings("error::pytest.PytestUnhandledThreadExceptionWarning")


def test_pages(is_async: bool) -> None:
    for chance in rounds("paging"):
        one_round(chance, is_async)


def one_round(chance: Random, is_async: bool) -> None:
    number = chance.choice((999, 1001, 2000, 6000))

    def page(seen: Seen) -> Reply:
        start = int(seen.json.get("cursor") or 0)
        end = min(number, start + int(seen.json.get("limit", 100)))
        items = [{"id": place + 1, "lastUpdatedTime": 0, "createdTime": 0} for place in range(start, end)]
        return Reply({"items": items, **({"nextCursor": str(end)} if end < number else {})})

    settings = {"api_key": "k", "project": "demo", "client_name": "soak"}
    server = Unreliable(chance, page, rate=0.4)
    server.after = PASSING
    with (
        FaultServer().answer(server) as http,
        Client("cognite_client", "CogniteClient", is_async, http, tries=40, **settings) as client,
    ):
        assert [event.id for event in client.do(client.client.events.list, limit=None)] == list(range(1, number + 1))
