"""`clientgen docs` serves the documentation site; `clientgen explain` prints sections of docs/lint-rules.md, which comes with clientgen.

Sphinx is imported by the process that `docs` starts, and by nothing else.
"""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Mapping
from importlib.util import find_spec
from typing import Annotated, Final

import typer

from ..config.project import SHIPPED
from ..pipeline import alike
from .commands import Json, app
from .report import say

_SITE: Final = SHIPPED / "website"
"""Stands beside the templates in a checkout of clientgen, and is no part of its wheel."""
PAGE: Final = SHIPPED / "docs" / "lint-rules.md"
_WORDS: Final = {"bad": "Wrong:", "good": "Right:"}
_NAMED: Final = re.compile(r"\[([a-z-]+)\]\s*\Z")


@app.command()
def docs(
    port: Annotated[int, typer.Option(min=1, max=65535, help="Where to listen, on 127.0.0.1.")] = 8000,
    json: Json = False,
) -> None:
    """Serve the documentation site of clientgen, in a checkout of its repository. Saved pages are rebuilt. Ctrl-C ends it."""
    if not (_SITE / "__main__.py").is_file():
        raise typer.BadParameter(
            "the site is built from the pages of clientgen's repository, which this installation does not have: run `clientgen docs` "
            "in a checkout. The pages of your packages are in their folders, as README.md, api.md and docs/"
        )
    if find_spec("sphinx_autobuild") is None:
        raise typer.BadParameter("Sphinx is not installed: run `make docs` once, or install the extra: pip install -e '.[docs]'")
    url = f"http://127.0.0.1:{port}"
    say([f"{url}: building the pages"], {"ok": True, "url": url}, json)
    try:
        # With --json, standard output has the one object; what Sphinx says goes where problems go.
        command = [sys.executable, "-m", "website", "serve", str(port)]
        raise typer.Exit(subprocess.call(command, cwd=_SITE.parent, stdout=sys.stderr if json else None))
    except KeyboardInterrupt:
        raise typer.Exit from None


def rules() -> Mapping[str, str]:
    """Rule → its section of the page, in Markdown."""
    sections = re.split(r"^## (.+)\n", PAGE.read_text("utf-8"), flags=re.MULTILINE)[1:]
    return {name: text.strip() for name, text in zip(sections[::2], sections[1::2], strict=True)}


def _known(incomplete: str) -> list[str]:
    """For the completion of a shell."""
    return [name for name in rules() if name.startswith(incomplete)]


@app.command()
def explain(
    rule: Annotated[
        str | None, typer.Argument(help="A rule, or a problem as it was printed. By default, all rules are listed.", autocompletion=_known)
    ] = None,
    json: Json = False,
) -> None:
    """Explain what a lint rule requires and why, with a wrong and a right example."""
    known = rules()
    named = _NAMED.search(rule or "")
    name = named[1] if named else rule
    if name and name not in known:
        raise typer.BadParameter(f"there is no rule {name!r}; {alike(name, list(known))}")
    chosen = {name: known[name]} if name else known
    lines = _shown(chosen[name]) if name else [f"{each}: {_sentence(text)}" for each, text in chosen.items()]
    say(lines, {"ok": True, "rules": [{"rule": each, "text": text} for each, text in chosen.items()]}, json)


def _sentence(text: str) -> str:
    """The first sentence of a section."""
    return re.split(r"(?<=\.)\s", _plain(" ".join(text.partition("\n\n")[0].split())))[0]


def _plain(text: str) -> str:
    """Links as their text, and without the marks of Markdown that help nobody on a terminal."""
    return re.sub(r"\*([^*]+)\*", r"\1", re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", text))


def _shown(text: str) -> list[str]:
    """A section as lines for a terminal: its examples are indented below a word of what they are."""
    lines: list[str] = []
    inside = False
    for line in text.splitlines():
        if line.startswith("```"):
            inside = not inside
            lines += [_WORDS[line.rpartition(" ")[2]]] if inside else []
        else:
            lines.append(f"  {line}" if inside else _plain(line))
    return lines
