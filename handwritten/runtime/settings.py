"""From what the API declares, what the user set and the environment to what a client works with. Pure: the environment is passed in.

Every setting is checked here, and each error names the setting and the environment variable that may hold it. No value is ever shown.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import msgspec

from .configuration import ApiDefinition, Configuration, SecurityScheme
from .credentials import Credentials, basic, header_value
from .errors import ConfigurationError

_BASE_URL = re.compile(
    r"(?P<scheme>https?)://(?P<host>\[[0-9A-Fa-f:.]+\]|[A-Za-z0-9._~-]+)(?::(?P<port>[0-9]{1,5}))?(?P<path>/[^?#\s]*)?", re.IGNORECASE
)
_TOKEN = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
FORBIDDEN_HEADERS = frozenset(
    {
        "authorization",
        "proxy-authorization",
        "host",
        "content-length",
        "transfer-encoding",
        "connection",
        "upgrade",
        "te",
        "trailer",
        "expect",
    }
)


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
    def authority(self) -> str:
        """For the Host header."""
        return self.origin.authority

    @property
    def url(self) -> str:
        """The base URL."""
        return f"{self.origin.scheme}://{self.authority}{self.path}"


def address_of(url: str, setting: str = "base_url") -> Address:
    """Take a base URL apart. Raises ConfigurationError when it is not one."""
    match = _BASE_URL.fullmatch(url.strip())
    port = int(match["port"]) if match and match["port"] else None
    if match is None or port == 0 or (port or 0) > 65535 or not _is_host(match["host"]):
        raise ConfigurationError(f"{setting} must look like https://host/path: http or https, without user name, query or fragment.")
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

    def __repr__(self) -> str:
        return f"<settings of {self.definition.name}>"

    def variable(self, names: tuple[str, ...]) -> str | None:
        """The first of these environment variables that is set and not empty."""
        for name in names:
            value = self.environ.get(name)
            if value:
                return value
        return None

    def of(self, scheme: SecurityScheme, setting: str) -> Any:
        """A setting of a scheme: from the configuration, else from the scheme's environment variables."""
        given = getattr(self.configuration, setting, None)
        return given if given else self.variable(scheme.variables_of.get(setting, ()))

    def address(self) -> Address:
        """Where the API is."""
        definition = self.definition
        url = self.configuration.base_url
        setting = "base_url"
        if url is None:
            url = self.variable(definition.base_url_variables)
            setting = " or ".join(definition.base_url_variables) or setting
        if url is None:
            url = definition.base_url
        elif definition.base_url_suffix and not url.rstrip("/").endswith(definition.base_url_suffix):
            url = url.rstrip("/") + definition.base_url_suffix
        if url is None:
            raise ConfigurationError(
                f"{definition.name} has no address of its own: set base_url{_or_variables(definition.base_url_variables)}."
            )
        return address_of(self._filled(url), setting)

    def _filled(self, url: str) -> str:
        for variable in self.definition.server_variables:
            mark = f"{{{variable.name}}}"
            if mark not in url:
                continue
            value = self.configuration.server_variables.get(variable.name) or self.variable(variable.variables) or variable.default
            if value is None:
                raise ConfigurationError(
                    f"The address of {self.definition.name} holds {mark}: set server_variables={{{variable.name!r}: …}}{_or_variables(variable.variables)}."
                )
            if not re.fullmatch(r"[A-Za-z0-9._~-]+", value) or value in (".", ".."):
                raise ConfigurationError(f"server_variables[{variable.name!r}] may hold letters, digits and . _ ~ - only.")
            url = url.replace(mark, value)
        return url

    def is_set(self, scheme: SecurityScheme) -> bool:
        """Whether the configuration itself (not the environment) holds something for this scheme."""
        configuration = self.configuration
        if scheme.kind == "apiKey":
            return any(configuration.api_key.get(name) for name in (scheme.name, scheme.parameter, ""))
        if scheme.kind == "basic":
            return bool(configuration.username)
        if scheme.flow == "key_exchange" and any(configuration.api_key.values()):
            return True
        return bool(configuration.access_token or configuration.client_id or configuration.client_secret)

    def secret(self, scheme: SecurityScheme) -> Any:
        """The key or token that the user gave for a scheme: text, a function, or None."""
        configuration = self.configuration
        if scheme.kind == "apiKey":
            # Documented clients know keys by scheme name and, in older examples, by header name.
            for name in (scheme.name, scheme.parameter, ""):
                if configuration.api_key.get(name):
                    return configuration.api_key[name]
        elif scheme.kind != "basic" and configuration.access_token:
            return configuration.access_token
        return self.variable(scheme.variables)

    def credentials(self, scheme: SecurityScheme, secret: str) -> Credentials:
        """What a key or token adds to a request."""
        try:
            if scheme.kind != "apiKey":
                return Credentials(((b"Authorization", b"Bearer " + header_value(secret, "access_token")),))
            setting = f"api_key[{scheme.name!r}]"
            prefix = (
                self.configuration.api_key_prefix.get(scheme.name)
                or self.configuration.api_key_prefix.get(scheme.parameter)
                or scheme.prefix
            )
            value = header_value(f"{prefix} {secret}" if prefix and not secret.startswith(f"{prefix} ") else secret, setting)
        except ValueError as error:
            raise ConfigurationError(str(error)) from None
        if scheme.location == "query":
            return Credentials(query=((scheme.parameter, value.decode("ascii")),))
        if scheme.location == "cookie":
            return Credentials(((b"Cookie", scheme.parameter.encode("ascii") + b"=" + value),))
        return Credentials(((scheme.parameter.encode("ascii"), value),))

    def basic(self, scheme: SecurityScheme) -> Credentials | None:
        """What user name and password add to a request; None when they are not set."""
        username, password = self.of(scheme, "username"), self.of(scheme, "password")
        if not username and not password:
            return None
        if not username or password is None:
            missing = "password" if username else "username"
            raise ConfigurationError(f"HTTP Basic authentication needs username and password: {missing} is not set.")
        try:
            return Credentials(((b"Authorization", basic(username, password)),))
        except ValueError as error:
            raise ConfigurationError(str(error)) from None

    def missing(self, names: tuple[str, ...]) -> ConfigurationError:
        """The error for a call that needs one of these schemes when none has settings."""
        ways = [_way(scheme) for scheme in self.definition.schemes if scheme.name in names]
        return ConfigurationError(f"No credentials for {self.definition.name}: {'; or '.join(ways) or 'set auth=…'}. Nothing was sent.")


def _way(scheme: SecurityScheme) -> str:
    if scheme.kind == "apiKey":
        return f"set api_key=…{_or_variables(scheme.variables)}"
    if scheme.kind == "basic":
        return f"set username=… and password=…{_or_variables(tuple(name for names in scheme.variables_of.values() for name in names))}"
    if scheme.kind == "bearer":
        return f"set access_token=…{_or_variables(scheme.variables)}"
    return f"set client_id=… and client_secret=…, or access_token=…{_or_variables(tuple(name for names in scheme.variables_of.values() for name in names))}"


def _or_variables(names: tuple[str, ...]) -> str:
    if not names:
        return ""
    return f" (or the environment variable{'s' if len(names) > 1 else ''} {', '.join(names)})"


def header_pair(name: str, value: Any, where: str) -> tuple[bytes, bytes]:
    """A header that the user gave, checked: no line breaks, nothing that the client itself is responsible for. Raises ValueError, TypeError, without the value."""
    if not isinstance(name, str) or not _TOKEN.fullmatch(name):  # pyright: ignore[reportUnnecessaryIsInstance]
        raise ValueError(f"{where}: a header name may hold letters, digits and !#$%&'*+.^_`|~- only.")
    if name.lower() in FORBIDDEN_HEADERS:
        raise ValueError(f"{where}: the header {name} is the client's own and cannot be set here.")
    if not isinstance(value, str):
        raise TypeError(f"{where}: the value of the header {name} must be a string, got {type(value).__name__}.")
    stripped = value.strip(" \t")
    try:
        raw = stripped.encode("latin-1")
    except UnicodeEncodeError:
        raise ValueError(f"{where}: the value of the header {name} holds a character outside Latin-1.") from None
    if any(byte < 32 and byte != 9 or byte == 127 for byte in raw):
        raise ValueError(f"{where}: the value of the header {name} holds a line break or another control character.")
    return name.encode("ascii"), raw
