"""A file (and the files it refers to) → one bundled document, with the place of everything.

`sources` reads the files, `bundle` puts the references in order. Nothing outside the folder of the root document is read, and nothing remote. This
module must never know what an operation or a schema means.
"""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from .bundle import Bundler
from .json_types import is_object
from .pointers import lookup, resolve
from .problems import Place, Problems
from .reach import unreached
from .source_map import SourceMap
from .sources import Files


@dataclass(frozen=True)
class Document:
    """A bundled document: every `$ref` in `data` is a pointer into `data` and leads somewhere; no two paths share an operation.

    The containers of `data` must stay the same ones: `places` knows them by identity. `lint.repairs` alone gives them members. `sources` holds the text of each file read, the root document first.
    """

    path: Path
    data: dict[str, Any]
    places: SourceMap
    sources: Mapping[Path, str]
    unreached: Sequence[tuple[str, Place]] = ()
    """What stands in its files and is no part of it: `FILE#POINTER`, with its place."""

    def resolve(self, node: Any) -> Any:
        """`node`, or what its `$ref`s lead to."""
        return resolve(self.data, node)

    def lookup(self, pointer: str) -> Any:
        """What a pointer points at; LookupError when there is nothing."""
        return lookup(self.data, pointer)


def load(path: str | os.PathLike[str], problems: Problems) -> Document | None:
    """Read the document at `path` and everything that it refers to.

    Returns: the bundled document, or None after an error. `problems.places` is set, so that later steps report by pointer.
    """
    root = Path(path)
    before = problems.errors
    files = Files(root, problems)
    data = files.read(root, root.as_posix(), lambda: None)
    places = files.places
    places.root = data
    if problems.errors == before and not is_object(data):
        problems.error(
            "the document is not a mapping", hint="an OpenAPI document starts with `openapi: 3.1.0`", place=Place(files.label(root), 1, 1)
        )
    outside: list[tuple[str, Place]] = []
    if is_object(data) and problems.errors == before:
        bundler = Bundler(files, data, root.resolve(), problems)
        bundler.run()
        referred = {node["$ref"] for node, _ in bundler.references}
        outside += unreached(files, bundler.root, bundler.done, referred)
    problems.places = places
    if problems.errors > before or not is_object(data):
        return None
    return Document(root, data, places, files.sources, outside)
