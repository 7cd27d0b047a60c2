"""The outcome for each API: generated, unchanged, drifted or failed. Several APIs are processed at a time, each in a process of its own."""

from __future__ import annotations

import importlib
import os
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Final, Literal

from ..load.problems import Level, Place, Problem, Problems
from ..pipeline import Files, Made, make, read
from ..write import lock
from ..write.alone import alone
from ..write.cache.again import Again
from ..write.cache.kept import Kept
from ..write.files import Change, PartlyWritten, UnsafePath, write
from ..write.freshness import orphans, root_of_project, up_to_date
from ..write.trace import SpecIndex

if TYPE_CHECKING:
    from concurrent.futures import Future, ProcessPoolExecutor

Status = Literal["unchanged", "written", "drift", "failed", "checked"]

Progress = Callable[[int, int], None]

_LOOK: Final = "check that path and its permissions; no generated file is written through a symbolic link"


@dataclass(frozen=True)
class Outcome:
    """What became of one API."""

    api: str
    status: Status
    folder: Path | None = None
    changes: tuple[Change, ...] = ()
    """What was written, or would be; of a run that failed, what was written before it did."""
    lines: dict[PurePosixPath, Place] = field(default_factory=dict[PurePosixPath, Place])
    """The spec line behind a change, where one could be found."""
    inputs: tuple[str, ...] = ()
    """What went in and has changed since the package was generated."""
    problems: tuple[Problem, ...] = ()


def generate(
    layout: lock.Layout,
    apis: Sequence[str],
    check: bool,
    waiting: Callable[[], None],
    progress: Progress | None = None,
    details: bool = True,
) -> list[Outcome]:
    """Generate the packages of some APIs, or only say what would change. What is up to date is left alone.

    Runs of one project follow each other: `waiting` is called when another one is on its way. `progress` is told how many packages are done, of
    how many. Without `details`, changes have neither a diff nor a line of the spec: they cost as much as a tenth of a run.
    """
    output = layout.output
    try:
        if output.is_symlink():
            raise UnsafePath(f"{output} is a symbolic link: remove it, generated files are never written through one")
        if not output.is_dir():
            if check:
                return _generate_stale(layout, apis, check, progress, details)
            output.mkdir(parents=True)
        with alone(output, waiting):
            return _generate_stale(layout, apis, check, progress, details)
    except (UnsafePath, OSError) as error:
        problems = Problems()
        problems.error(f"nothing can be generated: {error}", rule="output", hint=_LOOK)
        return [Outcome(api, "failed", problems=tuple(problems)) for api in apis]


def _generate_stale(layout: lock.Layout, apis: Sequence[str], check: bool, progress: Progress | None, details: bool) -> list[Outcome]:
    stale = [api for api in apis if not up_to_date(layout, api, check)]
    outcomes = [Outcome(api, "unchanged") for api in apis if api not in stale]
    return sorted(
        outcomes + _map(partial(_generate, layout, check=check, details=details), stale, progress), key=lambda outcome: outcome.api
    )


def lint(layout: lock.Layout, apis: Sequence[str]) -> list[Outcome]:
    """Load and lint some APIs; nothing is generated."""
    return _map(partial(_lint, layout), apis)


def orphan_problems(layout: lock.Layout) -> list[Problem]:
    """Generated packages whose document is gone."""
    hint = "delete the folder of the package, or restore its document"
    return [
        Problem(
            Level.ERROR,
            f"this package has no document: specs/{api} does not exist any more",
            "output",
            hint,
            place=Place(folder.as_posix()),
        )
        for folder, api in orphans(layout, lock.apis(layout))
    ]


def _map(work: Callable[[str], Outcome], apis: Sequence[str], progress: Progress | None = None) -> list[Outcome]:
    workers = min(len(apis), os.cpu_count() or 1)
    if workers < 2:
        return [work(api) for api in apis]
    import multiprocessing
    import signal
    from concurrent.futures import ProcessPoolExecutor, as_completed

    if "fork" not in multiprocessing.get_all_start_methods():
        return [work(api) for api in apis]
    _warm()
    alive, parent = os.pipe()
    try:
        context = multiprocessing.get_context("fork")
        with ProcessPoolExecutor(workers, mp_context=context, initializer=_end_with_parent, initargs=(alive, parent)) as pool:
            try:
                # Ctrl-C reaches all processes; this one decides. Python loses it while it parts from a worker, so it waits until all have been made.
                signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
                futures = [_submitted(pool, work, api) for api in apis]
                signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
                if progress:
                    progress(0, len(futures))
                    for done, _ in enumerate(as_completed(futures), 1):
                        progress(done, len(futures))
                return [_outcome(api, future) for api, future in zip(apis, futures, strict=True)]
            except KeyboardInterrupt:
                pool.shutdown(wait=False, cancel_futures=True)
                os.close(parent)  # the workers end
                parent = -1
                raise
    finally:
        os.close(alive)
        if parent >= 0:
            os.close(parent)


def _submitted(pool: ProcessPoolExecutor, work: Callable[[str], Outcome], api: str) -> Future[Outcome]:
    from concurrent.futures import Future
    from concurrent.futures.process import BrokenProcessPool

    try:
        return pool.submit(work, api)
    except BrokenProcessPool as error:
        future = Future[Outcome]()
        future.set_exception(error)
        return future


def _outcome(api: str, future: Future[Outcome]) -> Outcome:
    from concurrent.futures.process import BrokenProcessPool

    try:
        return future.result()
    except BrokenProcessPool:
        problems = Problems()
        problems.error(
            "the process that generated this package was killed",
            rule="output",
            hint=f"perhaps memory ran out; run it alone: clientgen generate {api}",
        )
        return Outcome(api, "failed", problems=tuple(problems))


def _end_with_parent(alive: int, parent: int) -> None:
    """Ends this worker as soon as the process that holds the other end of the pipe is gone, however it went.

    Until then the worker has a share in the lock of `alone`, so that the next run starts to write after it.
    """

    def wait() -> None:
        os.read(alive, 1)  # nothing is ever written: this returns when the last writing end is closed
        os._exit(1)

    os.close(parent)
    threading.Thread(target=wait, daemon=True).start()


def _warm() -> None:
    """Imports what is heavy before the processes part, so that it is imported once."""
    for name in ("lint.check", "view.package", "render.templates"):
        importlib.import_module(f"generator.{name}")


def _lint(layout: lock.Layout, api: str) -> Outcome:
    problems = Problems()
    read(layout, api, problems)
    return Outcome(api, "failed" if problems.failed else "checked", problems=tuple(problems.sorted()))


def _generate(layout: lock.Layout, api: str, check: bool, details: bool) -> Outcome:
    problems = Problems()
    reasons: tuple[str, ...] = ()
    folder = layout.output
    try:
        found = lock.find(layout.output, api)
        inputs = lock.inputs(layout, api, found[1] if found else None)
        reasons = tuple(lock.changed_inputs(found[1], inputs, lock.tools())) if found else ()
        root = None if check else root_of_project()
        has_released = (layout.specs / api / lock.RELEASED).is_file()
        again = Again(layout, root, api, inputs) if root and not details and not has_released else None
        made = make(layout, api, problems, kept=Kept(layout, root, api, inputs) if root else None, again=again)
        if made is None or problems.failed:
            return Outcome(api, "failed", inputs=reasons, problems=tuple(problems.sorted()))
        folder = layout.output / made.config.distribution
        _refuse_foreign(folder, found[0] if found else None, api, made.files, problems)
        inputs = lock.with_guides(inputs, {guide.path: guide.source for guide in made.config.project.guides})
        lacking = "" if problems.failed else _lacking(layout, api, made, check, problems)
        if problems.failed and not lacking:
            return Outcome(api, "failed", folder, inputs=reasons, problems=tuple(problems.sorted()))
        manifest = PurePosixPath(lock.NAME)
        made.files[manifest] = lock.make(api, inputs, made.files, lacking).dumps()
        changes = write(made.files, folder, check, (manifest, lock.unfinished(api).dumps()), details).changes
    except PartlyWritten as partly:
        problems.error(f"{folder} cannot be written: {partly.__cause__}", rule="output", hint=_LOOK)
        return Outcome(api, "failed", folder, partly.done, inputs=reasons, problems=tuple(problems.sorted()))
    except (UnsafePath, OSError) as error:
        why = f"{error.filename}: {error.strerror}" if isinstance(error, OSError) and error.filename else str(error)
        problems.error(f"{api} cannot be generated: {why}", rule="output", hint=_LOOK)
        return Outcome(api, "failed", folder, inputs=reasons, problems=tuple(problems.sorted()))
    status: Status = "failed" if problems.failed and not changes else "unchanged" if not changes else "drift" if check else "written"
    lines = _lines(made, changes) if details else {}
    return Outcome(api, status, folder, changes, lines, reasons, tuple(problems.sorted()))


def _lacking(layout: lock.Layout, api: str, made: Made, check: bool, problems: Problems) -> str:
    """What is wrong with the version after the changes since the last release. With `check`, that is a problem."""
    if not (layout.specs / api / lock.RELEASED).is_file():
        return ""
    from ..diff import release

    try:
        report = release.since(layout, api, made)[1]
    except release.NotReadable as error:
        problems.error(str(error), rule="version")
        return ""
    lacking = release.lacking(report, made.config.version) if report else ""
    if lacking and check:
        hint = f"`clientgen release {api}` writes version and changelog; `clientgen diff {api} --from release` shows all changes"
        problems.error(lacking, rule="version", hint=hint, place=release.version_place(layout, api))
    return lacking


def _refuse_foreign(folder: Path, known: Path | None, api: str, files: Files, problems: Problems) -> None:
    """Only what we generated is ever deleted."""
    if known is not None and known != folder:
        hint = f"delete {known.as_posix()}: the package of {api} now goes to {folder.as_posix()}"
        problems.error(f"the package of {api} was generated into {known.as_posix()}", rule="output", hint=hint)
    elif lock.read(folder / lock.NAME) is None and folder.is_dir():
        changes = write(files, folder, check=True).changes
        extra = [str(change.path) for change in changes if change.status == "extra" and str(change.path) != lock.NAME]
        if extra:
            message = f"{folder.as_posix()} has no {lock.NAME} and holds files that would be deleted: {', '.join(extra[:5])}"
            problems.error(message, rule="output", hint="remove these files, if you do not need them")
    other = lock.read(folder / lock.NAME)
    if other is not None and other.api != api:
        problems.error(
            f"{folder.as_posix()} is the package of {other.api}",
            rule="output",
            hint="give each API a distribution of its own in client.yaml",
        )


def _lines(made: Made, changes: Sequence[Change]) -> dict[PurePosixPath, Place]:
    if not changes:
        return {}
    index = SpecIndex(made.document)
    found = {change.path: index.behind(change.diff, made.files.get(change.path, "")) for change in changes if change.status != "extra"}
    return {path: place for path, place in found.items() if place is not None and path.suffix in (".py", ".md")}
