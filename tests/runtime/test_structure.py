"""The rooms of hand-written code, as designs/0010 draws them: each imports only from those above it, no circles, nothing too long or too full."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support import structure

ROOT = Path(__file__).parents[2]
HANDWRITTEN = ROOT / "handwritten"
RUNTIME = HANDWRITTEN / "runtime"
PAGE = ROOT / "designs" / "0010-rooms.md"
DRAWN = {"runtime": structure.drawn(PAGE, "The runtime"), "testing": structure.drawn(PAGE, "The local server")}


@pytest.mark.parametrize("folder", DRAWN)
def test_a_room_imports_only_from_those_above_it(folder: str) -> None:
    rooms, order = structure.rooms(HANDWRITTEN / folder), list(DRAWN[folder])
    assert sorted(rooms) == sorted(order)
    assert {room: others for room, others in rooms.items() if not others <= set(order[: order.index(room)])} == {}


def test_the_page_names_every_module_of_the_runtime_in_its_room() -> None:
    assert structure.undrawn(RUNTIME, DRAWN["runtime"]) == []


def test_only_the_resources_import_from_another_tree_and_only_from_the_runtime() -> None:
    leaving = {folder: structure.leaving(HANDWRITTEN / folder) for folder in ("runtime", "testing", "resources")}
    assert leaving["runtime"] == leaving["testing"] == {}
    assert {name.lstrip(".").partition(".")[0] for names in leaving["resources"].values() for name in names} == {"_runtime"}


@pytest.mark.parametrize("folder", [RUNTIME, HANDWRITTEN / "resources", HANDWRITTEN / "testing"], ids=lambda folder: folder.name)
def test_there_is_no_circle(folder: Path) -> None:
    assert structure.circle(structure.imports(folder)) == []


@pytest.mark.parametrize("folder", [RUNTIME, HANDWRITTEN / "resources", HANDWRITTEN / "testing"], ids=lambda folder: folder.name)
def test_modules_are_short_and_folders_are_not_full(folder: Path) -> None:
    assert structure.long_modules(folder, 300) == {}
    assert structure.full_folders(folder, 12) == {}


def test_every_room_says_what_it_owns() -> None:
    texts = {room: (RUNTIME / room / "__init__.py").read_text("utf-8") for room in DRAWN["runtime"]}
    assert [room for room, text in texts.items() if "Owns" not in text or "not own" not in text] == []


def test_the_runtime_and_the_resources_know_no_api() -> None:
    """Names of one API's wire format stand in its own layer or in its client.yaml."""
    for folder in (RUNTIME, HANDWRITTEN / "resources"):
        for path in folder.rglob("*.py"):
            words = path.read_text("utf-8")
            assert not [word for word in ("externalId", "external_id", "cognite", "ubiops", "cosmotech", "illumina") if word in words], path
