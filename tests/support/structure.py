"""What a tree of modules looks like from its imports: rooms (the folders and modules at its top), files, circles, sizes."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

Module = tuple[str, ...]


def modules(root: Path) -> dict[Module, Path]:
    """The modules below a folder, by their dotted name as a tuple; a package is its folder's name."""
    paths = (path for path in root.rglob("*.py") if "__pycache__" not in path.parts)
    return {_name(path.relative_to(root)): path for path in paths}


def _name(path: Path) -> Module:
    parts = path.with_suffix("").parts
    return parts[:-1] if parts[-1] == "__init__" else parts


def imports(root: Path) -> dict[Module, set[Module]]:
    """For each module the modules below `root` that it imports, relatively or by the name of `root`, wherever the import stands: in a function, or for
    type checkers only."""
    known = modules(root)
    return {module: set(_imports(path, root, known)) for module, path in known.items()}


def leaving(root: Path) -> dict[Module, set[str]]:
    """For each module that has any, the relative imports that lead out of `root`, as they are written: `..._runtime.codec`."""
    found = {module: set(_leaving(path, root)) for module, path in modules(root).items()}
    return {module: names for module, names in found.items() if names}


@cache
def _from_imports(path: Path) -> list[ast.ImportFrom]:
    return [node for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.ImportFrom)]


def _leaving(path: Path, root: Path) -> Iterator[str]:
    depth = len(path.relative_to(root).parts)
    return (f"{'.' * node.level}{node.module or ''}" for node in _from_imports(path) if node.level > depth)


def _imports(path: Path, root: Path, known: Mapping[Module, Path]) -> Iterator[Module]:
    home = path.relative_to(root).parts[:-1]
    for node in _from_imports(path):
        absolute = not node.level and (node.module or "").partition(".")[0] == root.name
        if not absolute and not 0 < node.level <= len(home) + 1:
            continue
        names = tuple(part for part in (node.module or "").split(".") if part)
        base = names[1:] if absolute else (*home[: len(home) - node.level + 1], *names)
        for alias in node.names:
            yield (*base, alias.name) if (*base, alias.name) in known else base


def drawn(page: Path, heading: str) -> dict[str, str]:
    """The rooms that the first block of code below a heading draws, in its order, each with its text: a line that begins at the margin begins a room."""
    block = page.read_text("utf-8").split(f"## {heading}", 1)[1].split("```")[1]
    texts: dict[str, str] = {}
    room = ""
    for line in block.strip("\n").splitlines():
        if line[:1].strip():
            room, _, line = line.partition(" ")
        texts[room] = f"{texts.get(room, '')}{line}\n"
    return texts


def undrawn(root: Path, texts: Mapping[str, str]) -> list[str]:
    """The modules below `root` whose name does not stand in the text of their room. Those that are derived need not."""
    words = {room: {room, "sync", *re.findall(r"\w+", text)} for room, text in texts.items()}
    return sorted(".".join(module) for module in modules(root) if module and not words.get(module[0], set()).issuperset(module))


def rooms(root: Path) -> dict[str, set[str]]:
    """Which rooms each room imports from."""
    found: dict[str, set[str]] = {}
    for module, targets in imports(root).items():
        if module:
            found.setdefault(module[0], set()).update(target[0] for target in targets if target and target[0] != module[0])
    return found


def circle(graph: Mapping[Module, set[Module]] | Mapping[str, set[str]]) -> list[object]:
    """A circle of imports; none: an empty list. A package imports nothing by holding its modules."""
    try:
        tuple(TopologicalSorter(graph).static_order())
    except CycleError as error:
        return list(error.args[1])
    return []


def long_modules(root: Path, most: int) -> dict[str, int]:
    """Modules of more lines than that."""
    sizes = {path.relative_to(root).as_posix(): len(path.read_text("utf-8").splitlines()) for path in modules(root).values()}
    return {name: size for name, size in sizes.items() if size > most}


def full_folders(root: Path, most: int) -> dict[str, int]:
    """Folders of more entries than that."""
    folders = {path.parent for path in modules(root).values()}
    counts = {
        folder.relative_to(root).as_posix(): sum(1 for entry in folder.iterdir() if entry.name != "__pycache__") for folder in folders
    }
    return {name: count for name, count in counts.items() if count > most}
