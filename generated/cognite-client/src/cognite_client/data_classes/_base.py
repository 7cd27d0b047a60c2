"""The bases of the documented classes, under their documented names. What they do stands in `_runtime.records` and `_runtime.patches`."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, ClassVar, TypeVar

from .._runtime.patches import Update
from .._runtime.records import Dumped, Resource, ResourceList

R = TypeVar("R")

__all__ = ["CogniteFilter", "CogniteResource", "CogniteResourceList", "CogniteResponse", "CogniteUpdate"]


class CogniteResource(Resource):
    """A resource, such as an asset: made by hand to be created, or given by a client."""

    __slots__ = ()
    client_field: ClassVar[str] = "cognite_client"


class CogniteFilter(Resource):
    """What resources must match: all that is given."""

    __slots__ = ()
    client_field: ClassVar[str] = "cognite_client"


class CogniteResponse(Dumped):
    """An answer that is no resource."""

    __slots__ = ()


class CogniteUpdate(Update):
    """Changes of one resource, which is named by `id` or by `external_id`."""


class CogniteResourceList(ResourceList[R]):
    """Resources in a list, with the client that they came from.

    Args:
        resources: the resources, all of one class.
    """

    client_field: ClassVar[str] = "cognite_client"

    def __init__(self, resources: Iterable[R], cognite_client: Any = None) -> None:
        super().__init__(resources, cognite_client)
