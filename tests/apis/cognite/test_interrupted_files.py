"""Files whose names, contents, addresses or places are bad: nothing leaves the folder, goes under another name, or is lost without a word; no signature is shown."""

from __future__ import annotations

import logging
import os
import pickle
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from cognite_client._runtime.declarations.errors import ClientError, TransferError
from cognite_client.exceptions import CogniteAPIError

from tests.support.fault_server import FaultServer, Reply, Seen

from .conftest import Side

SIGNATURE = "canary-signature"
REST = {"uploaded": True, "createdTime": 0, "lastUpdatedTime": 0}


class World:
    """An API and its storage."""

    def __init__(self) -> None:
        self.names: dict[int, Any] = {}
        self.reversed = False
        self.refused = ""
        self.link: Any = None
        self.store: Callable[[Seen], Reply] = lambda sent: Reply(f"content of {sent.path.split('?')[0]}".encode())
        self.server = FaultServer().answer(self.answer)

    def answer(self, request: Seen) -> Reply:
        """What the API or the storage says."""
        path = request.path.split("?")[0]
        if path.startswith("/storage"):
            return self.store(request)
        if path.endswith("/files"):
            if request.json["name"] == self.refused:
                return Reply({"error": {"code": 400, "message": "no"}}, 400)
            link = self.link if self.link is not None else f"{self.server.url}/storage/{request.json['name']}?sig={SIGNATURE}"
            return Reply({**request.json, "id": 5, **REST, "uploadUrl": link}, 201)
        items = request.json["items"]
        if path.endswith("/byids"):
            found = [{"id": item["id"], "name": self.names.get(item["id"], f"n{item['id']}"), **REST} for item in items]
            return Reply({"items": found[::-1] if self.reversed else found})
        link = self.link if self.link is not None else f"{self.server.url}/storage/{items[0]['id']}?sig={SIGNATURE}"
        return Reply({"items": [{**items[0], "downloadUrl": link}]})


@pytest.fixture
def world(caplog: pytest.LogCaptureFixture) -> Iterator[World]:
    """Both; the log of the client, in which everything is told, shows no signature."""
    caplog.set_level(logging.DEBUG, "cognite_client")
    made = World()
    with made.server:
        yield made
    assert SIGNATURE not in caplog.text and "canary-key" not in caplog.text


@pytest.fixture(params=["sync", "async"])
def side(request: pytest.FixtureRequest, world: World, monkeypatch: pytest.MonkeyPatch) -> Iterator[Side]:
    """One of the two clients of that server; it repeats once, at once."""
    monkeypatch.setenv("COGNITE_MAX_RETRIES", "1")
    monkeypatch.setenv("COGNITE_MAX_RETRY_BACKOFF", "0")
    made = Side(request.param, world.server.url)
    yield made
    made.close()


def failing(side: Side, call: Callable[[Any], Any]) -> Any:
    """The error that comes out of a call, which shows no signature."""
    with pytest.raises(ClientError) as caught:
        side.do(call(side.client))
    error = caught.value
    texts = ("".join(traceback.format_exception(error)), repr(vars(error)), pickle.dumps(error).decode("latin-1"))
    assert not [text for text in texts if SIGNATURE in text]
    return error


# What the server calls a file, and what it is called on the disk.
NAMES: list[tuple[Any, str]] = [
    ("../../x", "x"),
    ("/etc/passwd", "passwd"),
    ("C:\\y\\z", "z"),
    ("a/../b", "b"),
    ("..", "file 5"),
    (".", "file 6"),
    ("", "file 7"),
    (None, "file 8"),
    (".bashrc", "bashrc"),
    ("CON", "_CON"),
    ("nul.txt", "_nul.txt"),
    ("a\0b", "a_b"),
    ("a\nb", "a_b (13)"),
    ("same", "same"),
    ("same", "same (15)"),
    ("Same", "Same (16)"),
    ("\u202egpj.exe", "_gpj.exe"),
    ("x" * 300, "x" * 200),
    ("é" * 200 + ".txt", "é" * 98 + ".txt"),
]


def test_names_stay_in_the_folder_and_contents_with_their_names(side: Side, world: World, tmp_path: Path) -> None:
    world.names, world.reversed = {number: name for number, (name, _) in enumerate(NAMES, 1)}, True
    folder = tmp_path / "deep" / "folder"
    side.do(side.client.files.download(folder, id=list(world.names)))
    wanted = {name: f"content of /storage/{number}" for number, (_, name) in enumerate(NAMES, 1)}
    assert {path.name: path.read_text() for path in folder.iterdir()} == wanted
    assert [path for path in tmp_path.rglob("*") if path.is_file() and path.parent != folder] == []


def test_what_is_no_place_for_a_file_is_refused(side: Side, world: World, tmp_path: Path) -> None:
    taken = tmp_path / "taken"
    taken.write_text("mine")
    for call, message in (
        (lambda c: c.files.download(taken, id=1), "cannot be made"),
        (lambda c: c.files.download_to_path(taken / "x", id=1), "no folder"),
        (lambda c: c.files.download_to_path(tmp_path / "no" / "x", id=1), "no folder"),
        (lambda c: c.files.download_to_path(tmp_path, id=1), "is a folder"),
    ):
        error = failing(side, call)
        assert isinstance(error, TransferError) and message in str(error)
    world.names = {1: "inner"}
    (tmp_path / "inner").mkdir()
    error = failing(side, lambda c: c.files.download(tmp_path, id=[1, 2]))
    assert error.successful == [2] and "is a folder" in str(error)
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["inner", "n2", "taken"]
    assert taken.read_text() == "mine"
    side.do(side.client.files.download_to_path(taken, id=3))
    assert taken.read_text() == "content of /storage/3"


STORES: dict[str, tuple[Reply, type[Exception]]] = {
    "refused": (Reply(b"<Error/>", 403), CogniteAPIError),
    "broken": (Reply(b"x", 500), CogniteAPIError),
    "cut": (Reply(b"content", cut=3), ClientError),
    "redirected": (Reply(b"", 302, {"Location": f"https://evil.example/x?sig={SIGNATURE}"}), CogniteAPIError),
}


@pytest.mark.parametrize("store", STORES)
def test_a_storage_that_fails_leaves_no_file_and_shows_no_signature(side: Side, world: World, tmp_path: Path, store: str) -> None:
    answer, kind = STORES[store]
    world.store = lambda _: answer
    assert isinstance(failing(side, lambda c: c.files.download_bytes(id=1)), kind)
    assert isinstance(failing(side, lambda c: c.files.download_to_path(tmp_path / "one", id=1)), kind)
    several = failing(side, lambda c: c.files.download(tmp_path, id=[1, 2]))
    assert sorted([*several.failed, *several.unknown]) == [1, 2] and several.successful == []
    assert [path.name for path in tmp_path.iterdir() if not path.name.startswith(".") and ".part" not in path.name] == []
    error = failing(side, lambda c: c.files.upload_bytes(b"content", "n"))
    assert isinstance(error, kind) and any("was created, but its content was not uploaded" in note for note in error.__notes__)


def test_a_file_that_says_that_it_is_json_need_not_be(side: Side, world: World) -> None:
    for content in (b'{"a": 1}\n{"a": 2}', b"", b"\xff\xfe"):
        world.store = lambda _, content=content: Reply(content, 200, {"Content-Type": "application/json"})
        assert side.do(side.client.files.download_bytes(id=1)) == content
        assert side.do(side.client.files.upload_bytes(b"content", "n")).id == 5


@pytest.mark.parametrize(
    "link",
    [
        5,
        "",
        {},
        "file:///etc/passwd",
        "ftp://h/x",
        "//h/x",
        "javascript:x",
        "http://[::1",
        f"http://u:{SIGNATURE}@h/x",
        f"http://h/ x?sig={SIGNATURE}",
    ],
    ids=str,
)
def test_an_address_that_is_none_is_an_error(side: Side, world: World, tmp_path: Path, link: Any) -> None:
    world.link = link
    for call in (
        lambda c: c.files.download_bytes(id=1),
        lambda c: c.files.download_to_path(tmp_path / "x", id=1),
        lambda c: c.files.download(tmp_path, id=1),
        lambda c: c.files.upload_bytes(b"", "n"),
    ):
        failing(side, call)
    assert list(tmp_path.iterdir()) == []
    assert not [sent for sent in world.server.journal if sent.path.startswith("/storage")]


@pytest.mark.parametrize("link", [5, "", "file:///etc/passwd", "http://[::1", "//h/x", "http://127.0.0.1:1/x"], ids=str)
def test_a_file_that_was_created_without_its_content_is_named(side: Side, world: World, tmp_path: Path, link: Any) -> None:
    world.link = link
    (tmp_path / "n").write_text("content")
    for call in (lambda c: c.files.upload_bytes(b"content", "n"), lambda c: c.files.upload(tmp_path / "n")):
        error = failing(side, call)
        assert isinstance(error, TransferError)
        assert "The file 'n' was created (id 5), and no content was uploaded." in str(error)
        assert "Nothing was sent" not in str(error)
    several = failing(side, lambda c: c.files.upload(tmp_path) if (tmp_path / "m").write_text("m") else None)
    assert sorted(several.unknown) == [str(tmp_path / "m"), str(tmp_path / "n")]
    assert several.failed == [] and "id 5" in str(several)


def test_a_folder_says_what_became_of_each_file(side: Side, world: World, tmp_path: Path) -> None:
    (tmp_path / "a").write_text("a")
    (tmp_path / "b").write_text("b")
    (tmp_path / "link").symlink_to(tmp_path / "a")
    (tmp_path / "dangling").symlink_to(tmp_path / "nothing")
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "c").write_text("c")
    (tmp_path / "sub" / "loop").symlink_to(tmp_path)
    os.mkfifo(tmp_path / "pipe")
    world.refused = "b"
    error = failing(side, lambda c: c.files.upload(tmp_path, recursive=True))
    assert error.successful == [str(tmp_path / name) for name in ("a", "link", "sub/c")]
    assert (error.failed, error.unknown) == ([str(tmp_path / "b")], [])
    assert len([sent for sent in world.server.journal if sent.path.startswith("/storage")]) == 3


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_what_cannot_be_read_is_not_announced(side: Side, world: World, tmp_path: Path) -> None:
    (tmp_path / "a").write_text("a")
    (tmp_path / "secret").write_text("s")
    (tmp_path / "secret").chmod(0)
    assert "cannot be read" in str(failing(side, lambda c: c.files.upload(tmp_path / "secret")))
    assert world.server.journal == []
    error = failing(side, lambda c: c.files.upload(tmp_path))
    assert (error.successful, error.failed) == ([str(tmp_path / "a")], [str(tmp_path / "secret")])
    (tmp_path / "closed").mkdir(0)
    assert "cannot be read" in str(failing(side, lambda c: c.files.upload(tmp_path, recursive=True)))
