"""What every package shares is the same to the byte, so that one test of it stands for all."""

from __future__ import annotations

from pathlib import Path

import pytest

from .conftest import DISTRIBUTIONS, ROOT


def shared(distribution: str) -> dict[str, bytes]:
    package = ROOT / "generated" / distribution / "src" / distribution.replace("-", "_")
    found = {str(path.relative_to(package)): path.read_bytes() for path in (package / "_runtime").rglob("*.py")}
    server = {path.name: path.read_bytes() for path in (package / "testing").glob("*.py")}
    if "shared.py" in server:  # a package that exports more than the server from `testing`
        server["__init__.py"] = server.pop("shared.py")
    return found | {f"testing/{name}": content for name, content in server.items()}


@pytest.mark.parametrize("distribution", DISTRIBUTIONS[1:])
def test_runtime_and_local_server_are_the_same_everywhere(distribution: str) -> None:
    first, other = shared(DISTRIBUTIONS[0]), shared(distribution)
    # Of the runtime, a package has the modules that its own lead to; of the server, all.
    both = first.keys() & other.keys()
    assert all(name in both for name in first.keys() | other.keys() if not name.startswith("_runtime/"))
    assert [name for name in both if first[name] != other[name]] == []
    assert Path("_runtime", "call", "sync", "client.py").as_posix() in both
