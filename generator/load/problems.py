"""Problems are values: what is wrong, where, and what to do about it.

Every step of the pipeline adds to one `Problems` and goes on as far as it can; the CLI prints them once.
"""

from __future__ import annotations

import enum
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Literal, Protocol

Rule = Literal[
    "circles",
    "component-names",
    "defaults",
    "discriminators",
    "enums",
    "extensions",
    "files",
    "generated-code",
    "guides",
    "handwritten",
    "limits",
    "media-types",
    "openapi",
    "operation-ids",
    "output",
    "overlay",
    "parameters",
    "paths",
    "python-names",
    "references",
    "request-bodies",
    "required",
    "responses",
    "schema-keywords",
    "schema-types",
    "security",
    "servers",
    "settings",
    "syntax",
    "tags",
    "templates",
    "texts",
    "unreached",
    "usage",
    "version",
    "x-batch",
    "x-class",
    "x-job",
    "x-methods",
    "x-paging",
]
"""The names of all rules. They stay: people look for them, and tools may. docs/lint-rules.md explains each."""


class Level(enum.Enum):
    """How bad a problem is: an error makes the run fail, a warning does not."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, order=True)
class Place:
    """A position in a file. Lines and columns count from 1; line 0 means the file as a whole."""

    file: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        return f"{visible(self.file)}:{self.line}:{self.column}" if self.line else visible(self.file)


class Places(Protocol):
    """Whatever can tell the place of a JSON pointer."""

    def at(self, pointer: str) -> Place: ...


@dataclass(frozen=True)
class Problem:
    """One finding. `pointer` is a JSON pointer into the bundled document ("" for the document itself)."""

    level: Level
    message: str
    rule: Rule
    hint: str = ""
    pointer: str = ""
    place: Place | None = None
    cases: tuple[Problem, ...] = field(default=(), compare=False)
    """All cases of its kind, where this one stands for several."""

    def __str__(self) -> str:
        where = f"{self.place}: " if self.place else ""
        hint = f"\n  hint: {visible(self.hint)}" if self.hint else ""
        return f"{where}{self.level.value}: {visible(self.message)} [{self.rule}]{hint}"

    def as_dicts(self) -> Iterator[dict[str, Any]]:
        """The problem, or each case of it, as JSON-ready data, for `--json`."""
        return (case.as_dict() for case in self.cases or (self,))

    def as_dict(self) -> dict[str, Any]:
        """The problem itself as JSON-ready data."""
        place = self.place
        return {
            "level": self.level.value,
            "message": self.message,
            "rule": self.rule,
            "hint": self.hint,
            "pointer": self.pointer,
            "file": place.file if place else None,
            "line": place.line if place else None,
            "column": place.column if place else None,
        }


@dataclass
class Problems:
    """Collects problems in the order found, each once.

    When `places` is set (by `load`), a problem that is given a pointer and no place gets its place from there.
    """

    places: Places | None = None
    errors: int = field(default=0, init=False)
    """How many errors there are. Counted as they come: it is asked for once per schema."""
    _found: dict[Problem, None] = field(default_factory=dict[Problem, None], init=False)

    @property
    def failed(self) -> bool:
        """True once there is an error."""
        return self.errors > 0

    @property
    def warnings(self) -> int:
        """How many warnings there are."""
        return len(self._found) - self.errors

    def add(self, problem: Problem) -> None:
        """Keep `problem`, unless the very same one is there already."""
        if problem not in self._found:
            self._found[problem] = None
            self.errors += problem.level is Level.ERROR

    def error(self, message: str, *, rule: Rule, hint: str = "", pointer: str | None = None, place: Place | None = None) -> None:
        """Add an error."""
        self._report(Level.ERROR, message, rule, hint, pointer, place)

    def warning(self, message: str, *, rule: Rule, hint: str = "", pointer: str | None = None, place: Place | None = None) -> None:
        """Add a warning."""
        self._report(Level.WARNING, message, rule, hint, pointer, place)

    def _report(self, level: Level, message: str, rule: Rule, hint: str, pointer: str | None, place: Place | None) -> None:
        if place is None and pointer is not None and self.places is not None:
            place = self.places.at(pointer)
        self.add(Problem(level, message, rule, hint, pointer or "", place))

    def extend(self, others: Problems) -> None:
        """Add everything that `others` holds."""
        for problem in others:
            self.add(problem)

    def sorted(self) -> list[Problem]:
        """The problems by file and line; those without a place come last."""
        return sorted(self._found, key=lambda problem: (problem.place is None, problem.place or Place("")))

    def __iter__(self) -> Iterator[Problem]:
        return iter(self._found)

    def __len__(self) -> int:
        return len(self._found)


def visible(text: str) -> str:
    """`text` with control, direction and surrogate characters shown as escapes: a document must not steer a terminal or fake a line."""
    if text.isprintable():
        return text
    return "".join(char if char.isprintable() else char.encode("unicode_escape", "surrogatepass").decode("ascii") for char in text)
