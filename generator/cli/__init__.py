"""`clientgen`: the door. A run that has nothing to do ends here, before anything heavy is imported; plain runs of `generate` and `check` go straight
to their work, and `commands` does the rest.

Exit status: 0 all is well, 1 problems or drift, 2 used wrongly, 130 interrupted.
"""

from __future__ import annotations

import gc
import json
import os
import sys
from collections.abc import Sequence

from ..config.project import FOLDERS, NotAProject
from ..write import lock
from ..write.freshness import find_layout, orphans, up_to_date


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; the exit status."""
    if arguments is not None:
        return _main(list(arguments))
    # This process ends with the run. What it makes lives until then, and there is nothing to find in it, not even when the interpreter ends.
    gc.disable()
    try:
        status = _main(sys.argv[1:])
        sys.stdout.flush()
        return status
    except BrokenPipeError:  # whoever read the output, such as `head`, has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except KeyboardInterrupt:
        print("interrupted: a package that was being written is written anew by the next run", file=sys.stderr)
        return 130
    finally:
        gc.freeze()


def _main(given: list[str]) -> int:
    done = quick(given)
    if done is not None:
        return done
    if not sys.stdout.isatty():  # nobody sees colours; typer then need not import rich
        os.environ.setdefault("TYPER_USE_RICH", "0")
    from .run import run

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
        if option.startswith("--") and option[2:] in FOLDERS:
            folders[option[2:]] = value if has_value else next(rest, "")
        elif argument == "--json":
            as_json = True
        elif argument == "--check" and arguments[0] == "generate":
            check = True
        elif argument.startswith("-"):
            return None
        else:
            names.append(argument)
    try:
        layout = find_layout(folders)
    except NotAProject:
        return None
    if layout is None or not all(folders.values()):
        return None
    known = lock.apis(layout)
    chosen = sorted(set(names)) or known
    if not chosen or not set(chosen) <= set(known):
        return None
    if (not names and orphans(layout, known)) or not all(up_to_date(layout, api, check) for api in chosen):
        from .outcomes import generate, orphan_problems
        from .report import progress, show, waiting

        made = generate(layout, chosen, check, waiting, progress, details=check or as_json)
        return show(made, [] if names else orphan_problems(layout), as_json)
    if as_json:
        print(json.dumps({"ok": True, "packages": [{"api": api, "status": "unchanged"} for api in chosen], "problems": []}))
    else:
        print("\n".join(f"{api}: unchanged" for api in chosen))
    return 0
