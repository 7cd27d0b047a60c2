"""Guides: Markdown pages of the project that are copied into a package. Their links are changed so that they work from there."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from posixpath import dirname, normpath, relpath
from typing import Any, Final

from ..load.json_types import is_array, table
from ..load.pointers import join
from ..load.problems import Place, Problems
from .reader import Reader

FOLDER: Final = "docs/guides"
"""Where they stand in a package."""

_FENCE: Final = re.compile(r" *(```|~~~)")
_LINK: Final = re.compile(r"`[^`]*`|(?P<before>\]\()(?P<target>[^)\s]+)(?=[)\s])")
_SCHEME: Final = re.compile(r"[a-z][a-z0-9+.-]*:|//|#", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Guide:
    """A page, as the project has it and as the package gets it."""

    path: str
    """From the folder of the project file."""
    source: bytes
    title: str
    text: str

    @property
    def name(self) -> str:
        """Of the file in the package."""
        return self.path.rpartition("/")[2]


def listed(data: Mapping[str, object], api: str, specs: Path, reader: Reader, root: Path) -> list[str]:
    """The pages that the project lists under `guides` for an API. Each is a Markdown file of the project."""
    names = reader.members(data, "", "guides")
    for name in (name for name in names if not (specs / name).is_dir()):
        reader.error(join("/guides", name), f"there is no API {name!r}", f"name a folder of {specs.name}/")
    if api not in names:
        return []
    value = data["guides"]
    paths: Any = table(value).get(api)
    if not is_array(paths):
        reader.error(join("/guides", api), f"{api!r} is not a list", "write a list of pages: [docs/guide.md]")
        return []
    found: list[str] = []
    for number, path in enumerate(paths):
        place = join("/guides", api, str(number))
        if not isinstance(path, str) or not path.endswith(".md") or path != normpath(path) or path.startswith(("/", "../")):
            reader.error(place, f"{path!r} is not the path of a page", "write one from the folder of this file: docs/guide.md")
        elif not (root / path).is_file():
            reader.error(place, f"there is no {path}", "write the page, or remove this line")
        elif path.rpartition("/")[2] in {other.rpartition("/")[2] for other in found}:
            reader.error(place, f"two pages are called {path.rpartition('/')[2]}", f"rename one: all stand in {FOLDER}/ of the package")
        else:
            found.append(path)
    return found


def read_guides(paths: Sequence[str], root: Path, package: str, pages: str, problems: Problems) -> tuple[Guide, ...]:
    """The pages, with links that lead to files of the package, or to absolute addresses.

    Args:
        paths: the pages, from the folder of the project.
        root: that folder.
        package: the folder of the package, from there.
        pages: the address below which the files of the package can be read; "" when there is none.
    """
    above = pages.removesuffix(f"/{package}") if pages.endswith(f"/{package}") else ""
    return tuple(_Page(path, paths, root, package, above, problems).guide() for path in paths)


class _Page:
    def __init__(self, path: str, paths: Sequence[str], root: Path, package: str, above: str, problems: Problems) -> None:
        self.path = path
        self.paths = paths
        self.root = root
        self.package = package
        self.above = above
        self.problems = problems
        self.line = 1

    def guide(self) -> Guide:
        source = (self.root / self.path).read_bytes()
        try:
            lines = source.decode("utf-8-sig").splitlines()
        except UnicodeDecodeError:
            self.error("not UTF-8 text", "only text can be part of a package")
            lines = []
        title = next((line[2:].strip() for line in lines if line.startswith("# ")), self.path)
        inside = False
        for number, line in enumerate(lines):
            if _FENCE.match(line):
                inside = not inside
            elif not inside:
                self.line = number + 1
                lines[number] = _LINK.sub(self.link, line)
        return Guide(self.path, source, title, "\n".join(lines) + "\n")

    def link(self, link: re.Match[str]) -> str:
        target = link["target"]
        if target is None or _SCHEME.match(target):
            return link[0]
        path, mark, anchor = target.partition("#")
        path = normpath(f"{dirname(self.path)}/{path}").lstrip("/")
        return f"{link['before']}{self.place(path)}{mark}{anchor}"

    def place(self, path: str) -> str:
        """Where a file of the project can be read by those who have the package."""
        if path in self.paths:
            return path.rpartition("/")[2]
        if path.startswith(f"{self.package}/"):
            return relpath(path, f"{self.package}/{FOLDER}")
        if path.startswith("../") or not (self.root / path).exists():
            self.error(f"the link leads to {path}, which is not there", "correct it")
        elif not self.above:
            hint = f"list it among the `guides`, or give `pages` in the project file an address that ends with {self.package}"
            self.error(f"the link leads to {path}, which readers of the package cannot reach", hint)
        return f"{self.above}/{path}"

    def error(self, message: str, hint: str) -> None:
        self.problems.error(message, rule="guides", hint=hint, place=Place((self.root / self.path).as_posix(), self.line, 1))
