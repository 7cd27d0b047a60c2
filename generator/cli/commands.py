"""The commands of `clientgen`: arguments in, outcomes to `report`."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import IO, Annotated, Any

import typer

from .. import __version__
from ..config.project import NotAProject
from ..load.problems import Problem
from ..pipeline import alike
from ..write import lock
from ..write.freshness import find_layout
from . import outcomes
from .github import annotate
from .report import progress, show, waiting

app = typer.Typer(no_args_is_help=True, help="Turn OpenAPI documents into Python client packages.", rich_markup_mode=None)


def known(incomplete: str) -> list[str]:
    """The APIs that begin so, for the completion of a shell."""
    try:
        layout = find_layout({})
    except NotAProject:
        return []
    return [api for api in lock.apis(layout) if api.startswith(incomplete)] if layout else []


Apis = Annotated[
    list[str] | None,
    typer.Argument(metavar="[API]...", help="The APIs: names of folders in specs/. By default all.", autocompletion=known),
]
Check = Annotated[bool, typer.Option("--check", help="Write nothing; say what would change.")]
GitHub = Annotated[bool, typer.Option("--github", help="For GitHub Actions: annotations at lines, and a summary of the job.")]
Json = Annotated[bool, typer.Option("--json", help="Print the outcome as JSON.")]
Specs = Annotated[Path | None, typer.Option(help="The folder with one folder per API.")]
Templates = Annotated[Path | None, typer.Option(help="The folder with the templates.")]
Handwritten = Annotated[Path | None, typer.Option(help="The folder with runtime, testing and the code of single APIs.")]
Output = Annotated[Path | None, typer.Option(help="The folder that packages are generated into.")]


class Refused(typer.BadParameter):
    """A command cannot do what it was asked to, because of problems in files. They are printed first."""

    def __init__(self, message: str, problems: Sequence[Problem]) -> None:
        super().__init__(message)
        self.problems = problems

    def show(self, file: IO[Any] | None = None) -> None:
        """Print the problems and the message, for people."""
        for problem in self.problems:
            print(problem, file=file or sys.stderr)
        super().show(file)


def _version(wanted: bool) -> None:
    if wanted:
        print(f"clientgen {__version__}")
        raise typer.Exit


@app.callback()
def options(
    version: Annotated[bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version, and exit.")] = False,
) -> None:
    """Turn OpenAPI documents into Python client packages."""


@app.command()
def generate(
    apis: Apis = None,
    check: Check = False,
    json: Json = False,
    github: GitHub = False,
    specs: Specs = None,
    templates: Templates = None,
    handwritten: Handwritten = None,
    output: Output = None,
) -> None:
    """Generate packages. Packages that are up to date are not changed."""
    _generate(layout_of(specs, templates, handwritten, output), apis, check, json, github)


@app.command()
def check(
    apis: Apis = None,
    json: Json = False,
    github: GitHub = False,
    specs: Specs = None,
    templates: Templates = None,
    handwritten: Handwritten = None,
    output: Output = None,
) -> None:
    """Fail, and show the differences, if generated packages are not what documents, templates and hand-written code give."""
    _generate(layout_of(specs, templates, handwritten, output), apis, True, json, github)


@app.command()
def lint(
    apis: Apis = None,
    json: Json = False,
    github: GitHub = False,
    specs: Specs = None,
    templates: Templates = None,
    handwritten: Handwritten = None,
    output: Output = None,
) -> None:
    """Check documents; nothing is generated."""
    _not_both(github, json)
    layout = layout_of(specs, templates, handwritten, output)
    _show(outcomes.lint(layout, chosen(layout, apis)), [], json, github)


def _generate(layout: lock.Layout, apis: Sequence[str] | None, check: bool, json: bool, github: bool) -> None:
    _not_both(github, json)
    made = outcomes.generate(layout, chosen(layout, apis), check, waiting, progress, details=check or json or github)
    _show(made, [] if apis else outcomes.orphan_problems(layout), json, github)


def _not_both(github: bool, json: bool) -> None:
    if github and json:
        raise typer.BadParameter("--github and --json exclude each other")


def _show(made: Sequence[outcomes.Outcome], problems: Sequence[Problem], json: bool, github: bool) -> None:
    raise typer.Exit(show(made, problems, json, annotate(made, problems) if github else ()))


def layout_of(specs: Path | None, templates: Path | None, handwritten: Path | None, output: Path | None) -> lock.Layout:
    given = {"specs": specs, "templates": templates, "handwritten": handwritten, "output": output}
    try:
        layout = find_layout({name: str(path) for name, path in given.items() if path is not None})
    except NotAProject as error:
        raise Refused("the settings of the project cannot be read: see the errors above", error.problems) from error
    if layout is None:
        raise typer.BadParameter(
            "there is no project here or above: run `clientgen init`, or give --specs, --templates, --handwritten and --output"
        )
    return layout


def chosen(layout: lock.Layout, apis: Sequence[str] | None) -> list[str]:
    found = lock.apis(layout)
    unknown = [api for api in apis or () if api not in found]
    if unknown:
        raise typer.BadParameter(f"no specs/{unknown[0]}/openapi.yaml; {alike(unknown[0], found)}")
    if not found:
        raise typer.BadParameter(f"no API below {layout.specs}: each has a folder with an openapi.yaml")
    return sorted(set(apis)) if apis else found
