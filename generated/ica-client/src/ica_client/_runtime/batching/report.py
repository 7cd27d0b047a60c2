"""The report of a batch: whether each input is done, failed, unknown or skipped.

Consecutive inputs with the same outcome are stored together, so that a report needs little more memory than the results.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import chain
from os import PathLike
from typing import Any, Generic, Literal, TypeVar

import msgspec

from ..declarations.errors import BatchError

R = TypeVar("R")

State = Literal["done", "failed", "unknown", "skipped"]
STATES: tuple[State, ...] = ("done", "failed", "unknown", "skipped")


class Outcome(msgspec.Struct, Generic[R], frozen=True):
    """The outcome of one input."""

    index: int
    """The position of the input, from 0."""
    state: State
    """`done`: applied. `failed`: not applied. `unknown`: it may have been applied. `skipped`: never sent."""
    value: R | None = None
    """The result, when done."""
    error: Exception | None = None
    """What went wrong, when failed or unknown."""
    attempts: int = 0
    """How often it was sent."""
    chunk: int = 0
    """The number of the chunk it was in, from 0."""
    item: Any = None
    """The input itself, unless it is done."""


class Part(msgspec.Struct):
    """A run of inputs with the same outcome. `values` belong to done inputs, `items` (the inputs themselves) to all others."""

    start: int
    count: int
    state: State
    chunk: int
    attempts: int = 0
    values: Sequence[Any] | None = None
    error: Exception | None = None
    items: Sequence[Any] | None = None
    answer: Any = None
    """The answer of the call, of callers that read it themselves."""
    answered: float | None = None
    """When the answer of the call came, in seconds of the batch's clock, when done."""

    def outcomes(self) -> Iterator[Outcome[Any]]:
        """One entry per input."""
        for offset in range(self.count):
            yield self.outcome(offset)

    def outcome(self, offset: int) -> Outcome[Any]:
        """The entry of the input at `offset` in this run."""
        value = None if self.values is None else self.values[offset]
        item = None if self.items is None else self.items[offset]
        return Outcome(self.start + offset, self.state, value, self.error, self.attempts, self.chunk, item)


class Report(Generic[R]):
    """A sequence of outcomes in the order of the inputs. A batch returns a `BatchReport`, which can also send failed inputs again."""

    def __init__(self, parts: Sequence[Part] = (), operation: str = "", rest: bool = False) -> None:
        """Args: rest: the input was not read to its end; what was not read is not listed."""
        self.parts = sorted(parts, key=lambda part: part.start)
        self.operation = operation
        self.rest = rest
        self._starts = [part.start for part in self.parts]

    def __len__(self) -> int:
        return sum(part.count for part in self.parts)

    def __iter__(self) -> Iterator[Outcome[R]]:
        for part in self.parts:
            yield from part.outcomes()

    def __getitem__(self, index: int) -> Outcome[R]:
        """The outcome of the input at `index`."""
        place = bisect_right(self._starts, index) - 1
        if place < 0 or index >= self.parts[place].start + self.parts[place].count:
            raise IndexError(index)
        return self.parts[place].outcome(index - self.parts[place].start)

    def count(self, state: State) -> int:
        """How many inputs have that state."""
        return sum(part.count for part in self.parts if part.state == state)

    def outcomes(self, *states: State) -> Iterator[Outcome[R]]:
        """The outcomes with one of those states, in input order."""
        return (outcome for part in self.parts if part.state in states for outcome in part.outcomes())

    @property
    def ok(self) -> bool:
        """Whether everything is done."""
        return not self.rest and all(part.state == "done" for part in self.parts)

    @property
    def values(self) -> list[R]:
        """The results of the inputs that are done, in input order."""
        return list(chain.from_iterable(part.values or () for part in self.parts))

    @property
    def first_error(self) -> Exception | None:
        """The error of the first input that has one."""
        return next((part.error for part in self.parts if part.error is not None), None)

    def remaining(self, *states: State) -> list[Any]:
        """The inputs to be sent again: by default those that failed or were skipped, but not those that may have been applied."""
        wanted = states or ("failed", "skipped")
        return [item for part in self.parts if part.state in wanted for item in part.items or ()]

    def raise_if_failed(self) -> None:
        """Raise `BatchError`, with this report, unless everything is done."""
        if not self.ok:
            raise self.error()

    def error(self) -> BatchError:
        """The error that says what this report says."""
        first = self.first_error
        because = f"; first error: {first}" if first is not None else ""
        advice = " Look before you send the unknown ones again." if self.count("unknown") else ""
        error = BatchError(
            f"{self.operation or 'batch'}: {self.summary()}{because}.{advice}", report=self, operation=self.operation or None
        )
        error.__cause__ = first
        return error

    def summary(self) -> str:
        """`3 done, 1 failed`."""
        counts = ", ".join(f"{self.count(state)} {state}" for state in STATES if self.count(state))
        return (counts or "nothing sent") + (", input not read to its end" if self.rest else "")

    def merged(self, again: Report[R], indexes: Sequence[int]) -> Report[R]:
        """This report with the outcomes of a second run over some of its inputs put in their places."""
        replaced = {index: outcome for index, outcome in zip(indexes, again, strict=False)}
        parts: list[Part] = []
        for outcome in self:
            new = replaced.get(outcome.index, outcome)
            attempts = outcome.attempts + (0 if new is outcome else new.attempts)
            values, items = ([new.value], None) if new.state == "done" else (None, [outcome.item])
            parts.append(Part(outcome.index, 1, new.state, new.chunk, attempts, values, new.error, items))
        return Report(parts, operation=self.operation, rest=self.rest)

    def to_jsonl(self, path: str | PathLike[str]) -> None:
        """Write one JSON object per input: `index, state, attempts, chunk`, and `value`, or `error` and `item`."""
        with open(path, "wb") as file:
            file.writelines(msgspec.json.encode(_shown(outcome), enc_hook=str) + b"\n" for outcome in self)

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.operation}: {self.summary()}>"


def _shown(outcome: Outcome[Any]) -> dict[str, Any]:
    shown: dict[str, Any] = {"index": outcome.index, "state": outcome.state, "attempts": outcome.attempts, "chunk": outcome.chunk}
    if outcome.state == "done":
        return shown | {"value": outcome.value}
    error = None if outcome.error is None else f"{type(outcome.error).__name__}: {outcome.error}"
    return shown | {"error": error, "item": outcome.item}
