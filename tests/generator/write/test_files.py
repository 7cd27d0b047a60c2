"""Writing: only what changed, atomically, never outside the folder or through a link; and saying what differs."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

import pytest

from generator.write.files import UnsafePath, existing, write

FILES = {PurePosixPath("a.txt"): "one\n", PurePosixPath("src/b.py"): "x = 1\n"}


def _status(files: dict[PurePosixPath, str], folder: Path) -> dict[str, str]:
    return {str(change.path): change.status for change in write(files, folder, check=True).changes}


def test_writes_what_changed_and_deletes_what_is_stale(tmp_path: Path) -> None:
    assert _status(FILES, tmp_path) == {"a.txt": "missing", "src/b.py": "missing"}
    assert list(existing(tmp_path)) == []
    write(FILES, tmp_path)
    assert not write(FILES, tmp_path)
    (tmp_path / "src/old").mkdir()
    (tmp_path / "src/old/c.py").write_text("", "utf-8")
    (tmp_path / "a.txt").write_text("two\n", "utf-8")
    untouched = (tmp_path / "src/b.py").stat().st_mtime_ns
    assert _status(FILES, tmp_path) == {"a.txt": "changed", "src/old/c.py": "extra"}
    write(FILES, tmp_path)
    assert (tmp_path / "a.txt").read_text("utf-8") == "one\n"
    assert not (tmp_path / "src/old").exists() and (tmp_path / "src/b.py").stat().st_mtime_ns == untouched


def test_what_tools_leave_behind_does_not_count(tmp_path: Path) -> None:
    write(FILES, tmp_path)
    for name in ("src/__pycache__/b.pyc", "dist/x.whl", "src/x.egg-info/PKG-INFO"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(b"\x00")
    assert not write(FILES, tmp_path)
    assert (tmp_path / "dist/x.whl").exists()


def test_shows_a_unified_diff(tmp_path: Path) -> None:
    write(FILES, tmp_path)
    (tmp_path / "a.txt").write_text("two\n", "utf-8")
    (change,) = write(FILES, tmp_path, check=True).changes
    assert change.diff.splitlines()[-2:] == ["-two", "+one"]
    (tmp_path / "a.txt").write_bytes(b"\xff")
    (change,) = write(FILES, tmp_path, check=True).changes
    assert change.status == "changed" and change.diff == ""


@pytest.mark.parametrize("name", ["../x", "/etc/x", "a/../../x", "CON", "src/nul.py", "a\nb", "x ", "x.", "a\\b", "c:d", "a\u202eb", ""])
def test_unsafe_names_are_refused_before_anything_is_written(tmp_path: Path, name: str) -> None:
    folder = tmp_path / "out"
    with pytest.raises(UnsafePath):
        write({PurePosixPath("fine.txt"): "", PurePosixPath(name): ""}, folder)
    assert not folder.exists()


def test_nothing_is_written_through_a_link(tmp_path: Path) -> None:
    elsewhere, folder = tmp_path / "elsewhere", tmp_path / "out"
    elsewhere.mkdir()
    folder.mkdir()
    (folder / "src").symlink_to(elsewhere)
    with pytest.raises(UnsafePath, match="symbolic link"):
        write(FILES, folder)
    assert not list(elsewhere.iterdir()) and not (folder / "a.txt").exists()
    (folder / "src").unlink()
    (folder / "a.txt").symlink_to(elsewhere / "a.txt")
    with pytest.raises(UnsafePath, match="symbolic link"):
        write(FILES, folder)
    assert not list(elsewhere.iterdir())


def test_a_failed_write_leaves_no_half_file(tmp_path: Path) -> None:
    write(FILES, tmp_path)
    with pytest.raises(UnicodeEncodeError):
        write({**FILES, PurePosixPath("a.txt"): "\ud800"}, tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.txt", "src"]
    assert (tmp_path / "a.txt").read_text("utf-8") == "one\n"
