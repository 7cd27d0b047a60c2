"""All steps in their order, for one API: read (load, lint, client.yaml), view, render, assemble (with sync twins), tidy.

Writing is left to the caller: `write.files.write`.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from difflib import get_close_matches
from pathlib import Path, PurePosixPath
from typing import Any, TypeVar

from .config.client_yaml import ClientConfig, load_config
from .config.guides import FOLDER
from .config.project import Facts
from .config.project_facts import load_facts
from .lint.check import lint, shaped
from .load.document import Document, load
from .load.problems import Place, Problems
from .view.handwritten import read_methods, read_settings
from .view.model.package import Package
from .view.written_pages import public_modules
from .write import lock
from .write.assemble import assemble, finished
from .write.kept import Kept, Stale
from .write.tidy import tidy

T = TypeVar("T")
Files = dict[PurePosixPath, str]


@dataclass(frozen=True)
class Modelled:
    """What a package will say, before it is rendered."""

    document: Document
    config: ClientConfig
    package: Package


@dataclass(frozen=True)
class Made(Modelled):
    """A package in memory."""

    files: Files


class _Stop(Exception):
    """A step has found an error: the steps after it have nothing to work on."""


def make(layout: lock.Layout, api: str, problems: Problems, path: Path | None = None, kept: Kept | None = None) -> Made | None:
    """The files of one package in memory, without the lock; None after an error. `path`: as `model` takes it; `kept`: of an earlier run."""
    try:
        modelled = _after(problems, model(layout, api, problems, path))
        if kept is not None:
            kept.into(layout.output / modelled.config.distribution)
            with suppress(Stale):
                return _made(layout, api, problems, modelled, kept)
        return _made(layout, api, problems, modelled)
    except _Stop:
        return None
    except RecursionError:
        hint = "reduce the nesting: hundreds of `allOf`, `oneOf` or `items` refer to one another, or multiply each other"
        problems.error("the schemas of this document are nested too deeply", rule="limits", hint=hint, pointer="/components/schemas")
        return None


def _made(layout: lock.Layout, api: str, problems: Problems, modelled: Modelled, kept: Kept | None = None) -> Made:
    document, config, package = modelled.document, modelled.config, modelled.package
    rendered = _after(problems, _render(package, layout.template_folders, problems, kept))
    rendered |= {PurePosixPath(FOLDER, guide.name): guide.text for guide in config.project.guides}
    files, origins = _after(
        problems, assemble(rendered, config.package, layout.handwritten, api, document.data, problems, layout.shared, kept)
    )
    before = len(problems)
    files = tidy(files, problems, origins, finished(origins, layout.shared), kept)
    if kept is not None:
        kept.keep(files, {problem.place.file for problem in list(problems)[before:] if problem.place})
    return Made(document, config, package, files)


def model(layout: lock.Layout, api: str, problems: Problems, path: Path | None = None) -> Modelled | None:
    """The view model of one package; None after an error. `path` is a document that stands in for that of the API."""
    from .view.package import build

    try:
        document, config = _after(problems, read(layout, api, problems, path))
        handwritten = layout.handwritten / api
        settings = read_settings(layout.shared / "runtime")
        package = _after(problems, build(document, config, problems, read_methods(handwritten), public_modules(handwritten), settings))
        return Modelled(document, config, package)
    except _Stop:
        return None


def read(layout: lock.Layout, api: str, problems: Problems, path: Path | None = None) -> tuple[Document, ClientConfig] | None:
    """The linted document of an API and its client.yaml; None when one of them cannot be read.

    `path` is a document that stands in for that of the API; without a client.yaml beside it, that of the API counts.
    """
    own = lock.spec_of(layout, api)
    path = path or own
    if path is None:
        problems.error(f"there is no specs/{api}/openapi.yaml", rule="files", hint=alike(api, lock.apis(layout)))
        return None
    document = load(path, problems)
    config = load_config(settings_of(layout, api, path), problems, layout.handwritten / api)
    if document is not None:
        lint(document, problems, house=config is not None and config.lint == "house")
        for other in lock.unread(layout, api, document.sources) if path == own else ():
            hint = f"refer to what is in it from {path.as_posix()}, or remove it"
            problems.warning(
                "nothing of this file is part of the document", rule="unreached", hint=hint, place=Place(other.as_posix(), 1, 1)
            )
    if config:
        facts = load_facts(layout.project, layout.license, problems, config, api) if layout.project else Facts()
        changelog = path.with_name("CHANGELOG.md")
        config = replace(config, project=replace(facts, changelog=changelog.read_text("utf-8") if changelog.is_file() else ""))
    return (document, config) if document is not None and config is not None else None


def modern(document: Document) -> dict[str, Any]:
    """The data of a document of someone else as the steps after `load` see it. It is changed in place."""
    return shaped(document)


def settings_of(layout: lock.Layout, api: str, path: Path) -> Path:
    """The client.yaml that counts for a document: the one beside it, else that of the API."""
    beside = path.with_name("client.yaml")
    return beside if beside.is_file() else layout.specs / api / "client.yaml"


def alike(name: str, known: Sequence[str]) -> str:
    """For a hint: the API that was meant, or all that there are."""
    near = get_close_matches(name.lower(), known, 1, 0.5)
    return f"did you mean {near[0]!r}?" if near else f"known: {', '.join(known) or 'none'}"


def _after(problems: Problems, result: T | None) -> T:
    """The result of a step that has found no error."""
    if result is None or problems.failed:
        raise _Stop
    return result


def _render(package: Package, templates: Sequence[Path], problems: Problems, kept: Kept | None) -> Files | None:
    from .render.templates import render

    try:
        return render(package, *templates, known=kept)
    except Exception as error:
        place = _in_template(error, templates)
        if place is None:
            raise
        problems.error(
            f"the template fails: {error}",
            rule="templates",
            hint="a template may use loops, conditions and includes; the names that it prints must be in the view model",
            place=place,
        )
        return None


def _in_template(error: Exception, templates: Sequence[Path]) -> Place | None:
    """The line of a template that an exception came from; None when it came from elsewhere."""
    import traceback

    line = getattr(error, "lineno", None)
    name = getattr(error, "filename", None)
    if isinstance(line, int) and isinstance(name, str):
        return Place(name, line, 1)
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if any(map(Path(frame.filename).is_relative_to, templates))]
    return Place(frames[-1].filename, frames[-1].lineno or 1, 1) if frames else None
