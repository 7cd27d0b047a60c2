"""What stands on the local server before a documented code example runs.

The server makes what an example names (`autocreate`). Here is only what naming cannot tell: that lists have something in them, that time series and
sequences have content. This module must never hold anything for a single example alone.
"""

from __future__ import annotations

import re
from typing import Any

HOUR = 3_600_000
DAY_2018 = 1_514_764_800_000
_COLUMNS = ("columnExtId", "col_a", "col_b", "stringColumn", "intColumn")
_FAMILIES = ("assets", "events", "datasets", "files", "timeseries", "sequences", "extpipes")
_NAMED = ("1", "abc", "def")
_MODEL = ("3d", "models", "1", "revisions")


def makes_its_own(code: str) -> bool:
    """Whether an example needs an empty server: what it creates must not be there yet, and what it deletes unseen must not hold anything."""
    unseen = ".delete(" in code and ".list(" not in code
    return unseen or bool(re.search(r"\.create(_hierarchy)?\(", code))


def fill(server: Any) -> None:
    """Three resources of each kind, with the ids and external ids that the examples like best."""
    behaviour = server.behaviour
    behaviour.processing_seconds = 0
    for number, name in enumerate(_NAMED, 1):
        for family in _FAMILIES:
            behaviour.add(family, id=number, externalId=name, name=f"{family} {name}", dataSetId=1)
        behaviour.add("labels", externalId=name, name="Pump")
        behaviour.add(
            "relationships", externalId=name, sourceExternalId="abc", sourceType="asset", targetExternalId="def", targetType="event"
        )
        behaviour.add("templategroups", externalId=name)
        behaviour.add("3d", "models", id=number, name=f"model {name}")
        for row in range(60):
            behaviour.add_row(f"db{number}", "t1", f"k{row}", col1=row, col2=str(row))
    behaviour.add(*_MODEL, id=1, fileId=1, published=True)
    behaviour.add(*_MODEL, "1", "nodes", id=1, name="node", treeIndex=0, subtreeSize=1, depth=0)
    behaviour.add(*_MODEL, "1", "mappings", nodeId=1, assetId=1, treeIndex=0, subtreeSize=1)
    _content(behaviour)


def _content(behaviour: Any) -> None:
    now = behaviour.now()
    for series in (1, 2, 3):
        recent = {now - hour * HOUR: float(hour) for hour in range(1, 80)}
        behaviour.points[series] = {**{DAY_2018 + hour * HOUR: float(hour) for hour in range(72)}, **recent}
    for sequence in (1, 2, 3):
        held = [{"externalId": name, "valueType": "DOUBLE"} for name in _COLUMNS]
        behaviour.family(("sequences",))[sequence]["columns"] = held
        behaviour.rows[sequence] = {number: dict.fromkeys(_COLUMNS, float(number)) for number in range(30)}
