"""A missing extra says what to type. An extra's lowest and its installed version work."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path

import pytest
from filelock import FileLock

from .conftest import DISTRIBUTIONS, ROOT, Installed
from .test_dependencies import project
from .test_wheel import CALLS

WITH_FRAMES = ("cognite-client", "cosmotech-client")
FIRST_WHEELS = {(3, 12): ("2.1.1", "1.26.0"), (3, 13): ("2.2.3", "2.1.0")}
"""The first pandas and numpy that can be installed where that is not the lowest that the extra allows: Python came later."""
PROGRAM = """
import sys
from importlib import import_module

name, way, client, settings, call = sys.argv[1:]


def called(setting, value):
    made = getattr(import_module(name), client)(**eval(settings), base_url="https://127.0.0.1:1")
    setattr(made.configuration, setting, value)
    eval(f"made.{call}")


def frame():
    if name == "cosmotech_client":
        import_module(f"{name}.runner").to_frame([])
    import_module(f"{name}.data_classes").Asset(id=1).to_pandas()


def plot():
    points = import_module(f"{name}.data_classes").Datapoints(id=1)
    points.to_pandas = dict
    points.plot()


WAYS = {
    "http2": lambda: called("http2", True),
    "socks": lambda: called("proxy", "socks5://127.0.0.1:2"),
    "progress": lambda: import_module(f"{name}._runtime.jobs.progress").Progress(True, "a file"),
    "otel": lambda: import_module(f"{name}.hooks").OpenTelemetry(),
    "testing": lambda: import_module(f"{name}.testing").local_server().__enter__(),
    "pandas": frame,
    "plot": plot,
}
try:
    WAYS[way]()
except Exception as error:
    print(error)
"""
THEIRS = {"httpx", "sympy"}
"""What nothing of ours needs: a user who hands over a client of httpx, or a formula of sympy, has them."""


@pytest.mark.parametrize(
    ("distribution", "extra"),
    [(name, extra) for name in DISTRIBUTIONS for extra in project(name)["optional-dependencies"] if extra not in THEIRS],
)
def test_a_missing_extra_says_what_to_type(distribution: str, extra: str, installed: Callable[[str], Installed]) -> None:
    package, call = installed(distribution), CALLS[distribution]
    assert f'pip install "{distribution}[{extra}]"' in package.run(
        PROGRAM, package.name, extra, call.client, repr(call.settings), call.call
    )


@pytest.fixture(scope="session")
def lowest(pytestconfig: pytest.Config) -> tuple[str, Path]:
    """The lowest pandas that both packages allow, and a folder with it and the lowest NumPy. It is kept from run to run."""
    allowed = {requirement for name in WITH_FRAMES for requirement in project(name)["optional-dependencies"]["pandas"]}
    assert len(allowed) == 2, "both packages allow the same"
    bounds = dict(requirement.split(">=") for requirement in allowed)
    pandas, numpy = FIRST_WHEELS.get(sys.version_info[:2], (bounds["pandas"], bounds["numpy"]))
    assert pytestconfig.cache is not None
    folder = pytestconfig.cache.mkdir(f"pandas-{pandas}-numpy-{numpy}-python-{sys.version_info[0]}.{sys.version_info[1]}")
    with FileLock(folder / "lock"):
        if not (folder / "done").exists():
            command = [
                sys.executable,
                "-m",
                "pip",
                "install",
                "--quiet",
                "--disable-pip-version-check",
                "--only-binary",
                ":all:",
                "--upgrade",
            ]
            command += ["--target", str(folder / "packages"), f"pandas=={pandas}", f"numpy=={numpy}"]
            result = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)
            assert result.returncode == 0, result.stderr
            (folder / "done").touch()
    return pandas, folder / "packages"


def _frames(distribution: str, *folders: Path) -> str:
    """Runs the program with frames of a package, with the modules in some folders before what is installed; the version of pandas it found."""
    program = Path(__file__).parent / "programs" / f"{distribution.replace('-', '_')}_frames.py"
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(map(str, (*folders, ROOT / "generated" / distribution / "src")))}
    result = subprocess.run([sys.executable, program], env=env, capture_output=True, text=True, timeout=120, check=False)
    assert result.returncode == 0, result.stderr
    return result.stdout.strip()


@pytest.mark.parametrize("distribution", WITH_FRAMES)
def test_frames_work_with_the_lowest_pandas(distribution: str, lowest: tuple[str, Path]) -> None:
    found, folder = lowest
    assert _frames(distribution, folder) == found


@pytest.mark.parametrize("distribution", WITH_FRAMES)
def test_frames_work_with_the_installed_pandas(distribution: str) -> None:
    assert _frames(distribution) == version("pandas")
