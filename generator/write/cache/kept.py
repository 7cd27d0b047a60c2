"""What a run keeps for the next one of the same package: for each of its files, what it was made of, and the hash of what came out.

The texts themselves are those in the package: one counts only as long as it has that hash. What is kept belongs to one state of the toolchain, its
templates and its tools; it has a checksum, may be deleted at any time, and is never looked at by `check`.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path, PurePosixPath
from typing import Final, TypeVar

import msgspec

from .. import lock
from . import contents, stamps

_MOST: Final = 64
"""Packages that something is kept of."""
_TWIN: Final = "twin of "

Module = tuple[str, ...]
T = TypeVar("T")


class Stale(Exception):
    """What was kept does not fit what is there: the package has to be made from the beginning."""


class _Entry(msgspec.Struct):
    key: str = ""
    """Of what it was made: what its template has read, or the text that it is the twin of; empty: a copy."""
    reads: tuple[str, ...] = ()
    """The members of the package that its template has read."""
    raw: str = ""
    """The hash of its text before it was formatted."""
    out: str = ""
    imports: dict[str, tuple[Module, ...] | None] = {}
    """Folder of the package → what it imports from there; None where it does not mention it."""


class _Kept(msgspec.Struct):
    made_with: str
    files: dict[str, _Entry]


class Kept:
    """The files of one package, as the last run made them, and as this one does."""

    def __init__(self, layout: lock.Layout, root: Path, api: str, inputs: Mapping[str, str]) -> None:
        """`inputs` are those of `lock.inputs`."""
        shared = {name: value for name, value in inputs.items() if name == "generator" or "templates" in name.split("/")[:2]}
        self._made_with = f"{api} {sys.version} {sorted((shared | lock.tools()).items())}"
        place = contents.digest(os.path.abspath(layout.output).encode("utf-8", "surrogateescape"))
        self._file = root / stamps.CACHE / f"kept-{contents.digest(api.encode())}-{place}"
        self._before = self._read()
        self._now: dict[str, _Entry] = {}
        self._folder = layout.output
        self._texts: dict[PurePosixPath, str] = {}
        """Formatted already: what is on the disk."""

    def into(self, folder: Path) -> None:
        """Say where the package goes."""
        self._folder = folder

    # What render asks and says.

    def text(self, path: PurePosixPath, key: Callable[[Sequence[str]], str]) -> str | None:
        """The text of a file and its twin on the disk, when all that its template reads is as it was."""
        entry = self._before.get(str(path))
        if entry is None or not entry.key or entry.key.startswith(_TWIN) or entry.key != key(entry.reads):
            return None
        twin = self._twin_entry(path, entry.raw)
        if twin is not None and not self._take(twin_of(path), twin):
            return None
        return self._texts[path] if self._take(path, entry) else None

    def note(self, path: PurePosixPath, names: Sequence[str], key: str) -> None:
        """What the template of a file has read."""
        self._now[str(path)] = _Entry(key, tuple(names))

    # What assemble asks.

    def twin(self, path: PurePosixPath, text: str) -> str | None:
        """The text of the twin of a module on the disk, when that module is as it was.

        Raises:
            Stale: the module was not rendered, and its twin has to be.
        """
        target, entry = twin_of(path), self._now.get(str(path))
        if path in self._texts and entry is not None:
            raw = entry.raw
        else:
            raw = contents.digest(text.encode())
        known = self._twin_entry(path, raw)
        if known is not None and self._take(target, known):
            return self._texts[target]
        if path in self._texts:
            raise Stale
        self._now[str(target)] = _Entry(f"{_TWIN}{raw}")
        return None

    def imports(self, path: PurePosixPath, text: str, part: str, found: Callable[[], Iterable[Module] | None]) -> tuple[Module, ...] | None:
        """What a module imports from a folder of the package; `found` looks into its text.

        Raises:
            Stale: the module was not rendered, and it is not known what it imports.
        """
        entry = self._now.setdefault(str(path), _Entry())
        if part in entry.imports:
            return entry.imports[part]
        if path in self._texts:
            raise Stale
        before = self._before.get(str(path))
        entry.raw = entry.raw or contents.digest(text.encode())
        if before is not None and part in before.imports and before.raw == entry.raw:
            entry.imports[part] = before.imports[part]
        else:
            modules = found()
            entry.imports[part] = None if modules is None else tuple(modules)
        return entry.imports[part]

    # What tidy asks.

    def formatted(self, path: PurePosixPath, text: str) -> str | None:
        """What formatting gives, as it is on the disk, when the text of a file is what it was."""
        if path in self._texts:
            return self._texts[path]
        entry = self._now.setdefault(str(path), _Entry())
        entry.raw = contents.digest(text.encode())
        before = self._before.get(str(path))
        if before is None or before.raw != entry.raw or not self._on_disk(path, before):
            return None
        entry.out = before.out
        return self._texts[path]

    def keep(self, files: Mapping[PurePosixPath, str], leave_out: Iterable[str]) -> None:
        """Write down what this run has made: the formatted texts, but for files of which something was reported."""
        for name in {*self._now} - {str(path) for path in files} | {*leave_out}:
            self._now.pop(name, None)
        for path, text in files.items():
            entry = self._now.get(str(path))
            if entry is not None and not entry.out:
                entry.out = contents.digest(text.encode())
        write_file(self._file, _Kept(self._made_with, self._now), "kept-", _MOST)

    def _read(self) -> dict[str, _Entry]:
        kept = read_file(self._file, _Kept)
        return kept.files if kept and kept.made_with == self._made_with else {}

    def _twin_entry(self, path: PurePosixPath, raw: str) -> _Entry | None:
        entry = self._before.get(str(twin_of(path)))
        return entry if entry is not None and entry.key == f"{_TWIN}{raw}" else None

    def _take(self, path: PurePosixPath, entry: _Entry) -> bool:
        """Have what is on the disk stand for a file, if it is what came out before."""
        if not self._on_disk(path, entry):
            return False
        self._now[str(path)] = entry
        return True

    def _on_disk(self, path: PurePosixPath, entry: _Entry) -> bool:
        if path in self._texts:
            return True
        try:
            place = f"{self._folder}/{path}"
            if not entry.out or contents.hash_of(place) != entry.out:
                return False
            self._texts[path] = contents.read(place).decode()
        except (OSError, ValueError):
            return False
        return True


def read_file(path: Path, kind: type[T]) -> T | None:
    """What is kept in a file; None when that is damaged, or of another kind."""
    kept = contents.read_whole(str(path))
    with suppress(ValueError):
        return None if kept is None else msgspec.json.decode(kept, type=kind)
    return None


def write_file(path: Path, kept: object, prefix: str, most: int) -> None:
    """Keep something in a file, and `most` files whose names begin with the prefix. What cannot be written is not kept."""
    contents.write_whole(str(path), msgspec.json.encode(kept), prefix, most)


def twin_of(path: PurePosixPath) -> PurePosixPath:
    """The path of the sync twin of an async module; of another module, its own."""
    return PurePosixPath(*("sync" if part == "aio" else part for part in path.with_suffix("").parts)).with_suffix(path.suffix)
