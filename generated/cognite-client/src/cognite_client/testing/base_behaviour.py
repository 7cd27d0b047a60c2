"""What a behaviour module says: everything that one API does and its document does not tell.

A package's `testing/behaviour.py` defines a class `Behaviour` that derives from the one here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from .exchange import Call, Refused
from .resources.storage import Record

if TYPE_CHECKING:
    from .state import State

Handler = Callable[[Call], Any]
F = TypeVar("F", bound=Callable[..., Any])


def answers(*operations: str) -> Callable[[F], F]:
    """Mark a method of a behaviour class as the answer to operations, by operationId.

    The method takes the `Call` and returns the body of the success answer, or an `Answer`, or raises `Refused`.
    """

    def mark(method: F) -> F:
        method.__dict__["answered_operations"] = operations
        return method

    return mark


def serves(method: str, path: str) -> Callable[[F], F]:
    """Mark a method of a behaviour class as the answer to a request outside the document (a token endpoint, an upload URL).

    `path` is compared as it comes, from the root of the server; one that ends in `/*` stands for everything below it. The method takes a `Call` whose `body` is the raw bytes.
    """

    def mark(function: F) -> F:
        function.__dict__["served_route"] = (method.upper(), path)
        return function

    return mark


class Behaviour:
    """The behaviour of an API; this one adds nothing to the document.

    Attributes:
        open_operations: operationIds that need no credentials, whatever the document lists.
        error_media_type: the media type of error answers.
    """

    open_operations: frozenset[str] = frozenset()
    error_media_type: str = "application/json"

    def __init__(self, engine: State) -> None:
        self.engine = engine
        self.handlers: dict[str, Handler] = {}
        self.routes: dict[tuple[str, str], Handler] = {}
        for name in dir(type(self)):
            function = getattr(type(self), name)
            marks: Mapping[str, Any] = getattr(function, "__dict__", {})
            for operation in marks.get("answered_operations", ()):
                self.handlers[operation] = getattr(self, name)
            if "served_route" in marks:
                self.routes[marks["served_route"]] = getattr(self, name)

    def error(self, refusal: Refused) -> Any:
        """The body of an error answer, in the API's shape."""
        return {"error": refusal.message}

    def authenticate(self, call: Call) -> None:
        """Check the credentials of a call; that they are there has been checked.

        Raises:
            Refused: 401 or 403.
        """

    def created(self, record: Record, *, named: bool) -> None:
        """Complete a new resource, before anything sees it.

        Args:
            named: no request created it: a path or another resource named it (autocreate).

        Raises:
            Refused: it may not be created; it is dropped again.
        """

    def shown(self, record: Record) -> dict[str, Any]:
        """What the API shows of a resource now: its data, with whatever time or other resources have done to them."""
        return record.data

    def deleting(self, record: Record) -> None:
        """A resource is about to be deleted.

        Raises:
            Refused: it may not be, as long as others need it.
        """

    def seed(self) -> None:
        """Fill the store with a small world for `local_server(seed=True)`."""

    def route(self, method: str, path: str) -> Handler | None:
        """The method that serves a request outside the document."""
        handler = self.routes.get((method, path))
        if handler is not None:
            return handler
        below = (
            handler for (verb, at), handler in self.routes.items() if verb == method and at.endswith("/*") and path.startswith(at[:-1])
        )
        return next(below, None)
