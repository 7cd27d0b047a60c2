"""Data points: 5 million of 50 time series into a frame, 1 million of a frame inserted; by our client, and by the least code that does it."""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable
from importlib import import_module
from typing import Any

import httpcore
import msgspec
import numpy
import pandas
from repeating import many

SERIES = range(1, 51)
START, END, PAGE = 1_600_041_600_000, 1_600_041_600_000 + 10**9, 100_000
ROWS = 20_000
"""Of the frame that is inserted, which has a column for each time series."""
TOGETHER = 5
"""Time series of one request that inserts: 100,000 points."""


class _Point(msgspec.Struct, gc=False):
    timestamp: int
    value: float


class _One(msgspec.Struct):
    datapoints: list[_Point]


class _Answer(msgspec.Struct):
    items: list[_One]


def _client(url: str) -> Any:
    kind = import_module("cognite_client").CogniteClient
    return kind(api_key="benchmark", client_name="benchmark", project="demo", base_url=url)


def reading(url: str) -> Callable[[int], None]:
    """Ours, into one frame."""
    client = _client(url)
    return many(lambda: client.datapoints.retrieve(START, END, id=list(SERIES)).to_pandas().shape, (PAGE, len(SERIES)))


def reading_plain(url: str) -> Callable[[int], None]:
    """httpcore and msgspec, page by page into arrays of NumPy; no frame."""
    pool, decoder = httpcore.ConnectionPool(), msgspec.json.Decoder(_Answer)
    head = {"Content-Type": "application/json"}

    def page(number: int, start: int) -> tuple[Any, Any]:
        body = json.dumps({"items": [{"id": number}], "start": start, "end": END, "limit": PAGE}).encode()
        points = decoder.decode(pool.request("POST", f"{url}/list", headers=head, content=body).content).items[0].datapoints
        return numpy.array([one.timestamp for one in points], "int64"), numpy.array([one.value for one in points], "float64")

    def series(number: int) -> int:
        parts, start, full = [], START, True
        while full:
            parts.append(page(number, start))
            full = len(parts[-1][0]) == PAGE
            start = int(parts[-1][0][-1]) + 1 if full else start
        return len(numpy.concatenate([times for times, _ in parts]))

    return many(lambda: sum(series(number) for number in SERIES), PAGE * len(SERIES))


def _frame() -> Any:
    chance = numpy.random.default_rng(1)
    times = (START + 1_000 * numpy.arange(ROWS)).astype("datetime64[ms]")
    return pandas.DataFrame({number: chance.normal(50, 12, ROWS).round(3) for number in SERIES}, index=pandas.DatetimeIndex(times))


def inserting(url: str) -> Callable[[int], None]:
    """Ours, from a frame."""
    client, frame = _client(url), _frame()
    return many(lambda: client.datapoints.insert_dataframe(frame) is None, True)


def inserting_plain(url: str) -> Callable[[int], None]:
    """msgspec, zlib at its least level and httpcore; nothing is checked."""
    pool, frame = httpcore.ConnectionPool(), _frame()
    head = {"Content-Type": "application/json", "Content-Encoding": "gzip"}

    def insert() -> int:
        times, status = frame.index.to_numpy().astype("int64").tolist(), 0
        for first in range(0, len(SERIES), TOGETHER):
            columns = {number: frame[number].tolist() for number in SERIES[first : first + TOGETHER]}
            items = [
                {"id": number, "datapoints": [{"timestamp": time, "value": value} for time, value in zip(times, values, strict=True)]}
                for number, values in columns.items()
            ]
            content = zlib.compress(msgspec.json.encode({"items": items}), 1, 31)
            status = pool.request("POST", f"{url}/data", headers=head, content=content).status
        return status

    return many(insert, 200)


def peak(url: str) -> tuple[int, int]:
    """Bytes: the most that Python and NumPy hold at once while 5 million points become a frame, the first call aside; and those of the frame."""
    import tracemalloc

    client = _client(url)
    client.datapoints.retrieve(START, END, id=1).to_pandas()
    tracemalloc.start()
    frame = client.datapoints.retrieve(START, END, id=list(SERIES)).to_pandas()
    return tracemalloc.get_traced_memory()[1], int(frame.memory_usage().sum())


if __name__ == "__main__":
    import sys

    print(*peak(sys.argv[1]))
