"""The data points of time series: stored, read, aggregated, deleted. This module must never know the other families."""

from __future__ import annotations

import re
from typing import Any

from ..base_behaviour import answers
from ..exchange import Answer, Call
from .errors import refused
from .figures import figures
from .resources import Item, Place, Resources

SERIES = ("timeseries",)
Points = list[tuple[int, Any]]
_UNITS = {"s": 1_000, "m": 60_000, "h": 3_600_000, "d": 86_400_000, "w": 604_800_000}
_AGO = re.compile(r"(\d+)([smhdw])-ago")
_MOST_RAW, _MOST_AGGREGATES, _USUAL = 100_000, 10_000, 100


class DataPoints(Resources):
    """Data points.

    Attributes:
        points: time → value, by the id of the time series.
    """

    def __init__(self, engine: Any) -> None:
        super().__init__(engine)
        self.points: dict[int, dict[int, Any]] = {}

    def remove(self, place: Place, key: Any) -> None:
        """Drop a resource; a time series with its data points."""
        super().remove(place, key)
        if place == SERIES:
            self.points.pop(key, None)

    def _of(self, item: Item, *, passing: bool = False) -> Item | None:
        """The time series that an item names; None: there is none, and it is to be passed over."""
        keys = self.keys_of(SERIES, [{name: item[name] for name in ("id", "externalId") if name in item}], passing=passing)
        return self.family(SERIES)[keys[0]] if keys else None

    def _series(self, item: Item) -> Item:
        found = self._of(item)
        assert found is not None
        return found

    def _time(self, value: Any, usual: int) -> int:
        if value is None:
            return usual
        if isinstance(value, int):
            return value
        if value == "now":
            return self.now()
        if match := _AGO.fullmatch(value):
            return self.now() - int(match[1]) * _UNITS[match[2]]
        raise refused(400, f"{value!r} is no time")

    @answers("datapoints_insert")
    def _insert_points(self, call: Call) -> Answer:
        items = self.given(call)
        if sum(len(item["datapoints"]) for item in items) > _MOST_RAW:
            raise refused(400, f"at most {_MOST_RAW} data points are taken at a time")
        found = [(self._series(item), item["datapoints"]) for item in items]
        for series, points in found:
            if any(isinstance(point["value"], str) != series.get("isString", False) for point in points):
                raise refused(400, f"the values of the time series {series['id']} are of another type")
        for series, points in found:
            self.points.setdefault(series["id"], {}).update({point["timestamp"]: point["value"] for point in points})
        return Answer({})

    @answers("datapoints_list")
    def _list_points(self, call: Call) -> Answer:
        shared = {name: value for name, value in call.body.items() if name not in ("items", "ignoreUnknownIds")}
        found: list[Item] = []
        for item in self.given(call):
            series = self._of(item, passing=call.body.get("ignoreUnknownIds", False))
            if series is not None:
                found.append(self._answer(series, self._asked(series, {**shared, **item})))
        most = _MOST_AGGREGATES if call.body.get("aggregates") else _MOST_RAW
        if sum(len(one["datapoints"]) for one in found) > most:
            raise refused(400, f"at most {most} data points are returned at a time")
        return Answer({"items": found})

    def _asked(self, series: Item, asked: Item) -> list[Item]:
        start, end = self._time(asked.get("start"), 0), self._time(asked.get("end"), self.now())
        if end <= start:
            raise refused(400, "the end must be after the start")
        limit = asked.get("limit", _USUAL)
        held: Points = sorted(self.points.get(series["id"], {}).items())
        aggregates = asked.get("aggregates")
        if bool(aggregates) != ("granularity" in asked):
            raise refused(400, "aggregates need a granularity, and the other way round")
        if aggregates:
            if series.get("isString"):
                raise refused(400, "time series of texts have no aggregates")
            return figures(held, start, end, asked["granularity"], aggregates)[:limit]
        inside = [(time, value) for time, value in held if start <= time < end][:limit]
        if asked.get("includeOutsidePoints"):
            inside = [*[one for one in held if one[0] < start][-1:], *inside, *[one for one in held if one[0] >= end][:1]]
        return [{"timestamp": time, "value": value} for time, value in inside]

    @answers("datapoints_latest")
    def _latest_points(self, call: Call) -> Answer:
        found: list[Item] = []
        for item in self.given(call):
            series = self._of(item, passing=call.body.get("ignoreUnknownIds", False))
            if series is not None:
                before = self._time(_number(item.get("before")), 2**60)
                held = [one for one in self.points.get(series["id"], {}).items() if one[0] < before]
                found.append(self._answer(series, [{"timestamp": time, "value": value} for time, value in held and [max(held)]]))
        return Answer({"items": found})

    @answers("datapoints_delete")
    def _delete_points(self, call: Call) -> Answer:
        for item in self.given(call):
            start, end = item["inclusiveBegin"], item.get("exclusiveEnd", item["inclusiveBegin"] + 1)
            if end <= start:
                raise refused(400, "the end must be after the start")
            held = self.points.get(self._series(item)["id"], {})
            for time in [time for time in held if start <= time < end]:
                del held[time]
        return Answer({})

    @answers("synthetic_query")
    def _synthetic(self, call: Call) -> Answer:
        """Expressions are not computed: each answers with the sum of the time series that it names, at the times that all of them have."""
        return Answer({"items": [{"isString": False, "datapoints": self._sum(item)} for item in self.given(call)]})

    def _sum(self, item: Item) -> list[Item]:
        named = re.findall(r"(?i)(id|externalId) ?: ?'?([^,}']+)'?", item["expression"])
        series = [self._series({"id": int(value)} if name.lower() == "id" else {"externalId": value}) for name, value in named]
        held = [self.points.get(one["id"], {}) for one in series]
        start, end = self._time(item.get("start"), 0), self._time(item.get("end"), self.now())
        shared = [time for time in sorted(held[0]) if all(time in points for points in held)] if held else []
        times = [time for time in shared if start <= time < end][: item.get("limit", _MOST_AGGREGATES)]
        return [{"timestamp": time, "value": sum(points[time] for points in held)} for time in times]

    def _answer(self, series: Item, points: list[Item]) -> Item:
        kept: Item = {name: series[name] for name in ("id", "externalId", "unit", "isStep") if name in series}
        return {**kept, "isString": series.get("isString", False), "datapoints": points}


def _number(value: Any) -> Any:
    """Times in a text are numbers of milliseconds too."""
    return int(value) if isinstance(value, str) and value.isdecimal() else value
