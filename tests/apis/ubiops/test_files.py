"""Blobs and code to a path and back: streamed, taken up where a connection broke off, under safe names."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from ubiops_client.testing import FaultProxy

from tests.support.sides import SECRET, Side

from .test_jobs import OTHER_PROCESS, environment

SIZE = 3_000_000


@pytest.fixture(scope="module")
def content() -> bytes:
    return os.urandom(SIZE)


def store(server: Any, content: bytes, name: str = "photo.jpg") -> str:
    """Put a blob into the store of the server; gives its id."""
    identifier: str = server.engine.identifiers.uuid()
    data = {"id": identifier, "creation_date": server.clock.text(), "filename": name, "size": len(content), "ttl": 3600}
    server.engine.store.create(f"/projects/demo/blobs/{identifier}", data, file=content, time=server.clock.now())
    return identifier


@pytest.mark.parametrize("mode", ["truncate", "reset_in_answer"])
async def test_a_download_goes_on_where_it_broke_off(side: Side, server: Any, tmp_path: Path, content: bytes, mode: Any) -> None:
    blob = store(server, content)
    seen: list[tuple[int, int | None]] = []
    with FaultProxy(server.url) as proxy:
        proxy.add(mode, size=1_200_000)
        async with side.open(proxy.url) as client:
            path = await side.get(client.core.blobs_to_file("demo", blob, to=tmp_path, progress=lambda *now: seen.append(now)))
    assert path == tmp_path / "photo.jpg" and path.read_bytes() == content
    assert [file.name for file in tmp_path.iterdir()] == ["photo.jpg"]
    first, second = server.journal.of("blobs_get")
    assert "range" not in first.headers and second.headers["range"].startswith("bytes=")
    begin = int(second.headers["range"].removeprefix("bytes=").removesuffix("-"))
    assert 1_000_000 < begin <= 1_200_000 and second.status == 206 and second.headers["if-range"]
    assert seen[-1] == (SIZE, SIZE) and all(before <= after for (before, _), (after, _) in pairwise(seen))


async def test_a_download_goes_on_in_another_call(side: Side, server: Any, tmp_path: Path, content: bytes) -> None:
    blob, target = store(server, content), tmp_path / "mine.jpg"
    with FaultProxy(server.url) as proxy:
        proxy.add("truncate", size=1_500_000)
        async with side.open(proxy.url, retries=0) as client:
            await side.raises(side.module("exceptions").ClientError, lambda: client.core.blobs_to_file("demo", blob, to=target))
            assert not target.exists() and (tmp_path / "mine.jpg.part").stat().st_size > 1_000_000
            assert await side.get(client.core.blobs_to_file("demo", blob, to=target)) == target
    assert target.read_bytes() == content
    assert [file.name for file in tmp_path.iterdir()] == ["mine.jpg"]
    assert server.journal.of("blobs_get")[1].status == 206


async def test_what_changed_meanwhile_is_fetched_from_its_start(side: Side, server: Any, tmp_path: Path, content: bytes) -> None:
    blob, target = store(server, content), tmp_path / "mine.jpg"
    with FaultProxy(server.url) as proxy:
        proxy.add("truncate", size=1_500_000)
        async with side.open(proxy.url, retries=0) as client:
            await side.raises(side.module("exceptions").ClientError, lambda: client.core.blobs_to_file("demo", blob, to=target))
            server.store.require(f"/projects/demo/blobs/{blob}").extra["file"] = content[::-1]
            await side.get(client.core.blobs_to_file("demo", blob, to=target))
    assert target.read_bytes() == content[::-1]


@pytest.mark.parametrize(
    ("announced", "name"),
    [
        ("../../evil.sh", "evil.sh"),
        ("/etc/passwd", "passwd"),
        ("..\\..\\evil.bat", None),
        ("..", None),
        (".bashrc", "bashrc"),
        ("NUL", "_NUL"),
        ("résumé café.txt", "résumé café.txt"),
        ("a" * 300 + ".zip", None),
    ],
)
async def test_names_stay_in_the_folder(side: Side, server: Any, tmp_path: Path, announced: str, name: str | None) -> None:
    blob = store(server, b"content", announced)
    folder = tmp_path / "folder"
    async with side.open(server.url) as client:
        path = await side.get(client.core.blobs_to_file("demo", blob, to=f"{folder}/"))
    assert path.resolve().parent == folder.resolve() and path.read_bytes() == b"content"
    assert name is None or path.name == name
    assert [one.name for one in tmp_path.iterdir()] == ["folder"] and len(list(folder.iterdir())) == 1


async def test_a_file_that_is_there_stays(side: Side, server: Any, tmp_path: Path) -> None:
    blob, target = store(server, b"new"), tmp_path / "photo.jpg"
    target.write_bytes(b"old")
    async with side.open(server.url) as client:
        for to in (target, tmp_path):
            await side.raises(side.module("exceptions").TransferError, lambda to=to: client.core.blobs_to_file("demo", blob, to=to))
    assert target.read_bytes() == b"old" and len(list(tmp_path.iterdir())) == 1


async def test_a_missing_blob_leaves_nothing(side: Side, server: Any, tmp_path: Path) -> None:
    async with side.open(server.url) as client:
        missing = "00000000-0000-4000-8000-000000000000"
        await side.raises(side.module("exceptions").NotFound, lambda: client.core.blobs_to_file("demo", missing, to=tmp_path))
    assert list(tmp_path.iterdir()) == []


async def test_an_upload_is_sent_whole(side: Side, server: Any, tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "ünï code.bin"
    path.write_bytes(content)
    async with side.open(server.url) as client:
        blob = await side.get(client.core.blobs_create("demo", path, blob_ttl=600))
    record = server.store.require(f"/projects/demo/blobs/{blob.id}")
    assert record.extra["file"] == content
    assert (record.data["filename"], record.data["ttl"], blob.size) == (path.name, 600, SIZE)


async def test_an_upload_that_broke_off_is_not_repeated_blindly(side: Side, server: Any, content: bytes) -> None:
    """A blob is created by POST: it may be there. The code of a version is put, so that goes again, from its start."""
    with FaultProxy(server.url) as proxy:
        proxy.add("reset_after_request")
        async with side.open(proxy.url) as client:
            await side.raises(side.module("exceptions").OutcomeUnknown, lambda: client.core.blobs_create("demo", content))
        assert server.journal.count("blobs_create") <= 1
        proxy.add("reset_after_request")
        async with side.open(proxy.url) as client:
            await side.get(client.core.model_versions_file_upload("demo", "iris", "v1", content))
    assert server.store.require("/projects/demo/models/iris/versions/v1").extra["file"] == content


def test_large_files_take_no_memory(server: Any, tmp_path: Path) -> None:
    source, folder = tmp_path / "large.bin", tmp_path / "copies"
    with source.open("wb") as file:
        for _ in range(24):
            file.write(os.urandom(1 << 20))
    ran = subprocess.run(
        [sys.executable, OTHER_PROCESS, "copy", server.url, source, f"{folder}/"],
        check=False,
        capture_output=True,
        text=True,
        timeout=60,
        env=environment(),
    )
    assert ran.returncode == 0, ran.stderr
    told = json.loads(ran.stdout)
    assert told["peak"] < 6 << 20
    assert Path(told["path"]).read_bytes() == source.read_bytes()
    assert SECRET not in ran.stdout + ran.stderr
