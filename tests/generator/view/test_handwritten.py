"""What is declared as hand-written, and what is written: signatures are read from source, and nothing is missing or there twice."""

from __future__ import annotations

import shutil
from pathlib import Path, PurePosixPath

import pytest

from generator import pipeline
from generator.load.problems import Problems
from generator.view.handwritten import Written, WrittenArgument, read_methods
from generator.view.model.parts import Text
from generator.view.written_pages import public_modules
from generator.write import lock

ROOT = Path(__file__).parents[3]
CASE = ROOT / "tests" / "cases" / "renders_resources"

SOURCE = '''
from typing import Any, TypeAlias

Time: TypeAlias = "int | str"
Span: TypeAlias = tuple[Time, Time] | Time | None


class AsyncNotesApi:
    async def printed(self, id: int, span: Span = None, *, options: object = None, **more: Any) -> list[bytes]:
        """Notes on paper.

        One page each.
        In colour.

        Args:
            id: The note,
                by its number.
            span: When it was written; `now: here` is one.
            options: Settings.
            more: What the printer knows.

        Returns:
            the pages

        Raises:
            ValueError: no paper.
        """

    def _hidden(self) -> None: ...
'''


def test_methods_are_inherited_from_hand_written_classes(tmp_path: Path) -> None:
    (tmp_path / "aio").mkdir()
    (tmp_path / "aio" / "shared.py").write_text(
        'class AsyncRoot:\n    def kept(self): "From the root."\n    def changed(self): "From the root."\n\n'
        'class AsyncMiddle(AsyncRoot):\n    def changed(self): "From the middle."\n',
        "utf-8",
    )
    (tmp_path / "aio" / "notes.py").write_text(
        'class AsyncNotes(AsyncMiddle, generated.AsyncNotes, Elsewhere):\n    def own(self): "Its own."\n', "utf-8"
    )
    found = read_methods(tmp_path)
    assert {name: one.summary for name, one in found.items() if name.startswith("AsyncNotes.")} == {
        "AsyncNotes.kept": "From the root.",
        "AsyncNotes.changed": "From the middle.",
        "AsyncNotes.own": "Its own.",
    }


def test_signatures_and_docstrings_are_read(tmp_path: Path) -> None:
    (tmp_path / "aio").mkdir()
    (tmp_path / "aio" / "notes.py").write_text(SOURCE, "utf-8")
    (tmp_path / "other.py").write_text("class AsyncOther:\n    def method(self): ...\n", "utf-8")
    assert read_methods(tmp_path) == {
        "AsyncNotesApi.printed": Written(
            summary="Notes on paper.",
            description="One page each.\nIn colour.",
            arguments=(
                WrittenArgument("id", "int", None, "The note, by its number."),
                WrittenArgument(
                    "span", "tuple[int | str, int | str] | int | str | None", "None", "When it was written; `now: here` is one."
                ),
                WrittenArgument("options", "object", "None", "Settings.", by_keyword=True),
                WrittenArgument("**more", "Any", None, "What the printer knows."),
            ),
            returns="list[bytes]",
            returns_text="the pages",
            raises="ValueError: no paper.",
        )
    }


def test_nothing_written_is_nothing_read(tmp_path: Path) -> None:
    assert read_methods(tmp_path / "nowhere") == {}


@pytest.fixture
def shop(tmp_path: Path) -> lock.Layout:
    """The case `renders_resources` as a project, to be spoilt."""
    shutil.copytree(CASE, tmp_path / "specs" / "shop", ignore=shutil.ignore_patterns("handwritten", "expected"))
    shutil.copytree(CASE / "handwritten", tmp_path / "handwritten" / "shop")
    for name in ("runtime", "testing"):
        (tmp_path / "handwritten" / name).symlink_to(ROOT / "handwritten" / name)
    return lock.Layout(tmp_path / "specs", ROOT / "templates", tmp_path / "handwritten", tmp_path / "generated")


def spoilt(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def said(layout: lock.Layout) -> str:
    problems = Problems()
    pipeline.make(layout, "shop", problems)
    return "\n".join(str(problem) for problem in problems if "x-sources" not in str(problem))


def test_a_whole_project_has_no_problem(shop: lock.Layout) -> None:
    assert said(shop) == ""


def test_a_method_that_nobody_wrote_is_an_error(shop: lock.Layout) -> None:
    spoilt(shop.handwritten / "shop" / "aio" / "items.py", "async def picture", "async def drawing")
    assert "ItemsApi.picture has the kind `handwritten`, but no class defines it" in said(shop)


def test_a_class_that_is_there_already_is_an_error(shop: lock.Layout) -> None:
    spoilt(shop.handwritten / "shop" / "shelves.py", "class Shelf:", "class Item:")
    spoilt(shop.specs / "shop" / "client.yaml", "items.Shelf", "shelves.Item")
    assert "the class shelves.Item is there already: x-class of /components/schemas/Item" in said(shop)


def test_an_example_of_nothing_is_an_error(shop: lock.Layout) -> None:
    spoilt(shop.specs / "shop" / "client.yaml", "stock.items.picture", "stock.items.painting")
    assert "the example for stock.items.painting belongs to no method" in said(shop)


def test_an_example_takes_the_place_of_one_that_is_made(shop: lock.Layout) -> None:
    spoilt(shop.specs / "shop" / "client.yaml", "examples:\n", "examples:\n  stock.items.retrieve: print(client.stock.items.retrieve(7))\n")
    made = pipeline.make(shop, "shop", Problems())
    assert made is not None
    page = made.files[PurePosixPath("docs/ItemsApi.md")]
    assert "print(client.stock.items.retrieve(7))" in page and "retrieve(id=1)" not in page


def test_the_page_of_a_package_shows_its_first_list(shop: lock.Layout) -> None:
    made = pipeline.make(shop, "shop", Problems())
    assert made is not None
    assert "for item in client.stock.items.list(limit=5):" in made.files[PurePosixPath("README.md")]


def test_without_hand_written_exceptions_docstrings_name_those_of_the_runtime(shop: lock.Layout) -> None:
    spoilt(shop.specs / "shop" / "client.yaml", "raises: {refused: ShopError, missing: NotThere}\n", "")
    made = pipeline.make(shop, "shop", Problems())
    assert made is not None
    module = made.files[PurePosixPath("src/shop_client/sync/stock_items.py")]
    assert "ApiError: The API answered with an error" in module and "ShopError" not in module


def test_public_modules_are_described_as_the_sync_client_has_them(tmp_path: Path) -> None:
    for folder in ("public", "aio"):
        (tmp_path / folder).mkdir()
    (tmp_path / "public" / "notes.py").write_text(
        '"""Notes. Async: elsewhere."""\n\nfrom ._handwritten.printer import Printer\nfrom ._handwritten.sync.notes import printed\n\n'
        'MOST = 3\n__all__ = ["MOST", "Printer", "printed"]\n',
        "utf-8",
    )
    (tmp_path / "aio" / "notes.py").write_text(
        'async def printed(client: AsyncClient, *, copies: int = 1) -> AsyncIterator[str]:\n    """Print what `await client.notes()` gives."""\n',
        "utf-8",
    )
    (tmp_path / "printer.py").write_text(
        'class Printer:\n    """A printer.\n\n    Args:\n        name: Its name.\n    """\n\n    def __init__(self, name: str) -> None: ...\n\n'
        '    @property\n    def busy(self) -> bool:\n        """Whether it prints."""\n',
        "utf-8",
    )
    (module,) = public_modules(tmp_path)
    assert (module.name, module.summary, module.others) == ("notes", Text("Notes. Async: elsewhere."), ("MOST",))
    (call,) = module.calls
    assert (call.usage, call.returns, call.summary) == (
        "printed(client, *, copies=…)",
        "Iterator[str]",
        Text("Print what `client.notes()` gives."),
    )
    (printer,) = module.classes
    assert (printer.made.usage, printer.made.parameters[0].text, [method.usage for method in printer.methods]) == (
        "Printer(name)",
        Text("Its name."),
        ["busy"],
    )
