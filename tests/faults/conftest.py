"""A stage per test and side, which must leave threads, tasks and file descriptors as it found them, and no secret in the log."""

from __future__ import annotations

import gc
import logging
import os
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.support.fault_server import FaultServer

from .deeds import TOKEN
from .world import CANARY, Stage


def _open_files() -> int:
    return len(os.listdir("/proc/self/fd")) if os.path.isdir("/proc/self/fd") else 0


@pytest.fixture(autouse=True)
def nothing_left(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """What was opened is closed, what was started has ended, and the log, in which everything is told, tells no secret."""
    caplog.set_level(logging.DEBUG)
    threads, files = set(threading.enumerate()), _open_files()
    yield
    ends = time.monotonic() + 5
    while True:
        more_threads = [thread for thread in threading.enumerate() if thread not in threads and thread.is_alive()]
        more_files = _open_files() - files
        if not more_threads and more_files <= 0:
            break
        assert time.monotonic() < ends, (more_threads, more_files)
        time.sleep(0.01)
        gc.collect()
    assert CANARY not in caplog.text and TOKEN not in caplog.text


@pytest.fixture
def server(nothing_left: None) -> Iterator[FaultServer]:
    with FaultServer() as running:
        yield running


@pytest.fixture(params=["sync", "async"])
def stage(request: pytest.FixtureRequest, server: FaultServer, tmp_path: Path, caplog: Any) -> Iterator[Stage]:
    made = Stage(request.param == "async", server, tmp_path, caplog)
    yield made
    made.close()


@pytest.fixture
def evil(nothing_left: None) -> Iterator[FaultServer]:
    """A server that belongs to somebody else."""
    with FaultServer() as running:
        yield running
