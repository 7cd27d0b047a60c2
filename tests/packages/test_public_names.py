"""`public_names.py` finds what users can name, wherever it is defined, and tells two states apart."""

from __future__ import annotations

from pathlib import Path

import pytest

from .conftest import ROOT
from .public_names import differences, packages, public_names

FILES = {
    "__init__.py": "from ._hidden import Client as Client\nfrom .shown import helper as helper\n__all__ = ['Client', 'helper']\n",
    "_hidden.py": (
        "class Base:\n    def call(self, name: str, *, limit: int = 3) -> str: ...\n"
        "class Client(Base):\n    size: int = 1\n    def __len__(self) -> int: ...\n    def _own(self) -> None: ...\n"
    ),
    "shown.py": "import json\nfrom ._hidden import Base\ndef helper(value: int) -> int: ...\ndef _inner() -> None: ...\n",
}
NAMES = {
    "Client": "class (Base)",
    "Client.__len__": "def __len__() -> int",
    "Client.call": "def call(name: str, *, limit: int = 3) -> str",
    "Client.size": "int = 1",
    "helper": "def helper(value: int) -> int",
    "shown": "module",
    "shown.helper": "def helper(value: int) -> int",
}


def names_of(folder: Path, changes: dict[str, tuple[str, str]] | None = None) -> dict[str, str]:
    """The public names of a package of these files, some of them changed."""
    package = folder / "small"
    package.mkdir(exist_ok=True)
    for name, text in FILES.items():
        package.joinpath(name).write_text(text.replace(*(changes or {}).get(name, ("", ""))))
    return public_names("small", folder)


def test_names_and_signatures(tmp_path: Path) -> None:
    assert names_of(tmp_path) == NAMES


@pytest.mark.parametrize(
    ("file", "old", "new", "expected"),
    [
        ("shown.py", "def helper(value: int)", "def helper(value: str)", 4),
        ("_hidden.py", "limit: int = 3", "limit: int = 4", 2),
        ("_hidden.py", "class Client(Base)", "class Client", 3),
        ("_hidden.py", "size: int", "width: int", 2),
        ("__init__.py", ", 'helper'", "", 1),
        ("_hidden.py", "def _own", "def _other", 0),
        ("shown.py", "import json", "import csv", 0),
    ],
)
def test_what_is_a_difference(tmp_path: Path, file: str, old: str, new: str, expected: int) -> None:
    changed = names_of(tmp_path, {file: (old, new)})
    assert len(differences(NAMES, changed)) == expected


def test_a_generated_package() -> None:
    names = public_names("ica_client", packages(ROOT)["ica_client"])
    assert any(name.endswith("ProjectDataLinkingBatchApi.get_project_data_linking_batch") for name in names)
    assert {"Ica", "AsyncIca", "Ica.with_options", "Ica.project_data_linking_batch", "ApiError.status"} <= set(names)
    assert not [name for name in names if "._" in name and not name.rpartition(".")[2].startswith("__")]
