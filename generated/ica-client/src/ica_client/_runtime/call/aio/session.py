"""What the views of one client share: the transport, credentials, observers; and the loop of tries that performs a call.

A session is made at the first call, so that a configuration may be filled until then.
"""

from __future__ import annotations

import logging
import os
import random
import time
from collections.abc import Awaitable, Callable
from typing import Any
from urllib.parse import urlencode

from msgspec.structs import replace

from ...auth.aio.authenticator import AsyncAuthenticator, applied, challenged, refused
from ...codec.content import Upload
from ...codec.decoding import Unreadable
from ...concurrency.aio.primitives import now, sleep
from ...concurrency.deadlines import FOREVER, timeouts
from ...declarations.api import ApiDefinition
from ...declarations.configuration import Configuration
from ...declarations.credentials import NO_CREDENTIALS, Credentials, is_bare_key
from ...declarations.errors import ClientError
from ...declarations.options import Progress as ProgressFunction
from ...declarations.redaction import WireHeaders, WireTarget
from ...declarations.settings import Values, overlaid
from ...jobs.progress import Progress
from ...transport.aio.protocol import AsyncTransport
from ...transport.aio.upload_stream import AsyncUploadStream
from ...transport.failures import Failure
from ...transport.messages import Answer, Request
from ...transport.redirects import MAX_REDIRECTS, REDIRECTS_WITH_BODY, Hosts, allowed_location, minimal_headers
from ..builder import CallBuilder
from ..call import Call, Misread, Outcome
from ..hooks import Observers
from ..response import Headers, Response, documented

AsyncTry = Callable[[Call, Request], Awaitable[Response[Any] | Outcome]]
"""Sends the request of one try, and gives the call's response, or what came instead."""


class AsyncSession:
    """Shared by a client and all that `with_options` makes of it."""

    def __init__(self, definition: ApiDefinition, configuration: Configuration) -> None:
        values = Values(definition, configuration, os.environ)
        values.check_keys()
        self.definition = definition
        self.address = values.address()
        self.transport = _transport(configuration)
        self.observers = Observers(configuration.hooks, logging.getLogger(definition.package))
        self.max_bytes = configuration.max_response_bytes
        self.file_hosts = Hosts((*definition.file_hosts, *configuration.file_hosts))
        self.authenticator = AsyncAuthenticator(values, self.transport)
        self.builder = CallBuilder(values, self.address, self.authenticator.of)
        # Chance, time and its passing: tests put their own in their places.
        self.random = random.SystemRandom().random
        self.time = time.time
        self.sleep = sleep

    async def perform(self, call: Call, attempt: AsyncTry | None = None) -> Response[Any]:
        """Send a call until it succeeds or fails for good. `attempt` makes one try; without it, the answer is read into memory."""
        if type(call.body) is Upload:
            with Progress(call.options.progress or None, call.operation) as shown:
                await _open_files(call, call.body, shown.show if call.options.progress else None)
                return await self.perform(call, attempt)
        if not self.observers.active():
            return await self._tries(call, attempt or self._exchange)
        call.observed = True
        self.observers.start(call)
        try:
            response = await self._tries(call, attempt or self._exchange)
        except Exception as error:
            self.observers.end(call, error)
            raise
        self.observers.end(call, None)
        return response

    async def _tries(self, call: Call, attempt: AsyncTry) -> Response[Any]:
        call.wall = self.time()
        call.began = call.tried = now()
        call.ends = FOREVER if call.deadline is None else call.began + call.deadline
        auth = call.auth
        while True:
            limits = timeouts(call.timeout, call.ends)
            credentials: Credentials = NO_CREDENTIALS if auth is None else await applied(auth, call.method.decode(), call.whole_target)
            headers = self.observers.request(call) if call.observed else call.headers
            try:
                outcome = await attempt(call, _request(call, headers, credentials, limits))
            except BaseException as interruption:
                if not isinstance(interruption, Exception) and not call.safe:
                    interruption.add_note(f"{call!r} was interrupted; it may have been applied")
                raise
            if isinstance(outcome, Response):
                return outcome
            unauthorized = isinstance(outcome, Answer) and outcome.status == 401
            if isinstance(outcome, Answer) and unauthorized:
                call.has_bare_key = is_bare_key([*headers, *credentials.headers])
                challenged(auth or NO_CREDENTIALS, outcome.all("www-authenticate"))
            if (
                unauthorized
                and call.repeatable
                and not call.replayed_auth
                and auth is not None
                and await refused(auth, credentials.generation)
            ):
                # The one replay that other credentials are worth; it is not counted as a retry.
                call.replayed_auth = True
                continue
            pause = call.next(outcome, now(), self.time(), self.random, self.authenticator.scrubber(credentials))
            if isinstance(pause, ClientError):
                raise pause
            self.observers.retry(call)
            await self.sleep(pause)
            call.tried = now()

    async def _exchange(self, call: Call, request: Request) -> Response[Any] | Outcome:
        """One try: the whole answer, read as what the operation promises."""
        answer = await self.transport.exchange(request, self.max_bytes)
        if isinstance(answer, Answer) and answer.status in REDIRECTS_WITH_BODY:
            answer = await self._forward(answer, request)
        if isinstance(answer, Failure):
            return answer
        if call.observed:
            self.observers.response(call, answer, now() - call.tried)
        if not call.reading.is_success(answer.status):
            return answer
        try:
            value, mismatches = call.reading.read(answer.content, answer.content_type, call.strict, answer.status)
        except Unreadable as error:
            return Misread(answer, error.message, error.path)
        self.observers.mismatches(call, mismatches)
        return response_of(call, answer, value)

    async def _forward(self, answer: Answer, request: Request) -> Answer | Failure:
        """An upload that is sent on to a host that may have it: the file, its length and type go there, and nothing else."""
        body = request.body
        received: Answer | Failure = answer
        for _ in range(MAX_REDIRECTS if isinstance(body, AsyncUploadStream) and body.repeatable else 0):
            if not isinstance(received, Answer) or received.status not in REDIRECTS_WITH_BODY:
                break
            location = allowed_location(received.header("location"), self.file_hosts)
            if location is None:
                break
            address, target = location
            headers = minimal_headers(address, (pair for pair in request.headers if pair[0].title() in _OF_BODY))
            forwarded = replace(request, origin=address.origin, target=target, headers=headers)
            received = await self.transport.exchange(forwarded, self.max_bytes)
        return received


_OF_BODY = frozenset({b"Content-Type", b"Content-Length", b"Transfer-Encoding", b"Content-Encoding"})


def response_of(call: Call, answer: Answer, value: Any) -> Response[Any]:
    """The end of a call that succeeded."""
    headers = Headers(answer.headers)
    return Response(
        value, answer.status, headers, answer.content, now() - call.began, call.operation,
        tuple(call.failed), call.request_id_headers, call.wall, documented(headers, call.reading.headers),
    )  # fmt: skip


def _transport(configuration: Configuration) -> AsyncTransport:
    if configuration.http_client is not None:
        from ...transport.aio.httpx_adapter import AsyncHttpxTransport

        return AsyncHttpxTransport(configuration)
    from ...transport.aio.pool import AsyncPoolTransport

    return AsyncPoolTransport(configuration, os.environ)


def _request(call: Call, headers: list[tuple[bytes, bytes]], credentials: Credentials, limits: dict[str, float]) -> Request:
    """The request of one try, credentials included."""
    query = call.query
    if credentials is not NO_CREDENTIALS:
        # A header that is there already is the caller's; cookies add up.
        present = {name.lower() for name, _ in headers} - {b"cookie"}
        headers = overlaid(headers, [pair for pair in credentials.headers if pair[0].lower() not in present])
        query = urlencode(credentials.query) if credentials.query else ""
    target = call.target.encode("ascii")
    if query:
        target = WireTarget(f"{call.target}{'&' if '?' in call.target else '?'}{query}".encode("ascii"))
    return Request(call.method, call.origin, target, headers, call.body, limits, call.ends)


async def _open_files(call: Call, body: Upload, progress: ProgressFunction | None) -> None:
    """Raises InvalidArgument when a file of a body is not there."""
    stream = await AsyncUploadStream.of(body, progress)
    call.body, call.repeatable = stream, stream.repeatable
    length = (b"Transfer-Encoding", b"chunked") if stream.length is None else (b"Content-Length", b"%d" % stream.length)
    call.headers = WireHeaders([*call.headers, length])
