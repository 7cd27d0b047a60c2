"""The larger half of a view model: the types and operations of a document. Of an earlier run, those that a change of texts does not touch are taken over."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import msgspec

from ...load.json_types import is_object, media_kind
from ...load.pointers import split
from ...load.problems import Problems
from ..model.models import Enumeration, MapModel, Model, UnionModel
from ..model.operations import Incoming, Operation
from ..resources.package import is_resourceful
from ..runtime_names import ERRORS, OTHERS
from ..schemas.types import Types
from ..servers import Servers
from ..tags import Tags
from .incoming import callbacks, webhooks
from .operations import Operations

if TYPE_CHECKING:
    from ...config.client_yaml import ClientConfig

_KINDS: Final = ("models", "maps", "enumerations", "unions")


class Parts(msgspec.Struct, frozen=True):
    """What is kept of one run."""

    models: dict[str, Model]
    maps: dict[str, MapModel]
    enumerations: dict[str, Enumeration]
    unions: dict[str, UnionModel]
    documented: dict[str, str]
    uses: dict[str, set[str]]
    recursive: set[str]
    names: dict[str, str]
    """Pointer → name of the class of a schema."""
    params: dict[str, str]
    operations: tuple[Operation, ...]


class Differs(Exception):
    """The parts that are made anew are not made as they were: the whole model has to be."""


@dataclass(frozen=True)
class Earlier:
    """The parts of an earlier run, and what has changed since then."""

    parts: Parts
    units: Collection[tuple[str, ...]]
    """Paths, webhooks and components that are made anew, as the names on the way to them."""

    def operations(self) -> dict[str, Operation]:
        """The others, by their pointers."""
        return {operation.pointer: operation for operation in self.parts.operations if not self._is_changed(operation.pointer)}

    def give(self, types: Types) -> None:
        """Have `types` know what has not changed, and the names of all classes."""
        gone: set[str] = set()
        for kind in _KINDS:
            known = getattr(self.parts, kind)
            kept = {name: item for name, item in known.items() if not self._is_changed(item.pointer)}
            setattr(types, kind, kept)
            gone |= known.keys() - kept.keys()
        types.documented = dict(self.parts.documented)
        types.uses = {name: {*uses} for name, uses in self.parts.uses.items() if name not in gone}
        types.names.take(self.parts.names, self.parts.params)
        types.recursive = {*self.parts.recursive}

    def complete(self, types: Types) -> None:
        """Make what no operation has asked for, and put everything in its order.

        Raises:
            Differs: other classes than before have come out.
        """
        types.all_components({unit[2] for unit in self.units if unit[:2] == ("components", "schemas")})
        for kind in _KINDS:
            known, made = getattr(self.parts, kind), getattr(types, kind)
            if made.keys() != known.keys():
                raise Differs
            setattr(types, kind, {name: made[name] for name in known})
        if types.names.given != (self.parts.names, self.parts.params):
            raise Differs

    def _is_changed(self, pointer: str) -> bool:
        tokens = split(pointer)
        return tuple(tokens[:2]) in self.units or tuple(tokens[:3]) in self.units


@dataclass(frozen=True)
class Read:
    """What was read of a document."""

    servers: Servers
    tags: Tags
    types: Types
    operations: tuple[Operation, ...]
    incoming: tuple[tuple[Incoming, ...], tuple[Incoming, ...]]
    """Webhooks, callbacks."""

    @property
    def parts(self) -> Parts:
        """What can be kept of it."""
        types = self.types
        names, params = types.names.given
        return Parts(
            types.models,
            types.maps,
            types.enumerations,
            types.unions,
            types.documented,
            types.uses,
            types.recursive,
            names,
            params,
            self.operations,
        )


def read(data: Mapping[str, Any], config: ClientConfig, problems: Problems, earlier: Earlier | None = None) -> Read:
    """The types and operations of a document.

    Raises:
        Differs: those of an `earlier` run are no help.
    """
    types = Types(data.get("components", {}).get("schemas", {}), problems, _taken_names(data, config))
    servers, tags = Servers(data, config), Tags(data, config.apis)
    if earlier:
        earlier.give(types)
    operations = Operations(data, types, problems, tags.module, servers).read(earlier.operations() if earlier else {})
    incoming = webhooks(data, types), callbacks(data, types)
    if earlier:
        earlier.complete(types)
    else:
        types.all_components()
    return Read(servers, tags, types, operations, incoming)


def checked(parts: Parts, units: Collection[tuple[str, ...]], before: msgspec.Raw, config: ClientConfig) -> Earlier:
    """The parts of an earlier run, of the document `before`, without those of some of its units.

    Raises:
        Differs: these are not the same when they are made anew.
    """
    earlier = Earlier(parts, units)
    problems = Problems()
    if units and (read(msgspec.json.decode(before), config, problems, earlier).parts != parts or len(problems)):
        raise Differs
    return earlier


def _taken_names(data: Mapping[str, Any], config: ClientConfig) -> set[str]:
    """Names that no model may have: the root of a package exports models beside clients, settings and errors, and methods mention them beside others."""
    classes = [config.client_class, *config.apis]
    taken = {*ERRORS, *OTHERS, *config.aliases, *classes, *(f"Async{name}" for name in classes)}
    if is_resourceful(data):
        return taken
    operations = [item for path in data.get("paths", {}).values() for item in path.values() if is_object(item)]
    if any("x-job" in item for item in operations):
        # Methods that follow jobs mention the runtime's classes; where no method mentions a model of that name, it keeps its name.
        mentioned = json.dumps(data.get("paths", {}), default=str)
        taken |= {name for name in ("Job", "JobGroup") if f'"#/components/schemas/{name}"' in mentioned}
    bodies = [*operations, {"responses": data.get("components", {}).get("responses", {})}]
    answers = [answer for item in bodies for answer in item.get("responses", {}).values()]
    if any(media_kind(str(media_type)) in ("events", "lines") for answer in answers for media_type in answer.get("content", ())):
        taken |= {"Stream", "ServerSentEvent"}
    return taken | {"AsyncIterable", "Callable", "FileInput", "Iterable", "Mapping", "Pages", "Path", "PathLike", "Sequence", "ops"}
