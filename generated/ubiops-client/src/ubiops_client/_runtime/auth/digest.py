"""HTTP Digest authentication (RFC 7616): each request is signed with the answer to the server's last challenge. Without I/O."""

from __future__ import annotations

import os
import re
import threading
from typing import Any

import msgspec

from ..declarations.credentials import NO_CREDENTIALS, Credentials
from ..declarations.errors import ConfigurationError
from ..declarations.redaction import Secret

_HASHES = {"SHA-512-256": "sha512_256", "SHA-256": "sha256", "MD5": "md5"}
"""Algorithm → its name in `hashlib`; the strongest first."""
_FIELD = r'[A-Za-z0-9_*-]+[ \t]*=[ \t]*(?:"(?:[^"\\]|\\.)*"|[^\s,"]+)'
_CHALLENGE = re.compile(rf"(?:^|,)[ \t]*Digest[ \t]+({_FIELD}(?:[ \t]*,[ \t]*{_FIELD})*)", re.IGNORECASE)
_PAIR = re.compile(r'([A-Za-z0-9_*-]+)[ \t]*=[ \t]*(?:"((?:[^"\\]|\\.)*)"|([^\s,"]+))')


class Challenge(msgspec.Struct, frozen=True):
    """What a server asks for."""

    realm: str
    nonce: str
    algorithm: str
    opaque: str | None
    qop: bool
    """Whether the quality of protection `auth` is offered: a count and a nonce of the client's are part of the answer."""


def challenge_of(headers: list[str]) -> Challenge | None:
    """The strongest challenge that can be answered, of the values of `WWW-Authenticate`; None: there is none."""
    challenges: list[Challenge] = []
    for match in (match for header in headers for match in _CHALLENGE.finditer(header)):
        fields = {name.lower(): re.sub(r"\\(.)", r"\1", quoted) or plain for name, quoted, plain in _PAIR.findall(match[1])}
        algorithm = fields.get("algorithm", "MD5").upper()
        qops = [qop.strip() for qop in fields["qop"].lower().split(",")] if "qop" in fields else []
        if algorithm.removesuffix("-SESS") in _HASHES and "nonce" in fields and (not qops or "auth" in qops):
            challenges.append(Challenge(fields.get("realm", ""), fields["nonce"], algorithm, fields.get("opaque"), bool(qops)))
    strength = list(_HASHES)
    return min(challenges, key=lambda challenge: strength.index(challenge.algorithm.removesuffix("-SESS")), default=None)


class Digest:
    """Signs the requests of one client. Safe to share among threads."""

    __slots__ = ("_challenge", "_count", "_lock", "_password", "_username")

    def __init__(self, username: str, password: str) -> None:
        if any(char in username for char in "\r\n\0"):
            raise ConfigurationError("username must not hold a line break.")
        self._username = username
        self._password = Secret(password)
        self._challenge: Challenge | None = None
        self._count = 0
        self._lock = threading.Lock()

    def challenged(self, headers: list[str]) -> None:
        """A 401 has come: remember what it asks for."""
        challenge = challenge_of(headers)
        with self._lock:
            if challenge is not None and challenge != self._challenge:
                self._challenge, self._count = challenge, 0

    def refused(self, generation: Any) -> bool:
        """Whether there is another challenge by now than the one of that generation."""
        return self._challenge is not None and generation != self._challenge.nonce

    def sign(self, method: str, target: str) -> Credentials:
        """The header for one request; none before the first challenge."""
        with self._lock:
            challenge = self._challenge
            self._count += 1
            count = f"{self._count:08x}"
        if challenge is None:
            return NO_CREDENTIALS
        client_nonce = os.urandom(16).hex()
        response = self._response(challenge, method, target, count, client_nonce)
        fields = {
            "username": _quoted(self._username),
            "realm": _quoted(challenge.realm),
            "nonce": _quoted(challenge.nonce),
            "uri": _quoted(target),
            "response": _quoted(response),
            "algorithm": challenge.algorithm,
        }
        if challenge.opaque is not None:
            fields["opaque"] = _quoted(challenge.opaque)
        if challenge.qop:
            fields |= {"qop": "auth", "nc": count}
        if challenge.qop or challenge.algorithm.endswith("-SESS"):
            fields["cnonce"] = _quoted(client_nonce)
        value = "Digest " + ", ".join(f"{name}={text}" for name, text in fields.items())
        return Credentials(((b"Authorization", value.encode("utf-8")),), generation=challenge.nonce)

    def _response(self, challenge: Challenge, method: str, target: str, count: str, client_nonce: str) -> str:
        import hashlib  # brings OpenSSL

        name = _HASHES[challenge.algorithm.removesuffix("-SESS")]

        def hashed(*parts: str) -> str:
            return hashlib.new(name, ":".join(parts).encode("utf-8"), usedforsecurity=False).hexdigest()

        user = hashed(self._username, challenge.realm, self._password.reveal())
        if challenge.algorithm.endswith("-SESS"):
            user = hashed(user, challenge.nonce, client_nonce)
        request = hashed(method, target)
        counted = (count, client_nonce, "auth") if challenge.qop else ()
        return hashed(user, challenge.nonce, *counted, request)


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
