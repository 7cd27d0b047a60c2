"""Pages of the project that ship with a package: they come with links that work there, and are inputs like any other."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.cli import main
from generator.config.guides import read_guides
from generator.load.problems import Problems

PACKAGE = "clients/things-client"
GUIDE = Path(PACKAGE, "docs/guides/first.md")
PAGE = """# First *steps*

[own](second.md#top), [beside](#here), [method](../clients/things-client/docs/ThingsApi.md#get), [spec](../specs/things/), [out](https://a.example/b.md)
[a](second.md "title") and `[code](second.md)`.

```python
call["x"](second.md)
```
"""


@pytest.fixture
def guided(project: Path) -> Path:
    """The project, with two guides that are not generated yet."""
    Path("docs").mkdir()
    Path("docs/first.md").write_text(PAGE, "utf-8")
    Path("docs/second.md").write_text("# Second\n", "utf-8")
    settings = (
        Path("clientgen.yaml")
        .read_text("utf-8")
        .replace("/{distribution}/{version}/", f"/blob/{PACKAGE.rpartition('/')[0]}/{{distribution}}")
    )
    Path("clientgen.yaml").write_text(settings + "guides:\n  things: [docs/first.md, docs/second.md]\n", "utf-8")
    return project


def test_a_guide_ships_with_the_package_and_is_an_input(guided: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["generate"]) == 0
    assert GUIDE.is_file()
    link = "[First *steps*](https://things.example/blob/clients/things-client/docs/guides/first.md)"
    assert link in Path(PACKAGE, "README.md").read_text("utf-8")
    assert main(["check"]) == 0
    Path("docs/second.md").write_text("# Second, changed\n", "utf-8")
    capsys.readouterr()
    assert main(["check"]) == 1
    assert "things: input guide docs/second.md (edited)" in capsys.readouterr().out
    Path("docs/second.md").unlink()
    assert main(["check"]) == 1
    assert "clientgen.yaml:7:27: error: there is no docs/second.md" in capsys.readouterr().out


def test_links_of_a_guide_lead_somewhere_from_the_package(guided: Path) -> None:
    problems = Problems()
    (guide, _) = read_guides(["docs/first.md", "docs/second.md"], guided, PACKAGE, f"https://x.example/blob/{PACKAGE}", problems)
    assert not list(problems)
    assert guide.title == "First *steps*"
    assert guide.text == PAGE.replace("../clients/things-client/docs/", "../").replace(
        "../specs/things/", "https://x.example/blob/specs/things"
    )


@pytest.mark.parametrize(
    ("page", "pages", "said"),
    [
        (
            "\n[x](none.md)\n",
            f"https://x.example/{PACKAGE}",
            "docs/first.md:2:1: error: the link leads to docs/none.md, which is not there",
        ),
        (
            "[x](../../out.md)\n",
            f"https://x.example/{PACKAGE}",
            "docs/first.md:1:1: error: the link leads to ../out.md, which is not there",
        ),
        ("[x](second.md)\n", "", "docs/second.md, which readers of the package cannot reach"),
        (
            "[x](second.md)\n",
            "https://x.example/elsewhere",
            "give `pages` in the project file an address that ends with clients/things-client",
        ),
    ],
)
def test_a_link_that_leads_nowhere_is_a_problem(guided: Path, page: str, pages: str, said: str) -> None:
    Path("docs/first.md").write_text(page, "utf-8")
    problems = Problems()
    read_guides(["docs/first.md"], Path(), PACKAGE, pages, problems)
    assert said in "\n".join(map(str, problems))


@pytest.mark.parametrize(
    ("listed", "said"),
    [
        ("docs/first.md", "'things' is not a list"),
        ("[docs/first.txt]", "'docs/first.txt' is not the path of a page"),
        ("[../first.md]", "'../first.md' is not the path of a page"),
        ("[/docs/first.md]", "'/docs/first.md' is not the path of a page"),
        ("[1]", "1 is not the path of a page"),
        ("[docs/none.md]", "there is no docs/none.md"),
        ("[docs/first.md, first.md]", "two pages are called first.md"),
    ],
)
def test_what_is_listed_is_a_page(guided: Path, capsys: pytest.CaptureFixture[str], listed: str, said: str) -> None:
    Path("first.md").write_text("# First\n", "utf-8")
    Path("clientgen.yaml").write_text(f"output: clients\nguides:\n  things: {listed}\n", "utf-8")
    assert main(["lint"]) == 1
    shown = capsys.readouterr().out
    assert shown.startswith("clientgen.yaml:3:") and f": error: {said}" in shown


def test_guides_are_of_apis_that_there_are(guided: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Path("clientgen.yaml").write_text("output: clients\nguides:\n  thigns: [docs/first.md]\n", "utf-8")
    assert main(["lint"]) == 1
    assert "clientgen.yaml:3:3: error: there is no API 'thigns'" in capsys.readouterr().out
