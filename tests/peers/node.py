"""Starts a script of this folder under Node and stops it again, reliably.

A script gets one line of JSON on standard input and answers one line of JSON when it is ready; it ends when its standard input is closed, so
that not even a killed test run leaves one behind. This module must never know what the scripts do.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import tempfile
from collections.abc import Generator, Mapping
from contextlib import contextmanager
from pathlib import Path
from selectors import EVENT_READ, DefaultSelector
from typing import Any, NoReturn

import pytest

HERE = Path(__file__).parent
START = 60.0
"""Seconds that a script may take until it is ready; on a busy machine even Node is slow."""


def require(package: str) -> None:
    """Skip what cannot run without `npm ci`; in CI, where nothing may be left out, fail."""
    if shutil.which("node") and (HERE / "node_modules" / package).is_dir():
        return
    message = f"{package} is not installed: `make test` installs it, and so does `npm ci` in tests/peers"
    if os.environ.get("CI"):
        pytest.fail(message)
    pytest.skip(message)


@contextmanager
def running(script: str, settings: Mapping[str, Any]) -> Generator[Mapping[str, Any], None, None]:
    """Run a script while the block lasts. Yields: what it said when it was ready."""
    with tempfile.TemporaryFile() as errors:
        process = subprocess.Popen(
            ["node", str(HERE / script)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=errors, cwd=HERE, bufsize=0
        )
        assert process.stdin is not None and process.stdout is not None
        try:
            process.stdin.write(json.dumps(settings).encode() + b"\n")
            line = _line(process)
            if not line:
                _give_up(script, process, errors)
            yield json.loads(line)
            if process.poll() is not None:
                _give_up(script, process, errors)
        finally:
            process.stdin.close()
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
            process.stdout.close()


def _line(process: subprocess.Popen[bytes]) -> bytes:
    """The first line that the process says; empty when it ends, or takes too long, before."""
    assert process.stdout is not None
    said = b""
    with DefaultSelector() as selector:
        selector.register(process.stdout, EVENT_READ)
        while not said.endswith(b"\n"):
            part = process.stdout.read(65536) if selector.select(START) else b""
            if not part:
                return b""
            said += part
    return said


def _give_up(script: str, process: subprocess.Popen[bytes], errors: Any) -> NoReturn:
    process.kill()
    process.wait()
    errors.seek(0)
    told = errors.read().decode(errors="replace")[-4000:]
    raise RuntimeError(f"{script} ended or did not get ready (exit status {process.returncode}):\n{told}")
