"""Two documents that belong to no project, for `clientgen diff`: settings for each."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from ...config import project
from ...config.guess import guess
from ...load.document import load
from ...load.problems import Problems
from ...pipeline import modern
from ...write import lock
from .new import taken

NAME: Final = "document"
"""What their API is called in reports."""


@contextmanager
def settings_for(old: Path, new: Path, problems: Problems) -> Generator[tuple[lock.Layout, lock.Layout]]:
    """Two projects that are there for a moment, one for each document: classes by its tags, the address that it names, no credentials.

    A `client.yaml` beside a document counts instead.
    """
    with TemporaryDirectory(prefix="clientgen-") as name:
        yield _settings(old, Path(name, "old"), problems), _settings(new, Path(name, "new"), problems)


def _settings(path: Path, folder: Path, problems: Problems) -> lock.Layout:
    layout = lock.Layout(folder / "specs", folder / "templates", folder / "handwritten", folder / "generated", project.SHIPPED)
    document = load(path, problems)
    data = modern(document) if document else {}
    settings = layout.specs / NAME / "client.yaml"
    settings.parent.mkdir(parents=True)
    settings.write_text(guess(NAME, {"tags": data.get("tags"), "paths": data.get("paths")}, taken(layout)).text, "utf-8")
    return layout
