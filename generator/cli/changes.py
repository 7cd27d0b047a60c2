"""`clientgen diff`: what a change of an API does to users of its client.

Exit status: 0 nothing as bad as `--fail-on`, 1 something is, 2 used wrongly, or the states cannot be compared.
"""

from __future__ import annotations

import sys
import tempfile
from itertools import chain
from pathlib import Path
from typing import Annotated

import typer

from ..diff import report, states
from ..diff.changes import Verdict
from ..diff.compare import compare
from ..load.problems import Problems
from ..write import lock
from .commands import Apis, Json, app, chosen, layout_of
from .report import say

RANKS = {**{verdict.value: verdict.rank for verdict in Verdict}, "never": 3}


@app.command()
def diff(
    apis: Apis = None,
    old: Annotated[str, typer.Option("--from", metavar="REV", help="A revision of git, a folder or a document.")] = "HEAD",
    new: Annotated[str | None, typer.Option("--to", metavar="REV", help="The same; the working folder when not given.")] = None,
    fail_on: Annotated[str, typer.Option(help=f"The least that makes the exit status 1: {', '.join(RANKS)}.")] = "breaking",
    markdown: Annotated[bool, typer.Option("--markdown", help="Print Markdown, for a review or the summary of a job.")] = False,
    json: Json = False,
) -> None:
    """Show what changes of an API mean for users of its client: breaking, compatible, or documentation only."""
    layout = layout_of(None, None, None, None)
    if fail_on not in RANKS:
        raise typer.BadParameter(f"{fail_on!r} is none of {', '.join(RANKS)}", param_hint="--fail-on")
    made = [compared(layout, api, old, new) for api in chosen(layout, apis)]
    lines = chain.from_iterable((report.markdown if markdown else report.text)(item) for item in made)
    failed = any(item.verdict and item.verdict.rank >= RANKS[fail_on] for item in made)
    say(lines, {"ok": not failed, "reports": [item.as_dict() for item in made]}, json)
    raise typer.Exit(1 if failed else 0)


def compared(layout: lock.Layout, api: str, old: str, new: str | None) -> report.Report:
    """The report on two states of an API."""
    problems = Problems()
    with tempfile.TemporaryDirectory(prefix="clientgen-") as scratch:
        try:
            before = states.state_of(old, layout, api, Path(scratch, "old"))
            after = states.state_of(new, layout, api, Path(scratch, "new")) if new else states.now(layout, api)
        except states.NoState as error:
            raise typer.BadParameter(str(error)) from error
        models = [state.model(api, problems) for state in (before, after)]
        if models[0] is None or models[1] is None:
            for problem in problems.sorted():
                print(problem, file=sys.stderr)
            raise typer.BadParameter(f"{api} cannot be compared: see the errors above; `--from` and `--to` take other states")
        earlier, later = before.surface(api, models[0]), after.surface(api, models[1])
        return report.Report(api, before.label, after.label, earlier.version, compare(earlier, later))
