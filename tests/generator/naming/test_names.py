"""Letters beyond ASCII: names keep them, and their words; what names files and attributes of clients has Latin letters without marks."""

from __future__ import annotations

import pytest

from generator.load.names import in_ascii, snake
from generator.naming.names import class_name, python_name


@pytest.mark.parametrize(
    ("wire", "python", "name"),
    [
        ("Größe", "größe", "Größe"),
        ("größe", "größe", "Größe"),
        ("maxGröße", "max_größe", "MaxGröße"),
        ("idÄnderung", "id_änderung", "IdÄnderung"),
        ("naïve café", "naïve_café", "NaïveCafé"),
        ("e\u0301tat", "état", "État"),
        ("Привет мир", "привет_мир", "ПриветМир"),
        ("日本語", "日本語", "日本語"),
        ("filter[Größe]", "filter_größe", "FilterGröße"),
        ("$größe", "größe", "Größe"),
        ("pageSize", "page_size", "PageSize"),
    ],
)
def test_words_of_any_alphabet_stay_whole(wire: str, python: str, name: str) -> None:
    assert (python_name(wire), class_name(wire)) == (python, name)
    assert python.isidentifier() and name.isidentifier()


@pytest.mark.parametrize(
    ("text", "plain"),
    [("Größe", "grosse"), ("Ærøskøbing", "aeroskobing"), ("Łódź", "lodz"), ("Cœur Ðað", "coeur_dad"), ("ẞ", "ss"), ("日本", "")],
)
def test_latin_letters_lose_their_marks(text: str, plain: str) -> None:
    assert snake(in_ascii(text)) == plain
