"""How resources find each other: `asset.children()`, `assets.events()`, `database.tables()`. `client.yaml` gives documented classes these methods.

Each is a call of the client that the resource came from: what an async client gives is awaited by the caller. Must never know what is on the wire.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from inspect import isawaitable
from typing import TYPE_CHECKING, Any, cast, overload

import msgspec

from .._resources.records import Record
from .._runtime.declarations.errors import InvalidArgument
from .contents import SequenceContent, SeriesContent
from .owned import Owned, then

if TYPE_CHECKING:
    from .._resources.frames import DataFrame
    from ..data_classes import (
        Asset,
        AssetList,
        EventList,
        FileMetadataList,
        Row,
        RowList,
        SequenceList,
        TableList,
        TimeSeriesList,
    )

EVENT_ASSETS = 5000
"""How many assets a filter of events may name."""
ASSETS = 100
"""How many assets any other filter may name."""
LISTS = {"time_series": "TimeSeriesList", "sequences": "SequenceList", "events": "EventList", "files": "FileMetadataList"}


class AssetMethods(Owned):
    """What is around an asset. With an async client, what the methods give is awaited.

    The methods raise `CogniteMissingClientError` for an asset that was made without a client, and ValueError for one that lacks the id
    that they need.
    """

    __slots__ = ()

    def parent(self) -> Asset | None:
        """The parent: an `Asset`; None when it does not exist any more.

        Raises:
            ValueError: the asset is a root.
        """
        client, above = self._client(), getattr(self, "parent_external_id", None)
        if getattr(self, "parent_id", None) is None and above is not None:
            found: Asset | None = client.assets.retrieve(external_id=above)
            return found
        found = client.assets.retrieve(id=self._needed("parent_id"))
        return found

    def children(self) -> AssetList:
        """All assets directly below the asset: an `AssetList`."""
        found: AssetList = self._client().assets.list(parent_ids=[self._needed("id")], limit=None)
        return found

    def subtree(self, depth: int | None = None) -> AssetList:
        """The asset and everything below it, level after level: an `AssetList`.

        Args:
            depth: How many levels of descendants; by default all.
        """
        found: AssetList = self._client().assets.retrieve_subtree(id=self._needed("id"), depth=depth)
        return found

    def time_series(self, **kwargs: Any) -> TimeSeriesList:
        """The time series tied to the asset: a `TimeSeriesList`. All of them, unless a `limit` is given.

        Args:
            kwargs: Further filters, as `client.time_series.list` takes them.
        """
        found: TimeSeriesList = self._related("time_series", kwargs)
        return found

    def sequences(self, **kwargs: Any) -> SequenceList:
        """The sequences tied to the asset: a `SequenceList`. All of them, unless a `limit` is given.

        Args:
            kwargs: Further filters, as `client.sequences.list` takes them.
        """
        found: SequenceList = self._related("sequences", kwargs)
        return found

    def events(self, **kwargs: Any) -> EventList:
        """The events tied to the asset: an `EventList`. All of them, unless a `limit` is given.

        Args:
            kwargs: Further filters, as `client.events.list` takes them.
        """
        found: EventList = self._related("events", kwargs)
        return found

    def files(self, **kwargs: Any) -> FileMetadataList:
        """The files tied to the asset: a `FileMetadataList`. All of them, unless a `limit` is given.

        Args:
            kwargs: Further filters, as `client.files.list` takes them.
        """
        found: FileMetadataList = self._related("files", kwargs)
        return found

    def to_pandas(
        self, expand: Iterable[str] = ("metadata", "aggregates"), ignore: Iterable[str] | None = None, camel_case: bool = True
    ) -> DataFrame:
        """The asset as a `pandas.DataFrame` of one column, `value`. Needs the extra `pandas`.

        Args:
            expand: Mappings whose entries get a row each; an entry that is called like a property is called `metadata.name`.
            ignore: Names that are left out.
            camel_case: True: names as they are on the wire.
        """
        return cast(Any, super()).to_pandas(expand, ignore, camel_case)

    def _related(self, attribute: str, filters: dict[str, Any]) -> Any:
        return getattr(self._client(), attribute).list(asset_ids=[self._needed("id")], **{"limit": None, **filters})


class AssetListMethods(Owned):
    """What is tied to any of the assets of a list, each thing once. With an async client, what the methods give is awaited.

    As many requests are sent as the limits of the filters ask for, several at once; none for an empty list. The methods raise
    `CogniteMissingClientError` where the list was made without a client, and ValueError where an asset has no id.
    """

    def time_series(self) -> TimeSeriesList:
        """All time series of the assets: a `TimeSeriesList`."""
        found: TimeSeriesList = self._related("time_series", ASSETS)
        return found

    def sequences(self) -> SequenceList:
        """All sequences of the assets: a `SequenceList`."""
        found: SequenceList = self._related("sequences", ASSETS)
        return found

    def events(self) -> EventList:
        """All events of the assets: an `EventList`."""
        found: EventList = self._related("events", EVENT_ASSETS)
        return found

    def files(self) -> FileMetadataList:
        """All files of the assets: a `FileMetadataList`."""
        found: FileMetadataList = self._related("files", ASSETS)
        return found

    def _related(self, attribute: str, size: int) -> Any:
        client, assets = self._client(), self._needed("data")
        ids = list(dict.fromkeys(asset.id for asset in assets))
        if None in ids:
            raise InvalidArgument(f"an asset of this {type(self).__name__} has no id. Nothing was sent.")
        return _listed(client, attribute, [ids[start : start + size] for start in range(0, len(ids), size)])


def _listed(client: Any, attribute: str, groups: Sequence[list[int]]) -> Any:
    """One list of what is tied to groups of assets; to be awaited where the client is async."""
    from .. import data_classes

    kind = getattr(data_classes, LISTS[attribute])
    api = getattr(client, attribute)

    def tied(ids: list[int]) -> Any:
        return api.list(asset_ids=ids, limit=None)

    # What stands for a client in a test has the public methods only.
    parallel = api._parallel if hasattr(cast(Any, type(api)), "_parallel") else _one_by_one
    found = parallel(tied, groups)

    def joined(lists: Iterable[Any]) -> Any:
        # What is tied to assets of two groups is in both lists.
        return kind({item.id: item for one in lists for item in one}.values(), client)

    return then(found, joined)


def _one_by_one(work: Callable[[list[int]], Any], groups: Sequence[list[int]]) -> Any:
    """Results in the order of the inputs; to be awaited where one of them is."""
    found = [work(group) for group in groups]
    if not any(map(isawaitable, found)):
        return found

    async def later() -> list[Any]:
        return [await one for one in found]

    return later()


class TimeSeriesMethods(SeriesContent):
    """What a time series is tied to, and what is in it. With an async client, what the methods give is awaited."""

    __slots__ = ()

    def asset(self) -> Asset | None:
        """The asset that the time series is tied to: an `Asset`; None when it does not exist any more.

        Raises:
            ValueError: it is tied to none.
            CogniteMissingClientError: it was made without a client.
        """
        found: Asset | None = self._client().assets.retrieve(id=self._needed("asset_id"))
        return found


class SequenceMethods(SequenceContent):
    """What the columns of a sequence are, and what is in it."""

    __slots__ = ()

    @property
    def column_external_ids(self) -> list[str | None]:
        """The external ids of the columns, in order."""
        return [column.get("externalId") for column in getattr(self, "columns", None) or ()]

    @property
    def column_value_types(self) -> list[str | None]:
        """The types of the columns, in order: `STRING`, `LONG` or `DOUBLE`."""
        return [column.get("valueType") for column in getattr(self, "columns", None) or ()]


class DatabaseMethods(Owned):
    """What is in a database. With an async client, what the methods give is awaited."""

    __slots__ = ()

    def tables(self, limit: float | None = None) -> TableList:
        """The tables of the database: a `TableList`.

        Args:
            limit: At most so many; all when not given.

        Raises:
            CogniteMissingClientError: the database was made without a client.
        """
        found: TableList = self._client().raw.tables.list(self._needed("name"), limit=limit)
        return found


class TableMethods(Owned, Record, kw_only=True):
    """What is in a table. With an async client, what the methods give is awaited."""

    _database: str | None = msgspec.field(default=None, name="\x7fdatabase")
    """Where the table stands: set by the client that it came from, since no answer says it."""

    def in_database(self, name: str) -> None:
        """Say which database the table stands in."""
        self._database = name

    @overload
    def rows(self, key: None = None, limit: float | None = None) -> RowList: ...
    @overload
    def rows(self, key: str, limit: float | None = None) -> Row | None: ...
    def rows(self, key: str | None = None, limit: float | None = None) -> RowList | Row | None:
        """The rows of the table: a `RowList`; with a key, the `Row` that has it, or None.

        Args:
            key: Of the only row that is wanted.
            limit: At most so many; all when not given.

        Raises:
            CogniteMissingClientError: the table was made without a client.
            ValueError: it did not come from a client, so that nothing tells its database.
        """
        api, name, database = self._client().raw.rows, self._needed("name"), self._database
        if database is None:
            raise InvalidArgument("this Table did not come from a client: use client.raw.rows.list(db_name, table_name). Nothing was sent.")
        found: RowList | Row | None = api.list(database, name, limit=limit) if key is None else api.retrieve(database, name, key)
        return found
