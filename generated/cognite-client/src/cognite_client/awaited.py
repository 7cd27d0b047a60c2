"""What an async client gives, for type checkers: `AsyncAsset` is an `Asset` whose `children()` is awaited.

While a program runs, `AsyncAsset` is `Asset` itself, and so is each of the others the class whose name follows `Async`: its methods call the client that
the object came from.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Sequence as Several
    from typing import Generic, Self, SupportsIndex, TypeVar, overload

    from ._handwritten.datapoint_query import Time
    from ._handwritten.sequence_rows import SequenceRows
    from .data_classes import (
        Asset,
        AssetList,
        Database,
        DatabaseList,
        Datapoint,
        EventList,
        FileMetadataList,
        Row,
        RowList,
        Sequence,
        SequenceList,
        Table,
        TableList,
        TimeSeries,
        TimeSeriesList,
    )

    R = TypeVar("R")

    class _Items(Generic[R]):
        """What stands in a list."""

        @overload
        def __getitem__(self, index: SupportsIndex) -> R: ...
        @overload
        def __getitem__(self, index: slice) -> Self: ...
        def __getitem__(self, index: SupportsIndex | slice) -> R | Self: ...
        def __iter__(self) -> Iterator[R]: ...
        def get(self, id: int | None = None, external_id: str | None = None) -> R | None: ...

    class AsyncAsset(Asset):
        async def parent(self) -> AsyncAsset | None: ...  # type: ignore[override]
        async def children(self) -> AsyncAssetList: ...  # type: ignore[override]
        async def subtree(self, depth: int | None = None) -> AsyncAssetList: ...  # type: ignore[override]
        async def time_series(self, **kwargs: Any) -> AsyncTimeSeriesList: ...  # type: ignore[override]
        async def sequences(self, **kwargs: Any) -> AsyncSequenceList: ...  # type: ignore[override]
        async def events(self, **kwargs: Any) -> EventList: ...  # type: ignore[override]
        async def files(self, **kwargs: Any) -> FileMetadataList: ...  # type: ignore[override]

    class AsyncAssetList(_Items[AsyncAsset], AssetList):
        async def time_series(self) -> AsyncTimeSeriesList: ...  # type: ignore[override]
        async def sequences(self) -> AsyncSequenceList: ...  # type: ignore[override]
        async def events(self) -> EventList: ...  # type: ignore[override]
        async def files(self) -> FileMetadataList: ...  # type: ignore[override]

    class AsyncTimeSeries(TimeSeries):
        async def asset(self) -> AsyncAsset | None: ...  # type: ignore[override]
        async def count(self) -> int: ...  # type: ignore[override]
        async def first(self) -> Datapoint | None: ...  # type: ignore[override]
        async def latest(self) -> Datapoint | None: ...  # type: ignore[override]
        async def plot(
            self,
            start: Time = "1d-ago",
            end: Time = "now",
            aggregates: Several[str] | None = None,
            granularity: str | None = None,
            id_labels: bool = False,
            *args: Any,
            **kwargs: Any,
        ) -> Any: ...

    class AsyncTimeSeriesList(_Items[AsyncTimeSeries], TimeSeriesList):
        async def plot(
            self,
            start: Time = "1d-ago",
            end: Time = "now",
            aggregates: Several[str] | None = None,
            granularity: str | None = None,
            id_labels: bool = False,
            *args: Any,
            **kwargs: Any,
        ) -> Any: ...

    class AsyncSequence(Sequence):
        async def rows(self, start: int, end: int | None) -> SequenceRows: ...  # type: ignore[override]

    class AsyncSequenceList(_Items[AsyncSequence], SequenceList): ...

    class AsyncDatabase(Database):
        async def tables(self, limit: float | None = None) -> AsyncTableList: ...  # type: ignore[override]

    class AsyncDatabaseList(_Items[AsyncDatabase], DatabaseList): ...

    class AsyncTable(Table):
        @overload  # type: ignore[override]
        async def rows(self, key: None = None, limit: float | None = None) -> RowList: ...
        @overload
        async def rows(self, key: str, limit: float | None = None) -> Row | None: ...
        async def rows(  # pyright: ignore[reportIncompatibleMethodOverride]
            self, key: str | None = None, limit: float | None = None
        ) -> RowList | Row | None: ...

    class AsyncTableList(_Items[AsyncTable], TableList): ...


__all__ = [
    "AsyncAsset",
    "AsyncAssetList",
    "AsyncDatabase",
    "AsyncDatabaseList",
    "AsyncSequence",
    "AsyncSequenceList",
    "AsyncTable",
    "AsyncTableList",
    "AsyncTimeSeries",
    "AsyncTimeSeriesList",
]

if not TYPE_CHECKING:

    def __getattr__(name: str) -> Any:
        from . import data_classes

        if name in __all__:
            return getattr(data_classes, name.removeprefix("Async"))
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
