"""Generated documentation: each example of each page runs against the package's local server, and sends what the document allows."""

from __future__ import annotations

import importlib
import io
from contextlib import redirect_stdout
from pathlib import Path
from typing import Any

import pytest

from .pages import GENERATED, ROOT, Block, blocks
from .running import check_requirements

ENVIRONMENT = {
    "ubiops": {"UBIOPS_API_KEY": "Token abc", "UBIOPS_BASE_URL": "{server}"},
    "ica": {"ICA_API_KEY": "abc", "ICA_ACCESS_TOKEN": "abc", "ICA_BASE_URL": "{server}"},
    "cognite": {
        "COGNITE_API_KEY": "abc",
        "COGNITE_BASE_URL": "{server}",
        "COGNITE_PROJECT": "demo",
        "COGNITE_CLIENT_NAME": "docs",
    },
    "cosmotech": {"CSM_API_KEY": "abc", "CSM_ACCESS_TOKEN": "abc", "CSM_API_URL": "{server}"},
}
GUIDES = "guides"
"""The folder of pages that stand in docs/ of the project as well, where they are tested."""
PAGES = [page for api in ENVIRONMENT for page in sorted((GENERATED / f"{api}-client").glob("**/*.md")) if page.parent.name != GUIDES]
BLOCKS = [block for page in PAGES for block in blocks(page)]
EXAMPLES = [block for block in BLOCKS if block.language == "python"]


def named(block: Block) -> str:
    return f"{block.page.parents[block.page.parent.name == 'docs'].name}-{block.section}-{block.line}"


UNFIT = {"GraphProperties()": "its schema has no example of a type, which every entity needs"}
"""Expressions in examples that a server cannot take, with the reason; an entry has no effect once the document says more."""


@pytest.mark.parametrize("example", EXAMPLES, ids=named)
def test_example_runs(example: Block, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for expression, reason in UNFIT.items():
        if expression in example.text and "create" in example.section:
            pytest.xfail(reason)
    api = example.page.relative_to(GENERATED).parts[0].removesuffix("-client")
    monkeypatch.chdir(tmp_path)
    testing: Any = importlib.import_module(f"{api}_client.testing")
    with testing.local_server(autocreate=True) as server:
        for variable, value in ENVIRONMENT[api].items():
            monkeypatch.setenv(variable, value.format(server=server))
        with redirect_stdout(io.StringIO()):
            exec(compile(example.text, str(example), "exec"), {"__name__": "__main__"})  # noqa: S102
        journal = server.journal
    assert journal.count(), "nothing was sent"
    assert not journal.violations, [str(violation) for violation in journal.violations]


def test_every_method_has_an_example() -> None:
    """Each method with an operation behind it has a section with one example; it ends with the answers of the operation."""
    for page in PAGES:
        if page.parent.name == "docs":
            headings = [
                section.partition("\n")[0] for section in page.read_text("utf-8").split("\n## ")[1:] if "### HTTP response" in section
            ]
            examples = [block for block in EXAMPLES if block.page == page]
            assert len(examples) == len(headings), f"{page.relative_to(ROOT)}: {len(headings)} methods, {len(examples)} examples"


@pytest.mark.parametrize("block", [block for block in BLOCKS if block.language != "python"], ids=str)
def test_commands_name_what_there_is(block: Block) -> None:
    assert block.language == "console", f"{block}: a block of {block.language}"
    for line in block.text.splitlines():
        command, action, *requirements = line.split()
        assert (command, action) == ("pip", "install")
        check_requirements(block, [requirement.strip("\"'") for requirement in requirements], GENERATED)
