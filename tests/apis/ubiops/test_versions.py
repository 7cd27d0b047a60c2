"""Uploading the code of a version and waiting for its build, as a job without an id: the version is what is polled."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pytest
from ubiops_client.testing import JobFailure

from tests.support.sides import Side

VERSION = ("demo", "iris", "v1")
CODE = b"PK\x05\x06" + bytes(18)


def uploads(tmp_path: Path) -> dict[str, Any]:
    path = tmp_path / "code.zip"
    path.write_bytes(CODE)
    return {
        "path": path,
        "text path": str(path),
        "bytes": CODE,
        "file": io.BytesIO(CODE),
        "name and bytes": ("code.zip", CODE),
        "name, bytes and type": ("code.zip", CODE, "application/zip"),
    }


@pytest.mark.parametrize("kind", ["path", "text path", "bytes", "file", "name and bytes", "name, bytes and type"])
async def test_whatever_holds_the_code(side: Side, server: Any, tmp_path: Path, kind: str) -> None:
    async with side.open(server.url) as client:
        assert (await side.get(client.core.model_versions_file_upload(*VERSION, uploads(tmp_path)[kind]))).success is True
        path = await side.get(client.core.model_versions_file_download_to_file(*VERSION, to=tmp_path / "copy.zip"))
    assert path.read_bytes() == CODE
    record = server.store.require("/projects/demo/models/iris/versions/v1")
    assert record.extra["file"] == CODE
    if "path" in kind or "name" in kind:
        assert record.extra["filename"] == "code.zip"


async def test_waiting_for_the_build(side: Side, server: Any) -> None:
    server.behaviour.build_seconds = 0.6
    seen: list[str] = []
    async with side.open(server.url) as client:
        job = await side.get(client.core.model_versions_file_upload_submit(*VERSION, CODE))
        assert not job.done and job.id == "demo/iris/v1"
        await side.get(job.wait(timeout=20, on_update=lambda job: seen.append(job.status)))
        version = await side.get(job.result())
    assert version.status == "available" and isinstance(version, side.module("models").ModelVersionList)
    assert seen == ["building", "available"]
    assert server.journal.count("model_versions_file_upload") == 1
    assert server.journal.count("model_versions_get") <= 3


async def test_a_build_that_fails_says_why(side: Side, server: Any) -> None:
    def build(content: bytes) -> None:
        raise JobFailure("no deployment.py in the package")

    server.behaviour.build = build
    async with side.open(server.url) as client:
        job = await side.get(client.core.model_versions_file_upload_submit(*VERSION, CODE))
        error = await side.raises(side.module("exceptions").JobFailed, lambda: job.result(timeout=20))
    assert "no deployment.py in the package" in str(error) and "demo/iris/v1" in str(error)
    assert (error.status, error.job) == ("failed", job)


@pytest.mark.parametrize(
    ("status", "message", "outcome"),
    [
        ("active", "", "done"),
        ("exploded", "out of memory", "failed"),
        ("validating", "", "running"),
        ("building", "the build before this one failed", "running"),
    ],
)
async def test_states_that_no_document_lists(side: Side, server: Any, status: str, message: str, outcome: str) -> None:
    async with side.open(server.url) as client:
        job = await side.get(client.core.model_versions_file_upload_submit(*VERSION, CODE))
        shown = {"model": "iris", "version": "v1", "language": "python3.7", "status": status, "error_message": message}
        server.faults.add("model_versions_get", body=shown)
        await side.get(job.refresh())
        assert (job.phase, job.status) == (outcome, status)


async def test_a_token_goes_on_elsewhere(side: Side, server: Any) -> None:
    async with side.open(server.url) as client:
        token = (await side.get(client.core.model_versions_file_upload_submit(*VERSION, CODE))).to_token()
    async with side.open(server.url) as client:
        operation = side.module("operations.core").MODEL_VERSIONS_FILE_UPLOAD
        job = side.cls("Job", "types").from_token(client, token, operation=operation)
        assert (await side.get(job.result(timeout=20))).status == "available"
    assert server.journal.count("model_versions_file_upload") == 1


async def test_a_build_that_takes_too_long(side: Side, server: Any) -> None:
    server.behaviour.build_seconds = 3600
    async with side.open(server.url) as client:
        job = await side.get(client.core.model_versions_file_upload_submit(*VERSION, CODE))
        error = await side.raises(side.module("exceptions").JobTimeout, lambda: job.result(timeout=0.4))
        assert error.status == "building"
        server.clock.advance(3600)
        assert (await side.get(job.result(timeout=20))).status == "available"
