"""`clientgen watch`: lints and generates when something is saved. What was imported and derived once is kept, so that a change shows within a second."""

from __future__ import annotations

import time
from collections.abc import Sequence
from pathlib import Path

import typer

from ..load.problems import Problems
from ..pipeline import make
from ..write import lock
from ..write.freshness import up_to_date
from .commands import Apis, Json, app, chosen, layout_of
from .outcomes import generate, orphan_problems
from .report import say, show, waiting


@app.command()
def watch(apis: Apis = None, json: Json = False) -> None:
    """Generate on every save, until Ctrl-C; with --json, one object per line."""
    try:
        while True:
            _watch(apis, json)
    except KeyboardInterrupt:
        raise typer.Exit from None


def _watch(apis: Sequence[str] | None, json: bool) -> None:
    """Follow the folders that there are; returns when there are others."""
    from watchfiles import watch as changes

    layout = layout_of(None, None, None, None)
    chosen(layout, apis)
    watched = _watched(layout)
    say([f"watching {', '.join(path.as_posix() for path in watched)}"], {"watching": [path.as_posix() for path in watched]}, json)
    first = True
    for changed in changes(*watched, debounce=100, step=20, rust_timeout=500, yield_on_timeout=True, raise_interrupt=True):
        if changed or first:  # the first time, for what was saved before the watching began
            _generate(layout_of(None, None, None, None), apis, json)
        if first:
            for api in chosen(layout, apis):
                make(layout, api, Problems())  # what this imports and derives serves every change
        first = False
        if _watched(layout) != watched:
            return


def _watched(layout: lock.Layout) -> list[Path]:
    return [path for path in (layout.specs, layout.templates, layout.handwritten, layout.project) if path and path.exists()]


def _generate(layout: lock.Layout, apis: Sequence[str] | None, json: bool) -> None:
    started = time.monotonic()
    stale = [api for api in chosen(layout, apis) if not up_to_date(layout, api)]
    gone = [] if apis else orphan_problems(layout)
    if stale or gone:
        made = generate(layout, stale, False, waiting, details=json) if stale else []
        seconds = round(time.monotonic() - started, 2)
        show(made, gone, json, more={"seconds": seconds})
        if not json:
            say([f"{seconds:.2f} s"], {}, json)
