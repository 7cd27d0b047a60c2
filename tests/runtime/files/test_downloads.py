"""Files: streamed, resumed, checked, and put in place whole or not at all."""

from __future__ import annotations

import gzip
import os
from pathlib import Path

import pytest
from demo_client._runtime.declarations import errors
from demo_client._runtime.declarations.options import RequestOptions
from demo_client._runtime.files.names import file_name, safe_name
from demo_client._runtime.files.partial import content_range, strong_validator

from tests.support import demo
from tests.support.fault_server import Connection, Seen, black_hole, head, reply
from tests.support.sides import CANARY, Side

DATA = bytes(range(256)) * 4096  # 1 MiB


class FileServer:
    """A file with ranges; breaks off after so many bytes, as often as told."""

    def __init__(
        self, data: bytes = DATA, *, breaks: tuple[int, ...] = (), etag: str | None = '"v1"', ranges: bool = True, **headers: str
    ) -> None:
        self.data = data
        self.breaks = list(breaks)
        self.etag = etag
        self.ranges = ranges
        self.headers = headers

    def __call__(self, connection: Connection, seen: Seen) -> None:
        data, first, status = self.data, 0, 200
        fields = {"Content-Type": "application/octet-stream", **{name.replace("_", "-"): value for name, value in self.headers.items()}}
        if self.etag:
            fields["ETag"] = self.etag
        wanted = seen.header("range")
        if wanted and self.ranges and seen.header("if-range") == self.etag:
            first = int(wanted.removeprefix("bytes=").rstrip("-"))
            status = 206
            fields["Content-Range"] = f"bytes {first}-{len(data) - 1}/{len(data)}"
        fields["Content-Length"] = str(len(data) - first)
        connection.send(head(status, fields))
        if self.breaks:
            connection.send(data[first : first + self.breaks.pop(0)])
            connection.close()
        else:
            connection.send(data[first:])


def test_into_a_folder_with_a_safe_name(side: Side, tmp_path: Path) -> None:
    side.server.default = FileServer(Content_Disposition='attachment; filename="../../etc/pass wd"')
    told: list[tuple[int, int | None]] = []
    path = side.client().download(demo.FILE, {"file_id": "f1"}, to=tmp_path, progress=lambda done, all: told.append((done, all)))
    assert path == tmp_path / "pass wd" and path.read_bytes() == DATA
    assert told[-1] == (len(DATA), len(DATA))
    assert os.listdir(tmp_path) == ["pass wd"]
    seen = side.server.journal[0]
    assert seen.header("accept-encoding") == "identity" and seen.header("x-demo-key") == CANARY


@pytest.mark.usefixtures("terminal")
def test_a_bar_of_what_is_received(side: Side, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`progress=True`, given to the download or in its options, through a connection that breaks off."""
    for number, given in enumerate(({"progress": True}, {"options": RequestOptions(progress=True)})):
        side.server.default = FileServer(breaks=(300_000,))
        path = side.client().download(demo.FILE, {"file_id": "f1"}, to=tmp_path / str(number), **given)
        assert path.read_bytes() == DATA and "f1" in capsys.readouterr().out
    assert sorted(os.listdir(tmp_path)) == ["0", "1"]


def test_to_a_path_and_without_a_name(side: Side, tmp_path: Path) -> None:
    side.server.default = FileServer()
    client = side.client()
    assert client.download(demo.FILE, {"file_id": "f1"}, to=str(tmp_path / "x.bin")) == tmp_path / "x.bin"
    assert client.download(demo.FILE, {"file_id": "../f1"}, to=tmp_path) == tmp_path / "f1"


def test_nothing_is_overwritten_unless_asked(side: Side, tmp_path: Path) -> None:
    side.server.default = FileServer()
    target = tmp_path / "x"
    target.write_bytes(b"old")
    with pytest.raises(errors.TransferError, match="overwrite"):
        side.client().download(demo.FILE, {"file_id": "1"}, to=target)
    assert side.server.journal == [] and target.read_bytes() == b"old"
    side.client().download(demo.FILE, {"file_id": "1"}, to=target, overwrite=True)
    assert target.read_bytes() == DATA


@pytest.mark.parametrize("etag", ['"v1"', None])
def test_resumed_where_it_broke_off(side: Side, tmp_path: Path, etag: str | None) -> None:
    side.server.default = FileServer(
        breaks=(300_000, 300_000), etag=etag, **({"Last_Modified": "Wed, 21 Oct 2015 07:28:00 GMT"} if etag is None else {})
    )
    side.server.default.etag = etag or "Wed, 21 Oct 2015 07:28:00 GMT"
    path = side.client().download(demo.FILE, {"file_id": "1"}, to=tmp_path / "x")
    assert path.read_bytes() == DATA
    assert [seen.header("range") for seen in side.server.journal] == [None, "bytes=300000-", "bytes=600000-"]
    assert os.listdir(tmp_path) == ["x"]


def test_without_proof_it_starts_again(side: Side, tmp_path: Path) -> None:
    side.server.default = FileServer(breaks=(300_000,), etag='W/"weak"')
    assert side.client().download(demo.FILE, {"file_id": "1"}, to=tmp_path / "x").read_bytes() == DATA
    assert [seen.header("range") for seen in side.server.journal] == [None, None]


def test_a_file_that_changed_starts_again(side: Side, tmp_path: Path) -> None:
    first, second = FileServer(breaks=(300_000,)), FileServer(DATA[::-1], etag='"v2"')
    side.server.script, side.server.default = [first], second
    assert side.client().download(demo.FILE, {"file_id": "1"}, to=tmp_path / "x").read_bytes() == DATA[::-1]


def test_progress_renews_the_patience(side: Side, tmp_path: Path) -> None:
    side.server.default = FileServer(breaks=(100_000,) * 8)
    assert side.client(retries=1).download(demo.FILE, {"file_id": "1"}, to=tmp_path / "x").read_bytes() == DATA
    assert len(side.server.journal) == 9


@pytest.mark.parametrize("span", ["bytes 0-9/1048576", "bytes 7-1048575/1048576", "bytes 200000-1048575/*", "nonsense", ""])
@pytest.mark.parametrize("sizes", [(100_000, 200_000), (200_000, 200_000)], ids=str)
def test_a_server_that_never_gives_all_of_it(side: Side, tmp_path: Path, sizes: tuple[int, int], span: str) -> None:
    """It ends the first part early, and instead of the rest it sends something else: what came again is no progress."""

    def some(connection: Connection, seen: Seen) -> None:
        fields = {"Content-Type": "application/octet-stream", "ETag": '"v1"', "Content-Length": str(len(DATA))}
        is_rest = bool(seen.header("range") and span)
        connection.send(head(206 if is_rest else 200, {**fields, "Content-Range": span} if is_rest else fields))
        connection.send(DATA[: sizes[len(side.server.journal) % 2]])
        connection.close()

    side.server.default = some
    with pytest.raises(errors.NoAnswer):
        side.client(retries=2).download(demo.FILE, {"file_id": "1"}, to=tmp_path / "x")
    assert len(side.server.journal) < 12


def test_the_part_is_kept_and_used_later(side: Side, tmp_path: Path) -> None:
    target = tmp_path / "x"
    side.server.default = FileServer(breaks=(300_000,))
    with pytest.raises(errors.NoAnswer):
        side.client(retries=0).download(demo.FILE, {"file_id": "1"}, to=target)
    assert (tmp_path / "x.part").read_bytes() == DATA[:300_000] and not target.exists()
    assert CANARY not in (tmp_path / "x.part.json").read_text()
    side.server.default = FileServer()
    side.client().download(demo.FILE, {"file_id": "1"}, to=target)
    assert target.read_bytes() == DATA and side.server.journal[1].header("range") == "bytes=300000-"
    assert os.listdir(tmp_path) == ["x"]


def test_the_part_of_another_file_is_not_used(side: Side, tmp_path: Path) -> None:
    side.server.default = FileServer(breaks=(300_000,))
    with pytest.raises(errors.NoAnswer):
        side.client(retries=0).download(demo.FILE, {"file_id": "1"}, to=tmp_path / "x")
    side.server.default = FileServer()
    side.client().download(demo.FILE, {"file_id": "2"}, to=tmp_path / "x")
    assert side.server.journal[1].header("range") is None


def test_a_link_in_the_way_is_not_followed(side: Side, tmp_path: Path) -> None:
    victim = tmp_path / "victim"
    victim.write_bytes(b"precious")
    (tmp_path / "x.part").symlink_to(victim)
    side.server.default = FileServer()
    with pytest.raises(OSError):
        side.client().download(demo.FILE, {"file_id": "1"}, to=tmp_path / "x")
    assert victim.read_bytes() == b"precious"


def test_errors_leave_nothing_behind(side: Side, tmp_path: Path) -> None:
    side.server.default = reply(404, {"error": "gone"})
    with pytest.raises(errors.NotFound, match="gone"):
        side.client().download(demo.FILE, {"file_id": "1"}, to=tmp_path / "x")
    assert os.listdir(tmp_path) == []


def test_a_server_error_is_retried_and_a_range_that_is_refused_starts_again(side: Side, tmp_path: Path) -> None:
    side.server.script = [FileServer(breaks=(300_000,)), reply(503), reply(416), FileServer()]
    assert side.client().download(demo.FILE, {"file_id": "1"}, to=tmp_path / "x").read_bytes() == DATA
    assert [seen.header("range") for seen in side.server.journal] == [None, "bytes=300000-", "bytes=300000-", None]


def test_another_range_than_asked_for_is_not_used(side: Side, tmp_path: Path) -> None:
    wrong = reply(206, DATA[:10], Content_Range=f"bytes 5-14/{len(DATA)}")
    side.server.script = [FileServer(breaks=(300_000,)), wrong, FileServer()]
    assert side.client().download(demo.FILE, {"file_id": "1"}, to=tmp_path / "x").read_bytes() == DATA


def test_a_packed_file_is_unpacked_and_a_bomb_is_not(side: Side, tmp_path: Path) -> None:
    side.server.default = reply(200, gzip.compress(DATA), Content_Encoding="gzip")
    assert side.client().download(demo.FILE, {"file_id": "1"}, to=tmp_path / "x").read_bytes() == DATA
    side.server.default = reply(200, gzip.compress(b"0" * 50_000_000), Content_Encoding="gzip")
    with pytest.raises(errors.ResponseTooLarge):
        side.client(max_response_bytes=1000).download(demo.FILE, {"file_id": "1"}, to=tmp_path / "y")
    assert not (tmp_path / "y").exists()


def test_a_deadline_for_the_download_holds(side: Side, tmp_path: Path) -> None:
    side.server.default = black_hole
    with pytest.raises(errors.DeadlineExceeded):
        side.client(retries=0).download(demo.FILE, {"file_id": "1"}, to=tmp_path / "x", options=RequestOptions(deadline=0.3))


@pytest.mark.parametrize(
    ("disposition", "name"),
    [
        (None, "fallback"),
        ('attachment; filename="a.txt"', "a.txt"),
        ("attachment; filename=a.txt; size=3", "a.txt"),
        ("attachment; filename=\"x\"; filename*=UTF-8''%e2%82%ac.txt", "€.txt"),
        ("attachment; filename*=UTF-8''..%2F..%2Fetc%2Fpasswd", "passwd"),
        ('attachment; filename="C:\\\\Windows\\\\x.dll"', "x.dll"),
        ('attachment; filename=".."', "fallback"),
        ('attachment; filename=""', "fallback"),
        ('attachment; filename=".bashrc"', "bashrc"),
        ('attachment; filename="CON.txt"', "_CON.txt"),
        ('attachment; filename="a\\"b.txt"', "a_b.txt"),
        ('attachment; filename="a\x00b. "', "a_b"),
        ('attachment; filename="gpj.\u202eexe"', "gpj._exe"),
    ],
)
def test_file_names(disposition: str | None, name: str) -> None:
    assert file_name(disposition, "fallback") == name


def test_long_names_keep_their_suffix() -> None:
    name = safe_name("ä" * 300 + ".tar")
    assert name.endswith(".tar") and len(name.encode()) <= 200


def test_ranges_and_validators() -> None:
    assert content_range("bytes 5-9/10") == (5, 9, 10) and content_range("bytes 5-9/*") == (5, 9, None)
    assert content_range("items 5-9/10") is None and content_range(None) is None
    assert strong_validator('W/"x"', None) is None and strong_validator(None, None) is None
