"""The walk through a project's logs: windows of a day, pages, lines of the same instant; every line once and none left out."""

from __future__ import annotations

import random
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest

from tests.support.sides import Side

DAY = 86_400
START = datetime(2026, 3, 1, tzinfo=UTC)
BASE = START.timestamp()


def write(server: Any, times: list[float], **fields: Any) -> list[str]:
    """Write a line at each of these seconds after `START`; gives the ids in the order of time."""
    ids = [(at, server.behaviour.log("demo", f"line {number}", at=BASE + at, **fields)) for number, at in enumerate(times)]
    return [identifier for _, identifier in sorted(ids)]


def windows(server: Any) -> list[dict[str, Any]]:
    return [entry.json for entry in server.journal.of("projects_log_list")]


async def walk(side: Side, server: Any, **settings: Any) -> list[str]:
    async with side.open(server.url) as client:
        return [line.id for line in await side.listed(client.core.projects_log_iterate("demo", **settings))]


async def test_windows_of_a_day(side: Side, server: Any) -> None:
    # On the borders of windows, twice in the same instant there, in an empty day's neighbours, at both ends.
    ids = write(server, [0, 5, DAY - 1, DAY, DAY, DAY + 1, 3 * DAY, 3 * DAY + 7, 4 * DAY])
    assert await walk(side, server, start=START, end=START + timedelta(days=4)) == ids
    asked = windows(server)
    assert all(0 < one["date_range"] <= DAY and one["limit"] <= 500 for one in asked)
    assert len(asked) == 4


@pytest.mark.parametrize("page_size", [2, 3, 7, 50, 500])
async def test_pages_of_any_size(side: Side, server: Any, page_size: int) -> None:
    source = random.Random(page_size)
    instants = [source.uniform(0, 3 * DAY) for _ in range(60)]
    # Some instants have several lines: as many as a page can tell apart.
    times = [at for at in instants for _ in range(source.randint(1, min(page_size - 1, 4)))]
    ids = write(server, times)
    assert await walk(side, server, start=START, end=START + timedelta(days=3), page_size=page_size) == ids


async def test_many_lines_of_one_instant_over_pages(side: Side, server: Any) -> None:
    ids = write(server, [10.0] * 120 + [11.0] * 3)
    assert await walk(side, server, start=START, end=START + timedelta(hours=1), page_size=50) == ids


async def test_the_ends_are_inclusive(side: Side, server: Any) -> None:
    ids = write(server, [-0.5, 0, 30, 60, 60.5])
    assert await walk(side, server, start=START, end=START + timedelta(seconds=60)) == ids[1:4]
    assert await walk(side, server, start="2026-03-01T01:00:30+01:00", end="2026-03-01T00:01:00Z") == ids[2:4]
    assert await walk(side, server, start=START, end=START) == [ids[1]]


async def test_without_times_it_is_the_last_day(side: Side, server: Any) -> None:
    now = server.clock.now()
    old, new = (server.behaviour.log("demo", "line", at=now - age) for age in (2 * DAY, 3600))
    found = await walk(side, server)
    assert new in found and old not in found


async def test_only_what_the_filters_say(side: Side, server: Any) -> None:
    write(server, [1, 2, 3])
    ids = write(server, [1.5, DAY + 2], model_name="iris")
    assert await walk(side, server, start=START, end=START + timedelta(days=2), filters={"model_name": "iris"}) == ids
    filters = side.module("models").LogFilters(model_name="iris")
    assert await walk(side, server, start=START, end=START + timedelta(days=2), filters=filters) == ids
    assert {one["filters"]["model_name"] for one in windows(server)} == {"iris"}


async def test_a_lost_answer_is_asked_for_again(side: Side, server: Any) -> None:
    ids = write(server, [float(at) for at in range(100)])
    server.faults.add("projects_log_list", after=2, reset=True, applied=True)
    assert await walk(side, server, start=START, end=START + timedelta(hours=1), page_size=10) == ids


async def test_what_cannot_be_asked(side: Side, server: Any) -> None:
    exceptions = side.module("exceptions")
    for settings in (
        {"start": START, "end": START - timedelta(seconds=1)},
        {"start": "yesterday"},
        {"start": START, "page_size": 1},
        {"start": START, "page_size": 501},
    ):
        with pytest.raises(exceptions.InvalidArgument):
            await walk(side, server, **settings)
    assert len(server.journal) == 0


async def test_times_of_other_zones(side: Side, server: Any) -> None:
    ids = write(server, [0, 7200])
    zone = timezone(timedelta(hours=-5))
    assert await walk(side, server, start=START.astimezone(zone), end=(START + timedelta(hours=2)).astimezone(zone)) == ids
