"""Every page in `docs/`, the README and CONTRIBUTING: their blocks run, their links lead somewhere."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from .pages import DOCS, GENERATED, ROOT, anchors, blocks, links, section
from .running import Story

PAGES = [*sorted(DOCS.glob("*.md")), ROOT / "README.md", ROOT / "CONTRIBUTING.md"]
READMES = sorted(GENERATED.glob("*/README.md"))


def named(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("page", PAGES, ids=named)
@pytest.mark.usefixtures("ubiops", "cognite")
def test_every_block_of_a_page_runs(page: Path, workplace: Path) -> None:
    Story(workplace).play(blocks(page))


@pytest.mark.parametrize("page", [*PAGES, *READMES, *sorted(DOCS.glob("*/*.md"))], ids=named)
def test_every_link_leads_somewhere(page: Path) -> None:
    for line, target in links(page):
        if target.startswith(("https://", "http://")):
            continue
        path, _, anchor = target.partition("#")
        found = (page.parent / path).resolve() if path else page
        assert found.exists(), f"{named(page)}:{line}: there is no {path}"
        assert not anchor or anchor in anchors(found), f"{named(page)}:{line}: {path or page.name} has no heading for #{anchor}"


def test_every_page_is_in_the_contents() -> None:
    listed = {target for _, target in links(DOCS / "index.md")}
    assert {page.name for page in DOCS.glob("*.md")} - {"index.md"} <= listed


def test_guides_ship_with_the_packages_that_they_show() -> None:
    listed: dict[str, list[str]] = yaml.safe_load((ROOT / "clientgen.yaml").read_text("utf-8"))["guides"]
    start = "\n".join(section(DOCS / "index.md", "Use a client"))
    pages = [page for page in PAGES if f"]({page.name})" in start] + [page for page in DOCS.glob("*/*.md") if page.name != "README.md"]
    for page in pages:
        code = "".join(block.text for block in blocks(page) if block.language == "python")
        shown = set(re.findall(r"^from (\w+)_client\b", code, re.MULTILINE))
        assert {api for api, paths in listed.items() if named(page) in paths} == shown, named(page)
