"""Rules on servers and on the URLs of security schemes: where a client is sent, and with which header."""

from __future__ import annotations

import re
from typing import Any, Final

from ...config.urls import shown, why_unsafe
from ...load.pointers import join
from ..context import Context, Steps, items, table
from ..foreign.servers import lists

_TOKEN: Final = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+\Z")
_PRINTABLE: Final = re.compile(r"[ -~]+\Z")
_SAFE: Final = "use the public https address of the API"


def servers(context: Context) -> None:
    """Servers, of paths and operations as well, are http(s), without credentials, and not where clouds keep theirs."""
    for pointer, holder in lists(context.data):
        for index, server in enumerate(items(holder["servers"])):
            _server(context, join(pointer, index, "url"), table(server))


def _server(context: Context, pointer: str, server: dict[str, Any]) -> None:
    url = str(server.get("url", ""))
    for name, variable in table(server.get("variables")).items():
        url = url.replace("{" + str(name) + "}", str(table(variable).get("default", "")))
    if "{" in url or "}" in url:
        message, hint = f"the server URL {shown(url)} has a variable that is not declared", "declare it under `variables`, with a default"
        if context.house:
            context.error(pointer, message, hint)
            return
        context.sloppy("undeclared variable", pointer, message, "users set it: `server_variables=…`")
        url = re.sub(r"[{}]", "", url)
    wrong = why_unsafe(url)
    if wrong:
        context.error(pointer, f"the server URL {shown(url)} {wrong}", _SAFE)


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
                    message, hint = f"there is no security scheme {name!r}", "declare it under components/securitySchemes"
                    context.error(join(pointer, index, name), message, hint)


def _scheme(context: Context, pointer: str, name: str, scheme: dict[str, Any]) -> None:
    kind = scheme.get("type")
    if kind == "apiKey" and not (_TOKEN if scheme.get("in") != "query" else _PRINTABLE).match(str(scheme.get("name", ""))):
        message = f"{scheme.get('name')!r} cannot be the name of a header, query parameter or cookie"
        context.error(join(pointer, "name"), message, "use letters, digits and hyphens")
    if kind == "http" and not _TOKEN.match(str(scheme.get("scheme", ""))):
        message = f"the HTTP scheme {scheme.get('scheme')!r} of {name} is not one word"
        context.error(join(pointer, "scheme"), message, "use basic, bearer, digest, or the word that stands before the credentials")
    url = scheme.get("openIdConnectUrl")
    wrong = why_unsafe(str(url)) if url is not None else None
    if wrong:
        context.error(join(pointer, "openIdConnectUrl"), f"openIdConnectUrl {shown(str(url))} {wrong}", _SAFE)
    for flow, settings in table(scheme.get("flows")).items():
        for key in ("authorizationUrl", "tokenUrl", "refreshUrl", "deviceAuthorizationUrl"):
            url = table(settings).get(key)
            wrong = why_unsafe(str(url)) if url is not None else None
            if wrong:
                context.error(join(pointer, "flows", flow, key), f"{key} {shown(str(url))} {wrong}", _SAFE)


RULES: Final[Steps] = (("servers", servers), ("security", security_schemes))
