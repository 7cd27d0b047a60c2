"""A client whose API classes stand on resource methods."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Any, ClassVar, Self, TypeVar, Unpack
from weakref import WeakSet

from ..._runtime.call.response import Response
from ..._runtime.call.sync.client import BaseClient
from ..._runtime.codec.models import ABSENT
from ..._runtime.declarations.errors import InvalidArgument
from ..._runtime.declarations.operation import Operation
from ..._runtime.declarations.options import OptionFields, RequestOptions
from ..ownership import Owner
from ..rules import SplitError
from ..times import is_time, time_of
from ..writing import whole_number

T = TypeVar("T")
_NONE: Mapping[str, Any] = {}


class ResourceClient(BaseClient):
    """A client whose settings may stand in the paths of its operations."""

    bound: ClassVar[tuple[str, ...]] = ()
    """Path parameters that are settings of the client."""
    missing_ids: ClassVar[str] = ""
    """A JSON pointer: where an error lists the ids that do not exist."""

    def bound_value(self, name: str) -> str:
        """The setting that stands for a path parameter."""
        raise InvalidArgument(f"{type(self).__name__} has no setting {name}. Nothing was sent.")

    @property
    def workers(self) -> int:
        """How many requests of one call are under way at once."""
        return 10

    @cached_property
    def _owners(self) -> WeakSet[Owner]:
        """Those of this client and of its views, which are closed together."""
        return WeakSet()

    @cached_property
    def _owner(self) -> Owner:
        owner = Owner(self)
        self._owners.add(owner)
        return owner

    def with_options(self, options: RequestOptions | None = None, /, **fields: Unpack[OptionFields]) -> Self:
        """See `BaseClient.with_options`."""
        view = super().with_options(options, **fields)
        view._owners = self._owners
        return view

    def close(self) -> None:
        """Close the connections. May be called again."""
        for owner in self._owners:
            owner.release()
        super().close()

    def failure(self, errors: Sequence[Exception], successful: list[Any], failed: list[Any], unknown: list[Any]) -> Exception:
        """The error of a split call, made from those of its parts (one or more)."""
        counts = f"{len(successful)} done, {len(failed)} failed, {len(unknown)} unknown"
        error = SplitError(f"{errors[0]} ({counts})", successful=successful, failed=failed, unknown=unknown)
        error.__cause__ = errors[0]
        return error

    def send(
        self, operation: Operation[T], arguments: Mapping[str, Any] = _NONE, *, body: Any = ABSENT, options: RequestOptions | None = None
    ) -> Response[T]:
        """See `BaseClient.send`; what is bound to the client need not be given."""
        names = [name for name in self.bound if name not in arguments and f"{{{name}}}" in operation.path]
        if names:
            arguments = {**{name: self.bound_value(name) for name in names}, **arguments}
        odd = {name: whole_number(value) for name, value in arguments.items() if isinstance(value, float) or hasattr(value, "dtype")}
        if odd:
            decimals = {one.name for one in operation.parameters if one.kind == "number"}
            arguments = {**arguments, **{name: value for name, value in odd.items() if name not in decimals}}
        times = [one for one in operation.parameters if is_time(one.wire) and arguments.get(one.name) is not None]
        if times:
            arguments = {**arguments, **{one.name: time_of(one.name, arguments[one.name]) for one in times}}
        return super().send(operation, arguments, body=body, options=options)
