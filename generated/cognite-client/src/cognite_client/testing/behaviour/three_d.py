"""3D models: revisions that are processed by the clock, nodes, mappings. This module must never know the other families."""

from __future__ import annotations

from ..base_behaviour import answers
from ..exchange import Answer, Call
from .errors import refused
from .resources import Item, Place, Resources

MODELS = ("3d", "models")
FILES = ("3d", "files")


class ThreeD(Resources):
    """3D models.

    Attributes:
        processing_seconds: how long a revision is processed, by the server's clock.
    """

    processing_seconds: float = 2.0

    def check_above(self, call: Call, place: Place) -> None:
        """Models and revisions that a path names exist.

        Raises:
            Refused: one does not.
        """
        super().check_above(call, place)
        for length in (3, 5) if place[:2] == MODELS else ():
            if len(place) >= length:
                self.keys_of(place[: length - 1], [int(place[length - 1])], status=404 if call.method == "GET" else 400)

    def made(self, place: Place, item: Item) -> Item:
        """A new resource; a revision is queued first."""
        if place[0] == "3d" and place[-1] == "revisions":
            item = {"status": "Queued", "assetMappingCount": 0, "published": False, **item}
        return super().made(place, item)

    def get_one(self, call: Call) -> Answer:
        """The resource that a path names; a revision is Done after a while."""
        place = self.place(call, action=True)
        if place[0] == "3d" and place[-1] == "revisions":
            for revision in self.family(place).values():
                age = self.engine.clock.now() - revision["createdTime"] / 1000
                revision["status"] = "Done" if age >= self.processing_seconds else "Processing"
        return super().get_one(call)

    @answers("three_d_files_retrieve")
    def _file(self, call: Call) -> Answer:
        return Answer(self.one(FILES, call.path["threedFileId"]).get("content", b""))

    @answers("three_d_revisions_update_thumbnail")
    def _thumbnail(self, call: Call) -> Answer:
        place = self.place(call, action=True)
        revision = self.family(place[:-1])[call.path["revisionId"]]
        revision["thumbnailThreedFileId"] = call.body["fileId"]
        return Answer({})

    @answers("three_d_asset_mappings_create")
    def _map(self, call: Call) -> Answer:
        place = self.place(call, action=False)
        nodes = self.family((*place[:-1], "nodes"))
        sizes = [{name: nodes.get(item["nodeId"], {}).get(name, 0) for name in ("treeIndex", "subtreeSize")} for item in self.given(call)]
        return Answer({"items": [self.made(place, {**item, **size}) for item, size in zip(self.given(call), sizes, strict=True)]})

    @answers("three_d_revisions_list_nodes")
    def _nodes(self, call: Call) -> Answer:
        nodes = list(self.family(self.place(call, action=False)).values())
        if "partition" in call.query and not call.query.get("sortByNodeId"):
            raise refused(400, "partitions need sortByNodeId")
        top = next((node for node in nodes if node["id"] == call.query.get("nodeId")), None)
        if top is not None:
            nodes = [node for node in nodes if self._below(node, top)]
        if "depth" in call.query:
            least = 0 if top is None else top.get("depth", 0)
            nodes = [node for node in nodes if node.get("depth", 0) - least <= call.query["depth"]]
        return self.page(call, sorted(nodes, key=lambda node: node["id"]) if call.query.get("sortByNodeId") else nodes, call.query)

    def _below(self, node: Item, top: Item) -> bool:
        first = top.get("treeIndex", 0)
        return bool(first <= node.get("treeIndex", 0) < first + top.get("subtreeSize", 1))

    @answers("three_d_asset_mappings_delete")
    def _unmap(self, call: Call) -> Answer:
        family = self.family(self.place(call, action=True))
        pairs = [(item["nodeId"], item["assetId"]) for item in call.body["items"]]
        for key in [key for key, item in family.items() if (item["nodeId"], item["assetId"]) in pairs]:
            del family[key]
        return Answer({})

    @answers("three_d_revisions_filter_nodes")
    def _filter_nodes(self, call: Call) -> Answer:
        nodes = list(self.family(self.place(call, action=True)).values())
        wanted = call.body.get("filter", {}).get("properties", {})
        kept = [
            node
            for node in nodes
            if all(
                node.get("properties", {}).get(category, {}).get(name) in values
                for category, properties in wanted.items()
                for name, values in properties.items()
            )
        ]
        return self.page(call, kept, call.body)

    @answers("three_d_revisions_list_ancestor_nodes")
    def _ancestors(self, call: Call) -> Answer:
        nodes = self.family(self.place(call, action=True)[:-1])
        found: list[Item] = []
        node: Item | None = self.one(self.place(call, action=True)[:-1], call.path["nodeId"])
        while node is not None:
            found.append(node)
            node = nodes.get(node.get("parentId"))
        return self.page(call, found[::-1], call.query)
