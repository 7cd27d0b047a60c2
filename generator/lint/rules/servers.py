"""Rules on servers and on the URLs of security schemes: where a client is sent, and with which header."""

from __future__ import annotations

import re
from typing import Any, Final

from ...config.urls import shown, why_unsafe
from ...load.json_types import is_object
from ...load.pointers import join
from ..context import Context, items, table

_TOKEN: Final = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+\Z")
_SAFE: Final = "use the public https address of the API"


def servers(context: Context) -> None:
    """Servers are http(s), without credentials, and not where clouds keep theirs."""
    for index, server in enumerate(items(context.data.get("servers"))):
        pointer = join("/servers", index, "url")
        url = str(table(server).get("url", ""))
        variables = table(table(server).get("variables"))
        for name, variable in variables.items():
            url = url.replace("{" + str(name) + "}", str(table(variable).get("default", "")))
        if "{" in url or "}" in url:
            context.error(
                pointer, f"the server URL {shown(url)} has a variable that is not declared", "declare it under `variables`, with a default"
            )
            continue
        wrong = why_unsafe(url)
        if wrong:
            context.error(pointer, f"the server URL {shown(url)} {wrong}", _SAFE)


def servers_elsewhere(context: Context) -> None:
    """A client has one base URL."""
    for path, item in table(context.data.get("paths")).items():
        for holder, node in (("", item), *table(item).items()):
            if is_object(node) and "servers" in node:
                pointer = join(join("/paths", path), *(part for part in (holder, "servers") if part))
                context.error(
                    pointer, "servers of a single path or operation cannot be expressed", "describe that API in a document of its own"
                )


def security_schemes(context: Context) -> None:
    """Header names are legal, URLs safe, and what is required exists."""
    known = context.components("securitySchemes")
    for name in known:
        pointer, scheme = context.target(join("/components/securitySchemes", name))
        _scheme(context, pointer, str(name), table(scheme))
    requirements = [("/security", context.data.get("security"))]
    requirements += [(join(operation.pointer, "security"), operation.node.get("security")) for operation in context.operations]
    for pointer, listed in requirements:
        for index, requirement in enumerate(items(listed)):
            for name in table(requirement):
                if name not in known:
                    context.error(
                        join(pointer, index, name), f"there is no security scheme {name!r}", "declare it under components/securitySchemes"
                    )


def _scheme(context: Context, pointer: str, name: str, scheme: dict[str, Any]) -> None:
    kind = scheme.get("type")
    if kind == "apiKey" and not _TOKEN.match(str(scheme.get("name", ""))):
        message = f"{scheme.get('name')!r} cannot be the name of a header, query parameter or cookie"
        context.error(join(pointer, "name"), message, "use letters, digits and hyphens")
    if kind == "http" and str(scheme.get("scheme", "")).lower() not in ("basic", "bearer"):
        context.error(
            join(pointer, "scheme"),
            f"the HTTP scheme {scheme.get('scheme')!r} of {name} cannot be expressed",
            "use basic, bearer, or an apiKey",
        )
    if kind == "mutualTLS":
        context.error(
            join(pointer, "type"), "mutualTLS cannot be expressed", "leave the scheme out: users give a certificate to the client"
        )
    for flow, settings in table(scheme.get("flows")).items():
        for key in ("authorizationUrl", "tokenUrl", "refreshUrl", "deviceAuthorizationUrl"):
            url = table(settings).get(key)
            wrong = why_unsafe(str(url)) if url is not None else None
            if wrong:
                context.error(join(pointer, "flows", flow, key), f"{key} {shown(str(url))} {wrong}", _SAFE)


RULES: Final = (servers, servers_elsewhere, security_schemes)
