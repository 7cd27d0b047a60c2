"""Twin graphs of organizations: rows out of texts and archives, imports as jobs, graphs out of CSV files."""

from __future__ import annotations

import io
import stat
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from cosmotech_client._handwritten.archive import result_rows
from cosmotech_client._handwritten.failures import ResultExpired
from cosmotech_client.exceptions import BadRequest, DecodeError, JobFailed, TransferError
from cosmotech_client.testing import JobFailure
from cosmotech_client.twin_data_layer import CsvError, MissingReferences, graph_archive, to_frame, unpack

from .conftest import ORGANIZATION

Write = Callable[..., Path]
SOURCE = {"source": {"type": "ADT", "location": "https://twins.example"}, "graphId": "imported"}


@pytest.fixture
def tables(write: Write) -> tuple[list[Path], list[Path]]:
    return [write("Person.csv", "name,id\nAda,a\nBo,b\n")], [write("KNOWS.csv", "since,src,dest\n2020,a,b\n")]


@pytest.fixture
def graph(guide: Any, client: Any, tables: Any) -> str:
    guide.do(client.twingraph.create_graph_from_csv, ORGANIZATION, "g", *tables)
    return "g"


def test_create_graph_from_csv_and_query_rows(guide: Any, client: Any, graph: str) -> None:
    rows = guide.do(client.twingraph.query_rows, ORGANIZATION, graph, "MATCH (a)-[r]->(b) RETURN a, r.since AS since, b.name AS b")
    assert rows == [
        {"a": {"label": "Person", "id": "a", "properties": {"id": "a", "name": "Ada"}, "type": "NODE"}, "since": "2020", "b": "Bo"}
    ]


@pytest.mark.parametrize("bare", [True, False])
def test_query_rows_of_bare_and_of_quoted_text(guide: Any, client: Any, server: Any, graph: str, bare: bool) -> None:
    server.behaviour.bare_texts = bare
    assert guide.do(client.twingraph.query_rows, ORGANIZATION, graph, {"query": "MATCH (n) RETURN count(n) AS n"}) == [{"n": 2}]


def test_query_rows_are_frames_on_request(guide: Any, client: Any, graph: str) -> None:
    rows = guide.do(client.twingraph.query_rows, ORGANIZATION, graph, "MATCH (n) RETURN n.id AS id, n.name AS name ORDER BY id")
    assert to_frame(rows).to_dict("list") == {"id": ["a", "b"], "name": ["Ada", "Bo"]}


def test_queries_only_read(guide: Any, client: Any, graph: str) -> None:
    with pytest.raises(BadRequest, match="only read"):
        guide.do(client.twingraph.query_rows, ORGANIZATION, graph, "MATCH (n) DELETE n")


def test_query_rows_of_something_else(guide: Any, client: Any, server: Any, graph: str) -> None:
    server.faults.add("query", status=200, body='"no rows"', headers={"content-type": "application/json"})
    with pytest.raises(DecodeError):
        guide.do(client.twingraph.query_rows, ORGANIZATION, graph, "MATCH (n) RETURN n")


def test_batch_query_rows(guide: Any, client: Any, server: Any, graph: str) -> None:
    rows = guide.do(client.twingraph.batch_query_rows, ORGANIZATION, graph, "MATCH (n) RETURN n.id AS id ORDER BY id")
    assert rows == [{"id": "a"}, {"id": "b"}]
    answers = [entry.status for entry in server.journal.of("download_graph")]
    assert answers[0] == 404 and answers[-1] == 200, "not ready at first, then there"


def test_batch_query_that_expires(guide: Any, client: Any, server: Any, graph: str) -> None:
    server.behaviour.query_seconds, server.behaviour.result_seconds = 0.0, -1.0
    with pytest.raises(ResultExpired, match="expired"):
        guide.do(client.twingraph.batch_query_rows, ORGANIZATION, graph, "MATCH (n) RETURN n")
    server.behaviour.query_seconds, server.behaviour.result_seconds = 60.0, 60.0
    with pytest.raises(ResultExpired, match="Try later"):
        guide.do(client.twingraph.batch_query_rows, ORGANIZATION, graph, "MATCH (n) RETURN n.id", timeout=0.3)


@pytest.mark.parametrize("content", [b"", b"PK", b"no archive"])
def test_results_that_are_no_archives(content: bytes) -> None:
    with pytest.raises(ValueError, match="archive"):
        result_rows(content)


def test_import_graph_as_a_job(guide: Any, client: Any, server: Any) -> None:
    job = guide.do(client.twingraph.import_graph_submit, ORGANIZATION, SOURCE)
    assert job.id.startswith("gdi-")
    assert guide.do(client.twingraph.job_status, ORGANIZATION, job.id) in ("Pending", "Running")
    assert guide.do(job.result, 30) == "Succeeded"
    assert guide.do(client.twingraph.find_all_twingraphs, ORGANIZATION) == ["imported"]
    assert guide.do(client.twingraph.job_status, ORGANIZATION, "gdi-none") == "Unknown"


def test_import_graph_that_fails(guide: Any, client: Any, server: Any) -> None:
    def fail(operation: str, given: Any) -> Any:
        raise JobFailure("no such instance")

    server.jobs.run = fail
    job = guide.do(client.twingraph.import_graph_submit, ORGANIZATION, SOURCE)
    with pytest.raises(JobFailed):
        guide.do(job.result, 30)


def test_graph_archive(tables: tuple[list[Path], list[Path]], tmp_path: Path) -> None:
    content = graph_archive(*tables)
    assert isinstance(content, bytes)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert archive.read("Nodes/Person.csv") == b"Id,name\r\na,Ada\r\nb,Bo\r\n"
        assert archive.read("Edges/KNOWS.csv") == b"source,target,Id,since\r\na,b,KNOWS-1,2020\r\n"
    assert graph_archive(*tables, to=tmp_path / "graph.zip") == tmp_path / "graph.zip"
    assert (tmp_path / "graph.zip").read_bytes()[:2] == b"PK"


def test_graph_archive_is_checked_before_the_upload(
    guide: Any, client: Any, server: Any, tables: tuple[list[Path], list[Path]], write: Write
) -> None:
    create = client.twingraph.create_graph_from_csv
    with pytest.raises(MissingReferences, match=r"LOST\.csv:3:2: target 'zz'"):
        guide.do(create, ORGANIZATION, "g", tables[0], [write("LOST.csv", "source,target\na,b\na,zz\n")])
    with pytest.raises(CsvError, match="no column source or src"):
        guide.do(create, ORGANIZATION, "g", tables[0], [write("BAD.csv", "target\nb\n")])
    with pytest.raises(CsvError, match="there already"):
        guide.do(create, ORGANIZATION, "g", [*tables[0], write("Other.csv", "Id\na\n")])
    with pytest.raises(CsvError, match="same name"):
        guide.do(create, ORGANIZATION, "g", [*tables[0], write("more/Person.csv", "Id\nx\n")])
    with pytest.raises(CsvError, match=r"Empty\.csv:2:1: the cell of a key is empty"):
        guide.do(create, ORGANIZATION, "g", [write("Empty.csv", 'Id,a\n"",1\n')])
    assert not server.journal.count()


def test_archives_of_datasets(guide: Any, client: Any, tables: tuple[list[Path], list[Path]]) -> None:
    found = guide.do(client.dataset.upload_twingraph, ORGANIZATION, "D-demo", graph_archive(*tables))
    assert [one.name for one in found.nodes] == ["Person.csv"] and [one.name for one in found.edges] == ["KNOWS.csv"]
    assert guide.do(client.dataset.get_dataset_twingraph_status, ORGANIZATION, "D-demo") == "COMPLETED"


@pytest.mark.parametrize("name", ["../evil.txt", "/evil.txt", "a/../../evil.txt", "..\\evil.txt", "C:\\evil.txt"])
def test_archives_cannot_escape(tmp_path: Path, name: str) -> None:
    archive = tmp_path / "evil.zip"
    with zipfile.ZipFile(archive, "w") as file:
        file.writestr("good.txt", "good")
        file.writestr(zipfile.ZipInfo(name), "evil")
    with pytest.raises(TransferError, match="leads out of the folder"):
        unpack(archive, tmp_path / "out")
    assert not (tmp_path / "out").exists() and not (tmp_path / "evil.txt").exists()


def test_archives_with_links_and_bombs_are_refused(tmp_path: Path) -> None:
    link = zipfile.ZipInfo("link")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    with zipfile.ZipFile(tmp_path / "link.zip", "w") as file:
        file.writestr(link, "/etc")
    with pytest.raises(TransferError, match="'link', a link"):
        unpack(tmp_path / "link.zip", tmp_path / "out")
    with zipfile.ZipFile(tmp_path / "bomb.zip", "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("zeros", bytes(10_000_000))
    with pytest.raises(TransferError, match="more than"):
        unpack(tmp_path / "bomb.zip", tmp_path / "out", max_bytes=1_000_000)
    assert [path.stat().st_size for path in unpack(tmp_path / "bomb.zip", tmp_path / "out")] == [10_000_000]
