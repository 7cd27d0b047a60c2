"""What every package shares is the same to the byte, so that one test of it stands for all."""

from __future__ import annotations

from pathlib import Path

import pytest

from .conftest import DISTRIBUTIONS, ROOT


def shared(distribution: str) -> dict[str, bytes]:
    package = ROOT / "generated" / distribution / "src" / distribution.replace("-", "_")
    files = [*(package / "_runtime").rglob("*.py"), *(package / "testing").glob("*.py")]
    return {str(path.relative_to(package)): path.read_bytes() for path in files}


@pytest.mark.parametrize("distribution", DISTRIBUTIONS[1:])
def test_runtime_and_local_server_are_the_same_everywhere(distribution: str) -> None:
    first, other = shared(DISTRIBUTIONS[0]), shared(distribution)
    assert first.keys() == other.keys()
    assert [name for name in first if first[name] != other[name]] == []
    assert Path("_runtime", "sync", "client.py").as_posix() in first
