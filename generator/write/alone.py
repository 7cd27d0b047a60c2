"""One run at a time: a lock on the output folder, kept by a run and by all processes that it has started.

It is a lock of the operating system, which ends with the last process that holds it, however that one ends.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Generator
from contextlib import contextmanager
from pathlib import Path
from typing import Final


@contextmanager
def alone(folder: Path, waiting: Callable[[], None]) -> Generator[None]:
    """Wait until no other run has `folder` (which exists); `waiting` is called once when there is one.

    Raises:
        OSError: the folder cannot be opened, or its file system has no locks.
    """
    handle = _open(folder)
    try:
        if not _take(handle, wait=False):
            waiting()
            while not _take(handle, wait=True):
                pass
        yield
    finally:
        os.close(handle)  # this gives the lock back, unless a worker that outlived its run still has it


_FILE: Final = ".clientgen-running"
"""What is locked where a folder cannot be; an empty file, which is left there."""

if sys.platform == "win32":
    import msvcrt

    def _open(folder: Path) -> int:
        return os.open(folder / _FILE, os.O_RDWR | os.O_CREAT)

    def _take(handle: int, wait: bool) -> bool:
        try:
            msvcrt.locking(handle, msvcrt.LK_LOCK if wait else msvcrt.LK_NBLCK, 1)  # waits 10 seconds at most
        except OSError:
            return False
        return True

else:
    import fcntl

    def _open(folder: Path) -> int:
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
        try:
            _take(handle, wait=False)
        except OSError:  # some network file systems lock only what is open for writing
            os.close(handle)
            return os.open(folder / _FILE, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW, 0o644)
        return handle

    def _take(handle: int, wait: bool) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
        except BlockingIOError:
            return False
        return True
