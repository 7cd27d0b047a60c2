"""All steps in their order, for one API: read (load, lint, client.yaml), view, render, assemble (with sync twins), tidy.

Writing is left to the caller: `write.files.write`.
"""

from __future__ import annotations

import traceback
from collections.abc import Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches
from pathlib import Path, PurePosixPath
from typing import TypeVar

from .config.client_yaml import ClientConfig, load_config
from .config.guides import FOLDER
from .config.project import Facts
from .config.project_facts import load_facts
from .lint.check import lint
from .load.document import Document, load
from .load.problems import Place, Problems
from .tidy import tidy
from .view.handwritten import read_methods, read_settings
from .view.model.package import Package
from .view.written_pages import public_modules
from .write import lock
from .write.assemble import assemble

T = TypeVar("T")
Files = dict[PurePosixPath, str]


@dataclass(frozen=True)
class Made:
    """A package in memory."""

    document: Document
    config: ClientConfig
    files: Files


class _Stop(Exception):
    """A step has found an error: the steps after it have nothing to work on."""


def make(layout: lock.Layout, api: str, problems: Problems) -> Made | None:
    """The files of one package in memory, without the lock; None after an error."""
    from .view.package import build

    try:
        document, config = _after(problems, read(layout, api, problems))
        handwritten = layout.handwritten / api
        settings = read_settings(layout.shared / "runtime")
        package = _after(problems, build(document, config, problems, read_methods(handwritten), public_modules(handwritten), settings))
        rendered = _after(problems, _render(package, layout.template_folders, problems))
        rendered |= {PurePosixPath(FOLDER, guide.name): guide.text for guide in config.project.guides}
        files, origins = _after(
            problems, assemble(rendered, config.package, layout.handwritten, api, document.data, problems, layout.shared)
        )
        return Made(document, config, tidy(files, problems, origins))
    except _Stop:
        return None


def read(layout: lock.Layout, api: str, problems: Problems) -> tuple[Document, ClientConfig] | None:
    """The linted document of an API and its client.yaml; None when one of them cannot be read."""
    path = lock.spec_of(layout, api)
    if path is None:
        problems.error(f"there is no specs/{api}/openapi.yaml", hint=alike(api, lock.apis(layout)))
        return None
    document = load(path, problems)
    config = load_config(path.with_name("client.yaml"), problems, layout.handwritten / api)
    if document is not None:
        lint(document, problems, house=config is not None and config.lint == "house")
        for other in lock.unread(layout, api, document.sources):
            hint = f"refer to what is in it from {path.as_posix()}, or remove it"
            problems.warning("nothing of this file is part of the document", hint=hint, place=Place(other.as_posix(), 1, 1))
    if config:
        facts = load_facts(layout.project, layout.license, problems, config, api) if layout.project else Facts()
        changelog = path.with_name("CHANGELOG.md")
        config = replace(config, project=replace(facts, changelog=changelog.read_text("utf-8") if changelog.is_file() else ""))
    return (document, config) if document is not None and config is not None else None


def alike(name: str, known: Sequence[str]) -> str:
    """For a hint: the API that was meant, or all that there are."""
    near = get_close_matches(name.lower(), known, 1, 0.5)
    return f"did you mean {near[0]!r}?" if near else f"known: {', '.join(known) or 'none'}"


def _after(problems: Problems, result: T | None) -> T:
    """The result of a step that has found no error."""
    if result is None or problems.failed:
        raise _Stop
    return result


def _render(package: Package, templates: Sequence[Path], problems: Problems) -> Files | None:
    from .render import render

    try:
        return render(package, *templates)
    except Exception as error:
        place = _in_template(error, templates)
        if place is None:
            raise
        problems.error(
            f"the template fails: {error}",
            hint="a template may loop, include and ask; what it prints must be in the view model",
            place=place,
        )
        return None


def _in_template(error: Exception, templates: Sequence[Path]) -> Place | None:
    """The line of a template that an exception came from; None when it came from elsewhere."""
    line = getattr(error, "lineno", None)
    name = getattr(error, "filename", None)
    if isinstance(line, int) and isinstance(name, str):
        return Place(name, line, 1)
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if any(map(Path(frame.filename).is_relative_to, templates))]
    return Place(frames[-1].filename, frames[-1].lineno or 1, 1) if frames else None
