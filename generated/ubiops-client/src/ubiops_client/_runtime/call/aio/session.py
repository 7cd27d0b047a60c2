"""What the views of one client share: checked settings, the transport, credentials; and the loop that performs one call.

A session is made at the first call, so that a configuration may be filled until then.
"""

from __future__ import annotations

import logging
import math
import random
import threading
import time
from collections.abc import Iterable, Mapping
from typing import Any

from msgspec import UnsetType

from ...auth.aio.authenticator import AsyncAuthenticator
from ...codec.bodies import BodyPlan
from ...codec.content import Upload, is_json
from ...codec.decoding import Reading, Unreadable, reading_of
from ...codec.parameters import Plan, plan_of
from ...concurrency.aio.primitives import now, sleep
from ...concurrency.deadlines import FOREVER, timeouts
from ...declarations.api import ApiDefinition
from ...declarations.configuration import Configuration, Secrets
from ...declarations.credentials import NO_CREDENTIALS, AsyncAuth, Credentials
from ...declarations.errors import ClientError, ConfigurationError, InvalidArgument
from ...declarations.operation import Operation
from ...declarations.options import NO_OPTIONS, RequestOptions, RetryPolicy, Timeout
from ...declarations.redaction import WireHeaders, WireTarget
from ...declarations.redaction import headers as shown_headers
from ...declarations.settings import Address, Origin, Values, header_pairs
from ...transport.aio.pool import AsyncTransport, env
from ...transport.aio.upload_stream import AsyncUploadStream
from ...transport.answers import Answer, Failure
from ...transport.decompression import ACCEPT_ENCODING
from ...transport.redirects import AWAY_WITH_BODY, MOST_HOPS, Hosts, followed
from ..call import Call, Outcome
from ..hooks import Hooks
from ..response import Headers, Response

DEBUG = logging.DEBUG


class AsyncPrepared:
    """An operation as this client sends it: everything that does not depend on the arguments."""

    __slots__ = ("auth", "body", "head", "operation", "plan", "query", "reading")

    def __init__(self, operation: Operation[Any], head: WireHeaders, auth: AsyncAuth | None, query: str) -> None:
        self.operation = operation
        self.plan: Plan = plan_of(operation)
        self.reading: Reading = reading_of(operation)
        self.body = _body_plan(operation)
        self.head = head
        self.auth = auth
        self.query = query


def _body_plan(operation: Operation[Any]) -> BodyPlan | None:
    if operation.body is None:
        return None
    plan: BodyPlan | None = vars(operation).get("body_plan")
    if plan is None:
        plan = vars(operation)["body_plan"] = BodyPlan(operation, operation.body)
    return plan


class AsyncSession:
    """Shared by a client and all that `with_options` makes of it."""

    def __init__(self, definition: ApiDefinition, configuration: Configuration) -> None:
        self.definition = definition
        self.configuration = configuration
        self.values = Values(definition, configuration, env())
        self.address = self.values.address()
        self.transport = AsyncTransport(configuration, env())
        self.logger = logging.getLogger(definition.package)
        self.hooks = Hooks(configuration.hooks) if configuration.hooks else None
        self.timeout = Timeout.of(configuration.timeout)
        self.policy = RetryPolicy.of(configuration.retries)
        self.compress_from = _compress_from(definition.compress if configuration.compress is None else configuration.compress)
        self.prepared: dict[Operation[Any], AsyncPrepared] = {}
        self.file_hosts = Hosts((*definition.file_hosts, *configuration.file_hosts))
        # Chance, time and its passing: tests put their own in their places.
        self.random = random.SystemRandom().random
        self.time = time.time
        self.sleep = sleep
        self.authenticator = AsyncAuthenticator(self.values, self.transport)
        self._lock = threading.RLock()
        self._head = self._base_headers()

    def __repr__(self) -> str:
        return f"<{type(self).__name__} of {self.definition.name}>"

    def _base_headers(self) -> list[tuple[bytes, bytes]]:
        definition = self.definition
        own = f"{definition.package}/{definition.version}"
        agent = f"{self.configuration.user_agent} {own}" if self.configuration.user_agent else own
        pairs = header_pairs(
            Secrets({"User-Agent": agent, **definition.headers, **self.configuration.headers}), "headers", ConfigurationError
        )
        return WireHeaders([(b"Host", self.address.authority.encode("ascii")), ACCEPT_ENCODING, *pairs])

    def prepare(self, operation: Operation[Any]) -> AsyncPrepared:
        """Everything about an operation that is the same for each call."""
        with self._lock:
            found = self.authenticator.of(operation)
            static = found if isinstance(found, Credentials) else NO_CREDENTIALS
            head = WireHeaders([*self._head, (b"Accept", reading_of(operation).accept.encode("ascii")), *static.headers])
            auth = None if isinstance(found, Credentials) else found
            prepared = self.prepared[operation] = AsyncPrepared(operation, head, auth, _query(static))
            return prepared

    def begin(self, prepared: AsyncPrepared, arguments: Mapping[str, Any], options: RequestOptions) -> Call:
        """A call with its arguments checked; its body is added by the caller. Raises InvalidArgument, InvalidArgumentType."""
        plan = prepared.plan
        target, extra = plan.target(arguments)
        headers: list[tuple[bytes, bytes]] = prepared.head
        if extra is not None:
            headers = WireHeaders([*headers, *extra])
        safe, timeout, deadline, policy, strict = (
            plan.safe,
            self.timeout,
            self.configuration.deadline,
            self.policy,
            self.configuration.strict,
        )
        if options is not NO_OPTIONS:
            if options.accept:
                from ...codec.content import check_accept

                check_accept(options.accept, prepared.operation)
            headers = self.with_options(headers, options)
            safe = safe or bool(options.idempotency_key)
            if not isinstance(options.timeout, UnsetType):
                timeout = Timeout.of(options.timeout)
            if not isinstance(options.retries, UnsetType):
                policy = RetryPolicy.of(options.retries)
            if not isinstance(options.deadline, UnsetType):
                deadline = options.deadline
            if not isinstance(options.strict, UnsetType):
                strict = options.strict
        return Call(
            prepared.operation.id, plan.method, self.address.origin, self.address.path + target, headers, prepared.reading,
            safe=safe, timeout=timeout, deadline=deadline, policy=policy, strict=strict,
            max_bytes=self.configuration.max_response_bytes, request_id_headers=self.definition.request_id_headers,
        )  # fmt: skip

    def with_options(self, headers: list[tuple[bytes, bytes]], options: RequestOptions) -> list[tuple[bytes, bytes]]:
        """Headers with those that options ask for. Raises InvalidArgument."""
        given = Secrets(options.headers or {})
        if options.accept:
            given["Accept"] = options.accept
        if options.idempotency_key:
            given[self.definition.idempotency_header] = options.idempotency_key
        pairs = header_pairs(given, "options", InvalidArgument, " Nothing was sent.")
        replaced = {name.lower() for name, _ in pairs}
        return WireHeaders([*(pair for pair in headers if pair[0].lower() not in replaced), *pairs])

    async def add_body(self, call: Call, prepared: AsyncPrepared, body: Any, options: RequestOptions) -> None:
        """Encode and check a body. Raises InvalidBody, InvalidArgumentType."""
        plan = prepared.body
        assert plan is not None
        content, media = plan.encode(body, options.content_type or None)
        headers = WireHeaders(call.headers)
        if not options.accept:
            accept = prepared.reading.accept_for(media).encode("ascii")
            headers = WireHeaders([(name, accept if name == b"Accept" else value) for name, value in headers])
        headers.append((b"Content-Type", media.encode("latin-1")))
        length: int | None
        progress = options.progress or None
        if content and progress is not None and not isinstance(content, Upload):
            stream = await AsyncUploadStream.of(Upload([content]), progress)
            call.body, length = stream, stream.length
        elif isinstance(content, Upload):
            stream = await AsyncUploadStream.of(content, progress)
            call.body, call.repeatable, length = stream, stream.repeatable, stream.length
            # A deadline that suits a call would cut off a large file; one that was set for this call holds.
            if not options.deadline:
                call.deadline = None
        else:
            data = content or b""
            if len(data) >= self.compress_from and is_json(media):
                data = _gzip(data)
                headers.append((b"Content-Encoding", b"gzip"))
            call.body, length = data, len(data)
        headers.append((b"Transfer-Encoding", b"chunked") if length is None else (b"Content-Length", b"%d" % length))
        call.headers = headers

    def add_no_body(self, call: Call) -> None:
        """Say that there is none: some servers wait for the length of a POST."""
        call.headers = WireHeaders([*call.headers, (b"Content-Length", b"0")])

    @property
    def watched(self) -> bool:
        """Whether anybody looks at the calls."""
        return self.hooks is not None or self.logger.isEnabledFor(DEBUG)

    async def perform(self, call: Call, prepared: AsyncPrepared) -> Response[Any]:
        """Send a call until it succeeds or fails for good."""
        if not self.watched:
            return await self._perform(call, prepared, watched=False)
        call.state = {}
        hooks = self.hooks or Hooks([])
        hooks.start(call)
        try:
            response = await self._perform(call, prepared, watched=True)
        except Exception as error:
            hooks.end(call, error)
            raise
        hooks.end(call, None)
        return response

    async def _perform(self, call: Call, prepared: AsyncPrepared, *, watched: bool) -> Response[Any]:
        call.wall = self.time()
        call.began = began = now()
        call.ends = ends = FOREVER if call.deadline is None else began + call.deadline
        auth = prepared.auth
        while True:
            limits = timeouts(call.timeout, ends)
            credentials = NO_CREDENTIALS if auth is None else await auth.apply()
            target, headers = self.wire(call, prepared, credentials, watched=watched)
            try:
                answer = await self.transport.exchange(call.method, call.origin, target, headers, call.body, limits, ends, call.max_bytes)
                if isinstance(answer, Answer) and answer.status in AWAY_WITH_BODY:
                    answer = await self._elsewhere(call, answer, limits)
            except BaseException as interruption:
                if not isinstance(interruption, Exception) and not call.safe:
                    interruption.add_note(f"{call!r} was under way; it may have been applied")
                raise
            outcome: Outcome = answer
            if isinstance(answer, Answer):
                if watched:
                    self.saw(call, answer, began)
                if 200 <= answer.status < 300:
                    try:
                        return self._response(call, answer)
                    except Unreadable as error:
                        outcome = Unreadable(error.message, error.path)
                elif (
                    answer.status == 401
                    and auth is not None
                    and not call.replayed_auth
                    and call.repeatable
                    and await auth.refused(credentials.generation)
                ):
                    # The one replay that other credentials are worth; it is not counted as a retry.
                    call.replayed_auth = True
                    continue
            pause = call.next(
                outcome,
                answer if isinstance(answer, Answer) else None,
                began,
                now(),
                self.time(),
                self.random,
                self.authenticator.scrubber(credentials),
            )
            if isinstance(pause, ClientError):
                raise pause
            self.will_retry(call)
            await self.sleep(pause)
            began = now()

    async def _elsewhere(self, call: Call, answer: Answer, limits: dict[str, float]) -> Answer | Failure:
        """An upload that is sent on to a host that may have it: the file, its length and type go there, and nothing else."""
        for _ in range(MOST_HOPS):
            link = followed(answer.header("location"), self.file_hosts) if answer.status in AWAY_WITH_BODY else None
            if link is None or not isinstance(call.body, AsyncUploadStream) or not call.body.repeatable:
                break
            address, target = link
            headers = bare_headers(address, (pair for pair in call.headers if pair[0] in _OF_BODY))
            there = await self.transport.exchange(
                call.method, address.origin, target, headers, call.body, limits, call.ends, call.max_bytes
            )
            if not isinstance(there, Answer):
                return there
            answer = there
        return answer

    def wire(
        self, call: Call, prepared: AsyncPrepared, credentials: Credentials, *, watched: bool
    ) -> tuple[bytes, list[tuple[bytes, bytes]]]:
        """The target and headers of a try, credentials included."""
        query = prepared.query
        headers = call.headers
        if watched:
            headers = WireHeaders(headers)
            if self.hooks is not None:
                self.hooks.request(call, headers)
            if self.logger.isEnabledFor(DEBUG):
                self.logger.debug("%s: %s %s %s", call.operation, call.method.decode("ascii"), call.url, shown_headers(headers))
        if credentials is not NO_CREDENTIALS:
            headers = WireHeaders([*headers, *credentials.headers])
            query = _query(credentials)
        target = call.target
        if query:
            return WireTarget(f"{target}{'&' if '?' in target else '?'}{query}".encode("ascii")), headers
        return target.encode("ascii"), headers

    def _response(self, call: Call, answer: Answer) -> Response[Any]:
        """The value of a success. Raises Unreadable."""
        status = answer.status
        if status == 204 or status == 205:
            value: Any = None
        else:
            value, mismatches = call.reading.read(answer.content, answer.content_type, call.strict)
            if mismatches:
                self._report(call, mismatches)
        return Response(
            value, status, Headers(answer.headers), answer.content, now() - call.began, call.operation,
            tuple(call.failed), call.request_id_headers, call.wall,
        )  # fmt: skip

    def _report(self, call: Call, mismatches: list[Any]) -> None:
        if call.strict:
            first = mismatches[0]
            more = f" (and {len(mismatches) - 1} more)" if len(mismatches) > 1 else ""
            raise Unreadable(f"{first.problem}{more}", first.path)
        for mismatch in mismatches:
            if call.reading.is_new(mismatch):
                self.logger.warning(
                    "%s: the answer does not match the spec at %s: %s (the value is kept as it came)",
                    call.operation,
                    mismatch.path,
                    mismatch.problem,
                )

    def saw(self, call: Call, answer: Answer, began: float) -> None:
        if self.hooks is not None:
            self.hooks.response(call, answer)
        self.logger.debug("%s: %d after %.3f s", call.operation, answer.status, now() - began)

    def will_retry(self, call: Call) -> None:
        attempt = call.failed[-1]
        if self.hooks is not None:
            self.hooks.retry(call, attempt)
        self.logger.info(
            "%s: try %d failed (%s); again in %.2f s", call.operation, attempt.number, attempt.status or attempt.error, attempt.pause or 0
        )

    async def aclose(self) -> None:
        """Close the connections. May be called again."""
        await self.transport.aclose()


_OF_BODY = frozenset({b"Content-Type", b"Content-Length", b"Transfer-Encoding", b"Content-Encoding"})


def bare_headers(address: Address, more: Iterable[tuple[bytes, bytes]] = ()) -> WireHeaders:
    """The headers for another host than the API: what HTTP needs, and nothing that is meant for the API."""
    return WireHeaders([(b"Host", address.authority.encode("ascii")), ACCEPT_ENCODING, (b"Accept", b"*/*"), *more])


def _query(credentials: Credentials) -> str:
    if not credentials.query:
        return ""
    from urllib.parse import urlencode

    return urlencode(credentials.query)


def _compress_from(wanted: bool | int) -> float:
    """How many bytes a body has that is worth packing."""
    return 1024 if wanted is True else math.inf if wanted is False else wanted


def _gzip(data: bytes) -> bytes:
    import zlib

    packer = zlib.compressobj(6, zlib.DEFLATED, 31)
    return packer.compress(data) + packer.flush()


__all__ = ["AsyncPrepared", "AsyncSession", "Origin"]
