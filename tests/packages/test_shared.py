"""What every package shares is the same to the byte, so that one test of it stands for all."""

from __future__ import annotations

from pathlib import Path

import pytest

from .conftest import DISTRIBUTIONS, ROOT

OWN = ("testing/openapi.json", "testing/behaviour", "testing/__init__.py", "testing/shared.py")
"""What a package has of its own in these folders; `shared` is the start of the server where a package exports more than that."""


def shared(distribution: str) -> dict[str, bytes]:
    package = ROOT / "generated" / distribution / "src" / distribution.replace("-", "_")
    paths = [path for folder in ("_runtime", "_resources", "testing") for path in (package / folder).rglob("*") if path.is_file()]
    names = {path.relative_to(package).as_posix(): path for path in paths if "__pycache__" not in path.parts}
    start = package / "testing" / ("shared.py" if (package / "testing" / "shared.py").is_file() else "__init__.py")
    return {name: path.read_bytes() for name, path in names.items() if not name.startswith(OWN)} | {"testing/shared": start.read_bytes()}


@pytest.mark.parametrize("distribution", DISTRIBUTIONS[1:])
def test_runtime_and_local_server_are_the_same_everywhere(distribution: str) -> None:
    first, other = shared(DISTRIBUTIONS[0]), shared(distribution)
    # Of the runtime, a package has the modules that its own lead to; of the server, all.
    both = first.keys() & other.keys()
    assert all(name in both for name in first.keys() | other.keys() if not name.startswith(("_runtime/", "_resources/")))
    assert [name for name in both if first[name] != other[name]] == []
    assert Path("_runtime", "call", "sync", "client.py").as_posix() in both
