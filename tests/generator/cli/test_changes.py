"""clientgen diff and release, and check after a release, in a project with a git history."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
import yaml

from generator.cli import main
from generator.diff.beside.packages import Finding, unseen
from generator.diff.release import entry
from generator.diff.report import Report
from generator.diff.verdicts.changes import Change, Verdict
from generator.diff.versions import bump_of, bumped, is_enough

CASES = Path(__file__).parents[2] / "cases"
DOCUMENT = Path("specs/things/openapi.yaml")
SETTINGS = Path("specs/things/client.yaml")
CHANGELOG = Path("specs/things/CHANGELOG.md")
TEMPLATES = {
    "pyproject.toml": '[project]\nname = "{{ package.distribution }}"\nversion = "{{ package.version }}"\n',
    "CHANGELOG.md": "{{ package.facts.changelog }}",
    "README.md": """\
{% for api in package.apis %}
{% for method in api.methods %}

```python
from {{ package.name }} import {{ api.name }}

print({{ api.name }}().{{ method.name }}())
```
{% endfor %}
{% endfor %}
""",
    "src/PACKAGE/__init__.py": """\
{% for api in package.apis %}


class {{ api.name }}:
{% for method in api.methods %}
    def {{ method.name }}(self) -> str:
        return "{{ method.operation.id }}"
{% endfor %}
{% endfor %}
""",
}
"""Of a package that is generated, compared and type-checked in no time."""


@pytest.fixture(autouse=True)
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A project with templates of its own, which is the current folder."""
    monkeypatch.chdir(tmp_path)
    shutil.copytree(CASES / "accepts_client_settings", "specs/things", ignore=shutil.ignore_patterns("*.txt", "*.json"))
    Path("handwritten/runtime").mkdir(parents=True)
    Path("clientgen.yaml").write_text("output: clients\n", "utf-8")
    for name, text in TEMPLATES.items():
        path = Path("templates", f"{name}.jinja")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    assert main(["generate"]) == 0


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def git(*arguments: str) -> None:
    subprocess.run(["git", "-c", "user.name=n", "-c", "user.email=e@x.example", *arguments], check=True, capture_output=True)


def commit() -> None:
    git("init", "-q")
    git("add", "-A")
    git("commit", "-qm", "first")


def said(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str]:
    """The exit status and the output of a command."""
    capsys.readouterr()
    status = main(list(arguments))
    return status, capsys.readouterr().out


def test_a_release_writes_version_date_changelog_and_record(capsys: pytest.CaptureFixture[str]) -> None:
    assert said(capsys, "release", "things", "--date", "2026-02-02")[0] == 0
    assert CHANGELOG.read_text("utf-8").endswith("\n\n## 0.1.0 (2026-02-02)\n\nThe first release.\n")
    assert said(capsys, "check") == (0, "things: unchanged\n")
    assert said(capsys, "release", "things")[1] == "things: nothing has changed since 0.1.0\n"

    edit(DOCUMENT, "size: {type: integer}", "size: {type: string}")
    assert said(capsys, "generate", "things")[0] == 0
    for _ in range(2):  # also when nothing else is to be done
        status, output = said(capsys, "check", "things")
        assert status == 1
        assert output.startswith(
            "specs/things/client.yaml:3:1: error: version 0.1.0 is not enough: since 0.1.0, models.Thing.size: has another type"
        )
    status, output = said(capsys, "diff", "things", "--from", "release", "--json")
    report = json.loads(output)["reports"][0]
    assert (status, report["bump"], report["next_version"]) == (1, "minor", "0.2.0")
    assert main(["release", "things", "--to", "0.1.1"]) == 2

    CHANGELOG.write_text(
        CHANGELOG.read_text("utf-8").replace("\n## 0.1.0 (", "\n## Unreleased\n\nSizes have units.\n\n## 0.1.0 (", 1), "utf-8"
    )
    assert said(capsys, "release", "things", "--date", "2026-03-03")[0] == 0
    settings = SETTINGS.read_text("utf-8")
    assert "version: 0.2.0\nreleased: 2026-03-03\n" in settings and settings.count("released:") == 1
    changelog = Path("clients/things-client/CHANGELOG.md").read_text("utf-8")
    assert changelog == CHANGELOG.read_text("utf-8")
    assert (
        "## 0.2.0 (2026-03-03)\n\nSizes have units.\n\n### Changed\n\n- **Breaking:** `models.Thing.size`: has another type: before `int | None`,"
        " now `str | None` (specs/things/openapi.yaml:22)\n\n## 0.1.0 (2026-02-02)\n" in changelog
    )
    assert "Unreleased" not in changelog
    assert 'version = "0.2.0"' in Path("clients/things-client/pyproject.toml").read_text("utf-8")
    assert said(capsys, "check") == (0, "things: unchanged\n")


@pytest.mark.parametrize("line", ['"version" : "0.1.0" # first\r\n', "version: 0.1.0\n", "'version': '0.1.0'\n"])
def test_a_release_changes_two_lines_of_the_settings(line: str) -> None:
    text = SETTINGS.read_text("utf-8")
    ends = line.removeprefix(line.rstrip())
    mine = text.replace("version: 0.1.0\n", line.rstrip() + "\n").replace("\n", ends)
    SETTINGS.write_bytes(mine.encode())
    assert main(["release", "things", "--date", "2026-02-02"]) == 0
    edit(DOCUMENT, "operationId: things_get", "operationId: thing_get")
    assert main(["release", "things", "--date", "2026-03-03"]) == 0
    raised = line.replace('"0.1.0"', "0.2.0").replace("'0.1.0'", "0.2.0").replace("0.1.0", "0.2.0")
    assert SETTINGS.read_bytes().decode() == mine.replace(line, f"{raised}released: 2026-03-03{ends}")


def test_settings_that_a_release_cannot_change_are_left_alone(capsys: pytest.CaptureFixture[str]) -> None:
    data = json.dumps(yaml.safe_load(SETTINGS.read_text("utf-8")))
    SETTINGS.write_text(data, "utf-8")
    assert main(["release", "things"]) == 2
    assert "put `version:` on a line of its own" in " ".join(capsys.readouterr().err.split())
    assert SETTINGS.read_text("utf-8") == data and not CHANGELOG.exists() and not Path("specs/things/released.jsonl").exists()


def test_a_version_that_somebody_has_raised_is_enough(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["release", "things"]) == 0
    edit(DOCUMENT, "operationId: things_get", "operationId: thing_get")
    edit(SETTINGS, "version: 0.1.0", "version: 0.2.0rc1")
    assert main(["generate"]) == 0
    assert said(capsys, "check") == (0, "things: unchanged\n")
    Path("specs/things/released.jsonl").write_text("{}\n", "utf-8")
    assert said(capsys, "check")[0] == 1
    assert main(["diff", "--from", "release"]) == 2


def test_a_file_that_cannot_be_written_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    CHANGELOG.mkdir()
    Path("taken").write_text("mine", "utf-8")
    for arguments, file in ((["release", "things"], CHANGELOG.as_posix()), (["build", "--to", "taken"], "taken")):
        assert main(arguments) == 1
        assert f"error: {file}: " in capsys.readouterr().err


def test_states_are_revisions_folders_and_documents(capsys: pytest.CaptureFixture[str]) -> None:
    commit()
    shutil.copytree("specs/things", "elsewhere")
    shutil.copy(DOCUMENT, "earlier.yaml")
    edit(DOCUMENT, "operationId: things_get", "operationId: thing_get")
    answers = {}
    for name in ("HEAD", "elsewhere", "earlier.yaml"):
        status, answers[name] = said(capsys, "diff", "things", "--from", name, "--documents-only")
        assert status == 1
    assert answers["HEAD"] == (
        "things, HEAD → now: 1 breaking\n"
        "breaking:\n"
        "  client.things.things_get: renamed to `client.things.thing_get`\n"
        "  - things_get() -> Thing  [specs/things/openapi.yaml:5]\n"
        "  + thing_get() -> Thing  [specs/things/openapi.yaml:5]\n"
        "version 0.1.0 → 0.2.0 (minor)\n"
    )
    assert [re.findall(r"- .*\[(.*)\]", answers[name]) for name in ("elsewhere", "earlier.yaml")] == [
        ["elsewhere/openapi.yaml:5"],
        ["earlier.yaml:5"],
    ]
    assert said(capsys, "diff", "--from", "HEAD", "--to", "HEAD", "--documents-only")[0] == 0
    assert said(capsys, "diff", "--documents-only", "--fail-on", "never")[0] == 0
    status, output = said(capsys, "diff", "--documents-only", "--markdown")
    assert "| `client.things.things_get` | renamed to" in output
    shutil.copytree("specs/things", "specs/others")
    status, output = said(capsys, "diff", "--documents-only")
    assert status == 1 and "note: nothing to compare: HEAD has no specs/others\n" in output
    assert main(["diff", "others"]) == 2
    for wrong in (["--from", "nowhere"], ["--from", ""], ["--to", ""], ["--fail-on", "always"], ["--from", "specs"]):
        assert main(["diff", "things", *wrong]) == 2
    edit(DOCUMENT, "openapi: 3.1.0", "openapi: 9")
    assert main(["diff", "things"]) == 2


def test_an_api_that_is_gone_is_a_break(capsys: pytest.CaptureFixture[str]) -> None:
    shutil.copytree("specs", "before/specs")
    shutil.copytree("specs/things", "before/specs/others")
    shutil.copytree("specs/things", "specs/others")
    commit()
    shutil.rmtree("specs/others")
    for name in ("HEAD", "before"):
        status, output = said(capsys, "diff", "--documents-only", "--from", name)
        assert status == 1 and f"others, {name} → now: 1 breaking\nbreaking:\n  others: removed, with its whole package\n" in output
        assert re.search(r"- \[(before/)?specs/others/openapi.yaml:1\]", output)
    assert said(capsys, "diff", "things", "--documents-only")[0] == 0
    assert said(capsys, "diff", "--documents-only", "--from", "before", "--to", "HEAD")[0] == 0


def test_two_documents_need_no_project(
    capsys: pytest.CaptureFixture[str], tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path_factory.mktemp("elsewhere")
    text = DOCUMENT.read_text("utf-8") + "servers: [{url: 'https://one.example'}]\n"
    (folder / "a.yaml").write_text(text, "utf-8")
    (folder / "b.yaml").write_text(text.replace("[things]", "[others]").replace("one.example", "two.example"), "utf-8")
    (folder / "c.yaml").write_text("a: [", "utf-8")
    two = ["diff", "--documents-only", "--from", str(folder / "a.yaml"), "--to"]
    shutil.copytree("specs/things", "specs/others")  # a project with several APIs, of which none is named
    assert said(capsys, *two, str(folder / "b.yaml"))[1].startswith("document, ")
    monkeypatch.chdir(folder)
    status, output = said(capsys, "diff", "--documents-only", "--from", "a.yaml", "--to", "b.yaml")
    assert status == 1 and output.startswith("document, a.yaml → b.yaml: ")
    assert "client.things.things_get: moved to `client.others.things_get`" in output
    assert "  - https://one.example  [a.yaml:" in output and "tmp" not in output
    assert main([*two, "c.yaml"]) == 2
    error = capsys.readouterr().err
    assert "c.yaml:2:1: error: not YAML" in error and "client.yaml" not in error
    assert main(["diff", "--from", "a.yaml"]) == main(["diff", "things", "--from", "a.yaml", "--to", "b.yaml"]) == 2


def test_templates_runtime_and_examples_are_compared_as_well(capsys: pytest.CaptureFixture[str]) -> None:
    """What no document says: a template takes a public name away, and an example of the earlier pages fails."""
    commit()
    edit(Path("templates/src/PACKAGE/__init__.py.jinja"), "{{ method.name }}(self)", "{{ method.nam }}(self)")
    assert main(["diff", "things"]) == 2
    edit(Path("templates/src/PACKAGE/__init__.py.jinja"), "{{ method.nam }}(self)", "{{ method.name }}_now(self)")
    status, output = said(capsys, "diff", "things", "--json")
    report = json.loads(output)["reports"][0]
    assert (status, report["changes"], report["verdict"]) == (1, [], "breaking")
    assert report["notes"] == [
        "griffe finds 1 breaking change in the public names of the packages",
        "disagreement: griffe says things_client.ThingsApi.things_get: Public object was removed; no change of the documents does",
        "mypy refuses 1 of 1 examples of the earlier documentation with the later package",
        'README.md:5: "ThingsApi" has no attribute "things_get"; maybe "things_get_now"?  [attr-defined]',
        "disagreement: examples fail, and no change of the documents is breaking for a type checker",
    ]


def test_what_the_document_says_is_no_disagreement(capsys: pytest.CaptureFixture[str]) -> None:
    commit()
    edit(DOCUMENT, "operationId: things_get", "operationId: thing_get")
    status, output = said(capsys, "diff", "things")
    assert status == 1 and "mypy refuses 1 of 1 examples" in output and "disagreement" not in output


def test_a_changelog_says_what_is_added_changed_deprecated_and_removed() -> None:
    def change(kind: str, verdict: Verdict = Verdict.COMPATIBLE, before: str = "", after: str = "") -> Change:
        return Change(kind, verdict, "client.x.y", "a; it may be left out", before, after, "o.yaml:1", "n.yaml:2")

    changes = [
        change("method-removed", Verdict.BREAKING, before="y() -> int"),
        change("method-deprecated"),
        change("parameter-type", before="a", after="b|`c`"),
        change("parameter-added", after="client.x.y"),
        change("method-text", Verdict.DOCUMENTATION),
    ]
    text = entry(Report("things", "old", "new", "1.0.0", changes), "2.0.0", "2026-02-02", "")
    assert text.splitlines() == [
        *("## 2.0.0 (2026-02-02)", "", "### Added", "", "- `client.x.y`; it may be left out (n.yaml:2)", ""),
        *("### Changed", "", "- `client.x.y`: a; it may be left out: before `a`, now `b|'c'` (n.yaml:2)", ""),
        *("### Deprecated", "", "- `client.x.y`: a; it may be left out (n.yaml:2)", ""),
        *("### Removed", "", "- **Breaking:** `client.x.y`: `y() -> int` (o.yaml:1)", ""),
        *("### Documentation", "", "Description changed: `client.x.y`."),
    ]


@pytest.mark.parametrize(
    ("released", "verdict", "needed"),
    [
        ("0.1.0", Verdict.BREAKING, "0.2.0"),
        ("0.1.0", Verdict.COMPATIBLE, "0.1.1"),
        ("1.2.3", Verdict.BREAKING, "2.0.0"),
        ("1.2.3", Verdict.COMPATIBLE, "1.3.0"),
        ("1.2.3", Verdict.DOCUMENTATION, "1.2.4"),
        ("1.0", Verdict.COMPATIBLE, "1.1.0"),
        ("2.0.0rc1", Verdict.BREAKING, "2.0.0"),
        ("1.2.3", None, "1.2.3"),
    ],
)
def test_the_version_follows_from_the_verdict(released: str, verdict: Verdict | None, needed: str) -> None:
    assert bumped(released, bump_of(verdict, released)) == needed
    assert is_enough(released, needed, verdict)
    assert verdict is None or not is_enough(released, released, verdict)


def test_what_griffe_should_see_and_does_not() -> None:
    change = Change("method-renamed", Verdict.BREAKING, "client.things.things_get", "renamed")
    assert [*unseen([], [change])] == [change]
    assert [*unseen([Finding("things_client.ThingsApi.things_get", "removed", frozenset({"things_get"}))], [change])] == []
    assert [*unseen([], [replace(change, kind="parameter-type"), replace(change, seen=False)])] == []


def test_github_gets_annotations_and_a_summary(capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    commit()
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "summary.md"))
    edit(DOCUMENT, "operationId: things_get", "operationId: thing_get")
    assert said(capsys, "diff", "--documents-only", "--github", "--fail-on", "never")[1].endswith(
        "\n::warning file=specs/things/openapi.yaml,line=5,col=1::client.things.things_get: renamed to `client.things.thing_get`\n"
    )
    assert "### Breaking" in (tmp_path / "summary.md").read_text("utf-8")
