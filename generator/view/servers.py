"""Where an API is, and which of its operations are elsewhere: the servers of a document, its paths and its operations."""

from __future__ import annotations

import re
from collections.abc import Mapping
from posixpath import normpath
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlsplit

from ..load.json_types import items, table
from .model.parts import Text
from .model.settings import ServerVariable

if TYPE_CHECKING:
    from ..config.client_yaml import ClientConfig

Server = Mapping[str, Any]
_BRACES: Final = re.compile(r"\{([^{}]+)\}")


class Servers:
    """The servers of one document; `config` has the address of the package, where it says one."""

    def __init__(self, data: Mapping[str, Any], config: ClientConfig) -> None:
        self._config = config
        self._first: Server = table(next(iter(items(data.get("servers"))), None))
        self._found: dict[str, ServerVariable] = {}
        # What `client.yaml` says may be the document's URL with the defaults of its variables.
        same = not config.base_url or config.base_url.rstrip("/") == _filled(self._first)
        url = self._url(self._first) if same else self._url({**self._first, "url": config.base_url})
        self.base_url = Text(url if "://" in url or url.startswith("{") else "")
        self._path = _straight(urlsplit(_filled(self._first)).path) if _filled(self._first) else ""

    def own(self, item: Mapping[str, Any], operation: Mapping[str, Any]) -> Text:
        """The URL of an operation's own server; empty where that is the API's."""
        server: Any = next(iter(operation.get("servers") or item.get("servers") or ()), None)
        if server is None or _filled(server) == _filled(self._first):
            return Text("")
        url = self._url(server)
        return Text(url if "://" in url else _straight(url) or "/")

    def base_path(self, elsewhere: bool) -> Text:
        """The path of the document's first server, where it takes saying: some operations are `elsewhere`, and the base URL has another path."""
        return Text(self._path if elsewhere and self._path != urlsplit(self.base_url.value).path.rstrip("/") else "")

    @property
    def variables(self) -> tuple[ServerVariable, ...]:
        """Those of the base URL and of the servers of operations that were asked for."""
        return tuple(self._found.values())

    def _url(self, server: Server) -> str:
        """The URL of a server, with its variables in braces; one that has another default elsewhere is filled in."""
        url = str(server.get("url", "")).rstrip("/")
        declared = table(server.get("variables"))
        for name in _BRACES.findall(url):
            variable = table(declared.get(name))
            default = Text(str(variable["default"])) if "default" in variable else None
            environment = self._config.environment.get(name)
            known = self._found.setdefault(
                name,
                ServerVariable(
                    Text(name),
                    default,
                    tuple(Text(str(value)) for value in variable.get("enum", ())),
                    (Text(environment.variable),) if environment else (),
                ),
            )
            if known.default != default and default is not None:
                url = url.replace("{" + name + "}", default.value)
        return url


def _filled(server: Server) -> str:
    """The URL of a server with the defaults of its variables."""
    url = str(server.get("url", ""))
    for name, variable in table(server.get("variables")).items():
        url = url.replace("{" + name + "}", str(variable.get("default", "")))
    return url.rstrip("/")


def _straight(path: str) -> str:
    """A path from the root of its host: `v2`, `./v2` and `../v2` are `/v2`. The root is empty."""
    return normpath(f"/{path.strip('/')}").rstrip("/")
