"""The clients of Shop. Rendered from the spec; do not edit."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from .._resources.aio.client import AsyncResourceClient
from .._runtime.declarations.configuration import constructor
from .._runtime.declarations.lazy_exports import lazy_attribute, public_names
from .._runtime.declarations.options import RetryPolicy, Timeout
from ..configuration import DEFINITION

if TYPE_CHECKING:
    from .._handwritten.aio.items import AsyncItemsApi
    from .._runtime.declarations.configuration import Configuration


class AsyncApiClient(AsyncResourceClient):
    """Sends requests to Shop: connections, authentication, retries, deadlines.

    `AsyncItemsApi(client)` makes its operations available; `AsyncShop` has them as attributes.
    """

    definition = DEFINITION
    bound = ("shop",)
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
        """A client of Shop. Nothing is sent.

        Args:
            configuration: The settings as an object, instead of as keywords.
            base_url: Where the API is, when not at its documented address. Default: `https://shop.example.com`.
            host: Another name for `base_url`.
            api_key: The API key; or keys by scheme name or header name: `configuration.api_key["Authorization"] = "Token …"`. A
                function without arguments is called before each request.
            api_key_prefix: Put before a key, with a space, by scheme name or header name.
            access_token: A bearer token, or a function that gives one.
            username: For HTTP Basic authentication.
            password: For HTTP Basic authentication.
            auth: A token flow, or any object with `apply` and `refused`; counts before all other credentials.
            token_url: Where OAuth2 tokens for client credentials come from.
            client_id: The id of the OAuth2 client.
            client_secret: Its secret, or a function that gives it.
            scopes: The scopes of OAuth2 tokens: a list, or text with spaces.
            token_parameters: Further parameters of a request for an OAuth2 token.
            server_variables: Values for the braces in the base URL.
            timeout: Seconds for one step: a number, a pair (connect, read), or a `Timeout`. Default: 10 to connect, 60 for the rest.
            deadline: Seconds for a whole call with its retries, pauses and body. Default: 300; None: no limit. Calls that move files
                have no deadline unless one is set for the call.
            retries: A `RetryPolicy`, or how often a call may be repeated. Default: 3 repetitions.
            headers: Sent with every request to the API.
            strict: True: an answer that does not match the spec raises `DecodeError`. Default: False, it is reported through logging.
            hooks: Objects that see requests, answers, retries and errors (see `hooks`). Default: none.
            proxy: URL of a proxy (http, https, socks5). Default: those of the environment (HTTPS_PROXY, HTTP_PROXY, ALL_PROXY),
                NO_PROXY honoured.
            verify: Path of a CA file or folder, an `ssl.SSLContext`, or False to trust any certificate. Default: True.
            cert: Path of a client certificate, or the pair (certificate, key).
            http2: True is refused: connections of the client's own speak HTTP/1.1. Default: False. For HTTP/2, give
                `http_client=httpx.AsyncClient(http2=True)`.
            http_client: Your own client of `httpx`, of the same kind as this one. It is not closed with the client. Its proxies,
                certificates and limits hold; redirects and its own authentication are not used. A server that sends headers byte by byte
                can then outlast a deadline.
            max_connections: How many connections may be open at once. Default: 100.
            max_keepalive_connections: How many idle connections are kept. Default: 100.
            keepalive_expiry: Seconds after which an idle connection is closed. Default: 15.
            max_response_bytes: The largest answer that is read into memory, after unpacking. Default: 256 MiB.
            compress: Whether JSON of 1,024 bytes and more is sent with gzip; or a number of bytes in their place. Default: as the API
                declares.
            user_agent: Put before the client's own.
            file_hosts: Hosts that the API may send downloads and uploads on to, besides those that it declares: `files.example.com`
                and `*.example.com` (https), or whole origins such as `https://example.com:8443`. They get the file and nothing of yours;
                any other redirect is an error. Default: none.
            environment: False: no environment variable is read. Default: True.

        Raises:
            ConfigurationError: a setting is unknown, or given twice.
        """


class AsyncStockGroup:
    """What stands below `client.stock`."""

    def __init__(self, api_client: AsyncApiClient) -> None:
        self._client = api_client

    __dir__ = public_names

    @lazy_attribute
    def items(self) -> AsyncItemsApi:
        """Things for sale."""
        from .._handwritten.aio.items import AsyncItemsApi

        return AsyncItemsApi(self._client)


class AsyncShop(AsyncApiClient):
    """A client of Shop.

    Use it as a context manager, or close it. One client may be shared by all tasks.
    """

    @lazy_attribute
    def stock(self) -> AsyncStockGroup:
        """The API classes under `client.stock`."""
        return AsyncStockGroup(self)
