"""What makes a folder a project: `clientgen.yaml`, or `[tool.clientgen]` in `pyproject.toml`; and which templates and runtime come with clientgen.

A run that has nothing to do passes here, so YAML is read only where the file may say something about folders.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from ..load.json_types import is_object
from ..load.problems import Level, Place, Problem, Problems
from ..load.source_map import SourceMap, pack

FOLDERS: Final = ("specs", "templates", "handwritten", "output")
"""The folders of a project, by the names of the options and settings that say where they are."""
DEFAULTS: Final = {"specs": "specs", "templates": "templates", "handwritten": "handwritten", "output": "generated"}
FILE: Final = "clientgen.yaml"

if TYPE_CHECKING:
    from .guides import Guide

_GENERATOR: Final = Path(__file__).parents[1]
SHIPPED: Final = next(
    (folder for folder in (_GENERATOR / "data", _GENERATOR.parent) if (folder / "templates").is_dir()), _GENERATOR / "data"
)
"""The folder with `templates` and `handwritten` (runtime, resources, testing) that come with clientgen: in the wheel, or in its own checkout."""

_SECTION: Final = re.compile(r"^\s*\[\s*tool\s*\.\s*clientgen\s*[\].]", re.MULTILINE)


class NotAProject(ValueError):
    """A project file cannot be understood; the text says where and what to do."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__("\n".join(map(str, problems)))
        self.problems = problems


@dataclass(frozen=True, slots=True)
class Facts:
    """What a project says of a package beside its client.yaml; URLs are ready to be printed."""

    authors: tuple[tuple[str, str], ...] = ()
    """Name and e-mail address; one of them may be empty."""
    license: str = ""
    """An SPDX expression."""
    license_text: str = ""
    changelog: str = ""
    """The text of CHANGELOG.md beside the document of the package."""
    urls: Mapping[str, str] = field(default_factory=dict[str, str])
    """Label → address, as `[project.urls]` has them."""
    pages: str = ""
    """The address below which the files of a package can be read, without a slash at its end."""
    guides: tuple[Guide, ...] = ()
    """Pages of the project that ship with the package."""


def file_in(folder: Path) -> Path | None:
    """The project file in a folder."""
    toml = folder / "pyproject.toml"
    if (folder / FILE).is_file():
        return folder / FILE
    return toml if toml.is_file() and _SECTION.search(toml.read_text("utf-8", "replace")) else None


def folders(file: Path) -> dict[str, Path]:
    """Where the folders of a project are.

    Raises:
        NotAProject: the file cannot be read, or names a folder that is none of its own.
    """
    text = file.read_text("utf-8", "replace")
    data: Any = {}
    places = SourceMap(file.as_posix())
    if file.name != FILE or re.search("|".join(FOLDERS), text):
        problems = Problems()
        data, places = read(file, problems)
        if problems.failed:
            raise NotAProject(*problems)
    found: dict[str, Path] = {}
    for name, usual in DEFAULTS.items():
        value = data.get(name, usual)
        if not isinstance(value, str) or not value.strip() or Path(value).is_absolute() or ".." in Path(value).parts:
            wrong = f"{name}: {value!r} is not the name of a folder inside the project"
            raise NotAProject(Problem(Level.ERROR, wrong, "settings", f"write a path such as {usual!r}", place=places.at(f"/{name}")))
        found[name] = file.parent / value
    return found


def read(file: Path, problems: Problems) -> tuple[dict[str, Any], SourceMap]:
    """The settings in a project file, and their places; none after an error."""
    places = SourceMap(file.as_posix())
    try:
        text = file.read_bytes().decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        problems.error(f"it cannot be read: {error}", rule="settings", hint="it is a text file in UTF-8", place=Place(file.as_posix()))
        return {}, places
    data = _toml(text, file, places, problems) if file.suffix == ".toml" else _yaml(text, file, places, problems)
    places.root = data
    return data, places


def settings_text(file: Path) -> bytes:
    """What of a project file the packages depend on."""
    content = file.read_bytes()
    if file.suffix != ".toml":
        return content
    import tomllib

    try:
        return repr(tomllib.loads(content.decode()).get("tool", {}).get("clientgen")).encode()
    except ValueError:
        return content


def _yaml(text: str, file: Path, places: SourceMap, problems: Problems) -> dict[str, Any]:
    from ..load.yaml_reader import read_yaml

    before = problems.errors
    data = read_yaml(text, file.as_posix(), places, problems)
    if data is None or problems.errors > before:
        return {}
    if not is_object(data):
        problems.error("it is not a mapping", rule="settings", hint="write `setting: value`", place=Place(file.as_posix(), 1, 1))
        return {}
    return data


def _toml(text: str, file: Path, places: SourceMap, problems: Problems) -> dict[str, Any]:
    import tomllib

    try:
        data: Any = tomllib.loads(text)["tool"]["clientgen"]
    except tomllib.TOMLDecodeError as error:
        problems.error(f"not TOML: {error}", rule="settings", hint="correct it", place=Place(file.as_posix()))
        return {}
    if not is_object(data):
        problems.error("tool.clientgen is not a table", rule="settings", hint="write [tool.clientgen]", place=Place(file.as_posix()))
        return {}
    start = _SECTION.search(text)
    _note(data, text, start.start() if start else 0, file, places)
    return data


def _note(table: dict[str, Any], text: str, start: int, file: Path, places: SourceMap) -> None:
    """Remember the lines of the keys of a table: the first line after `start` that begins with each."""
    positions: list[int] = []
    for key, value in table.items():
        found = re.compile(rf"^\s*(?:\[[^\]\n]*)?\"?{re.escape(key)}\"?\s*[=\].]", re.MULTILINE).search(text, start)
        at = found.start() + len(found[0]) - len(found[0].lstrip()) if found else start
        positions.append(pack(text.count("\n", 0, at) + 1, 1))
        if is_object(value):
            _note(value, text, at, file, places)
    places.note(table, file.as_posix(), positions)
