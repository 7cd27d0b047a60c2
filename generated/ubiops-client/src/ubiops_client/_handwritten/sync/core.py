"""`CoreApi` with what the spec cannot say: walking through the logs of a project."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from ...sync.core import CoreApi as _CoreApi
from ..log_walk import MOST_LINES, LogWalk

if TYPE_CHECKING:
    from ..._runtime.declarations.options import RequestOptions
    from ...models import LogFilters, Logs
    from ...params import LogFiltersParams


class CoreApi(_CoreApi):
    __doc__ = _CoreApi.__doc__

    def projects_log_iterate(
        self,
        project_name: str,
        *,
        start: datetime | str | None = None,
        end: datetime | str | None = None,
        filters: LogFilters | LogFiltersParams | None = None,
        page_size: int = MOST_LINES,
        options: RequestOptions | None = None,
    ) -> Iterator[Logs]:
        """Go through every log line between two times, oldest first, each once.

        The API gives at most 500 lines from at most 24 hours per call; this walks from window to window and from page to page.

        Args:
            project_name: Name of the project.
            start: First time, inclusive; a day before `end` when not given. A time without an offset is UTC.
            end: Last time, inclusive; now when not given.
            filters: What the lines must be about; all lines when not given.
            page_size: Lines per call, 2 to 500.
            options: Settings for each of the calls.

        Raises:
            InvalidArgument: `end` is before `start`, a time is not one, or the page size is out of bounds.

        Source: UbiOps CoreApi v2.1, projects_log_list.
        """
        last = datetime.now(UTC) if end is None else end
        walk = LogWalk(_day_before(last) if start is None else start, last, filters, page_size)
        while not walk.done:
            page = self.projects_log_list(project_name, walk.request(), options=options)
            yield from walk.take(page)


def _day_before(end: datetime | str) -> datetime:
    return (datetime.fromisoformat(end) if isinstance(end, str) else end) - timedelta(days=1)
