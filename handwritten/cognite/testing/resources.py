"""Resources of every family, by rules that hold for all of them: the last part of a path says what an operation does.

`POST /events` creates, `/events/byids` looks up, `/list`, `/search` and `/aggregate` read, `/update`, `/upsert` and `/delete` write. Families that differ
stand in modules of their own, and this one must never know them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from operator import itemgetter
from typing import Any

from ..exchange import Answer, Call
from ..schema.json_values import is_object
from .collections import Collections, Item, Place
from .errors import refused
from .matching import Lookup, found, matches
from .patching import patch

__all__ = ["Item", "Place", "Resources"]

_USUAL = 100
_NARROWING = ("published", "externalId", "nodeId", "assetId", "serviceAccountId")
_UNIQUE_LATER = 422
"""Time series refuse an external id that stands in a request twice with a status of their own."""


class Resources(Collections):
    """What operations do with collections."""

    def __init__(self, engine: Any) -> None:
        super().__init__(engine)
        actions: Mapping[str, Callable[[Call], Any]] = {
            "byids": self.look_up,
            "list": self.list_matching,
            "aggregate": self.aggregate,
            "search": self.search,
            "update": self.update,
            "upsert": self.upsert,
            "delete": self.delete,
        }
        for operation in engine.document.operations.values():
            last = operation.segments[-1] or operation.segments[-2]
            if operation.id in self.handlers:
                continue
            if operation.method == "POST":
                self.handlers[operation.id] = actions.get(str(last), self.create)
            elif operation.segments[-1] is None:
                self.handlers[operation.id] = self.get_one
            else:
                self.handlers[operation.id] = self.list_all

    # What is asked for

    def given(self, call: Call) -> list[Item]:
        """The items of a request.

        Raises:
            Refused: they are more than the operation takes at a time.
        """
        items: list[Item] = call.body.get("items", []) if is_object(call.body) else []
        most = call.operation.extension("x-batch").get("max_items")
        if most is not None and len(items) > most:
            raise refused(400, f"{len(items)} items were given, at most {most} are taken at a time")
        return items

    def enriched(self, place: Place, items: list[Item], asked: Mapping[str, Any]) -> list[Item]:
        """Resources with what a request wants to know in addition."""
        return items

    def lookups(self) -> Mapping[str, Lookup]:
        """The parts of a filter that ask for more than a property of the resource itself."""
        return {"dataSetIds": lambda item: self.spellings(("datasets",), [item.get("dataSetId")])}

    def spellings(self, place: Place, keys: list[Any]) -> set[Any]:
        """Ids, and the external ids that stand for the same resources."""
        held = [self.family(place).get(key, {}).get("externalId") for key in keys]
        return {*keys, *(("externalId", name) for name in held if name is not None)}

    def selected(self, place: Place, wanted: Mapping[str, Any]) -> list[Item]:
        """The resources that match a filter, in the order in which they were created."""
        lookups = self.lookups()
        return [item for item in self.family(place).values() if matches(item, wanted, lookups)]

    # What operations do

    def create(self, call: Call) -> Answer:
        """Create the items of a request, all or none."""
        place = self.place(call, action=False)
        items = self.given(call)
        self.check_new(place, items)
        return Answer({"items": [self.made(place, dict(item)) for item in items]})

    def check_new(self, place: Place, items: list[Item]) -> None:
        """Make sure that resources can be created.

        Raises:
            Refused: 409 with `duplicated`: external ids are in use; 400 or 422: one stands in the request twice.
        """
        names = [item["externalId"] for item in items if "externalId" in item] if place[-1] != "runs" else []
        taken = [{"externalId": name} for name in names if self.taken(place, name)]
        if taken:
            raise refused(409, f"{place[-1]} exist already: {taken}", duplicated=taken)
        twice = [{"externalId": name} for name in dict.fromkeys(names) if names.count(name) > 1] if len(set(names)) < len(names) else []
        if twice:
            status = _UNIQUE_LATER if place[-1] == "timeseries" else 400
            raise refused(status, f"external ids stand in the request twice: {twice}", duplicated=twice)

    def look_up(self, call: Call) -> Answer:
        """The items of a request, in its order."""
        place = self.place(call, action=True)
        keys = self.keys_of(place, self.given(call), passing=call.body.get("ignoreUnknownIds", False))
        return Answer({"items": self.enriched(place, [self.family(place)[key] for key in keys], call.body)})

    def update(self, call: Call) -> Answer:
        """Change the items of a request, all or none."""
        place = self.place(call, action=True)
        items = self.given(call)
        keys = self.keys_of(place, [{name: item[name] for name in ("id", "externalId") if name in item} for item in items])
        for item, key in zip(items, keys, strict=True):
            name = item.get("update", {}).get("externalId", {}).get("set")
            if name is not None and self.find(place, {"externalId": name}) not in (None, key):
                raise refused(409, f"the external id {name} is in use", duplicated=[{"externalId": name}])
        for item, key in zip(items, keys, strict=True):
            self.change(place, key, item.get("update", {}))
        return Answer({"items": [self.family(place)[key] for key in keys]})

    def change(self, place: Place, key: Any, changes: Mapping[str, Any]) -> None:
        """Change one resource."""
        resource = self.family(place)[key]
        former = resource.get("externalId")
        patch(resource, changes)
        resource["lastUpdatedTime"] = self.now()
        self.index(place, resource, former=former)

    def upsert(self, call: Call) -> Answer:
        """Create the items of a request, or replace what has their external ids."""
        place = self.place(call, action=True)
        kept: list[Item] = []
        for item in self.given(call):
            key = self.find(place, {"externalId": item["externalId"]})
            if key is None:
                kept.append(self.made(place, dict(item)))
            else:
                held = self.family(place)[key]
                self.family(place)[key] = {**item, "id": key, "createdTime": held["createdTime"], "lastUpdatedTime": self.now()}
                kept.append(self.family(place)[key])
        return Answer({"items": kept})

    def delete(self, call: Call) -> Answer:
        """Delete the items of a request, all or none."""
        place = self.place(call, action=True)
        for key in dict.fromkeys(self.keys_of(place, self.given(call), passing=call.body.get("ignoreUnknownIds", False))):
            self.remove(place, key)
        return Answer({})

    def list_matching(self, call: Call) -> Answer:
        """A page of what matches a filter."""
        body: Mapping[str, Any] = call.body or {}
        place = self.place(call, action=True)
        answer = self.page(call, _sorted(self.selected(place, body.get("filter", {})), body.get("sort", ())), body)
        return Answer({**answer.body, "items": self.enriched(place, answer.body["items"], body)})

    def list_all(self, call: Call) -> Answer:
        """A page of a collection; parameters that are properties narrow it down."""
        items = list(self.family(self.place(call, action=False)).values())
        wanted = {name: value for name, value in call.query.items() if name in _NARROWING}
        kept = [item for item in items if all(item.get(name, value) == value for name, value in wanted.items())]
        return self.page(call, kept, call.query)

    def search(self, call: Call) -> Answer:
        """What matches a filter and holds the texts, up to the limit."""
        matching = self.selected(self.place(call, action=True), call.body.get("filter", {}))
        hits = [item for item in matching if found(item, call.body.get("search", {}))]
        return Answer({"items": hits[: call.body.get("limit", _USUAL)]})

    def aggregate(self, call: Call) -> Answer:
        """How many match a filter, or how many have each value of a property."""
        matching = self.selected(self.place(call, action=True), call.body.get("filter", {}))
        if call.body.get("aggregate") != "uniqueValues":
            return Answer({"items": [{"count": len(matching)}]})
        counts: dict[Any, int] = {}
        for item in matching:
            value = item.get(call.body["fields"][0])
            if value is not None:
                counts[value] = counts.get(value, 0) + 1
        return Answer({"items": [{"value": value, "count": count} for value, count in counts.items()]})

    def get_one(self, call: Call) -> Answer:
        """The resource that a path names."""
        place = self.place(call, action=True)
        return Answer(self.one(place, list(call.path.values())[-1]))

    def one(self, place: Place, identifier: Any) -> Item:
        """One resource.

        Raises:
            Refused: 404, it does not exist.
        """
        key = self.key_of(place, identifier)
        if key is None:
            raise refused(404, f"{place[-1]}: {identifier} does not exist")
        return self.family(place)[key]


def _sorted(items: list[Item], order: Any) -> list[Item]:
    """In the order of `property:asc` and `property:desc`, the first one counting most; without it comes last."""
    for one in reversed(order):
        name, _, direction = one.partition(":")
        down = direction == "desc"
        present = [item for item in items if name in item]
        items = [*sorted(present, key=itemgetter(name), reverse=down), *(item for item in items if name not in item)]
    return items
