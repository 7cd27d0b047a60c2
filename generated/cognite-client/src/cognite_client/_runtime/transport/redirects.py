"""URLs that a server gives: taken apart, and whether anything may be sent there. No name is looked up.

A server may point anywhere: at a machine inside the user's network, at itself without TLS, at somebody else. So files are fetched from and sent to
other hosts only when the user or the API's declaration names these hosts, and what goes there holds nothing of ours.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from ipaddress import ip_address

from ..declarations.errors import ConfigurationError
from ..declarations.redaction import WireHeaders, WireTarget
from ..declarations.settings import Address, Origin, address_of
from .decompression import ACCEPT_ENCODING

MAX_REDIRECTS = 5
"""That one try of a transfer follows."""
REDIRECTS = frozenset({301, 302, 303, 307, 308})
REDIRECTS_WITH_BODY = frozenset({307, 308})
"""Those that ask for the same method and body at the other address."""

_NAME = re.compile(r"(?:\*\.)?[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")
_INNER_NAMES = ("localhost", ".localhost", ".local", ".internal", ".lan", ".home.arpa")


def split_url(url: str) -> tuple[Address, bytes]:
    """An absolute URL as its base and its target. Raises ConfigurationError without showing more than the problem."""
    head, mark, query = url.split("#", 1)[0].partition("?")
    address = address_of(head, "The URL")
    if not url.isascii() or not url.isprintable() or " " in url:
        raise ConfigurationError("The URL holds a character that must be percent-encoded.")
    path = head.split("://", 1)[1]
    path = path[path.index("/") :] if "/" in path else "/"
    return address, WireTarget(f"{path}{mark}{query}".encode("ascii"))


def minimal_headers(address: Address, fields: Iterable[tuple[bytes, bytes]] = ()) -> WireHeaders:
    """The headers for another host than the API: what HTTP needs, and nothing that is meant for the API."""
    return WireHeaders([(b"Host", address.origin.authority.encode("ascii")), ACCEPT_ENCODING, (b"Accept", b"*/*"), *fields])


class Hosts:
    """Hosts that files may come from and go to besides the API's own: `files.example.com`, `*.example.com` (both https), or `https://example.com:8443`."""

    __slots__ = ("_origins", "_suffixes")

    def __init__(self, entries: Iterable[str]) -> None:
        """Raises ConfigurationError."""
        self._suffixes: tuple[str, ...] = ()
        self._origins: set[Origin] = set()
        for entry in entries:
            if "://" in entry:
                self._origins.add(address_of(entry, "file_hosts").origin)
            elif not _NAME.fullmatch(entry) or _is_number(entry):
                raise ConfigurationError(
                    "file_hosts takes names such as files.example.com or *.example.com, which stand for https, and whole origins such as https://example.com:8443."
                )
            elif entry.startswith("*."):
                self._suffixes += (entry[1:].lower(),)
            else:
                self._origins.add(Origin("https", entry.lower(), 443))

    def __contains__(self, origin: Origin) -> bool:
        return origin in self._origins or ((origin.scheme, origin.port) == ("https", 443) and origin.host.endswith(self._suffixes))

    def __repr__(self) -> str:
        return f"<{len(self._suffixes) + len(self._origins)} hosts>"


def allowed_location(location: str | None, hosts: Hosts) -> tuple[Address, bytes] | None:
    """Where a `Location` points, when files may be fetched there; else None. A path alone points at the API, and is not followed."""
    try:
        address, target = split_url(location or "")
    except ConfigurationError:
        return None
    return (address, target) if address.origin in hosts else None


def is_private(host: str) -> bool:
    """Whether a host is said to be on this machine or inside a private network, as far as its name or number tells."""
    name = host.strip("[]").rstrip(".").lower()
    try:
        return not ip_address(name).is_global
    except ValueError:
        # Numbers in other forms (127.1, 0x7f000001) are understood by the operating system, so they are not trusted either.
        return _is_number(name) or "." not in name or name.endswith(_INNER_NAMES)


def refusal(target: Origin, own: Origin, hosts: Hosts) -> str | None:
    """Why nothing is sent to another origin; None: it may be, without anything of ours."""
    if target == own or target in hosts:
        return None
    if target.scheme != "https" and own.scheme == "https":
        return "it is not https, and the API is"
    if is_private(target.host) and not is_private(own.host):
        return "it is on this machine or inside a private network, and the API is not"
    return None


def _is_number(name: str) -> bool:
    return re.fullmatch(r"[0-9]+|0x[0-9a-f]*", name.rpartition(".")[2]) is not None
