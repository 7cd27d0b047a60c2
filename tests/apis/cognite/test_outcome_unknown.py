"""What may have been applied is `unknown`: never `failed`, and never sent again."""

from __future__ import annotations

from collections import Counter

import pytest
from cognite_client.data_classes import Event
from cognite_client.exceptions import CogniteAPIError

from tests.support.fault_server import FaultServer, Reply, Seen

from .conftest import Side


@pytest.mark.parametrize("kind", ["sync", "async"])
@pytest.mark.parametrize("status", [408, 425, 500, 501, 505, 507, 511, 599, 600, 999])
def test_a_part_that_may_have_been_applied(kind: str, status: int) -> None:
    numbers: Counter[str] = Counter()

    def create(sent: Seen) -> Reply:
        items = sent.json["items"]
        numbers.update(item["externalId"] for item in items)
        if "0" in [item["externalId"] for item in items]:
            return Reply({"error": {"code": status, "message": "too late"}}, status)
        return Reply({"items": items}, 201)

    with FaultServer().answer(create) as server:
        side = Side(kind, server.url)
        with pytest.raises(CogniteAPIError) as caught:
            side.do(side.client.events.create([Event(external_id=str(number)) for number in range(2500)]))
        side.close()
    error = caught.value
    assert [len(items) for items in (error.successful, error.failed, error.unknown)] == [1500, 0, 1000]
    assert set(numbers.values()) == {1} and len(numbers) == 2500
