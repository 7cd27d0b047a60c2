"""The files of a document: read once each, inside one folder and never beyond it."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Final
from urllib.parse import unquote

from .json_reader import read_json
from .pointers import identified
from .problems import Place, Problems
from .source_map import SourceMap
from .yaml_reader import read_yaml

MAX_BYTES: Final = 50_000_000
"""Most bytes of one file, and of all files of a document."""

_SCHEME: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|//")

Asked = Callable[[], Place | None]
"""The place of the reference that led here, found only when a problem needs it."""
Note = Callable[[str, str, Any], None]
"""Told of a file that was read: its label, its text, its data."""


class Files:
    """Reads files inside one folder, each once."""

    def __init__(self, root: Path, problems: Problems, note: Note | None = None) -> None:
        self.root = root
        self.note = note
        self.folder = root.parent.resolve()
        self.problems = problems
        self.places = SourceMap(root.as_posix())
        self.sources: list[Path] = []
        self.data: dict[Path, Any] = {}
        self.named: dict[tuple[Path, str], Path] = {}
        self.total = 0
        self._names: dict[Path, Mapping[str, str]] = {}

    def names_in(self, path: Path) -> Mapping[str, str]:
        """What `$anchor` and `$id` name in a file: reference → pointer."""
        if path not in self._names:
            self._names[path] = identified(self.data[path])
        return self._names[path]

    def label(self, path: Path) -> str:
        """How a file is called in messages: relative to where the root document was said to be."""
        if path == self.root:
            return self.root.as_posix()
        return (self.root.parent / os.path.relpath(path, self.folder)).as_posix()

    def read(self, path: Path, label: str, asked: Asked) -> Any:
        """The data of a file; `asked` is the place of the reference to it. None after an error."""
        text = self._text(path, label, asked)
        if text is None:
            return None
        self.sources.append(path)
        before = self.problems.errors
        if path.suffix.lower() == ".json":
            data = read_json(text, label, self.places, self.problems)
        else:
            data = self._json_as_yaml(text, label) or read_yaml(text, label, self.places, self.problems)
        if data is None and self.problems.errors == before:
            self.problems.error(
                "the file is empty", rule="files", hint="an OpenAPI document starts with `openapi: 3.1.0`", place=Place(label, 1, 1)
            )
        if self.note:
            self.note(label, text, data)
        return data

    def _json_as_yaml(self, text: str, label: str) -> Any:
        """The data of a YAML file that is JSON as well, which is read much faster; None when it is not, or has problems."""
        if not text.startswith("{"):
            return None
        problems = Problems()
        data = read_json(text, label, self.places, problems)
        return None if problems.errors else data

    def _text(self, path: Path, label: str, asked: Asked) -> str | None:
        place = asked() or Place(label)
        try:
            status = path.stat()
            if not stat.S_ISREG(status.st_mode):
                self.problems.error(f"{label} is not a file", rule="files", hint="give the path of a YAML or JSON file", place=place)
                return None
            self.total += status.st_size
            if self.total > MAX_BYTES:
                self.problems.error(
                    f"more than {MAX_BYTES // 1_000_000} MB to read",
                    rule="limits",
                    hint="split the API into several documents",
                    place=place,
                )
                return None
            raw = path.read_bytes()
        except OSError as error:
            self.problems.error(
                f"{label} cannot be read: {error.strerror}", rule="files", hint="check the path and its permissions", place=place
            )
            return None
        try:
            return raw.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            line = raw.count(b"\n", 0, error.start) + 1
            column = error.start - raw.rfind(b"\n", 0, error.start)
            self.problems.error("not UTF-8 text", rule="syntax", hint="save the file as UTF-8", place=Place(label, line, column))
            return None

    def open(self, name: str, base: Path, asked: Asked) -> Path | None:
        """The real path of the file that a reference in `base` names, once it has been read; None after an error."""
        if _SCHEME.match(name):
            self._refuse(name, "is remote", asked)
            return None
        local = unquote(name)
        if "\0" in local or "\\" in local or local.startswith("/"):
            self._refuse(name, "is not a relative path", asked)
            return None
        path = self.real(base.parent, local)
        if not path.is_relative_to(self.folder):
            self._refuse(name, "is outside the folder of the document", asked)
            return None
        if path not in self.data:
            self.data[path] = self.read(path, self.label(path), asked)
        return None if self.data[path] is None else path

    def real(self, folder: Path, name: str) -> Path:
        """The real path behind a relative one; the disk is asked once for each, however many references there are."""
        path = self.named.get((folder, name))
        if path is None:
            path = self.named[folder, name] = (folder / name).resolve()
        return path

    def _refuse(self, name: str, why: str, asked: Asked) -> None:
        hint = f"keep a copy of the file beside {self.root.name} and refer to that"
        self.problems.error(f"{name} {why}: it was not read", rule="references", hint=hint, place=asked())
