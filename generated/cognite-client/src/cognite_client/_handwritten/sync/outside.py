"""Content of files, at addresses outside the API: put there, fetched into memory or streamed into a file.

Nothing that is meant for the API goes there: no credentials, no headers of the client, of its views or of the call. Must never know what a file is about.
"""

from __future__ import annotations

import os
from os import PathLike
from pathlib import Path
from typing import Any

from ..._runtime.call.ad_hoc import ad_hoc
from ..._runtime.call.call import Call
from ..._runtime.call.sync.client import BaseClient
from ..._runtime.call.sync.download import download
from ..._runtime.concurrency.sync.primitives import run_blocking
from ..._runtime.declarations.errors import ApiError, ConfigurationError, DecodeError, TransferError
from ..._runtime.declarations.operation import Operation
from ..._runtime.declarations.options import RequestOptions, without
from ..._runtime.declarations.settings import Address
from ..._runtime.transport.redirects import minimal_headers, refusal, split_url
from ..failures import documented

# Bytes, whatever the storage calls them: a file that says that it is JSON need not be.
_CONTENT: Operation[Any] = Operation("files_content", "GET", "/", results={"application/octet-stream": None}, security=())


class Outside:
    """The connections of a client, for other addresses than its API's.

    Args:
        client: Whose connections are used.
        timeout: Seconds for one step of a transfer.
        options: Of the call; of these, limits, retries and progress count.
    """

    def __init__(self, client: BaseClient, timeout: float, options: RequestOptions | None) -> None:
        given = client.options.merged(options)
        self.session = client.session
        # A deadline that suits a call would cut off a large file; one that was set for this call holds.
        own = RequestOptions(timeout=timeout, deadline=None)
        self.options = own.merged(without(given, "headers", "strict", "idempotency_key", "accept", "content_type"))

    def put(self, url: str, content: Any, media_type: str | None) -> None:
        """Put content at an address.

        Args:
            content: Bytes, a path, or an open binary file.
            media_type: What it is said to be.

        Raises:
            CogniteAPIError: it was refused there. TransferError: the address must not be used. InvalidArgument: the file cannot be read.
        """
        self._address(url, "upload")
        headers = {"Content-Type": media_type, "X-Upload-Content-Type": media_type} if media_type else None
        try:
            session = self.session
            call = ad_hoc(session.builder, session.file_hosts, self.options, "PUT", url, headers=headers, content=content, bare=True)
            session.perform(call)
        except DecodeError:
            """It is there; what storage says about it is of no interest."""
        except ApiError as error:
            raise documented(error) from error

    def get(self, url: str) -> bytes:
        """The content at an address.

        Raises:
            CogniteAPIError: it was refused there. TransferError: the address must not be used.
        """
        call = self._call(url)
        try:
            answer = self.session.perform(call)
        except ApiError as error:
            raise documented(error) from error
        return answer.content

    def save(self, url: str, path: str | PathLike[str]) -> Path:
        """Stream the content at an address into a file, which is there whole or not at all; one that is there is replaced.

        Raises:
            CogniteAPIError: it was refused there. TransferError: the address must not be used, or the file cannot be written.
        """
        if run_blocking(os.path.isdir, path):
            raise TransferError(f"{str(path)!r} is a folder; the file was not downloaded.")
        call = self._call(url)
        try:
            return download(self.session, call, _CONTENT, path, overwrite=True, progress=None, name=_CONTENT.id)
        except ApiError as error:
            raise documented(error) from error

    def _call(self, url: str) -> Call:
        """A call that fetches the content at an address."""
        address, target = self._address(url, "download")
        builder = self.session.builder
        return builder.call_to(address, target.decode("ascii"), builder.prepared(_CONTENT), minimal_headers(address), self.options)

    def _address(self, url: str, use: str) -> tuple[Address, bytes]:
        """An address that the API gave for `upload` or `download`. Raises TransferError: it must not be used."""
        try:
            address, target = split_url(url)
        except ConfigurationError as error:
            raise TransferError(f"The {use} address that the API gave cannot be used: {error}") from None
        reason = refusal(address.origin, self.session.address.origin, self.session.file_hosts)
        if reason is not None:
            raise TransferError(f"The {use} address that the API gave is refused: {reason}.")
        return address, target
