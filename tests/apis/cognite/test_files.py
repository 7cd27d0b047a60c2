"""Files: announced to the API, put and fetched at another origin, which learns nothing about the API; folders; names that would escape."""

from __future__ import annotations

import codecs
import io
import os
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from cognite_client import RequestOptions
from cognite_client.exceptions import CogniteAPIError, CogniteNotFoundError, TransferError

from tests.support.fault_server import FaultServer, Reply, Seen

from .conftest import PREFIX, Side

OURS = ("api-key", "authorization", "cookie", "x-cdp-app", "x-cdp-sdk", "cdf-version", "x-canary")


class World:
    """An API for files, and a storage at another origin."""

    def __init__(self) -> None:
        self.names: dict[Any, str] = {1: "one.txt", 2: "../../two.txt", 3: "one.txt", "a": "/etc/a.bin"}
        self.contents: dict[str, bytes] = {}
        self.storage = FaultServer().answer(self.store)
        self.api = FaultServer().answer(self.answer)
        self.put_status = 200
        self.link_status: list[int] = []
        self.cut: list[int] = []
        self.links = 0
        self.answered: dict[str, Any] = {}
        self.link: str | None = "{storage}/get/{key}?signature={number}"

    def answer(self, request: Seen) -> Reply:
        if request.path.split("?")[0] == f"{PREFIX}/files":
            number = 100 + len(self.api.arrived("/files"))
            url = f"{self.storage.url}/put/{number}?signature=secret"
            return Reply(
                {
                    **request.json,
                    **self.answered,
                    "id": number,
                    "uploaded": False,
                    "createdTime": 0,
                    "lastUpdatedTime": 0,
                    "uploadUrl": url,
                },
                201,
            )
        keys = [next(iter(item.values())) for item in request.json["items"]]
        missing = [item for item, key in zip(request.json["items"], keys, strict=True) if key not in self.names]
        if missing:
            return Reply({"error": {"code": 400, "message": "not found", "missing": missing}}, 400)
        if request.path == f"{PREFIX}/files/byids":
            rest = {"uploaded": True, "createdTime": 0, "lastUpdatedTime": 0}
            return Reply({"items": [{"id": key if isinstance(key, int) else 9, "name": self.names[key], **rest} for key in keys]})
        assert request.path == f"{PREFIX}/files/downloadlink"
        self.links += 1
        link = self.link and self.link.format(storage=self.storage.url, key=keys[0], number=self.links)
        return Reply({"items": [{**request.json["items"][0], "downloadUrl": link}]})

    def store(self, request: Seen) -> Reply:
        path = request.path.split("?")[0]
        if request.method == "PUT":
            self.contents[path] = request.body
            return Reply(b"", self.put_status)
        if self.link_status and (status := self.link_status.pop(0)) != 200:
            return Reply(b"", status)
        content = self.contents.get(path, f"content of {path}".encode())
        start = int(request.headers.get("range", "bytes=0-")[6:-1])
        headers = {"ETag": '"1"'} | ({"Content-Range": f"bytes {start}-{len(content) - 1}/{len(content)}"} if start else {})
        cut = self.cut.pop(0) if self.cut else None
        return Reply(content[start:], 206 if start else 200, headers, cut)


@pytest.fixture
def world() -> Iterator[World]:
    made = World()
    with made.api, made.storage:
        yield made
        leaked = [(request.path, name) for request in made.storage.journal for name in OURS if name in request.headers]
        assert not leaked
        assert not [request for request in made.storage.journal if b"canary" in repr(request).encode()]


@pytest.fixture(params=["sync", "async"])
def side(request: pytest.FixtureRequest, world: World) -> Iterator[Side]:
    made = Side(request.param, world.api.url, headers={"x-canary": "canary"})
    yield made
    made.close()


def test_a_file_is_announced_and_put_at_another_origin(side: Side, world: World, tmp_path: Path) -> None:
    path = tmp_path / "pump.csv"
    path.write_bytes(b"x" * 300_000)
    found = side.do(side.client.files.upload(str(path), external_id="e", mime_type="text/csv", labels=["WELL"], overwrite=True))
    announced = world.api.arrived("/files")[0]
    assert announced.json == {"externalId": "e", "name": "pump.csv", "mimeType": "text/csv", "labels": [{"externalId": "WELL"}]}
    assert announced.target.endswith("?overwrite=true")
    assert announced.headers["api-key"] == "canary-key"
    put = world.storage.journal[0]
    assert (put.method, put.target) == ("PUT", "/put/101?signature=secret")
    assert put.headers["x-upload-content-type"] == "text/csv"
    assert put.body == path.read_bytes()
    assert (found.id, found.name, found.external_id) == (101, "pump.csv", "e")


def test_headers_of_a_call_and_of_a_view_stay_with_the_api(side: Side, world: World, tmp_path: Path) -> None:
    view = side.client.with_options(headers={"x-canary": "canary of the view"})
    side.do(view.files.upload_bytes(b"content", "n"))
    side.do(view.files.download_to_path(tmp_path / "n", id=1))
    assert side.do(view.files.download_bytes(id=1)) == b"content of /get/1"
    assert all(request.headers["x-canary"] == "canary of the view" for request in world.api.journal)
    assert len(world.storage.journal) == 3


@pytest.mark.parametrize("how", ["keyword", "option", "view"])
def test_progress_is_told_of_the_content_and_of_several_files_by_their_number(side: Side, world: World, tmp_path: Path, how: str) -> None:
    told: list[tuple[int, int | None]] = []

    def watch(done: int, total: int | None) -> None:
        told.append((done, total))

    client = side.client.with_options(progress=watch) if how == "view" else side.client
    asked = {"keyword": {"progress": watch}, "option": {"options": RequestOptions(progress=watch)}, "view": {}}[how]
    for name in ("a", "b", "c"):
        (tmp_path / "in").mkdir(exist_ok=True)
        (tmp_path / "in" / f"{name}.txt").write_bytes(b"x" * 10)

    def seen(call: Any) -> list[tuple[int, int | None]]:
        told.clear()
        side.do(call())
        return [*told]

    assert seen(lambda: client.files.upload(tmp_path / "in" / "a.txt", **asked)) == [(10, 10)]
    assert seen(lambda: client.files.upload_bytes(io.BytesIO(b"12345"), "n", **asked)) == [(5, 5)]
    assert seen(lambda: client.files.upload(tmp_path / "in", **asked)) == [(1, 3), (2, 3), (3, 3)]
    assert seen(lambda: client.files.download_to_path(tmp_path / "out", id=1, **asked))[-1] == (17, 17)
    assert seen(lambda: client.files.download(tmp_path, id=1, **asked))[-1] == (17, 17)
    assert seen(lambda: client.files.download(tmp_path, id=[1, 3], **asked)) == [(1, 2), (2, 2)]


@pytest.mark.parametrize(
    ("content", "sent"),
    [
        ("dør", "dør".encode()),
        (b"bytes", b"bytes"),
        (b"", b""),
        (io.BytesIO(b"open"), b"open"),
        (io.StringIO("text ø"), "text ø".encode()),
    ],
)
def test_what_can_be_uploaded_from_memory(side: Side, world: World, content: Any, sent: bytes) -> None:
    if hasattr(content, "seek"):
        content.seek(0)
    side.do(side.client.files.upload_bytes(content, name="my_file", asset_ids=[1, 2, 3]))
    assert world.api.journal[0].json == {"name": "my_file", "assetIds": [1, 2, 3]}
    assert world.storage.journal[0].body == sent


def _after_a_line(path: Path) -> Any:
    file = path.open(encoding="latin-1")
    file.readline()
    return file


def _while_walked(path: Path) -> Any:
    file = path.open(encoding="latin-1")
    next(file)
    return file


def _filled(make: Callable[..., Any], *arguments: Any, encoding: str) -> Any:
    file = make(*arguments, encoding=encoding)
    file.write("ø\nå\n")
    file.seek(2)
    return file


def _pipe(path: Path) -> Any:
    reading, writing = os.pipe()
    with os.fdopen(writing, "wb") as end:
        end.write(path.read_bytes())
    return os.fdopen(reading, encoding="latin-1")


TEXTS: dict[str, tuple[Callable[[Path], Any], str]] = {
    "from its start": (lambda path: path.open(encoding="latin-1"), "ø\nå\n"),
    "after readline": (_after_a_line, "å\n"),
    "after next": (_while_walked, "å\n"),
    "temporary": (lambda path: _filled(tempfile.TemporaryFile, "w+", encoding="utf-8"), "\nå\n"),
    "named temporary": (lambda path: _filled(tempfile.NamedTemporaryFile, "w+", encoding="latin-1"), "å\n"),
    "spooled": (lambda path: _filled(tempfile.SpooledTemporaryFile, 100, "w+", encoding="latin-1"), "å\n"),
    "rolled over": (lambda path: _filled(tempfile.SpooledTemporaryFile, 1, "w+", encoding="latin-1"), "å\n"),
    "a pipe": (_pipe, "ø\nå\n"),
    "codecs": (lambda path: codecs.getreader("latin-1")(path.open("rb")), "ø\nå\n"),
    "long": (lambda path: io.StringIO("ø" * 10_000_000), "ø" * 10_000_000),
}


@pytest.mark.parametrize("kind", TEXTS)
def test_text_is_sent_as_utf_8_from_where_it_stands(side: Side, world: World, tmp_path: Path, kind: str) -> None:
    path = tmp_path / "latin.txt"
    path.write_bytes("ø\nå\n".encode("latin-1"))
    make, text = TEXTS[kind]
    with make(path) as file:
        side.do(side.client.files.upload_bytes(file, name="n"))
        assert not file.closed
    (put,) = world.storage.journal
    assert put.body == text.encode() and put.headers["content-length"] == str(len(text.encode()))


def _closed(path: Path) -> Any:
    file = path.open("rb")
    file.close()
    return file


@pytest.mark.parametrize(
    "make",
    [
        _closed,
        lambda path: path.open(encoding="utf-8"),
        lambda path: path.open(encoding="utf-16"),
        lambda path: path.open("ab"),
        lambda path: path.open("a"),
        lambda path: io.StringIO("\ud800"),
        lambda path: "\ud800",
    ],
)
def test_nothing_is_announced_before_it_can_be_read(side: Side, world: World, tmp_path: Path, make: Callable[[Path], Any]) -> None:
    path = tmp_path / "latin.txt"
    path.write_bytes(b"\xf8\n")
    file = make(path)
    with pytest.raises(ValueError, match=r"content .*Nothing was sent"):
        side.do(side.client.files.upload_bytes(file, name="n"))
    assert world.api.journal == world.storage.journal == []
    getattr(file, "close", str)()


class Odd:
    """What has a `read` and is no file."""

    def __init__(self, given: Any) -> None:
        self.given = given

    def read(self, size: int = -1) -> Any:
        return self.given


class Whole:
    def read(self) -> bytes:
        return b"all"


class Changing:
    def read(self, size: int = -1) -> Any:
        return "" if size == 0 else b"bytes"


def test_what_only_looks_like_a_file_is_refused_before_it_is_announced(side: Side, world: World) -> None:
    for content in (Odd(None), Odd(b"all"), Odd("all"), Odd(bytearray()), Odd(0), Whole(), Changing(), object()):
        with pytest.raises(TypeError, match="content is text, bytes or an open file"):
            side.do(side.client.files.upload_bytes(content, name="n"))
    assert world.api.journal == world.storage.journal == []


@pytest.mark.parametrize(
    ("given", "answered", "name", "kind"),
    [
        ("text/csv", None, "n", "text/csv"),
        ("text/csv", "text/plain", "n.zip", "text/csv"),
        (None, "text/plain", "n.zip", "text/plain"),
        (None, None, "n.zip", "application/zip"),
        (None, None, "n", None),
    ],
)
def test_the_content_is_put_with_the_known_media_type(
    side: Side, world: World, given: str | None, answered: str | None, name: str, kind: str | None
) -> None:
    world.answered = {"mimeType": answered}
    side.do(side.client.files.upload_bytes(b"a,b", name, mime_type=given))
    (put,) = world.storage.journal
    fields = {field.lower(): value for field, value in put.fields if field.lower().endswith("content-type")}
    assert fields.get("x-upload-content-type") == kind
    assert fields.get("content-type") == (kind or "application/octet-stream")
    assert world.api.arrived("/files")[0].json == {"name": name} | ({"mimeType": given} if given else {}), (
        "what was guessed is not announced"
    )


def test_a_file_without_an_ending_in_its_name_has_the_type_of_its_path(side: Side, world: World, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("a,b")
    side.do(side.client.files.upload(tmp_path / "a.csv", name="table"))
    side.do(side.client.files.upload(tmp_path))
    assert [put.header("content-type") for put in world.storage.journal] == ["text/csv", "text/csv"]


@pytest.mark.parametrize("recursive", [False, True])
def test_a_folder(side: Side, world: World, tmp_path: Path, recursive: bool) -> None:
    for name in ("b.txt", "a.txt", "inner/c.txt", "inner/deep/d.txt"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name)
    found = side.do(side.client.files.upload(tmp_path, source="disk", recursive=recursive))
    names = ["a.txt", "b.txt", *(["c.txt", "d.txt"] if recursive else [])]
    assert [file.name for file in found] == names
    assert all(file.source == "disk" for file in found)
    assert len(world.contents) == len(names)
    with pytest.raises(ValueError, match="Nothing was sent"):
        side.do(side.client.files.upload(tmp_path, external_id="e"))
    with pytest.raises(ValueError, match="Nothing was sent"):
        side.do(side.client.files.upload(tmp_path / "not there"))
    assert len(world.api.journal) == len(names)


def test_a_storage_that_refuses(side: Side, world: World, tmp_path: Path) -> None:
    world.put_status = 403
    (tmp_path / "a.txt").write_text("a")
    with pytest.raises(CogniteAPIError) as caught:
        side.do(side.client.files.upload(tmp_path))
    assert caught.value.code == 403
    assert caught.value.failed == [str(tmp_path / "a.txt")]
    with pytest.raises(CogniteAPIError) as caught:
        side.do(side.client.files.upload_bytes(b"a", "a"))
    assert "secret" not in str(caught.value)
    assert "id 102" in caught.value.__notes__[0]


def test_files_are_called_as_their_metadata_say_but_never_leave_the_folder(side: Side, world: World, tmp_path: Path) -> None:
    folder = tmp_path / "inner" / "folder"
    side.do(side.client.files.download(str(folder), id=[1, 2, 3], external_id=["a"]))
    assert {path.name: path.read_text() for path in folder.iterdir()} == {
        "one.txt": "content of /get/1",
        "two.txt": "content of /get/2",
        "one (3).txt": "content of /get/3",
        "a.bin": "content of /get/a",
    }
    assert [path.name for path in (tmp_path / "inner").iterdir()] == ["folder"]
    assert world.api.journal[0].json["items"] == [{"id": 1}, {"id": 2}, {"id": 3}, {"externalId": "a"}]
    assert all(len(request.json["items"]) == 1 for request in world.api.arrived("/downloadlink"))


def test_places_of_files_without_a_usable_name() -> None:
    from cognite_client._handwritten.file_names import places

    files = [(None, 1), ("", 2), ("..", 3), ("a.txt", 4), ("A.TXT", 4), ("a.txt", 4)]
    assert [path.name for path in places(Path("f"), files)] == ["file 1", "file 2", "file 3", "a.txt", "A (4).TXT", "a (4-1).txt"]


def test_what_does_not_exist(side: Side, world: World, tmp_path: Path) -> None:
    with pytest.raises(CogniteNotFoundError):
        side.do(side.client.files.download(tmp_path, id=[1, 77]))
    with pytest.raises(CogniteNotFoundError):
        side.do(side.client.files.download_bytes(external_id="none"))
    with pytest.raises(ValueError, match="exactly one"):
        side.do(side.client.files.download_bytes())
    with pytest.raises(ValueError, match="exactly one"):
        side.do(side.client.files.download_to_path(tmp_path / "x", id=1, external_id="a"))
    assert not list(tmp_path.iterdir())
    assert not world.storage.journal


@pytest.mark.parametrize("url", ["ftp://127.0.0.1/f", "no address", "http://127.0.0.1:99999/f", None])
def test_a_link_that_cannot_be_used(side: Side, world: World, tmp_path: Path, url: str | None) -> None:
    world.link = url
    with pytest.raises(TransferError, match="address"):
        side.do(side.client.files.download_bytes(id=1))
    with pytest.raises(TransferError, match="address"):
        side.do(side.client.files.download_to_path(tmp_path / "f", id=1))
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("expired", [401, 403, 410])
def test_an_expired_link_is_asked_for_again(side: Side, world: World, tmp_path: Path, expired: int) -> None:
    world.link_status = [expired, 200, expired, 200]
    assert side.do(side.client.files.download_bytes(id=1)) == b"content of /get/1"
    side.do(side.client.files.download_to_path(tmp_path / "f", id=1))
    assert (tmp_path / "f").read_bytes() == b"content of /get/1"
    assert [request.target[-1] for request in world.storage.journal] == ["1", "2", "3", "4"]
    world.link_status = [expired] * 3
    with pytest.raises(CogniteAPIError) as caught:
        side.do(side.client.files.download_bytes(id=1))
    assert caught.value.code == expired
    asked = world.links
    for status in (400, 404):
        world.link_status = [status]
        with pytest.raises(CogniteAPIError):
            side.do(side.client.files.download_bytes(id=1))
    assert world.links == asked + 2


def test_a_download_that_breaks_off_is_completed(side: Side, world: World, tmp_path: Path) -> None:
    world.contents["/get/1"] = bytes(range(256)) * 2000
    world.cut = [200_000]
    target = tmp_path / "f"
    target.write_text("old")
    side.do(side.client.files.download_to_path(target, id=1))
    assert target.read_bytes() == world.contents["/get/1"]
    assert "range" not in world.storage.journal[0].headers
    assert world.storage.journal[1].headers["range"].startswith("bytes=")
    assert [path.name for path in tmp_path.iterdir()] == ["f"]
