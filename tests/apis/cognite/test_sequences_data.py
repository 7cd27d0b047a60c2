"""Rows of sequences: pages, columns, limits of requests, frames; what became of the rows when a request fails."""

from __future__ import annotations

import math
from typing import Any

import pandas as pd
import pytest
from cognite_client.data_classes import Sequence
from cognite_client.exceptions import CogniteAPIError

from .conftest import Side

TWO = [{"externalId": "text", "valueType": "STRING"}, {"externalId": "whole", "valueType": "LONG"}]


def made(side: Side, name: str = "s", columns: list[dict[str, Any]] = TWO) -> int:
    """A new sequence; gives its id."""
    found: int = side.do(side.client.sequences.create(Sequence(external_id=name, columns=columns))).id
    return found


def test_rows_go_in_and_come_out_page_by_page(side: Side, server: Any) -> None:
    number = made(side)
    rows = {row: [f"r{row}", row] for row in range(25_000)}
    side.do(side.client.sequences.data.insert(rows, ["text", "whole"], id=number))
    sent = [entry.json["items"][0] for entry in server.journal.of("sequences_data_insert")]
    assert sorted(len(item["rows"]) for item in sent) == [5_000, 10_000, 10_000]
    assert all(item["columns"] == ["text", "whole"] and item["id"] == number for item in sent)

    found = side.do(side.client.sequences.data.retrieve(start=0, end=None, id=number))
    assert (found.id, found.external_id, len(found)) == (number, "s", 25_000)
    assert found[23] == ["r23", 23]
    assert list(found.items())[-1] == (24_999, ["r24999", 24_999])
    asked = [entry.json for entry in server.journal.of("sequences_data_list")]
    assert [one["limit"] for one in asked] == [10_000] * 3
    assert "end" not in asked[0] and "columns" not in asked[0] and "cursor" not in asked[0]
    assert asked[1]["cursor"]


def test_a_span_some_columns_and_a_limit(side: Side, server: Any) -> None:
    made(side)
    side.do(side.client.sequences.data.insert([(row, ["x", row]) for row in range(100)], ["text", "whole"], external_id="s"))
    found = side.do(side.client.sequences.data.retrieve(10, 50, ["whole"], external_id="s", limit=5))
    assert list(found) == [(row, [row]) for row in range(10, 15)]
    assert server.journal.of("sequences_data_list")[0].json == {"externalId": "s", "start": 10, "end": 50, "columns": ["whole"], "limit": 5}
    assert len(side.do(side.client.sequences.data.retrieve(90, -1, external_id="s"))) == 10
    assert len(side.do(side.client.sequences.data.retrieve(0, None, external_id="s", limit=0))) == 0
    assert (found.column_external_ids, found.column_value_types, found.get_column("whole")) == (["whole"], ["LONG"], [10, 11, 12, 13, 14])
    with pytest.raises(ValueError, match="no column"):
        found.get_column("text")


def test_two_columns_of_one_name_are_refused(side: Side, server: Any) -> None:
    made(side)
    for call in (
        lambda: side.client.sequences.data.insert({1: [1, 2]}, ["whole", "whole"], external_id="s"),
        lambda: side.client.sequences.data.insert_dataframe(pd.DataFrame([[1, 2]], columns=["whole", "whole"], index=[1]), external_id="s"),
    ):
        with pytest.raises(ValueError, match="Two columns are called 'whole'"):
            side.do(call())
    assert not server.journal.of("sequences_data_insert")


def test_several_sequences_at_once(side: Side, server: Any) -> None:
    first, second = made(side, "a"), made(side, "b")
    for number in (first, second):
        side.do(side.client.sequences.data.insert({1: ["x", number]}, ["text", "whole"], id=number))
    found = side.do(side.client.sequences.data.retrieve(0, None, external_id="a", id=[second]))
    assert [data.external_id for data in found] == ["b", "a"]
    assert found.get(external_id="a")[1] == ["x", first]
    assert [one["rows"] for one in found.dump()] == [
        [{"rowNumber": 1, "values": ["x", second]}],
        [{"rowNumber": 1, "values": ["x", first]}],
    ]
    assert list(found.to_pandas().columns) == ["b|text", "b|whole", "a|text", "a|whole"]


def test_the_forms_of_rows(side: Side, server: Any) -> None:
    number, other = made(side, "a"), made(side, "b")
    data = side.client.sequences.data
    side.do(data.insert([{"rowNumber": 1, "values": ["one", 2**60 + 1]}], column_external_ids=None, id=number))
    side.do(data.insert([(2, ["two", None])], ["text", "whole"], id=number))
    held = side.do(data.retrieve(0, None, id=number))
    side.do(data.insert(held, None, id=other))
    copied = side.do(data.retrieve(0, None, id=other))
    assert list(copied) == [(1, ["one", 2**60 + 1]), (2, ["two", None])]
    side.do(data.insert([], ["text"], id=number))
    assert server.journal.count("sequences_data_insert") == 3


@pytest.mark.parametrize("rows", [[(1, "ab")], [(1, [1])], [[1, [1, 2]]], [{"row": 1}], [(1, 2, 3)]])
def test_what_is_no_row_is_refused(side: Side, server: Any, rows: Any) -> None:
    with pytest.raises(ValueError, match="Nothing was sent"):
        side.do(side.client.sequences.data.insert(rows, ["a", "b"], id=1))
    with pytest.raises(ValueError, match="exactly one"):
        side.do(side.client.sequences.data.insert({}, ["a"], id=1, external_id="x"))
    assert not len(server.journal)


def test_more_columns_than_a_request_takes(side: Side, server: Any) -> None:
    columns = [{"externalId": f"c{place}", "valueType": "DOUBLE"} for place in range(300)]
    made(side, "wide", columns)
    names = [str(column["externalId"]) for column in columns]
    side.do(side.client.sequences.data.insert({7: [place / 2 for place in range(300)]}, names, external_id="wide"))
    assert [len(entry.json["items"][0]["columns"]) for entry in server.journal.of("sequences_data_insert")] == [200, 100]
    assert side.do(side.client.sequences.data.retrieve(0, None, external_id="wide"))[7] == [place / 2 for place in range(300)]


def test_frames(side: Side, server: Any) -> None:
    columns = [{"externalId": "a", "valueType": "DOUBLE"}, {"externalId": "b", "valueType": "DOUBLE"}]
    number = made(side, "f", columns)
    side.do(side.client.sequences.data.insert_dataframe(pd.DataFrame({"a": [1.5, math.nan], "b": [3, 4]}, index=[10, 20]), id=number))
    assert server.journal.of("sequences_data_insert")[0].json["items"][0]["rows"] == [
        {"rowNumber": 10, "values": [1.5, 3]},
        {"rowNumber": 20, "values": [None, 4]},
    ]
    frame = side.do(side.client.sequences.data.retrieve_dataframe(0, None, id=number))
    assert list(frame.columns) == ["a", "b"]
    assert list(frame.index) == [10, 20]
    assert math.isnan(frame.loc[20, "a"])
    assert list(side.do(side.client.sequences.data.retrieve_dataframe(0, None, id=[number])).columns) == ["f|a", "f|b"]
    assert list(side.do(side.client.sequences.data.retrieve_dataframe(0, None, column_names="id|columnExternalId", id=number)).columns) == [
        f"{number}|a",
        f"{number}|b",
    ]
    side.do(side.client.sequences.data.insert_dataframe(frame * 2, id=number))
    assert side.do(side.client.sequences.data.retrieve(0, None, id=number))[10] == [3.0, 6.0]
    with pytest.raises(ValueError, match="column_names"):
        side.do(side.client.sequences.data.retrieve_dataframe(0, None, column_names="name", id=number))


def test_rows_are_deleted(side: Side, server: Any) -> None:
    number = made(side)
    side.do(side.client.sequences.data.insert({row: ["x", row] for row in range(12_000)}, ["text", "whole"], id=number))
    side.do(side.client.sequences.data.delete([1, 2, 42], id=number))
    assert server.journal.of("sequences_data_delete")[0].json == {"items": [{"id": number, "rows": [1, 2, 42]}]}
    side.do(side.client.sequences.data.delete_range(5, None, id=number))
    assert [row for row, _ in side.do(side.client.sequences.data.retrieve(0, None, id=number))] == [0, 3, 4]
    assert server.journal.of("sequences_data_list")[0].json["columns"] == ["text"]
    side.do(side.client.sequences.data.delete(range(10_001), external_id="s"))
    sizes = sorted(len(entry.json["items"][0]["rows"]) for entry in server.journal.of("sequences_data_delete"))
    assert sizes == [1, 3, 1_994, 10_000, 10_000]


def test_what_became_of_the_rows(side: Side, server: Any) -> None:
    number = made(side)
    server.faults.add("sequences_data_insert", status=400, after=1, times=1)
    with pytest.raises(CogniteAPIError) as caught:
        side.do(side.client.sequences.data.insert({row: ["x", row] for row in range(20_001)}, ["text", "whole"], id=number))
    error = caught.value
    assert len(error.failed) in (1, 10_000)
    assert sorted(error.successful + error.failed) == list(range(20_001))
    assert not error.unknown


@pytest.mark.parametrize("status", [400, 409, 422])
def test_rows_of_which_some_columns_were_stored_are_unknown(side: Side, server: Any, status: int) -> None:
    columns = [{"externalId": f"c{place}", "valueType": "DOUBLE"} for place in range(300)]
    made(side, "wide", columns)
    server.faults.add("sequences_data_insert", status=status, after=1, times=1)
    with pytest.raises(CogniteAPIError, match="columns before 'c200' were stored") as caught:
        side.do(
            side.client.sequences.data.insert({7: [1.5] * 300, 8: [2.5] * 300}, [f"c{place}" for place in range(300)], external_id="wide")
        )
    error = caught.value
    assert (error.code, error.successful, error.failed, error.unknown) == (status, [], [], [7, 8])
    assert len(server.journal.of("sequences_data_insert")) == 2


def test_rows_of_which_nothing_was_stored_are_failed(side: Side, server: Any) -> None:
    made(side, "wide", [{"externalId": f"c{place}", "valueType": "DOUBLE"} for place in range(300)])
    server.faults.add("sequences_data_insert", status=400, times=1)
    with pytest.raises(CogniteAPIError) as caught:
        side.do(side.client.sequences.data.insert({7: [1.5] * 300}, [f"c{place}" for place in range(300)], external_id="wide"))
    assert (caught.value.failed, caught.value.unknown) == ([7], [])
