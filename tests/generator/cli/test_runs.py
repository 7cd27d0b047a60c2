"""Runs that meet: two at once, one that was killed, one that the disk stops. What they say is what they did."""

from __future__ import annotations

import fcntl
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath

import pytest

from generator.cli import main
from generator.write import lock

ROOT = Path(__file__).parents[3]
PACKAGE = Path("generated/things-client")
ENDLESS = "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}"


def _start(*arguments: str, cwd: Path, start_new_session: bool = False) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "generator.cli", *arguments],
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=start_new_session,
    )


def _until(done: Callable[[], object]) -> None:
    deadline = time.monotonic() + 60
    while not done():
        assert time.monotonic() < deadline
        time.sleep(0.02)


def _workers(process: int) -> list[int]:
    return [int(child) for child in Path(f"/proc/{process}/task/{process}/children").read_text().split()]


def _runs(process: int) -> bool:
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


def _second_api(workspace: Path) -> None:
    folder = workspace / "specs/others"
    folder.mkdir()
    for file in ("openapi.yaml", "client.yaml"):
        text = (workspace / "specs/things" / file).read_text("utf-8")
        (folder / file).write_text(text.replace("things-client", "others-client").replace("things_client", "others_client"), "utf-8")


@contextmanager
def _another_run(output: Path) -> Iterator[None]:
    """Has the output folder as another run has it."""
    handle = os.open(output, os.O_RDONLY)
    fcntl.flock(handle, fcntl.LOCK_EX)
    try:
        yield
    finally:
        os.close(handle)


def test_workers_end_with_a_run_that_is_killed(workspace: Path) -> None:
    _second_api(workspace)
    readme = workspace / "templates/README.md.jinja"
    before = readme.read_text("utf-8")
    readme.write_text(ENDLESS, "utf-8")
    with _start("generate", cwd=workspace) as run:
        _until(lambda: len(_workers(run.pid)) == 2)
        workers = _workers(run.pid)
        run.send_signal(signal.SIGKILL)
    _until(lambda: not any(map(_runs, workers)))
    assert not list((workspace / "generated").rglob("*.py"))
    readme.write_text(before, "utf-8")
    assert main(["generate"]) == 0 and main(["check"]) == 0


@pytest.mark.usefixtures("interruptible")
def test_a_run_that_is_interrupted_ends_at_once_and_says_so(workspace: Path) -> None:
    _second_api(workspace)
    (workspace / "templates/README.md.jinja").write_text(ENDLESS, "utf-8")
    with _start("generate", cwd=workspace, start_new_session=True) as run:
        _until(lambda: len(_workers(run.pid)) == 2)
        os.killpg(run.pid, signal.SIGINT)
        out, error = run.communicate(timeout=60)
    assert (run.returncode, out) == (130, ""), error
    assert error == "interrupted: the next run completes a package that was being written\n"


def test_a_worker_that_is_killed_fails_its_package_only_by_name(workspace: Path) -> None:
    _second_api(workspace)
    (workspace / "templates/README.md.jinja").write_text(ENDLESS, "utf-8")
    with _start("generate", cwd=workspace) as run:
        _until(lambda: len(_workers(run.pid)) == 2)
        os.kill(_workers(run.pid)[0], signal.SIGKILL)
        out, error = run.communicate(timeout=30)
    assert run.returncode == 1 and error == ""
    assert "was killed" in out and "clientgen generate others" in out and "clientgen generate things" in out


def test_a_run_waits_for_another_one(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["generate"]) == 0
    spec = workspace / "specs/things/openapi.yaml"
    spec.write_text(spec.read_text("utf-8").replace("Get a thing.", "Get the thing."), "utf-8")
    with _another_run(workspace / "generated"):
        run = _start("generate", cwd=workspace)
        assert run.stderr and "waiting" in run.stderr.readline()
        assert run.poll() is None and main(["lint"]) == 0
    out = run.communicate(timeout=60)[0]
    assert run.returncode == 0 and "written" in out
    assert main(["check"]) == 0


def test_runs_at_once_all_succeed(workspace: Path) -> None:
    runs = [_start("generate", cwd=workspace) for _ in range(3)]
    outs = sorted((run.communicate(timeout=120)[0] for run in runs), key=len)
    assert [run.returncode for run in runs] == [0, 0, 0]
    assert outs[:2] == ["things: unchanged\n"] * 2 and "files written" in outs[2]


@pytest.mark.parametrize("first", [True, False], ids=["the first run", "a later run"])
def test_a_package_whose_run_was_cut_is_made_again(workspace: Path, capsys: pytest.CaptureFixture[str], first: bool) -> None:
    if not first:
        assert main(["generate"]) == 0
    readme = workspace / "templates/README.md.jinja"
    before = readme.read_text("utf-8")
    readme.write_text("# {{ package.title | markdown }}, new\n", "utf-8")
    (workspace / "templates/old.md.jinja").write_text("Old.\n", "utf-8")
    folder = workspace / PACKAGE
    with _start("generate", cwd=workspace) as run:  # stopped at its first file
        _until(
            lambda: (folder / lock.NAME).exists() and '"inputs": {}' in (folder / lock.NAME).read_text("utf-8") or run.poll() is not None
        )
        run.send_signal(signal.SIGKILL)
    manifest = lock.read(folder / lock.NAME)
    assert manifest and manifest.api == "things"
    (folder / ".clientgen-cut").write_bytes(b"")
    readme.write_text(before, "utf-8")
    (workspace / "templates/old.md.jinja").unlink()
    capsys.readouterr()
    assert main(["check"]) == 1
    assert main(["generate"]) == 0
    assert "unchanged" not in capsys.readouterr().out
    assert main(["check"]) == 0 and not (folder / "old.md").exists() and not (folder / ".clientgen-cut").exists()


def test_the_manifest_says_unfinished_until_all_is_there(workspace: Path) -> None:
    from generator.write.files import PartlyWritten, write

    folder, manifest = workspace / "out", PurePosixPath(lock.NAME)
    files = {manifest: "done", PurePosixPath("a.txt"): "a", PurePosixPath("b/c.txt"): "c"}
    (folder / "b/c.txt/__pycache__/mine").mkdir(parents=True)  # where a file has to go
    with pytest.raises(PartlyWritten) as caught:
        write(files, folder, manifest=(manifest, "unfinished"))
    assert [str(change.path) for change in caught.value.done] == [lock.NAME, "a.txt"]
    assert (folder / manifest).read_text("utf-8") == "unfinished" and (folder / "b/c.txt/__pycache__/mine").is_dir()


def test_a_run_that_the_disk_stops_says_what_it_wrote(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["generate"]) == 0
    (workspace / PACKAGE / "src/things_client/py.typed").unlink()
    (workspace / PACKAGE / "src/things_client/py.typed/__pycache__/mine").mkdir(parents=True)
    (workspace / "templates/README.md.jinja").write_text("new\n", "utf-8")
    capsys.readouterr()
    assert main(["generate"]) == 1
    out = capsys.readouterr().out
    assert "things: stopped after 2 files; run it again, 1 error" in out and "py.typed" in out and "nothing was written" not in out
    assert main(["check"]) == 1


@pytest.mark.parametrize("command", ["generate", "check"])
def test_an_output_folder_that_is_a_link_is_refused(workspace: Path, capsys: pytest.CaptureFixture[str], command: str) -> None:
    assert main(["generate"]) == 0
    (workspace / "generated").rename(workspace / "elsewhere")
    (workspace / "generated").symlink_to("elsewhere")
    (workspace / "elsewhere/things-client/README.md").write_text("mine", "utf-8")
    capsys.readouterr()
    assert main([command]) == 1
    out = capsys.readouterr().out
    assert "generated is a symbolic link" in out and "nothing was written" in out
    assert (workspace / "elsewhere/things-client/README.md").read_text("utf-8") == "mine"


@pytest.mark.parametrize("place", ["generated", "generated/things-client", "specs/others"])
def test_a_file_in_place_of_a_folder_is_no_crash(workspace: Path, capsys: pytest.CaptureFixture[str], place: str) -> None:
    (workspace / place).parent.mkdir(exist_ok=True)
    (workspace / place).write_text("mine", "utf-8")
    assert main(["generate", "things"]) == (0 if place == "specs/others" else 1)
    out = capsys.readouterr().out
    assert ("files written" if place == "specs/others" else "nothing was written") in out and "Traceback" not in out
    assert (workspace / place).read_text("utf-8") == "mine"


@pytest.mark.parametrize("link", ["generated/things-client", "generated/things-client/clientgen.lock", "generated/things-client/more.py"])
def test_a_link_in_a_package_is_named_and_left_alone(workspace: Path, capsys: pytest.CaptureFixture[str], link: str) -> None:
    assert main(["generate"]) == 0
    path = workspace / link
    if path.exists():
        path.rename(workspace / "elsewhere")
    path.symlink_to(workspace / "elsewhere")
    capsys.readouterr()
    assert main(["generate"]) == 1
    out = capsys.readouterr().out
    assert "is a symbolic link" in out and "nothing was written" in out and path.is_symlink()


def test_a_pipe_in_a_package_is_named_and_not_waited_for(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["generate"]) == 0
    for place in ("clientgen.lock", "src/things_client/hooks.py", "src/things_client/more.py"):
        path = workspace / "generated/things-client" / place
        before = path.read_bytes() if path.exists() else None
        path.unlink(missing_ok=True)
        os.mkfifo(path)
        capsys.readouterr()
        assert main(["generate"]) == main(["check"]) == 1
        assert f"{place} is no regular file" in capsys.readouterr().out
        path.unlink()
        if before is not None:
            path.write_bytes(before)
