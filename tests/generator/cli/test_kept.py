"""Runs that follow each other: what is kept between them changes how long they take, and no byte."""

from __future__ import annotations

import json
import os
import random
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.cli import main
from generator.load.problems import Problems
from generator.pipeline import make
from generator.write import lock
from generator.write.cache import contents
from generator.write.freshness import find_layout

ROOT = Path(__file__).parents[3]
CASES = ROOT / "tests" / "cases"
SPEC = Path("specs/things/openapi.yaml")
PACKAGE = Path("clients/things-client")
MODULE = PACKAGE / "src/things_client/aio/things.py"
CACHE = Path(".cache/clientgen")


def on_disk(folder: Path) -> dict[str, str]:
    names = (path for path in folder.rglob("*") if path.is_file() and "__pycache__" not in path.parts)
    return {path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in names if path.name != lock.NAME}


def from_the_beginning(api: str, output: Path) -> dict[str, str]:
    """What a run gives that knows nothing of earlier ones."""
    layout = find_layout({"output": str(output)})
    assert layout
    problems = Problems()
    made = make(layout, api, problems)
    assert made and not problems.failed
    return {str(path): text for path, text in made.files.items()}


def schemas_below(node: Any) -> list[dict[str, Any]]:
    if isinstance(node, list):
        return [found for item in node for found in schemas_below(item)]
    if not isinstance(node, dict):
        return []
    own = [node] if "properties" in node and isinstance(node["properties"], dict) else []
    return own + [found for value in node.values() for found in schemas_below(value)]


def operations_of(data: dict[str, Any]) -> list[dict[str, Any]]:
    items = [item for item in data["paths"].values() if isinstance(item, dict)]
    return [value for item in items for value in item.values() if isinstance(value, dict) and "operationId" in value]


def describe(data: dict[str, Any], chance: random.Random) -> None:
    schema = chance.choice(schemas_below(data))
    prop = chance.choice(list(schema["properties"].values()))
    prop["description"] = f"Another text, number {chance.randrange(1000)}."


def add_a_property(data: dict[str, Any], chance: random.Random) -> None:
    kind: dict[str, Any] = chance.choice(
        [{"type": "string"}, {"type": "object", "properties": {"deep": {"type": "integer"}}}, {"enum": ["a", "b"]}]
    )
    chance.choice(schemas_below(data))["properties"][f"added_{chance.randrange(100)}"] = {**kind, "description": "Added."}


def drop_a_property(data: dict[str, Any], chance: random.Random) -> None:
    schema = chance.choice(schemas_below(data))
    if len(schema["properties"]) > 1:
        name = chance.choice(list(schema["properties"]))
        del schema["properties"][name]
        schema["required"] = [other for other in schema.get("required", ()) if other != name]


def rename_an_operation(data: dict[str, Any], chance: random.Random) -> None:
    operation = chance.choice(operations_of(data))
    operation["operationId"] = f"{operation['operationId']}_{chance.randrange(10)}"


def summarise(data: dict[str, Any], chance: random.Random) -> None:
    chance.choice(operations_of(data))["summary"] = f"Do it {chance.randrange(100)} times."


def add_a_parameter(data: dict[str, Any], chance: random.Random) -> None:
    schema = {"type": chance.choice(["string", "integer", "boolean"])}
    name = f"more_{chance.randrange(1000)}"
    chance.choice(operations_of(data)).setdefault("parameters", []).append(
        {"name": name, "in": "query", "description": "More.", "schema": schema}
    )


def retitle(data: dict[str, Any], chance: random.Random) -> None:
    data["info"]["version"] = f"1.{chance.randrange(100)}"


EDITS: list[Callable[[dict[str, Any], random.Random], None]] = [
    *(describe, add_a_property, drop_a_property, rename_an_operation, summarise, add_a_parameter, retitle),
]


@pytest.mark.parametrize(("case", "rounds"), [("renders_models", 2), ("renders_methods", 1)])
def test_what_is_written_after_an_edit_is_what_a_run_from_the_beginning_gives(project: Path, case: str, rounds: int) -> None:
    for name in ("openapi.yaml", "client.yaml"):
        shutil.copyfile(CASES / case / name, SPEC.with_name(name))
    shutil.rmtree("clients")
    assert main(["generate"]) == 0
    (package,) = Path("clients").iterdir()
    chance = random.Random(case)
    edits = chance.sample(EDITS, len(EDITS))
    for number in range(rounds):
        data = yaml.safe_load(SPEC.read_text("utf-8"))
        for edit in edits[number::2]:
            edit(data, chance)
        SPEC.write_text(yaml.safe_dump(data, sort_keys=False), "utf-8")
        assert main(["generate"]) == 0
        assert on_disk(package) == from_the_beginning("things", Path("clients"))


def test_an_edit_of_a_real_document_gives_the_same_bytes_and_rewrites_what_depends_on_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("specs", "handwritten", "templates"):
        (tmp_path / name).mkdir()
    shutil.copytree(ROOT / "specs/ica", tmp_path / "specs/ica")
    for name in ("templates", "handwritten"):
        (tmp_path / name).rmdir()
        (tmp_path / name).symlink_to(ROOT / name)
    monkeypatch.chdir(tmp_path)
    assert main(["generate"]) == 0
    path = next(path for path in sorted(Path("specs/ica/schemas").iterdir()) if "description: " in path.read_text("utf-8"))
    text = path.read_text("utf-8")
    at = text.index("description: ") + len("description: ")
    path.write_text(text[:at] + "Well. " + text[at:], "utf-8")
    capsys.readouterr()
    assert main(["generate"]) == 0
    assert 0 < int(capsys.readouterr().out.split()[1]) < 6
    assert on_disk(Path("generated/ica-client")) == from_the_beginning("ica", Path("generated"))


def edited(name: str = "Get that thing.") -> None:
    SPEC.write_text(SPEC.read_text("utf-8").replace("Get a thing.", name), "utf-8")


SPOILT: list[Callable[[bytes], bytes]] = [
    lambda text: text[: len(text) // 2],
    lambda text: text.replace(b'"raw":"', b'"raw":"0'),
    lambda _: os.urandom(400),
]


def test_what_is_kept_and_broken_does_no_harm(project: Path) -> None:
    first, given = on_disk(PACKAGE), SPEC.read_text("utf-8")
    edited()
    second = from_the_beginning("things", Path("clients"))
    assert main(["generate"]) == 0 and on_disk(PACKAGE) == second
    for spoil, document, expected in zip(SPOILT, (given, SPEC.read_text("utf-8"), given), (first, second, first), strict=True):
        for path in CACHE.iterdir():
            path.write_bytes(spoil(path.read_bytes()))
        SPEC.write_text(document, "utf-8")
        assert main(["generate"]) == 0 and on_disk(PACKAGE) == expected


def test_what_is_kept_may_be_deleted_and_cannot_be_written(project: Path) -> None:
    shutil.rmtree(CACHE)
    CACHE.write_text("in the way", "utf-8")
    edited()
    assert main(["generate"]) == 0 == main(["generate"]) == main(["check"])


def test_a_file_that_was_changed_by_hand_is_not_taken_for_what_was_generated(project: Path) -> None:
    other = PACKAGE / "src/things_client/exceptions.py"
    before = other.read_text("utf-8")
    other.write_text(before + "\nmore = 1\n", "utf-8")
    edited()
    assert main(["generate"]) == 0
    assert other.read_text("utf-8") == before


def test_check_reads_everything(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Whoever can write the cache cannot hide drift."""
    assert main(["generate"]) == 0
    text = MODULE.read_text("utf-8")
    MODULE.write_text(text.replace("Get a thing.", "Get b thing."), "utf-8")
    for path in CACHE.glob("kept-*"):
        content = (
            path.read_bytes()
            .partition(b"\n")[2]
            .replace(contents.digest(text.encode()).encode(), contents.digest(MODULE.read_bytes()).encode())
        )
        path.write_bytes(contents.digest(content).encode() + b"\n" + content)
    capsys.readouterr()
    assert main(["check"]) == 1
    assert "things.py: changed" in capsys.readouterr().out


def reads(*arguments: str) -> bool:
    """Whether a run imports what reads the packages."""
    program = f"import sys; from generator.cli import main; main({list(arguments)!r}); sys.exit('pathlib' in sys.modules)"
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    run = subprocess.run([sys.executable, "-c", program], env=environment, capture_output=True, text=True, check=False)
    assert "unchanged" in run.stdout, run.stdout + run.stderr
    return run.returncode == 1


def test_a_run_with_nothing_to_do_reads_no_file(project: Path) -> None:
    assert main(["generate"]) == 0
    assert reads("generate", "things")
    assert not reads("generate", "things")
    assert reads("generate", "--json")  # another run, of which nothing is known


def touched() -> Iterator[str]:
    """Touches something at each step, and undoes what it did before."""
    times, text, given = os.stat(MODULE), MODULE.read_text("utf-8"), SPEC.read_text("utf-8")
    MODULE.write_text(text.replace("Get a thing.", "Got a thing."), "utf-8")  # the same size
    os.utime(MODULE, ns=(times.st_atime_ns, times.st_mtime_ns))
    yield "a module, and its time put back"
    MODULE.unlink()
    yield "a module that is deleted"
    (PACKAGE / "src/things_client/extra.py").write_text("", "utf-8")
    yield "a module that is new"
    Path("LICENSE").write_text("Do as he likes.\n", "utf-8")
    yield "the licence"
    Path("elsewhere.yaml").write_text(given.replace("Get a thing.", "Got a thing."), "utf-8")
    SPEC.unlink()
    SPEC.symlink_to(Path("elsewhere.yaml").resolve())
    yield "a document that is a link"
    Path("elsewhere.yaml").write_text(given, "utf-8")
    yield "what a link leads to"


def test_a_run_sees_whatever_was_touched(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["generate"]) == 0
    for what in touched():
        capsys.readouterr()
        assert main(["generate"]) == 0
        assert "written" in capsys.readouterr().out, what
        assert main(["generate"]) == 0
        assert capsys.readouterr().out == "things: unchanged\n", what
    assert on_disk(PACKAGE) == from_the_beginning("things", Path("clients"))


def test_a_change_that_keeps_size_and_time_is_seen(project: Path) -> None:
    for path, old, new in ((MODULE, "Get a thing.", "Got a thing."), (SPEC, "Get a thing.", "Gut a thing.")):
        before, times = path.read_text("utf-8"), path.stat()
        path.write_text(before.replace(old, new), "utf-8")
        os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))
        contents.forget()
        assert main(["generate"]) == 0
        assert ("Gut" in MODULE.read_text("utf-8"), "Got" in MODULE.read_text("utf-8")) == (path == SPEC, False)


def test_hashes_that_were_kept_are_not_believed_by_check(project: Path) -> None:
    edited()
    assert main(["generate"]) == 0
    text = MODULE.read_text("utf-8")
    MODULE.write_text(text.replace("Get that thing.", "Get this thing."), "utf-8")
    now, kept = MODULE.stat(), max(CACHE.glob("hashes-*"), key=os.path.getmtime)
    body = json.loads(bytes(contents.read_whole(str(kept)) or b""))
    state = [now.st_mtime_ns, now.st_ctime_ns, now.st_size, now.st_ino, now.st_dev]
    body["files"][MODULE.as_posix()] = [state, contents.digest(text.encode())]
    contents.write_whole(str(kept), json.dumps(body).encode(), "hashes-", 9)
    contents.forget()
    contents.recall(str(project))
    assert contents.hash_of(MODULE.as_posix()) == contents.digest(text.encode())  # so it would be believed
    assert main(["check"]) == 1


def test_hashes_of_another_version_of_clientgen_are_no_help(project: Path) -> None:
    edited()
    assert main(["generate"]) == 0
    for path in CACHE.glob("hashes-*"):
        contents.write_whole(str(path), b'{"somewhere": "else"}', "hashes-", 9)
    SPEC.write_text(SPEC.read_text("utf-8").replace("Get that thing.", "Get this thing."), "utf-8")
    contents.forget()
    assert main(["generate"]) == 0 == main(["check"])


def test_hashes_of_files_that_are_gone_are_not_kept(project: Path) -> None:
    gone, kept = SPEC.with_name("CHANGELOG.md"), lambda: max(CACHE.glob("hashes-*"), key=os.path.getmtime).read_text("utf-8")
    gone.write_text("# Changes\n", "utf-8")
    time.sleep(0.05)  # until a further change would show in its times
    assert main(["generate"]) == 0 and gone.as_posix() in kept()
    gone.unlink()
    contents.forget()
    assert main(["generate"]) == 0 and gone.as_posix() not in kept()
