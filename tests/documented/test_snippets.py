"""Every documented code example runs, to its end and without an error, against the package's own local server."""

from __future__ import annotations

import logging
import re
import runpy
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from .apis import HOW_MANY, RENDERED, Api
from .facts import spec_of, spec_operations
from .names import python_name
from .rewrite import Setting, rewrite
from .values import parameter_value, sample
from .worlds import RESOURCES, VALUES

JSON = "application/json"
CONSTRAINTS = ("enum", "format", "pattern")


@dataclass(frozen=True)
class Snippet:
    """One documented code example."""

    api: Api
    operation: str
    text: str

    def __str__(self) -> str:
        return f"{self.api}-{self.operation}"

    @property
    def calls(self) -> int:
        """How often it calls its operation."""
        return len(re.findall(rf"api_instance\.{self.operation}\(", self.text))


SNIPPETS = [Snippet(api, name, text) for api in RENDERED for name, shown in api.examples.items() for text in shown.snippets]


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What a file placeholder stands for: a small zip file, which every operation that takes a file accepts."""
    path = tmp_path_factory.mktemp("documented") / "file.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("model.py", "class Model: ...\n")
    return path


@pytest.fixture
def server(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """A fresh local server of the API, where every resource that a path names exists; clients without a host find it by the environment."""
    snippet: Snippet = request.getfixturevalue("snippet")
    api = snippet.api
    for scheme in api.config.get("security", {}).values():
        monkeypatch.delenv(scheme["environment"], raising=False)
    with api.submodule("testing").local_server(autocreate=True) as running:
        monkeypatch.setenv(api.config["environment"]["base_url"], str(running))
        names = _values(snippet)
        for path, data in RESOURCES.get((api.name, snippet.operation), ()):
            running.engine.resources.add(path.format_map(names), data)
        yield running


def test_all_snippets_are_here() -> None:
    counts = {api.name: sum(snippet.api is api for snippet in SNIPPETS) for api in RENDERED}
    assert counts == {api.name: HOW_MANY[api.name] for api in RENDERED}
    assert all(snippet.calls for snippet in SNIPPETS)


@pytest.mark.parametrize("snippet", SNIPPETS, ids=str)
def test_snippet_runs(
    snippet: Snippet, server: Any, archive: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    code = rewrite(snippet.text, _setting(snippet, str(server), archive))
    program = tmp_path / "example.py"
    program.write_text(code, "utf-8")
    with caplog.at_level(logging.WARNING):
        runpy.run_path(str(program), run_name="__main__")
    printed = capsys.readouterr().out
    assert "Exception when calling" not in printed, f"{printed}\n{code}"
    assert [(entry.operation, entry.status // 100) for entry in server.journal] == [(snippet.operation, 2)] * snippet.calls
    assert not [str(violation) for violation in server.journal.violations]
    assert not caplog.messages


@pytest.mark.parametrize("snippet", SNIPPETS, ids=str)
def test_only_the_rules_change_a_snippet(snippet: Snippet, archive: Path) -> None:
    """From the first `try` on nothing changes; before it, only imports, indentation and what is assigned to the same names do."""
    rewritten = rewrite(snippet.text, _setting(snippet, "http://127.0.0.1:1", archive))
    before, after = (re.split(r"(?m)^    try:$", text, maxsplit=1) for text in (snippet.text, rewritten))
    assert before[1] == after[1]
    documented = [line.strip() for line in before[0].split("\n")]
    targets = {_target(line) for line in documented} | {snippet.api.documented_package.partition(".")[0]}
    changed = [line.strip() for line in after[0].split("\n") if line.strip() not in documented]
    strange = [line for line in changed if not re.match(r"import |from \S+ import ", line) and _target(line) not in targets]
    assert not strange


def _target(line: str) -> str:
    """What a line assigns to; a keyword argument on a line of its own counts."""
    return line.partition("=")[0].strip()


def _setting(snippet: Snippet, url: str, archive: Path) -> Setting:
    api, document = snippet.api, spec_of(snippet.api)
    _, _, operation = spec_operations(api)[snippet.operation]
    assert api.module
    return Setting(
        documented_package=api.documented_package,
        package=api.package,
        documented_url=api.documented_url,
        url=url,
        token="Token secret",
        file=archive,
        body=_body(snippet, operation),
        values=_values(snippet),
        properties={name: dict(_properties(api, schema)) for name, schema in document.data["components"]["schemas"].items()},
    )


def _body(snippet: Snippet, operation: Mapping[str, Any]) -> Any:
    """The documented request body, or one that fits the spec."""
    if "requestBody" not in operation:
        return None
    requests = snippet.api.examples[snippet.operation].requests
    content = spec_of(snippet.api).resolve(operation["requestBody"])["content"].get(JSON)
    return requests[0] if requests else sample(content["schema"], spec_of(snippet.api).resolve) if content else None


def _values(snippet: Snippet) -> dict[str, Any]:
    """Values of parameters that want more than any string."""
    resolve = spec_of(snippet.api).resolve
    _, _, operation = spec_operations(snippet.api)[snippet.operation]
    values: dict[str, Any] = {}
    for parameter in map(resolve, operation.get("parameters", ())):
        schema = resolve(parameter["schema"])
        if "example" in parameter or any(constraint in schema for constraint in CONSTRAINTS):
            values[python_name(parameter["name"])] = parameter_value(parameter, resolve)
    return {**values, **VALUES.get((snippet.api.name, snippet.operation), {})}


def _properties(api: Api, schema: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """Values of fields that want more than any string."""
    resolve = spec_of(api).resolve
    for name, property_schema in schema.get("properties", {}).items():
        if any(constraint in resolve(property_schema) for constraint in CONSTRAINTS):
            yield python_name(name), sample(property_schema, resolve)
