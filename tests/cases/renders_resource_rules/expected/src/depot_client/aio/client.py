"""The clients of Depot. Rendered from the spec; do not edit."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from .._resources.aio.client import AsyncResourceClient
from .._runtime.declarations.configuration import constructor
from .._runtime.declarations.lazy_exports import lazy_attribute
from .._runtime.declarations.options import RetryPolicy, Timeout
from ..configuration import DEFINITION

if TYPE_CHECKING:
    from .._runtime.declarations.configuration import Configuration
    from .parts import AsyncPartsApi


class AsyncApiClient(AsyncResourceClient):
    """Sends requests to Depot: connections, authentication, retries, deadlines.

    `AsyncPartsApi(client)` makes its operations available; `AsyncDepot` has them as attributes.
    """

    definition = DEFINITION
    bound = ("depot",)
    missing_ids = "/error/missing"

    @constructor
    def __init__(
        self,
        configuration: Configuration | None = None,
        *,
        base_url: str | None = None,
        host: str | None = None,
        api_key: str | Callable[[], Any] | Mapping[str, str | Callable[[], Any]] | None = None,
        api_key_prefix: Mapping[str, str] | None = None,
        access_token: str | Callable[[], Any] | None = None,
        username: str | None = None,
        password: str | None = None,
        auth: Any = None,
        token_url: str | None = None,
        client_id: str | None = None,
        client_secret: str | Callable[[], Any] | None = None,
        scopes: Sequence[str] | str | None = None,
        token_parameters: Mapping[str, str] | None = None,
        server_variables: Mapping[str, str] | None = None,
        timeout: Timeout | float | tuple[float, float] = Timeout(),  # noqa: B008 - frozen
        deadline: float | None = 300.0,
        retries: RetryPolicy | int = RetryPolicy(),  # noqa: B008 - frozen
        headers: Mapping[str, str] | None = None,
        strict: bool = False,
        hooks: Sequence[Any] = (),
        proxy: str | None = None,
        verify: bool | str | Any = True,
        cert: str | tuple[str, str] | None = None,
        http2: bool = False,
        http_client: Any = None,
        max_connections: int = 100,
        max_keepalive_connections: int = 100,
        keepalive_expiry: float = 15.0,
        max_response_bytes: int = 256 * 1024 * 1024,
        compress: bool | int | None = None,
        user_agent: str | None = None,
        file_hosts: Sequence[str] = (),
        environment: bool = True,
    ) -> None:
        """A client of Depot. Nothing is sent.

        Args:
            configuration: The settings as an object, instead of keyword arguments.
            base_url: The base URL of the API. Default: that of the API's document. Default: `https://depot.example.com`.
            host: Another name for `base_url`.
            api_key: The API key; or keys by scheme name or header name: `configuration.api_key["Authorization"] = "Token …"`. A
                function without arguments is called before each request.
            api_key_prefix: Put before a key, with a space, by scheme name or header name.
            access_token: A bearer token, or a function that gives one.
            username: For HTTP Basic authentication.
            password: For HTTP Basic authentication.
            auth: A token flow, or any object with `apply` and `refused`; takes precedence over all other credentials.
            token_url: The token endpoint for OAuth2 client credentials.
            client_id: The id of the OAuth2 client.
            client_secret: Its secret, or a function that returns it.
            scopes: The scopes of OAuth2 tokens: a list, or text with spaces.
            token_parameters: Further parameters of a request for an OAuth2 token.
            server_variables: Values for the variables `{name}` in the base URL.
            timeout: Seconds for one step: a number, a pair (connect, read), or a `Timeout`. Default: 10 to connect, 60 for the rest.
            deadline: Seconds for a whole call, with retries, pauses and body. Default: 300; None: no limit. Uploads and downloads of
                files have no deadline unless one is set for the call.
            retries: A `RetryPolicy`, or the number of retries after the first attempt. Default: 3.
            headers: Sent with every request to the API.
            strict: True: a response that does not match the API's document raises `DecodeError`. Default: False, it is reported in the
                log.
            hooks: Objects that see requests, answers, retries and errors (see `hooks`). Default: none.
            proxy: URL of a proxy (http, https, socks5). Default: the environment variables HTTPS_PROXY, HTTP_PROXY, ALL_PROXY and
                NO_PROXY.
            verify: Path of a CA file or folder, an `ssl.SSLContext`, or False to trust any certificate. Default: True.
            cert: Path of a client certificate, or the pair (certificate, key).
            http2: True is refused: the client's own connections use HTTP/1.1. Default: False. For HTTP/2, give
                `http_client=httpx.AsyncClient(http2=True)`.
            http_client: Your own client of `httpx`, sync or async like this one. It is not closed with the client. Its proxies,
                certificates and limits apply; `proxy`, `verify`, `cert` and `http2` cannot be given beside it. Its redirects and
                authentication are not used. A server that sends headers byte by byte can then exceed a deadline.
            max_connections: How many connections may be open at once. Default: 100.
            max_keepalive_connections: How many idle connections are kept. Default: 100.
            keepalive_expiry: Seconds after which an idle connection is closed. Default: 15.
            max_response_bytes: The largest response that is read into memory, after decompression. Default: 256 MiB.
            compress: True: JSON of 1,024 bytes and more is sent with gzip; or a number of bytes instead of 1,024. Default: as the API
                declares.
            user_agent: Text to put before the client's own `User-Agent`.
            file_hosts: Hosts to which the API may redirect downloads and uploads, besides those that it declares: `files.example.com`
                and `*.example.com` (https), or whole origins such as `https://example.com:8443`. They get the file, but no credentials and
                headers of yours. Any other redirect is an error. Default: none.
            environment: False: no environment variable is read. Default: True.

        Raises:
            ConfigurationError: a setting is unknown, or given twice.
        """


class AsyncDepot(AsyncApiClient):
    """A client of Depot.

    Use it as a context manager, or close it. One client may be shared by all tasks.
    """

    @lazy_attribute
    def parts(self) -> AsyncPartsApi:
        """Things on shelves."""
        from .parts import AsyncPartsApi

        return AsyncPartsApi(self)
