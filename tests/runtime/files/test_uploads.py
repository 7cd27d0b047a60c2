"""Files that change while they are sent, and what has no size."""

from __future__ import annotations

import os
import threading
from pathlib import Path
from typing import Any

import pytest
from demo_client._runtime.declarations import errors
from demo_client._runtime.declarations.options import RequestOptions

from tests.support import demo
from tests.support.fault_server import reply
from tests.support.sides import Side


@pytest.mark.parametrize("named", [False, True])
def test_a_file_that_grows_is_sent_as_long_as_it_was(side: Side, tmp_path: Path, named: bool) -> None:
    path = tmp_path / "log"
    path.write_bytes(b"x" * 1_000_000)

    def grow(sent: int, of: int | None) -> None:
        with path.open("ab") as file:
            file.write(b"y" * 300_000)

    side.server.default = reply(200, {})
    with path.open("rb") as file:
        content = path if named else file
        side.client().call(demo.PUT_FILE, {"file_id": "1"}, body=content, options=RequestOptions(progress=grow))
    assert side.server.journal[0].body == b"x" * 1_000_000


def test_what_has_no_size_is_sent_whole(side: Side, tmp_path: Path) -> None:
    """A pipe by its name, as `<(command)` of a shell; a file that is made when it is read; and a file that holds nothing."""
    side.server.default = reply(200, {})
    client = side.client()
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    writer = threading.Thread(target=pipe.write_bytes, args=(b"x" * 300_000,))
    writer.start()
    client.call(demo.PUT_FILE, {"file_id": "1"}, body=pipe)
    writer.join(10)
    assert side.server.journal[0].body == b"x" * 300_000
    made = Path("/proc/version")
    if made.exists():
        with made.open("rb") as file:
            for content in (made, file):
                client.call(demo.PUT_FILE, {"file_id": "1"}, body=content)
                assert side.server.journal[-1].body == made.read_bytes()
    with pytest.raises(errors.InvalidArgument, match="Is a directory. Nothing was sent"):
        client.call(demo.PUT_FILE, {"file_id": "1"}, body=tmp_path)
    (tmp_path / "empty").touch()
    client.call(demo.PUT_FILE, {"file_id": "1"}, body=tmp_path / "empty")
    assert side.server.journal[-1].body == b"" and side.server.journal[-1].header("content-length") == "0"


@pytest.mark.parametrize("is_replaced", [False, True])
def test_a_file_that_is_another_one_at_the_next_try(side: Side, tmp_path: Path, is_replaced: bool) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"x" * 3000)

    def fail(connection: Any, seen: Any) -> None:
        (tmp_path / "other").write_bytes(b"y" * 4000)
        if is_replaced:
            (tmp_path / "other").replace(path)
        else:
            path.unlink()
        reply(503, b"")(connection, seen)

    side.server.default = fail
    with pytest.raises(errors.TransferError, match="another file stands at" if is_replaced else "cannot be read any more: No such file"):
        side.client().call(demo.PUT_FILE, {"file_id": "1"}, body=path)


def test_a_file_that_shrinks_is_not_sent(side: Side, tmp_path: Path) -> None:
    path = tmp_path / "log"
    path.write_bytes(b"x" * 1_000_000)
    with pytest.raises(errors.TransferError, match="has become shorter by 7"):
        side.client().call(
            demo.PUT_FILE, {"file_id": "1"}, body=path, options=RequestOptions(progress=lambda sent, of: os.truncate(path, 300_000))
        )
    assert not side.server.journal
