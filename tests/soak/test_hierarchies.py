"""Hierarchies of Cognite assets: parents before children, each asset once, and what is below a failure is reported with it."""

from __future__ import annotations

from random import Random

import pytest
from cognite_client.data_classes import Asset
from cognite_client.exceptions import CogniteAPIError

from tests.support.fault_server import FaultServer, Reply, Seen

from .truth import Client, Unreliable, agree, rounds

pytestmark = pytest.mark.filterwarnings("error::pytest.PytestUnhandledThreadExceptionWarning")


def test_hierarchies(is_async: bool) -> None:
    for chance in rounds("hierarchies"):
        one_round(chance, is_async)


def one_round(chance: Random, is_async: bool) -> None:
    def create(seen: Seen) -> Reply:
        items = seen.json["items"]
        here = {item["externalId"] for item in items}
        above = {item["parentExternalId"] for item in items if "parentExternalId" in item}
        assert above <= here | server.applied.keys(), "a child came before its parent"
        server.apply(item["externalId"] for item in items)
        return Reply({"items": [{**item, "id": int(item["externalId"]) + 1} for item in items]}, 201)

    server = Unreliable(chance, create, rate=0.4)
    count = chance.choice((1, 900, 4000))
    given = [Asset("0", "n")]
    given += [Asset(str(place), "n", parent_external_id=str(chance.randrange(max(0, place - 300), place))) for place in range(1, count)]
    chance.shuffle(given)
    settings = {"api_key": "k", "project": "demo", "client_name": "soak"}
    with FaultServer().answer(server) as http, Client("cognite_client", "CogniteClient", is_async, http, **settings) as client:
        try:
            made = client.do(client.client.assets.create_hierarchy, given)
            outcome = [[asset.external_id for asset in made], [], []]
        except CogniteAPIError as error:
            outcome = [[asset.external_id for asset in part] for part in (error.successful, error.failed, error.unknown)]
    agree(server.applied, [str(place) for place in range(count)], done=outcome[0], failed=outcome[1], unknown=outcome[2])
