"""`clientgen docs`: shows the documentation site of clientgen. Sphinx is imported by the process that this starts, and by nothing else."""

from __future__ import annotations

import subprocess
import sys
from importlib.util import find_spec
from typing import Annotated, Final

import typer

from ..config.project import SHIPPED
from .commands import app

_SITE: Final = SHIPPED / "website"
"""Stands beside the templates in a checkout of clientgen, and is no part of its wheel."""


@app.command()
def docs(port: Annotated[int, typer.Option(min=1, max=65535, help="Where to listen, on 127.0.0.1.")] = 8000) -> None:
    """Show the documentation site of clientgen, in its own checkout; pages are built anew when they are saved. Ends with Ctrl-C."""
    if not (_SITE / "__main__.py").is_file():
        raise typer.BadParameter(
            "the site is built from the pages of clientgen's repository, which this installation does not have: run `clientgen docs` "
            "in a checkout. The pages of your packages are in their folders, as README.md, api.md and docs/"
        )
    if find_spec("sphinx_autobuild") is None:
        raise typer.BadParameter("Sphinx is not installed: run `make docs` once, or install the extra: pip install -e '.[docs]'")
    try:
        raise typer.Exit(subprocess.call([sys.executable, "-m", "website", "serve", str(port)], cwd=_SITE.parent))
    except KeyboardInterrupt:
        raise typer.Exit from None
