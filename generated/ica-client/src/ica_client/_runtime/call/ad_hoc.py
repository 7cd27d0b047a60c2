"""What callers may do beside the spec: calls with all that others have (retries, deadlines, errors), and a header of their own."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Any

from ..codec.models import ABSENT
from ..codec.parameters import query_text
from ..declarations.configuration import Configuration
from ..declarations.errors import ConfigurationError, InvalidArgument, InvalidArgumentType
from ..declarations.operation import Body, Operation
from ..declarations.options import RequestOptions
from ..declarations.settings import Address
from ..transport.redirects import Hosts, minimal_headers, refusal, split_url
from .builder import CallBuilder, call_options
from .call import Call

_METHOD = re.compile(r"[A-Z]{1,20}")
_PATH = re.compile(r"/[!-~]*")


def ad_hoc(
    builder: CallBuilder,
    file_hosts: Hosts,
    client: RequestOptions,
    method: str,
    path_or_url: str,
    *,
    query: Mapping[str, Any] | None = None,
    headers: Mapping[str, str] | None = None,
    json: Any = ABSENT,
    content: Any = ABSENT,
    options: RequestOptions | None = None,
    bare: bool = False,
) -> Call:
    """See `AsyncBaseClient.request`. `bare`: the address gets nothing of ours, even where its origin is that of the API."""
    if json is not ABSENT and content is not ABSENT:
        raise InvalidArgument("request: give json or content, not both. Nothing was sent.")
    address, target = _resolved(builder.address, path_or_url)
    own = not bare and address.origin == builder.address.origin
    reason = refusal(address.origin, builder.address.origin, file_hosts)
    if reason is not None:
        raise InvalidArgument(f"request: the URL is refused: {reason}. Nothing was sent. If it is meant, name its origin in file_hosts=….")
    kind = "json" if json is not ABSENT else "content" if content is not ABSENT else ""
    operation = _operation(method.upper(), kind, own)
    prepared = builder.prepared(operation)
    merged = call_options(client, operation, options).merged(RequestOptions(headers=headers) if headers else None)
    parts = query_text(query or {})
    if parts:
        target = f"{target}{'&' if '?' in target else '?'}{parts}"
    # Another origin gets nothing of ours: no credentials, none of the headers meant for the API.
    head = prepared.headers if own else minimal_headers(address)
    return builder.call_to(address, target, prepared, head, merged, content if json is ABSENT else json)


def _resolved(base: Address, path_or_url: str) -> tuple[Address, str]:
    if not isinstance(path_or_url, str):  # pyright: ignore[reportUnnecessaryIsInstance] - callers may give anything
        raise InvalidArgumentType(f"request: a path or a URL is text, got {type(path_or_url).__name__}. Nothing was sent.")
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


@cache
def _operation(method: str, kind: str, own: bool) -> Operation[Any]:
    if not _METHOD.fullmatch(method):
        raise InvalidArgument("request: the method must be a word of capital letters, such as GET. Nothing was sent.")
    media_type = {"json": "application/json", "content": "application/octet-stream"}.get(kind)
    body = None if media_type is None else Body((media_type,), name=kind)
    return Operation("request", method, "/", body=body, results={"*/*": None}, security=None if own else ())


def with_own_header(configuration: Configuration | None, settings: dict[str, Any]) -> Configuration | None:
    """`header_name`, `header_value` and `cookie`, which clients of other generators take beside a configuration, as `headers`.

    They are taken out of the settings. A configuration that was given stays as it is.
    """
    name, value, cookie = (settings.pop(key, None) for key in ("header_name", "header_value", "cookie"))
    if (name is None) != (value is None):
        # A traceback may be shown with the locals of its frames.
        del value, cookie
        raise ConfigurationError("header_name and header_value are given together.")
    own = {key: text for key, text in ((name, value), ("Cookie", cookie)) if key and text}
    if not own:
        return configuration
    made = None if configuration is None else object.__new__(type(configuration))
    held = settings.get("headers") if configuration is None else configuration.headers
    taken = {key.lower() for key in own}
    headers = {**{key: text for key, text in (held or {}).items() if key.lower() not in taken}, **own}
    if made is None:
        settings["headers"] = headers
    else:
        vars(made).update(vars(configuration), headers=headers)
    return made
