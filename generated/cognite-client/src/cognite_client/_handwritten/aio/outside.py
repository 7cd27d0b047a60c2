"""Content of files, at addresses outside the API: put there, fetched into memory or streamed into a file.

Nothing that is meant for the API goes there: no credentials, no headers of the client, of its views or of the call. Must never know what a file is about.
"""

from __future__ import annotations

import os
from os import PathLike
from pathlib import Path
from typing import Any, cast

from msgspec import UnsetType

from ..._runtime.call.aio.ad_hoc import ad_hoc
from ..._runtime.call.aio.client import AsyncBaseClient
from ..._runtime.call.aio.download import download
from ..._runtime.call.aio.session import AsyncPrepared, AsyncSession, bare_headers
from ..._runtime.call.call import Call
from ..._runtime.codec.models import ABSENT
from ..._runtime.concurrency.aio.primitives import run_blocking
from ..._runtime.declarations.errors import ApiError, ConfigurationError, DecodeError, TransferError
from ..._runtime.declarations.operation import Operation
from ..._runtime.declarations.options import RequestOptions
from ..._runtime.transport.redirects import refusal, split_url
from ..failures import documented

# Bytes, whatever the storage calls them: a file that says that it is JSON need not be.
_CONTENT: Operation[Any] = Operation("files_content", "GET", "/", results={"application/octet-stream": None}, security=())


class AsyncOutside:
    """The connections of a client, for other addresses than its API's.

    Args:
        client: Whose connections are used.
        timeout: Seconds for one step of a transfer.
        options: Of the call; of these, limits, retries and progress count.
    """

    def __init__(self, client: AsyncBaseClient, timeout: float, options: RequestOptions | None) -> None:
        given = client.options.merged(options)
        self.session = client.session
        self.options = RequestOptions(
            timeout=timeout if isinstance(given.timeout, UnsetType) else given.timeout,
            # A deadline that suits a call would cut off a large file; one that was set for this call holds.
            deadline=None if isinstance(given.deadline, UnsetType) else given.deadline,
            retries=given.retries,
            progress=given.progress,
        )

    async def put(self, url: str, content: Any, media_type: str | None) -> None:
        """Put content at an address.

        Args:
            content: Bytes, a path, or an open binary file.
            media_type: What it is said to be.

        Raises:
            CogniteAPIError: it was refused there. InvalidArgument: the address must not be used, or the file cannot be read.
        """
        headers = {"X-Upload-Content-Type": media_type} if media_type else None
        try:
            await ad_hoc(self._as_client(), "PUT", url, query=None, headers=headers, json=ABSENT, content=content, options=None, bare=True)
        except DecodeError:
            """It is there; what storage says about it is of no interest."""
        except ApiError as error:
            raise documented(error) from error

    async def get(self, url: str) -> bytes:
        """The content at an address.

        Raises:
            CogniteAPIError: it was refused there. TransferError: the address must not be used.
        """
        session = _Elsewhere(self.session, url)
        prepared = session.prepare(_CONTENT)
        try:
            answer = await session.perform(session.begin(prepared, {}, self.options), prepared)
        except ApiError as error:
            raise documented(error) from error
        return answer.content

    async def save(self, url: str, path: str | PathLike[str]) -> Path:
        """Stream the content at an address into a file, which is there whole or not at all; one that is there is replaced.

        Raises:
            CogniteAPIError: it was refused there. TransferError: the address must not be used, or the file cannot be written.
        """
        if await run_blocking(os.path.isdir, path):
            raise TransferError(f"{str(path)!r} is a folder; the file was not downloaded.")
        session = _Elsewhere(self.session, url)
        try:
            return await download(
                self._as_client(session), _CONTENT, {}, to=path, overwrite=True, progress=self.options.progress or None, options=None
            )
        except ApiError as error:
            raise documented(error) from error

    def _as_client(self, session: AsyncSession | None = None) -> AsyncBaseClient:
        """What the runtime's transfers use of a client: its session and its options."""
        return cast("AsyncBaseClient", _Parts(session or self.session, self.options))


class _Parts:
    def __init__(self, session: AsyncSession, options: RequestOptions) -> None:
        self.session = session
        self.options = options

    def options_for(self, operation: Operation[Any], options: RequestOptions | None) -> RequestOptions:
        """These, whatever is asked for."""
        return self.options


class _Elsewhere(AsyncSession):
    """A session whose calls go to one address outside the API."""

    def __init__(self, session: AsyncSession, url: str) -> None:
        # Shares everything with the session of the API, its connections above all.
        vars(self).update(vars(session))
        try:
            self._away, self._target = split_url(url)
        except ConfigurationError as error:
            raise TransferError(f"The download address that the API gave cannot be used: {error}") from None
        why = refusal(self._away.origin, session.address.origin, session.file_hosts)
        if why is not None:
            raise TransferError(f"The download address that the API gave is refused: {why}.")

    def begin(self, prepared: AsyncPrepared, arguments: Any, options: RequestOptions) -> Call:
        call = super().begin(prepared, arguments, options)
        call.origin, call.target = self._away.origin, self._target.decode("ascii")
        call.headers = bare_headers(self._away)
        return call
