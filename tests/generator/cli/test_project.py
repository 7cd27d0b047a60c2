"""clientgen in somebody else's repository: project files, templates of one's own, facts for all packages."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path

import pytest
import yaml

from generator.cli import main

CASES = Path(__file__).parents[2] / "cases"
PACKAGE = Path("clients/things-client")


def test_a_project_brings_only_its_documents(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert (PACKAGE / "src/things_client/_runtime/call/aio/client.py").is_file()
    assert (PACKAGE / "src/things_client/testing/openapi.json").is_file()
    assert main(["check"]) == 0
    assert capsys.readouterr().out == "things: unchanged\n"


def test_packages_say_what_the_project_says(project: Path) -> None:
    table = tomllib.loads((PACKAGE / "pyproject.toml").read_text("utf-8"))["project"]
    assert table["authors"] == [{"name": "Ada L.", "email": "ada@things.example"}, {"name": "Bob"}]
    assert (table["license"], table["license-files"]) == ("MIT", ["LICENSE"])
    assert table["urls"] == {"Repository": "https://things.example/things-client"}
    assert (PACKAGE / "LICENSE").read_text("utf-8") == "Do as you like.\n"
    assert "The first." in (PACKAGE / "CHANGELOG.md").read_text("utf-8")
    readme = (PACKAGE / "README.md").read_text("utf-8")
    links = [part.partition(")")[0] for part in readme.split("](")[1:]]
    assert links and all(link.startswith("https://things.example/things-client/0.1.0/") for link in links)


def test_what_the_project_says_is_an_input(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    files = ("LICENSE", "clientgen.yaml", "specs/things/CHANGELOG.md")
    for file in files:
        Path(file).write_text(Path(file).read_text("utf-8").replace("MIT", "Apache-2.0") + "\n", "utf-8")
    assert main(["check"]) == 1
    shown = capsys.readouterr().out
    assert [line for line in shown.splitlines() if " input " in line] == [f"things: input {file} (edited)" for file in files]


def test_the_project_is_found_from_below(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(project / "specs" / "things")
    assert main(["check", "things"]) == 0


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ("licence: MIT\n", "clientgen.yaml:1:1: error: unknown setting 'licence'"),
        ("license: Mine\n", "is no SPDX licence expression"),
        ("authors: Ada\n", "'authors' is not a list"),
        ("authors: [Ada <nowhere>]\n", "has no name"),
        ("pages: things.example\n", "clientgen.yaml:1:1: error: pages: 'things.example' is not an absolute URL"),
        ("urls:\n  Repository: https://things.example/{package}\n", "clientgen.yaml:2:3: error: Repository"),
    ],
)
def test_a_wrong_project_file_is_a_problem_with_its_place(
    project: Path, capsys: pytest.CaptureFixture[str], settings: str, said: str
) -> None:
    Path("clientgen.yaml").write_text(settings, "utf-8")
    assert main(["generate"]) == 1
    assert said in capsys.readouterr().out


@pytest.mark.parametrize("settings", ["output: ../elsewhere\n", "output: [a]\n", "output: /x\n", "output: {\n"])
def test_folders_are_inside_the_project(project: Path, capsys: pytest.CaptureFixture[str], settings: str) -> None:
    Path("clientgen.yaml").write_text(settings, "utf-8")
    assert main(["generate"]) == 2
    assert "clientgen.yaml" in capsys.readouterr().err


def test_a_table_of_pyproject_does_the_same(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Path("clientgen.yaml").unlink()
    before = '[project]\nname = "mine"\n\n'
    Path("pyproject.toml").write_text(before + '[tool.clientgen]\noutput = "clients"\nlicense = "MIT"\npages = "here"\n', "utf-8")
    assert main(["generate"]) == 1
    assert "pyproject.toml:7:1: error: pages" in capsys.readouterr().out
    settings = '[tool.clientgen]\noutput = "clients"\nlicense = "MIT"\n'
    Path("pyproject.toml").write_text(before + settings, "utf-8")
    assert main(["generate"]) == 0
    assert "https://" not in (PACKAGE / "README.md").read_text("utf-8").partition("## More")[2]
    Path("pyproject.toml").write_text('[project]\nname = "other"\n\n' + settings, "utf-8")
    capsys.readouterr()
    assert main(["check"]) == 0
    assert capsys.readouterr().out == "things: unchanged\n"  # only its own table counts


def test_a_template_of_the_project_replaces_one(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["templates", "--copy", "api.md.jinja"]) == 0
    assert main(["templates", "--copy", "api.md.jinja"]) == 2  # what is there is not overwritten
    own = project / "templates/api.md.jinja"
    own.write_text("Our own page.\n" + own.read_text("utf-8"), "utf-8")
    (project / "templates/NOTICE.jinja").write_text("{{ package.distribution }}\n", "utf-8")
    assert main(["generate"]) == 0
    assert (PACKAGE / "api.md").read_text("utf-8").startswith("Our own page.\n")
    assert (PACKAGE / "NOTICE").read_text("utf-8") == "things-client\n"
    assert (PACKAGE / "README.md").is_file()
    capsys.readouterr()
    assert main(["templates", "--diff"]) == 0
    shown = capsys.readouterr().out
    assert "+++ project: api.md.jinja" in shown and "+Our own page." in shown and "README" not in shown
    assert main(["templates", "--json"]) == 0
    kinds = {item["name"]: item["kind"] for item in json.loads(capsys.readouterr().out)["templates"]}
    assert (kinds["api.md.jinja"], kinds["NOTICE.jinja"], kinds["README.md.jinja"]) == ("own", "added", "shipped")


def test_a_template_that_fails_is_named_with_its_line(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "templates").mkdir()
    (project / "templates/api.md.jinja").write_text("one\n{{ package.nothing }}\n", "utf-8")
    assert main(["generate"]) == 1
    assert "templates/api.md.jinja:2:1: error: the template fails" in capsys.readouterr().out


def test_init_keeps_what_is_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(tmp_path)
    Path(".gitignore").write_text("mine\n", "utf-8")
    assert main(["init", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["written"] == ["clientgen.yaml", ".gitattributes"]
    assert Path(".gitignore").read_text("utf-8") == "mine\n"
    assert main(["init"]) == 2
    assert "is a project already" in capsys.readouterr().err


def test_a_workflow_sees_lines_and_a_summary(project: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    summary = project / "summary.md"
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    spec = project / "specs/things/openapi.yaml"
    spec.write_text(spec.read_text("utf-8").replace("Get a thing.", "Get a thing, 100%."), "utf-8")
    assert main(["check", "--github"]) == 1
    line = next(line for line in capsys.readouterr().out.splitlines() if line.startswith("::error") and "aio/things.py" in line)
    assert line.startswith("::error file=specs/things/openapi.yaml,line=") and "%0Arun `clientgen generate`" in line
    assert "| things | drift |" in summary.read_text("utf-8") and "100%" in summary.read_text("utf-8")
    spec.write_text("openapi: 9, 100%\n", "utf-8")
    assert main(["lint", "--github"]) == 1
    assert "::error file=specs/things/openapi.yaml,line=1,col=1::" in capsys.readouterr().out
    assert main(["check", "--github", "--json"]) == 2


def test_hooks_are_commands_that_work(project: Path) -> None:
    hooks = yaml.safe_load((CASES.parents[1] / ".pre-commit-hooks.yaml").read_text("utf-8"))
    assert [hook["id"] for hook in hooks] == ["clientgen-lint", "clientgen-check"]
    for hook in hooks:
        program, *arguments = hook["entry"].split()
        assert program == "clientgen" and main(arguments) == 0
        assert re.search(hook["files"], "specs/things/openapi.yaml") and hook["pass_filenames"] is False


def test_the_action_runs_a_command_that_there_is(project: Path) -> None:
    action = yaml.safe_load((CASES.parents[1] / "action.yml").read_text("utf-8"))
    command = action["runs"]["steps"][-1]["run"].splitlines()[-1].split('clientgen/bin/clientgen" ')[1]
    assert main(command.replace("$APIS", "things").split()) == 0
