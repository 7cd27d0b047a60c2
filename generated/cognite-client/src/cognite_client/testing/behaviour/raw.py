"""Raw databases, tables and rows: kept by name and key, created on demand. This module must never know the other families."""

from __future__ import annotations

from typing import Any

from ..base_behaviour import answers
from ..exchange import Answer, Call
from .errors import refused
from .resources import Item, Place, Resources


class Raw(Resources):
    """Raw data."""

    @answers("raw_databases_create", "raw_tables_create")
    def _create_named(self, call: Call) -> Answer:
        place = self.place(call, action=False)
        family = self.family(place)
        taken = [{"name": item["name"]} for item in self.given(call) if item["name"] in family]
        if taken:
            raise refused(409, f"names are taken: {taken}", duplicated=taken)
        for item in self.given(call):
            family[item["name"]] = {"name": item["name"], "createdTime": self.now()}
        return Answer({"items": [family[item["name"]] for item in self.given(call)]})

    @answers("raw_databases_delete", "raw_tables_delete")
    def _delete_named(self, call: Call) -> Answer:
        place = self.place(call, action=True)
        family = self.family(place)
        names = [item["name"] for item in self.given(call)]
        missing = [{"name": name} for name in names if name not in family]
        if missing and not self.autocreate:
            raise refused(400, f"{place[-1]} not found: {missing}", missing=missing)
        for name in names:
            below = [inner for inner in self.stored if inner[: len(place) + 1] == (*place, name)]
            if any(self.stored[inner] for inner in below) and place == ("raw", "dbs") and not call.body.get("recursive"):
                raise refused(400, "databases with tables are deleted with `recursive` only")
            for inner in below:
                del self.stored[inner]
            family.pop(name, None)
        return Answer({})

    def check_above(self, call: Call, place: Place) -> None:
        """The database and the table of a path are there, or are created where the call asks for it.

        Raises:
            Refused: one is not.
        """
        super().check_above(call, place)
        for length in range(3, len(place) + 1, 2) if place[0] == "raw" else ():
            family, name = self.family(place[: length - 1]), place[length - 1]
            if name not in family:
                if not (call.query.get("ensureParent") or self.autocreate):
                    status = 404 if call.method == "GET" and place[-1] == "rows" else 400
                    raise refused(status, f"{name} does not exist", missing=[{"name": name}])
                family[name] = {"name": name, "createdTime": self.now()}

    def add_row(self, database: str, table: str, key: str, **columns: Any) -> None:
        """Put a row into a table, which is made if there is none; for tests."""
        self.family(("raw", "dbs")).setdefault(database, {"name": database, "createdTime": self.now()})
        self.family(("raw", "dbs", database, "tables")).setdefault(table, {"name": table, "createdTime": self.now()})
        self.family(("raw", "dbs", database, "tables", table, "rows"))[key] = {
            "key": key,
            "columns": columns,
            "lastUpdatedTime": self.now(),
        }

    @answers("raw_rows_retrieve")
    def _row(self, call: Call) -> Answer:
        family = self.family(self.place(call, action=True))
        key = call.path["rowKey"]
        if key not in family and self.autocreate:
            family[key] = {"key": key, "columns": {}, "lastUpdatedTime": self.now()}
        if key not in family:
            raise refused(404, f"the row {key} does not exist")
        return Answer(family[key])

    @answers("raw_rows_insert")
    def _insert(self, call: Call) -> Answer:
        place = self.place(call, action=False)
        for item in self.given(call):
            self.family(place)[item["key"]] = {**item, "lastUpdatedTime": self.now()}
        return Answer({})

    @answers("raw_rows_delete")
    def _delete_rows(self, call: Call) -> Answer:
        family = self.family(self.place(call, action=True))
        for item in self.given(call):
            family.pop(item["key"], None)
        return Answer({})

    @answers("raw_rows_list")
    def _list(self, call: Call) -> Answer:
        low, high = call.query.get("minLastUpdatedTime", -1), call.query.get("maxLastUpdatedTime", 2**60)
        rows = [row for row in self.family(self.place(call, action=False)).values() if low < row["lastUpdatedTime"] <= high]
        columns = call.query.get("columns")
        if columns is not None:
            names = set(columns.split(","))
            rows = [{**row, "columns": {name: value for name, value in row["columns"].items() if name in names}} for row in rows]
        cursor = str(call.query.get("cursor", ""))
        if cursor.startswith("slice-"):
            _, number, count, start = cursor.split("-")
            rows = rows[int(number) :: int(count)]
            size, at = call.query.get("limit", 25), int(start)
            answer: Item = {"items": rows[at : at + size]}
            if at + size < len(rows):
                answer["nextCursor"] = f"slice-{number}-{count}-{at + size}"
            return Answer(answer)
        return self.page(call, rows, {"limit": 25, **call.query})

    @answers("raw_databases_list", "raw_tables_list")
    def _list_named(self, call: Call) -> Answer:
        return self.page(call, list(self.family(self.place(call, action=False)).values()), {"limit": 25, **call.query})

    @answers("raw_rows_cursors")
    def _cursors(self, call: Call) -> Answer:
        self.place(call, action=True)
        count = call.query.get("numberOfCursors", 10)
        return Answer({"items": [f"slice-{number}-{count}-0" for number in range(count)]})
