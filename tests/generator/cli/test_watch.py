"""`clientgen watch`, completion, and what a terminal sees."""

from __future__ import annotations

import json
import os
import pty
import signal
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
COMMAND = [sys.executable, "-m", "generator.cli"]
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": ""}
SPEC = Path("specs/things/openapi.yaml")
MODULE = Path("clients/things-client/src/things_client/aio/things.py")


@pytest.mark.usefixtures("interruptible")
def test_watching_shows_every_change_and_every_mistake(project: Path) -> None:
    text = SPEC.read_text("utf-8")
    with subprocess.Popen(
        [*COMMAND, "watch", "--json"], cwd=project, env=ENVIRONMENT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout

        def said() -> dict[str, object]:
            assert process.stdout
            return dict(json.loads(process.stdout.readline()))

        try:
            assert said() == {"watching": ["specs", "clientgen.yaml"]}
            SPEC.write_text(text.replace("Get a thing.", "Get this thing."), "utf-8")
            first = said()
            assert first["ok"] and "Get this thing." in MODULE.read_text("utf-8")
            SPEC.write_text("openapi: [", "utf-8")
            assert not said()["ok"]
            SPEC.write_text(text.replace("Get a thing.", "Get that thing."), "utf-8")
            assert said()["ok"] and "Get that thing." in MODULE.read_text("utf-8")
            process.send_signal(signal.SIGINT)
            assert (process.wait(20), process.stdout.read()) == (0, "")
        finally:
            process.kill()


def test_a_shell_completes_commands_and_apis(project: Path) -> None:
    def completed(words: str) -> list[str]:
        environment = {**ENVIRONMENT, "_CLIENTGEN_COMPLETE": "complete_bash", "COMP_WORDS": words, "COMP_CWORD": str(len(words.split()))}
        return subprocess.run(COMMAND, cwd=project, env=environment, capture_output=True, text=True, check=False).stdout.split()

    assert {"new", "build", "watch"} <= set(completed("clientgen "))
    assert completed("clientgen generate ") == ["things"]
    assert completed("clientgen release ") == ["things"]
    assert completed("clientgen diff --fail-on ") == ["breaking", "compatible", "documentation", "never"]
    assert "README.md.jinja" in completed("clientgen templates --copy ")


def seen(arguments: list[str], folder: Path, **environment: str) -> tuple[str, str]:
    """What a command prints to a terminal: standard output and standard error."""
    (out, out_end), (err, err_end) = pty.openpty(), pty.openpty()
    with subprocess.Popen(
        [*COMMAND, *arguments], cwd=folder, env={**ENVIRONMENT, **environment}, stdout=out_end, stderr=err_end
    ) as process:
        os.close(out_end)
        os.close(err_end)
        texts = ["", ""]
        for index, handle in enumerate((out, err)):
            while True:
                try:
                    data = os.read(handle, 65536)
                except OSError:  # the other end is closed
                    break
                if not data:
                    break
                texts[index] += data.decode()
            os.close(handle)
        process.wait(60)
    return texts[0], texts[1]


def test_a_terminal_sees_progress_and_colours_only_where_it_wants_them(project: Path) -> None:
    for name in ("b", "c"):
        (project / "specs" / name).mkdir()
        (project / "specs" / name / "openapi.yaml").write_text("openapi: [\n", "utf-8")
    out, err = seen(["generate"], project, TERM="xterm", NO_COLOR="")
    assert "\x1b[" in out and "not YAML" in out
    assert "clientgen: 1 of 2 packages" in err and err.endswith("\r\x1b[K")
    out, err = seen(["diff", "things", "--from", str(SPEC), "--documents-only"], project, TERM="xterm")
    assert "no change" in out and "clientgen: 0 of 1 packages" in err and err.endswith("\r\x1b[K")
    out, _ = seen(["lint"], project, TERM="xterm", NO_COLOR="1")
    assert "\x1b" not in out and "not YAML" in out
    out, _ = seen(["lint", "--json"], project, TERM="xterm")
    assert "\x1b" not in out and json.loads(out)["ok"] is False
