"""Nodes and relationships one by one, as both generations of graphs have them. The properties come as Cypher (`a: 'x', b: 2`), as the API wants it."""

from __future__ import annotations

import re
from typing import Any

from ..exchange import Answer, Call, Refused
from .graphs import Graphs

Rows = list[dict[str, Any]]
_WORD = re.compile(r"\w+")


def _label(text: str | None) -> str:
    if text is None or "`" in text or not text:
        raise Refused(400, "an entity needs a type")
    return f"`{text}`"


def _properties(entity: dict[str, Any]) -> str:
    """The properties as Cypher; a single word, as documented examples have it, is none."""
    params = entity.get("params")
    return f"{{id: $name, {params}}}" if params and not _WORD.fullmatch(params) else "{id: $name}"


def create_entities(graphs: Graphs, graph: str, call: Call) -> Rows:
    """Create nodes, or relationships between nodes that are there."""
    made: Rows = []
    for one in call.body:
        properties = _properties(one)
        if call.path["type"] == "node":
            text = f"CREATE (a:{_label(one.get('type'))} {properties}) RETURN a"
        else:
            text = f"MATCH (a {{id: $source}}), (b {{id: $target}}) CREATE (a)-[r:{_label(one.get('type'))} {properties}]->(b) RETURN r"
        given = {name: one.get(name) for name in ("name", "source", "target")}
        made.extend(graphs.query(graph, text, given))
    return made


def get_entities(graphs: Graphs, graph: str, call: Call) -> Rows:
    """The entities with these ids."""
    pattern, variable = _pattern(call)
    return graphs.query(graph, f"MATCH {pattern} WHERE {variable}.id IN $ids RETURN {variable}", {"ids": call.query["ids"]})


def change_entities(graphs: Graphs, graph: str, call: Call) -> Rows:
    """Replace the properties of entities."""
    pattern, variable = _pattern(call)
    changed: Rows = []
    for one in call.body:
        properties = _properties(one)
        text = f"MATCH {pattern} WHERE {variable}.id = $name SET {variable} = {properties} RETURN {variable}"
        changed.extend(graphs.query(graph, text, {"name": one.get("name")}))
    return changed


def delete_entities(graphs: Graphs, graph: str, call: Call) -> Answer:
    """Delete the entities with these ids."""
    pattern, variable = _pattern(call)
    graphs.query(graph, f"MATCH {pattern} WHERE {variable}.id IN $ids DELETE {variable}", {"ids": call.query["ids"]})
    return Answer()


def _pattern(call: Call) -> tuple[str, str]:
    return ("(a)", "a") if call.path["type"] == "node" else ("()-[a]->()", "a")
