"""Files of a workspace: every function and argument of the guide, destinations, and names that try to escape."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from cosmotech_client.exceptions import BadRequest, InvalidArgument, NotFound, TransferError
from cosmotech_client.workspace import NoSuchFiles, TransfersFailed, UnsafePath

from .conftest import W

ESCAPES = ["../out.txt", "a/../../out.txt", "/etc/out.txt", "..\\out.txt", "C:/out.txt", "a/..", "a\0b", "", "a/", "a\nb"]


def test_list_workspace_files(guide: Any, client: Any, files: dict[str, bytes]) -> None:
    files.update({"a/1.csv": b"", "a/2.csv": b"", "b/1.csv": b"", "a.txt": b""})
    assert guide.workspace.list_workspace_files(client, *W, "a/") == ["a/1.csv", "a/2.csv"]
    assert guide.workspace.list_workspace_files(client, *W, "a") == ["a.txt", "a/1.csv", "a/2.csv"]
    assert len(guide.workspace.list_workspace_files(client, *W)) == 4


def test_file_prefix_of_no_file(guide: Any, client: Any, files: dict[str, bytes]) -> None:
    files["a/1.csv"] = b""
    with pytest.raises(ValueError, match="begins with 'b/'") as caught:
        guide.workspace.list_workspace_files(client, *W, "b/")
    assert isinstance(caught.value, NoSuchFiles)


def test_download_workspace_file(guide: Any, client: Any, files: dict[str, bytes], tmp_path: Path) -> None:
    files["data/deep/1.csv"] = b"id\nx\n"
    path = guide.workspace.download_workspace_file(client, *W, "data/deep/1.csv", tmp_path / "target")
    assert path == tmp_path / "target" / "data" / "deep" / "1.csv" and path.read_bytes() == b"id\nx\n"
    files["data/deep/1.csv"] = b"new"
    assert guide.workspace.download_workspace_file(client, *W, "data/deep/1.csv", tmp_path / "target").read_bytes() == b"new"
    with pytest.raises(TransferError, match="exists already"):
        guide.workspace.download_workspace_file(client, *W, "data/deep/1.csv", tmp_path / "target", overwrite=False)


def test_target_dir_is_a_file(guide: Any, client: Any, server: Any, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(ValueError, match="is a file"):
        guide.workspace.download_workspace_file(client, *W, "x.csv", tmp_path / "file")
    assert not server.journal.count()


def test_download_of_a_missing_file_leaves_nothing(guide: Any, client: Any, tmp_path: Path) -> None:
    with pytest.raises(NotFound):
        guide.workspace.download_workspace_file(client, *W, "no.csv", tmp_path)
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


@pytest.mark.parametrize("name", ESCAPES)
def test_download_cannot_escape_the_target(guide: Any, client: Any, server: Any, name: str, tmp_path: Path) -> None:
    with pytest.raises(UnsafePath):
        guide.workspace.download_workspace_file(client, *W, name, tmp_path / "target")
    with pytest.raises(UnsafePath):
        guide.workspace.download_workspace_files(client, *W, tmp_path / "target", file_names=["good.csv", name])
    assert not server.journal.count() and not (tmp_path / "target").exists()


def test_download_cannot_escape_through_a_link(guide: Any, client: Any, files: dict[str, bytes], tmp_path: Path) -> None:
    files["link/evil.txt"] = b"x"
    (tmp_path / "target").mkdir()
    (tmp_path / "target" / "link").symlink_to(tmp_path)
    with pytest.raises(UnsafePath, match="link"):
        guide.workspace.download_workspace_file(client, *W, "link/evil.txt", tmp_path / "target")
    assert not (tmp_path / "evil.txt").exists()


@pytest.mark.parametrize(
    ("destination", "name"),
    [("folder/", "folder/up.csv"), ("folder/other.csv", "folder/other.csv"), ("", "up.csv"), ("deep/er/", "deep/er/up.csv")],
)
def test_upload_workspace_file(
    guide: Any, client: Any, files: dict[str, bytes], write: Callable[..., Path], destination: str, name: str
) -> None:
    assert guide.workspace.upload_workspace_file(client, *W, write("up.csv", b"id\n"), destination) == name
    assert files == {name: b"id\n"}


def test_upload_overwrite(guide: Any, client: Any, files: dict[str, bytes], write: Callable[..., Path]) -> None:
    files["up.csv"] = b"old"
    with pytest.raises(BadRequest, match="exists already"):
        guide.workspace.upload_workspace_file(client, *W, write("up.csv", b"new"), "up.csv", overwrite=False)
    assert files["up.csv"] == b"old"
    guide.workspace.upload_workspace_file(client, *W, write("up.csv", b"new"), "up.csv")
    assert files["up.csv"] == b"new", "overwrite is True unless said otherwise"


@pytest.mark.parametrize("destination", ["..", "../x/", "/x.csv", "a\\b.csv", "C:/x.csv"])
def test_workspace_destination_rules(guide: Any, client: Any, server: Any, write: Callable[..., Path], destination: str) -> None:
    with pytest.raises(InvalidArgument, match="forward slashes"):
        guide.workspace.upload_workspace_file(client, *W, write("up.csv", b""), destination)
    assert not server.journal.count()


def test_upload_of_a_missing_file(guide: Any, client: Any, server: Any, tmp_path: Path) -> None:
    with pytest.raises(InvalidArgument):
        guide.workspace.upload_workspace_file(client, *W, tmp_path / "no.csv", "x/")
    assert not server.journal.count()


def test_download_workspace_files_in_parallel(guide: Any, client: Any, server: Any, files: dict[str, bytes], tmp_path: Path) -> None:
    files.update({f"data/{number}.bin": bytes([number]) * 1000 for number in range(30)})
    seen: list[tuple[int, int | None]] = []
    paths = guide.workspace.download_workspace_files(
        client, *W, tmp_path, file_prefix="data/", progress=lambda done, total: seen.append((done, total))
    )
    assert {name: path.read_bytes() for name, path in paths.items()} == files
    assert seen == [(number, 30) for number in range(31)]
    assert server.journal.count("find_all_workspace_files") == 1


def test_one_failing_download_does_not_lose_the_others(guide: Any, client: Any, files: dict[str, bytes], tmp_path: Path) -> None:
    files.update({"1.bin": b"1", "2.bin": b"2"})
    with pytest.raises(TransfersFailed, match=r"no\.bin: NotFound") as caught:
        guide.workspace.download_workspace_files(client, *W, tmp_path, file_names=["1.bin", "no.bin", "2.bin"])
    assert {name: path.read_bytes() for name, path in caught.value.done.items()} == {"1.bin": b"1", "2.bin": b"2"}
    assert list(caught.value.errors) == ["no.bin"]


def test_upload_workspace_files(guide: Any, client: Any, files: dict[str, bytes], write: Callable[..., Path]) -> None:
    first, second = write("in/a.csv", b"a"), write("in/deep/b.csv", b"b")
    guide.workspace.upload_workspace_files(client, *W, first.parent, "folder/")
    assert files == {"folder/a.csv": b"a", "folder/deep/b.csv": b"b"}
    guide.workspace.upload_workspace_files(client, *W, [first, second], "flat/")
    guide.workspace.upload_workspace_files(client, *W, {str(first): "named.csv"})
    assert {"flat/a.csv", "flat/b.csv", "named.csv"} <= set(files)
    with pytest.raises(InvalidArgument, match="same name"):
        guide.workspace.upload_workspace_files(client, *W, {str(first): "x.csv", str(second): "x.csv"})
    with pytest.raises(InvalidArgument, match="slash"):
        guide.workspace.upload_workspace_files(client, *W, [first], "folder")


def test_upload_workspace_files_that_fail(guide: Any, client: Any, files: dict[str, bytes], write: Callable[..., Path]) -> None:
    files["b.csv"] = b"old"
    with pytest.raises(TransfersFailed) as caught:
        guide.workspace.upload_workspace_files(client, *W, [write("a.csv", b"a"), write("b.csv", b"b")], "", False)
    assert [Path(name).name for name in caught.value.errors] == ["b.csv"] and files == {"a.csv": b"a", "b.csv": b"old"}


def test_progress_of_a_download(guide: Any, client: Any, files: dict[str, bytes], tmp_path: Path) -> None:
    files["big.bin"] = bytes(3_000_000)
    seen: list[tuple[int, int | None]] = []
    guide.workspace.download_workspace_file(client, *W, "big.bin", tmp_path, progress=lambda done, total: seen.append((done, total)))
    assert seen[-1] == (3_000_000, 3_000_000) and len(seen) > 1
    guide.workspace.download_workspace_file(client, *W, "big.bin", tmp_path, progress=True)
