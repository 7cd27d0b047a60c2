"""Runs of `generate` that found all packages up to date: while nothing of what they looked at has been touched, the same run need not read a file.

A stamp holds the size, times and identity that the system gives for each file. It is written only after the packages were found up to date by what is
in the files, and only when the files had been left alone for a while: a later change of them is seen. This module imports next to nothing, since it is
all that a run with nothing to do needs.
"""

from __future__ import annotations

import os
import sys
import time

TYPE_CHECKING = False  # `typing` takes as long to import as all else here
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

CACHE = ".cache/clientgen"
"""In the root of a project: what runs keep for later ones. It may be deleted at any time."""

_FORMAT = "clientgen stamp 1"
_MOST = 32
"""Stamps that are kept; the oldest are deleted."""
_PASSED_OVER = ("__pycache__", ".mypy_cache", ".ruff_cache", ".pytest_cache")
_GENERATOR = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))


def unchanged(arguments: Sequence[str]) -> list[str] | None:
    """The APIs of a run with these arguments, when one from here found them up to date and nothing has been touched since; else None."""
    here = os.getcwd()
    folder = here
    while True:
        try:
            with open(f"{folder}/{CACHE}/{_name(here, arguments)}", encoding="utf-8", errors="surrogateescape", newline="\n") as stream:
                head, apis, watched, state = stream.read().split("\n\n", 3)
            break
        except (OSError, ValueError):
            above = os.path.dirname(folder)
            if above == folder:
                return None
            folder = above
    if head != _head(here, arguments) or state != look(watched.split("\n"))[0]:
        return None
    return apis.split("\n")


def look(watched: Iterable[str]) -> tuple[str, int]:
    """How files and folders are, as text, and when the last of them was changed, in nanoseconds.

    What is watched is a path after `file `, after `names ` (what is in a folder) or after `tree ` (all files below a folder).
    """
    lines: list[str] = []
    newest = 0
    for item in watched:
        kind, _, path = item.partition(" ")
        lines.append(item)
        stack = [path]
        while stack:
            place = stack.pop()
            try:
                if kind == "file":
                    found = os.stat(place)
                    newest = max(newest, found.st_ctime_ns)
                    lines.append(_line("", found))
                    continue
                with os.scandir(place) as entries:
                    listed = sorted(entries, key=_by_name)
            except OSError as error:
                lines.append(f"{place} {error.errno}")
                continue
            if kind == "names":
                lines += [entry.name for entry in listed]
                continue
            lines.append(place)
            for entry in listed:
                if entry.name in _PASSED_OVER:
                    continue
                if entry.is_dir(follow_symlinks=False):
                    stack.append(entry.path)
                    continue
                found = entry.stat(follow_symlinks=False)
                newest = max(newest, found.st_ctime_ns)
                lines.append(_line(entry.name, found))
                if entry.is_symlink():
                    lines.append(_target(entry.path))
    return "\n".join(lines), newest


def write(root: str, arguments: Sequence[str], apis: Sequence[str], watched: Sequence[str], state: str) -> None:
    """Keep how everything was, after it was found up to date. Nothing is kept of what was touched since, or just now, or when nothing can be written."""
    if any("\n" in text for text in (*apis, *watched)):
        return
    folder = f"{root}/{CACHE}"
    path = f"{folder}/{_name(os.getcwd(), arguments)}"
    new = f"{path}.{os.getpid()}.new"
    try:
        make_folder(folder)
        with open(new, "w", encoding="utf-8", errors="surrogateescape", newline="\n") as stream:
            stream.write("\n\n".join((_head(os.getcwd(), arguments), "\n".join(apis), "\n".join(watched), state)))
        again, newest = look(watched)
        if state == again and is_settled(newest, os.stat(new).st_mtime_ns):
            os.replace(new, path)
        else:
            os.unlink(new)
        delete_oldest(folder, "stamp-", _MOST)
    except OSError:
        return


def settled(watched: Sequence[str], just_made: bool = False) -> str:
    """How everything is, once nothing was changed in the last moment. `just_made`: something was."""
    state, newest = ("", time.time_ns()) if just_made else look(watched)
    if newest + 30_000_000 > time.time_ns():
        time.sleep(0.03)
        state, newest = look(watched)
    return state


def is_settled(changed: int, now: int) -> bool:
    """Whether a further change of a file would show in its times, given that of its last change (both in nanoseconds).

    The clock of files goes in steps: what is changed within the step of its last change looks as before. Some file systems count seconds only.
    """
    return changed + (20_000_000 if changed % 1_000_000_000 else 2_000_000_000) < now


def make_folder(folder: str) -> None:
    """Make a folder for what may be deleted and is no business of git's.

    Raises:
        OSError: it cannot be made.
    """
    os.makedirs(folder, exist_ok=True)
    ignored = f"{folder}/.gitignore"
    if not os.path.exists(ignored):
        with open(ignored, "w", encoding="utf-8") as stream:
            stream.write("*\n")


def delete_oldest(folder: str, prefix: str, most: int) -> None:
    """Delete all but the newest files in a folder whose names begin alike.

    Raises:
        OSError: one of them cannot be deleted.
    """
    for old in sorted((entry for entry in os.scandir(folder) if entry.name.startswith(prefix)), key=_by_time)[:-most]:
        os.unlink(old.path)


def _head(here: str, arguments: Sequence[str]) -> str:
    return f"{_FORMAT} {(here, _GENERATOR, sys.version, sys.path, *arguments)!r}"


def _name(here: str, arguments: Sequence[str]) -> str:
    """The file of a stamp: two runs that share one take turns."""
    text = "\n".join((here, *arguments)).encode("utf-8", "surrogateescape")
    return f"stamp-{int.from_bytes(text, 'big') % (2**61 - 1):016x}"


def _line(name: str, found: os.stat_result) -> str:
    return f"{name} {found.st_mtime_ns} {found.st_ctime_ns} {found.st_size} {found.st_ino} {found.st_dev} {found.st_mode}"


def _target(link: str) -> str:
    try:
        return _line(f"{os.readlink(link)} ->", os.stat(link))
    except OSError as error:
        return str(error.errno)


def _by_name(entry: os.DirEntry[str]) -> str:
    return entry.name


def _by_time(entry: os.DirEntry[str]) -> float:
    return entry.stat().st_mtime
