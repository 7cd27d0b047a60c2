"""Releases: the surface of the last release, the version that the changes since then require, and the files that record a release."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from ..load.json_types import is_object
from ..load.problems import Place, Problems
from ..load.source_map import SourceMap
from ..load.yaml_reader import read_yaml
from ..pipeline import Modelled
from ..write import lock
from .report import Report, code
from .states import now
from .surface.elements import Surface, read_surface
from .verdicts.changes import Change, Verdict
from .verdicts.compare import compare
from .versions import is_enough

HEAD: Final = """\
# Changelog

Versions follow semantic versioning: a breaking change raises the first number, before 1.0 the second one. Files and lines are those of the
API's sources at the time of the release.
"""
_UNRELEASED: Final = re.compile(r"^## Unreleased\s*\n", re.MULTILINE)
_SECTION: Final = re.compile(r"^## ", re.MULTILINE)
_VERSION: Final = re.compile(r"^(['\"]?version['\"]?[ \t]*:[ \t]*)[^\s#]+", re.MULTILINE)
_RELEASED: Final = re.compile(r"^(['\"]?released['\"]?[ \t]*:[ \t]*)[^\s#]+", re.MULTILINE)


class NotReadable(ValueError):
    """The record of the last release cannot be read, or a new one not be written; the text says why and what to do."""


def record(layout: lock.Layout, api: str) -> Path:
    """The file with the surface of the last release."""
    return layout.specs / api / lock.RELEASED


def last(layout: lock.Layout, api: str) -> Surface | None:
    """The surface of the last release; None when there was none.

    Raises:
        NotReadable: it is not what `clientgen release` wrote.
    """
    path = record(layout, api)
    if not path.is_file():
        return None
    try:
        return read_surface(path.read_text("utf-8"))
    except (ValueError, KeyError) as error:
        raise NotReadable(f"{path.as_posix()} cannot be read: {error}; take it from the commit of the last release") from error


def since(layout: lock.Layout, api: str, modelled: Modelled) -> tuple[Surface, Report | None]:
    """The surface as it is, and what has changed since the last release; None before the first one."""
    released = last(layout, api)
    surface = now(layout, api).surface(api, modelled)
    if released is None:
        return surface, None
    return surface, Report(api, f"release {released.version}", "now", released.version, compare(released, surface))


def lacking(report: Report, version: str) -> str:
    """What is wrong with a version after these changes; empty: nothing."""
    if is_enough(report.version, version, report.verdict):
        return ""
    first = report.changes[0]
    more = f" and {len(report.changes) - 1} more" if len(report.changes) > 1 else ""
    return (
        f"version {version} is not enough: since {report.version}, {first.path}: {first.message} ({first.verdict.value}){more};"
        f" the next version is at least {report.next_version}"
    )


def entry(report: Report | None, version: str, date: str, notes: str) -> str:
    """The section of a changelog about a release; `notes` are those of its writer. Without a report, it is the first one."""
    lines = [f"## {version} ({date})", ""]
    if notes.strip():
        lines += [notes.strip(), ""]
    if report is None:
        lines += ["The first release.", ""]
    for name in ("added", "changed", "deprecated", "removed"):
        found = [change for change in report.changes if change.section == name] if report else []
        if found:
            lines += [f"### {name.capitalize()}", "", *_items(found), ""]
    texts = [change for change in report.changes if change.verdict is Verdict.DOCUMENTATION] if report else []
    if texts:
        lines += ["### Documentation", "", f"Description changed: {', '.join(dict.fromkeys(code(change.path) for change in texts))}.", ""]
    return "\n".join(lines)


def _items(changes: Sequence[Change]) -> Iterator[str]:
    for change in changes:
        breaking = "**Breaking:** " if change.verdict is Verdict.BREAKING else ""
        values = [f"before {code(change.before)}" if change.before else "", f"now {code(change.after)}" if change.after else ""]
        told = ", ".join(value for value in values if value and change.section == "changed")
        place = change.new if change.section != "removed" else change.old
        what = change.after or change.before
        named = change.section in ("added", "removed")
        signature = f": {change.message}" if not named else f": {code(what)}" if what != change.path else ""
        needed = f"; {change.message.partition('; ')[2]}" if change.section == "added" and "; " in change.message else ""
        yield f"- {breaking}{code(change.path)}{signature}{needed}{f': {told}' if told else ''}{f' ({place})' if place else ''}"


def with_entry(changelog: str, report: Report | None, version: str, date: str) -> str:
    """A changelog with the section of a release before those of others. What stands below `## Unreleased` becomes a part of it."""
    text = changelog or HEAD
    found = _UNRELEASED.search(text)
    notes = ""
    if found:
        following = _SECTION.search(text, found.end())
        end = following.start() if following else len(text)
        notes, text = text[found.end() : end], text[: found.start()] + text[end:]
        at = found.start()
    else:
        first = _SECTION.search(text)
        at = first.start() if first else len(text)
    before, after = text[:at].rstrip(), text[at:].strip()
    return "\n\n".join(part for part in (before, entry(report, version, date, notes).rstrip(), after) if part) + "\n"


def version_place(layout: lock.Layout, api: str) -> Place:
    """Where the version of an API stands."""
    path = layout.specs / api / "client.yaml"
    text = path.read_text("utf-8")
    found = _VERSION.search(text)
    return Place(path.as_posix(), text.count("\n", 0, found.start()) + 1 if found else 1, 1)


def with_version(settings: str, version: str, date: str) -> str:
    """The text of a `client.yaml` with another version and the date of its release; everything else stays as it is.

    Raises:
        NotReadable: the version is on no line of its own.
    """
    shown = version if version.count(".") > 1 else f'"{version}"'  # YAML takes 1.0 for a number
    text = _VERSION.sub(rf"\g<1>{shown}", settings, count=1)
    if _RELEASED.search(text):
        text = _RELEASED.sub(rf"\g<1>{date}", text, count=1)
    else:
        text = re.sub(rf"({_VERSION.pattern}.*)$", rf"\g<1>\nreleased: {date}", text, count=1, flags=re.MULTILINE)
    written = read_yaml(text, "client.yaml", SourceMap("client.yaml"), Problems())
    if not is_object(written) or (str(written.get("version")), str(written.get("released"))) != (version, date):
        raise NotReadable("version and date cannot be written into client.yaml: put `version:` on a line of its own, not into braces")
    return text
