"""Sequences and their rows. This module must never know the other families."""

from __future__ import annotations

from typing import Any

from ..base_behaviour import answers
from ..exchange import Answer, Call
from .errors import refused
from .resources import Item, Place, Resources

SEQUENCES = ("sequences",)
_USUAL = 100


class Sequences(Resources):
    """Sequences.

    Attributes:
        rows: row number → column → value, by the id of the sequence.
    """

    def __init__(self, engine: Any) -> None:
        super().__init__(engine)
        self.rows: dict[int, dict[int, Item]] = {}

    def made(self, place: Place, item: Item) -> Item:
        """A new resource; the columns of a sequence have times too."""
        made = super().made(place, item)
        if place == SEQUENCES:
            times = {"createdTime": self.now(), "lastUpdatedTime": self.now()}
            made["columns"] = [{"valueType": "DOUBLE", **times, **column} for column in made.get("columns", ())]
        return made

    def remove(self, place: Place, key: Any) -> None:
        """Drop a resource; a sequence with its rows."""
        super().remove(place, key)
        if place == SEQUENCES:
            self.rows.pop(key, None)

    def _sequence(self, item: Item) -> Item:
        identifier = {name: item[name] for name in ("id", "externalId") if name in item}
        return self.family(SEQUENCES)[self.keys_of(SEQUENCES, [identifier])[0]]

    def _columns(self, sequence: Item, names: list[str] | None) -> list[Item]:
        """The columns of a sequence that a request names; all without names. A sequence that was only named has whatever columns are asked for.

        Raises:
            Refused: there is no such column.
        """
        held = {column["externalId"]: column for column in sequence["columns"]}
        unknown = [name for name in names or () if name not in held]
        if unknown and not (self.autocreate and (SEQUENCES, sequence["id"]) in self._named):
            raise refused(400, f"columns not found: {unknown}", missing=[{"externalId": name} for name in unknown])
        for name in unknown:
            held[name] = {"externalId": name, "valueType": "STRING"}
            sequence["columns"].append(held[name])
        return [held[name] for name in (held if names is None else names)]

    @answers("sequences_data_insert")
    def _insert_sequence_rows(self, call: Call) -> Answer:
        for item in self.given(call):
            sequence = self._sequence(item)
            names = [column["externalId"] for column in self._columns(sequence, item["columns"])]
            if any(len(row["values"]) != len(names) for row in item["rows"]):
                raise refused(400, f"every row has {len(names)} values, one for each column")
            rows = self.rows.setdefault(sequence["id"], {})
            for row in item["rows"]:
                rows.setdefault(row["rowNumber"], {}).update(zip(names, row["values"], strict=True))
        return Answer({})

    @answers("sequences_data_delete")
    def _delete_sequence_rows(self, call: Call) -> Answer:
        for item in self.given(call):
            rows = self.rows.get(self._sequence(item)["id"], {})
            for number in item["rows"]:
                rows.pop(number, None)
        return Answer({})

    @answers("sequences_data_list")
    def _list_rows(self, call: Call) -> Answer:
        sequence = self._sequence(call.body)
        columns = self._columns(sequence, call.body.get("columns"))
        start, end = call.body.get("start", 0), call.body.get("end", 2**60)
        held = self.rows.get(sequence["id"], {})
        numbers = [number for number in sorted(held) if start <= number < end]
        names = [column["externalId"] for column in columns]
        rows = [{"rowNumber": number, "values": [held[number].get(name) for name in names]} for number in numbers]
        page = self.page(call, rows, {"limit": _USUAL, **call.body}).body
        return Answer(self._table(sequence, columns, page.pop("items")) | page)

    @answers("sequences_data_latest")
    def _latest_row(self, call: Call) -> Answer:
        sequence = self._sequence(call.body)
        columns = self._columns(sequence, call.body.get("columns"))
        held = self.rows.get(sequence["id"], {})
        number = max((number for number in held if number < call.body.get("before", 2**60)), default=None)
        values = [] if number is None else [held[number].get(column["externalId"]) for column in columns]
        return Answer(self._table(sequence, columns, [] if number is None else [{"rowNumber": number, "values": values}]))

    def _table(self, sequence: Item, columns: list[Item], rows: list[Item]) -> Item:
        kept: Item = {name: sequence[name] for name in ("id", "externalId") if name in sequence}
        return {**kept, "columns": columns, "rows": rows}
