"""Lists of resources, and telling resources which client they came from."""

from __future__ import annotations

import json
from collections import UserList
from collections.abc import Iterable
from copy import deepcopy
from typing import Any, ClassVar, Self, SupportsIndex, TypeVar, overload

from .dumped import plain
from .frames import of_rows

R = TypeVar("R")


class ResourceList(UserList[R]):
    """Resources in a list, with the client that they came from."""

    client_field: ClassVar[str] = "client"

    def __init__(self, resources: Iterable[R] = (), client: Any = None) -> None:
        super().__init__()
        self.data = list(resources)
        setattr(self, self.client_field, client)

    def owner(self) -> Any:
        """The client that the resources came from; None: they were put together by hand."""
        return getattr(self, self.client_field, None)

    def __getstate__(self) -> dict[str, Any]:
        """What is pickled: everything but the client."""
        return {**vars(self), self.client_field: None}

    def __deepcopy__(self, memo: dict[int, Any]) -> Self:
        """A copy with the same client."""
        return type(self)(deepcopy(self.data, memo), self.owner())

    def dump(self, camel_case: bool = False) -> list[dict[str, Any]]:
        """The resources as dictionaries of plain values.

        Args:
            camel_case: True: names as they are on the wire; False: as they are in Python.
        """
        return [plain(item, camel_case) for item in self.data]

    def to_pandas(self, camel_case: bool = True) -> Any:
        """The resources as a `pandas.DataFrame`: one row each. Needs the extra `pandas`."""
        return of_rows(self.dump(camel_case))

    @overload
    def __getitem__(self, index: SupportsIndex) -> R: ...

    @overload
    def __getitem__(self, index: slice) -> Self: ...

    def __getitem__(self, index: SupportsIndex | slice) -> R | Self:
        if isinstance(index, slice):
            return type(self)(self.data[index], self.owner())
        return self.data[index]

    def __str__(self) -> str:
        return json.dumps(self.dump(), indent=4, default=str)
