"""The errors of the layer on top of the generated client; all belong to the client's own tree.

    ClientError
    ├── ConfigurationError
    │   └── NoConnectionSettings (OSError)     the environment names no complete way to sign in
    ├── InvalidArgument (ValueError)
    │   ├── CsvError                           a CSV file that cannot be used; names file, line and column
    │   │   └── MissingReferences              rows that point at nodes that do not exist
    │   ├── NoSuchFiles                        no workspace file has this prefix
    │   └── UnusableName                       a name that the graph's query language cannot express
    ├── TransferError
    │   ├── UnsafePath                         a name that would be written outside its folder
    │   └── TransfersFailed                    some of many files were not moved
    ├── RowsFailed                             the server refused rows of a CSV file
    ├── DatasetsFailed (ChildProcessError)     some datasets could not be fetched; carries the others
    └── ResultExpired                          a background query has no result (any more)

This module must never know how a request is made.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from os import PathLike
from typing import Any, TypeVar

from .._runtime.declarations.errors import ClientError, ConfigurationError, InvalidArgument, InvalidArgumentType, TransferError
from .values import is_mapping

V = TypeVar("V")

SHOWN = 10
"""How many of many troubles a message lists."""


class NoConnectionSettings(ConfigurationError, OSError):
    """The environment holds no complete set of variables for any way to sign in."""

    def __init__(self, message: str = "", *, missing: Mapping[str, Sequence[str]] | None = None, **facts: Any) -> None:
        super().__init__(message, **facts)
        self.missing = {name: tuple(variables) for name, variables in (missing or {}).items()}
        """For each way to sign in, the variables that are not set."""


class CsvError(InvalidArgument):
    """A CSV file that cannot be used. `line` counts the lines of the file and `column` its columns, both from 1."""

    def __init__(
        self, message: str = "", *, file: str | PathLike[str] = "", line: int = 1, column: int = 1, hint: str = "", **facts: Any
    ) -> None:
        place = f"{file}:{line}:{column}: " if str(file) else ""
        super().__init__(f"{place}{message}{f' ({hint})' if hint else ''}", **facts)
        self.file = str(file)
        self.line = line
        self.column = column


@dataclass(frozen=True)
class MissingReference:
    """A cell of a relationship's row that names a node which does not exist."""

    file: str
    line: int
    column: int
    field: str
    id: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}: {self.field} {self.id!r}"


class MissingReferences(CsvError):
    """Rows point at nodes that exist neither in the files nor in the graph; nothing was sent."""

    def __init__(self, references: Sequence[MissingReference] = (), **facts: Any) -> None:
        self.references = tuple(references)
        first = self.references[0] if self.references else MissingReference("", 1, 1, "", "")
        super().__init__(
            f"{len(self.references)} references to nodes that exist neither in the files nor in the graph; nothing was sent"
            + listed([str(one) for one in self.references]),
            file=first.file,
            line=first.line,
            column=first.column,
            **facts,
        )


class NoSuchFiles(InvalidArgument):
    """No file of the workspace has this prefix."""


class UnusableName(InvalidArgument):
    """A label or property name that the graph's query language has no way to write. Nothing was sent."""


class UnsafePath(TransferError):
    """A name from the server that would be written outside the folder it belongs in. Nothing was written."""


class TransfersFailed(TransferError):
    """Some of many files were not moved."""

    def __init__(
        self, what: str = "", errors: Mapping[str, Exception] | None = None, done: Mapping[str, Any] | None = None, **facts: Any
    ) -> None:
        self.errors = _by_name("errors", errors)
        """Per file, what went wrong."""
        self.done = _by_name("done", done)
        """Per file that was moved, what came of it."""
        super().__init__(f"{len(self.errors)} files were not {what}, {len(self.done)} were" + told(self.errors), **facts)


@dataclass(frozen=True)
class RowError:
    """A row that the server refused. `line` counts the lines of the file; None when the server did not say which."""

    file: str
    line: int | None
    message: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line if self.line is not None else '?'}: {self.message}"


class RowsFailed(ClientError):
    """The server refused rows; the other rows of the same call were applied."""

    def __init__(self, rows: Sequence[RowError] = (), *, sent: int = 0, **facts: Any) -> None:
        self.rows = tuple(rows)
        self.sent = sent
        """How many rows had been sent when this was raised."""
        super().__init__(
            f"the server refused {len(self.rows)} of {sent} rows; the others were applied" + listed([str(one) for one in rows]), **facts
        )


class DatasetsFailed(ClientError, ChildProcessError):
    """Some datasets could not be fetched. The others are in `datasets`, and are written where they belong."""

    def __init__(self, errors: Mapping[str, Exception] | None = None, datasets: Mapping[str, Any] | None = None, **facts: Any) -> None:
        self.errors = _by_name("errors", errors)
        """Per dataset id, what went wrong."""
        self.datasets = _by_name("datasets", datasets)
        """Per dataset id, what was fetched."""
        self.result: Any = None
        """What the function would have returned, without the datasets that failed."""
        super().__init__(f"{len(self.errors)} datasets could not be fetched, {len(self.datasets)} were" + told(self.errors), **facts)


class ResultExpired(ClientError):
    """The result of a query that ran in the background is not there: it was not ready in time, or the server has dropped it."""


def _by_name(argument: str, given: Mapping[str, V] | None) -> dict[str, V]:
    if given is not None and not is_mapping(given):
        raise InvalidArgumentType(f"{argument} must be a mapping by name, got {type(given).__name__}")
    return dict(given or {})


def told(errors: Mapping[str, Exception]) -> str:
    """Names and reasons, for a message."""
    return listed([f"{name}: {type(error).__name__}: {str(error).splitlines()[0] if str(error) else ''}" for name, error in errors.items()])


def listed(lines: Sequence[str]) -> str:
    """The first of many lines, for the end of a message."""
    more = [f"… and {len(lines) - SHOWN} more"] if len(lines) > SHOWN else []
    return "".join(f"\n  {line}" for line in [*lines[:SHOWN], *more])
