"""Which modules of the runtime a package needs: those that its imports lead to, from the rendered and hand-written modules on.

Imports count wherever they stand: in a function, under `TYPE_CHECKING`; but not those of names that are never used, because templates
import generously and `tidy` drops them later. An async module and its sync twin are one. Read by pattern, since syntax trees of all modules
would take a fifth of a run: a name counts as used where its word stands, in texts (annotations, `__all__`) as well.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import PurePosixPath

from .cache.kept import Kept

Module = tuple[str, ...]

_IMPORT = re.compile(r"import[ \t]+(\([^)]*\)|[^\n;]+)")
_BEFORE = re.compile(r"(?:.*[:;])?[ \t]*(?:from[ \t]+(\.*)([\w.]*)[ \t]+)?\Z")
_COMMENT = re.compile(r"#[^\n]*")


def unused_modules(
    files: Mapping[PurePosixPath, str], root: PurePosixPath, parts: Sequence[str], kept: Kept | None = None
) -> set[PurePosixPath]:
    """The modules in some folders of the package at `root` that no import leads to from any module outside of their folder, folder after folder."""
    sources: dict[PurePosixPath, _Source] = {}
    unused: set[PurePosixPath] = set()
    for part in parts:
        unused |= _unused({path: text for path, text in files.items() if path not in unused}, root, part, kept, sources)
    return unused


def _unused(
    files: Mapping[PurePosixPath, str], root: PurePosixPath, part: str, kept: Kept | None, sources: dict[PurePosixPath, _Source]
) -> set[PurePosixPath]:
    modules: dict[Module, list[PurePosixPath]] = defaultdict(list)
    for path in files:
        if path.suffix == ".py" and path.is_relative_to(root):
            modules[_module(path, root)].append(path)
    inside = {module for module in modules if module[:1] == (part,)}

    def imports(path: PurePosixPath) -> Iterable[Module] | None:
        """None where a module outside does not mention the folder."""
        text = files[path]

        def found() -> Iterable[Module] | None:
            if part not in text and not path.is_relative_to(root / part):
                return None
            if path not in sources:
                sources[path] = _Source(text)
            return _imports(sources[path], path, root, part)

        return kept.imports(path, text, part, found) if kept else found()

    # A module outside has to name the folder to import from it.
    waiting = [module for module, paths in modules.items() if module not in inside and any(imports(path) is not None for path in paths)]
    reached: set[Module] = set()
    while waiting:
        module = waiting.pop()
        if module in reached or module not in modules:
            continue
        reached.add(module)
        waiting += (module[:length] for length in range(1, len(module)))
        for path in modules[module]:
            waiting += (found for found in imports(path) or () if found in inside)
    return {path for module in inside - reached for path in modules[module]}


def _module(path: PurePosixPath, root: PurePosixPath) -> Module:
    parts = path.relative_to(root).with_suffix("").parts
    return _paired(parts[:-1] if parts[-1] == "__init__" else parts)


def _paired(module: Module) -> Module:
    """The name that a module shares with its twin."""
    return tuple("aio" if part == "sync" else part for part in module)


class _Source:
    """A module, and its imports: dots and module (None for `import x`), and the words of each name."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.imports: list[tuple[str | None, str, list[list[str]]]] = []
        for match in _IMPORT.finditer(text):
            before = _BEFORE.match(text[text.rfind("\n", 0, match.start()) + 1 : match.start()])
            if before is not None:
                names = [words for name in _COMMENT.sub("", match[1]).strip("()").split(",") if (words := name.split())]
                self.imports.append((before[1], before[2], names))

    @cached_property
    def rest(self) -> str:
        """The text without the names that it imports."""
        return _IMPORT.sub("", self.text)


def _imports(source: _Source, path: PurePosixPath, root: PurePosixPath, part: str) -> Iterator[Module]:
    """What a module imports from the folder `part` of its own package, as modules or as names that may be modules."""
    home = path.relative_to(root).parts[:-1]
    for dots, module, names in source.imports:
        if dots is None:
            modules = (tuple(words[0].split(".")) for words in names)
            yield from (_paired(module[1:]) for module in modules if module[0] == root.name)
        elif (start := _start(len(dots), module, home, root)) is not None and start[:1] in ((), (part,)):
            for words in names:
                if words[0] == "*" or _stands_in(source.rest, words[-1]):
                    yield _paired(start)
                    yield _paired((*start, words[0]))


def _stands_in(text: str, name: str) -> bool:
    """Whether a text holds a word that is not an attribute."""
    place = text.find(name)
    while place >= 0:
        before, after = text[place - 1 : place], text[place + len(name) : place + len(name) + 1]
        if not (before.isalnum() or before in ("_", ".")) and not (after.isalnum() or after == "_"):
            return True
        place = text.find(name, place + 1)
    return False


def _start(dots: int, module: str, home: Module, root: PurePosixPath) -> Module | None:
    """The module that names are imported from; None when it is of another package."""
    named = tuple(module.split(".")) if module else ()
    if not dots:
        return named[1:] if named[:1] == (root.name,) else None
    return (*home[: len(home) - dots + 1], *named)
