"""`RawTablesAPI`: the documented methods of `client.raw.tables`. Rendered from the spec; do not edit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, TypedDict, Unpack, overload

from .._resources.rules import wrapped
from .._resources.sync.api import ResourceApi
from ..data_classes.raw import Table, TableList
from ..operations import raw_tables as ops

if TYPE_CHECKING:
    from .._runtime.declarations.options import RequestOptions

    class Walk(TypedDict, total=False):
        """The filters of an iteration over `client.raw.tables`, besides `chunk_size`."""

        limit: float | None
        options: RequestOptions | None


class RawTablesAPI(ResourceApi):
    """Tables without a fixed set of columns.

    Every method takes `options`: time limits, retries, headers and more for this call only.
    """

    def list(self, db_name: str, limit: float | None = 25, *, options: RequestOptions | None = None) -> TableList:
        """List the tables of a database.

        Needs `rawAcl:LIST`.

        Args:
            db_name: Name of the database. Between 1 and 32 characters.
            limit: The most resources to return; -1, None or infinity: all.
            options: Settings for this call only.

        Returns:
            The resources that match.

        Raises:
            CogniteAPIError: The API answered with an error.
            ValueError: The arguments contradict each other; nothing was sent.
        """
        return self._list(TableList, ops.RAW_TABLES_LIST, {"db_name": db_name}, limit=limit, options=options)

    @overload
    def __call__(self, db_name: str, chunk_size: None = None, **filters: Unpack[Walk]) -> Iterator[Table]: ...
    @overload
    def __call__(self, db_name: str, chunk_size: int, **filters: Unpack[Walk]) -> Iterator[TableList]: ...
    def __call__(
        self, db_name: str, chunk_size: int | None = None, limit: float | None = None, *, options: RequestOptions | None = None
    ) -> Iterator[Any]:
        """Iterate over resources one by one, or, with `chunk_size`, in lists of that size. One page is held in memory at a time.

        Args:
            db_name: Name of the database. Between 1 and 32 characters.
            chunk_size: Yield lists of this many resources instead of single resources.
            limit: The most resources to return; -1, None or infinity: all.
            options: Settings for each call.
        """
        return self._chunks(TableList, chunk_size, ops.RAW_TABLES_LIST, {"db_name": db_name}, limit=limit, options=options)

    @overload
    def create(self, db_name: str, name: str, *, options: RequestOptions | None = None) -> Table: ...  # type: ignore[overload-overlap]  # a text is one name
    @overload
    def create(self, db_name: str, name: Sequence[str], *, options: RequestOptions | None = None) -> TableList: ...
    def create(self, db_name: str, name: str | Sequence[str], *, options: RequestOptions | None = None) -> Table | TableList:
        """Create tables in a database.

        Answers in the order of the request. Either all are created or none. Needs `rawAcl:WRITE`.

        Args:
            db_name: Name of the database. Between 1 and 32 characters.
            name: The tables.
            options: Settings for this call only.

        Returns:
            One resource for one item; for a list of items, a list in the same order.

        Raises:
            CogniteDuplicatedError: A resource with the same id exists already; `duplicated` says which.
            CogniteAPIError: The API answered with an error; if the call was sent in several requests, the error lists what succeeded,
                failed or is unknown.
        """
        return self._create(
            Table, TableList, ops.RAW_TABLES_CREATE, {"db_name": db_name}, body={"items": wrapped(name=name)}, options=options
        )

    def delete(self, db_name: str, name: str | Sequence[str], *, options: RequestOptions | None = None) -> None:
        """Delete tables of a database.

        Needs `rawAcl:WRITE`.

        Args:
            db_name: Name of the database. Between 1 and 32 characters.
            name: The tables.
            options: Settings for this call only.

        Raises:
            CogniteNotFoundError: A resource that is named does not exist; `missing` says which.
            CogniteAPIError: The API answered with an error; if the call was sent in several requests, the error lists what succeeded,
                failed or is unknown.
        """
        self._delete(ops.RAW_TABLES_DELETE, {"db_name": db_name}, body={"items": wrapped(name=name)}, options=options)
