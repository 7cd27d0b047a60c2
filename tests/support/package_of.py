"""A package of a document that a test made up, put together by all steps of the generator, and importable."""

from __future__ import annotations

import importlib
import sys
from pathlib import Path
from types import ModuleType

from generator import pipeline
from generator.load.problems import Problems
from generator.write import lock

ROOT = Path(__file__).parents[2]
_CLIENT = """\
package: {package}
distribution: {distribution}
version: 0.1.0
title: Made up
client_class: MadeUp
{more}
"""
_APIS = """
apis:
  ThingsApi: {attribute: t, tags: "*", description: All of it.}
"""


def package_of(document: str, folder: Path, name: str, more: str = "base_url: http://127.0.0.1:1") -> ModuleType:
    """The package `<name>_client` of an OpenAPI document (YAML text), written below `folder`. Its one API is `client.t` of `MadeUp`.

    `more`: further lines of `client.yaml`, which may say where the API is, and which classes it has. Files that the document refers to may
    stand in `specs/<name>` already.
    """
    specs = folder / "specs" / name
    specs.mkdir(parents=True, exist_ok=True)
    (specs / "openapi.yaml").write_text(document, "utf-8")
    (specs / "client.yaml").write_text(
        _CLIENT.format(package=f"{name}_client", distribution=f"{name}-client", more=more if "apis:" in more else more + _APIS), "utf-8"
    )
    problems = Problems()
    layout = lock.Layout(folder / "specs", ROOT / "templates", ROOT / "handwritten", folder / "unused")
    made = pipeline.make(layout, name, problems)
    assert made is not None, [str(problem) for problem in problems]
    for path, text in made.files.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, "utf-8")
    sys.path.insert(0, str(folder / "src"))
    try:
        return importlib.import_module(f"{name}_client")
    finally:
        sys.path.remove(str(folder / "src"))
