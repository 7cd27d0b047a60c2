"""Runners: data, parameters, every argument of `download_runner_data`, both kinds of dataset reference, and runs as jobs."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from cosmotech_client.exceptions import InvalidArgument, JobFailed, NotFound
from cosmotech_client.runner import DatasetsFailed, format_parameters_list, frames, get_runner_parameters, to_frame
from cosmotech_client.testing import JobFailure
from cosmotech_client.workspace import UnsafePath

from .conftest import DATASET, ORGANIZATION, RUNNER, WORKSPACE, W

PARAMETERS = [
    {"parameterId": "speed", "value": "10", "varType": "int"},
    {"parameterId": "map", "value": "D-map", "varType": "%DATASETID%", "isInherited": True},
    {"parameterId": "none", "value": "", "varType": "%DATASETID%"},
]
WHERE = (ORGANIZATION, WORKSPACE, "R")
GRAPH = {"Person": [{"name": "Ada", "id": "a"}, {"name": "Bo", "id": "b"}]}


@pytest.fixture
def runner(server: Any, files: dict[str, bytes]) -> str:
    """A runner with a graph in its dataset list, and workspace files in a parameter."""
    _dataset(server, "D-map", tags=["workspaceFile"], source={"location": "%WORKSPACE_FILE%/maps/"})
    files.update(
        {"maps/roads.csv": b"id,km\nr1,5\n", "maps/deep/towns.json": b'[{"id": "t1"}]', "maps/note.txt": b"hello", "other.csv": b""}
    )
    server.behaviour.graphs.query(
        server.behaviour.dataset_graph(ORGANIZATION, DATASET),
        "CREATE (a:Person {id:'a', name:'Ada'}), (b:Person {id:'b', name:'Bo'}), (a)-[:KNOWS {id:'k', since:2020, src:'a', dest:'b'}]->(b)",
    )
    _runner(server, datasetList=[DATASET], parametersValues=PARAMETERS)
    return "R"


def _runner(server: Any, **data: Any) -> None:
    server.add(f"/organizations/{ORGANIZATION}/workspaces/{WORKSPACE}/runners/R", name="Runner", **data)


def _dataset(server: Any, identifier: str, **data: Any) -> None:
    server.add(f"/organizations/{ORGANIZATION}/datasets/{identifier}", name=f"Name of {identifier}", **data)


@pytest.fixture
def download(guide: Any, client: Any, tmp_path: Path) -> Callable[..., dict[str, Any]]:
    def call(**settings: Any) -> dict[str, Any]:
        given = {"parameter_folder": str(tmp_path / "p"), "dataset_folder": str(tmp_path / "d"), "api_client": client, **settings}
        found: dict[str, Any] = guide.runner.download_runner_data(*WHERE, **given)
        return found

    return call


def _files(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def test_get_runner_data(guide: Any, client: Any, runner: str) -> None:
    data = guide.runner.get_runner_data(*WHERE, api_client=client)
    assert (data.id, data.name, data.dataset_list) == ("R", "Runner", [DATASET])
    with pytest.raises(NotFound):
        guide.runner.get_runner_data(ORGANIZATION, WORKSPACE, "R-none", api_client=client)


def test_get_runner_data_with_a_client_of_its_own(guide: Any, server: Any, runner: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CSM_API_URL", str(server))
    monkeypatch.setenv("CSM_API_KEY", "key")
    assert guide.runner.get_runner_data(*WHERE).name == "Runner"


def test_get_runner_parameters(guide: Any, client: Any, runner: str) -> None:
    data = guide.runner.get_runner_data(*WHERE, api_client=client)
    expected = {"speed": "10", "map": "D-map", "none": ""}
    assert get_runner_parameters(data) == expected
    assert get_runner_parameters({"parametersValues": PARAMETERS}) == expected
    assert get_runner_parameters({}) == {}
    assert format_parameters_list(data)[1] == {"parameterId": "map", "value": "D-map", "varType": "%DATASETID%", "isInherited": True}


def test_download_runner_data(download: Any, runner: str, tmp_path: Path) -> None:
    result = download()
    assert result["runner_data"].id == "R"
    assert result["parameters"] == {"speed": "10", "map": str(tmp_path / "p" / "map"), "none": ""}
    graph, files = result["datasets"][DATASET], result["datasets"]["D-map"]
    assert graph["content"]["Person"] == GRAPH["Person"]
    assert graph["content"]["KNOWS"] == [{"id": "k", "source": "a", "target": "b", "since": 2020}]
    assert (graph["type"], graph["folder_path"], graph["dataset_id"], graph["name"]) == (
        "twin_graph",
        str(tmp_path / "d"),
        DATASET,
        "Demo data",
    )
    assert (files["type"], files["folder_path"], files["name"]) == ("workspace_files", str(tmp_path / "p" / "map"), "Name of D-map")
    assert set(graph) == {"type", "content", "name", "folder_path", "dataset_id"}, "nothing of our own stays in the result"


def test_dataset_reference_by_parameter(download: Any, runner: str, tmp_path: Path) -> None:
    download()
    assert _files(tmp_path / "p" / "map") == ["deep/towns.json", "note.txt", "roads.csv"]


def test_dataset_reference_by_dataset_list(download: Any, runner: str, tmp_path: Path) -> None:
    download()
    assert _files(tmp_path / "d") == ["KNOWS.csv", "Person.csv"]
    assert (tmp_path / "d" / "Person.csv").read_text().splitlines() == ["name,id", "Ada,a", "Bo,b"]


def test_parameter_folder_and_write_json(download: Any, runner: str, tmp_path: Path) -> None:
    download()
    written = json.loads((tmp_path / "p" / "parameters.json").read_text())
    assert written[0] == {"parameterId": "speed", "value": "10", "varType": "int", "isInherited": None}
    assert written[1]["value"] == str(tmp_path / "p" / "map")
    assert not (tmp_path / "p" / "parameters.csv").exists(), "write_csv is False unless said otherwise"


def test_write_csv(download: Any, runner: str, tmp_path: Path) -> None:
    download(write_json=False, write_csv=True)
    with (tmp_path / "p" / "parameters.csv").open(newline="") as file:
        rows = list(csv.DictReader(file))
    assert list(rows[0]) == ["parameterId", "value", "varType", "isInherited"]
    assert rows[1] == {"parameterId": "map", "value": str(tmp_path / "p" / "map"), "varType": "%DATASETID%", "isInherited": "True"}
    assert not (tmp_path / "p" / "parameters.json").exists()


def test_dataset_folder_with_several_datasets(download: Any, server: Any, tmp_path: Path) -> None:
    _dataset(server, "D-two")
    _runner(server, datasetList=[DATASET, "D-two"], parametersValues=PARAMETERS[:1])
    server.behaviour.graphs.query(server.behaviour.dataset_graph(ORGANIZATION, "D-two"), "CREATE (:Person {id:'z'})")
    result = download()
    assert _files(tmp_path / "d") == ["D-two/Person.csv"]
    assert result["datasets"]["D-two"]["folder_path"] == str(tmp_path / "d" / "D-two")
    assert download(dataset_folder=None)["datasets"]["D-two"]["folder_path"] is None


def test_fetch_dataset(download: Any, server: Any, runner: str, tmp_path: Path) -> None:
    result = download(fetch_dataset=False)
    assert result["datasets"] == {} and result["parameters"]["map"] == "D-map"
    assert _files(tmp_path) == ["p/parameters.json"] and not server.journal.count("find_dataset_by_id")


def test_read_files(download: Any, runner: str) -> None:
    assert download()["datasets"]["D-map"]["content"] == {}
    content = download(read_files=True)["datasets"]["D-map"]["content"]
    assert content == {"roads": [{"id": "r1", "km": 5}], "towns": [{"id": "t1"}], "note.txt": [{"text": "hello"}]}


def test_read_files_as_frames(download: Any, runner: str) -> None:
    tables = frames(download(read_files=True)["datasets"])
    assert tables["D-map"]["roads"].to_dict("records") == [{"id": "r1", "km": 5}]
    assert list(tables[DATASET]["Person"]["name"]) == ["Ada", "Bo"]


def test_parallel(download: Any, server: Any, guide: Any) -> None:
    """Ten datasets, each answer held back for a second: all are asked for before the first is answered."""
    for number in range(10):
        _dataset(server, f"D{number}")
    _runner(server, datasetList=[f"D{number}" for number in range(10)], parametersValues=[])
    server.faults.add("find_dataset_by_id", times=10, delay=1.0)
    seen: list[tuple[int, int | None]] = []
    download(parallel=True, progress=lambda done, total: seen.append((done, total)))
    times = [entry.time for entry in server.journal.of("find_dataset_by_id")]
    assert len(times) == 10 and max(times) - min(times) < 1.0
    assert seen == [(number, 10) for number in range(11)]
    server.journal.clear()
    server.faults.add("find_dataset_by_id", times=10, delay=0.02)
    download(parallel=False)
    operations = [entry.operation for entry in server.journal if entry.operation in ("find_dataset_by_id", "twingraph_query")]
    assert operations == ["find_dataset_by_id", "twingraph_query", "twingraph_query"] * 10, "one after the other"


def test_one_failing_dataset_names_itself_and_does_not_lose_the_others(download: Any, server: Any, runner: str, tmp_path: Path) -> None:
    server.store.get(f"/organizations/{ORGANIZATION}/workspaces/{WORKSPACE}/runners/R").data["datasetList"] = [DATASET, "D-gone"]
    with pytest.raises(ChildProcessError, match=r"1 datasets could not be fetched, 2 were\n  D-gone: NotFound") as caught:
        download()
    assert isinstance(caught.value, DatasetsFailed)
    assert set(caught.value.datasets) == {DATASET, "D-map"} == set(caught.value.result["datasets"])
    assert "d/D-demo/Person.csv" in _files(tmp_path) and "p/parameters.json" in _files(tmp_path)


def test_a_runner_without_parameters_and_datasets(download: Any, server: Any, tmp_path: Path) -> None:
    _runner(server)
    result = download()
    assert (result["datasets"], result["parameters"]) == ({}, {}) and not list(tmp_path.iterdir())


def test_a_runner_with_datasets_only(download: Any, server: Any) -> None:
    _runner(server, datasetList=[DATASET])
    assert set(download()["datasets"]) == {DATASET}


def test_kinds_of_datasets(download: Any, server: Any, files: dict[str, bytes], guide: Any, client: Any) -> None:
    values = {
        "D-adt": {"AZURE_DIGITAL_TWINS_URL": "https://twins.example"},
        "D-old": {"TWIN_CACHE_NAME": "old"},
        "D-storage": {"AZURE_STORAGE_CONTAINER_BLOB_PREFIX": "%WORKSPACE_FILE%/store/"},
    }
    for identifier, parameters in values.items():
        _dataset(server, identifier, connector={"id": "c", "parametersValues": parameters})
    _dataset(server, "D-part", tags=["dataset_part"], source={"location": "store/a.csv"})
    _dataset(server, "D-lost", tags=["dataset_part"], source={"location": "lost.csv"})
    files["store/a.csv"] = b"id\nx\n"
    guide.do(client.twingraph.create_graph, ORGANIZATION, "old")
    server.behaviour.graphs.query(f"graph:{ORGANIZATION}/old", "CREATE (:Old {id:'o'})")
    _runner(server, datasetList=[*values, "D-part", "D-lost"], parametersValues=[])
    with pytest.raises(DatasetsFailed) as caught:
        download(read_files=True)
    datasets = caught.value.datasets
    assert {name: one["content"] for name, one in datasets.items()} == {
        "D-old": {"Old": [{"id": "o"}]},
        "D-storage": {"a": [{"id": "x"}]},
        "D-part": {"a": [{"id": "x"}]},
    }
    assert datasets["D-part"]["file_name"] == "store/a.csv"
    assert "Azure Digital Twins" in str(caught.value.errors["D-adt"]) and "not there" in str(caught.value.errors["D-lost"])


def test_files_stand_relative_to_the_location_of_their_dataset(download: Any, server: Any, files: dict[str, bytes], tmp_path: Path) -> None:
    """A location is a folder, with a slash or without, a file, the beginning of names, or the whole workspace."""
    files.update({"a/b/x.csv": b"id\n1\n", "a/b/c/y.txt": b"y"})
    expected = {
        "a/b/": ["c/y.txt", "x.csv"],
        "a/b": ["c/y.txt", "x.csv"],
        "a/b/x": ["x.csv"],
        "a/b/x.csv": ["x.csv"],
        "": ["a/b/c/y.txt", "a/b/x.csv"],
        "a/": ["b/c/y.txt", "b/x.csv"],
    }
    _runner(server)
    runner = server.store.get(f"/organizations/{ORGANIZATION}/workspaces/{WORKSPACE}/runners/R").data
    for number, (location, names) in enumerate(expected.items()):
        _dataset(server, f"D{number}", tags=["workspaceFile"], source={"location": f"%WORKSPACE_FILE%/{location}"})
        parameter = {"parameterId": "d", "value": f"D{number}", "varType": "%DATASETID%"}
        runner.update(datasetList=[f"D{number}"], parametersValues=[parameter])
        download(parameter_folder=tmp_path / f"p{number}", dataset_folder=tmp_path / f"d{number}")
        assert _files(tmp_path / f"p{number}" / "d") == names == _files(tmp_path / f"d{number}"), location


def test_two_names_of_one_path_are_no_dataset(download: Any, server: Any, files: dict[str, bytes], runner: str) -> None:
    files.update({"maps//roads.csv": b"id\nother\n"})
    with pytest.raises(DatasetsFailed, match="D-map"):
        download(read_files=True)


def test_no_table_of_a_dataset_replaces_another(download: Any, files: dict[str, bytes], runner: str) -> None:
    files.clear()
    files.update(
        {
            "maps/2023/stock.csv": b"id\n1\n",
            "maps/2024/stock.csv": b"id\n2\n",
            "maps/a.csv": b"id\n3\n",
            "maps/a.json": b'[{"id": 4}]',
            "maps/b/note.txt": b"5",
            "maps/c/note.txt": b"6",
            "maps/x.json": b'{"one": [{"id": 7}], "two": [{"id": 8}]}',
            "maps/y.json": b'{"two": [{"id": 9}]}',
            "maps/z.csv": b"id\n10\n",
        }
    )
    assert download(read_files=True)["datasets"]["D-map"]["content"] == {
        "2023/stock.csv": [{"id": 1}],
        "2024/stock.csv": [{"id": 2}],
        "a.csv": [{"id": 3}],
        "a.json": [{"id": 4}],
        "b/note.txt": [{"text": "5"}],
        "c/note.txt": [{"text": "6"}],
        "one": [{"id": 7}],
        "x.json/two": [{"id": 8}],
        "y.json/two": [{"id": 9}],
        "z": [{"id": 10}],
    }


def test_means_of_columns(download: Any, files: dict[str, bytes], runner: str) -> None:
    files["maps/roads.csv"] = b"id,km,big,lanes\n1,5.5,9007199254740993,2\n2,6.5,,4\n"
    frame = frames(download(read_files=True)["datasets"])["D-map"]["roads"]
    assert (frame["km"].mean(), frame["lanes"].mean(), frame.mean()["id"]) == (6.0, 3.0, 1.5)
    assert frame["big"].dropna().tolist() == [9007199254740993]


@pytest.mark.parametrize("name", ["../evil", "/evil", "a/b", ".."])
def test_names_of_parameters_cannot_escape(download: Any, server: Any, name: str, tmp_path: Path) -> None:
    _runner(server, parametersValues=[{"parameterId": name, "value": DATASET, "varType": "%DATASETID%"}])
    with pytest.raises(UnsafePath):
        download()
    assert _files(tmp_path) == []


def test_names_of_labels_cannot_escape(download: Any, server: Any, tmp_path: Path) -> None:
    server.behaviour.graphs.query(server.behaviour.dataset_graph(ORGANIZATION, DATASET), "CREATE (:`../../evil` {id:'a'})")
    _runner(server, datasetList=[DATASET])
    with pytest.raises(DatasetsFailed, match="UnsafePath"):
        download()
    assert not list(tmp_path.rglob("evil*")) and not list(tmp_path.parent.glob("evil*"))


def test_folders_that_are_files(download: Any, server: Any, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(InvalidArgument, match="is a file"):
        download(parameter_folder=tmp_path / "file")
    assert not server.journal.count()


def test_run_as_a_job(guide: Any, client: Any, server: Any) -> None:
    job = guide.runner.start_run(ORGANIZATION, WORKSPACE, RUNNER, api_client=client)
    guide.do(job.refresh)
    assert job.status == "Running" and not job.done
    status = guide.do(job.result, 30)
    assert (status.id, status.state) == (job.id, "Successful")
    assert [run.id for run in guide.do(_runs, client, guide)] == [job.id]


async def _arun(pages: Any) -> list[Any]:
    return [one async for one in pages]


def _runs(client: Any, guide: Any) -> Any:
    found = client.run.list_runs(*W, RUNNER)
    return _arun(found) if hasattr(found, "__aiter__") else found if hasattr(found, "__await__") else list(found)


def test_run_runner_and_its_logs(guide: Any, client: Any, server: Any) -> None:
    status = guide.runner.run_runner(ORGANIZATION, WORKSPACE, RUNNER, timeout=30, api_client=client)
    assert status.state == "Successful"
    server.behaviour.log(status.id, "one more line")
    logs = guide.runner.get_run_logs(ORGANIZATION, WORKSPACE, RUNNER, status.id, api_client=client)
    assert set(logs) == {"fetch", "main"} and logs["main"].endswith("one more line")


def test_run_that_fails_tells_its_last_lines(guide: Any, client: Any, server: Any) -> None:
    def fail(operation: str, given: Any) -> Any:
        raise JobFailure("out of fuel")

    server.jobs.run = fail
    with pytest.raises(JobFailed, match="out of fuel") as caught:
        guide.runner.run_runner(ORGANIZATION, WORKSPACE, RUNNER, timeout=30, api_client=client)
    assert any("out of fuel" in note for note in caught.value.__notes__)


def test_run_data(guide: Any, client: Any) -> None:
    run = guide.runner.run_runner(ORGANIZATION, WORKSPACE, RUNNER, timeout=30, api_client=client)
    where = (ORGANIZATION, WORKSPACE, RUNNER, run.id)
    rows = [{"city": "Lyon", "n": 3}, {"city": "Nice", "n": 4}]
    guide.do(client.run.send_run_data, *where, {"id": "results", "data": rows})
    assert guide.runner.query_run_data_rows(*where, api_client=client) == [{"table_name": "cd_results"}]
    found = guide.runner.query_run_data_rows(*where, "SELECT city, n FROM cd_results ORDER BY n", api_client=client)
    assert found == rows and int(to_frame(found)["n"].sum()) == 7
