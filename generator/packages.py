"""What `generate` and `check` do once their arguments are read, and what they print. This module must never know how arguments are read."""

from __future__ import annotations

from collections.abc import Sequence

from . import lock, pipeline
from .problems import Level, Place, Problem
from .report import show
from .standing import orphans, up_to_date


def packages(layout: lock.Layout, chosen: Sequence[str], check: bool, as_json: bool, *, named: bool) -> int:
    """Generate the packages of these APIs, or say how they have drifted; the exit status. `named`: they were chosen one by one."""
    fresh = [api for api in chosen if up_to_date(layout, api)]
    outcomes = [pipeline.Outcome(api, "unchanged") for api in fresh]
    outcomes += pipeline.run(layout, [api for api in chosen if api not in fresh], check)
    return show(sorted(outcomes, key=lambda outcome: outcome.api), [] if named else _orphans(layout), as_json)


def _orphans(layout: lock.Layout) -> list[Problem]:
    hint = "delete the folder, or bring its spec back"
    return [
        Problem(Level.ERROR, f"this package has no spec: specs/{api} is gone", hint, place=Place(folder.as_posix()))
        for folder, api in orphans(layout, lock.apis(layout))
    ]
