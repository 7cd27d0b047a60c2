"""`clientgen new`: a document → an API of the project, with its `client.yaml`."""

from __future__ import annotations

import re
import shutil
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from ...config.guess import guess
from ...load.document import load
from ...load.names import is_keyword
from ...load.problems import Problems
from ...pipeline import modern
from ...twin.derive import LEFT, NAMES
from ...view.runtime_names import ERRORS, OTHERS
from ...write.lock import Layout, spec_of

NAME: Final = re.compile(r"[a-z][a-z0-9]*(_[a-z0-9]+)*\Z")
RESERVED: Final = ("runtime", "resources", "testing")
"""Folders of `handwritten` that are no APIs."""


class NotNew(ValueError):
    """An API cannot be added; the text says why and what to do."""


@dataclass(frozen=True)
class Added:
    """What was written, and what in it was guessed."""

    written: tuple[Path, ...]
    notes: tuple[str, ...]


def check_name(name: str, layout: Layout) -> None:
    """Raises NotNew when no API can have this name."""
    if not NAME.match(name) or is_keyword(name) or name in RESERVED:
        raise NotNew(f"{name!r} cannot be the name of an API: use small letters, digits and underscores, and none of {', '.join(RESERVED)}")
    if spec_of(layout, name) or (layout.specs / name / "client.yaml").exists():
        raise NotNew(f"{(layout.specs / name).as_posix()} is there already: choose another name, or remove it")


def add(name: str, source: Path, layout: Layout, problems: Problems) -> Added | None:
    """Copy a document, with the files that it refers to, into the project and write its `client.yaml`; None after an error.

    Raises:
        NotNew: the document cannot be copied as it is.
        OSError: a file cannot be written.
    """
    document = load(source, problems)
    if document is None:
        return None
    folder = layout.specs / name
    target = folder / ("openapi" + _suffix(source))
    others = {path: folder / path.relative_to(source.parent.resolve()) for path in document.sources if path.resolve() != source.resolve()}
    back = [path for path in others if path.stem != "overlay" and re.search(rf"[\s'\"/]{re.escape(source.name)}#", path.read_text("utf-8"))]
    if back and source.name != target.name:
        raise NotNew(f"{back[0]} refers to {source.name}, which will be called {target.name}: rename it before")
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)
    for path, copy in others.items():
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, copy)
    made = guess(name, modern(document), taken(layout))
    settings = folder / "client.yaml"
    settings.write_text(made.text, "utf-8")
    return Added((target, *others.values(), settings), made.notes)


def _suffix(source: Path) -> str:
    if source.suffix.lower() in (".json", ".yaml", ".yml"):
        return source.suffix.lower()
    return ".json" if source.read_text("utf-8-sig").lstrip().startswith("{") else ".yaml"


def taken(layout: Layout) -> Collection[str]:
    """What clients have already: methods and properties of the runtime's client, and the classes that packages export from their root."""
    client = (layout.shared / "runtime/call/aio/client.py").read_text("utf-8")
    return {
        *re.findall(r"^    (?:async )?def ([a-z]\w*)", client, re.MULTILINE),
        *ERRORS,
        *OTHERS,
        *NAMES,
        *LEFT,
        "close",
        "configuration",
        "options",
    }
