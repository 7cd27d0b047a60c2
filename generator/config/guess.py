"""A document → a first `client.yaml`, and a list of what was guessed in it.

What the document does not say is guessed, so that a package can be generated.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from itertools import count
from typing import Any, Final

from ..load.json_types import is_array, is_object, methods_of, table
from ..load.names import in_ascii, is_keyword, snake
from ..load.pointers import resolve
from .checks import class_name, identifier
from .urls import why_unsafe

_LONGEST: Final = 60
"""Of an attribute: files are called like it."""
_PLAIN: Final = re.compile(r"[A-Za-z][A-Za-z0-9_ ./-]*\Z")
_WORDS: Final = {"true", "false", "null", "yes", "no", "on", "off"}


@dataclass(frozen=True)
class Guess:
    """The text of a `client.yaml`, and what a person should look at."""

    text: str
    notes: tuple[str, ...]


def guess(name: str, document: Mapping[str, Any], taken: Collection[str]) -> Guess:
    """The settings of the API `name` (a Python name in small letters); `taken` has the words that no attribute or class of a client can be called."""
    return _Guesser(name, document, taken).guess()


class _Guesser:
    def __init__(self, name: str, document: Mapping[str, Any], taken: Collection[str]) -> None:
        self.name = name
        self.document = document
        self.taken = taken
        self.variable = name.upper()
        self.notes: list[str] = []

    def guess(self) -> Guess:
        info: Any = self.document.get("info") or {}
        title = " ".join(str(info.get("title") or "").split()) or self.name
        client = "".join(part.capitalize() for part in self.name.split("_"))
        client = f"{client}Client" if client in self.taken or class_name(client) else client
        base_url = self.base_url()
        self.notes.append(f"client_class: {client}, version: 0.1.0, package: {self.name}_client: made from the name {self.name!r}")
        head = {
            "package": f"{self.name}_client",
            "distribution": f"{self.name.replace('_', '-')}-client",
            "version": "0.1.0",
            "title": title if title.isprintable() else self.name,
            "client_class": client,
            "base_url": base_url,
        }
        lines = [f"{key}: {_text(value)}" for key, value in head.items() if value]
        security = [*self.security()]
        lines += ["environment:", f"  base_url: {self.variable}_BASE_URL", *self.server_variables(base_url, "\n".join(security))]
        lines += security
        apis = list(self.apis(client))
        lines += ["apis:", *apis] if apis else ["apis: {}"]
        return Guess("\n".join(lines) + "\n", tuple(self.notes))

    def base_url(self) -> str:
        """The address of the first server that has one; empty where users have to give it, or its variables."""
        listed: Any = self.document.get("servers")
        servers = [server for server in listed if is_object(server)] if is_array(listed) else []
        absolute = [server for server in servers if "://" in _filled(server) and not why_unsafe(_filled(server))]
        if not absolute and "://" not in "".join(_filled(server) for server in servers[:1]):
            self.notes.append("base_url: left out, since the document names no whole address: users have to give it")
            return ""
        if not absolute:
            address = f"https://{self.name.replace('_', '-')}.example"
            self.notes.append(f"base_url: {address} is a placeholder, because the document has no server: write the base URL of the API")
            return address
        url, values = _filled(absolute[0]), _values(absolute[0])
        missing = [name for name, value in values.items() if not value]
        if missing and absolute[0] is servers[0]:
            told = f"{absolute[0].get('url')} of the document, whose variables users have to give: {', '.join(missing)}"
            self.notes.append(f"base_url: left out, so that it is {told}")
            return ""
        if len(servers) > 1 or values:
            filled = "".join(f", {name}={value or name}" for name, value in values.items())
            self.notes.append(f"base_url: {url} is the first of the servers in the document that can be used{filled}")
        return url

    def server_variables(self, base_url: str, security: str) -> Iterator[str]:
        """Environment variables of the variables of the first server, where its address is that of the client; none that `security` has."""
        listed: Any = self.document.get("servers")
        first = listed[0] if is_array(listed) and listed and is_object(listed[0]) else {}
        named = _values(first) if base_url in ("", _filled(first)) else {}
        found = {name: f"{self.variable}_{re.sub('[^A-Z0-9_]', '_', name.upper())}" for name in named if not identifier(name)}
        free = {name: each for name, each in found.items() if name != "base_url" and each not in security.split()}
        if free:
            self.notes.append(f"environment: the variables of the address: {', '.join(free)}")
        yield from (f"  {_text(name)}: {each}" for name, each in free.items())

    def security(self) -> Iterator[str]:
        schemes = table(table(self.document.get("components")).get("securitySchemes"))
        kinds = {name: _kind(scheme) for name, scheme in schemes.items()}
        if not schemes:
            self.notes.append("security: the document names no security scheme, so that no credentials are sent")
            return
        yield "security:"
        for name, kind in kinds.items():
            yield f"  {_text(str(name))}:"
            if kind:
                alone = list(kinds.values()).count(kind) == 1
                variable = f"{self.variable}_{kind}" if alone else f"{self.variable}_{(snake(str(name)) or kind).upper()}"
                yield f"    environment: {re.sub('[^A-Z0-9_]', '_', variable)}"
            said = " ".join(str(schemes[name].get("description") or "").split()).split(". ")[0]
            yield f"    hint: {_text(said if said.isprintable() and said else 'what the scheme ' + json.dumps(str(name)) + ' of the API takes')}"
        self.notes.append(
            f"security: {', '.join(map(str, schemes))}: names of environment variables and hints, for the README and for errors"
        )

    def apis(self, client: str) -> Iterator[str]:
        groups: dict[str, list[str]] = {}
        for tag in dict.fromkeys(self.tags()):
            groups.setdefault(_attribute(tag) or "default", []).append(tag)
        descriptions = {
            str(tag.get("name")): str(tag.get("description") or "") for tag in self.document.get("tags") or () if is_object(tag)
        }
        seen = {client, f"Async{client}"}
        used = set(groups)
        for attribute, tags in groups.items():
            words = "".join(part.capitalize() for part in attribute.split("_"))
            name = next(
                name for name in _names(f"{words}Api", f"{words}OperationsApi", f"{words}GroupApi") if name not in seen | set(self.taken)
            )
            seen |= {name, f"Async{name}"}
            free = attribute
            if attribute in self.taken or is_keyword(attribute):
                free = next(name for name in _names(f"{attribute}_api") if name not in used | set(self.taken))
            used.add(free)
            yield f"  {name}:"
            yield f"    attribute: {_text(free)}"
            yield f"    tags: [{', '.join(_text(tag, flow=True) for tag in tags)}]"
            said = " ".join(descriptions.get(tags[0], "").split()).split(". ")[0]
            said = said if said.isprintable() and said else f"Operations of {', '.join(filter(str.isprintable, tags)) or attribute}"
            yield f"    description: {_text(said if said.endswith('.') else said + '.')}"
        self.notes.append(f"apis: one class per tag, named after it: {', '.join(groups) or 'none'}")

    def tags(self) -> Iterator[str]:
        paths: Any = self.document.get("paths") or {}
        for item in (resolve(self.document, item) for item in paths.values()):
            more = table(table(item).get("additionalOperations"))
            for operation in (*(item[method] for method in methods_of(item)), *filter(is_object, more.values())):
                tags = operation.get("tags")
                yield str(tags[0]) if is_array(tags) and tags else "default"


def _names(*wanted: str) -> Iterator[str]:
    """Names in the order of preference, without end."""
    yield from wanted
    yield from (f"{wanted[0]}{number}" for number in count(2))


def _filled(server: Mapping[str, Any]) -> str:
    """The URL of a server; a variable that has no value stands in it by its name."""
    url = str(server.get("url", ""))
    for name, value in _values(server).items():
        url = url.replace("{" + name + "}", value or name)
    return url


def _values(server: Mapping[str, Any]) -> dict[str, str]:
    """Variables of a server → the default, else the first value that is allowed; empty: there is none."""
    variables = {str(name): table(variable) for name, variable in table(server.get("variables")).items()}
    named = re.findall(r"\{([^{}]+)\}", str(server.get("url", "")))
    allowed = {name: variables.get(name, {}).get("enum") for name in named}
    firsts = {name: values[0] if is_array(values) and values else "" for name, values in allowed.items()}
    return {name: str(variables.get(name, {}).get("default", firsts[name])) for name in named}


def _kind(scheme: Any) -> str:
    """What an environment variable of a scheme holds; empty: one variable is not enough."""
    kind = scheme.get("type") if is_object(scheme) else None
    if kind == "apiKey":
        return "API_KEY"
    word = str(scheme.get("scheme", "")).lower() if kind == "http" else "bearer"
    return "" if word in ("basic", "digest") or kind == "mutualTLS" else "ACCESS_TOKEN" if word == "bearer" else "API_KEY"


def _attribute(tag: str) -> str:
    """A tag as the name of an attribute; empty when nothing of it is a letter that Python's names have."""
    plain = snake(in_ascii(tag))[:_LONGEST].rstrip("_")
    return f"group_{plain}" if plain[:1].isdigit() else plain


def _text(value: str, flow: bool = False) -> str:
    """A text of YAML: as it is where that is one, else in double quotes."""
    plain = _PLAIN.match(value) and value.lower() not in _WORDS and value == value.strip()
    if not flow and re.match(r"https?://[A-Za-z0-9._~/:@-]+\Z", value) and not value.endswith(":"):
        return value
    return value if plain or re.match(r"\d+\.\d+\.\d+\Z", value) else json.dumps(value, ensure_ascii=False)
