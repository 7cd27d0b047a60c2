"""What a user of a client sets: credentials, environment variables, keywords of the constructor."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from ..load.json_types import is_object
from ..load.pointers import resolve
from .model.parts import Code, Name, Text
from .model.settings import SecurityScheme, Setting, Variable

if TYPE_CHECKING:
    from ..config.client_yaml import ClientConfig
    from .handwritten import WrittenArgument
    from .model.package import Package
    from .servers import Servers


def variables(config: ClientConfig, servers: Servers) -> Iterable[Variable]:
    """The environment variables that the README lists."""
    for scheme in config.security.values():
        if scheme.environment:
            yield Variable(Text(scheme.environment), Text(scheme.hint))
    for key, value in config.environment.items():
        if key == "base_url":
            yield Variable(Text(value.variable), Text(value.description or f"the base URL of the API{_unless(servers.base_url.value)}"))
        elif all(value.variable != scheme.environment for scheme in config.security.values()):
            yield Variable(Text(value.variable), Text(value.description or f"the setting `{key}`"))


def _unless(url: str) -> str:
    return f"; by default {url}" if url else ""


def schemes(data: Mapping[str, Any], config: ClientConfig) -> Iterable[SecurityScheme]:
    """The ways to authenticate."""
    for name, raw in data.get("components", {}).get("securitySchemes", {}).items():
        scheme = resolve(data, raw)
        kind, prefix = str(scheme["type"]), ""
        if kind == "http":
            word = str(scheme.get("scheme", "bearer"))
            known = word.lower() in ("basic", "bearer", "digest")
            # Any other scheme of HTTP is a word before what the user gives.
            kind, prefix = (word.lower(), "") if known else ("apiKey", word)
        flows = scheme.get("flows", {})
        settings = config.security.get(str(name))
        yield SecurityScheme(
            name=Text(str(name)),
            kind=kind,
            parameter=Text(str(scheme.get("name", "Authorization"))),
            location=str(scheme.get("in", "header")),
            variables=(Text(settings.environment),) if settings and settings.environment else (),
            hint=Text((settings.hint if settings else "") or str(scheme.get("description", ""))),
            prefix=Text(prefix),
            token_url=Text(str(flows.get("clientCredentials", {}).get("tokenUrl", ""))),
            password_url=Text(str(flows.get("password", {}).get("tokenUrl", ""))),
            discovery_url=Text(str(scheme.get("openIdConnectUrl", "")) if kind == "openIdConnect" else ""),
            scopes=tuple(Text(scope) for scope in _scopes(data, str(name)))
            if {"clientCredentials", "password"} & flows.keys() or kind == "openIdConnect"
            else (),
        )


def _scopes(data: Mapping[str, Any], scheme: str) -> Iterable[str]:
    """The scopes that operations ask of a scheme, each once."""
    items = [item for path in data.get("paths", {}).values() for item in path.values() if is_object(item) and "responses" in item]
    requirements = [*data.get("security", ()), *(one for item in items for one in item.get("security", ()))]
    return dict.fromkeys(str(scope) for requirement in requirements for scope in requirement.get(scheme, ()))


def constructor(settings: Iterable[WrittenArgument], package: Package) -> Iterable[Setting]:
    """The settings of a client, each with the environment variables that stand behind it."""
    secrets = {
        "api_key": [item for item in package.security if item.is_key],
        "access_token": [item for item in package.security if item.is_token],
    }
    for item in settings:
        variables = [
            *((variable, Text("")) for variable in package.base_url_variables if item.name in ("base_url", "host")),
            *((variable, scheme.hint) for scheme in secrets.get(item.name, ()) for variable in scheme.variables),
        ]
        notes = [Text(f"Environment variable: {name.value}{f' ({hint.value})' if hint else ''}.") for name, hint in variables]
        if item.name == "base_url" and package.base_url:
            notes.insert(0, Text(f"Default: `{package.base_url.value}`."))
        declared = Code(f"{item.name}: {item.type} = {item.default}")
        yield Setting(Name(item.name), declared, (Text(item.text), *notes))
