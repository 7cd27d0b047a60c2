"""The settings of a client, as plain attributes that may be set one by one. `settings.Values` checks them at a client's first call."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, MutableMapping, Sequence
from functools import wraps
from typing import Any, ClassVar, Final, NoReturn, TypeAlias, TypeVar, cast

from .api import ApiDefinition
from .errors import ConfigurationError
from .json_types import is_mapping
from .options import RetryPolicy, Timeout, misfit, unknown_names
from .redaction import MASK
from .redaction import url as _shown_url

F = TypeVar("F", bound=Callable[..., None])
Supplied: TypeAlias = str | Callable[[], Any]
"""A secret, or a function without arguments that returns it (for async clients also an async one); it is called before each request."""


class Secrets(MutableMapping[str, Any]):
    """A mapping of secrets by name that shows only its names. A bare secret stands under ""."""

    __slots__ = ("_values",)

    def __init__(self, values: Any = None) -> None:
        self._values: dict[str, Any] = dict(values) if is_mapping(values) else {} if values is None else {"": values}

    def __getitem__(self, name: str) -> Any:
        return self._values[name]

    def __setitem__(self, name: str, value: Any) -> None:
        self._values[name] = value

    def __delitem__(self, name: str) -> None:
        del self._values[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._values)

    def __len__(self) -> int:
        return len(self._values)

    def __repr__(self) -> str:
        return repr(MASK if list(self._values) == [""] else {name or "any scheme": MASK for name in self._values})

    def __reduce__(self) -> NoReturn:
        raise TypeError("Secrets are not pickled.")


_SHOWN: Final[Mapping[str, Callable[[Any], str]]] = {
    **dict.fromkeys(("base_url", "proxy", "token_url"), lambda value: repr(_shown_url(str(value)))),
    **dict.fromkeys(("password", "client_secret", "access_token", "token_parameters"), lambda _: MASK),
    **dict.fromkeys(("http_client", "auth", "verify", "hooks"), lambda value: type(value).__name__),
    "headers": lambda value: repr(sorted(value)),
}
"""How `repr` shows settings that may hold secrets, or say little; all others are shown as they are."""


class Configuration:
    """The settings of a client.

    Args:
        base_url: The base URL of the API. Default: that of the API's document.
        host: Another name for `base_url`.
        api_key: The API key; or keys by scheme name or header name: `configuration.api_key["Authorization"] = "Token …"`.
            A function without arguments is called before each request.
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
        deadline: Seconds for a whole call, with retries, pauses and body. Default: 300; None: no limit. Uploads and downloads of files have
            no deadline unless one is set for the call.
        retries: A `RetryPolicy`, or the number of retries after the first attempt. Default: 3.
        headers: Sent with every request to the API.
        strict: True: a response that does not match the API's document raises `DecodeError`. Default: False, it is reported in the log.
        hooks: Objects that see requests, answers, retries and errors (see `hooks`). Default: none.
        proxy: URL of a proxy (http, https, socks5). Default: the environment variables HTTPS_PROXY, HTTP_PROXY, ALL_PROXY and NO_PROXY.
        verify: Path of a CA file or folder, an `ssl.SSLContext`, or False to trust any certificate. Default: True.
        cert: Path of a client certificate, or the pair (certificate, key).
        http2: True is refused: the client's own connections use HTTP/1.1. Default: False. For HTTP/2, give
            `http_client=httpx.AsyncClient(http2=True)`.
        http_client: Your own client of `httpx`, sync or async like this one. It is not closed with the client. Its proxies, certificates
            and limits apply; `proxy`, `verify`, `cert` and `http2` cannot be given beside it. Its redirects and authentication are not
            used. A server that sends headers byte by byte can then exceed a deadline.
        max_connections: How many connections may be open at once. Default: 100.
        max_keepalive_connections: How many idle connections are kept. Default: 100.
        keepalive_expiry: Seconds after which an idle connection is closed. Default: 15.
        max_response_bytes: The largest response that is read into memory, after decompression. Default: 256 MiB.
        compress: True: JSON of 1,024 bytes and more is sent with gzip; or a number of bytes instead of 1,024. Default: as the API declares.
        user_agent: Text to put before the client's own `User-Agent`.
        file_hosts: Hosts to which the API may redirect downloads and uploads, besides those that it declares: `files.example.com` and
            `*.example.com` (https), or whole origins such as `https://example.com:8443`. They get the file, but no credentials and headers
            of yours. Any other redirect is an error. Default: none.
        environment: False: no environment variable is read. Default: True.
    """

    definition: ClassVar[ApiDefinition | None] = None
    """A generated package binds its own."""

    def __init__(
        self,
        *,
        base_url: str | None = None,
        host: str | None = None,
        api_key: Supplied | Mapping[str, Supplied] | None = None,
        api_key_prefix: Mapping[str, str] | None = None,
        access_token: Supplied | None = None,
        username: str | None = None,
        password: str | None = None,
        auth: Any = None,
        token_url: str | None = None,
        client_id: str | None = None,
        client_secret: Supplied | None = None,
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
        problem = misfit(locals())
        if base_url is not None and host is not None and base_url != host:
            problem = "base_url and host are two names of one setting, and were given two values: give one."
        if problem is not None:
            # A traceback may be shown with the locals of its frames.
            del api_key, access_token, password, client_secret, token_parameters, headers, auth, proxy, base_url, host
            raise ConfigurationError(problem)
        self.base_url = host if base_url is None else base_url
        # A bare key is used for whichever API key scheme an operation needs.
        self.api_key: Secrets = Secrets(api_key)
        self.api_key_prefix: dict[str, str] = dict(api_key_prefix or {})
        self.access_token = access_token
        self.username = username
        self.password = password
        self.auth = auth
        self.token_url = token_url
        self.client_id = client_id
        self.client_secret = client_secret
        self.scopes = scopes
        self.token_parameters: dict[str, str] = dict(token_parameters or {})
        self.server_variables: dict[str, str] = dict(server_variables or {})
        self.timeout = timeout
        self.deadline = deadline
        self.retries = retries
        self.headers: dict[str, str] = dict(headers or {})
        self.strict = strict
        self.hooks: list[Any] = list(hooks)
        self.proxy = proxy
        self.verify = verify
        self.cert = cert
        self.http2 = http2
        self.http_client = http_client
        self.max_connections = max_connections
        self.max_keepalive_connections = max_keepalive_connections
        self.keepalive_expiry = keepalive_expiry
        self.max_response_bytes = max_response_bytes
        self.compress = compress
        self.user_agent = user_agent
        self.file_hosts: tuple[str, ...] = (file_hosts,) if isinstance(file_hosts, str) else tuple(file_hosts)
        self.environment = environment

    @property
    def host(self) -> str | None:
        """The base URL in use as far as it is known without the environment."""
        documented = None if self.definition is None else self.definition.base_url
        return documented if self.base_url is None else self.base_url

    @host.setter
    def host(self, value: str | None) -> None:
        self.base_url = value

    def __setattr__(self, name: str, value: Any) -> None:
        if name == "api_key" and not isinstance(value, Secrets):
            value = Secrets(value)
        elif not hasattr(type(self), name) and name not in SETTINGS:
            raise ConfigurationError(unknown_names("setting", [name], SETTINGS))
        elif (problem := misfit({name: value})) is not None:
            del value
            raise ConfigurationError(problem)
        super().__setattr__(name, value)

    def __repr__(self) -> str:
        held = [(name, value) for name, value in vars(self).items() if value is not None and value != {} and value != ()]
        return f"{type(self).__name__}({', '.join([f'{name}={_SHOWN.get(name, repr)(value)}' for name, value in held])})"

    def __reduce__(self) -> NoReturn:
        raise TypeError(
            "A Configuration is not pickled: it holds secrets. Make it anew in the other process, from its environment for example."
        )


SETTINGS: Final = frozenset(Configuration.__init__.__kwdefaults__ or ())
"""The names of all settings."""


def configuration_of(configuration: Configuration | None, settings: Mapping[str, Any]) -> Configuration:
    """The configuration that a client was given, or one made of its keyword arguments."""
    if configuration is None:
        if unknown := [name for name in settings if name not in SETTINGS]:
            raise ConfigurationError(unknown_names("setting", unknown, SETTINGS))
        return Configuration(**settings)
    if not isinstance(configuration, Configuration):  # pyright: ignore[reportUnnecessaryIsInstance]
        raise ConfigurationError(
            f"The first argument of a client is a Configuration, got {type(configuration).__name__}. Settings are keywords: api_key=…, base_url=…"
        )
    if settings:
        raise ConfigurationError(f"Give settings either in the Configuration or as keywords, not both: {', '.join(sorted(settings))}.")
    return configuration


def constructor(declared: F) -> F:
    """The constructor of a client that takes the settings which `declared` shows to `help()` and type checkers. `declared` itself is never run.

    One that took each setting by name would hold secrets in its frame, and could not say what a misspelt setting may have meant.
    """

    @wraps(declared)
    def __init__(self: Any, configuration: Configuration | None = None, **settings: Any) -> None:
        self._set_up(configuration, settings)

    return cast(F, __init__)
