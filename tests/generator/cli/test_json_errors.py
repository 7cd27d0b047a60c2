"""With `--json`, every error is one JSON object on standard output, and nothing else is there: programs need not read two forms."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from generator.cli import main
from generator.cli.run import commands

COMMANDS = sorted(command.name or command.callback.__name__ for command in commands.app.registered_commands if command.callback)
ARGUMENTS = {"explain": [], "new": ["it", "--from", "openapi.yaml"], "release": ["things"]}
NEEDS_A_PROJECT = {"build", "check", "diff", "generate", "lint", "release", "templates", "watch"}
TAKES_APIS = {"build", "check", "diff", "generate", "lint", "release", "watch"}


def refused(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, list[dict[str, Any]]]:
    """The exit status and the problems of a command that fails."""
    capsys.readouterr()
    status = main(arguments)
    printed = capsys.readouterr()
    assert printed.err == ""
    said = json.loads(printed.out)
    assert said["ok"] is False and said["packages"] == [] and said["problems"]
    assert set(said["problems"][0]) == {"level", "message", "rule", "hint", "pointer", "file", "line", "column"}
    return status, said["problems"]


def test_all_commands_are_known() -> None:
    assert COMMANDS == ["build", "check", "diff", "docs", "explain", "generate", "init", "lint", "new", "release", "templates", "watch"]


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("before", [True, False])
def test_an_unknown_option(project: Path, capsys: pytest.CaptureFixture[str], command: str, before: bool) -> None:
    arguments = ["--json", "--frob"] if before else ["--frob", "--json"]
    status, (problem,) = refused(capsys, command, *ARGUMENTS.get(command, []), *arguments)
    assert status == 2 and problem["rule"] == "usage" and "--frob" in problem["message"]


@pytest.mark.parametrize("command", sorted(TAKES_APIS))
def test_an_unknown_api(project: Path, capsys: pytest.CaptureFixture[str], command: str) -> None:
    status, (problem,) = refused(capsys, command, "thing", "--json")
    assert status == 2 and "no specs/thing/openapi.yaml; did you mean 'things'?" in problem["message"]


@pytest.mark.parametrize("command", sorted(NEEDS_A_PROJECT))
def test_no_project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], command: str) -> None:
    monkeypatch.chdir(tmp_path)
    status, (problem,) = refused(capsys, command, *ARGUMENTS.get(command, []), "--json")
    assert status == 2 and "there is no project here or above" in problem["message"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "--json"),
        (["frobnicate"], "frobnicate"),
        (["new", "it"], "--from"),
        (["new"], "'name'"),
        (["release"], "'api'"),
        (["diff", "--frm", "HEAD"], "--frm"),
        (["docs", "--port", "none"], "--port"),
        (["explain", "frob"], "there is no rule 'frob'"),
        (["init", "."], "is a project already"),
        (["init", "a", "b"], "b"),
        (["new", "it", "--from", "nowhere.yaml"], "nowhere.yaml is not a file"),
        (["release", "things", "--to", "one"], "'one' is not a version"),
        (["diff", "--from", "nowhere"], "'nowhere' is not a file, a folder or a revision of git"),
        (["diff", "--fail-on", "much"], "--fail-on"),
        (["templates", "frob.jinja"], "there is no template 'frob.jinja'"),
        (["check", "--github"], "exclude each other"),
        (["lint", "--github"], "exclude each other"),
    ],
)
def test_other_errors_of_usage(project: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], said: str) -> None:
    status, (problem,) = refused(capsys, *arguments, "--json")
    assert status == 2 and said in problem["message"]


def test_the_status_is_that_of_the_text(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for arguments in (["generate", "--frob"], ["release"], ["lint", "thing"], ["frobnicate"]):
        assert main([*arguments, "--json"]) == main(arguments) == 2
        assert "Error: " in capsys.readouterr().err


@pytest.mark.parametrize("command", ["lint", "generate", "check", "build", "watch", "templates", "diff"])
def test_settings_of_the_project_are_named_with_their_place(project: Path, capsys: pytest.CaptureFixture[str], command: str) -> None:
    Path("clientgen.yaml").write_text("license: MIT\noutput: ../elsewhere\n", "utf-8")
    status, (first, last) = refused(capsys, command, "--json")
    assert (status, first["rule"], first["file"], first["line"]) == (2, "settings", "clientgen.yaml", 2)
    assert last["rule"] == "usage"
    assert main([command]) == 2
    assert "clientgen.yaml:2:1: error: output: '../elsewhere' is not the name of a folder" in capsys.readouterr().err


def test_a_document_that_cannot_be_compared(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Path("old.yaml").write_text("openapi: 3.1.0\ninfo: []\npaths: {}\n", "utf-8")
    status, problems = refused(capsys, "diff", "things", "--from", "old.yaml", "--json")
    assert status == 2 and ("old.yaml", 2) in [(problem["file"], problem["line"]) for problem in problems]
    assert "things cannot be compared" in problems[-1]["message"]


def test_a_file_that_cannot_be_written(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Path("file").write_text("", "utf-8")
    status, (problem,) = refused(capsys, "build", "--to", "file/dist", "--json")
    assert status == 1 and "file/dist" in problem["message"] and problem["rule"] == "files"


def test_a_process_prints_it_alone(tmp_path: Path) -> None:
    root = Path(__file__).parents[3]
    command = [sys.executable, "-m", "generator.cli", "generate", "--json", "things"]
    run = subprocess.run(command, cwd=tmp_path, env={"PYTHONPATH": str(root), "FORCE_COLOR": "1"}, capture_output=True, check=False)
    assert (run.returncode, run.stderr) == (2, b"")
    assert json.loads(run.stdout)["problems"][0]["rule"] == "usage"
