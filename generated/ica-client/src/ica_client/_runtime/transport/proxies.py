"""Proxies from settings and environment: which one a request goes through, and what its URL says."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from msgspec import Struct

from ..declarations.errors import ConfigurationError
from ..declarations.settings import Origin

_VARIABLES = ("http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY")
_PORTS = {"http": 80, "https": 443, "socks5": 1080, "socks5h": 1080}


def proxy_for(origin: Origin, configured: str | None, environ: Mapping[str, str]) -> str | None:
    """The URL of the proxy for a host, or None."""
    if configured:
        return configured
    if not any(environ.get(name) for name in _VARIABLES):
        return None
    from urllib.request import getproxies

    proxies = getproxies()
    proxy = proxies.get(origin.scheme) or proxies.get("all")
    if not proxy or _is_excluded(origin, proxies.get("no", "")):
        return None
    return proxy if "://" in proxy else f"http://{proxy}"


def _is_excluded(origin: Origin, no_proxy: str) -> bool:
    """Whether `NO_PROXY` covers a host. Its entries: a host with all below it, an address or a network (`10.0.0.0/8`), with a port or without; `*`."""
    host = origin.host.strip("[].").lower()
    for entry in no_proxy.lower().replace(",", " ").split():
        name, _, port = entry.rpartition(":") if entry.count(":") == 1 or "]:" in entry else (entry, "", "")
        name = name.strip("[]").removeprefix("*").strip(".")
        if port not in ("", str(origin.port)):
            continue
        if entry == "*" or (name and f".{host}".endswith(f".{name}")) or _is_within(host, name):
            return True
    return False


def _is_within(host: str, network: str) -> bool:
    from ipaddress import ip_address, ip_network

    try:
        return ip_address(host) in ip_network(network, strict=False)
    except ValueError:
        return False


class Proxy(Struct, frozen=True):
    """A proxy. `auth`: user name and password."""

    scheme: str
    host: str
    port: int
    auth: tuple[str, str] | None

    def __repr__(self) -> str:
        return f"<proxy {self.scheme}://{self.host}:{self.port}>"

    @property
    def is_socks(self) -> bool:
        return self.scheme.startswith("socks")

    def socks(self) -> tuple[Any, ...]:
        """What `python_socks` makes a proxy of; the proxy looks up names."""
        from python_socks import ProxyType

        return (ProxyType.SOCKS5, self.host, self.port, *(self.auth or (None, None)), True)


def proxy_parts(url: str) -> Proxy:
    """A proxy's URL, taken apart. Raises ConfigurationError, which never shows the URL."""
    from urllib.parse import unquote, urlsplit

    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        raise ConfigurationError("proxy is not a URL that can be used.") from None
    if parts.scheme not in _PORTS or not parts.hostname:
        raise ConfigurationError("proxy must look like http://host:port (http, https, socks5 or socks5h).")
    auth = (unquote(parts.username), unquote(parts.password or "")) if parts.username else None
    return Proxy(parts.scheme, parts.hostname, port or _PORTS[parts.scheme], auth)
