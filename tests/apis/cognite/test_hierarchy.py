"""Hierarchies of assets: parents before children, whatever the order given; what fails takes what is below it along."""

from __future__ import annotations

from typing import Any

import pytest
from cognite_client.data_classes import Asset
from cognite_client.exceptions import CogniteAPIError

from .conftest import Side


def tree(width: int, depth: int) -> list[Asset]:
    """A root with `width` chains of `depth` assets."""
    found = [Asset("root", "root")]
    for chain in range(width):
        above = "root"
        for level in range(depth):
            name = f"{chain}-{level}"
            found.append(Asset(name, name, parent_external_id=above))
            above = name
    return found


def test_parents_are_created_before_children(side: Side, server: Any) -> None:
    given = tree(50, 50)[::-1]
    made = side.do(side.client.assets.create_hierarchy(given))
    assert [asset.external_id for asset in made] == [asset.external_id for asset in given]
    assert all(len(entry.json["items"]) <= 1000 for entry in server.journal.of("assets_create"))
    assert side.do(side.client.assets.aggregate(filter={"root": True}))[0].count == 1
    below = side.do(side.client.assets.retrieve_subtree(external_id="root"))
    assert len(below) == len(given)
    assert below[0].external_id == "root"
    assert len(side.do(side.client.assets.retrieve_subtree(external_id="0-0", depth=2))) == 3
    assert side.do(side.client.assets.retrieve_subtree(id=10**9)) == []


def test_what_is_below_a_failure_is_not_sent(side: Side, server: Any) -> None:
    given = tree(1, 1500)
    server.faults.add("assets_create", status=500, after=0, times=1)
    with pytest.raises(CogniteAPIError) as caught:
        side.do(side.client.assets.create_hierarchy(given))
    error = caught.value
    assert error.unknown == given[:1000]
    assert sorted(str(asset.external_id) for asset in error.failed) == sorted(str(asset.external_id) for asset in given[1000:])
    assert server.journal.count("assets_create") == 1


def test_an_asset_may_be_called_none(side: Side, server: Any) -> None:
    made = side.do(side.client.assets.create_hierarchy([Asset("a", "n"), Asset("None", "n", parent_external_id="a")]))
    assert {asset.external_id for asset in made} == {"a", "None"}


@pytest.mark.parametrize(
    "assets",
    [
        [Asset(name="no external id")],
        [Asset("a", "n"), Asset("a", "n")],
        [Asset("a", "n", parent_id=1, parent_external_id="b")],
        [Asset("a", "n", parent_external_id="b"), Asset("b", "n", parent_external_id="a")],
    ],
)
def test_what_is_no_hierarchy_is_refused(side: Side, server: Any, assets: list[Asset]) -> None:
    with pytest.raises(ValueError, match="Nothing was sent"):
        side.do(side.client.assets.create_hierarchy(assets))
    assert not len(server.journal)
