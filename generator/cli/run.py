"""All commands together."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

import typer

from ..load.problems import Level, Problem
from . import build, changes, commands, docs, watch
from .project import commands as project_commands
from .report import show, wants_json

_MODULES = (build, changes, commands, docs, project_commands, watch)
"""Importing them has put their commands on `commands.app`."""


_WRONG: Final = typer.BadParameter.__mro__[2]
"""All errors of usage. Typer itself names only some of them, and which library they come from depends on its version."""


def run(arguments: Sequence[str]) -> int:
    """Run a command; the exit status (2 when it was used wrongly)."""
    try:
        status: object = commands.app(args=list(arguments), prog_name="clientgen", standalone_mode=False)
    except SystemExit as leaving:
        status = leaving.code
    except Exception as error:
        if not isinstance(error, _WRONG):
            raise
        return _refused(error, wants_json(arguments))
    return status if isinstance(status, int) else int(status is not None)


def _refused(error: Any, as_json: bool) -> int:
    if as_json:
        said = Problem(
            Level.ERROR, error.format_message(), "usage", "`clientgen --help` lists commands, `clientgen COMMAND --help` options"
        )
        show([], [*(error.problems if isinstance(error, commands.Refused) else ()), said], True)
    else:
        error.show()
    return int(error.exit_code)
