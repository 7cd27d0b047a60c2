"""Assets: their hierarchy, what is counted over it, and filters that ask for it. This module must never know files, data points and the like."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..base_behaviour import answers
from ..exchange import Answer, Call
from .errors import refused
from .matching import Lookup
from .resources import Item, Place, Resources

ASSETS = ("assets",)


class Assets(Resources):
    """The hierarchy of assets."""

    def made(self, place: Place, item: Item) -> Item:
        """A new resource; an asset gets its place in the hierarchy."""
        made = super().made(place, item)
        if place == ASSETS:
            self._hang(made)
        return made

    def change(self, place: Place, key: Any, changes: Mapping[str, Any]) -> None:
        """Change one resource; an asset may move."""
        super().change(place, key, changes)
        if place == ASSETS and {"parentId", "parentExternalId"} & changes.keys():
            asset = self.family(ASSETS)[key]
            asset.pop("parentId" if "parentExternalId" in changes else "parentExternalId", None)
            self._hang(asset)

    def _hang(self, asset: Item) -> None:
        assets = self.family(ASSETS)
        if "parentId" in asset:
            above = self.key_of(ASSETS, {"id": asset["parentId"]})
        else:
            above = self.key_of(ASSETS, {"externalId": asset["parentExternalId"]}) if "parentExternalId" in asset else None
        parent = assets.get(above)
        asset["rootId"] = asset["id"] if parent is None else parent["rootId"]
        if parent is not None:
            asset["parentId"] = parent["id"]
            if "externalId" in parent:
                asset["parentExternalId"] = parent["externalId"]

    @answers("assets_create")
    def _create_assets(self, call: Call) -> Answer:
        """All or none; a parent may stand anywhere in the same request."""
        place = self.place(call, action=False)
        items = self.given(call)
        self.check_new(place, items)
        inside = {item["externalId"] for item in items if "externalId" in item}
        parents = [{"externalId": item["parentExternalId"]} for item in items if item.get("parentExternalId", None) not in (None, *inside)]
        self.keys_of(ASSETS, [*({"id": item["parentId"]} for item in items if "parentId" in item), *parents])
        made: dict[int, Item] = {}
        waiting = dict(enumerate(items))
        while waiting:
            blocked = {item["externalId"] for item in waiting.values() if "externalId" in item}
            ready = [number for number, item in waiting.items() if item.get("parentExternalId") not in blocked]
            if not ready:
                raise refused(400, "the parents of assets go round in a circle")
            made |= {number: self.made(place, dict(waiting.pop(number))) for number in ready}
        return Answer({"items": [made[number] for number in range(len(items))]})

    @answers("assets_delete")
    def _delete_assets(self, call: Call) -> Answer:
        """`recursive` takes what is below assets along."""
        place = self.place(call, action=True)
        keys = set(self.keys_of(place, self.given(call), passing=call.body.get("ignoreUnknownIds", False)))
        assets = self.family(ASSETS)
        below = {key for key, item in assets.items() if item.get("parentId") in keys} - keys
        if below and not call.body.get("recursive"):
            raise refused(400, "assets with children are deleted with `recursive` only")
        while below:
            keys |= below
            below = {key for key, item in assets.items() if item.get("parentId") in keys} - keys
        for key in keys:
            self.remove(ASSETS, key)
        return Answer({})

    def enriched(self, place: Place, items: list[Item], asked: Mapping[str, Any]) -> list[Item]:
        """Assets with the aggregated properties that were asked for; relationships with the resources at their ends."""
        if place == ASSETS and asked.get("aggregatedProperties"):
            return [{**item, "aggregates": self._aggregates(item, asked["aggregatedProperties"])} for item in items]
        if place == ("relationships",) and asked.get("fetchResources"):
            return [{**item, **self._ends(item)} for item in items]
        return super().enriched(place, items, asked)

    def _aggregates(self, asset: Item, wanted: list[str]) -> Item:
        path = self._path(asset["id"])
        children = sum(item.get("parentId") == asset["id"] for item in self.family(ASSETS).values())
        every = {"childCount": children, "depth": len(path) - 1, "path": [{"id": key} for key in reversed(path)]}
        return {name: every[name] for name in wanted}

    def _ends(self, relationship: Item) -> Item:
        """The resources at both ends; a relationship that was only named has none."""
        found: Item = {}
        for end in ("source", "target") if "sourceType" in relationship else ():
            place = (_PLACES[relationship[f"{end}Type"]],)
            key = self.key_of(place, {"externalId": relationship[f"{end}ExternalId"]})
            if key is not None:
                found[end] = self.family(place)[key]
        return found

    def _path(self, key: Any) -> list[Any]:
        """An asset and everything above it, the root last."""
        assets = self.family(ASSETS)
        path: list[Any] = []
        while key in assets and key not in path:
            path.append(key)
            key = assets[key].get("parentId")
        return path

    def lookups(self) -> Mapping[str, Lookup]:
        """Filters that ask for assets."""
        return {
            **super().lookups(),
            "rootIds": lambda item: self.spellings(ASSETS, [item.get("rootId")]),
            "rootAssetIds": lambda item: self.spellings(ASSETS, [self._path(key)[-1] for key in self._assets_of(item) if self._path(key)]),
            "assetExternalIds": lambda item: self.spellings(ASSETS, self._assets_of(item)),
            "assetSubtreeIds": lambda item: self.spellings(ASSETS, [above for key in self._assets_of(item) for above in self._path(key)]),
        }

    def _assets_of(self, item: Mapping[str, Any]) -> list[Any]:
        """The assets that a resource belongs to; those of an asset: itself."""
        if self.family(ASSETS).get(item.get("id")) is item:
            return [item["id"]]
        return [*item.get("assetIds", ()), *([item["assetId"]] if "assetId" in item else [])]


_PLACES = {"asset": "assets", "timeSeries": "timeseries", "file": "files", "event": "events", "sequence": "sequences"}
