"""Checks each request against the document and gives its parameters and body their types.

The first contradiction raises `Invalid` with a precise message.
"""

from __future__ import annotations

import base64
import binascii
from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import parse_qsl

from ..exchange import Call, Invalid
from ..schema.document import Document
from .bodies import parse_body
from .parameters import parse_parameters


def validate(document: Document, call: Call, path_values: Sequence[str], *, secured: bool = True) -> None:
    """Fill in the typed parameters and the body of a call.

    Args:
        path_values: the decoded path parameters, in the order of the template.
        secured: whether the documented credentials must be there.

    Raises:
        Invalid: the request contradicts the document.
    """
    if secured:
        _security(document, call)
    parse_parameters(document, call, path_values)
    parse_body(document, call)


def _security(document: Document, call: Call) -> None:
    needs = call.operation.security
    if not needs:
        return
    schemes = document.data.get("components", {}).get("securitySchemes", {})
    missing = ""
    challenge = "Bearer"
    for need in needs:
        wanted = [document.schemas.resolve(schemes.get(name, {})) for name in need]
        lacking = [(text, scheme) for scheme in wanted if (text := _lacks(scheme, call))]
        if not lacking:
            return
        missing = missing or lacking[0][0]
        if any(_word(scheme) == "digest" for _, scheme in lacking):
            challenge = 'Digest realm="local", qop="auth", algorithm=SHA-256, nonce="local"'
    raise Invalid("security", f"authentication is missing: {missing}", status=401, headers={"www-authenticate": challenge})


def _word(scheme: Mapping[str, Any]) -> str:
    """The word that stands before credentials in the Authorization header."""
    return str(scheme.get("scheme", "bearer")).lower() if scheme.get("type") == "http" else "bearer"


def _lacks(scheme: Mapping[str, Any], call: Call) -> str:
    """What a security scheme misses in a request; empty when nothing."""
    kind = scheme.get("type")
    if kind == "apiKey":
        name, where = scheme.get("name", ""), scheme.get("in")
        if where == "header":
            return "" if call.headers.get(name.lower()) else f"no header {name}"
        if where == "query":
            return "" if dict(parse_qsl(call.query_string)).get(name) else f"no query parameter {name}"
        return "" if f"{name}=" in call.headers.get("cookie", "") else f"no cookie {name}"
    if kind == "mutualTLS":
        # Certificates are shown to whoever ends TLS, which is not this server.
        return ""
    wanted = _word(scheme)
    word, _, secret = call.headers.get("authorization", "").partition(" ")
    if word.lower() != wanted or not secret.strip():
        return f"no header Authorization with the scheme {wanted}"
    return "" if wanted != "basic" or _is_basic(secret) else "the Basic credentials are not base64 of id:secret"


def _is_basic(secret: str) -> bool:
    try:
        return b":" in base64.b64decode(secret, validate=True)
    except (binascii.Error, ValueError):
        return False
