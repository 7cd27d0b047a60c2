"""A worker: prepares one task of one contender, then repeats it as often as it is told, and says how long that took.

    run.py MODULE TASK [ARGUMENT]...

Reads a number per line; prints nanoseconds of CPU (of all threads) and nanoseconds passed. Imports nothing of the contender by itself.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from importlib import import_module


def main() -> None:
    """Prepare, then measure on demand."""
    module, task, *arguments = sys.argv[1:]
    prepare: Callable[..., Callable[[int], None]] = getattr(import_module(module), task)
    repeat = prepare(*arguments)
    for line in sys.stdin:
        times = int(line)
        began, cpu = time.perf_counter_ns(), time.process_time_ns()
        repeat(times)
        used, passed = time.process_time_ns() - cpu, time.perf_counter_ns() - began
        print(used, passed, flush=True)


if __name__ == "__main__":
    main()
