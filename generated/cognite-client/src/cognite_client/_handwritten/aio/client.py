"""The documented client: its arguments, its `get`, `post`, `put`, `delete`, its project, and errors under their documented names."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any, Self, TypeVar, Unpack
from weakref import proxy

from ..._runtime.call.ad_hoc import ad_hoc
from ..._runtime.call.response import Response
from ..._runtime.codec.models import ABSENT
from ..._runtime.declarations.credentials import header_value
from ..._runtime.declarations.errors import ApiError, ConfigurationError
from ..._runtime.declarations.operation import Operation
from ..._runtime.declarations.options import OptionFields, RequestOptions
from ..._runtime.declarations.settings import overlaid
from ...aio import client as generated
from ...configuration import DEFINITION
from ..failures import documented, split
from ..settings import ClientConfig, configured, own_authorization, runtime_settings, without_authorization
from ..spelling import with_thumbnails
from .own_header import AsyncOwnHeader

T = TypeVar("T")
_NONE: Mapping[str, Any] = {}


class AsyncCogniteClient(generated.AsyncCogniteClient):
    """The client of Cognite Data Fusion. Threads or tasks may share it. Close it, or use it as a context manager.

    Args:
        api_key: an API key (COGNITE_API_KEY).
        api_subversion: sent as the header `cdf-version` (COGNITE_API_VERSION).
        project: the project (COGNITE_PROJECT); if it is not given, the client asks the API for it with the first call.
        client_name: what the calling program is called (COGNITE_CLIENT_NAME; cognite-client).
        base_url: the base URL of the API (COGNITE_BASE_URL); by default that of the default cluster.
        max_workers: how many requests of one call are sent at a time (COGNITE_MAX_WORKERS; 10).
        headers: sent with every request; they replace headers that the client itself sets. An `Authorization` among them takes the
            place of other credentials.
        timeout: seconds for one step of a request (COGNITE_TIMEOUT; 30).
        file_transfer_timeout: seconds for one step of the transfer of a file (COGNITE_FILE_TRANSFER_TIMEOUT; 600).
        proxies: URL of a proxy by protocol: `{"https": "http://10.10.1.10:1080"}`.
        token: a JWT, or a function without arguments that returns one and is called for every request; takes precedence over an API key.
        token_url, token_client_id, token_client_secret, token_scopes, token_custom_args: OAuth2 client credentials, used if there is
            neither token nor API key (COGNITE_TOKEN_URL, COGNITE_CLIENT_ID, COGNITE_CLIENT_SECRET, COGNITE_TOKEN_SCOPES, separated by
            commas).
        disable_pypi_version_check: accepted; this client never looks for newer versions of itself.
        debug: True: requests and responses are logged to standard error, without secrets.
        http_client: your own `httpx.AsyncClient`; it is not closed with the client. Its proxies, certificates and limits apply, and
            `proxies` is not used.

    Raises:
        ValueError: a setting is no number, or a header cannot be sent.
        CogniteAPIKeyError: no credentials were given.
    """

    def __init__(
        self,
        api_key: str | None = None,
        api_subversion: str | None = None,
        project: str | None = None,
        client_name: str | None = None,
        base_url: str | None = None,
        max_workers: int | None = None,
        headers: Mapping[str, str] | None = None,
        timeout: float | None = None,
        file_transfer_timeout: float | None = None,
        proxies: Mapping[str, str] | None = None,
        token: str | Callable[[], str] | None = None,
        token_url: str | None = None,
        token_client_id: str | None = None,
        token_client_secret: str | None = None,
        token_scopes: Sequence[str] | None = None,
        token_custom_args: Mapping[str, str] | None = None,
        disable_pypi_version_check: bool | None = None,
        debug: bool = False,
        *,
        http_client: Any = None,
    ) -> None:
        given = {
            "api_key": api_key,
            "api_subversion": api_subversion,
            "project": project,
            "client_name": client_name,
            "base_url": base_url,
            "max_workers": max_workers,
            "headers": headers,
            "timeout": timeout,
            "file_transfer_timeout": file_transfer_timeout,
            "proxies": proxies,
            "token": token,
            "token_url": token_url,
            "token_client_id": token_client_id,
            "token_client_secret": token_client_secret,
            "token_scopes": token_scopes,
            "token_custom_args": token_custom_args,
            "disable_pypi_version_check": disable_pypi_version_check,
            "debug": debug,
        }
        self._config = configured(given, os.environ, DEFINITION.base_url or "")
        self._config.ask_project = partial(type(self).bound_value, proxy(self), "project")
        super().__init__(runtime_settings(self._config, DEFINITION.version, _own_header(self._config), http_client))
        if debug:
            _log_to_stderr(DEFINITION.package)

    @property
    def version(self) -> str:
        """The version of this package."""
        return DEFINITION.version

    @property
    def config(self) -> ClientConfig:
        """The configuration of this client."""
        return self._config

    @property
    def workers(self) -> int:
        """How many requests of one call are under way at once."""
        return self._config.max_workers

    async def bound_value(self, name: str) -> str:
        """The project; that of the credentials where none was set, asked for once."""
        if self._config.known_project is None:
            # The answer may not be what the spec says.
            project = getattr(await self.login.status(), "project", None)
            if not project:
                raise ConfigurationError("The credentials belong to no project: pass project=..., or set COGNITE_PROJECT.")
            self._config.known_project = str(project)
        return self._config.known_project

    async def send(
        self, operation: Operation[T], arguments: Mapping[str, Any] = _NONE, *, body: Any = ABSENT, options: RequestOptions | None = None
    ) -> Response[T]:
        """See the base; errors have their documented names."""
        try:
            response = await super().send(operation, arguments, body=body, options=options)
        except ApiError as error:
            raise documented(error) from error.__cause__  # it says all that the error says
        if operation.id.startswith("three_d_revisions_"):
            with_thumbnails(response.value, response.content)
        return response

    def failure(self, errors: Sequence[Exception], successful: list[Any], failed: list[Any], unknown: list[Any]) -> Exception:
        """The documented error of a call that was sent in several requests."""
        return split(errors, successful, failed, unknown)

    def with_options(self, options: RequestOptions | None = None, /, **fields: Unpack[OptionFields]) -> Self:
        """This client with other options; connections, tokens and the project are shared."""
        view = super().with_options(options, **fields)
        view._config = self._config
        return view

    async def get(self, url: str, params: Mapping[str, Any] | None = None, headers: Mapping[str, str] | None = None) -> Response[Any]:
        """GET a path of the API, which begins with a slash and holds the project, or a URL."""
        return await self._ad_hoc("GET", url, params, headers, ABSENT)

    async def post(
        self, url: str, json: Any, params: Mapping[str, Any] | None = None, headers: Mapping[str, str] | None = None
    ) -> Response[Any]:
        """POST JSON to a path of the API, or a URL."""
        return await self._ad_hoc("POST", url, params, headers, json)

    async def put(self, url: str, json: Any = None, headers: Mapping[str, str] | None = None) -> Response[Any]:
        """PUT JSON to a path of the API, or a URL."""
        return await self._ad_hoc("PUT", url, None, headers, ABSENT if json is None else json)

    async def delete(self, url: str, params: Mapping[str, Any] | None = None, headers: Mapping[str, str] | None = None) -> Response[Any]:
        """DELETE a path of the API, or a URL."""
        return await self._ad_hoc("DELETE", url, params, headers, ABSENT)

    async def _ad_hoc(
        self, method: str, url: str, params: Mapping[str, Any] | None, headers: Mapping[str, str] | None, json: Any
    ) -> Response[Any]:
        given: Mapping[str, str] = {} if headers is None else headers
        session, own, others = self.session, own_authorization(given), without_authorization(given)
        call = ad_hoc(session.builder, session.file_hosts, self.options, method, url, query=params, headers=others, json=json)
        if own is not None:
            call.headers = overlaid(call.headers, [(b"Authorization", own)])
        try:
            return await session.perform(call)
        except ApiError as error:
            raise documented(error) from error.__cause__  # it says all that the error says


def _own_header(config: ClientConfig) -> AsyncOwnHeader | None:
    own = own_authorization(config.headers)
    if own is None:
        return None
    key = [] if config.token is not None or not config.api_key else [(b"api-key", header_value(config.api_key, "api_key"))]
    return AsyncOwnHeader(*key, (b"Authorization", own))


def _log_to_stderr(name: str) -> None:
    logger = logging.getLogger(name)
    logger.setLevel(logging.DEBUG)
    if not logger.handlers:
        logger.addHandler(logging.StreamHandler())
