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


@pytest.mark.parametrize("place", ["src/old", "src", ""])
@pytest.mark.parametrize("name", ["__pycache__", "build", "x.egg-info", ".mypy_cache"])
def test_a_link_of_any_name_is_left_alone(tmp_path: Path, place: str, name: str) -> None:
    elsewhere, folder = tmp_path / "elsewhere", tmp_path / "out"
    elsewhere.mkdir()
    (elsewhere / "mine.pyc").write_text("mine", "utf-8")
    (folder / place).mkdir(parents=True)
    (folder / place / name).symlink_to(elsewhere)
    write({}, folder)
    write(FILES, folder)
    assert (elsewhere / "mine.pyc").exists() and (folder / place / name).is_symlink()


def test_a_stale_folder_goes_with_its_byte_code_only(tmp_path: Path) -> None:
    kept = ("src/a/__pycache__/sub/x.pyc", "src/b/__pycache__/mine.txt", "src/c/build/__pycache__/x.pyc")
    for name in (*kept, "src/d/__pycache__/x.pyc", "src/e/f/__pycache__/x.pyc"):
        (tmp_path / name).parent.mkdir(parents=True)
        (tmp_path / name).write_bytes(b"")
    (tmp_path / "src/g/__pycache__").mkdir(parents=True)
    (tmp_path / "src/g/__pycache__/x.pyc").symlink_to(tmp_path / kept[0])
    write(FILES, tmp_path)
    assert all((tmp_path / name).exists() for name in kept) and (tmp_path / "src/g/__pycache__/x.pyc").is_symlink()
    assert sorted(path.name for path in (tmp_path / "src").iterdir()) == ["a", "b", "b.py", "c", "g"]


def test_a_file_takes_the_place_of_a_stale_folder_and_a_folder_that_of_a_stale_file(tmp_path: Path) -> None:
    write(FILES, tmp_path)
    turned = {PurePosixPath("a.txt/one"): "", PurePosixPath("src"): ""}
    write(turned, tmp_path)
    assert sorted(map(str, existing(tmp_path))) == ["a.txt/one", "src"]


def test_a_failed_write_leaves_no_half_file(tmp_path: Path) -> None:
    write(FILES, tmp_path)
    with pytest.raises(UnicodeEncodeError):
        write({**FILES, PurePosixPath("a.txt"): "\ud800"}, tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.txt", "src"]
    assert (tmp_path / "a.txt").read_text("utf-8") == "one\n"
