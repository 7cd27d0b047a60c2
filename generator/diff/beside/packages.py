"""The public surfaces of two generated packages, compared by griffe: what a template, the runtime or hand-written code changes is seen here."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from ..verdicts.changes import Change, Verdict

_NOT_PROMISED: Final = frozenset({"aio", "operations"})
"""Modules that are left out: the async twins say what the sync ones do, and nobody but the methods needs the declarations of operations."""
_SEEN_BY_GRIFFE: Final = re.compile(
    r"(api|method|parameter|model|field|class|enumeration|map|exception)-(removed|renamed|required|keyword)\Z"
)


@dataclass(frozen=True)
class Finding:
    """Something that griffe calls breaking."""

    path: str
    """`shop_client.sync.items.ItemsApi.get(limit)`"""
    message: str
    names: frozenset[str]
    """By what changes of documents speak of it."""


def findings(old: Path, new: Path, names: tuple[str, str]) -> list[Finding]:
    """What griffe finds in two packages; `names` are their import names, the folders those that they are imported from."""
    from griffe import find_breaking_changes, load

    old_package, new_package = (
        load(name, search_paths=[folder], allow_inspection=False) for name, folder in zip(names, (old, new), strict=True)
    )
    found = [_finding(item) for item in find_breaking_changes(old_package, new_package) if _is_promised(item.obj)]
    return [*dict.fromkeys(found)]


def _is_promised(item: Any) -> bool:
    """Griffe follows public names; where they are defined does not matter. In which module of `models` a class stands is nobody's business."""
    parts = str(item.path).split(".")
    return len(parts) > 1 and not _NOT_PROMISED & {*parts} and not (item.is_module and parts[1] in ("models", "params", "sync"))


def _finding(item: Any) -> Finding:
    parameter = getattr(item.old_value, "name", None) or getattr(item.new_value, "name", None)
    about_parameter = str(item.kind.name).startswith("PARAMETER")
    path = f"{item.obj.path}({parameter})" if about_parameter else str(item.obj.path)
    names = {str(item.obj.name).removeprefix("Async"), *([str(parameter)] if about_parameter else [])}
    return Finding(path, str(item.kind.value), frozenset(names))


def unexplained(found: Sequence[Finding], changes: Sequence[Change]) -> list[Finding]:
    """Findings that no breaking change of the documents speaks of."""
    words = [{*re.findall(r"\w+", f"{change.path} {change.before} {change.after}")} for change in changes if _breaks(change)]
    return [item for item in found if not any(item.names <= known for known in words)]


def unseen(found: Sequence[Finding], changes: Sequence[Change]) -> Iterator[Change]:
    """Breaking changes that griffe should see, and does not."""
    names = {name for item in found for name in item.names}
    for change in changes:
        if _breaks(change) and change.seen and _SEEN_BY_GRIFFE.match(change.kind) and not names & {*re.findall(r"\w+", change.path)}:
            yield change


def _breaks(change: Change) -> bool:
    return change.verdict is Verdict.BREAKING
