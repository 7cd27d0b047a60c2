"""All steps in their order, for one API or many: load → lint → parse → build → render → assemble (twin) → tidy → write.

Reads as a table of contents; every decision is in a step. This module must never print.
"""

from __future__ import annotations

import importlib
import multiprocessing
import os
import traceback
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path, PurePosixPath
from typing import Literal

from . import lock
from .assemble import assemble
from .config import ClientConfig, load_config
from .handwritten import Written, read_methods
from .lint import lint
from .load import Document, load
from .problems import Place, Problem, Problems
from .tidy import tidy
from .trace import SpecIndex
from .write import Change, UnsafePath, write

Files = dict[PurePosixPath, str]
Status = Literal["unchanged", "written", "drift", "failed", "checked"]


@dataclass(frozen=True)
class Outcome:
    """What became of one API."""

    api: str
    status: Status
    folder: Path | None = None
    changes: tuple[Change, ...] = ()
    lines: dict[PurePosixPath, Place] = field(default_factory=dict[PurePosixPath, Place])
    """The spec line behind a change, where one could be found."""
    inputs: tuple[str, ...] = ()
    """What went in and has changed since the package was generated."""
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True)
class Made:
    """A package in memory."""

    document: Document
    config: ClientConfig
    files: Files


def run(layout: lock.Layout, apis: Sequence[str], check: bool = False) -> list[Outcome]:
    """Generate the packages of some APIs, or only say what would change; several at a time when there are several."""
    return _map(partial(_one, layout, check=check), apis)


def run_lint(layout: lock.Layout, apis: Sequence[str]) -> list[Outcome]:
    """Load and lint some APIs; nothing is generated."""
    return _map(partial(_lint, layout), apis)


def _map(work: Callable[[str], Outcome], apis: Sequence[str]) -> list[Outcome]:
    workers = min(len(apis), os.cpu_count() or 1)
    if workers < 2 or "fork" not in multiprocessing.get_all_start_methods():
        return [work(api) for api in apis]
    _warm()
    with ProcessPoolExecutor(workers, mp_context=multiprocessing.get_context("fork")) as pool:
        return list(pool.map(work, apis))


def _warm() -> None:
    """Imports what is heavy before the processes part, so that it is imported once."""
    for name in ("build", "parse", "render"):
        importlib.import_module(f".{name}", __package__)


def _lint(layout: lock.Layout, api: str) -> Outcome:
    problems = Problems()
    _read(layout, api, problems)
    return Outcome(api, "failed" if problems.failed else "checked", problems=tuple(problems.sorted()))


def _one(layout: lock.Layout, api: str, check: bool) -> Outcome:
    inputs = lock.inputs(layout, api)
    found = lock.find(layout.output, api)
    reasons = tuple(lock.changed_inputs(found[1], inputs, lock.tools())) if found else ()
    problems = Problems()
    made = make(layout, api, problems)
    if made is None or problems.failed:
        return Outcome(api, "failed", inputs=reasons, problems=tuple(problems.sorted()))
    folder = layout.output / made.config.distribution
    _refuse_foreign(folder, found[0] if found else None, api, made.files, problems)
    made.files[PurePosixPath(lock.NAME)] = lock.make(api, inputs, made.files).dumps()
    if problems.failed:
        return Outcome(api, "failed", folder, inputs=reasons, problems=tuple(problems.sorted()))
    try:
        changes = write(made.files, folder, check).changes
    except (UnsafePath, OSError) as error:
        problems.error(f"{folder} cannot be written: {error}", hint="look at the folder; no generated file is written through a link")
        return Outcome(api, "failed", folder, inputs=reasons, problems=tuple(problems.sorted()))
    status: Status = "unchanged" if not changes else "drift" if check else "written"
    return Outcome(api, status, folder, changes, _lines(made, changes), reasons, tuple(problems.sorted()))


def make(layout: lock.Layout, api: str, problems: Problems) -> Made | None:
    """The files of one package in memory, without the lock; None (or less than all) after an error."""
    read = _read(layout, api, problems)
    if read is None or problems.failed:
        return None
    document, config = read
    rendered = _render(document, config, layout.templates, read_methods(layout.handwritten / api), problems)
    if rendered is None or problems.failed:
        return None
    files, origins = assemble(rendered, config.package, layout.handwritten, api, document.data, problems)
    if problems.failed:
        return None
    return Made(document, config, tidy(files, problems, origins))


def _read(layout: lock.Layout, api: str, problems: Problems) -> tuple[Document, ClientConfig] | None:
    path = lock.spec_of(layout, api)
    if path is None:
        problems.error(f"there is no specs/{api}/openapi.yaml", hint=f"known: {', '.join(lock.apis(layout)) or 'none'}")
        return None
    document = load(path, problems)
    if document is not None:
        lint(document, problems)
    config = load_config(path.with_name("client.yaml"), problems, layout.handwritten / api)
    return (document, config) if document is not None and config is not None else None


def _render(document: Document, config: ClientConfig, templates: Path, written: Mapping[str, Written], problems: Problems) -> Files | None:
    from .build import build
    from .parse import parse
    from .render import render

    parsed = parse(document, problems)
    if problems.failed:
        return None
    package = build(document, parsed, config, problems, written)
    if problems.failed:
        return None
    try:
        return render(package, templates)
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


def _in_template(error: Exception, templates: Path) -> Place | None:
    """The line of a template that an exception came from; None when it came from elsewhere."""
    line = getattr(error, "lineno", None)
    name = getattr(error, "filename", None)
    if isinstance(line, int) and isinstance(name, str):
        return Place(name, line, 1)
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if Path(frame.filename).is_relative_to(templates)]
    return Place(frames[-1].filename, frames[-1].lineno or 1, 1) if frames else None


def _refuse_foreign(folder: Path, known: Path | None, api: str, files: Files, problems: Problems) -> None:
    """Only what we generated is ever deleted."""
    if known is not None and known != folder:
        hint = f"delete {known.as_posix()}: the package of {api} now goes to {folder.as_posix()}"
        problems.error(f"the package of {api} was generated into {known.as_posix()}", hint=hint)
    elif lock.read(folder / lock.NAME) is None and folder.is_dir():
        changes = write(files, folder, check=True).changes
        extra = [str(change.path) for change in changes if change.status == "extra" and str(change.path) != lock.NAME]
        if extra:
            message = f"{folder.as_posix()} has no {lock.NAME} and holds files that would be deleted: {', '.join(extra[:5])}"
            problems.error(message, hint="remove them, if nothing in them is yours")
    other = lock.read(folder / lock.NAME)
    if other is not None and other.api != api:
        problems.error(f"{folder.as_posix()} is the package of {other.api}", hint="give each API a distribution of its own in client.yaml")


def _lines(made: Made, changes: Sequence[Change]) -> dict[PurePosixPath, Place]:
    if not changes:
        return {}
    index = SpecIndex(made.document)
    found = {change.path: index.behind(change.diff, made.files.get(change.path, "")) for change in changes if change.status != "extra"}
    return {path: place for path, place in found.items() if place is not None and path.suffix in (".py", ".md")}
