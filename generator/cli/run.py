"""All commands together."""

from __future__ import annotations

from collections.abc import Sequence

from . import build, changes, commands, docs, watch
from .project import commands as project_commands

_MODULES = (build, changes, commands, docs, project_commands, watch)
"""Importing them has put their commands on `commands.app`."""


def run(arguments: Sequence[str]) -> int:
    """Run a command; the exit status (2 when it was used wrongly)."""
    try:
        commands.app(args=list(arguments), prog_name="clientgen")
    except SystemExit as leaving:
        return leaving.code if isinstance(leaving.code, int) else int(leaving.code is not None)
    return 0
