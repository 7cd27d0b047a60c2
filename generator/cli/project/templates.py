"""The templates of a project beside those that come with clientgen: which replace one, which are new, and in what they differ."""

from __future__ import annotations

import difflib
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

Kind = Literal["shipped", "own", "added"]


@dataclass(frozen=True)
class Template:
    """A template: one that comes with clientgen (`shipped`), one of the project in its place (`own`), or one more (`added`)."""

    name: str
    kind: Kind
    diff: str = ""
    """Unified, from what comes with clientgen to what the project has."""


def templates(own: Path, shipped: Path) -> list[Template]:
    """All templates, by name; files of other suffixes are none."""
    names = {tree: {path.relative_to(tree).as_posix() for path in tree.rglob("*.jinja")} for tree in (own, shipped)}
    return [_template(name, own, shipped, names[own], names[shipped]) for name in sorted(names[own] | names[shipped])]


def _template(name: str, own: Path, shipped: Path, ours: set[str], theirs: set[str]) -> Template:
    if name not in ours:
        return Template(name, "shipped")
    if name not in theirs:
        return Template(name, "added")
    before, after = ((tree / name).read_text("utf-8").splitlines() for tree in (shipped, own))
    return Template(name, "own", "\n".join(difflib.unified_diff(before, after, f"clientgen: {name}", f"project: {name}", lineterm="")))


def copy_template(name: str, own: Path, shipped: Path) -> Path:
    """Put a copy of a template that comes with clientgen into the project, to be edited; its path.

    Raises:
        FileExistsError: the project has it already.
        FileNotFoundError: there is no such template.
    """
    target = own / name
    if target.exists():
        raise FileExistsError(f"{target.as_posix()} is there already")
    text = (shipped / name).read_text("utf-8")
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(text, "utf-8")
    return target
