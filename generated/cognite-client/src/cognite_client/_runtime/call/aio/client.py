"""The methods of a client that generated methods call (the verbs). Each is implemented in a module of its own."""

from __future__ import annotations

import copy
from collections.abc import AsyncGenerator, AsyncIterable, Awaitable, Callable, Iterable, Mapping
from functools import partial
from os import PathLike
from typing import TYPE_CHECKING, Any, ClassVar, NoReturn, ParamSpec, Self, TypeVar, Unpack, cast

from ...codec.models import ABSENT
from ...declarations.api import ApiDefinition
from ...declarations.configuration import Configuration, configuration_of
from ...declarations.errors import ClientError, ConfigurationError, InvalidArgumentType
from ...declarations.json_types import is_mapping
from ...declarations.lazy_exports import client_names
from ...declarations.operation import Operation
from ...declarations.options import NO_OPTIONS, OptionFields, RequestOptions
from ...jobs.progress import Progress, Watcher
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
    """A client for one API. Threads or tasks may share it. Close it with `aclose` or `async with`.

    Args:
        configuration: The settings as an object; or give them as keywords (see `Configuration`).
    """

    definition: ClassVar[ApiDefinition]

    def __init__(self, configuration: Configuration | None = None, **settings: Any) -> None:
        self._set_up(configuration, settings)

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
        """The options for all calls of this client."""
        return self._options

    @property
    def session(self) -> AsyncSession:
        """What this client shares with those made from it by `with_options`: base URL, transport, credentials."""
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
        """The same as `call`, but returns a `Response`: the value with status, headers, request id, time and attempts."""
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
        """Call an operation that is not in the document, by a path relative to the base URL, or a URL. Only the API's origin gets credentials.

        A URL may come from a response of the API. One that leads into a private network, or to http, is refused, unless the API itself is there.

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
        """A client with other options that shares connections and tokens with this one. Closing one closes both.

        `accept` and `content_type` apply to the operations that have these media types, and to no others.
        """
        view = object.__new__(type(self))
        view._shared = self._shared
        view._options = self._options.merged(options).merged(RequestOptions(**fields) if fields else None)
        return view

    def with_response(self, method: Callable[P, Awaitable[T]]) -> Callable[P, Awaitable[Response[T]]]:
        """Takes a method of this client that makes one call, and returns a method that gives a `Response` instead of the plain value.

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
        """Write the response to a file: to the path `to`, or into the folder `to` (None: the working folder). It appears when it is complete.

        Args:
            overwrite: False: it is an error if the file exists.
            progress: Called with the bytes received and the total (None: unknown). True: a progress bar (needs the extra `progress`).
        """
        from .download import download

        session = self.session
        call = session.builder.call(operation, arguments, self._options, options, body)
        names = [str(value) for value in arguments.values() if value is not None] or [operation.id]
        return await download(session, call, operation, to, overwrite=overwrite, progress=progress, name=names[-1])

    def stream(
        self, operation: Operation[Any], arguments: Arguments = _NO_ARGUMENTS, *, body: Any = ABSENT, options: RequestOptions | None = None
    ) -> AsyncStream[Any]:
        """Read a response while it arrives: iterate over its events, or over the values of its lines."""
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
        """Read a list page by page: iterate over the items, or over `.pages()`."""
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
        """The same for an operation without results per item: the responses of all calls, merged into one dictionary. Raises BatchError."""
        answers = await self._batch(operation, arguments, items, settings).results()
        merged: dict[str, Any] = {}
        for answer in {id(answer): answer for answer in answers if is_mapping(answer)}.values():
            merged.update(answer)
        return merged

    async def batch_report(
        self, operation: Operation[Any], arguments: Arguments = _NO_ARGUMENTS, *, items: AsyncItems, **settings: Unpack[AsyncBatchSettings]
    ) -> AsyncBatchReport[Any]:
        """The same, but returns a report instead of raising an error."""
        return await self._batch(operation, arguments, items, settings).report()

    def batch_stream(
        self, operation: Operation[Any], arguments: Arguments = _NO_ARGUMENTS, *, items: AsyncItems, **settings: Unpack[AsyncBatchSettings]
    ) -> AsyncGenerator[Outcome[Any]]:
        """The same with constant memory: yields one outcome after the other, in the order of the items, while others are sent."""
        return self._batch(operation, arguments, items, settings).stream()

    def _batch(
        self, operation: Operation[Any], arguments: Arguments, items: AsyncItems, settings: AsyncBatchSettings
    ) -> AsyncBatchRun[Any]:
        from ...batching.aio import AsyncBatchRun

        watcher = self._options.merged(settings.get("options")).progress or None
        shown = partial(Progress, watcher, operation.id)
        return AsyncBatchRun(self, operation, arguments, items, shown=shown, **settings)

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
        """Close the connections. Calling it twice does no harm."""
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
