"""A package carries those modules of the runtime that its own modules lead to, and no other; and every import in it leads somewhere."""

from __future__ import annotations

import ast
import importlib
import importlib.util
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

import pytest

from generator.write.prune import unused_modules

ROOT = Path(__file__).parents[3]
PACKAGES = {path.name: path for path in sorted(ROOT.glob("generated/*/src/*")) if (path / "__init__.py").is_file()}
USER = "from __future__ import annotations\nfrom typing import TYPE_CHECKING\n"


def _unreached(**files: str) -> set[str]:
    """Paths below the runtime that are not reached; `__` in a name is a slash, `_runtime` is left out."""
    root = PurePosixPath("src/pack")
    paths = {root / f"{name.replace('__', '/')}.py": text for name, text in files.items()}
    return {path.relative_to(root / "_runtime").as_posix() for path in unused_modules(paths, root, ["_runtime"])}


@pytest.mark.parametrize(
    "user",
    [
        "from ._runtime.records import Record\nRecord()\n",
        "from ._runtime import records\nrecords.Record()\n",
        "import pack._runtime.records\n",
        "from pack._runtime.records import Record as R\nR()\n",
        "def f():\n    from ._runtime.records import Record\n    return Record\n",
        f"{USER}if TYPE_CHECKING:\n    from ._runtime.records import Record\ndef f() -> Record: ...\n",
        "from ._runtime.records import Record\n__all__ = ['Record']\n",
        "from ._runtime.records import *\n",
        "\nfrom ._runtime.records import Record\nRecord()\n",
    ],
)
def test_what_imports_lead_to_is_kept(user: str) -> None:
    runtime = {"_runtime__records": "from .fields import Field\nField()\n", "_runtime__fields": "", "_runtime__other": ""}
    assert _unreached(client=user, **runtime) == {"other.py"}


def test_what_nothing_leads_to_is_left_out() -> None:
    runtime = {"_runtime__records": "from .fields import Field\nField()\n", "_runtime__fields": "from .records import Record\nRecord()\n"}
    one = "from ._runtime.records import Record\n"
    for user in (
        "",
        "from elsewhere._runtime.records import Record\nRecord()\n",
        one,
        f"{one}shelf.Record()\n",
        f"{one}_Record, Records, Record_\n",
    ):
        assert _unreached(client=user, **runtime) == {"records.py", "fields.py"}


def test_twins_are_reached_together() -> None:
    runtime = {"_runtime__aio__jobs": "", "_runtime__sync__jobs": "", "_runtime__aio__pages": "", "_runtime__sync__pages": ""}
    for side in ("aio", "sync"):
        user = {f"{side}__client": f"from .._runtime.{side}.jobs import job\njob()\n"}
        assert _unreached(**user, **runtime) == {"aio/pages.py", "sync/pages.py"}


@pytest.mark.parametrize("package", PACKAGES)
def test_a_package_carries_only_what_it_reaches(package: str) -> None:
    folder = PACKAGES[package]
    root = PurePosixPath("src", package)
    files = {root / path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in folder.rglob("*.py")}
    assert not unused_modules(files, root, ["_runtime", "_resources"])


def test_resources_are_for_packages_with_resources() -> None:
    with_records = {name for name, folder in PACKAGES.items() if (folder / "_resources").is_dir()}
    with_resources = {name for name, folder in PACKAGES.items() if (folder / "data_classes").is_dir()}
    assert with_records == with_resources < set(PACKAGES)


def _imports(path: Path, package: str) -> Iterator[tuple[str, str]]:
    """The modules of its own package that a module imports from, and the names."""
    home = [package, *path.relative_to(PACKAGES[package]).parts[:-1]]
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.level:
            start = ".".join([*home[: len(home) - node.level + 1], *([node.module] if node.module else [])])
            yield from ((start, alias.name) for alias in node.names)


@pytest.mark.parametrize("package", PACKAGES)
def test_every_import_in_a_package_resolves(package: str) -> None:
    wanted = {found for path in PACKAGES[package].rglob("*.py") for found in _imports(path, package)}
    assert len(wanted) > 100
    assert not [(module, name) for module, name in sorted(wanted) if not _is_there(module, name)]


def _is_there(module: str, name: str) -> bool:
    try:
        found = importlib.import_module(module)
    except ModuleNotFoundError as error:
        if str(error.name).startswith(module.partition(".")[0]):
            return False
        raise
    return name == "*" or hasattr(found, name) or (hasattr(found, "__path__") and importlib.util.find_spec(f"{module}.{name}") is not None)


@pytest.mark.parametrize("package", PACKAGES)
def test_every_public_name_can_be_imported(package: str) -> None:
    module = importlib.import_module(package)
    assert all(hasattr(module, name) for name in module.__all__)
