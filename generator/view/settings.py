"""What a user of a client sets: credentials, environment variables, keywords of the constructor."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

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
            yield Variable(Text(value.variable), Text(value.description or f"where the API is{_unless(servers.base_url.value)}"))
        elif all(value.variable != scheme.environment for scheme in config.security.values()):
            yield Variable(Text(value.variable), Text(value.description or f"the setting `{key}`"))


def _unless(url: str) -> str:
    return f", when not at {url}" if url else ""


def schemes(data: Mapping[str, Any], config: ClientConfig) -> Iterable[SecurityScheme]:
    """The ways to authenticate."""
    for name, scheme in data.get("components", {}).get("securitySchemes", {}).items():
        kind = str(scheme.get("scheme", "bearer")).lower() if scheme["type"] == "http" else str(scheme["type"])
        settings = config.security.get(str(name))
        yield SecurityScheme(
            name=Text(str(name)),
            kind=kind,
            parameter=Text(str(scheme.get("name", "Authorization"))),
            location=str(scheme.get("in", "header")),
            variables=(Text(settings.environment),) if settings and settings.environment else (),
            hint=Text((settings.hint if settings else "") or str(scheme.get("description", ""))),
        )


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
