"""Every documented code example runs, with only its import lines and placeholders changed, against a local server of its own.

Those that do not are listed, each with its reason; the list can only shrink, since one that begins to run fails the test.
"""

from __future__ import annotations

import runpy
from pathlib import Path

import pytest
from cognite_client import testing

from . import worlds
from .rewriting import DOCUMENTED, Example, examples, runnable
from .waiting import FAILING

if not DOCUMENTED.is_file():
    pytest.skip("the documents' examples are not here (no folder shared/documented beside the repository)", allow_module_level=True)

EXAMPLES = examples()
_ENVIRONMENT = {"COGNITE_API_KEY": "canary-key", "COGNITE_CLIENT_NAME": "examples", "COGNITE_PROJECT": "demo", "COGNITE_MAX_RETRIES": "0"}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder and the home of an example, with the paths that the examples like best."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path))
    # Plots are made and not shown.
    monkeypatch.setenv("MPLBACKEND", "Agg")
    for name in ("path/to/my/directory", "my_directory", "mydir", "~/mydir"):
        (tmp_path / name).mkdir(parents=True)
    (tmp_path / "path/to/file").write_text("content", "utf-8")
    (tmp_path / "path/to/my/directory/file").write_text("content", "utf-8")
    return tmp_path


def run(example: Example, monkeypatch: pytest.MonkeyPatch) -> testing.LocalServer:
    """Run an example against a fresh server.

    Returns: the server, after it has stopped.
    """
    with testing.local_server(autocreate=True) as server:
        if not worlds.makes_its_own(example.code):
            worlds.fill(server)
        for name, value in {**_ENVIRONMENT, "COGNITE_BASE_URL": str(server)}.items():
            monkeypatch.setenv(name, value)
        program = Path("example.py")
        program.write_text(runnable(example), "utf-8")
        runpy.run_path(str(program))
    return server


@pytest.mark.filterwarnings("ignore:Files have no description")
@pytest.mark.parametrize("example", [one for one in EXAMPLES if str(one) not in FAILING], ids=str)
def test_example(example: Example, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    server = run(example, monkeypatch)
    assert not server.journal.violations, server.journal.violations
    handled = "except " in example.code
    assert handled or all(entry.status is not None and entry.status < 300 for entry in server.journal), [*server.journal]


@pytest.mark.parametrize("example", [one for one in EXAMPLES if str(one) in FAILING], ids=str)
def test_a_listed_example_still_fails(example: Example, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises((Exception, ExceptionGroup)) as caught:
        run(example, monkeypatch)
    listed = FAILING[str(example)]
    assert type(caught.value).__name__ == listed.error, caught.value


def test_only_documented_examples_are_listed() -> None:
    assert len(EXAMPLES) == 251
    assert not FAILING.keys() - {str(one) for one in EXAMPLES}
