"""CPU time of other processes, always of several contenders in turn, so that whatever else the machine does falls on all of them.

Knows neither clients nor generators.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Generator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import IO, Self, TypeVar

K = TypeVar("K")
M = TypeVar("M")

WORKER = Path(__file__).resolve().parent / "workers" / "run.py"
SERVER = Path(__file__).resolve().parent / "server.py"


class Failed(Exception):
    """A process that was to be measured ended with an error; the message holds what it said."""


def cpu_of(command: Sequence[str], env: Mapping[str, str], folder: Path | None = None) -> float:
    """Seconds of CPU (user and system) of a process and all its children until it ends. Its output is thrown away unless it fails."""
    with tempfile.TemporaryFile() as said:
        process = subprocess.Popen(command, env=dict(env), cwd=folder, stdin=subprocess.DEVNULL, stdout=said, stderr=said)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            said.seek(0)
            raise Failed(f"{' '.join(command)} ended with {process.returncode}:\n{said.read()[-2000:].decode(errors='replace')}")
        return usage.ru_utime + usage.ru_stime


def output_of(command: Sequence[str], env: Mapping[str, str]) -> str:
    """What a program prints."""
    try:
        done = subprocess.run(command, env=dict(env), capture_output=True, text=True, check=False, timeout=300)
    except subprocess.TimeoutExpired:
        raise Failed(f"{' '.join(command)} did not end in five minutes") from None
    if done.returncode:
        raise Failed(f"{' '.join(command)} ended with {done.returncode}:\n{done.stderr[-2000:]}")
    return done.stdout


def in_turn(contenders: Mapping[K, Callable[[], M]], rounds: int, warm_up: int = 1) -> dict[K, list[M]]:
    """What each contender gave in each round. The order rotates, so that nobody always comes first; the first `warm_up` rounds do not count."""
    names = list(contenders)
    found: dict[K, list[M]] = {name: [] for name in names}
    for number in range(rounds + warm_up):
        shift = number % len(names)
        for name in names[shift:] + names[:shift]:
            value = contenders[name]()
            if number >= warm_up:
                found[name].append(value)
    return found


class Worker:
    """A process that repeats one task on demand and says what CPU time that took it."""

    def __init__(self, python: str, env: Mapping[str, str], module: str, task: str, *arguments: str) -> None:
        command = [python, str(WORKER), module, task, *arguments]
        self._name = f"{module} {task}"
        self._process = subprocess.Popen(command, env=dict(env), stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def cpu(self, times: int) -> float:
        """Seconds of CPU of the worker, all its threads, for one of so many repetitions."""
        return self._ask(times)[0]

    def wall(self, times: int) -> float:
        """Seconds that pass for one of so many repetitions."""
        return self._ask(times)[1]

    def both(self, times: int) -> tuple[float, float]:
        """CPU and time that passes, of the same repetitions."""
        return self._ask(times)

    def _ask(self, times: int) -> tuple[float, float]:
        to, back = _pipe(self._process.stdin), _pipe(self._process.stdout)
        to.write(f"{times}\n")
        to.flush()
        answer = back.readline().split()
        if len(answer) != 2:
            raise Failed(f"the worker {self._name} stopped (its message is above)")
        return int(answer[0]) / times / 1e9, int(answer[1]) / times / 1e9

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        _pipe(self._process.stdin).close()
        try:
            self._process.wait(10)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        _pipe(self._process.stdout).close()


@contextmanager
def server(*arguments: str, program: Path = SERVER) -> Generator[str]:
    """The local server in a process of its own; gives its URL."""
    process = subprocess.Popen([sys.executable, str(program), *arguments], stdout=subprocess.PIPE, text=True)
    try:
        yield f"http://127.0.0.1:{_pipe(process.stdout).readline().strip()}"
    finally:
        process.terminate()
        process.wait()
        _pipe(process.stdout).close()


def _pipe(stream: IO[str] | None) -> IO[str]:
    if stream is None:
        raise Failed("a worker has no pipe")
    return stream
