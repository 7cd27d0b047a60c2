"""What soaks share: chance with a seed, a server that fails at random and counts what it has applied, and how a report is held against that.

`SOAK_SECONDS`: how long each subject goes on, on each side (it ends with the round that is running). `SOAK_SEED`: where chance begins.
"""

from __future__ import annotations

import asyncio
import importlib
import inspect
import os
import random
import threading
import time
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from typing import Any, Self

from tests.support.fault_server import Behaviour, FaultServer, Reply, Seen

SECONDS = float(os.environ.get("SOAK_SECONDS", "0.2"))
SEED = int(os.environ.get("SOAK_SEED", "10"))
BEFORE = (429, 500, 502, 503, 504, "drop", "slow")
AFTER = (500, 503, 408, 507, 599, "drop", "cut")
PASSING = (500, 503, 408, "drop", "cut")
"""Those of them after which what only reads is asked again."""


def rounds(subject: str) -> Iterator[random.Random]:
    """Chance for one round after the other until the time is over. What is printed is shown when the test fails."""
    ends = time.monotonic() + SECONDS
    number = 0
    while number == 0 or time.monotonic() < ends:
        print(f"{subject}: SOAK_SEED={SEED}, round {number}")
        yield random.Random(f"{SEED} {subject} {number}")
        number += 1


class Unreliable:
    """Puts faults before and after what a server does. One request at a time, so that chance and counts are one sequence.

    Args:
        behaviour: what the server does when nothing goes wrong; whatever it applies, it counts by `apply`.
        rate: how many of the requests meet a fault.
    """

    def __init__(self, chance: random.Random, behaviour: Behaviour, *, rate: float = 0.3) -> None:
        self.applied: Counter[Hashable] = Counter()
        self.faults = 0
        self._chance = chance
        self._behaviour = behaviour
        self.rate = rate
        self.after: Sequence[int | str] = AFTER
        self._lock = threading.Lock()

    def apply(self, keys: Iterable[Hashable]) -> None:
        """Count what is carried out."""
        self.applied.update(keys)

    def __call__(self, seen: Seen) -> Reply:
        with self._lock:
            if self._chance.random() >= self.rate:
                return self._behaviour(seen)
            self.faults += 1
            if self._chance.random() < 0.5:
                return self._before(seen, self._chance.choice(BEFORE))
            return self._after(self._behaviour(seen), self._chance.choice(self.after))

    def _before(self, seen: Seen, fault: int | str) -> Reply:
        if fault == "drop":
            return Reply(drop=True)
        if fault == "slow":
            answer = self._behaviour(seen)
            return Reply(answer.body, answer.status, answer.headers, delay=0.01)
        return Reply({"error": {"code": fault, "message": "not now"}}, int(fault), {"Retry-After": "0"})

    def _after(self, answer: Reply, fault: int | str) -> Reply:
        if fault == "drop":
            return Reply(drop=True)
        if fault == "cut":
            return Reply(answer.body, answer.status, answer.headers, cut=self._chance.randrange(3))
        return Reply({"error": {"code": fault, "message": "too late"}}, int(fault))


class Client:
    """A client of a package, sync or async; `do` waits for whatever is to be waited for."""

    def __init__(self, package: str, name: str, is_async: bool, server: FaultServer, tries: int = 4, **settings: Any) -> None:
        module = importlib.import_module(package)
        policy = module.RetryPolicy(attempts=tries, base=0.001, longest=0.002)
        self.loop = asyncio.new_event_loop() if is_async else None
        self._made: Any = getattr(module, f"Async{name}" if is_async else name)(base_url=server.url, **settings)
        self.client: Any = self._made.with_options(retries=policy)

    def do(self, function: Callable[..., Any], *arguments: Any, **named: Any) -> Any:
        """What a call gives, waited for; all of what is iterated over asynchronously."""
        if self.loop is None:
            return function(*arguments, **named)

        async def wait() -> Any:
            value = function(*arguments, **named)
            if hasattr(value, "__aiter__"):
                return [item async for item in value]
            return await value if inspect.isawaitable(value) else value

        return self.loop.run_until_complete(wait())

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exc_info: object) -> None:
        self.do(self._made.aclose if self.loop else self._made.close)
        if self.loop is not None:
            self.loop.run_until_complete(self.loop.shutdown_default_executor())
            self.loop.close()


def agree(
    applied: Counter[Hashable],
    given: Iterable[Hashable],
    *,
    done: Iterable[Hashable],
    failed: Iterable[Hashable] = (),
    unknown: Iterable[Hashable] = (),
) -> None:
    """Hold a report against what the server has applied: nothing is lost, nothing is doubled, and nothing is said that is not so."""
    told = Counter([*(done := list(done)), *(failed := list(failed)), *unknown])
    assert told == Counter(given), "each input is reported once"
    assert max(applied.values(), default=0) <= 1, f"applied twice: {[key for key, count in applied.items() if count > 1][:5]}"
    assert not (lost := [key for key in done if not applied[key]]), f"reported as done, and never applied: {lost[:5]}"
    assert not (there := [key for key in failed if applied[key]]), f"reported as failed, and applied: {there[:5]}"
    assert not (strange := set(applied) - set(told)), f"applied, and never given: {list(strange)[:5]}"


def report_agrees(applied: Counter[Hashable], given: Iterable[int], report: Any) -> None:
    """The same for the report of a batch whose inputs are their own indexes."""
    indexes = {state: [outcome.index for outcome in report.outcomes(state)] for state in ("done", "failed", "skipped", "unknown")}
    agree(applied, given, done=indexes["done"], failed=[*indexes["failed"], *indexes["skipped"]], unknown=indexes["unknown"])
