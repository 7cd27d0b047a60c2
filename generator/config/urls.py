"""Which URLs a document may send a client to."""

from __future__ import annotations

import ipaddress
import re
from typing import Final
from urllib.parse import urlsplit

_METADATA_HOSTS: Final = {"metadata.google.internal", "metadata.goog"}


def shown(text: str) -> str:
    """A URL for a message: without the user name and password that it may hold."""
    return repr(re.sub(r"//[^/@]*@", "//***@", text))


def why_unsafe(text: str) -> str | None:
    """Why a URL is refused as a server or token URL; None when it may be used. Relative URLs may."""
    if not text.isprintable() or any(char.isspace() for char in text):
        return "contains a space or an invisible character"
    try:
        url = urlsplit(text)
        host = url.hostname or ""
        _ = url.port
    except ValueError:
        return "is not a URL"
    if not url.scheme and not url.netloc:
        return None if not text.startswith("//") else "has no scheme"
    if url.scheme not in ("http", "https"):
        return f"has the scheme {url.scheme!r}; only http and https are used"
    if url.username is not None or url.password is not None:
        return "holds a user name or password, which the package would publish"
    if not host:
        return "has no host"
    if host.rstrip(".").lower() in _METADATA_HOSTS:
        return "is a link-local address, at which cloud providers serve credentials"
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return None
    mapped = getattr(address, "ipv4_mapped", None)
    return "is a link-local address, at which cloud providers serve credentials" if (mapped or address).is_link_local else None
