"""Lists of resources, and telling resources which client they came from."""

from __future__ import annotations

from collections import UserList
from collections.abc import Iterable, Mapping
from copy import deepcopy
from functools import cache
from typing import TYPE_CHECKING, Any, ClassVar, Self, SupportsIndex, TypeVar, get_args, overload

from .._runtime.codec.display import ITEMS, listed, table
from .._runtime.declarations.errors import InvalidArgumentType
from .._runtime.declarations.json_types import is_iterable, is_mapping
from .dumped import plain, printed, read, shown_names
from .frames import of_rows

if TYPE_CHECKING:
    from .frames import DataFrame

R = TypeVar("R")


@cache
def item_class(kind: type[ResourceList[Any]]) -> type | None:
    """The class of the resources in a list of some class; None: any."""
    bases = (base for one in kind.__mro__ for base in vars(one).get("__orig_bases__", ()))
    found = (argument for base in bases for argument in get_args(base) if isinstance(argument, type) and argument is not Any)
    return next(found, None)


class ResourceList(UserList[R]):
    """Resources in a list, with the client that they came from.

    Raises:
        InvalidArgumentType (TypeError): something in it is no resource of the list's class.
    """

    client_field: ClassVar[str] = "client"

    def __init__(self, resources: Iterable[R] = (), client: Any = None) -> None:
        super().__init__()
        kind: Any = type(self)
        item = item_class(kind)
        if not is_iterable(resources):
            raise InvalidArgumentType(
                f"{kind.__name__} takes a list of {item.__name__ if item else 'resources'}, got {type(resources).__name__}."
            )
        self.data = list(resources)
        setattr(self, self.client_field, client)
        if item is not None and not all(issubclass(one, item) for one in set(map(type, self.data))):
            place, wrong = next((place, one) for place, one in enumerate(self.data) if not isinstance(one, item))
            raise InvalidArgumentType(f"{kind.__name__}: [{place}] is of the class {type(wrong).__name__}, not {item.__name__}.")

    @classmethod
    def of(cls, resources: Iterable[R], client: Any) -> Self:
        """What the API answered with, whatever it is."""
        made = cls((), client)
        made.data = list(resources)
        return made

    __dir__ = shown_names

    def owner(self) -> Any:
        """The client that the resources came from; None: they were put together by hand."""
        return getattr(self, self.client_field, None)

    def __getstate__(self) -> dict[str, Any]:
        """What is pickled: everything but the client."""
        return {**vars(self), self.client_field: None}

    def __deepcopy__(self, memo: dict[int, Any]) -> Self:
        """A copy with the same client."""
        return self.of(deepcopy(self.data, memo), self.owner())

    def dump(self, camel_case: bool = False) -> list[dict[str, Any]]:
        """The resources as dictionaries of plain values.

        Args:
            camel_case: True: names as they are on the wire; False: as they are in Python.
        """
        return [plain(item, camel_case) for item in self.data]

    def to_pandas(self, camel_case: bool = True) -> DataFrame:
        """The resources as a `pandas.DataFrame`: one row each. Needs the extra `pandas`."""
        return of_rows(self.dump(camel_case))

    @overload
    def __getitem__(self, index: SupportsIndex) -> R: ...

    @overload
    def __getitem__(self, index: slice) -> Self: ...

    def __getitem__(self, index: SupportsIndex | slice) -> R | Self:
        if isinstance(index, slice):
            return self.of(self.data[index], self.owner())
        return self.data[index]

    def __repr__(self) -> str:
        return f"[{listed(self.data)}]"

    def __str__(self) -> str:
        return printed(self)

    def _repr_html_(self) -> str:
        """What notebooks show."""
        return table([self._row(item) for item in self.data[:ITEMS]], len(self), type(self).__name__)

    @staticmethod
    def _row(item: Any) -> Mapping[str, Any]:
        """A row of the table."""
        shown = read(item)
        return shown if is_mapping(shown) else {"value": shown}
