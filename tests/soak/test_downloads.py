"""Downloads of Cosmo Tech files: a file is one version of it, whole, however often the connection breaks and the file changes on the way."""

from __future__ import annotations

import importlib
from pathlib import Path
from random import Random

import pytest
from cosmotech_client.exceptions import ClientError

from tests.support.fault_server import FaultServer, Reply, Seen

from .truth import Client, Unreliable, rounds

pytestmark = pytest.mark.filterwarnings("error::pytest.PytestUnhandledThreadExceptionWarning")


def test_downloads(is_async: bool, tmp_path: Path) -> None:
    for number, chance in enumerate(rounds("downloads")):
        one_round(chance, is_async, tmp_path / str(number))


def one_round(chance: Random, is_async: bool, folder: Path) -> None:
    workspace = importlib.import_module("cosmotech_client.asynchronous.workspace" if is_async else "cosmotech_client.workspace")
    size = chance.choice((0, 1, 70_000, 600_000))
    versions = [chance.randbytes(size)]

    def send(seen: Seen) -> Reply:
        if chance.random() < 0.1:
            versions.append(chance.randbytes(size))
        data, tag = versions[-1], f'"v{len(versions)}"'
        wanted = seen.header("range")
        # Some servers ignore If-Range, and send the rest of another version.
        resumed = wanted is not None and (seen.header("if-range") == tag or chance.random() < 0.3)
        first = int(wanted.removeprefix("bytes=").split("-")[0]) if wanted and resumed else 0
        fields = {"etag": tag, "accept-ranges": "bytes", "content-type": "application/octet-stream"}
        cut = chance.randrange(len(data) - first) if len(data) > first and chance.random() < 0.4 else None
        if first:
            return Reply(data[first:], 206, {**fields, "content-range": f"bytes {first}-{len(data) - 1}/{len(data)}"}, cut)
        return Reply(data, 200, fields, cut)

    server = Unreliable(chance, send, rate=0.2)
    with (
        FaultServer().answer(server) as http,
        Client("cosmotech_client", "CosmoTech", is_async, http, tries=8, access_token="t") as client,
    ):
        try:
            path = client.do(workspace.download_workspace_file, client.client, "O", "w", "a/b.bin", folder)
        except ClientError:
            assert not (folder / "a" / "b.bin").exists()
            return
        assert path == folder / "a" / "b.bin" and path.read_bytes() in versions
        assert [one.name for one in path.parent.iterdir()] == ["b.bin"]
