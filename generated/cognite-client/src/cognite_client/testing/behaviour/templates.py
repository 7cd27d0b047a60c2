"""Templates: versions, instances and views below a group, and queries. This module must never know the other families."""

from __future__ import annotations

from typing import Any

from ..base_behaviour import answers
from ..exchange import Answer, Call
from .errors import refused
from .resources import Place, Resources

GROUPS = ("templategroups",)


class Templates(Resources):
    """Templates."""

    def check_above(self, call: Call, place: Place) -> None:
        """Groups and versions that a path names exist.

        Raises:
            Refused: one does not.
        """
        super().check_above(call, place)
        if place[:1] != GROUPS or len(place) < 3:
            return
        self.keys_of(GROUPS, [{"externalId": place[1]}])
        versions = self.family(place[:3])
        if len(place) > 3 and int(place[3]) not in versions:
            if not self.autocreate:
                raise refused(400, f"the version {place[3]} does not exist", missing=[{"version": int(place[3])}])
            versions[int(place[3])] = self._version(int(place[3]), "")

    def _version(self, number: int, schema: str) -> dict[str, Any]:
        return {"schema": schema, "version": number, "createdTime": self.now(), "lastUpdatedTime": self.now()}

    @answers("template_versions_upsert")
    def _upsert_version(self, call: Call) -> Answer:
        family = self.family(self.place(call, action=True))
        number = call.body.get("version") or max(family, default=0) + 1
        family[number] = self._version(number, call.body["schema"])
        return Answer(family[number])

    @answers("template_versions_list")
    def _list_versions(self, call: Call) -> Answer:
        wanted = call.body.get("filter", {})
        low, high = wanted.get("minVersion", 0), wanted.get("maxVersion", 2**60)
        versions = [item for number, item in self.family(self.place(call, action=True)).items() if low <= number <= high]
        return self.page(call, versions, call.body)

    @answers("template_versions_delete")
    def _delete_version(self, call: Call) -> Answer:
        versions = self.family(self.place(call, action=True))
        if versions.pop(call.body["version"], None) is None and not self.autocreate:
            raise refused(400, f"the version {call.body['version']} does not exist", missing=[{"version": call.body["version"]}])
        return Answer({})

    @answers("templates_graphql_query")
    def _query(self, call: Call) -> Answer:
        """Queries are not carried out: the answer holds the query itself."""
        self.place(call, action=True)
        return Answer({"data": {"echo": call.body["query"]}, "errors": []})

    @answers("template_views_resolve")
    def _resolve(self, call: Call) -> Answer:
        """Views are not carried out: the answer holds thirty rows with the input."""
        place = self.place(call, action=True)
        self.keys_of(place, [{"externalId": call.body["externalId"]}])
        return self.page(call, [{"input": call.body.get("input"), "row": number} for number in range(30)], call.body)
