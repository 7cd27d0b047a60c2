"""From an operation, its arguments, its body and options to a call that can be sent. Files in a body are described, not yet read."""

from __future__ import annotations

import math
import threading
from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import urlencode

from msgspec import UnsetType

from ..codec.bodies import BodyPlan
from ..codec.content import MULTIPART, Upload, essence, is_json
from ..codec.decoding import Reading, reading_of
from ..codec.models import ABSENT
from ..codec.parameters import Plan, plan_of
from ..declarations.configuration import Secrets
from ..declarations.credentials import NO_CREDENTIALS, Credentials
from ..declarations.errors import ConfigurationError, InvalidArgument, InvalidArgumentType
from ..declarations.operation import Operation, once
from ..declarations.options import NO_OPTIONS, RequestOptions, RetryPolicy, Timeout
from ..declarations.redaction import WireHeaders
from ..declarations.settings import Address, Values, header_pairs, overlaid
from ..transport.decompression import ACCEPT_ENCODING
from .call import Call, lift_deadline

Pairs = list[tuple[bytes, bytes]]

_WITH_LENGTH = frozenset({"POST", "PUT", "PATCH"})
"""Some servers wait for the length of a body, even where there is none."""


class Prepared:
    """An operation as one client sends it: everything that does not depend on the arguments."""

    __slots__ = ("accept", "address", "auth", "body", "headers", "operation", "plan", "query", "reading")

    def __init__(self, operation: Operation[Any], address: Address, own: Pairs, callers: Pairs, credentials: Any) -> None:
        fixed = credentials if isinstance(credentials, Credentials) else NO_CREDENTIALS
        self.operation = operation
        self.address = address
        self.plan: Plan = plan_of(operation)
        self.reading: Reading = reading_of(operation)
        self.body = _body_plan(operation)
        self.accept = (b"Accept", self.reading.accept.encode("ascii"))
        host = (b"Host", address.origin.authority.encode("ascii"))
        self.headers = overlaid([host, *own, self.accept, *fixed.headers], callers)
        self.auth = None if fixed is credentials else credentials
        self.query = urlencode(fixed.query)


class CallBuilder:
    """Makes the calls of one client.

    Args:
        values: The settings of the client.
        credentials_of: Gives the credentials of an operation that never change, or what makes them for each try.
    """

    def __init__(
        self,
        values: Values,
        address: Address,
        credentials_of: Callable[[Operation[Any]], Any],
    ) -> None:
        definition, configuration = values.definition, values.configuration
        self.address = address
        self._values = values
        self._credentials_of = credentials_of
        self._idempotency_header = definition.idempotency_header
        self._request_id_headers = definition.request_id_headers
        self._timeout = Timeout.of(configuration.timeout)
        self._deadline = configuration.deadline
        self._policy = RetryPolicy.of(configuration.retries)
        self._strict = configuration.strict
        compress = definition.compress if configuration.compress is None else configuration.compress
        self._compress_from: float = 1024 if compress is True else math.inf if compress is False else compress
        product = f"{definition.package}/{definition.version}"
        agent = f"{configuration.user_agent} {product}" if configuration.user_agent else product
        own = header_pairs(Secrets({"User-Agent": agent, **definition.headers}), "headers", ConfigurationError)
        self._own = WireHeaders([ACCEPT_ENCODING, *own])
        self._callers = WireHeaders(header_pairs(configuration.headers, "headers", ConfigurationError))
        self._prepared: dict[Operation[Any], Prepared] = {}
        self._lock = threading.RLock()

    def prepared(self, operation: Operation[Any]) -> Prepared:
        """Made once. Raises ConfigurationError when there are no credentials for it."""
        with self._lock:
            if operation not in self._prepared:
                address = self._values.own_server(operation.server) if operation.server else self.address
                self._prepared[operation] = Prepared(operation, address, self._own, self._callers, self._credentials_of(operation))
            return self._prepared[operation]

    def call(
        self,
        operation: Operation[Any],
        arguments: Mapping[str, Any],
        client: RequestOptions,
        options: RequestOptions | None,
        body: Any = ABSENT,
    ) -> Call:
        """A call of an operation. `client`: the options of the client or view, under those of the call.

        Raises InvalidArgument, InvalidBody, InvalidArgumentType: something cannot be sent.
        """
        prepared = self._prepared.get(operation) or self.prepared(operation)
        target, headers = prepared.plan.target(arguments)
        pairs = prepared.headers if headers is None else overlaid(prepared.headers, headers)
        address = prepared.address
        return self.call_to(address, address.path + target, prepared, pairs, call_options(client, operation, options), body)

    def call_to(
        self, address: Address, target: str, prepared: Prepared, headers: Pairs, options: RequestOptions, body: Any = ABSENT
    ) -> Call:
        """A call to any address. `headers`: without those that options and body add."""
        operation = prepared.operation
        call = Call(
            operation=operation.id,
            method=prepared.plan.method,
            origin=address.origin,
            target=target,
            headers=headers,
            options=options,
            auth=prepared.auth,
            query=prepared.query,
            reading=prepared.reading,
            timeout=self._timeout,
            deadline=self._deadline,
            policy=self._policy,
            strict=self._strict,
            request_id_headers=self._request_id_headers,
            safe=prepared.plan.safe,
        )
        if options is not NO_OPTIONS:
            self._apply(options, call, operation)
        if body is ABSENT and operation.body is None:
            if operation.method in _WITH_LENGTH:
                call.headers = WireHeaders([*call.headers, (b"Content-Length", b"0")])
        else:
            self._add_body(call, prepared, body)
        return call

    def _apply(self, options: RequestOptions, call: Call, operation: Operation[Any]) -> None:
        headers = Secrets(options.headers or {})
        if options.accept:
            from ..codec.content import check_accept

            check_accept(options.accept, operation)
            headers["Accept"] = options.accept
        if options.idempotency_key:
            headers[self._idempotency_header] = options.idempotency_key
            call.safe = True
        pairs = header_pairs(headers, "options", InvalidArgument, " Nothing was sent.")
        call.headers = overlaid(call.headers, pairs)
        if not isinstance(options.timeout, UnsetType):
            call.timeout = Timeout.of(options.timeout)
        if not isinstance(options.retries, UnsetType):
            call.policy = RetryPolicy.of(options.retries)
        if not isinstance(options.deadline, UnsetType):
            call.deadline = options.deadline
        if not isinstance(options.strict, UnsetType):
            call.strict = options.strict

    def _add_body(self, call: Call, prepared: Prepared, body: Any) -> None:
        operation, declared, plan, options = prepared.operation, prepared.operation.body, prepared.body, call.options
        if declared is None or plan is None:
            raise InvalidArgumentType(f"{operation.id} takes no body. Nothing was sent.", operation=operation.id)
        headers = WireHeaders(call.headers)
        call.headers = headers
        if body is ABSENT or (not declared.required and plan.is_nothing(body)):
            if declared.required:
                raise InvalidArgumentType(
                    f"{operation.id}: {declared.name} is required and was not given. Nothing was sent.", operation=operation.id
                )
            headers.append((b"Content-Length", b"0"))
            return
        content, media_type = plan.encode(body, options.content_type or None)
        accept = (b"Accept", prepared.reading.accept_for(media_type).encode("ascii"))
        # Headers of the caller stay, but for the boundary of a multipart body, which only this client knows.
        headers[:] = [accept if pair is prepared.accept else pair for pair in headers]
        present = {name.lower() for name, _ in headers}
        if b"content-type" not in present:
            headers.append((b"Content-Type", media_type.encode("latin-1")))
        elif essence(media_type) == MULTIPART:
            headers[:] = overlaid(headers, [(b"Content-Type", media_type.encode("latin-1"))])
        if isinstance(content, Upload):
            lift_deadline(call)
        elif content and options.progress:
            content = Upload([content])
        else:
            content = content or b""
            if len(content) >= self._compress_from and is_json(media_type) and b"content-encoding" not in present:
                import zlib

                # Level 1: a third of the time of level 6 for some 20 % more bytes (docs/performance.md).
                content = zlib.compress(content, 1, 31)
                headers.append((b"Content-Encoding", b"gzip"))
            headers.append((b"Content-Length", b"%d" % len(content)))
        call.body = content


def call_options(client: RequestOptions, operation: Operation[Any], options: RequestOptions | None) -> RequestOptions:
    """The options of a client or view and, over them, those of a call. A view's media types hold for the operations that have them."""
    if client is not NO_OPTIONS and (client.accept or client.content_type):
        from ..codec.content import suited

        client = suited(client, operation)
    return client if options is None else client.merged(options)


@once
def _body_plan(operation: Operation[Any]) -> BodyPlan | None:
    return None if operation.body is None else BodyPlan(operation, operation.body)
