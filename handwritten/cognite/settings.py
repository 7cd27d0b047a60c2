"""From the documented arguments of the client and `COGNITE_*` variables to settings of the runtime. No I/O; the environment is passed in."""

from __future__ import annotations

import platform
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from inspect import iscoroutine
from typing import Any, NoReturn

from .._runtime.auth.oauth.flows import ClientCredentials
from .._runtime.declarations.configuration import Configuration
from .._runtime.declarations.credentials import header_value
from .._runtime.declarations.errors import ConfigurationError, InvalidArgument, InvalidArgumentType
from .._runtime.declarations.json_types import is_list, is_mapping
from .._runtime.declarations.options import RetryPolicy, Timeout
from .failures import CogniteAPIKeyError

API_SUBVERSION = "V20210423"
CLIENT_NAME = "cognite-client"
STATUSES = "429,502,503,504"
"""After these, what is safe to repeat is repeated."""


@dataclass
class ClientConfig:
    """The configuration of a client. Secrets are not shown."""

    known_project: str | None
    """The project, as far as it is known: given, or asked for."""
    client_name: str
    base_url: str
    api_subversion: str
    max_workers: int
    timeout: float
    file_transfer_timeout: float
    headers: dict[str, str] = field(repr=False)
    proxies: dict[str, str] = field(repr=False)
    max_retries: int
    max_retry_backoff: float
    max_connection_pool_size: int
    status_forcelist: list[int]
    disable_gzip: bool
    disable_ssl: bool
    disable_pypi_version_check: bool
    debug: bool
    api_key: str | None = field(default=None, repr=False)
    token: str | Callable[[], str] | None = field(default=None, repr=False)
    token_url: str | None = None
    token_client_id: str | None = None
    token_client_secret: str | None = field(default=None, repr=False)
    token_scopes: list[str] = field(default_factory=list[str])
    token_custom_args: dict[str, str] = field(default_factory=dict[str, str], repr=False)
    ask_project: Callable[[], Any] | None = field(default=None, repr=False, compare=False)
    """Asks the API for the project of the credentials."""

    @property
    def project(self) -> str:
        """The project. Where none was set, that of the credentials: asked for once.

        Raises:
            ConfigurationError: it is not known, and an async client cannot ask for it here; or the credentials belong to no project.
        """
        if self.known_project is None and self.ask_project is not None:
            try:
                found = self.ask_project()
            except ReferenceError:  # the client is gone; what is left is a view of it
                found = None
            if iscoroutine(found):
                found.close()
            else:
                self.known_project = found
        if self.known_project is None:
            raise ConfigurationError(
                "The project is not known before the first call: pass project=..., set COGNITE_PROJECT, or await client.bound_value('project')."
            )
        return self.known_project

    @project.setter
    def project(self, value: str | None) -> None:
        self.known_project = value

    def __reduce__(self) -> NoReturn:
        raise TypeError("The configuration of a client is not pickled: it holds secrets. Make the client anew in the other process.")


def configured(given: Mapping[str, Any], environ: Mapping[str, str], base_url: str) -> ClientConfig:
    """The arguments, with the environment behind them.

    Raises:
        InvalidArgument (ValueError): a number that is none.
        ConfigurationError: a setting of another type.
        CogniteAPIKeyError: no credentials.
    """

    def text(name: str, variable: str, usual: str | None = None) -> str | None:
        value = given.get(name)
        if value is None:
            return environ.get(variable) or usual
        if not isinstance(value, str):
            raise ConfigurationError(f"{name} must be a string, got {type(value).__name__}. Nothing was sent.")
        return value

    def mapping(name: str) -> dict[str, Any]:
        value = given.get(name)
        if value is None:
            return {}
        if not is_mapping(value) or not all(isinstance(key, str) for key in value):
            raise ConfigurationError(f"{name} must be a mapping with strings as keys, got {type(value).__name__}. Nothing was sent.")
        return dict(value)

    def number(name: str, variable: str, usual: float) -> float:
        value = given.get(name)
        try:
            return float(environ.get(variable) or usual) if value is None else float(value)
        except (TypeError, ValueError):
            raise InvalidArgument(f"{name} (or {variable}) is not a number") from None

    def whole(name: str, variable: str, usual: int, least: int) -> int:
        value = number(name, variable, usual)
        if not value.is_integer() or value < least:
            raise InvalidArgument(f"{name} (or {variable}) must be a whole number, at least {least}")
        return int(value)

    def statuses() -> list[int]:
        try:
            return [int(status) for status in (environ.get("COGNITE_STATUS_FORCELIST") or STATUSES).split(",")]
        except ValueError:
            raise InvalidArgument("COGNITE_STATUS_FORCELIST is no list of numbers with commas between them") from None

    scopes = given.get("token_scopes")
    if scopes is not None and not is_list(scopes):
        raise ConfigurationError(f"token_scopes must be a list of strings, got {type(scopes).__name__}. Nothing was sent.")
    if scopes is None:
        scopes = [scope.strip() for scope in environ.get("COGNITE_TOKEN_SCOPES", "").split(",") if scope.strip()]
    config = ClientConfig(
        known_project=text("project", "COGNITE_PROJECT"),
        client_name=text("client_name", "COGNITE_CLIENT_NAME", CLIENT_NAME) or CLIENT_NAME,
        base_url=text("base_url", "COGNITE_BASE_URL", base_url) or base_url,
        api_subversion=text("api_subversion", "COGNITE_API_VERSION", API_SUBVERSION) or API_SUBVERSION,
        max_workers=whole("max_workers", "COGNITE_MAX_WORKERS", 10, 1),
        timeout=number("timeout", "COGNITE_TIMEOUT", 30),
        file_transfer_timeout=number("file_transfer_timeout", "COGNITE_FILE_TRANSFER_TIMEOUT", 600),
        headers=mapping("headers"),
        proxies=mapping("proxies"),
        max_retries=whole("max_retries", "COGNITE_MAX_RETRIES", 10, 0),
        max_retry_backoff=number("max_retry_backoff", "COGNITE_MAX_RETRY_BACKOFF", 30),
        max_connection_pool_size=whole("max_connection_pool_size", "COGNITE_MAX_CONNECTION_POOL_SIZE", 50, 1),
        status_forcelist=statuses(),
        disable_gzip=_switched(environ.get("COGNITE_DISABLE_GZIP")),
        disable_ssl=_switched(environ.get("COGNITE_DISABLE_SSL")),
        disable_pypi_version_check=bool(given.get("disable_pypi_version_check"))
        or _switched(environ.get("COGNITE_DISABLE_PYPI_VERSION_CHECK")),
        debug=bool(given.get("debug")),
        api_key=text("api_key", "COGNITE_API_KEY"),
        token=given.get("token") or None,
        token_url=text("token_url", "COGNITE_TOKEN_URL"),
        token_client_id=text("token_client_id", "COGNITE_CLIENT_ID"),
        token_client_secret=text("token_client_secret", "COGNITE_CLIENT_SECRET"),
        token_scopes=list(scopes),
        token_custom_args=mapping("token_custom_args"),
    )
    if not (config.token or config.api_key or flow_of(config) or own_authorization(config.headers)):
        raise CogniteAPIKeyError
    return config


def _switched(value: str | None) -> bool:
    """Whether a variable switches something on: any text does but `0` and `false`."""
    return (value or "").strip().lower() not in ("", "0", "false")


def flow_of(config: ClientConfig) -> ClientCredentials | None:
    """The token flow that counts when there is neither token nor API key."""
    if not (config.token_url and config.token_client_id and config.token_client_secret):
        return None
    scopes: Sequence[str] | None = config.token_scopes or None
    return ClientCredentials(
        config.token_url, config.token_client_id, config.token_client_secret, scope=scopes, style="body", extra=config.token_custom_args
    )


def own_authorization(headers: Mapping[str, Any]) -> bytes | None:
    """The `Authorization` header among headers of the caller's, which goes before the client's credentials. Raises InvalidArgument (ValueError)."""
    if not is_mapping(headers):
        del headers
        raise InvalidArgumentType("headers must be a mapping of names to text. Nothing was sent.")
    values = [value for name, value in headers.items() if str(name).lower() == "authorization"]
    problem = ""
    try:
        return header_value(values[-1], "The header Authorization") if values else None
    except (ValueError, AttributeError) as error:
        problem = str(error) if isinstance(error, ValueError) else "The header Authorization must be a string."
    del headers, values
    raise InvalidArgument(f"{problem} Nothing was sent.")


def without_authorization(headers: Mapping[str, Any]) -> dict[str, Any]:
    """The other headers."""
    return {name: value for name, value in headers.items() if name.lower() != "authorization"}


def runtime_settings(config: ClientConfig, version: str, auth: Any = None, http_client: Any = None) -> Configuration:
    """The same as settings of the runtime. `auth`: what goes before all other credentials; `http_client`: the caller's own."""
    agent = f"CognitePythonSDK/{version} {platform.python_implementation()}/{platform.python_version()}"
    headers = {"x-cdp-sdk": f"CognitePythonSDK:{version}", "x-cdp-app": config.client_name, "cdf-version": config.api_subversion}
    bare = config.token is None and config.api_key is None
    return Configuration(
        base_url=config.base_url,
        api_key=None if config.token is not None else config.api_key,
        access_token=config.token,
        auth=auth or (flow_of(config) if bare else None),
        headers={**headers, **without_authorization(config.headers)},
        timeout=Timeout.of(config.timeout),
        retries=RetryPolicy(attempts=config.max_retries + 1, longest=config.max_retry_backoff, statuses=frozenset(config.status_forcelist)),
        proxy=config.proxies.get(config.base_url.partition(":")[0].lower()) or config.proxies.get("all"),
        verify=not config.disable_ssl,
        http_client=http_client,
        max_connections=config.max_connection_pool_size,
        # Every body, however small: what is given as a number is how many bytes it has at least.
        compress=False if config.disable_gzip else 1,
        user_agent=agent,
    )
