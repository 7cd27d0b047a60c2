"""TLS contexts and proxies from settings and environment. A context takes long to make, so equal settings share one."""

from __future__ import annotations

import os
import threading
from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from ..declarations.errors import ConfigurationError
from ..declarations.settings import Origin

if TYPE_CHECKING:
    import ssl

_lock = threading.Lock()
_PROXY_VARIABLES = ("http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY")


def context_for(verify: Any, cert: str | tuple[str, str] | None, environ: Mapping[str, str]) -> ssl.SSLContext:
    """The TLS context for these settings. Raises ConfigurationError when a file cannot be used."""
    import ssl

    if isinstance(verify, ssl.SSLContext):
        verify.set_alpn_protocols(["http/1.1"])
        return verify
    source: Any = environ.get("SSL_CERT_FILE") or environ.get("SSL_CERT_DIR") or True if verify is True else verify
    with _lock:
        return _context(source if isinstance(source, bool) else str(source), cert)


@cache
def _context(source: bool | str, cert: str | tuple[str, str] | None) -> ssl.SSLContext:
    import ssl

    try:
        if source is False:
            context = ssl.create_default_context()
            context.check_hostname = False
            context.verify_mode = ssl.CERT_NONE
        else:
            if source is True:
                import certifi

                source = certifi.where()
            is_folder = os.path.isdir(source)
            context = ssl.create_default_context(cafile=None if is_folder else source, capath=source if is_folder else None)
    except OSError as error:
        raise ConfigurationError(
            f"The CA certificates at {source!r} cannot be used ({error.strerror or type(error).__name__}): check verify=… or SSL_CERT_FILE."
        ) from None
    if cert is not None:
        try:
            context.load_cert_chain(*((cert, None) if isinstance(cert, str) else cert))
        except OSError as error:
            raise ConfigurationError(
                f"The client certificate given as cert=… cannot be used ({error.strerror or type(error).__name__})."
            ) from None
    context.set_alpn_protocols(["http/1.1"])
    return context


def proxy_for(origin: Origin, configured: str | None, environ: Mapping[str, str]) -> str | None:
    """The URL of the proxy for a host, or None."""
    if configured:
        return configured
    if not any(environ.get(name) for name in _PROXY_VARIABLES):
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


class Via(Struct, frozen=True):
    """A proxy."""

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


_PROXY_PORTS = {"http": 80, "https": 443, "socks5": 1080, "socks5h": 1080}


def proxy_parts(url: str) -> Via:
    """A proxy's URL, taken apart. Raises ConfigurationError, which never shows the URL."""
    from urllib.parse import unquote, urlsplit

    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        raise ConfigurationError("proxy is not a URL that can be used.") from None
    if parts.scheme not in _PROXY_PORTS or not parts.hostname:
        raise ConfigurationError("proxy must look like http://host:port (http, https, socks5 or socks5h).")
    auth = (unquote(parts.username), unquote(parts.password or "")) if parts.username else None
    return Via(parts.scheme, parts.hostname, port or _PROXY_PORTS[parts.scheme], auth)
