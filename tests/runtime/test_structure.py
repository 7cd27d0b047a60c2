"""The rooms of the runtime, as designs/0010 draws them: each imports only from those before it, no circles, nothing too long or too full."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support import structure

HANDWRITTEN = Path(__file__).parents[2] / "handwritten"
RUNTIME = HANDWRITTEN / "runtime"
ORDER = ("declarations", "retry", "concurrency", "codec", "transport", "files", "auth", "paging", "batching", "jobs", "call")
"""A room imports only from rooms before it."""


def test_a_room_imports_only_from_those_before_it() -> None:
    rooms = structure.rooms(RUNTIME)
    assert set(rooms) | set(ORDER) == set(ORDER)
    for number, room in enumerate(ORDER):
        assert rooms.get(room, set()) <= set(ORDER[:number]), room


@pytest.mark.parametrize("folder", [RUNTIME, HANDWRITTEN / "resources", HANDWRITTEN / "testing"], ids=lambda folder: folder.name)
def test_there_is_no_circle(folder: Path) -> None:
    assert structure.circle(structure.imports(folder)) == []


@pytest.mark.parametrize("folder", [RUNTIME, HANDWRITTEN / "resources", HANDWRITTEN / "testing"], ids=lambda folder: folder.name)
def test_modules_are_short_and_folders_are_not_full(folder: Path) -> None:
    assert structure.long_modules(folder, 300) == {}
    assert structure.full_folders(folder, 12) == {}


def test_every_room_says_what_it_owns() -> None:
    texts = {room: (RUNTIME / room / "__init__.py").read_text("utf-8") for room in ORDER}
    assert [room for room, text in texts.items() if "Owns" not in text or "not own" not in text] == []


def test_the_runtime_and_the_resources_know_no_api() -> None:
    """Names of one API's wire format stand in its own layer or in its client.yaml."""
    for folder in (RUNTIME, HANDWRITTEN / "resources"):
        for path in folder.rglob("*.py"):
            words = path.read_text("utf-8")
            assert not [word for word in ("externalId", "external_id", "cognite", "ubiops", "cosmotech", "illumina") if word in words], path
