"""The rules of walking through the logs of a project, without I/O.

The API gives at most 500 lines per call, from a window of at most 24 hours that starts at a time or at a line, both inclusive. A walk makes of this
every line between two times, in order, each once.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from math import ceil
from typing import Any

from ..exceptions import InvalidArgument, TransferError
from ..models import LogFilters, Logs, LogsCreate

LONGEST_WINDOW = timedelta(hours=24)
MOST_LINES = 500


class LogWalk:
    """Says what to ask for next, and which lines of the answer are new.

    Args:
        start, end: Both inclusive; a time without an offset is taken as UTC.
        page_size: Lines per call, 2 to 500.

    Raises:
        InvalidArgument: `end` is before `start`, or the page size is out of bounds.
    """

    def __init__(self, start: datetime | str, end: datetime | str, filters: LogFilters | Mapping[str, Any] | None, page_size: int) -> None:
        self._window, self._end = instant("start", start), instant("end", end)
        if self._end < self._window:
            raise InvalidArgument("end is before start: give the earlier time as start")
        if not 2 <= page_size <= MOST_LINES:
            raise InvalidArgument(f"page_size must be between 2 and {MOST_LINES}, not {page_size}")
        self._filters = filters if filters is not None else LogFilters()
        self._page_size = page_size
        self._line: Logs | None = None
        self._newest: datetime | None = None
        self._edge: set[str] = set()
        """Ids of the lines seen at the newest instant: the only ones that can come again."""
        self.done = False

    @property
    def _window_end(self) -> datetime:
        return min(self._window + LONGEST_WINDOW, self._end)

    def request(self) -> LogsCreate:
        """The body of the next call."""
        start = self._window if self._line is None else utc(self._line.date)
        seconds = min(max(ceil((self._window_end - start).total_seconds()), 1), int(LONGEST_WINDOW.total_seconds()))
        where = {"date": self._window.isoformat()} if self._line is None else {"id": self._line.id}
        return LogsCreate(filters=self._filters, date_range=seconds, limit=self._page_size, **where)  # type: ignore[arg-type]  # a mapping is sent as it is

    def take(self, page: Sequence[Logs]) -> list[Logs]:
        """The lines of an answer that were not there before, oldest first; then `done` tells whether the walk is over.

        Raises:
            TransferError: more lines of one instant than fit on a page, so that the walk would go in a circle.
        """
        fresh = [line for line in _oldest_first(page) if line.id not in self._edge and utc(line.date) <= self._end]
        if len(page) >= self._page_size:
            if not fresh and utc(_oldest_first(page)[-1].date) <= self._window_end:
                raise TransferError(
                    f"{self._page_size} log lines or more carry the time {page[-1].date}: the API gives no way past them; narrow the filters"
                )
            self._line = _oldest_first(page)[-1]
            self.done = utc(self._line.date) > self._end
        else:
            self.done = self._window_end >= self._end
            self._window, self._line = self._window_end, None
        for line in fresh:
            self._note(line)
        return fresh

    def _note(self, line: Logs) -> None:
        date = utc(line.date)
        if self._newest is None or date > self._newest:
            self._newest, self._edge = date, set()
        if date == self._newest:
            self._edge.add(line.id)


def instant(name: str, value: datetime | str) -> datetime:
    """A time as an aware `datetime`."""
    if isinstance(value, str):
        try:
            value = datetime.fromisoformat(value)
        except ValueError as error:
            raise InvalidArgument(f"{name} is not a time in ISO 8601, such as 2026-01-31T12:00:00Z") from error
    return utc(value)


def utc(value: datetime) -> datetime:
    """The time, taken as UTC when it has no offset."""
    return value if value.tzinfo is not None else value.replace(tzinfo=UTC)


def _oldest_first(page: Sequence[Logs]) -> list[Logs]:
    """The page in the order of time. Lines of one instant keep the order of the server, whichever way round it lists them."""
    lines = list(page)
    if lines and utc(lines[0].date) > utc(lines[-1].date):
        lines.reverse()
    return sorted(lines, key=lambda line: utc(line.date))
