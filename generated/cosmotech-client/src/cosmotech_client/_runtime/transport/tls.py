"""TLS contexts from settings and environment. A context takes long to make, so equal settings share one."""

from __future__ import annotations

import os
import threading
from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Any

from ..declarations.errors import ConfigurationError
from ..declarations.json_types import is_list, is_path

if TYPE_CHECKING:
    import ssl

_lock = threading.Lock()


def context_for(verify: Any, cert: Any, environ: Mapping[str, str]) -> ssl.SSLContext:
    """The TLS context for these settings. Raises ConfigurationError when a file cannot be used."""
    import ssl

    if isinstance(verify, ssl.SSLContext):
        verify.set_alpn_protocols(["http/1.1"])
        return verify
    if isinstance(verify, bool):
        source = (environ.get("SSL_CERT_FILE") or environ.get("SSL_CERT_DIR") or True) if verify else False
    elif is_path(verify):
        source = os.fspath(verify)
    else:
        raise ConfigurationError(f"verify must be True, False, a path or an ssl.SSLContext, not {type(verify).__name__}.")
    with _lock:
        return _context(source, _paths(cert))


def _paths(cert: Any) -> tuple[str, ...]:
    """Of a certificate and its key. Raises ConfigurationError."""
    if cert is None:
        return ()
    if is_path(cert):
        return (os.fspath(cert),)
    if is_list(cert) and len(cert) == 2 and is_path(cert[0]) and is_path(cert[1]):
        return (os.fspath(cert[0]), os.fspath(cert[1]))
    raise ConfigurationError("cert must be the path of a certificate, or a pair of paths (certificate, key).")


@cache
def _context(source: bool | str, cert: tuple[str, ...]) -> ssl.SSLContext:
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
    if cert:
        try:
            context.load_cert_chain(*cert)
        except OSError as error:
            raise ConfigurationError(
                f"The client certificate given as cert=… cannot be used ({error.strerror or type(error).__name__})."
            ) from None
    context.set_alpn_protocols(["http/1.1"])
    return context
