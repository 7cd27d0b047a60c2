"""`clientgen`: the door. A run that has nothing to do ends here, before anything heavy is imported; plain runs of `generate` and `check` go straight
to their work, and `commands` does the rest.

Exit status: 0 all is well, 1 problems or drift, 2 used wrongly.
"""

from __future__ import annotations

import gc
import json
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from . import lock
from .write import existing

_FOLDERS = ("specs", "templates", "handwritten", "output")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; the exit status."""
    if arguments is not None:
        return _main(list(arguments))
    # This process ends with the run. What it makes lives until then, and there is nothing to find in it, not even when the interpreter ends.
    gc.disable()
    try:
        return _main(sys.argv[1:])
    finally:
        gc.freeze()


def _main(given: list[str]) -> int:
    done = quick(given)
    if done is not None:
        return done
    if not sys.stdout.isatty():  # nobody sees colours; typer then need not import rich
        os.environ.setdefault("TYPER_USE_RICH", "0")
    from .commands import run

    return run(given)


def quick(arguments: Sequence[str]) -> int | None:
    """The exit status of a plain `generate` or `check`; None for other commands, and when the arguments need a closer look."""
    if not arguments or arguments[0] not in ("generate", "check"):
        return None
    folders: dict[str, str] = {}
    names: list[str] = []
    check = arguments[0] == "check"
    as_json = False
    rest = iter(arguments[1:])
    for argument in rest:
        option, has_value, value = argument.partition("=")
        if option.startswith("--") and option[2:] in _FOLDERS:
            folders[option[2:]] = value if has_value else next(rest, "")
        elif argument == "--json":
            as_json = True
        elif argument == "--check" and arguments[0] == "generate":
            check = True
        elif argument.startswith("-"):
            return None
        else:
            names.append(argument)
    layout = find_layout(folders)
    if layout is None or not all(folders.values()):
        return None
    known = lock.apis(layout)
    chosen = sorted(set(names)) or known
    if not chosen or not set(chosen) <= set(known):
        return None
    if (not names and orphans(layout, known)) or not all(up_to_date(layout, api) for api in chosen):
        from .packages import packages

        return packages(layout, chosen, check, as_json, named=bool(names))
    if as_json:
        print(json.dumps({"ok": True, "packages": [{"api": api, "status": "unchanged"} for api in chosen], "problems": []}))
    else:
        print("\n".join(f"{api}: unchanged" for api in chosen))
    return 0


def up_to_date(layout: lock.Layout, api: str) -> bool:
    """Whether the package of an API is what its inputs give, byte for byte."""
    found = lock.find(layout.output, api)
    if found is None:
        return False
    folder, manifest = found
    if lock.changed_outputs(manifest, folder, existing(folder)) or lock.changed_inputs(manifest, lock.inputs(layout, api), lock.tools()):
        return False
    return (folder / lock.NAME).read_bytes() == manifest.dumps().encode()


def orphans(layout: lock.Layout, known: Sequence[str]) -> list[tuple[Path, str]]:
    """Generated packages whose API has no spec (any more)."""
    found: list[tuple[Path, str]] = []
    if layout.output.is_dir():
        for folder in sorted(layout.output.iterdir()):
            manifest = lock.read(folder / lock.NAME)
            if manifest and manifest.api not in known:
                found.append((folder, manifest.api))
    return found


def find_layout(folders: dict[str, str]) -> lock.Layout | None:
    """The folders: those given, the others in the nearest folder (from here upwards) that has `specs` and `templates`; None without one."""
    here = Path.cwd()
    root = next((place for place in (here, *here.parents) if (place / "specs").is_dir() and (place / "templates").is_dir()), None)
    if root is None and not {"specs", "templates", "handwritten", "output"} <= folders.keys():
        return None
    base = Path(os.path.relpath(root)) if root else Path()
    default = {"specs": base / "specs", "templates": base / "templates", "handwritten": base / "handwritten", "output": base / "generated"}
    chosen = {name: Path(folders[name]) if folders.get(name) else default[name] for name in _FOLDERS}
    return lock.Layout(chosen["specs"], chosen["templates"], chosen["handwritten"], chosen["output"])


if __name__ == "__main__":
    sys.exit(main())
