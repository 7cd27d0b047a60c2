"""`clientgen` from the outside: exit statuses, drift of every kind, the short way out, the same bytes everywhere."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tomllib
from importlib import metadata
from pathlib import Path

import pytest
import yaml

from generator.cli import main

ROOT = Path(__file__).parents[3]
PACKAGE = Path("generated/things-client")


def _run(*arguments: str, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "generator.cli", *arguments],
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def _tree(folder: Path) -> dict[str, bytes]:
    """All files but byte code, which Python and Jinja keep where they may."""
    found = (path for path in folder.rglob("*") if path.is_file() and "__pycache__" not in path.parts)
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


def test_generate_writes_a_package_and_then_nothing(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["generate"]) == 0
    assert "files written" in capsys.readouterr().out
    async_api = (PACKAGE / "src/things_client/aio/things.py").read_text("utf-8")
    sync_api = (PACKAGE / "src/things_client/sync/things.py").read_text("utf-8")
    assert "async def things_get(self, client: AsyncClient)" in async_api and "import os" not in async_api
    assert "    def things_get(self, client: Client)" in sync_api and '"""The sync API."""' in sync_api
    assert "time.sleep" in (PACKAGE / "src/things_client/_runtime/sync/primitives.py").read_text("utf-8")
    assert (PACKAGE / "src/things_client/py.typed").is_file() and (PACKAGE / "src/things_client/_runtime/sync/__init__.py").is_file()
    before = {path: path.stat().st_mtime_ns for path in PACKAGE.rglob("*")}
    assert main(["generate"]) == 0
    assert capsys.readouterr().out == "things: unchanged\n"
    assert before == {path: path.stat().st_mtime_ns for path in PACKAGE.rglob("*")}
    assert main(["check"]) == 0


def test_nothing_heavy_is_imported_when_nothing_has_changed(workspace: Path) -> None:
    assert main(["generate"]) == 0
    script = (
        "import sys; from generator.cli import main; assert main(['check']) == 0; "
        "print({'jinja2', 'yaml', 'typer', 'rich', 'openapi_python_client', 'jsonschema', 'subprocess'} & set(sys.modules))"
    )
    run = subprocess.run(
        [sys.executable, "-c", script],
        cwd=workspace,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert run.stdout.splitlines() == ["things: unchanged", "set()"]


DRIFT = {
    "a byte of a generated file": ("generated/things-client/src/things_client/aio/things.py", "things_get", "things_got"),
    "a byte of a shared file": ("generated/things-client/src/things_client/_runtime/aio/client.py", "The async", "An async"),
    "an extra file among shared ones": ("generated/things-client/src/things_client/_runtime/extra.py", "", "x = 1\n"),
    "a generated file deleted": ("generated/things-client/src/things_client/py.typed", None, None),
    "an extra file": ("generated/things-client/src/things_client/extra.py", "", "x = 1\n"),
    "the lock edited": ("generated/things-client/clientgen.lock", '"format": 2', '"format":  1'),
    "a document edited": ("specs/things/openapi.yaml", "Get a thing.", "Get the thing."),
    "settings edited": ("specs/things/client.yaml", "title: Things", "title: All things"),
    "a template edited": ("templates/README.md.jinja", "# ", "## "),
    "a runtime file edited": ("handwritten/runtime/errors.py", "Errors.", "All errors."),
    "a runtime file added": ("handwritten/runtime/more.py", "", '"""More."""\n'),
}


@pytest.mark.parametrize("drift", DRIFT)
def test_check_names_what_has_drifted(workspace: Path, capsys: pytest.CaptureFixture[str], drift: str) -> None:
    assert main(["generate"]) == 0
    name, old, new = DRIFT[drift]
    path = workspace / name
    if old is None:
        path.unlink()
    else:
        before = path.read_text("utf-8") if path.exists() else ""
        assert old in before
        path.write_text(before.replace(old, new or "") if old else str(new), "utf-8")
    capsys.readouterr()
    tree = _tree(workspace)
    assert main(["check"]) == 1
    # Of what all packages share, the lock has one hash each.
    assert ("input handwritten/runtime (edited)" if name.startswith("handwritten/runtime") else name) in capsys.readouterr().out
    assert _tree(workspace) == tree, "check must not write"
    assert main(["generate"]) == 0
    assert main(["check"]) == 0
    assert not (PACKAGE / "src/things_client/extra.py").exists()


def test_check_shows_the_diff_and_the_line_of_the_document(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["generate"]) == 0
    path = PACKAGE / "src/things_client/aio/things.py"
    path.write_text(path.read_text("utf-8").replace('"things_get"', '"things_got"'), "utf-8")
    capsys.readouterr()
    assert main(["check"]) == 1
    out = capsys.readouterr().out
    assert '-        return await client.call("things_got")' in out and '+        return await client.call("things_get")' in out
    assert "aio/things.py: changed (from specs/things/openapi.yaml:5:5)" in out
    assert main(["check", "--json"]) == 1
    change = json.loads(capsys.readouterr().out)["packages"][0]["changes"][0]
    assert (change["path"], change["status"], change["spec"]) == (
        "src/things_client/aio/things.py",
        "changed",
        "specs/things/openapi.yaml:5:5",
    )


def test_an_error_in_a_document_writes_nothing(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["generate"]) == 0
    spec = workspace / "specs/things/openapi.yaml"
    spec.write_text(spec.read_text("utf-8").replace("#/components/schemas/Thing", "#/components/schemas/Thang"), "utf-8")
    tree = _tree(workspace)
    capsys.readouterr()
    assert main(["generate"]) == 1
    out = capsys.readouterr().out
    assert "specs/things/openapi.yaml:15:24: error: the reference #/components/schemas/Thang leads nowhere" in out
    assert "hint: did you mean #/components/schemas/Thing?" in out
    assert _tree(workspace) == tree
    assert main(["lint", "--json"]) == 1
    problem = json.loads(capsys.readouterr().out)["problems"][0]
    assert (problem["file"], problem["line"], problem["column"], problem["level"]) == ("specs/things/openapi.yaml", 15, 24, "error")


def test_an_error_in_a_template_names_its_line(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (workspace / "templates/README.md.jinja").write_text("one\n{{ package.titel }}\n", "utf-8")
    assert main(["generate"]) == 1
    assert "templates/README.md.jinja:2:1: error: the template fails" in capsys.readouterr().out


def test_code_that_has_no_twin_names_its_line(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    slow = workspace / "handwritten/things/aio/slow.py"
    slow.parent.mkdir(parents=True)
    slow.write_text("import asyncio\n", "utf-8")
    assert main(["generate"]) == 1
    assert "handwritten/things/aio/slow.py:1:1: error: no sync twin" in capsys.readouterr().out


def test_wrong_code_names_the_output_and_its_source(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    wrong = workspace / "handwritten/things/wrong.py"
    wrong.parent.mkdir()
    wrong.write_text("print(nowhere)\n", "utf-8")
    assert main(["generate"]) == 1
    out = capsys.readouterr().out
    assert "src/things_client/_handwritten/wrong.py:1:7: error: F821" in out and "change handwritten/things/wrong.py" in out


def test_files_of_others_are_not_deleted(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    mine = workspace / PACKAGE / "mine.txt"
    mine.parent.mkdir(parents=True)
    mine.write_text("mine", "utf-8")
    assert main(["generate"]) == 1
    assert "mine.txt" in capsys.readouterr().out and mine.exists()


def test_a_package_without_a_document_is_reported(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["generate"]) == 0
    (workspace / "specs/things").rename(workspace / "specs/others")
    assert main(["check", "others"]) == 1
    assert main(["check"]) == 1
    assert "this package has no document" in capsys.readouterr().out


@pytest.mark.parametrize("arguments", [["bogus"], ["generate", "nothing"], ["generate", "--bogus"], ["check", "--specs", "nowhere"]])
def test_wrong_use_is_status_2(workspace: Path, arguments: list[str]) -> None:
    assert main(arguments) == 2


@pytest.mark.parametrize("name", ["thing", "Things", "things-client", "thigns"])
@pytest.mark.parametrize("command", ["generate", "check", "lint"])
def test_an_unknown_api_gets_the_one_that_was_meant(workspace: Path, capsys: pytest.CaptureFixture[str], command: str, name: str) -> None:
    assert main([command, name]) == 2
    assert f"no specs/{name}/openapi.yaml; did you mean 'things'?" in capsys.readouterr().err
    assert main([command, "zoo"]) == 2
    assert "known: things" in capsys.readouterr().err


def test_the_version_is_that_of_the_distribution(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"clientgen {metadata.version('clientgen')}\n"


@pytest.mark.parametrize(
    "arguments", [["check"], ["check", "--json"], ["generate"], ["lint"], ["lint", "--json"], ["--help"], ["--version"]]
)
@pytest.mark.parametrize("fresh", [True, False])
def test_a_reader_that_has_seen_enough_is_no_error(workspace: Path, arguments: list[str], fresh: bool) -> None:
    if not fresh:
        assert main(["generate"]) == 0
    reading, writing = os.pipe()
    os.close(reading)
    try:
        run = subprocess.run(
            [sys.executable, "-m", "generator.cli", *arguments],
            cwd=workspace,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            stdout=writing,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    finally:
        os.close(writing)
    assert run.stderr == ""


def test_an_output_that_takes_nothing_is_no_crash(workspace: Path) -> None:
    with Path(os.devnull).open(encoding="utf-8") as read_only:
        run = subprocess.run(
            [sys.executable, "-m", "generator.cli", "explain"], cwd=workspace, env={**os.environ, "PYTHONPATH": str(ROOT)}, stdout=read_only,
            stderr=subprocess.PIPE, text=True, check=False,
        )  # fmt: skip
    assert (run.returncode, run.stderr) == (1, "error: the output: Bad file descriptor\n")


EXTRAS = {
    "a marker": """['pandas>=2; python_version < "3.13"']""",
    "single quotes": """["pandas>=2; python_version < '3.13'"]""",
    "two and a backslash": """['a>=1; os_name == "nt"', 'b[c]>=2; platform_version != "a\\b"']""",
}


@pytest.mark.parametrize("name", EXTRAS)
def test_extras_arrive_as_they_are(workspace: Path, name: str) -> None:
    shutil.copy(ROOT / "templates/pyproject.toml.jinja", workspace / "templates")
    settings = workspace / "specs/things/client.yaml"
    settings.write_text(settings.read_text("utf-8") + f"extras: {{frames: {EXTRAS[name]}}}\n", "utf-8")
    assert main(["generate"]) == 0
    project = tomllib.loads((PACKAGE / "pyproject.toml").read_text("utf-8"))["project"]
    assert project["optional-dependencies"]["frames"] == yaml.safe_load(EXTRAS[name])


@pytest.mark.parametrize(
    "text", ['pandas", "evil', 'pandas"]\ndependencies = ["evil', "not a requirement", "pandas @ https://x.example/p.whl", ""]
)
def test_extras_that_pip_would_refuse_are_refused(workspace: Path, capsys: pytest.CaptureFixture[str], text: str) -> None:
    settings = workspace / "specs/things/client.yaml"
    settings.write_text(settings.read_text("utf-8") + f"extras:\n  frames:\n    - {json.dumps(text)}\n", "utf-8")
    assert main(["generate"]) == 1
    assert "specs/things/client.yaml:1" in capsys.readouterr().out


def test_outside_of_a_workspace_is_status_2(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["generate"]) == 2


def test_the_bytes_depend_on_nothing_else(workspace: Path) -> None:
    for number, environment in enumerate(
        ({"PYTHONHASHSEED": "1", "LC_ALL": "C"}, {"PYTHONHASHSEED": "2", "TZ": "Asia/Tokyo", "PYTHONUTF8": "1"})
    ):
        run = _run("generate", "--output", f"out{number}", cwd=workspace / "specs", **environment)
        assert run.returncode == 0, run.stdout + run.stderr
    assert _tree(workspace / "specs/out0") == _tree(workspace / "specs/out1")
    assert not any(b"object at 0x" in content for content in _tree(workspace / "specs/out0").values())


def test_nothing_beside_a_document_is_executed(workspace: Path) -> None:
    trap = "raise SystemExit('executed')\n"
    for name in ("conftest.py", "setup.py", "sitecustomize.py", "openapi_python_client.py"):
        (workspace / "specs/things" / name).write_text(trap, "utf-8")
    (workspace / "specs/things/ruff.toml").write_text("bogus = 1\n", "utf-8")
    (workspace / "ruff.toml").write_text("bogus = 1\n", "utf-8")
    (workspace / "specs/things/config.yaml").write_text("post_hooks: ['touch executed']\n", "utf-8")
    assert main(["generate"]) == 0
    assert not list(workspace.rglob("executed"))


def test_several_apis_at_once(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("alpha", "beta"):
        folder = workspace / "specs" / name
        folder.mkdir()
        for file in ("openapi.yaml", "client.yaml"):
            text = (workspace / "specs/things" / file).read_text("utf-8")
            (folder / file).write_text(text.replace("things-client", f"{name}-client").replace("things_client", f"{name}_client"), "utf-8")
    assert main(["generate", "--json"]) == 0
    packages = json.loads(capsys.readouterr().out)["packages"]
    assert [(package["api"], package["status"]) for package in packages] == [
        ("alpha", "written"),
        ("beta", "written"),
        ("things", "written"),
    ]
    assert main(["check"]) == 0
