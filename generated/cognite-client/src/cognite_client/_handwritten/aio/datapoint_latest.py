"""The last data points of time series."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Literal, TypedDict, Unpack, overload

from ..._resources.rules import paired, wrapped
from ..._resources.times import time_of
from ..._runtime.declarations.errors import InvalidArgument
from ..._runtime.declarations.options import RequestOptions
from ..._runtime.jobs.progress import Watcher
from ...operations import datapoints as ops
from ..datapoint_answers import Page, in_columns, pages_of
from ..datapoint_columns import Datapoints, DatapointsList
from ..datapoint_query import Time
from .parts import AsyncParted

LATEST = 100
"""Time series of one request for last points."""
_COLUMNS = ("value",)


class Latest(TypedDict, total=False):
    """What `retrieve_latest` takes beside the time series."""

    before: Time | None
    progress: Watcher
    options: RequestOptions | None


class AsyncLatestDatapoints(AsyncParted):
    """The methods of `client.datapoints` that read them."""

    @overload
    async def retrieve_latest(
        self, id: int, external_id: None = None, *, ignore_unknown_ids: Literal[False] = False, **others: Unpack[Latest]
    ) -> Datapoints: ...
    @overload
    async def retrieve_latest(
        self, id: int, external_id: None = None, *, ignore_unknown_ids: bool, **others: Unpack[Latest]
    ) -> Datapoints | None: ...
    @overload
    async def retrieve_latest(
        self, id: None = None, *, external_id: str, ignore_unknown_ids: Literal[False] = False, **others: Unpack[Latest]
    ) -> Datapoints: ...
    @overload
    async def retrieve_latest(
        self, id: None = None, *, external_id: str, ignore_unknown_ids: bool, **others: Unpack[Latest]
    ) -> Datapoints | None: ...
    @overload
    async def retrieve_latest(
        self,
        id: Sequence[int],
        external_id: str | Sequence[str] | None = None,
        *,
        ignore_unknown_ids: bool = False,
        **others: Unpack[Latest],
    ) -> DatapointsList: ...
    @overload
    async def retrieve_latest(
        self,
        id: int | Sequence[int] | None = None,
        *,
        external_id: list[str] | tuple[str, ...],
        ignore_unknown_ids: bool = False,
        **others: Unpack[Latest],
    ) -> DatapointsList: ...
    @overload
    async def retrieve_latest(
        self,
        id: int | Sequence[int] | None = None,
        external_id: str | Sequence[str] | None = None,
        before: Time | None = None,
        ignore_unknown_ids: bool = False,
        *,
        progress: Watcher = None,
        options: RequestOptions | None = None,
    ) -> Datapoints | DatapointsList | None: ...
    async def retrieve_latest(
        self,
        id: int | Sequence[int] | None = None,
        external_id: str | Sequence[str] | None = None,
        before: Time | None = None,
        ignore_unknown_ids: bool = False,
        *,
        progress: Watcher = None,
        options: RequestOptions | None = None,
    ) -> Datapoints | DatapointsList | None:
        """The last data point of one time series, or of several.

        Args:
            id: Ids of time series.
            external_id: External ids of time series.
            before: Only points before this time; as `start` in `retrieve`. Now when not given.
            ignore_unknown_ids: Leave out what does not exist.
            progress: True: a progress bar (needs the extra `progress`). A function: called with the time series that were read, and the
                total.
            options: Settings for each call.

        Returns:
            the point, in a list of at most one; None when the time series does not exist and `ignore_unknown_ids` is True; for several time
            series, a list: ids first

        Raises:
            ValueError: no time series was named; nothing was sent.
            CogniteNotFoundError: there is no such time series.
            CogniteAPIError: the API refused it.
        """
        given = wrapped(id=id, externalId=external_id)
        if given is None:
            raise InvalidArgument("Give id or external_id of the time series. Nothing was sent.")
        time = {} if before is None else {"before": time_of("before", before)}

        operation = in_columns(ops.DATAPOINTS_LATEST, _COLUMNS)

        async def work(items: Sequence[Mapping[str, Any]]) -> list[Page]:
            body = {"items": [{**item, **time} for item in items], "ignoreUnknownIds": ignore_unknown_ids}
            return pages_of(operation, await self._client.call(operation, body=body, options=options), _COLUMNS)

        watcher, options = self._watched(options, progress)
        answers = await self._each(work, paired(given.inputs, given, LATEST), watcher, len)
        found = [Datapoints.of(page.series, page.points) for pages in answers for page in pages]
        if given.single:
            return found[0] if found else None
        return DatapointsList(found, self._client)
