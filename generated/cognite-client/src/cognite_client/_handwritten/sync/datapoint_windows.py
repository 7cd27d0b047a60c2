"""The data points of time series, read page by page, in windows side by side. Each page becomes columns before the next one is asked for."""

from __future__ import annotations

from collections.abc import Sequence

from ..._runtime.declarations.errors import ApiError
from ..._runtime.declarations.options import RequestOptions
from ..._runtime.jobs.progress import Progress, Watcher
from ...operations import datapoints as ops
from ..datapoint_answers import Page, Points, in_columns, pages_of
from ..datapoint_columns import Datapoints
from ..datapoint_reading import Reading, Span, advanced
from .parts import Parted


class DatapointWindows(Parted):
    """What the methods of `client.datapoints` read with."""

    def _read(self, spans: Sequence[Span], options: RequestOptions | None, progress: Watcher) -> list[Datapoints | None]:
        """The points of all spans: first pages side by side, then what they leave in windows side by side.

        `progress` is told how many points were read; of how many is known with the last one.
        """
        watcher, options = self._watched(options, progress)
        with Progress(watcher, "points") as shown:
            found = self._readings([Reading(span) for span in spans], options, shown)
            number = sum(len(points) for points in found if points is not None)
            shown.show(number, number)
        return found

    def _readings(self, readings: Sequence[Reading], options: RequestOptions, shown: Progress) -> list[Datapoints | None]:
        def begin(reading: Reading) -> list[Span]:
            pages = self._answer(reading.span, options)
            shown.add(sum(len(page.points.times) for page in pages), None)
            rest = reading.begin(pages, readings[0])
            return [] if rest is None else self._windows(rest, options)

        windows = self._parallel(begin, readings)
        places = [(reading, window) for reading, some in zip(readings, windows, strict=True) for window in some]
        found = self._parallel(lambda place: self._window(place[1], options, shown), places)
        for (reading, _), part in zip(places, found, strict=True):
            reading.join(part)
        for reading, some in zip(readings, windows, strict=True):
            rest = reading.left() if some and some[-1].end < reading.span.end else None
            if rest is not None:
                # The counts promised more points than there were.
                reading.join(self._window(rest, options, shown))
        return [reading.result() for reading in readings]

    def _windows(self, rest: Span, options: RequestOptions | None) -> list[Span]:
        """The rest of a span in parts of about one answer each; in one part when its points cannot be counted."""
        counting = rest.counting()
        try:
            days = self._points(counting, options)
        except ApiError as error:
            if error.status >= 500:
                raise
            # Texts have no aggregates.
            return [rest]
        return rest.windows(zip(days.times, days.columns["count"], strict=True))

    def _window(self, span: Span, options: RequestOptions, shown: Progress) -> Reading:
        """All points of a part of a span, page by page."""
        part = Reading(span)
        asked: Span | None = span
        while asked is not None:
            points = self._points(asked, options)
            shown.add(len(points.times), None)
            advanced(ops.DATAPOINTS_LIST, part.inside, asked.inside(points))
            asked = part.take(asked, points)
        return part

    def _points(self, span: Span, options: RequestOptions | None) -> Points:
        """A page of one time series; nothing where there is no such series. Raises DecodeError."""
        pages = self._answer(span, options)
        return pages[0].points if pages else Points.joined([], span.columns)

    def _answer(self, span: Span, options: RequestOptions | None) -> list[Page]:
        """The time series in the answer for the first page of a span. Raises DecodeError."""
        operation = in_columns(ops.DATAPOINTS_LIST, tuple(sorted(set(span.columns))))
        return pages_of(operation, self._client.call(operation, body=span.body(), options=options), span.columns)
