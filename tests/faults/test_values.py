"""Values that JSON, paths, headers and archives can do harm with: refused before anything is sent, or read exactly, and never more than allowed."""

from __future__ import annotations

import base64
import gzip
import hashlib
import io
import re
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from cosmotech_client import TransferError as ArchiveError
from cosmotech_client._handwritten.unpacking import unpack
from demo_client._runtime.declarations import errors
from demo_client._runtime.declarations.operation import Batch, Body
from demo_client._runtime.declarations.options import RequestOptions

from tests.support.fault_server import Connection, Seen, head, reply

from .deeds import BATCH, DATA, DOWNLOAD, GET, HALF, JSON, LIST, NEW_UPLOAD, POST, START, TOKEN, UPLOAD, DownloadDeed, op
from .world import CANARY, Stage

# What comes


@pytest.mark.parametrize("number", [2**53 + 1, -(2**63), 2**64 - 1, 2**70, 0.1])
@pytest.mark.parametrize("column", ["GET", "list", "poll"])
def test_values_that_come(stage: Stage, column: str, number: Any) -> None:
    deed = stage.act(column)
    odd = f'"count": {number}, "status": "never heard of", "new": [1], "name": null'
    if column == "GET":
        stage.faults = [reply(200, f'{{"id": "1", {odd}}}')] * 2
        thing = deed.perform()
        assert thing.count == number and thing.name is None
        error = stage.raises(errors.DecodeError, lambda: deed.perform(RequestOptions(strict=True)))
        assert error.path == ("$.count" if number == 0.1 else "$.status") and not isinstance(error, errors.OutcomeUnknown)
        stage.faults = [reply(200, '{"id": null}')] * 2
        assert deed.perform().id is None
        assert stage.raises(errors.DecodeError, lambda: deed.perform(RequestOptions(strict=True))).path == "$.id"
    elif column == "list":
        stage.faults = [reply(200, f'{{"items": [{{{odd}}}], "next": null}}')]
        (_, _, item) = deed.perform()
        assert item == {"count": number, "status": "never heard of", "new": [1], "name": None}
        stage.faults = [reply(200, '{"items": {"no": "list"}, "next": null}')]
        stage.raises(errors.PagingError, deed.perform)
    else:
        stage.faults = [reply(200, f'{{"id": "j1", "status": "completed", "result": {{{odd}}}}}')]
        assert deed.perform() == {"count": number, "status": "never heard of", "new": [1], "name": None}
        stage.faults = [reply(200, '{"id": "j1", "status": null}')]
        assert deed.perform() == {"of": "j1"}


# What goes


@pytest.mark.parametrize("number", [float("nan"), float("inf"), -float("inf")])
@pytest.mark.parametrize("column", ["POST", "upload"])
def test_values_that_go(stage: Stage, column: str, number: float) -> None:
    client = stage.client()
    if column == "POST":
        error = stage.raises(errors.InvalidBody, lambda: stage.run(client.call(POST, body={"name": "n", "factor": number})))
        assert error.path == "data.factor"
    else:
        body = {"file": b"x", "score": number}
        error = stage.raises(errors.InvalidBody, lambda: stage.run(client.call(NEW_UPLOAD, body=body)))
        assert error.path == "score"
    assert isinstance(error, ValueError) and "Nothing was sent" in str(error) and stage.server.accepted == 0
    if column == "POST":
        stage.run(client.call(POST, body={"name": "n", "count": 2**70}))
        assert stage.server.journal[0].body == b'{"name":"n","count":1180591620717411303424}'


@pytest.mark.parametrize("bad", [{"n": float("nan")}, {"n": object()}])
def test_values_of_batches(stage: Stage, bad: Any) -> None:
    stage.act("batch")
    items = [{"n": n} for n in range(6)]
    items[3] = bad
    report = stage.run(stage.client().batch_report(BATCH, items=items, concurrency=1, clock=stage.clock))
    assert [outcome.state for outcome in report] == ["done"] * 3 + ["failed"] + ["done"] * 2
    assert isinstance(report[3].error, (errors.InvalidBody, errors.InvalidArgumentType))
    assert "input 3 of the batch" in report[3].error.__notes__
    assert sorted(item["n"] for seen in stage.server.journal for item in seen.json) == [0, 1, 2, 4, 5]
    stage.raises(errors.BatchError, report.raise_if_failed)


IN_PROJECT = op("things_create", "POST", "/projects/{project}/things", body=Body((JSON,), name="data"))
ROWS = op("rows_create", "POST", "/projects/{project}/rows", body=Body((JSON,), name="data"), batch=Batch(items="data", max_items=2))


def _places(stage: Stage) -> dict[str, Callable[[Any, str], Any]]:
    return {
        "GET": lambda client, value: client.call(GET, {"thing_id": value}),
        "POST": lambda client, value: client.call(IN_PROJECT, {"project": value}, body={}),
        "list": lambda client, value: client.pages(LIST, {"project": value}).collect(),
        "batch": lambda client, value: client.batch(ROWS, {"project": value}, items=[{"n": 0}, {"n": 1}]),
        "poll": lambda client, value: stage.cls("jobs.aio.job", "Job")(client, START, value, {}, clock=stage.clock).result(),
        "upload": lambda client, value: client.call(UPLOAD, {"file_id": value}, body=b"x"),
        "download": lambda client, value: client.download(DOWNLOAD, {"file_id": value}, to=stage.folder / "x", overwrite=True),
    }


PREFIXES = {
    "GET": "/things/",
    "POST": "/projects/",
    "list": "/projects/",
    "batch": "/projects/",
    "poll": "/jobs/",
    "upload": "/files/",
    "download": "/files/",
}


@pytest.mark.parametrize("column", list(PREFIXES))
def test_paths(stage: Stage, column: str) -> None:
    client, place = stage.client(), _places(stage)[column]
    for value in ("", ".", "..", "a\0b"):
        kind: Any = errors.BatchError if column == "batch" else errors.InvalidArgument
        error: Any = stage.raises(kind, lambda value=value: stage.run(place(client, value)))
        assert isinstance(error.__cause__ if column == "batch" else error, ValueError)
    assert stage.server.accepted == 0
    answers = {"list": {"items": []}, "batch": [{"id": 1}, {"id": 2}], "poll": {"status": "completed"}}
    stage.server.default = reply(200, answers.get(column, {"id": "1"}))
    for value, sent in (("a/b", "a%2Fb"), ("%2F", "%252F"), ("é ?#", "%C3%A9%20%3F%23"), ("../x", "..%2Fx"), ("\n", "%0A")):
        stage.server.journal.clear()
        stage.run(place(client, value))
        path = stage.server.journal[0].target.partition("?")[0].removeprefix(PREFIXES[column])
        assert path.removesuffix("/things").removesuffix("/rows") == sent


@pytest.mark.parametrize("id", ["", "..", "a/b", "?x=1", 7])
def test_ids_of_jobs(stage: Stage, id: Any) -> None:
    """The id of a job comes from the server, and goes into the path of the polls."""
    stage.server.script = [reply(200, {"id": id, "status": "pending"}), reply(200, {"status": "completed", "result": 1})]
    if id in ("", ".."):
        stage.raises(errors.DecodeError, lambda: stage.run(stage.client().job(START, body={"n": 1}, clock=stage.clock)))
        assert len(stage.server.journal) == 1
        return
    job = stage.run(stage.client().job(START, body={"n": 1}, clock=stage.clock))
    assert stage.run(job.result()) == 1
    assert stage.server.targets[1] == "GET /jobs/" + str(id).replace("/", "%2F").replace("?", "%3F").replace("=", "%3D")


BREAKS = ["a\r\nX-Evil: 1", "a\nb", "a\rb", "a\0b", "a\x7fb"]


@pytest.mark.parametrize("column", list(PREFIXES))
def test_line_breaks(stage: Stage, column: str) -> None:
    for text in BREAKS:
        value = f"{CANARY}{text}"
        place = _places(stage)[column]
        viewed = stage.client().with_options(headers={"X-Tag": value})
        keyed = stage.client(api_key=value)
        for client, kind in ((viewed, errors.InvalidArgument), (keyed, errors.ConfigurationError)):
            wanted: Any = errors.BatchError if column == "batch" else kind
            error: Any = stage.raises(wanted, lambda place=place, client=client: stage.run(place(client, "1")))
            assert isinstance(error.__cause__ if column == "batch" else error, kind)
    assert stage.server.accepted == 0


@pytest.mark.parametrize("text", BREAKS)
def test_line_breaks_in_file_names(stage: Stage, text: str) -> None:
    for file in ((f"shown-nowhere{text}", b"x"), ("n", b"x", f"shown-nowhere{text}")):
        body = {"file": file}
        error = stage.raises(errors.InvalidBody, lambda body=body: stage.run(stage.client().call(NEW_UPLOAD, body=body)))
        assert isinstance(error, ValueError) and "shown-nowhere" not in str(error) + repr(error)
    assert stage.server.accepted == 0


@pytest.mark.parametrize("text", BREAKS)
def test_line_breaks_in_tokens(stage: Stage, text: str) -> None:
    stage.act("token")
    stage.faults = [reply(200, {"access_token": f"{TOKEN}{text}", "token_type": "Bearer"})] * 9
    client = stage.client(auth=stage.token_auth())
    error = stage.raises(errors.TokenError, lambda: stage.run(client.call(GET, {"thing_id": "1"})))
    assert error.terminal and len(stage.server.journal) == 1
    given = stage.client(auth=lambda: f"{CANARY}{text}")
    stage.raises(errors.TokenError, lambda: stage.run(given.call(GET, {"thing_id": "1"})))
    assert len(stage.server.journal) == 1


@pytest.mark.parametrize(
    ("disposition", "name"),
    [
        ('attachment; filename="../../up.txt"', "up.txt"),
        ('attachment; filename="/etc/cron.d/x"', "x"),
        ('attachment; filename="..\\\\..\\\\win.ini"', "win.ini"),
        ("attachment; filename*=UTF-8''..%2f..%2fa%0d%0ab%00", "a__b_"),
        ('attachment; filename=".."', "f"),
        ('attachment; filename="a\tb"', "a_b"),
        ('attachment; filename="C:evil.txt"', "C_evil.txt"),
        ('attachment; filename=".part"', "part"),
    ],
)
def test_file_names_of_servers(stage: Stage, disposition: str, name: str) -> None:
    folder = stage.folder / "target"
    folder.mkdir()
    stage.server.default = reply(200, b"content", type="application/octet-stream", Content_Disposition=disposition)
    path = stage.run(stage.client().download(DOWNLOAD, {"file_id": "f"}, to=folder))
    assert path == folder / name and path.read_bytes() == b"content"
    assert [entry.name for entry in stage.folder.iterdir()] == ["target"] and len(list(folder.iterdir())) == 1


# Files that are not what they should be


def _digest(name: str, data: bytes) -> str:
    return base64.b64encode(hashlib.new(name, data).digest()).decode()


DIGESTS: dict[str, Callable[[bytes], dict[str, str]]] = {
    "Content-MD5": lambda data: {"Content-MD5": _digest("md5", data)},
    "Digest": lambda data: {"Digest": f"unixsum=1, SHA-256={_digest('sha256', data)}"},
    "Repr-Digest": lambda data: {"Repr-Digest": f"sha-512=:{_digest('sha512', data)}:"},
    "Content-Digest": lambda data: {"Content-Digest": f"sha-256=:{_digest('sha256', data)}:"},
    "x-goog-hash": lambda data: {"x-goog-hash": f"crc32c=AAAAAA==,md5={_digest('md5', data)}"},
    "x-amz-checksum-sha256": lambda data: {"x-amz-checksum-sha256": _digest("sha256", data)},
}


def _file(content: bytes, headers: dict[str, str], **more: Any) -> Any:
    def step(connection: Connection, seen: Seen) -> None:
        connection.send(head(200, {"Content-Type": "application/octet-stream", **headers}) + content)
        connection.close()

    return step


@pytest.mark.parametrize("header", [*DIGESTS, "length", "html"])
def test_damaged_downloads(stage: Stage, header: str) -> None:
    target = stage.folder / "x"

    def download(**settings: Any) -> Any:
        return stage.run(stage.client(**settings).download(DOWNLOAD, {"file_id": "f"}, to=target))

    if header == "html":
        stage.server.default = reply(200, b"<html>log in</html>", type="text/html")
        error = stage.raises(errors.DecodeError, download)
        assert error.status == 200 and len(stage.server.journal) == 2 and b"log in" in error.content
    elif header == "length":
        stage.server.default = _file(DATA[:-1], {"Content-Length": str(len(DATA))})
        stage.raises(errors.NoAnswer, download)
        assert len(stage.server.journal) == 4
    else:
        # Cut short where nothing tells the length: only the digest knows.
        stage.server.default = _file(DATA[:-1], DIGESTS[header](DATA))
        error = stage.raises(errors.TransferError, download)
        assert "damaged" in str(error) and len(stage.server.journal) == 1
    assert list(stage.folder.iterdir()) == []
    if header in DIGESTS:
        stage.server.default = _file(DATA, DIGESTS[header](DATA))
        assert download().read_bytes() == DATA


@pytest.mark.parametrize("etag", [hashlib.md5(b"something else").hexdigest(), "W/x"])
def test_what_is_no_digest_is_not_taken_for_one(stage: Stage, etag: str) -> None:
    headers = {"ETag": f'"{etag}"', "Digest": "sha-256=????", "Content-MD5": "bm90IG1kNQ==", "Content-Length": str(len(DATA))}
    stage.server.default = _file(DATA, headers)
    path = stage.run(stage.client().download(DOWNLOAD, {"file_id": "f"}, to=stage.folder / "x"))
    assert path.read_bytes() == DATA


@pytest.mark.parametrize("good", [True, False])
def test_a_resumed_file_is_checked_as_a_whole(stage: Stage, good: bool) -> None:
    deed = stage.act("download")
    told = DATA if good else DATA[::-1]

    def first(connection: Connection, seen: Seen) -> None:
        headers = {"ETag": DownloadDeed.etag, "Content-Length": str(len(DATA)), **DIGESTS["Digest"](told)}
        connection.send(head(200, headers) + DATA[:HALF])
        connection.close()

    stage.server.script = [first]
    stage.raises(errors.NoAnswer, lambda: deed.perform(retries=0))
    if good:
        assert deed.good(deed.perform())
    else:
        stage.raises(errors.TransferError, deed.perform)
        assert list(stage.folder.iterdir()) == []
    assert len(stage.concerned) == 1


# Bombs


def test_a_bomb_in_a_batch(stage: Stage) -> None:
    deed = stage.act("batch")
    stage.faults = [reply(200, gzip.compress(b'[{"id": "' + b"0" * 3_000_000), Content_Encoding="gzip")] * 9
    report = deed.perform(max_response_bytes=1_000_000)
    assert report.summary() == "4 done, 2 unknown" and isinstance(report[2].error, errors.ResponseTooLarge)
    assert "may have been applied" in str(report[2].error) and len(stage.concerned) == 1
    stage.raises(errors.BatchError, report.raise_if_failed)
    stage.others_once()


@pytest.mark.parametrize("packed", [False, True])
def test_a_bomb_at_the_token_endpoint(stage: Stage, packed: bool) -> None:
    deed = stage.act("token")
    body = b'{"access_token": "' + b"x" * 1_100_000 + b'"}'
    stage.faults = [reply(200, gzip.compress(body), Content_Encoding="gzip") if packed else reply(200, body)] * 9
    error = stage.raises(errors.TokenError, deed.perform)
    assert error.terminal and "ResponseTooLarge" in str(error) and len(stage.server.journal) == 1


def _zip(path: Path, entries: dict[str, bytes], *, link: str | None = None) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries.items():
            archive.writestr(name, content)
        if link is not None:
            info = zipfile.ZipInfo("link")
            info.external_attr = 0o120777 << 16
            archive.writestr(info, link)
    return path


def _tar(path: Path, entries: dict[str, bytes], *, link: str | None = None) -> Path:
    with tarfile.open(path, "w:gz") as archive:
        for name, content in entries.items():
            info = tarfile.TarInfo(name)
            info.size = len(content)
            archive.addfile(info, io.BytesIO(content))
        if link is not None:
            info = tarfile.TarInfo("link")
            info.type, info.linkname = tarfile.SYMTYPE, link
            archive.addfile(info)
    return path


MAKERS: dict[str, Callable[..., Path]] = {"zip": _zip, "tar": _tar}


def _nothing_written(folder: Path) -> None:
    assert [path.name for path in folder.iterdir()] == ["archive"]


@pytest.mark.parametrize("kind", list(MAKERS))
def test_archive_bombs(tmp_path: Path, kind: str) -> None:
    bomb = MAKERS[kind](tmp_path / "archive", {"big": b"\0" * 40_000_000})
    for limits in ({"max_ratio": 100}, {"max_bytes": 1_000_000}):
        with pytest.raises(ArchiveError, match="unpacks to more than"):
            unpack(bomb, tmp_path / "out", **limits)
    many = MAKERS[kind](tmp_path / "archive", {f"f{n}": b"x" for n in range(11)})
    with pytest.raises(ArchiveError, match="more than 10 files and folders"):
        unpack(many, tmp_path / "out", max_files=10)
    _nothing_written(tmp_path)


@pytest.mark.parametrize("kind", list(MAKERS))
@pytest.mark.parametrize("name", ["../evil", "a/../../evil", "/etc/evil", "..\\evil", "C:\\evil", "a//b", "a\x01b", ".."])
def test_archives_stay_inside(tmp_path: Path, kind: str, name: str) -> None:
    slip = MAKERS[kind](tmp_path / "archive", {"good": b"1", name: b"2"})
    with pytest.raises(ArchiveError, match=re.escape(repr(name))):
        unpack(slip, tmp_path / "out")
    _nothing_written(tmp_path)


@pytest.mark.parametrize("kind", list(MAKERS))
def test_archives_hold_files_only(tmp_path: Path, kind: str) -> None:
    for archive in (
        MAKERS[kind](tmp_path / "archive", {"a": b"1"}, link="/etc"),
        MAKERS[kind](tmp_path / "archive", {"a": b"1", "a/b": b"2"}),
    ):
        with pytest.raises(ArchiveError):
            unpack(archive, tmp_path / "out")
    (tmp_path / "archive").write_bytes(b"no archive at all")
    with pytest.raises(ArchiveError, match="cannot be unpacked"):
        unpack(tmp_path / "archive", tmp_path / "out")
    whole = MAKERS[kind](tmp_path / "archive", {"a": DATA}).read_bytes()
    (tmp_path / "archive").write_bytes(whole[: len(whole) // 2])
    with pytest.raises(ArchiveError, match="cannot be unpacked"):
        unpack(tmp_path / "archive", tmp_path / "out")
    _nothing_written(tmp_path)


@pytest.mark.parametrize("kind", list(MAKERS))
def test_good_archives(tmp_path: Path, kind: str) -> None:
    archive = MAKERS[kind](tmp_path / "archive", {"./a.txt": b"1", "deep/er/b.bin": DATA, "deep/empty": b""})
    out = tmp_path / "out"
    assert unpack(archive, out) == [out / "a.txt", out / "deep/er/b.bin", out / "deep/empty"]
    assert (out / "deep/er/b.bin").read_bytes() == DATA and sorted(path.name for path in tmp_path.iterdir()) == ["archive", "out"]
    with pytest.raises(ArchiveError, match="empty folder"):
        unpack(archive, out)
