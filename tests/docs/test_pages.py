"""Every page in `docs/`, the README and CONTRIBUTING: their blocks run, their links lead somewhere."""

from __future__ import annotations

from pathlib import Path

import pytest

from .pages import DOCS, GENERATED, ROOT, anchors, blocks, links
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
