"""The public names of packages, with their signatures, and how they differ between two states of the repository.

`python tests/packages/public_names.py` prints them as they are; `python tests/packages/public_names.py REVISION` prints what has been removed (`-`),
added (`+`) or changed (both) since a revision of git, and exits with 1 when there is anything.
"""

from __future__ import annotations

import subprocess
import sys
import tarfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import griffe

ROOT = Path(__file__).parents[2]
SPECIAL = {
    *("__init__", "__call__", "__enter__", "__exit__", "__aenter__", "__aexit__", "__await__", "__bool__", "__len__", "__contains__"),
    *(
        "__iter__",
        "__next__",
        "__aiter__",
        "__anext__",
        "__getitem__",
        "__setitem__",
        "__delitem__",
        "__add__",
        "__mul__",
        "__eq__",
        "__hash__",
    ),
}
"""Methods that users call by syntax."""


def public_names(package: str, folder: Path) -> dict[str, str]:
    """The public names of a package below a folder, by path from the package: what each is, with signature, annotation or bases.

    A name is public when no part of its path begins with an underscore; special methods of classes are. What a class inherits counts as its own,
    wherever it is defined.
    """
    loader = griffe.GriffeLoader(search_paths=[folder], allow_inspection=False)
    root = loader.load(package)
    loader.resolve_aliases(implicit=True, external=False)
    return dict(_names(root, ""))


def _names(parent: Any, path: str) -> Iterator[tuple[str, str]]:
    for name, member in sorted(parent.all_members.items()):
        if name.startswith("_") and not (name in SPECIAL and parent.is_class):
            continue
        target = _target(member)
        if target is None or (member.is_alias and parent.is_module and not _exported(parent, member)):
            continue
        place = f"{path}{name}"
        yield place, _described(target)
        # The members of a class or module that comes from elsewhere in public stand there.
        if target.is_class or (target.is_module and not member.is_alias):
            yield from _names(target, f"{place}.")


def _target(member: Any) -> Any:
    """What a name stands for; None: something outside the package."""
    try:
        return member.final_target if member.is_alias else member
    except (griffe.AliasResolutionError, griffe.CyclicAliasError):
        return None


def _exported(module: Any, member: Any) -> bool:
    """Whether a module has a name for its users that it imports: by `__all__`, else when it is a package's `__init__`."""
    return member.name in module.exports if module.exports is not None else bool(module.is_init_module)


def _described(target: Any) -> str:
    if target.is_function:
        return f"def {target.signature()}"
    if target.is_class:
        return f"class ({', '.join(str(base) for base in target.bases)})"
    if target.is_attribute:
        return f"{target.annotation or 'attribute'} = {target.value}" if target.annotation else "attribute"
    return "module"


def differences(before: dict[str, str], after: dict[str, str]) -> list[str]:
    """Lines that begin with `-` (before) or `+` (after), by name."""
    found: list[str] = []
    for name in sorted({*before, *after}):
        if before.get(name) != after.get(name):
            found += [f"{sign} {name}: {names[name]}" for sign, names in (("-", before), ("+", after)) if name in names]
    return found


def packages(root: Path) -> dict[str, Path]:
    """The packages in a checkout, with the folder that each is in."""
    return {path.parent.name: path.parent.parent for path in sorted(root.glob("generated/*/src/*/__init__.py"))}


def checked_out(revision: str, folder: Path) -> Path:
    """A folder with the generated packages of a revision."""
    archive = subprocess.run(["git", "archive", revision, "generated"], cwd=ROOT, capture_output=True, check=True).stdout
    with tarfile.open(fileobj=BytesIO(archive)) as tar:
        tar.extractall(folder, filter="data")
    return folder


def main(arguments: list[str]) -> int:
    """Print the names, or the differences; the exit status."""
    now = {name: public_names(name, folder) for name, folder in packages(ROOT).items()}
    if not arguments:
        print("\n".join(f"{package}.{name}: {what}" for package, names in now.items() for name, what in names.items()))
        return 0
    with TemporaryDirectory() as temporary:
        earlier = packages(checked_out(arguments[0], Path(temporary)))
        then = {name: public_names(name, folder) for name, folder in earlier.items()}
    status = 0
    for package in sorted({*then, *now}):
        changes = differences(then.get(package, {}), now.get(package, {}))
        print(f"{package}: {len(now.get(package, {}))} public names, {len(changes)} lines of difference")
        print("".join(f"{line}\n" for line in changes), end="")
        status = status or int(bool(changes))
    return status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
