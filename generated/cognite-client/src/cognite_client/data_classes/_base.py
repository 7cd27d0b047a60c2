"""The bases of the documented classes, under their documented names. What they do stands in `_resources.records` and `_resources.updates`."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, ClassVar, Self, SupportsIndex, TypeVar

from .._handwritten.failures import needed_package
from .._resources.dumped import Dumped
from .._resources.frames import of_one
from .._resources.listing import ResourceList
from .._resources.records import Resource
from .._resources.updates import Update

if TYPE_CHECKING:
    from .._resources.frames import DataFrame

R = TypeVar("R")
T = TypeVar("T")

__all__ = ["CogniteFilter", "CogniteResource", "CogniteResourceList", "CogniteResponse", "CogniteUpdate"]


def _any_arguments(method: Callable[..., T]) -> Callable[..., T]:
    return method


class _Framed(Resource):
    __slots__ = ()
    client_field: ClassVar[str] = "cognite_client"

    # Rows and data points have frames of their own, which take other arguments; a checker is told that any will do.
    @_any_arguments
    def to_pandas(self, expand: Iterable[str] = ("metadata",), ignore: Iterable[str] | None = None, camel_case: bool = True) -> DataFrame:
        """The object as a `pandas.DataFrame` of one column, `value`. Needs the extra `pandas`.

        Args:
            expand: Mappings whose entries get a row each; an entry that is called like a property is called `metadata.name`.
            ignore: Names that are left out.
            camel_case: True: names as they are on the wire.

        Raises:
            CogniteImportError: pandas is not installed.
        """
        needed_package("pandas")
        return super().to_pandas(expand, ignore or (), camel_case)


class CogniteResource(_Framed):
    """A resource, such as an asset: made by hand to be created, or given by a client."""

    __slots__ = ()


class CogniteFilter(_Framed):
    """What resources must match: all that is given."""

    __slots__ = ()


class CogniteResponse(Dumped):
    """An answer that is no resource."""

    __slots__ = ()

    def to_pandas(self) -> DataFrame:
        """The answer as a `pandas.DataFrame` of one column, `value`. Needs the extra `pandas`.

        Raises:
            CogniteImportError: pandas is not installed.
        """
        needed_package("pandas")
        return of_one(self.dump(camel_case=True))


class CogniteUpdate(Update):
    """Changes of one resource, which is named by `id` or by `external_id`."""

    keys: ClassVar[tuple[tuple[str, str], ...]] = (("id", "id"), ("external_id", "externalId"))

    def __init__(self, id: int | None = None, external_id: str | None = None) -> None:
        super().__init__({"id": id, "externalId": external_id})

    def dump(self, camel_case: bool = True) -> dict[str, Any]:
        """The changes as a dictionary of plain values: what is sent, unless told otherwise.

        Args:
            camel_case: False: the resource is named by `external_id`, not by `externalId`.
        """
        return super().dump(camel_case)


class CogniteResourceList(ResourceList[R]):
    """Resources in a list, with the client that they came from.

    Args:
        resources: the resources, all of one class.
    """

    client_field: ClassVar[str] = "cognite_client"

    def __init__(self, resources: Iterable[R], cognite_client: Any = None) -> None:
        super().__init__(resources, cognite_client)

    def get(self, id: int | None = None, external_id: str | None = None) -> R | None:
        """The resource with an id or an external id; None when there is none. (The first one, when there are several.)"""
        name, wanted = ("id", id) if id is not None else ("external_id", external_id)
        if wanted is None:
            return None
        return next((item for item in self.data if getattr(item, name, None) == wanted), None)

    @_any_arguments
    def to_pandas(self, camel_case: bool = True) -> DataFrame:
        """The resources as a `pandas.DataFrame`: one row each. Needs the extra `pandas`.

        Args:
            camel_case: True: columns are called as on the wire.

        Raises:
            CogniteImportError: pandas is not installed.
        """
        needed_package("pandas")
        return super().to_pandas(camel_case)

    def copy(self) -> Self:
        """Another list of the same resources, with the same client."""
        return type(self)(self.data, self.owner())

    def __add__(self, other: Iterable[R]) -> Self:
        return type(self)([*self.data, *other], self.owner())

    def __mul__(self, n: SupportsIndex) -> Self:
        return type(self)(self.data * n, self.owner())
