"""The entry point of `clientgen`. A run of `generate` that has nothing to do ends here, before anything is imported. `generate` and `check`
without special
options are started directly; `commands` handles all other command lines.

Exit status: 0 success, 1 problems or drift, 2 used wrongly, 130 interrupted.
"""

from __future__ import annotations

import gc
import os
import sys

from ..write.cache import stamps

TYPE_CHECKING = False  # as in `stamps`: importing `typing` would take longer than a run that has nothing to do
if TYPE_CHECKING:
    from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; the exit status."""
    if arguments is not None:
        return _told(list(arguments))
    # This process ends with the run. What it makes lives until then, and there is nothing to find in it, not even when the interpreter ends.
    gc.disable()
    try:
        status = _told(sys.argv[1:])
        sys.stdout.flush()
        return status
    except OSError as error:  # the output cannot be written; whoever read it, such as `head`, may have seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1 if isinstance(error, BrokenPipeError) else _failed(error)
    except KeyboardInterrupt:
        print("interrupted: the next run completes a package that was being written", file=sys.stderr)
        return 130
    finally:
        gc.freeze()


def _told(given: list[str]) -> int:
    """The exit status of a command; a file that it cannot read or write is named."""
    try:
        return _main(given)
    except BrokenPipeError:
        raise
    except OSError as error:
        return _failed(error, given)


def _failed(error: OSError, given: Sequence[str] = ()) -> int:
    from .report import show, wants_json

    where, why = error.filename or "the output", error.strerror or error
    if wants_json(given):
        from ..load.problems import Level, Problem

        return show([], [Problem(Level.ERROR, f"{where}: {why}", "files", "check the path and its permissions")], True)
    print(f"error: {where}: {why}", file=sys.stderr)
    return 1


def _main(given: list[str]) -> int:
    apis = stamps.unchanged(given) if given[:1] == ["generate"] else None
    if apis is not None:
        return _say_unchanged(apis, "--json" in given)
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
    from ..config.project import FOLDERS, NotAProject
    from ..write import lock
    from ..write.cache import contents
    from ..write.freshness import find_layout, orphans, remember, root_of_project, up_to_date

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
    root = root_of_project()
    if check:
        contents.forget()
    elif root:
        contents.recall(str(root))
    is_clean = names or not orphans(layout, known)
    if is_clean and (all(up_to_date(layout, api, check) for api in chosen) if check else remember(layout, chosen, arguments)):
        return _say_unchanged(chosen, as_json)
    from .outcomes import generate, orphan_problems
    from .report import progress, show, waiting

    made = generate(layout, chosen, check, waiting, progress, details=check or as_json)
    status = show(made, [] if names else orphan_problems(layout), as_json)
    if not check and not status:
        remember(layout, chosen, arguments, just_made=True)
    return status


def _say_unchanged(apis: Sequence[str], as_json: bool) -> int:
    if as_json:
        import json

        print(json.dumps({"ok": True, "packages": [{"api": api, "status": "unchanged"} for api in apis], "problems": []}))
    else:
        print("\n".join(f"{api}: unchanged" for api in apis))
    return 0
