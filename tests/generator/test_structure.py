"""The rooms of the generator, as designs/0010 draws them: which may import which, no circles, nothing too long or too full."""

from __future__ import annotations

import re
from pathlib import Path

from tests.support import structure

ROOT = Path(__file__).parents[2]
GENERATOR = ROOT / "generator"


def test_a_room_imports_only_from_those_that_it_may() -> None:
    drawn = structure.drawn(ROOT / "designs" / "0010-rooms.md", "The generator")
    allowed = {room: set(re.findall(r"\w+", text.partition("imports:")[2].splitlines()[0])) for room, text in drawn.items()}
    assert structure.rooms(GENERATOR) == allowed


def test_there_is_no_circle() -> None:
    assert structure.circle(structure.imports(GENERATOR)) == []
    assert structure.circle(structure.rooms(GENERATOR)) == []


def test_modules_are_short_and_folders_are_not_full() -> None:
    assert structure.long_modules(GENERATOR, 300) == {}
    assert structure.full_folders(GENERATOR, 12) == {}


def test_the_generator_does_not_import_openapi_python_client() -> None:
    assert not [path for path in structure.modules(GENERATOR).values() if "openapi_python_client" in path.read_text("utf-8")]
