"""All steps in their order, for one API: read (load, lint, client.yaml), view, render, assemble (with sync twins), tidy.

Writing is left to the caller: `write.files.write`.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from difflib import get_close_matches
from functools import partial
from pathlib import Path, PurePosixPath
from typing import Any, TypeVar

import msgspec

from .config.client_yaml import ClientConfig, load_config
from .config.guides import FOLDER
from .config.project import Facts
from .config.project_facts import load_facts
from .load.document import Document, load
from .load.problems import Place, Problems
from .view.handwritten import Written, WrittenArgument, read_methods, read_settings
from .view.model.package import Package
from .view.model.written import WrittenModule
from .view.written_pages import public_modules
from .write import lock
from .write.assemble import assemble, finished
from .write.cache import contents
from .write.cache.again import Again
from .write.cache.kept import Kept, Stale
from .write.tidy import tidy

T = TypeVar("T")
Files = dict[PurePosixPath, str]
_Handwritten = tuple[dict[str, Written], tuple[WrittenModule, ...], tuple[WrittenArgument, ...]]


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


def make(
    layout: lock.Layout, api: str, problems: Problems, path: Path | None = None, kept: Kept | None = None, again: Again | None = None
) -> Made | None:
    """The files of one package in memory, without the lock; None after an error. `path`: as `model` takes it; `kept`, `again`: of an earlier run."""
    try:
        if kept is not None and again is not None:
            with suppress(Stale, LookupError):
                return _made_again(layout, api, problems, kept, again)
        modelled = _after(problems, model(layout, api, problems, path, again))
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


def _made_again(layout: lock.Layout, api: str, problems: Problems, kept: Kept, again: Again) -> Made:
    """What `make` gives, when nothing but texts of the document has changed since an earlier run.

    Raises:
        Stale: that is not so, or not known to be so.
    """
    from .view.operations.parts import Differs, Parts, checked
    from .view.package import build

    path, found = lock.spec_of(layout, api), Problems()
    changed = again.changed(path) if path else None
    config = _config(layout, api, path, found) if path else None
    if changed is None or config is None or changed.guides != _guides(config) or not {*found} <= {*changed.problems}:
        raise Stale
    found = Problems()
    try:
        earlier = checked(msgspec.json.decode(changed.parts, type=Parts), changed.units, changed.before, config)
        methods, modules, settings = msgspec.json.decode(changed.written, type=_Handwritten)
        package = build(changed.document, config, found, methods, modules, settings, earlier)
    except (Differs, msgspec.ValidationError):
        raise Stale from None
    kept.into(layout.output / config.distribution)
    made = _made(layout, api, found, Modelled(changed.document, config, package), kept)
    if len(found):
        raise Stale
    for problem in changed.problems:
        problems.add(problem)
    return made


def model(layout: lock.Layout, api: str, problems: Problems, path: Path | None = None, again: Again | None = None) -> Modelled | None:
    """The view model of one package; None after an error. `path` is a document that stands in for that of the API; `again` keeps it for later runs."""
    from .view.package import build

    try:
        document, config = _after(problems, read(layout, api, problems, path, again))
        written = _handwritten(layout, api)
        keep = partial(again.keep, document, problems, config.lint == "house", written, _guides(config)) if again else None
        return Modelled(document, config, _after(problems, build(document, config, problems, *written, keep=keep)))
    except _Stop:
        return None


def _handwritten(layout: lock.Layout, api: str) -> _Handwritten:
    """Hand-written methods and public modules of an API, and the settings of all clients."""
    folder = layout.handwritten / api
    return read_methods(folder), public_modules(folder), read_settings(layout.shared / "runtime")


def read(
    layout: lock.Layout, api: str, problems: Problems, path: Path | None = None, again: Again | None = None
) -> tuple[Document, ClientConfig] | None:
    """The linted document of an API and its client.yaml; None when one of them cannot be read.

    `path` is a document that stands in for that of the API; without a client.yaml beside it, that of the API counts. `again` is told what is read.
    """
    from .lint.check import lint

    own = lock.spec_of(layout, api)
    path = path or own
    if path is None:
        problems.error(f"there is no specs/{api}/openapi.yaml", rule="files", hint=alike(api, lock.apis(layout)))
        return None
    document = load(path, problems, again.note if again else None)
    config = _config(layout, api, path, problems)
    if document is not None:
        lint(document, problems, house=config is not None and config.lint == "house")
        for other in lock.unread(layout, api, document.sources) if path == own else ():
            hint = f"refer to what is in it from {path.as_posix()}, or remove it"
            problems.warning(
                "nothing of this file is part of the document", rule="unreached", hint=hint, place=Place(other.as_posix(), 1, 1)
            )
    return (document, config) if document is not None and config is not None else None


def _guides(config: ClientConfig) -> dict[str, str]:
    return {guide.path: contents.digest(guide.source) for guide in config.project.guides}


def _config(layout: lock.Layout, api: str, path: Path, problems: Problems) -> ClientConfig | None:
    """The client.yaml of an API, with what is known of its project."""
    config = load_config(settings_of(layout, api, path), problems, layout.handwritten / api)
    if config is None:
        return None
    facts = load_facts(layout.project, layout.license, problems, config, api) if layout.project else Facts()
    changelog = path.with_name("CHANGELOG.md")
    return replace(config, project=replace(facts, changelog=changelog.read_text("utf-8") if changelog.is_file() else ""))


def modern(document: Document) -> dict[str, Any]:
    """The data of a document of someone else as the steps after `load` see it. It is changed in place."""
    from .lint.check import shaped

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
