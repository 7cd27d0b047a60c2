"""What authentication hands to the transport."""

from __future__ import annotations

import base64
from collections.abc import Sequence
from typing import NoReturn

import msgspec

from .api import SecurityScheme


class Credentials(msgspec.Struct, eq=False):
    """What is added to one request: raw header pairs and query pairs. `generation` is opaque to the client: it names the secret that was used."""

    headers: tuple[tuple[bytes, bytes], ...] = ()
    query: tuple[tuple[str, str], ...] = ()
    generation: object = None

    def __repr__(self) -> str:
        names = ", ".join([*(name.decode("latin-1") for name, _ in self.headers), *(name for name, _ in self.query)])
        return f"<Credentials: {names or 'none'}>"

    def __reduce__(self) -> NoReturn:
        raise TypeError("Credentials are not pickled: they hold secrets. Make them anew where they are needed.")


NO_CREDENTIALS = Credentials()


def together(parts: Sequence[Credentials]) -> Credentials:
    """Several credentials for one request. Its cookies stand in one header."""
    headers = [pair for part in parts for pair in part.headers]
    cookies = b"; ".join(value for name, value in headers if name == b"Cookie")
    headers = [pair for pair in headers if pair[0] != b"Cookie"] + ([(b"Cookie", cookies)] if cookies else [])
    query = [pair for part in parts for pair in part.query]
    return Credentials(tuple(headers), tuple(query), generation=tuple(part.generation for part in parts))


def is_bare_key(headers: Sequence[tuple[bytes, bytes]]) -> bool:
    """Whether the Authorization header holds one word, so that it names no scheme (RFC 9110, section 11.4)."""
    return any(name.lower() == b"authorization" and b" " not in value.strip() for name, value in headers)


def header_value(value: str, setting: str, forbidden: str = "") -> bytes:
    """The bytes of a secret in a header. A value that cannot stand there, or holds the `forbidden` character, is refused without showing it."""
    text = value.strip(" \t")
    ends = bool(forbidden) and forbidden in text
    if text.isascii() and text.isprintable() and text and not ends:
        return text.encode("ascii")
    missing = not text
    # A traceback may be shown with the locals of its frames.
    del value, text
    if missing:
        raise ValueError(f"{setting} is empty: give it a value, or leave it out.")
    if ends:
        raise ValueError(f"{setting} holds {forbidden!r}, which ends a cookie.")
    raise ValueError(f"{setting} holds a character that cannot stand in an HTTP header (a line break, a control or a non-ASCII character).")


def basic(username: str, password: str) -> bytes:
    """The value of an HTTP Basic `Authorization` header."""
    if ":" not in username:
        return b"Basic " + base64.b64encode(f"{username}:{password}".encode())
    del username, password
    raise ValueError("username must not hold a colon: HTTP Basic authentication cannot carry it.")


def several_keys(schemes: list[SecurityScheme]) -> bool:
    """Whether several keys are needed together: then each must be given by the name of its scheme."""
    return [scheme.kind for scheme in schemes].count("apiKey") > 1


def way(scheme: SecurityScheme, *, named: bool = False) -> str:
    """How a user sets what a scheme needs. `named`: keys are told apart by scheme."""
    variables = scheme.variables
    if scheme.kind not in ("apiKey", "bearer"):
        variables = tuple(name for names in scheme.variables_of.values() for name in names)
    key = f"api_key={{{scheme.name!r}: …}}" if named else "api_key=…"
    user = "username=… and password=…"
    settings = {"apiKey": key, "basic": user, "digest": user, "bearer": "access_token=…", "mutualTLS": "cert=…"}
    return f"set {settings.get(scheme.kind, 'client_id=… and client_secret=…, or access_token=…')}{or_variables(variables)}"


def or_variables(names: tuple[str, ...]) -> str:
    """The environment variables that stand for a setting, for an error message."""
    if not names:
        return ""
    return f" (or the environment variable{'s' if len(names) > 1 else ''} {', '.join(names)})"
