"""`client.yaml` → `ClientConfig`: what a package is called and how its client is put together.

Checked like a spec: every mistake is a problem with its place.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from ..load.json_types import is_array, is_object
from ..load.pointers import join
from ..load.problems import Place, Problems
from ..load.source_map import SourceMap
from ..load.yaml_reader import read_yaml
from .checks import (
    DISTRIBUTION,
    DOCUMENTED_CLASS,
    EXTRA,
    POINTER,
    VARIABLE,
    VERSION,
    Check,
    anything,
    class_in_module,
    class_name,
    dotted,
    identifier,
    matches,
    method_at,
    package_name,
    requirement,
    source,
    url,
    why_missing,
)
from .project import Facts
from .reader import Reader


@dataclass(frozen=True, slots=True)
class VariableConfig:
    """The environment variable of a setting."""

    variable: str
    description: str = ""
    """What the setting does, for the README."""


@dataclass(frozen=True, slots=True)
class SecurityConfig:
    """How a security scheme of the document is set by a user."""

    environment: str = ""
    """The environment variable that carries the key, token or secret."""
    hint: str = ""
    """What to put there, for documentation and errors."""


@dataclass(frozen=True, slots=True)
class ApiConfig:
    """One API class: which operations stand on it, and where it stands on the client."""

    name: str
    attribute: str
    """On the client: `core`, or `datapoints.synthetic`."""
    tags: tuple[str, ...] | str
    """Its operations are those with one of these tags; "*" takes all."""
    description: str = ""
    handwritten: str | None = None
    """The module in `handwritten/<api>/aio` whose class of the same name adds to this one."""


@dataclass(frozen=True, slots=True)
class ClientConfig:
    """The settings of one package."""

    package: str
    distribution: str
    version: str
    title: str
    client_class: str
    base_url: str
    environment: Mapping[str, VariableConfig]
    """Setting of the client → environment variable."""
    security: Mapping[str, SecurityConfig]
    apis: Mapping[str, ApiConfig]
    aliases: Mapping[str, str]
    """Documented exception name → class of the error tree."""
    documented_package: str = ""
    """The import name in the examples of the source documents."""
    extras: Mapping[str, tuple[str, ...]] = field(default_factory=dict[str, tuple[str, ...]])
    """Optional dependency group → requirements."""
    handwritten: str = ""
    """The module in `handwritten/<api>/aio` whose client class adds to the generated one."""
    exceptions: Mapping[str, str] = field(default_factory=dict[str, str])
    """Documented exception → its module in `handwritten/<api>`."""
    class_prefix: str = ""
    """What the bases of documented classes begin with: `Cognite` makes `CogniteResource`; they stand in `public/data_classes/_base.py`."""
    mixins: Mapping[str, str] = field(default_factory=dict[str, str])
    """Documented class → `module.Class` in `handwritten/<api>` with methods for it."""
    classes: Mapping[str, str] = field(default_factory=dict[str, str])
    """Documented class that is no schema, with its module of `data_classes` (`module.Class`) → its module in `handwritten/<api>`."""
    testing: Mapping[str, str] = field(default_factory=dict[str, str])
    """What the package's `testing` exports beside the local server → its module in `handwritten/<api>`."""
    raises: Mapping[str, str] = field(default_factory=dict[str, str])
    """`refused`, `missing`, `duplicated` → the exception that the hand-written client makes of it."""
    missing_ids: str = ""
    """A JSON pointer: where an error lists the ids that do not exist."""
    examples: Mapping[str, str] = field(default_factory=dict[str, str])
    """`attribute.method` → statements that show it, where no schema can say how."""
    lint: str = ""
    """`house`: the document is held to the rules for our own. `openapi` or "": what is merely sloppy is put right, with warnings."""
    released: str = ""  # the date of the release of this version
    project: Facts = field(default_factory=Facts)
    """What the project says of all its packages."""


def load_config(path: Path, problems: Problems, handwritten: Path | None = None) -> ClientConfig | None:
    """Read `client.yaml`; None when it is no mapping that can be read. A setting that is wrong is a problem, and empty in the result.

    With `handwritten/<api>`, what is named in it has to be there.
    """
    places = SourceMap(path.as_posix())
    before = problems.errors
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "not UTF-8 text"
        hint = "it names the package; see docs/client-yaml.md"
        problems.error(f"client.yaml cannot be read: {reason}", rule="settings", hint=hint, place=Place(path.as_posix()))
        return None
    places.root = read_yaml(text, path.as_posix(), places, problems)
    if problems.errors > before:
        return None
    return _Checker(places, problems, handwritten).config(places.root)


_TEXTS: Final[dict[str, tuple[Check, bool]]] = {
    "package": (package_name, True),
    "distribution": (matches(DISTRIBUTION, "the name of a distribution (small letters, digits, hyphens)"), True),
    "version": (matches(VERSION, "a version such as 0.1.0"), True),
    "title": (anything, True),
    "client_class": (class_name, True),
    "base_url": (url, False),
    "documented_package": (anything, False),
    "handwritten": (dotted, False),
    "class_prefix": (class_name, False),
    "lint": (matches(re.compile(r"(house|openapi)\Z"), "openapi or house"), False),
    "released": (matches(re.compile(r"\d{4}-\d\d-\d\d\Z"), "a date such as 2026-02-02"), False),
    "missing_ids": (matches(POINTER, "a JSON pointer such as /error/missing"), False),
}
_OTHERS: Final = (
    *("environment", "security", "apis", "aliases", "extras", "mixins", "exceptions"),
    *("classes", "testing", "raises", "examples"),
)
_RAISES: Final = ("refused", "missing", "duplicated")


class _Checker(Reader):
    """Reads the settings of one package."""

    def __init__(self, places: SourceMap, problems: Problems, handwritten: Path | None) -> None:
        super().__init__(places, problems)
        self.folder = handwritten

    def config(self, data: Any) -> ClientConfig | None:
        if not is_object(data):
            self.error("", "client.yaml is not a mapping", "start with `package: NAME`")
            return None
        self.keys(data, "", (*_TEXTS, *_OTHERS))
        texts: dict[str, Any] = {key: self.text(data, "", key, check, required) for key, (check, required) in _TEXTS.items()}
        apis = {name: api for name in self.members(data, "", "apis") if (api := self.api(data["apis"], name))}
        if not apis and data.get("apis") != {}:  # a document with webhooks only has no operations
            self.error("/apis", "no API class is listed", "name at least one class under `apis`, with the tags of its operations")
        self.attributes(apis)
        return ClientConfig(
            **texts,
            environment=self.environment(data),
            security={name: self.security(data["security"], name) for name in self.members(data, "", "security")},
            apis=apis,
            aliases=self.table(data, "aliases", class_name, class_name),
            extras=self.extras(data),
            exceptions=self.handwritten(data, "exceptions", class_name),
            mixins=self.mixins(data),
            classes=self.handwritten(data, "classes", matches(DOCUMENTED_CLASS, "a module of `data_classes` and a class: `module.Class`")),
            testing=self.handwritten(data, "testing", identifier),
            raises=self.raises(data),
            examples=self.table(data, "examples", method_at, source),
        )

    def handwritten(self, data: Mapping[str, Any], key: str, check: Check) -> dict[str, str]:
        """A table: something that users import → the hand-written module that defines it."""
        found = self.table(data, key, check, dotted)
        for name, module in found.items():
            if check(name) is None:
                self.exists(join("", key, name), module, name.rpartition(".")[2])
        return found

    def mixins(self, data: Mapping[str, Any]) -> dict[str, str]:
        found = self.table(data, "mixins", class_name, class_in_module)
        for name, home in found.items():
            module, _, mixin = home.rpartition(".")
            self.exists(join("/mixins", name), module, mixin)
        return found

    def exists(self, pointer: str, module: str, name: str) -> None:
        if self.folder is not None and module and (missing := why_missing(self.folder, module, name)):
            self.error(pointer, missing, "write it, or name the module that has it")

    def raises(self, data: Mapping[str, Any]) -> dict[str, str]:
        found = self.table(data, "raises", identifier, class_name)
        self.keys(found, "/raises", _RAISES)
        for key, name in found.items():
            if name and name not in self.members(data, "", "exceptions"):
                self.error(join("/raises", key), f"{name} is not among the `exceptions`", "name one of them")
        return found

    def environment(self, data: Mapping[str, Any]) -> dict[str, VariableConfig]:
        if isinstance(data.get("environment"), str):
            return {"base_url": VariableConfig(self.text(data, "", "environment", VARIABLE, True))}
        return {name: self.variable(data["environment"], name) for name in self.members(data, "", "environment")}

    def variable(self, settings: Mapping[str, Any], name: str) -> VariableConfig:
        """`NAME: VARIABLE`, or a mapping that describes it too."""
        if wrong := identifier(name):
            self.error(join("/environment", name), f"{name!r} {wrong}", "choose another name")
        value = settings[name]
        if not is_object(value):
            return VariableConfig(self.text(settings, "/environment", name, VARIABLE, True))
        pointer = join("/environment", name)
        self.keys(value, pointer, ("variable", "description"))
        variable = self.text(value, pointer, "variable", VARIABLE, True)
        return VariableConfig(variable, self.text(value, pointer, "description", anything, False))

    def security(self, data: Mapping[str, Any], name: str) -> SecurityConfig:
        pointer = join("/security", name)
        settings = data[name]
        if not is_object(settings):
            self.error(pointer, f"{name!r} is not a mapping", "give it `environment:` and `hint:`")
            return SecurityConfig()
        self.keys(settings, pointer, ("environment", "hint"))
        environment = self.text(settings, pointer, "environment", VARIABLE, False)
        return SecurityConfig(environment, self.text(settings, pointer, "hint", anything, False))

    def api(self, data: Mapping[str, Any], name: str) -> ApiConfig | None:
        pointer = join("/apis", name)
        settings = data[name]
        if wrong := class_name(name):
            self.error(pointer, f"{name!r} {wrong}", "choose another name")
        if not is_object(settings):
            self.error(pointer, f"{name!r} is not a mapping", "give it `attribute:` and `tags:`")
            return None
        self.keys(settings, pointer, ("attribute", "tags", "description", "handwritten"))
        return ApiConfig(
            name,
            self.text(settings, pointer, "attribute", dotted, True),
            self.tags(settings, pointer),
            self.text(settings, pointer, "description", anything, False),
            self.text(settings, pointer, "handwritten", dotted, False) or None,
        )

    def tags(self, settings: Mapping[str, Any], pointer: str) -> tuple[str, ...] | str:
        tags = settings.get("tags")
        if tags == "*":
            return "*"
        if is_array(tags) and tags and all(isinstance(tag, str) for tag in tags):
            return tuple(str(tag) for tag in tags)
        self.error(join(pointer, "tags"), "'tags' is not a list of tags", 'write `tags: [one, another]`, or `tags: "*"` for all')
        return ()

    def attributes(self, apis: Mapping[str, ApiConfig]) -> None:
        seen: dict[str, str] = {}
        for name, api in apis.items():
            if api.attribute and api.attribute in seen:
                hint = "every API class needs an attribute of its own"
                self.error(join("/apis", name, "attribute"), f"{name} and {seen[api.attribute]} are both called {api.attribute!r}", hint)
            seen.setdefault(api.attribute, name)

    def extras(self, data: Mapping[str, Any]) -> dict[str, tuple[str, ...]]:
        result: dict[str, tuple[str, ...]] = {}
        for name in self.members(data, "", "extras"):
            requirements = data["extras"][name]
            right = is_array(requirements) and all(isinstance(item, str) and item.isprintable() for item in requirements)
            if not right or not EXTRA.match(name):
                self.error(
                    join("/extras", name),
                    f"the extra {name!r} is not a list of requirements",
                    "write `NAME: [package>=1.2]`, NAME in small letters",
                )
                continue
            for index, text in enumerate(requirements):
                if wrong := requirement(text):
                    self.error(join("/extras", name, index), f"{text!r} {wrong}", "write one requirement per item: `package>=1.2`")
            result[name] = tuple(requirements)
        return result
