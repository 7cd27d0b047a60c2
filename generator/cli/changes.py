"""`clientgen diff`: what a change of an API means for users of its client. `clientgen release`: the version that follows from it, and the
changelog.

Exit status of `diff`: 0 no change has the verdict of `--fail-on` or a worse one, 1 at least one has, 2 used wrongly, or the states cannot
be compared.
"""

from __future__ import annotations

import re
import tempfile
from collections.abc import Generator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Annotated

import typer

from ..config.checks import VERSION
from ..diff import release, report, states
from ..diff.beside.notes import with_packages
from ..diff.verdicts.changes import Verdict
from ..diff.verdicts.compare import compare
from ..load.problems import Problem, Problems
from ..pipeline import model, settings_of
from ..write import lock
from ..write.freshness import root_of_project
from . import outcomes
from .commands import Apis, GitHub, Json, Refused, app, chosen, known, layout_of
from .github import annotate_changes
from .project import temporary
from .report import each, say, show, waiting

RANKS = {**{verdict.value: verdict.rank for verdict in Verdict}, "never": 3}
RELEASE = "release"
"""The name of the last release, for `--from`."""


def _ranks(incomplete: str) -> list[str]:
    """For the completion of a shell."""
    return [rank for rank in RANKS if rank.startswith(incomplete)]


@app.command()
def diff(
    apis: Apis = None,
    old: Annotated[
        str, typer.Option("--from", metavar="REV", help="A revision of git, a folder, a document, or `release`: the last release.")
    ] = "HEAD",
    new: Annotated[str | None, typer.Option("--to", metavar="REV", help="The same; by default the working folder.")] = None,
    fail_on: Annotated[
        str,
        typer.Option(help=f"Exit with status 1 if a change has this verdict or a worse one: {', '.join(RANKS)}.", autocompletion=_ranks),
    ] = "breaking",
    documents_only: Annotated[
        bool, typer.Option("--documents-only", help="Compare documents only, without the packages and the examples in their documentation.")
    ] = False,
    markdown: Annotated[bool, typer.Option("--markdown", help="Print Markdown, for a review or the summary of a job.")] = False,
    github: GitHub = False,
    json: Json = False,
) -> None:
    """Show what the changes of an API mean for users of its client: breaking, compatible, or documentation only."""
    if fail_on not in RANKS:
        raise typer.BadParameter(f"{fail_on!r} is none of {', '.join(RANKS)}", param_hint="--fail-on")
    with _where(apis, old, new) as (layouts, names):
        made = each(partial(compared, *layouts, old=old, new=new, documents_only=documents_only, named=bool(apis)), names)
    lines = chain.from_iterable((report.markdown if markdown else report.text)(item) for item in made)
    if github:
        lines = chain(lines, annotate_changes(made, RANKS[fail_on]))
    failed = any(item.verdict and item.verdict.rank >= RANKS[fail_on] for item in made)
    say(lines, {"ok": not failed, "reports": [item.as_dict() for item in made]}, json)
    raise typer.Exit(1 if failed else 0)


@contextmanager
def _where(apis: Sequence[str] | None, old: str, new: str | None) -> Generator[tuple[tuple[lock.Layout, lock.Layout], list[str]]]:
    """The folders of both states, and the APIs to compare. Two documents are compared as such, unless one API is named or the only one."""
    two = not apis and new and Path(old).is_file() and Path(new).is_file()
    layout = None if two and root_of_project() is None else layout_of(None, None, None, None)
    if two and new and (layout is None or len(lock.apis(layout)) != 1):
        problems = Problems()
        with temporary.settings_for(Path(old), Path(new), problems) as layouts:
            if problems.failed:
                raise _not_readable(temporary.NAME, problems)
            yield layouts, [temporary.NAME]
    elif layout is not None:
        names = chosen(layout, apis)
        yield (layout, layout), names if apis else sorted({*names, *(states.apis_of(old, layout) if old != RELEASE else ())})


@app.command(name="release")
def release_command(
    api: Annotated[str, typer.Argument(help="The API to release.", autocompletion=known)],
    version: Annotated[
        str | None, typer.Option("--to", metavar="VERSION", help="The version, if it is to be higher than the changes require.")
    ] = None,
    date: Annotated[datetime | None, typer.Option(formats=["%Y-%m-%d"], help="The date of the release; by default today.")] = None,
    json: Json = False,
) -> None:
    """Release an API: set version and date from the changes since the last release, write the changelog, and generate."""
    layout = layout_of(None, None, None, None)
    chosen(layout, [api])
    problems = Problems()
    modelled = model(layout, api, problems)
    if modelled is None:
        raise typer.Exit(show([outcomes.Outcome(api, "failed", problems=tuple(problems.sorted()))], [], json))
    try:
        surface, found = release.since(layout, api, modelled)
    except release.NotReadable as error:
        raise typer.BadParameter(str(error)) from error
    settings = settings_of(layout, api, modelled.document.path)
    written = modelled.config.version
    if found is not None and not found.changes and version is None:
        say([f"{api}: nothing has changed since {found.version}"], {"ok": True, "version": found.version, "written": []}, json)
        return
    enough = found is None or not release.lacking(found, written)
    if version is not None and not VERSION.match(version):
        raise typer.BadParameter(f"{version!r} is not a version such as 0.2.0", param_hint="--to")
    new = version or (written if enough else found.next_version if found else written)
    if found is not None and (lacking := release.lacking(found, new)):
        raise typer.BadParameter(lacking, param_hint="--to")
    day = date.date().isoformat() if date else datetime.now(UTC).date().isoformat()
    try:
        versioned = release.with_version(_text(settings), new, day)
    except release.NotReadable as error:
        raise typer.BadParameter(f"{settings.as_posix()}: {error}") from error
    texts = {
        settings: versioned,
        settings.with_name("CHANGELOG.md"): release.with_entry(_text(settings.with_name("CHANGELOG.md")), found, new, day),
        release.record(layout, api): replace(surface, version=new).dumps(),
    }
    for path, text in texts.items():
        ends = "\r\n" if path.is_file() and b"\r\n" in path.read_bytes() else "\n"  # as the file has them
        path.write_text(text, "utf-8", newline=ends)
    made = outcomes.generate(layout, [api], False, waiting)
    names = [path.as_posix() for path in texts]
    before = [f"{api}: {f'{found.version} → ' if found else ''}{new}", *(f"{name}: written" for name in names)]
    raise typer.Exit(show(made, [], json, before, {"version": new, "written": names}))


def _text(path: Path) -> str:
    return path.read_text("utf-8") if path.is_file() else ""


def compared(
    layout: lock.Layout, new_layout: lock.Layout, api: str, old: str, new: str | None, documents_only: bool, named: bool
) -> report.Report:
    """The report on two states of an API, each with its folders. One that nobody has named may be new."""
    problems = Problems()
    with tempfile.TemporaryDirectory(prefix="clientgen-") as scratch:
        try:
            if old == RELEASE:
                return _since_release(layout, api, problems)
            before = states.state_of(old, layout, api, Path(scratch, "old"))
        except (states.NoState, release.NotReadable) as error:
            if isinstance(error, states.NotThere) and not named:
                return report.Report(api, old, new or "now", "", [], [f"nothing to compare: {error}"])
            raise typer.BadParameter(str(error)) from error
        try:
            after = states.state_of(new, new_layout, api, Path(scratch, "new")) if new is not None else states.now(layout, api)
        except states.NoState as error:
            if isinstance(error, states.NotThere) and not named:
                return report.gone(api, before.label, new or "now", before.place, str(error))
            raise typer.BadParameter(str(error)) from error
        models = [state.model(api, problems) for state in (before, after)]
        if models[0] is None or models[1] is None:
            raise _not_readable(api, problems, Path(scratch))
        earlier, later = before.surface(api, models[0]), after.surface(api, models[1])
        found = report.Report(api, before.label, after.label, earlier.version, compare(earlier, later))
        if documents_only:
            return found
        names = models[0].config.package, models[1].config.package
        try:
            return with_packages(found, (before, after), names, Path(scratch, "packages"))
        except states.NoState as error:
            raise typer.BadParameter(f"{error}\n`--documents-only` does without packages") from error


def _since_release(layout: lock.Layout, api: str, problems: Problems) -> report.Report:
    modelled = model(layout, api, problems)
    if modelled is None:
        raise _not_readable(api, problems)
    found = release.since(layout, api, modelled)[1]
    if found is None:
        raise states.NotThere(f"{api} has not been released yet: there is no {release.record(layout, api).as_posix()}")
    return replace(found, notes=["compared with the record of the release, which has neither packages nor examples"])


def _not_readable(api: str, problems: Problems, scratch: Path | None = None) -> Refused:
    """Of an unpacked revision, problems do not name the folder that it was unpacked into."""
    found = [_without(problem, scratch) if scratch else problem for problem in problems.sorted()]
    return Refused(f"{api} cannot be compared: see the errors above; `--from` and `--to` take other states", found)


def _without(problem: Problem, scratch: Path) -> Problem:
    unpacked = re.compile(rf"{re.escape(scratch.as_posix())}/(old|new)/sources/")
    place = problem.place and replace(problem.place, file=unpacked.sub("", problem.place.file))
    return replace(problem, message=unpacked.sub("", problem.message), hint=unpacked.sub("", problem.hint), place=place)
