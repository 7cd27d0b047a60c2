"""A file on the disk is one version of the file on the server: parts of two versions, and of two downloads, are never joined."""

from __future__ import annotations

import base64
import hashlib
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from demo_client._runtime.declarations import errors

from tests.support import demo
from tests.support.fault_server import Connection, Seen, head
from tests.support.sides import Side

OLD = b"old bytes " * 50_000
NEW = b"new words " * 50_000
HALF = len(OLD) // 2
MONDAY, TUESDAY = "Mon, 19 Oct 2015 07:28:00 GMT", "Tue, 20 Oct 2015 07:28:00 GMT"
Step = Callable[[Connection, Seen], None]


def broken(**headers: str) -> Step:
    """Half of the old version, then the connection breaks."""

    def step(connection: Connection, seen: Seen) -> None:
        connection.send(head(200, {"Content-Length": str(len(OLD)), **_named(headers)}) + OLD[:HALF])
        connection.close()

    return step


def version(data: bytes, **headers: str) -> Step:
    """A server that heeds `Range` and ignores `If-Range`."""

    def step(connection: Connection, seen: Seen) -> None:
        wanted = seen.header("range")
        if wanted is None:
            connection.send(head(200, {"Content-Length": str(len(data)), **_named(headers)}) + data)
            return
        first = int(wanted.removeprefix("bytes=").rstrip("-"))
        ranged = {"Content-Range": f"bytes {first}-{len(data) - 1}/{len(data)}", "Content-Length": str(len(data) - first)}
        connection.send(head(206, {**ranged, **_named(headers)}) + data[first:])

    return step


def _named(headers: dict[str, str]) -> dict[str, str]:
    return {name.replace("_", "-"): value for name, value in headers.items()}


def fetch(side: Side, to: Path, **settings: Any) -> bytes:
    path: Path = side.client().download(demo.FILE, {"file_id": "1"}, to=to, **settings)
    return path.read_bytes()


def md5(data: bytes) -> str:
    return "md5=" + base64.b64encode(hashlib.md5(data).digest()).decode()


DIGEST = "another digest of the whole"
CHANGES: dict[str, tuple[dict[str, str], bytes, dict[str, str]]] = {
    "another ETag": ({"ETag": '"e1"'}, NEW, {"ETag": '"e2"'}),
    "another ETag, the same date": ({"ETag": '"e1"', "Last_Modified": MONDAY}, NEW, {"ETag": '"e2"', "Last_Modified": MONDAY}),
    "an ETag that has become weak": ({"ETag": '"e1"'}, NEW, {"ETag": 'W/"e1"'}),
    "no ETag any more": ({"ETag": '"e1"'}, NEW, {}),
    "no ETag any more, but a date": ({"ETag": '"e1"'}, NEW, {"Last_Modified": MONDAY}),
    "another date": ({"Last_Modified": MONDAY}, NEW, {"Last_Modified": TUESDAY}),
    "another weak ETag, the same date": ({"ETag": 'W/"e1"', "Last_Modified": MONDAY}, NEW, {"ETag": 'W/"e2"', "Last_Modified": MONDAY}),
    "a smaller file": ({"ETag": '"e1"'}, NEW[:-100_000], {"ETag": '"e1"'}),
    "a larger file": ({"ETag": '"e1"'}, NEW + NEW[:1000], {"ETag": '"e1"'}),
    "the first byte beyond the last": ({"ETag": '"e1"'}, NEW, {"ETag": '"e1"', "Content_Range": f"bytes {HALF}-{len(NEW)}/{len(NEW)}"}),
    "a larger file of the same date": ({"Last_Modified": MONDAY}, NEW + NEW[:1000], {}),
    DIGEST: ({"ETag": '"e1"', "Digest": md5(OLD)}, NEW, {"ETag": '"e1"', "Digest": md5(NEW)}),
}  # fmt: skip


@pytest.mark.parametrize("change", CHANGES)
def test_a_file_that_changed_is_received_anew(side: Side, tmp_path: Path, change: str) -> None:
    before, data, after = CHANGES[change]
    side.server.script = [broken(**before)]
    side.server.default = version(data, **after)
    assert fetch(side, tmp_path / "x") == data
    assert [seen.header("range") for seen in side.server.journal] == [None, f"bytes={HALF}-", None]
    assert [path.name for path in tmp_path.iterdir()] == ["x"]


@pytest.mark.parametrize("change", CHANGES)
def test_also_when_the_first_part_is_of_an_earlier_download(side: Side, tmp_path: Path, change: str) -> None:
    before, data, after = CHANGES[change]
    side.server.script = [broken(**before)]
    with pytest.raises(errors.NoAnswer):
        side.client(retries=0).download(demo.FILE, {"file_id": "1"}, to=tmp_path / "x")
    assert (tmp_path / "x.part").read_bytes() == OLD[:HALF]
    side.server.default = version(data, **after)
    assert fetch(side, tmp_path / "x") == data


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ({"ETag": '"e1"'}, {"ETag": '"e1"'}),
        ({"ETag": '"e1"', "Last_Modified": MONDAY}, {"ETag": '"e1"'}),
        ({"Last_Modified": MONDAY}, {"Last_Modified": MONDAY}),
        # A 206 that answers `If-Range` need not repeat the date.
        ({"Last_Modified": MONDAY}, {}),
    ],
)
def test_a_file_that_is_the_same_goes_on(side: Side, tmp_path: Path, before: dict[str, str], after: dict[str, str]) -> None:
    side.server.script = [broken(**before)]
    side.server.default = version(OLD, **after)
    assert fetch(side, tmp_path / "x") == OLD
    assert [seen.header("range") for seen in side.server.journal] == [None, f"bytes={HALF}-"]


@pytest.mark.parametrize("sent", [MONDAY, "Mon, 19 Oct 2015 07:27:59 GMT"])
def test_a_file_that_changed_in_the_second_in_which_it_was_sent_proves_nothing(side: Side, tmp_path: Path, sent: str) -> None:
    side.server.script = [broken(Last_Modified=MONDAY, Date=sent)]
    side.server.default = version(NEW, Last_Modified=MONDAY)
    assert fetch(side, tmp_path / "x") == NEW
    assert [seen.header("range") for seen in side.server.journal] == [None, None]


def test_more_bytes_than_announced_are_no_beginning(side: Side, tmp_path: Path) -> None:
    def longer(connection: Connection, seen: Seen) -> None:
        rest = OLD[HALF:] + b"more"
        headers = {"Content-Range": f"bytes {HALF}-{HALF + len(rest) - 1}/*", "Content-Length": str(len(rest)), "ETag": '"e1"'}
        connection.send(head(206, headers) + rest)

    side.server.script = [broken(ETag='"e1"'), longer]
    side.server.default = version(OLD, ETag='"e1"')
    assert fetch(side, tmp_path / "x") == OLD
    assert [seen.header("range") for seen in side.server.journal] == [None, f"bytes={HALF}-", None]


def test_a_part_that_is_longer_than_the_file_is_not_gone_on_with(side: Side, tmp_path: Path) -> None:
    side.server.script = [broken(ETag='"e1"')]
    side.server.default = version(OLD, ETag='"e1"')
    with pytest.raises(errors.NoAnswer):
        side.client(retries=0).download(demo.FILE, {"file_id": "1"}, to=tmp_path / "x")
    (tmp_path / "x.part").write_bytes(OLD + b"more")
    assert fetch(side, tmp_path / "x") == OLD


@pytest.mark.parametrize("overwrite", [False, True])
@pytest.mark.parametrize("earlier", [False, True])
def test_of_three_downloads_to_one_path_one_wins(side: Side, tmp_path: Path, overwrite: bool, earlier: bool) -> None:
    target = tmp_path / "x"
    if earlier:
        side.server.script = [broken(ETag='"e1"')]
        with pytest.raises(errors.NoAnswer):
            side.client(retries=0).download(demo.FILE, {"file_id": "1"}, to=target)
    together = threading.Barrier(3)
    release = threading.Event()

    def slow(connection: Connection, seen: Seen) -> None:
        data, etag = (OLD, '"e1"') if len(side.server.journal) % 2 == 0 else (NEW, '"e2"')
        connection.send(head(200, {"Content-Length": str(len(data)), "ETag": etag}) + data[:HALF])
        release.wait(10)
        connection.send(data[HALF:])

    side.server.default = slow
    clients = [side.client() for _ in range(3)]
    results: list[Any] = []

    def one(client: Any) -> None:
        together.wait(10)
        try:
            results.append(client.download(demo.FILE, {"file_id": "1"}, to=target, overwrite=overwrite))
        except errors.TransferError as error:
            results.append(error)
        if len(results) == 2:
            release.set()

    threads = [threading.Thread(target=one, args=(client,)) for client in clients]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    losers = [result for result in results if isinstance(result, errors.TransferError)]
    assert len(results) == 3 and len(losers) == 2
    for error in losers:
        assert "another download" in str(error) and str(target) in str(error)
    assert target.read_bytes() in (OLD, NEW)
    assert [path.name for path in tmp_path.iterdir()] == ["x"]


def test_downloads_into_one_folder_that_find_one_name(side: Side, tmp_path: Path) -> None:
    release = threading.Event()

    def slow(connection: Connection, seen: Seen) -> None:
        named = {"Content-Disposition": 'attachment; filename="x"'}
        connection.send(head(200, {"Content-Length": str(len(OLD)), **named}) + OLD[:HALF])
        release.wait(10)
        connection.send(OLD[HALF:])

    side.server.default = slow
    results: list[Any] = []

    def one(client: Any) -> None:
        try:
            results.append(client.download(demo.FILE, {"file_id": "1"}, to=tmp_path))
        except errors.TransferError as error:
            results.append(error)
        release.set()

    threads = [threading.Thread(target=one, args=(client,)) for client in (side.client(), side.client())]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    loser, winner = results
    assert "another download" in str(loser)
    assert winner == tmp_path / "x" and winner.read_bytes() == OLD


def test_the_part_of_another_file_stays_when_nothing_comes(side: Side, tmp_path: Path) -> None:
    side.server.script = [broken(ETag='"e1"')]
    with pytest.raises(errors.NoAnswer):
        side.client(retries=0).download(demo.FILE, {"file_id": "1"}, to=tmp_path / "x")
    side.server.default = lambda connection, seen: connection.send(head(404, {"Content-Length": "0"}))
    with pytest.raises(errors.NotFound):
        side.client().download(demo.FILE, {"file_id": "2"}, to=tmp_path / "x")
    side.server.default = version(OLD, ETag='"e1"')
    assert fetch(side, tmp_path / "x") == OLD
    assert side.server.journal[-1].header("range") == f"bytes={HALF}-"
