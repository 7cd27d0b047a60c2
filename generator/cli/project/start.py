"""Makes a folder a project: writes `clientgen.yaml`, `specs/`, `.gitignore` and `.gitattributes`. Existing files are kept."""

from __future__ import annotations

from pathlib import Path
from typing import Final

_PROJECT: Final = """\
# This file makes the folder a project of clientgen. All settings are optional.

# Paths of the folders, if they have other names:
# specs: specs
# templates: templates # your own templates; `clientgen templates` lists those that they can replace
# handwritten: handwritten # your own code for single APIs
# output: generated

# For the pyproject.toml of all packages. {distribution} and {version} are replaced by those of each package.
# authors: ["NAME <ADDRESS>"]
# license: Apache-2.0 # the text of it: a file LICENSE beside this one, which goes into each package
# urls:
#   Repository: https://example.com/clients
# pages: https://example.com/clients/blob/main/generated/{distribution} # links of README.md lead there, so that they work on an index page
"""
_ATTRIBUTES: Final = (
    "# Written by `clientgen generate`: collapsed in reviews, left out of statistics.\ngenerated/** linguist-generated=true\n"
)
_IGNORED: Final = "/dist/\n__pycache__/\n"


def make_project(folder: Path) -> list[Path]:
    """Write the files that a project starts with; those that were written.

    Raises:
        OSError: a file cannot be written.
    """
    (folder / "specs").mkdir(parents=True, exist_ok=True)
    written: list[Path] = []
    for name, text in (("clientgen.yaml", _PROJECT), (".gitattributes", _ATTRIBUTES), (".gitignore", _IGNORED)):
        path = folder / name
        if not path.exists():
            path.write_text(text, "utf-8")
            written.append(path)
    return written
