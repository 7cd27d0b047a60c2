"""Calls of what is not in the spec, with everything that other calls have: retries, deadlines, errors, redaction."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from ...codec.models import ABSENT
from ...codec.parameters import query_text
from ...declarations.credentials import NO_CREDENTIALS
from ...declarations.errors import ConfigurationError, InvalidArgument
from ...declarations.operation import Body, Operation
from ...declarations.options import RequestOptions
from ...declarations.settings import Address
from ...transport.redirects import refusal, split_url
from ..response import Response
from .session import bare_headers

if TYPE_CHECKING:
    from .client import AsyncBaseClient

_METHOD = re.compile(r"[A-Z]{1,20}")
_PATH = re.compile(r"/[!-~]*")


async def ad_hoc(
    client: AsyncBaseClient,
    method: str,
    path_or_url: str,
    *,
    query: Mapping[str, Any] | None,
    headers: Mapping[str, str] | None,
    json: Any,
    content: Any,
    options: RequestOptions | None,
    bare: bool = False,
) -> Response[Any]:
    """See `AsyncBaseClient.request`. `bare`: the address gets nothing of ours, even where its origin is that of the API."""
    session = client.session
    if json is not ABSENT and content is not ABSENT:
        raise InvalidArgument("request: give json or content, not both. Nothing was sent.")
    address, target = _resolved(session.address, path_or_url)
    own = not bare and address.origin == session.address.origin
    why = refusal(address.origin, session.address.origin, session.file_hosts)
    if why is not None:
        raise InvalidArgument(f"request: the URL is refused: {why}. Nothing was sent. If it is meant, name its origin in file_hosts=….")
    body = content if json is ABSENT else json
    operation = _operation(method.upper(), "json" if json is not ABSENT else "content" if content is not ABSENT else "", own)
    prepared = session.prepared.get(operation) or session.prepare(operation)
    merged = client.options_for(operation, options).merged(RequestOptions(headers=headers) if headers else None)
    call = session.begin(prepared, {}, merged)
    if not own:
        # Another origin gets nothing of ours: no credentials, none of the headers meant for the API.
        call.headers = session.with_options(bare_headers(address), merged)
        assert prepared.auth is None and prepared.query == "" and NO_CREDENTIALS.headers == ()
    parts = query_text(query or {})
    call.origin = address.origin
    call.target = f"{target}{'&' if '?' in target else '?'}{parts}" if parts else target
    if body is not ABSENT:
        await session.add_body(call, prepared, body, merged)
    elif method.upper() in ("POST", "PUT", "PATCH"):
        session.add_no_body(call)
    return await session.perform(call, prepared)


def _resolved(base: Address, path_or_url: str) -> tuple[Address, str]:
    if "://" in path_or_url:
        try:
            address, target = split_url(path_or_url)
        except ConfigurationError as error:
            raise InvalidArgument(f"request: {error} Nothing was sent.") from None
        return address, target.decode("ascii")
    if not _PATH.fullmatch(path_or_url) or path_or_url.startswith("//") or "#" in path_or_url:
        raise InvalidArgument(
            "request: a path begins with one slash and is percent-encoded where needed; a URL begins with https://. Nothing was sent."
        )
    if any(part in (".", "..") for part in path_or_url.split("?", 1)[0].split("/")):
        raise InvalidArgument("request: a path must not hold '.' or '..' segments. Nothing was sent.")
    return base, base.path + path_or_url


_operations: dict[tuple[str, str, bool], Operation[Any]] = {}


def _operation(method: str, kind: str, own: bool) -> Operation[Any]:
    if not _METHOD.fullmatch(method):
        raise InvalidArgument("request: the method must be a word of capital letters, such as GET. Nothing was sent.")
    key = (method, kind, own)
    if key not in _operations:
        media = {"json": "application/json", "content": "application/octet-stream"}.get(kind)
        _operations[key] = Operation(
            "request",
            method,
            "/",
            body=None if media is None else Body((media,), name=kind, required=False),
            results={"*/*": None},
            security=None if own else (),
        )
    return _operations[key]
