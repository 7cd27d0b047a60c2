"""Where resources are kept: collections by path, resources by id and external id, pages and cursors.

With `local_server(autocreate=True)` a resource exists from the moment a request first names it, until it is deleted. This module must never know what an
operation does with a resource.
"""

from __future__ import annotations

import base64
import binascii
import zlib
from collections.abc import Mapping
from typing import Any
from urllib.parse import unquote

import msgspec

from ..exchange import Answer, Call
from ..schema.json_values import is_object
from .errors import Errors, refused

Place = tuple[str, ...]
"""A collection: `("assets",)`, or `("templategroups", "factory", "versions", "1", "instances")`."""
Item = dict[str, Any]

_PREFIX = 4
"""Parts of `/api/v1/projects/{project}`."""
_USUAL = 100
_ASKED = ("cursor", "limit")


class Collections(Errors):
    """Collections of resources.

    Attributes:
        project: the url name of the project that the credentials belong to.
        stored: resources by collection and key, in the order in which they were created.
    """

    project = "demo"

    def __init__(self, engine: Any) -> None:
        super().__init__(engine)
        self.stored: dict[Place, dict[Any, Item]] = {}
        self._keys: dict[Place, dict[str, Any]] = {}
        self._gone: set[tuple[Any, ...]] = set()
        self._named: set[tuple[Place, Any]] = set()

    def place(self, call: Call, *, action: bool) -> Place:
        """The collection that a call is about; `action`: the last part of the path is what to do, not the collection.

        Raises:
            Refused: the project is not that of the credentials, or a resource that the path names does not exist.
        """
        parts = [unquote(part) for part in call.raw_path.strip("/").split("/")]
        inside = parts
        if parts[:3] == ["api", "v1", "projects"]:
            inside = parts[_PREFIX:]
            if parts[3] != self.project:
                raise refused(401, f"the credentials do not belong to the project {parts[3]}")
        place = tuple(inside[:-1] if action else inside)
        self.check_above(call, place)
        return place

    def check_above(self, call: Call, place: Place) -> None:
        """Make sure that the resources that the path of a collection names exist.

        Raises:
            Refused: one does not.
        """

    def family(self, place: Place) -> dict[Any, Item]:
        """The resources of a collection."""
        return self.stored.setdefault(place, {})

    def add(self, *path: str, **values: Any) -> Item:
        """Put a resource into a collection, as if it had been created; for tests. `add("assets", name="Pump")`."""
        return self.made(path, values)

    def forget(self) -> None:
        """Drop every resource, and what is known of deleted ones; for tests."""
        for kept in (self.stored, self._keys, self._gone, self._named):
            kept.clear()

    @property
    def autocreate(self) -> bool:
        """Whether naming a resource is enough to make it."""
        return bool(self.engine.resources.autocreate)

    def find(self, place: Place, identifier: Any) -> Any:
        """The key of the resource that an identifier names; None: there is none."""
        family = self.family(place)
        name, value = _spelled(identifier)
        if name == "externalId":
            return self._keys.get(place, {}).get(value)
        if name == "id":
            return value if value in family else None
        return next((key for key, item in family.items() if item.get(name) == value), None)

    def key_of(self, place: Place, identifier: Any) -> Any:
        """The same, of a resource that is made on the spot where the server does so."""
        key = self.find(place, identifier)
        if key is None and self.autocreate and (place, *_spelled(identifier)) not in self._gone:
            key = self.made(place, dict([_spelled(identifier)]))["id"]
            self._named.add((place, key))
        return key

    def keys_of(self, place: Place, identifiers: list[Any], *, passing: bool = False, status: int = 400) -> list[Any]:
        """The keys of several resources; `passing`: those that do not exist are passed over.

        Raises:
            Refused: some do not exist.
        """
        keys = [(identifier, self.key_of(place, identifier)) for identifier in identifiers]
        missing = [identifier if is_object(identifier) else {"id": identifier} for identifier, key in keys if key is None]
        if missing and not passing:
            raise refused(status, f"{place[-1]} ids not found: {missing}", missing=missing)
        return [key for _, key in keys if key is not None]

    def taken(self, place: Place, name: str) -> bool:
        """Whether an external id belongs to a resource that was created, and not only named."""
        key = self.find(place, {"externalId": name})
        return key is not None and (place, key) not in self._named

    def made(self, place: Place, item: Item) -> Item:
        """A new resource. One that was only named so far is completed."""
        family = self.family(place)
        named = self.find(place, {"externalId": item["externalId"]}) if "externalId" in item else None
        if named is not None and (place, named) in self._named:
            self._named.discard((place, named))
            family[named].update(item)
            return family[named]
        key = item.get("id")
        while key is None or key in family:
            key = self.engine.identifiers.number()
        family[key] = {"createdTime": self.now(), "lastUpdatedTime": self.now(), **item, "id": key}
        self.index(place, family[key])
        return family[key]

    def index(self, place: Place, item: Item, *, former: str | None = None) -> None:
        """Note the external id of a resource, and forget its former one."""
        keys = self._keys.setdefault(place, {})
        if former is not None and former != item.get("externalId"):
            keys.pop(former, None)
        if item.get("externalId") is not None:
            keys[item["externalId"]] = item["id"]

    def remove(self, place: Place, key: Any) -> None:
        """Drop a resource; it is not made again by being named."""
        item = self.family(place).pop(key)
        self._gone.add((place, "id", key))
        for name in ("externalId", "name", "key"):
            if item.get(name) is not None:
                self._gone.add((place, name, item[name]))
        self._keys.get(place, {}).pop(str(item.get("externalId")), None)

    def now(self) -> int:
        """Milliseconds by the server's clock."""
        return int(self.engine.clock.now() * 1000)

    def page(self, call: Call, items: list[Item], asked: Mapping[str, Any]) -> Answer:
        """One page, with the cursor of the next. A cursor is a place among what matches, bound to everything else that was asked for.

        Raises:
            Refused: the partition is none, or the cursor belongs to another list.
        """
        if partition := asked.get("partition"):
            items = _part(items, partition)
        mark = zlib.crc32(msgspec.json.encode({name: value for name, value in asked.items() if name not in _ASKED}, order="deterministic"))
        start = _start(f"{call.operation.id}:{mark}", asked.get("cursor"))
        end = start + asked.get("limit", _USUAL)
        answer: Item = {"items": items[start:end]}
        if end < len(items):
            answer["nextCursor"] = base64.urlsafe_b64encode(f"{call.operation.id}:{mark}:{end}".encode()).decode()
        return Answer(answer)


def _spelled(identifier: Any) -> tuple[str, Any]:
    """The property that an identifier names, and its value; a bare one is an id."""
    return next(iter(identifier.items())) if is_object(identifier) else ("id", identifier)


def _part(items: list[Item], partition: str) -> list[Item]:
    number, _, count = partition.partition("/")
    if not (number.isdecimal() and count.isdecimal() and 1 <= int(number) <= int(count)):
        raise refused(400, f"there is no partition {partition}")
    return items[int(number) - 1 :: int(count)]


def _start(bound: str, cursor: str | None) -> int:
    if cursor is None:
        return 0
    try:
        text = base64.b64decode(cursor, altchars=b"-_", validate=True).decode()
    except (binascii.Error, UnicodeDecodeError):
        text = ""
    name, _, number = text.rpartition(":")
    if name != bound or not number.isdecimal():
        raise refused(400, "the cursor does not belong to this list")
    return int(number)
