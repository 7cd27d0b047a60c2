"""The rules of batches, without I/O: chunks, what an error calls for, results and the report."""

from __future__ import annotations

import itertools
from typing import Any

import pytest
from demo_client._runtime.batching import chunks as chunks_module
from demo_client._runtime.batching import report as report_module
from demo_client._runtime.declarations import errors as errors_module
from demo_client._runtime.declarations import operation as operation_module
from hypothesis import given, settings
from hypothesis import strategies as st

quick = settings(max_examples=50, deadline=None)


@quick
@given(sizes=st.lists(st.integers(1, 60), max_size=60), most=st.integers(1, 9), most_bytes=st.none() | st.integers(10, 120))
def test_chunks_hold_every_input_once_in_order(sizes: list[int], most: int, most_bytes: int | None) -> None:
    chunker = chunks_module.Chunker(most, most_bytes, size=lambda item: item)
    source = iter(sizes)
    chunks: list[Any] = []
    while True:
        wanted = chunker.wanted
        assert 0 <= wanted <= most
        chunk = chunker.cut(list(itertools.islice(source, wanted)))
        if chunk is None:
            break
        chunks.append(chunk)
    assert [item for chunk in chunks for item in chunk.items] == sizes
    assert [chunk.start for chunk in chunks] == list(itertools.accumulate([len(chunk.items) for chunk in chunks], initial=0))[:-1]
    for chunk in chunks:
        assert 1 <= len(chunk.items) <= most
        assert most_bytes is None or len(chunk.items) == 1 or 2 + sum(size + 1 for size in chunk.items) <= most_bytes


def test_what_an_error_calls_for() -> None:
    move_after, state_after, errors = chunks_module.move_after, chunks_module.state_after, errors_module
    expected = [
        (errors.Unauthorized(), "stop", "failed"),
        (errors.Forbidden(), "stop", "failed"),
        (errors.TooManyRequests(status=429), "again", "failed"),
        (errors.ServerError(status=500), "again", "failed"),
        (errors.UnknownServerError(status=500), "give up", "unknown"),
        (errors.UnknownNoAnswer(), "give up", "unknown"),
        (errors.ConnectFailed(), "again", "failed"),
        (errors.DecodeError(), "again", "unknown"),
        (errors.PayloadTooLarge(), "halve", "failed"),
        (errors.InvalidBody(), "halve", "failed"),
        (errors.BadRequest(status=400), "give up", "failed"),
        (RuntimeError(), "give up", "unknown"),
    ]
    for error, move, state in expected:
        assert (move_after(error, count=5, isolate=False), state_after(error)) == (move, state), error
    assert move_after(errors.BadRequest(status=400), count=5, isolate=True) == "halve"
    assert move_after(errors.BadRequest(status=400), count=1, isolate=True) == "give up"
    untrusted = errors.ConnectFailed(terminal=True)
    assert move_after(untrusted, count=5, isolate=True) == "stop"


def test_matching_results() -> None:
    match, batch = chunks_module.match, operation_module.Batch
    by_order, by_key = batch(items="data", max_items=5), batch(items="data", max_items=5, results="key", response_key="/id")
    assert match(by_order, ["a", "b"], [1, 2]) == [1, 2] and match(by_order, ["a", "b"], [1]) is None
    assert match(by_key, ["a", "b"], {"items": [{"id": "b"}, {"id": "a"}, {"id": "c"}]}) == [{"id": "a"}, {"id": "b"}]
    assert match(by_key, ["a", "b"], [{"id": "b"}]) is None and match(by_order, ["a"], "text") is None


def test_report() -> None:
    module = report_module
    parts = [module.Part(3, 2, "failed", 1, 1, error=ValueError("no"), items=["d", "e"]), module.Part(0, 3, "done", 0, 1, values=[1, 2, 3])]
    report = module.Report(parts, operation="op")
    assert (len(report), report.values, report.remaining(), report.summary()) == (5, [1, 2, 3], ["d", "e"], "3 done, 2 failed")
    assert report[4].item == "e" and report[0].value == 1 and report[2].index == 2
    for index in (-1, 5):
        with pytest.raises(IndexError):
            report[index]
    with pytest.raises(errors_module.BatchError, match="no"):
        report.raise_if_failed()
    module.Report(parts[1:]).raise_if_failed()


def test_texts_are_inputs_of_their_own_or_a_mistake() -> None:
    chunking, declared, errors = (
        chunks_module,
        operation_module,
        errors_module,
    )
    batch = declared.Batch(items="data", max_items=10)
    media = ("application/json", "text/plain")
    operations = [
        declared.Operation("op", "POST", "/", body=declared.Body(types, name="data"), batch=batch) for types in (media, media[:1])
    ]
    takes, takes_not = (chunking.takes_text(operation, chunking.placement(operation, "data")) for operation in operations)
    assert takes and not takes_not
    assert chunking.inputs(operations[0], "one text", text=True) == ["one text"]
    assert chunking.inputs(operations[1], {"a": 1}, text=False) == [{"a": 1}]
    for wrong in ("one text", b"bytes"):
        with pytest.raises(errors.InvalidArgumentType):
            chunking.inputs(operations[1], wrong, text=False)
