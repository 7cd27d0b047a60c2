"""The verbs that generated methods stand on. What each does stands in a module of its own."""

from __future__ import annotations

import copy
from collections.abc import AsyncGenerator, AsyncIterable, Awaitable, Callable, Iterable, Mapping
from os import PathLike
from typing import TYPE_CHECKING, Any, ClassVar, NoReturn, ParamSpec, Self, TypeVar, Unpack, cast

from ...codec.models import ABSENT
from ...declarations.api import ApiDefinition
from ...declarations.configuration import Configuration, Settings, configuration_of
from ...declarations.errors import ClientError, ConfigurationError, InvalidArgumentType
from ...declarations.json_types import is_mapping
from ...declarations.lazy_exports import client_names
from ...declarations.operation import Operation
from ...declarations.options import NO_OPTIONS, OptionFields, RequestOptions
from ...jobs.progress import Watcher
from ..response import Response
from .settings import AsyncBatchSettings, AsyncGroupSettings, AsyncJobSettings
from .shared import AsyncShared

if TYPE_CHECKING:
    from pathlib import Path

    from ...batching.aio import AsyncBatchReport, AsyncBatchRun
    from ...batching.report import Outcome
    from ...jobs.aio.group import AsyncJobGroup
    from ...jobs.aio.job import AsyncJob
    from ...paging.aio import AsyncPages
    from .session import AsyncSession
    from .stream import AsyncStream

T = TypeVar("T")
P = ParamSpec("P")
Arguments = Mapping[str, Any]
AsyncItems = Iterable[Any] | AsyncIterable[Any]
_NO_ARGUMENTS: Arguments = {}


class AsyncBaseClient:
    """A client for one API. Cheap to make, safe to share, closed with `aclose` or `async with`.

    Args:
        configuration: The settings as an object; or give them as keywords (see `Configuration`).
    """

    definition: ClassVar[ApiDefinition]

    def __init__(self, configuration: Configuration | None = None, **settings: Unpack[Settings]) -> None:
        self._set_up(configuration, cast(dict[str, Any], settings))

    def _set_up(self, configuration: Configuration | None, settings: dict[str, Any]) -> None:
        try:
            definition: ApiDefinition | None = getattr(type(self), "definition", None)
            if definition is None:
                raise ConfigurationError(f"{type(self).__name__} belongs to no API: use the client class of a generated package.")
            if not settings.keys().isdisjoint(("header_name", "header_value", "cookie")):
                from ..ad_hoc import with_own_header

                configuration = with_own_header(configuration, settings)
            self._shared = AsyncShared(definition, configuration_of(configuration, settings))
        except ClientError:
            # A traceback may be shown with the locals of its frames, and this one's hold secrets.
            settings.clear()
            raise
        self._options = NO_OPTIONS

    @property
    def configuration(self) -> Configuration:
        """The settings. Changes after the first call have no effect."""
        return self._shared.configuration

    @property
    def options(self) -> RequestOptions:
        """The options that hold for every call of this client or view."""
        return self._options

    @property
    def session(self) -> AsyncSession:
        """What all views of this client share: address, transport, credentials."""
        return self._shared.session or self._shared.open()

    def __repr__(self) -> str:
        return f"<{type(self).__name__}: {self._shared.configuration!r}>"

    __dir__ = client_names

    def __reduce__(self) -> NoReturn:
        raise TypeError("A client is not pickled: it holds secrets and connections. Make one in the other process.")

    async def call(
        self, operation: Operation[T], arguments: Arguments = _NO_ARGUMENTS, *, body: Any = ABSENT, options: RequestOptions | None = None
    ) -> T:
        """Perform an operation and return its value.

        Raises:
            InvalidArgument, InvalidArgumentType: an argument cannot be sent; nothing was sent.
            ApiError: the API answered with an error. NoAnswer: it did not answer. OutcomeUnknown: it may have been applied.
            DecodeError: the answer cannot be read.
        """
        return (await self.send(operation, arguments, body=body, options=options)).value

    async def send(
        self, operation: Operation[T], arguments: Arguments = _NO_ARGUMENTS, *, body: Any = ABSENT, options: RequestOptions | None = None
    ) -> Response[T]:
        """The same as `call`, with status, headers, request id, time and attempts around the value."""
        session = self._shared.session or self._shared.open()
        return await session.perform(session.builder.call(operation, arguments, self._options, options, body))

    async def request(
        self,
        method: str,
        path_or_url: str,
        *,
        query: Mapping[str, Any] | None = None,
        headers: Mapping[str, str] | None = None,
        json: Any = ABSENT,
        content: Any = ABSENT,
        options: RequestOptions | None = None,
    ) -> Response[Any]:
        """Call something that is not in the spec: a path below the base URL, or a URL. Only the API's own origin gets credentials.

        The URL may come from the API: one that leads into a private network, or out of TLS, is refused where the API itself is neither.

        Args:
            query: Values by wire name; lists repeat the parameter.
            json: A body that is sent as JSON.
            content: Bytes, a path or an open binary file as body.
        """
        from ..ad_hoc import ad_hoc

        session = self.session
        call = ad_hoc(
            session.builder, session.file_hosts, self._options, method, path_or_url,
            query=query, headers=headers, json=json, content=content, options=options,
        )  # fmt: skip
        return await session.perform(call)

    def with_options(self, options: RequestOptions | None = None, /, **fields: Unpack[OptionFields]) -> Self:
        """This client with other options; connections and tokens are shared, and closing either closes both.

        `accept` and `content_type` hold for the operations that have these media types; the others keep their own.
        """
        view = object.__new__(type(self))
        view._shared = self._shared
        view._options = self._options.merged(options).merged(RequestOptions(**fields) if fields else None)
        return view

    def with_response(self, method: Callable[P, Awaitable[T]]) -> Callable[P, Awaitable[Response[T]]]:
        """A method of this client's API objects that returns a `Response` around its value; for methods that make one call.

        Example:
            response = await client.with_response(client.core.models_get)("demo", "iris")
        """
        api: Any = getattr(method, "__self__", None)
        owner = getattr(api, "_client", None)
        if not isinstance(owner, AsyncBaseClient):
            raise InvalidArgumentType(
                "with_response takes a method of one of the client's API objects: client.with_response(client.core.models_get)"
            )
        view = copy.copy(api)
        view._client = _AsyncResponses(owner.with_options(self._options))
        return cast(Callable[P, Awaitable[Response[T]]], getattr(view, method.__name__))

    async def download(
        self,
        operation: Operation[Any],
        arguments: Arguments = _NO_ARGUMENTS,
        *,
        body: Any = ABSENT,
        to: str | PathLike[str] | None = None,
        overwrite: bool = False,
        progress: Watcher = None,
        options: RequestOptions | None = None,
    ) -> Path:
        """Receive a file: into the folder or under the path `to` (None: the working folder), whole or not at all.

        Args:
            overwrite: False: a file that is there already is an error.
            progress: Called with the bytes received and the bytes in all (None: unknown). True: a bar (needs the extra `progress`).
        """
        from .download import download

        session = self.session
        call = session.builder.call(operation, arguments, self._options, options, body)
        names = [str(value) for value in arguments.values() if value is not None] or [operation.id]
        return await download(session, call, operation, to, overwrite=overwrite, progress=progress, name=names[-1])

    def stream(
        self, operation: Operation[Any], arguments: Arguments = _NO_ARGUMENTS, *, body: Any = ABSENT, options: RequestOptions | None = None
    ) -> AsyncStream[Any]:
        """Receive an answer piece by piece, as it comes: iterate its events, or its values."""
        from .stream import AsyncStream

        return AsyncStream(self._shared, operation, arguments, body, (self._options, options))

    def pages(
        self,
        operation: Operation[Any],
        arguments: Arguments = _NO_ARGUMENTS,
        *,
        body: Any = ABSENT,
        limit: int | None = None,
        page_size: int | None = None,
        start: Any = None,
        options: RequestOptions | None = None,
    ) -> AsyncPages[Any]:
        """Walk through a list of any length: iterate the items, or `.pages()`."""
        from ...paging.aio import AsyncPages

        return AsyncPages(self, operation, arguments, body=body, limit=limit, page_size=page_size, start=start, options=options)

    async def batch(
        self, operation: Operation[Any], arguments: Arguments = _NO_ARGUMENTS, *, items: AsyncItems, **settings: Unpack[AsyncBatchSettings]
    ) -> list[Any]:
        """Send any number of items, as many per call as the API takes. Raises BatchError."""
        return await self._batch(operation, arguments, items, settings).results()

    async def batch_merged(
        self, operation: Operation[Any], arguments: Arguments = _NO_ARGUMENTS, *, items: AsyncItems, **settings: Unpack[AsyncBatchSettings]
    ) -> dict[str, Any]:
        """The same for an operation that gives no result per item: the answers of all calls in one mapping. Raises BatchError."""
        answers = await self._batch(operation, arguments, items, settings).results()
        merged: dict[str, Any] = {}
        for answer in {id(answer): answer for answer in answers if is_mapping(answer)}.values():
            merged.update(answer)
        return merged

    async def batch_report(
        self, operation: Operation[Any], arguments: Arguments = _NO_ARGUMENTS, *, items: AsyncItems, **settings: Unpack[AsyncBatchSettings]
    ) -> AsyncBatchReport[Any]:
        """The same, with a report instead of an error."""
        return await self._batch(operation, arguments, items, settings).report()

    def batch_stream(
        self, operation: Operation[Any], arguments: Arguments = _NO_ARGUMENTS, *, items: AsyncItems, **settings: Unpack[AsyncBatchSettings]
    ) -> AsyncGenerator[Outcome[Any]]:
        """The same in flat memory, for inputs without end: one outcome after the other, in input order, while the rest is being sent."""
        return self._batch(operation, arguments, items, settings).stream()

    def _batch(
        self, operation: Operation[Any], arguments: Arguments, items: AsyncItems, settings: AsyncBatchSettings
    ) -> AsyncBatchRun[Any]:
        from ...batching.aio import AsyncBatchRun

        return AsyncBatchRun(self, operation, arguments, items, **settings)

    async def job(
        self, operation: Operation[Any], arguments: Arguments = _NO_ARGUMENTS, *, body: Any = ABSENT, **settings: Unpack[AsyncJobSettings]
    ) -> AsyncJob[Any]:
        """Start a job."""
        from ...jobs.aio.submit import job

        return await job(self, operation, arguments, body=body, **settings)

    async def jobs(
        self, operation: Operation[Any], arguments: Arguments = _NO_ARGUMENTS, *, items: AsyncItems, **settings: Unpack[AsyncGroupSettings]
    ) -> AsyncJobGroup[Any]:
        """Start many jobs."""
        from ...jobs.aio.submit import jobs

        return await jobs(self, operation, arguments, items=items, **settings)

    def find_operation(self, id: str) -> Operation[Any]:
        """The operation with that `operationId`.

        Raises:
            KeyError: this API has none.
        """
        from ..operation_lookup import find

        return find(self._shared.definition.package, id)

    async def aclose(self) -> None:
        """Close the connections. May be called again."""
        self._shared.closed = True
        if self._shared.session is not None:
            await self._shared.session.transport.aclose()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *exc_info: object) -> None:
        await self.aclose()


class _AsyncResponses:
    """A client as one method of an API object sees it whose caller wants the `Response`: what it calls, it sends."""

    def __init__(self, client: AsyncBaseClient) -> None:
        self._client = client
        self.call = client.send

    def __getattr__(self, name: str) -> Any:
        return getattr(self._client, name)
