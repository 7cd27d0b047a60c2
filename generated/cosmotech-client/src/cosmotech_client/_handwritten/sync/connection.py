"""`get_api_client`: a client that signs in as the environment says. Which way that is stands in `sign_in`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..._runtime.declarations.credentials import Credentials, header_value
from ..._runtime.declarations.errors import ConfigurationError
from ...sync.client import CosmoTech
from ..arguments import with_checked_arguments
from ..sign_in import wanted


@with_checked_arguments
def get_api_client(environ: Mapping[str, str] | None = None, **settings: Any) -> tuple[CosmoTech, str]:
    """A client of the platform, and the name of the method by which it signs in.

    Keycloak, an API key and Azure Entra are tried in this order; the first one whose variables are all set is used. Tokens are requested
    with the first call, renewed before they expire, and replaced when the platform refuses one. Close the client, or use it in a `with` block.

    Args:
        environ: the variables; default: those of the process.
        settings: further settings of the client, such as `timeout` or `retries` (those of `CosmoTech`).

    Returns: the client, and `Keycloak Connection`, `Cosmo Tech API Key` or `Azure Entra Connection`.

    Raises:
        NoConnectionSettings (an OSError): the variables of no method are complete; the message lists the missing ones.
        ConfigurationError: a variable has a value that cannot be used.
    """
    found = wanted(environ)
    if found.method == "api_key":
        auth: Any = _Key(found.key_header, found.key)
    else:
        auth = found.flow()
    # Proxies and the like come from the environment too, unless the caller gave variables of their own.
    settings = {"base_url": found.base_url, "auth": auth, "verify": found.trust(), "environment": environ is None, **settings}
    return CosmoTech(**settings), found.label


class _Key:
    """An API key in a header of a name that the environment may choose."""

    def __init__(self, header: str, key: str) -> None:
        try:
            self._credentials = Credentials(((header_value(header, "CSM_API_KEY_HEADER"), header_value(key, "CSM_API_KEY")),))
        except ValueError as error:
            raise ConfigurationError(str(error)) from None

    def apply(self) -> Credentials:
        """The key."""
        return self._credentials

    def refused(self, generation: Any) -> bool:
        """There is no other key."""
        return False


class OwnClient:
    """The client that a function was given, or one of its own that is closed when the function is done."""

    def __init__(self, given: Any = None) -> None:
        self._given = given
        self._own: CosmoTech | None = None

    def __enter__(self) -> Any:
        if self._given is not None:
            return self._given
        self._own, _ = get_api_client()
        return self._own

    def __exit__(self, *exc_info: object) -> None:
        if self._own is not None:
            self._own.close()
