"""The commands about a project as a whole: `init`, `templates`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from ...config import project
from ...load.problems import Problems
from ...pipeline import alike
from ...write.freshness import find_layout
from ..commands import Json, app, layout_of
from ..outcomes import generate
from ..report import say, show, waiting
from .new import NotNew, add, check_name
from .start import make_project
from .templates import copy_template, templates


@app.command()
def init(
    folder: Annotated[Path, typer.Argument(help="The folder; it is made if it does not exist.")] = Path(),
    json: Json = False,
) -> None:
    """Make a folder a project: write clientgen.yaml, specs/, .gitignore and .gitattributes."""
    if (file := project.file_in(folder)) is not None:
        raise typer.BadParameter(f"{folder.as_posix()} is a project already: {file.as_posix()}")
    try:
        written = make_project(folder)
    except OSError as error:
        raise typer.BadParameter(f"the project cannot be written: {error}") from error
    lines = [f"{path.as_posix()}: written" for path in written]
    next_step = "next: clientgen new NAME --from DOCUMENT"
    say([*lines, next_step], {"ok": True, "written": [path.as_posix() for path in written]}, json)


@app.command()
def new(
    name: Annotated[str, typer.Argument(help="The name of the API in this project: small letters, digits, underscores.")],
    document: Annotated[str, typer.Option("--from", metavar="DOCUMENT", help="Its OpenAPI document, a YAML or JSON file.")],
    json: Json = False,
) -> None:
    """Add an API: copy its document, write its client.yaml, lint, generate, and list what was guessed."""
    source = Path(document)
    if not source.is_file():
        why = "is an address: download it first" if "://" in document else "is not a file"
        raise typer.BadParameter(f"{document} {why}", param_hint="--from")
    made: list[Path] = []
    if find_layout({}) is None:
        made = make_project(Path())
    layout, problems = layout_of(None, None, None, None), Problems()
    try:
        check_name(name, layout)
        added = add(name, source, layout, problems)
    except (NotNew, OSError, UnicodeDecodeError) as error:
        raise typer.BadParameter(str(error)) from error
    outcomes = generate(layout, [name], False, waiting, details=False) if added else []
    written = [path.as_posix() for path in (*made, *(added.written if added else ()))]
    notes = list(added.notes) if added else []
    guessed = ["guessed values in client.yaml, to be reviewed:", *(f"  {note}" for note in notes)] if notes else []
    more = {"written": written, "guessed": notes}
    raise typer.Exit(show(outcomes, problems.sorted(), json, [*(f"{path}: written" for path in written), *guessed], more))


def _known(incomplete: str) -> list[str]:
    """Templates, for the completion of a shell."""
    try:
        layout = find_layout({})
    except project.NotAProject:
        return []
    found = templates(layout.templates, project.SHIPPED / "templates") if layout else []
    return [template.name for template in found if template.name.startswith(incomplete)]


@app.command(name="templates")
def show_templates(
    names: Annotated[
        list[str] | None, typer.Argument(metavar="[NAME]...", help="Paths of templates. By default all.", autocompletion=_known)
    ] = None,
    diff: Annotated[bool, typer.Option("--diff", help="Show how the project's templates differ from those that they replace.")] = False,
    copy: Annotated[bool, typer.Option("--copy", help="Copy the named templates into the project, to be edited there.")] = False,
    json: Json = False,
) -> None:
    """List the templates. A template of the project replaces the one of clientgen with the same path."""
    if diff and copy:
        raise typer.BadParameter("--diff and --copy exclude each other")
    layout = layout_of(None, None, None, None)
    shipped = project.SHIPPED / "templates"
    found = templates(layout.templates, shipped)
    known = [template.name for template in found]
    for name in names or ():
        if name not in known:
            raise typer.BadParameter(f"there is no template {name!r}; {alike(name, known)}")
    chosen = [template for template in found if not names or template.name in names]
    if copy:
        if not names:
            raise typer.BadParameter("--copy needs the names of templates")
        try:
            copied = [copy_template(template.name, layout.templates, shipped).as_posix() for template in chosen]
        except OSError as error:
            raise typer.BadParameter(str(error)) from error
        say([f"{path}: written" for path in copied], {"ok": True, "written": copied}, json)
        return
    if diff:
        chosen = [template for template in chosen if template.kind == "own"]
    lines = [
        line
        for template in chosen
        for line in ((template.diff or f"{template.name}: no difference").splitlines() if diff else [_line(template.name, template.kind)])
    ]
    data = {"ok": True, "templates": [{"name": template.name, "kind": template.kind, "diff": template.diff} for template in chosen]}
    say(lines or ["no template of the project replaces one of clientgen"], data, json)


def _line(name: str, kind: str) -> str:
    return name if kind == "shipped" else f"{name} ({'replaced' if kind == 'own' else 'added'} by the project)"
