"""From what the API declares, what the user set and the environment (which is passed in) to what a client works with.

Every setting is checked here, and each error names the setting and the environment variable that may hold it. No value is ever shown.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

import msgspec

from .api import ApiDefinition, SecurityScheme
from .configuration import Configuration
from .credentials import Credentials, basic, header_value, or_variables, several_keys, way
from .errors import ClientError, ConfigurationError
from .redaction import Secret, WireHeaders

_BASE_URL = re.compile(
    r"(?P<scheme>https?)://(?P<host>\[[0-9A-Fa-f:.]+\]|[A-Za-z0-9._~-]+)(?::(?P<port>[0-9]{1,5}))?(?P<path>/[!\"$->@-~]*)?", re.IGNORECASE
)
_TOKEN = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
_CONTROL = re.compile(r"[\x00-\x08\x0a-\x1f\x7f]")
_CREDENTIALS = {"authorization", "proxy-authorization"}
_OF_THE_CONNECTION = {"host", "content-length", "transfer-encoding", "connection", "upgrade", "te", "trailer", "expect"}
FORBIDDEN_HEADERS = frozenset(_CREDENTIALS | _OF_THE_CONNECTION)
DEFAULT_PORTS = {"http": 80, "https": 443}


class Origin(msgspec.Struct, frozen=True):
    """Scheme, host and port of a URL; two URLs of one origin may share credentials."""

    scheme: str
    host: str
    port: int

    @property
    def authority(self) -> str:
        """Host, and the port where it is not the usual one: what the Host header says."""
        return self.host if self.port == DEFAULT_PORTS[self.scheme] else f"{self.host}:{self.port}"


class Address(msgspec.Struct, frozen=True):
    """A base URL, taken apart."""

    origin: Origin
    path: str
    """Without a slash at its end."""

    @property
    def url(self) -> str:
        """The base URL."""
        return f"{self.origin.scheme}://{self.origin.authority}{self.path}"


def address_of(url: str, setting: str = "base_url") -> Address:
    """Take a base URL apart. Raises ConfigurationError when it is not one."""
    match = _BASE_URL.fullmatch(url.strip())
    port = int(match["port"]) if match and match["port"] else None
    if match is None or port == 0 or (port or 0) > 65535 or not _is_host(match["host"]):
        raise ConfigurationError(f"{setting} must look like https://host/path: http or https, ASCII, no user name, query or fragment.")
    scheme = match["scheme"].lower()
    return Address(Origin(scheme, match["host"].lower(), port or DEFAULT_PORTS[scheme]), (match["path"] or "").rstrip("/"))


def _is_host(host: str) -> bool:
    """Whether the name service takes it; what it does not, it refuses in ways of its own."""
    labels = host.removesuffix(".").split(".")
    return host.startswith("[") or (len(host) < 254 and all(0 < len(label) < 64 for label in labels))


class Values:
    """Settings with the environment behind them."""

    __slots__ = ("configuration", "definition", "environ")

    def __init__(self, definition: ApiDefinition, configuration: Configuration, environ: Mapping[str, str]) -> None:
        self.definition = definition
        self.configuration = configuration
        self.environ: Mapping[str, str] = environ if configuration.environment else {}

    def check_keys(self) -> None:
        """Raises ConfigurationError for a key, or the prefix of one, that no scheme is called by: it would never be sent."""
        schemes = (scheme for scheme in self.definition.schemes if scheme.kind == "apiKey" or scheme.flow == "key_exchange")
        known = dict.fromkeys(name for scheme in schemes for name in (scheme.name, scheme.parameter))
        for setting in ("api_key", "api_key_prefix"):
            if unknown := [repr(name) for name in getattr(self.configuration, setting) if name and name not in known]:
                raise ConfigurationError(f"{setting} has unknown names: {', '.join(unknown)} (known: {', '.join(known) or 'none'}).")

    def variable(self, names: tuple[str, ...]) -> str | None:
        """The first of these environment variables that is set and not empty."""
        return next((value for name in names if (value := self.environ.get(name))), None)

    def of(self, scheme: SecurityScheme, setting: str, sources: dict[str, str] | None = None) -> Any:
        """A setting of a scheme: from the configuration, else from the scheme's environment variables; `sources` then says from which."""
        configured = getattr(self.configuration, setting, None)
        wrong = not_text(configured, setting) if setting != "scopes" else None
        if wrong is not None:
            del configured
            raise wrong
        variable = None if configured else next(filter(self.environ.get, scheme.variables_of.get(setting, ())), None)
        if variable is None:
            return configured
        if sources is not None:
            sources[setting] = f"environment variable {variable}"
        return self.environ[variable]

    def address(self) -> Address:
        """Where the API is."""
        definition, variables = self.definition, self.definition.base_url_variables
        url, setting = self._configured_url()
        if url is None:
            url = definition.base_url
        elif definition.base_url_suffix and not url.rstrip("/").endswith(definition.base_url_suffix):
            url = url.rstrip("/") + definition.base_url_suffix
        if url is None:
            raise ConfigurationError(f"{definition.name} has no default base URL: set base_url{or_variables(variables)}.")
        return address_of(self._filled(url), setting)

    def _configured_url(self) -> tuple[str | None, str]:
        """The base URL that the user set, if any, and what it was set by."""
        variables = self.definition.base_url_variables
        url = self.configuration.base_url
        wrong = not_text(url, "base_url")
        if wrong is not None:
            raise wrong
        return (url, "base_url") if url is not None else (self.variable(variables), " or ".join(variables) or "base_url")

    def own_server(self, url: str) -> Address:
        """Where an operation with a server of its own is. A base URL of the user's stands in the place of all servers: it gets the path of this one."""
        url, base, configured = self._filled(url), self.address(), self._configured_url()[0]
        own = address_of(url if "://" in url else f"{base.origin.scheme}://{base.origin.authority}/{url.lstrip('/')}", "server")
        if configured is None:
            return own
        documented = address_of(self._filled(self.definition.base_url)).path if self.definition.base_url else ""
        ending = max((path for path in (documented, self.definition.base_path) if base.path.endswith(path)), key=len, default="")
        return Address(base.origin, base.path.removesuffix(ending) + own.path)

    def _filled(self, url: str) -> str:
        """A URL with the values of the variables in it. A value may hold what the documented ones hold."""
        variables = self.definition.server_variables
        if unknown := self.configuration.server_variables.keys() - {variable.name for variable in variables}:
            raise ConfigurationError(f"server_variables[{min(unknown)!r}]: the base URL of {self.definition.name} has no such variable.")
        for variable in (variable for variable in variables if f"{{{variable.name}}}" in url):
            name, mark = variable.name, f"{{{variable.name}}}"
            documented = (*variable.values, *((variable.default,) if variable.default is not None else ()))
            value = self.configuration.server_variables.get(name) or self.variable(variable.variables) or variable.default
            if value is None:
                raise ConfigurationError(
                    f"The base URL has {mark}: set server_variables={{{name!r}: …}}{or_variables(variable.variables)}."
                )
            if variable.values and value not in documented:
                raise ConfigurationError(f"server_variables[{name!r}] must be one of {', '.join(map(repr, variable.values))}.")
            more = set("".join(documented)) & {":", "/"}
            if value not in documented and (not re.fullmatch(f"[A-Za-z0-9._~{''.join(more)}-]+", value) or value in (".", "..")):
                raise ConfigurationError(f"server_variables[{name!r}] may hold letters, digits and . _ ~ - only.")
            url = url.replace(mark, value)
        return url

    def is_set(self, scheme: SecurityScheme) -> bool:
        """Whether the configuration itself (not the environment) holds something for this scheme."""
        configuration = self.configuration
        if scheme.kind == "apiKey":
            return bool(self.key(scheme))
        if scheme.kind in ("basic", "digest"):
            return bool(configuration.username)
        if scheme.kind == "mutualTLS":
            return self.has_certificate()
        if scheme.flow == "key_exchange" and any(configuration.api_key.values()):
            return True
        if scheme.password_url and configuration.username:
            return True
        return bool(configuration.access_token or configuration.client_id or configuration.client_secret)

    def has_certificate(self) -> bool:
        """Whether connections show a client certificate, as far as the settings tell: a TLS context or a client of the user's may hold one."""
        configuration = self.configuration
        return bool(configuration.cert or configuration.http_client is not None or not isinstance(configuration.verify, (bool, str)))

    def endpoint(self, url: str) -> str:
        """The address of a token endpoint; a path is one on the host of the API."""
        if "://" in url:
            return url
        origin = self.address().origin
        return f"{origin.scheme}://{origin.authority}/{url.lstrip('/')}"

    def secret(self, scheme: SecurityScheme, *, named: bool = False) -> Secret | Callable[[], Any] | None:
        """The key or token for a scheme: text, a function, or None. `named`: see `key`."""
        is_key = scheme.kind == "apiKey"
        value = (self.key(scheme, named=named) if is_key else self.configuration.access_token) or self.variable(scheme.variables)
        wrong = not_text(value, f"api_key[{scheme.name!r}]" if is_key else "access_token")
        if wrong is None:
            return value if value is None or callable(value) else Secret(value)
        del value
        raise wrong

    def key(self, scheme: SecurityScheme, *, named: bool = False) -> Any:
        """The API key that the user gave for a scheme, or None. `named`: a key that names no scheme is not meant."""
        keys = self.configuration.api_key
        # Documented clients know keys by scheme name and, in older examples, by header name.
        return keys.get(scheme.name) or keys.get(scheme.parameter) or (None if named else keys.get("")) or None

    def credentials(self, scheme: SecurityScheme, secret: Secret) -> Credentials:
        """What a key or token adds to a request. Raises ConfigurationError."""
        bearer = scheme.kind != "apiKey"
        try:
            value = header_value(
                f"Bearer {secret.reveal().strip()}" if bearer else self._prefixed(scheme, secret.reveal()),
                "access_token" if bearer else f"api_key[{scheme.name!r}]",
                ";" if scheme.location == "cookie" else "",
            )
        except ValueError as error:
            problem = str(error)
        else:
            if bearer:
                return Credentials(((b"Authorization", value),))
            if scheme.location == "query":
                return Credentials(query=((scheme.parameter, value.decode("ascii")),))
            name = scheme.parameter.encode("ascii")
            return Credentials(((b"Cookie", name + b"=" + value) if scheme.location == "cookie" else (name, value),))
        # Outside of the block above, so that the error does not lead to frames that hold the secret.
        raise ConfigurationError(problem)

    def _prefixed(self, scheme: SecurityScheme, key: str) -> str:
        prefixes = self.configuration.api_key_prefix
        prefix = prefixes.get(scheme.name) or prefixes.get(scheme.parameter) or scheme.prefix
        return f"{prefix} {key}" if prefix and key.strip() and not key.startswith(f"{prefix} ") else key

    def user(self, scheme: SecurityScheme, way: str = "HTTP Basic authentication") -> tuple[str, str] | None:
        """User name and password; None when neither is set. Raises ConfigurationError when one is missing."""
        username, password = self.of(scheme, "username"), self.of(scheme, "password")
        if not username and not password:
            return None
        if username and password is not None:
            return username, password
        missing = "password" if username else "username"
        del username, password
        raise ConfigurationError(f"{way} needs username and password: {missing} is not set.")

    def basic(self, scheme: SecurityScheme) -> Credentials | None:
        """What user name and password add to a request; None when they are not set."""
        user = self.user(scheme)
        try:
            return None if user is None else Credentials(((b"Authorization", basic(*user)),))
        except ValueError as error:
            problem = str(error)
        del user
        raise ConfigurationError(problem)

    def missing(self, security: tuple[tuple[str, ...], ...]) -> ConfigurationError:
        """The error for a call that needs one of these alternatives when none has settings."""
        together = [[scheme for scheme in self.definition.schemes if scheme.name in names] for names in security]
        ways = [" and ".join(way(scheme, named=several_keys(schemes)) for scheme in schemes) for schemes in together if schemes]
        return ConfigurationError(f"No credentials for {self.definition.name}: {'; or '.join(ways) or 'set auth=…'}. Nothing was sent.")


def not_text(value: Any, setting: str) -> ConfigurationError | None:
    """The error for a setting that is neither text nor a function that gives one. It does not show the value."""
    if value is None or isinstance(value, str | Secret) or callable(value):
        return None
    return ConfigurationError(f"{setting} must be a string, got {type(value).__name__}. Nothing was sent.")


def header_pair(name: str, value: Any, where: str) -> tuple[bytes, bytes]:
    """A header that the user gave, checked: no line breaks, nothing that the client itself is responsible for. Raises ValueError, TypeError, without the value."""
    if not isinstance(name, str) or not _TOKEN.fullmatch(name):  # pyright: ignore[reportUnnecessaryIsInstance]
        problem = "a header name may hold letters, digits and !#$%&'*+.^_`|~- only."
    elif name.lower() in FORBIDDEN_HEADERS:
        problem = f"the header {name} is the client's own and cannot be set here."
    elif not isinstance(value, str):
        raise TypeError(f"{where}: the value of the header {name} must be a string, got {type(value).__name__}.")
    elif _CONTROL.search(value.strip(" \t")):
        problem = f"the value of the header {name} holds a line break or another control character."
    elif not value.isascii() and max(value) > "\xff":
        problem = f"the value of the header {name} holds a character outside Latin-1."
    else:
        return name.encode("ascii"), value.strip(" \t").encode("latin-1")
    del name, value
    raise ValueError(f"{where}: {problem}")


def overlaid(headers: list[tuple[bytes, bytes]], over: list[tuple[bytes, bytes]]) -> WireHeaders:
    """Headers with others over them, which replace those of the same name in whatever case. Cookies add up, in one header."""
    replaced = {name.lower() for name, _ in over}
    if b"cookie" in replaced:
        cookies = [value for name, value in (*headers, *over) if name.lower() == b"cookie"]
        over = [*(pair for pair in over if pair[0].lower() != b"cookie"), (b"Cookie", b"; ".join(cookies))]
    return WireHeaders([*(pair for pair in headers if pair[0].lower() not in replaced), *over])


def header_pairs(headers: Mapping[str, Any], where: str, kind: type[ClientError], advice: str = "") -> list[tuple[bytes, bytes]]:
    """All of them; of one name in several spellings, the last. Raises `kind`, in no frame that holds a value."""
    try:
        pairs = [header_pair(name, value, where) for name, value in headers.items()]
        return list({name.lower(): (name, value) for name, value in pairs}.values())
    except (ValueError, TypeError) as error:
        problem = f"{error}{advice}"
    del headers
    raise kind(problem)
