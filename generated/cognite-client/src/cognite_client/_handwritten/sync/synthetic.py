"""Formulas over time series: computed page by page, several at once."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, overload

from ..._resources.rules import bounded
from ..._resources.times import time_of
from ..._runtime.declarations.json_types import is_list
from ..._runtime.declarations.options import RequestOptions
from ...data_classes.time_series import TimeSeries
from ...operations import datapoints_synthetic as ops
from ...sync import datapoints_synthetic as generated
from ..datapoint_answers import Points, Series, in_columns, pages_of
from ..datapoint_columns import Datapoints, DatapointsList
from ..datapoint_query import Time
from ..datapoint_reading import advanced
from ..formulas import formula, text_of

PAGE = 10_000
"""Points of one answer."""
_COLUMNS = ("value", "error")
_QUERY = in_columns(ops.SYNTHETIC_QUERY, _COLUMNS)


class SyntheticDatapointsAPI(generated.SyntheticDatapointsAPI):
    __doc__ = generated.SyntheticDatapointsAPI.__doc__

    @overload
    def query(
        self,
        expressions: str,
        start: Time,
        end: Time,
        limit: float | None = None,
        variables: Mapping[Any, str | TimeSeries] | None = None,
        aggregate: str | None = None,
        granularity: str | None = None,
        *,
        options: RequestOptions | None = None,
    ) -> Datapoints: ...
    @overload
    def query(
        self,
        expressions: list[Any] | tuple[Any, ...],
        start: Time,
        end: Time,
        limit: float | None = None,
        variables: Mapping[Any, str | TimeSeries] | None = None,
        aggregate: str | None = None,
        granularity: str | None = None,
        *,
        options: RequestOptions | None = None,
    ) -> DatapointsList: ...
    @overload
    def query(
        self,
        expressions: Any,
        start: Time,
        end: Time,
        limit: float | None = None,
        variables: Mapping[Any, str | TimeSeries] | None = None,
        aggregate: str | None = None,
        granularity: str | None = None,
        *,
        options: RequestOptions | None = None,
    ) -> Datapoints | DatapointsList: ...
    def query(
        self,
        expressions: Any,
        start: Time,
        end: Time,
        limit: float | None = None,
        variables: Mapping[Any, str | TimeSeries] | None = None,
        aggregate: str | None = None,
        granularity: str | None = None,
        *,
        options: RequestOptions | None = None,
    ) -> Datapoints | DatapointsList:
        """Compute formulas over time series.

        Args:
            expressions: One formula, or several: texts such as `ts{id:1} + ts{externalId:'a'}` or, with variables, `A + B`; or expressions of
                sympy, which need the variables (and the extra `sympy`).
            start: First time, inclusive: milliseconds since 1970, a datetime (without a zone: UTC), `now`, or a span before now such as `2w-ago`.
            end: Last time, exclusive; likewise.
            limit: How many points to return per formula at most; None, -1 or infinity: all.
            variables: What names in the formulas stand for: external ids, or time series.
            aggregate: Figure to take of the variables; with `granularity`.
            granularity: Length of a granule of that figure.
            options: Settings for each call.

        Returns:
            the points of the formula, called by its text; for several, a list. Where a point has no value, `error` says why.

        Raises:
            ValueError: a formula cannot be written as text, or lacks variables; nothing was sent.
            CogniteAPIError: the API refused a formula.
        """
        several = is_list(expressions)
        given: list[Any] = [*expressions] if is_list(expressions) else [expressions]
        span = {"start": time_of("start", start), "end": time_of("end", end)}
        most = bounded(limit, "query")
        texts = [(text_of(one), formula(one, variables, aggregate, granularity)) for one in given]

        def work(text: tuple[str, str]) -> Datapoints:
            return self._compute(text[0], {"expression": text[1], **span}, most, options)

        found = self._parallel(work, texts)
        return DatapointsList(found, self._client) if several else found[0]

    def _compute(self, name: str, query: Mapping[str, Any], limit: int | None, options: RequestOptions | None) -> Datapoints:
        parts: list[Points] = []
        start, end, number = int(query["start"]), int(query["end"]), 0
        is_string: bool | None = None
        while limit is None or number < limit:
            size = PAGE if limit is None else min(PAGE, limit - number)
            item = {**query, "start": start, "limit": size}
            pages = pages_of(_QUERY, self._client.call(_QUERY, body={"items": [item]}, options=options), _COLUMNS)
            is_string = pages[0].series.is_string if pages else is_string
            points = pages[0].points if pages else Points.joined([], _COLUMNS)
            advanced(_QUERY, parts, points)
            if len(points):
                parts.append(points)
                number += len(points)
            if len(points) < size:
                break
            start = int(points.times[-1]) + 1
            if start >= end:
                break
        return Datapoints.of(Series(external_id=name, is_string=is_string), Points.joined(parts, _COLUMNS).first(limit))
