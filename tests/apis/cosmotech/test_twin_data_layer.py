"""Sending CSV files to a twin graph: order, batches, references; and that the Cypher does what it says in a real graph."""

from __future__ import annotations

import random
import string
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs

import cosmotech_client
import pytest
from cosmotech_client.exceptions import BadRequest, InvalidArgument
from cosmotech_client.twin_data_layer import CsvError, CSVSourceFile, MissingReferences, RowsFailed, UnusableName

from .conftest import DATASET, ORGANIZATION, RUNNER, W, graph_rows

Write = Callable[..., Path]
D = (ORGANIZATION, DATASET)
HOSTILE = [
    "'",
    '"',
    "`",
    "\\",
    "\\'",
    "}) DETACH DELETE n //",
    "'}) MATCH (n) DETACH DELETE n //",
    "$id",
    "x', admin: 'yes",
    "line\nbreak",
    "a,b",
    "\u2019; DROP",
    "*/ MATCH (n) DELETE n /*",
    "CYPHER id='y' ",
    "NULL",
    "\U0001f980",
    "\r\n",
    "\t",
]


@pytest.fixture
def people(write: Write) -> list[Path]:
    return [write("KNOWS.csv", "src,dest,since\na,b,2020\nb,c,2021\n"), write("Person.csv", "id,name\na,Ada\nb,Bo\nc,Cy\n")]


def test_send_csv_files(guide: Any, client: Any, server: Any, people: list[Path]) -> None:
    result = guide.twin_data_layer.send_csv_files(client, *D, people)
    assert (result.total_lines, result.processed_lines, result.errors) == (5, 5, [])
    rows = graph_rows(
        server, "MATCH (a:Person)-[k:KNOWS]->(b:Person) RETURN a.name AS a, k.since AS since, k.src AS src, b.name AS b ORDER BY a"
    )
    assert rows == [{"a": "Ada", "since": "2020", "src": "a", "b": "Bo"}, {"a": "Bo", "since": "2021", "src": "b", "b": "Cy"}]


def test_nodes_go_before_relationships_in_batches(guide: Any, client: Any, server: Any, people: list[Path]) -> None:
    guide.twin_data_layer.send_csv_files(client, *D, people, batch_rows=2)
    sent = [
        (parse_qs(one.query)["query"][0].split(" ", 1)[0], one.text.count("\n") - 1) for one in server.journal.of("twingraph_batch_update")
    ]
    assert sent == [("CREATE", 2), ("CREATE", 1), ("MATCH", 2)]
    assert {one.headers["content-type"] for one in server.journal.of("twingraph_batch_update")} == {"text/csv"}


def test_missing_references_are_reported_by_row(guide: Any, client: Any, server: Any, write: Write) -> None:
    files = [write("Person.csv", "id\na\n"), write("KNOWS.csv", "dest,src\na,a\nzz,a\na,yy\n")]
    with pytest.raises(MissingReferences, match="nothing was sent") as caught:
        guide.twin_data_layer.send_csv_files(client, *D, files)
    assert [(one.line, one.column, one.field, one.id) for one in caught.value.references] == [(3, 1, "dest", "zz"), (4, 2, "src", "yy")]
    assert f"{files[1]}:3:1: dest 'zz'" in str(caught.value)
    assert not server.journal.count("twingraph_batch_update")


def test_references_to_nodes_of_the_graph(guide: Any, client: Any, server: Any, write: Write) -> None:
    guide.twin_data_layer.send_csv_files(client, *D, [write("Person.csv", "id\na\nb\n")])
    knows = write("KNOWS.csv", "src,dest\na,b\n")
    assert guide.twin_data_layer.send_csv_files(client, *D, [knows]).processed_lines == 1
    assert graph_rows(server, "MATCH ()-[k]->() RETURN count(k) AS n") == [{"n": 1}]
    with pytest.raises(MissingReferences):
        guide.twin_data_layer.send_csv_files(client, *D, [knows], clear=True)


def test_clear(guide: Any, client: Any, server: Any, people: list[Path]) -> None:
    for _ in range(2):
        guide.twin_data_layer.send_csv_files(client, *D, people, clear=True)
    assert graph_rows(server, "MATCH (n) RETURN count(n) AS n") == [{"n": 3}]


def test_bad_files_are_found_before_anything_is_sent(guide: Any, client: Any, server: Any, people: list[Path], write: Write) -> None:
    with pytest.raises(CsvError, match=r"Shop\.csv:3:2"):
        guide.twin_data_layer.send_csv_files(client, *D, [*people, write("Shop.csv", "id,name\n1,x\n2\n")])
    with pytest.raises(UnusableName):
        guide.twin_data_layer.send_csv_files(client, *D, [*people, write("Shop.csv", "id,a`b\n1,x\n")])
    with pytest.raises(InvalidArgument, match="no CSV file"):
        guide.twin_data_layer.send_csv_files(client, *D, [])
    assert not server.journal.count()


def test_rows_that_the_server_refuses(guide: Any, client: Any, server: Any, write: Write) -> None:
    path = write("Person.csv", 'id,a\n1,x\n2,"y\ny"\n3,z\n')
    server.faults.add("twingraph_batch_update", status=200, body={"totalLines": 3, "processedLines": 2, "errors": ["#3: too odd"]})
    with pytest.raises(RowsFailed, match="1 of 3 rows") as caught:
        guide.twin_data_layer.send_csv_files(client, *D, [path])
    assert [(one.file, one.line, one.message) for one in caught.value.rows] == [(str(path), 5, "too odd")]


def test_progress_of_sending(guide: Any, client: Any, people: list[Path]) -> None:
    seen: list[tuple[int, int | None]] = []
    guide.twin_data_layer.send_csv_files(client, *D, people, batch_rows=2, progress=lambda done, total: seen.append((done, total)))
    assert seen == [(0, 5), (2, 5), (3, 5), (5, 5)]


def test_labels_only_where_all_ends_agree(guide: Any, client: Any, server: Any, write: Write) -> None:
    files = [write("A.csv", "id\na\nboth\n"), write("B.csv", "id\nb\nboth2\n"), write("R.csv", "src,dest\na,b\nb,b\n")]
    guide.twin_data_layer.send_csv_files(client, *D, files)
    query = parse_qs(server.journal.of("twingraph_batch_update")[-1].query)["query"][0]
    assert "(source {id:$src})" in query and "(target:B {id:$dest})" in query
    assert graph_rows(server, "MATCH ()-[k:R]->() RETURN count(k) AS n") == [{"n": 2}]
    server.journal.clear()
    guide.twin_data_layer.send_csv_files(client, *D, files, clear=True, labelled=False)
    query = parse_qs(server.journal.of("twingraph_batch_update")[-1].query)["query"][0]
    assert query == CSVSourceFile(files[2]).generate_query_insert()


def test_hostile_values_change_nothing_but_data(guide: Any, client: Any, server: Any, write: Write) -> None:
    ids = [f"{number}{text}" for number, text in enumerate(HOSTILE)]
    nodes = write("Thing.csv", _csv(["id", "text", "text_2"], [[one, text, text * 2] for one, text in zip(ids, HOSTILE, strict=True)]))
    edges = write("LINK.csv", _csv(["src", "dest", "why"], [[one, ids[0], text] for one, text in zip(ids, HOSTILE, strict=True)]))
    guide.twin_data_layer.send_csv_files(client, *D, [nodes, edges])
    found = {
        row["id"]: (row["text"], row["more"])
        for row in graph_rows(server, "MATCH (n:Thing) RETURN n.id AS id, n.text AS text, n.text_2 AS more")
    }
    assert found == {one: (text, text * 2) for one, text in zip(ids, HOSTILE, strict=True)}
    links = graph_rows(server, "MATCH (a)-[r:LINK]->(b) RETURN a.id AS a, r.why AS why, b.id AS b")
    assert sorted((row["a"], row["why"], row["b"]) for row in links) == sorted(
        (one, text, ids[0]) for one, text in zip(ids, HOSTILE, strict=True)
    )
    assert _shape(server) == {("Thing", len(ids))}


NAMES = [one.strip() for one in HOSTILE if not set(one) & set("`\n\r\t/\\")]


@pytest.mark.parametrize("text", [*NAMES, "}) DETACH DELETE n", "A {id: 1}) MATCH (n) DETACH DELETE n; CREATE (:B"])
def test_hostile_labels_and_property_names_change_nothing_but_data(guide: Any, client: Any, server: Any, write: Write, text: str) -> None:
    node = write(f"L{text}.csv", _csv(["id", f"p{text}"], [["1", "value"], ["2", "value"]]))
    edge = write(f"R{text}.csv", _csv(["src", "dest", f"q{text}"], [["1", "2", "value"]]))
    guide.twin_data_layer.send_csv_files(client, *D, [node, edge])
    rows = graph_rows(server, "MATCH (n)-[r]->(m) RETURN labels(n)[0] AS label, keys(n) AS keys, type(r) AS type, keys(r) AS more")
    assert rows[0]["label"] == f"L{text}" and rows[0]["type"] == f"R{text}" and len(rows) == 1
    assert set(rows[0]["keys"]) == {"id", f"p{text}"} and set(rows[0]["more"]) == {"src", "dest", f"q{text}"}
    assert _shape(server) == {(f"L{text}", 2)}


def test_random_values_survive(guide: Any, client: Any, server: Any, write: Write) -> None:
    chance = random.Random(4)
    alphabet = string.printable.replace("\x0b", "").replace("\x0c", "") + "éß漢🦀\u2028\u00a0"
    texts = ["".join(chance.choices(alphabet, k=chance.randrange(1, 30))) for _ in range(200)]
    path = write("Thing.csv", _csv(["id", "text"], [[str(number), text] for number, text in enumerate(texts)]))
    guide.twin_data_layer.send_csv_files(client, *D, [path])
    rows = graph_rows(server, "MATCH (n:Thing) RETURN n.id AS id, n.text AS text")
    assert {int(row["id"]): row["text"] for row in rows} == dict(enumerate(texts))


def test_twenty_thousand_nodes_and_fifty_thousand_relationships(server: Any, write: Write) -> None:
    chance = random.Random(1)
    customers, shops = [f"c{n}" for n in range(15_000)], [f"s{n}" for n in range(5_000)]
    pairs = [(chance.choice(customers), chance.choice(shops)) for _ in range(50_000)]
    files = [
        write("Customer.csv", _csv(["id", "name"], [[one, f"Name of {one}"] for one in customers])),
        write("Shop.csv", _csv(["id", "name"], [[one, f"Shop {one}"] for one in shops])),
        write("BUYS_AT.csv", _csv(["src", "dest", "amount"], [[a, b, str(n)] for n, (a, b) in enumerate(pairs)])),
    ]
    with cosmotech_client.CosmoTech(base_url=server.url, access_token="canary", environment=False) as client:
        from cosmotech_client.twin_data_layer import send_csv_files

        result = send_csv_files(client, *D, files)
    assert (result.total_lines, result.processed_lines) == (70_000, 70_000)
    assert server.journal.count("twingraph_batch_update") == 2 + 1 + 5, "10 000 rows per call"
    assert _shape(server) == {("Customer", 15_000), ("Shop", 5_000)}
    rows = graph_rows(server, "MATCH (a:Customer)-[r:BUYS_AT]->(b:Shop) RETURN a.id AS a, b.id AS b, r.amount AS n")
    assert {int(row["n"]): (row["a"], row["b"]) for row in rows} == dict(enumerate(pairs))


def test_run_twin_graph_cypher_query(guide: Any, client: Any, server: Any, people: list[Path]) -> None:
    """As the guide shows it: the query of a CSV file with the parameters of a row."""
    api = type(client.twingraph)(client)
    for row in CSVSourceFile(people[1]).rows():
        result = guide.do(
            api.run_twin_graph_cypher_query,
            organization_id=ORGANIZATION,
            workspace_id=W[1],
            twin_graph_id=DATASET,
            twin_graph_cypher_query={"query": CSVSourceFile(people[1]).generate_query_insert(), "parameters": dict(row.cells)},
        )
        assert result.processed_lines == 1
    assert _shape(server) == {("Person", 3)}
    rows = guide.do(
        api.run_twin_graph_cypher_query,
        ORGANIZATION,
        W[1],
        DATASET,
        {"query": "MATCH (n) WHERE n.id IN $ids RETURN n.name AS name", "parameters": {"ids": ["a", "b"]}},
    )
    assert sorted(row["name"] for row in rows) == ["Ada", "Bo"]
    assert guide.do(api.run_twin_graph_cypher_query, ORGANIZATION, W[1], DATASET, {"query": "MATCH (n) RETURN count(n) AS n"}) == [{"n": 3}]


@pytest.mark.parametrize("given", [{}, {"query": " "}, {"query": 1}, {"query": "RETURN 1", "params": {}}])
def test_run_twin_graph_cypher_query_with_nonsense(guide: Any, client: Any, given: dict[str, Any]) -> None:
    with pytest.raises(InvalidArgument):
        guide.do(client.twingraph.run_twin_graph_cypher_query, ORGANIZATION, W[1], DATASET, given)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_parameters_of_queries(guide: Any, client: Any, text: str) -> None:
    assert guide.twin_data_layer.run_query(client, *D, "RETURN $a AS a, $b AS b", {"a": text, "b": [text, {"k": text}]}) == [
        {"a": text, "b": [text, {"k": text}]}
    ]
    written = guide.twin_data_layer.run_query(client, *D, "CREATE (:T {a: $a})", {"a": text})
    assert written.processed_lines == 1
    assert guide.twin_data_layer.run_query(client, *D, "MATCH (n:T) RETURN n.a AS a") == [{"a": text}]


def test_run_query_for_many_rows(guide: Any, client: Any, server: Any) -> None:
    rows = [{"id": str(number)} for number in range(5)]
    assert guide.twin_data_layer.run_query(client, *D, "CREATE (:N {id: $id})", rows).processed_lines == 5
    with pytest.raises(InvalidArgument, match="one mapping"):
        guide.twin_data_layer.run_query(client, *D, "MATCH (n) RETURN n", rows)
    with pytest.raises(RowsFailed):
        guide.twin_data_layer.run_query(client, *D, "MATCH (n) SET n.x = toInteger($nothing.y) + $id.z", [{"id": "1"}])
    with pytest.raises(BadRequest):
        guide.twin_data_layer.run_query(client, *D, "NOT CYPHER AT ALL")


def test_send_and_load_files_of_a_runner(guide: Any, client: Any, server: Any, people: list[Path], tmp_path: Path) -> None:
    result = guide.twin_data_layer.send_files_to_tdl(*W, runner_id=RUNNER, folder=people[0].parent, api_client=client)
    assert result.processed_lines == 5
    dataset = guide.do(client.dataset.find_dataset_by_id, *D)
    assert (dataset.ingestion_status, dataset.twincache_status) == ("SUCCESS", "FULL")
    written = guide.twin_data_layer.load_files_from_tdl(*W, runner_id=RUNNER, folder=tmp_path / "out", api_client=client)
    assert sorted(written) == ["KNOWS", "Person"]
    assert written["KNOWS"].read_text().splitlines()[0].split(",")[:2] == ["src", "dest"]
    for path in people:
        again = CSVSourceFile(written[path.stem])
        expected = sorted(tuple(sorted(row.cells.items())) for row in CSVSourceFile(path).rows())
        assert sorted(tuple(sorted(row.cells.items())) for row in again.rows()) == expected


def test_load_needs_an_ingested_dataset_and_one_dataset(guide: Any, client: Any, server: Any, tmp_path: Path) -> None:
    with pytest.raises(InvalidArgument, match="ingestion"):
        guide.twin_data_layer.load_files_from_tdl(*W, runner_id=RUNNER, folder=tmp_path, api_client=client)
    guide.do(client.runner.update_runner, *W, RUNNER, {"datasetList": ["D-demo", "D-other"]})
    with pytest.raises(InvalidArgument, match="2 datasets"):
        guide.twin_data_layer.load_files_from_tdl(*W, runner_id=RUNNER, folder=tmp_path, api_client=client)


@pytest.mark.parametrize("name", ["load_files_from_tdl", "send_files_to_tdl"])
def test_a_ported_call_cannot_swap_folder_and_runner(guide: Any, client: Any, server: Any, name: str, tmp_path: Path) -> None:
    with pytest.raises(TypeError, match="positional"):
        getattr(guide.twin_data_layer, name)(*W, str(tmp_path), RUNNER, api_client=client)
    assert not server.journal.count()


def test_get_dataset_id_from_runner(guide: Any, client: Any) -> None:
    assert guide.twin_data_layer.get_dataset_id_from_runner(*W, RUNNER, api_client=client) == DATASET
    for datasets in ([], ["D-demo", "D-other"]):
        guide.do(client.runner.update_runner, *W, RUNNER, {"datasetList": datasets})
        with pytest.raises(ValueError, match=f"{len(datasets)} datasets"):
            guide.twin_data_layer.get_dataset_id_from_runner(*W, RUNNER, api_client=client)


def _shape(server: Any) -> set[tuple[str, int]]:
    """How many nodes each label has."""
    return {(row["label"], row["n"]) for row in graph_rows(server, "MATCH (n) RETURN labels(n)[0] AS label, count(n) AS n")}


def _csv(header: list[str], rows: list[list[str]]) -> str:
    def cell(text: str) -> str:
        return '"' + text.replace('"', '""') + '"'

    return "".join(",".join(map(cell, row)) + "\n" for row in [header, *rows])
