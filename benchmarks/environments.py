"""The environments that the benchmarks run in: one per contender, below `.cache/benchmarks`, made once and kept until a pin changes.

Holds pins (through `requirements/`), the one-file copy of the spec, and the clients that the peers generate from it. Must never measure anything.
"""

from __future__ import annotations

import fcntl
import hashlib
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Generator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CACHE = ROOT / ".cache" / "benchmarks"
REQUIREMENTS = Path(__file__).resolve().parent / "requirements"
UBIOPS = "ubiops"
COGNITE = "cognite"

CLIENT = "client"
OPC = "openapi-python-client"
OAG = "openapi-generator"
PEERS = "peers"
FRAMES = "frames"


class NotReady(Exception):
    """Something that a benchmark stands on is missing; the message says what, and what to do."""


@contextmanager
def alone() -> Generator[None]:
    """Until no other run of the benchmarks is going on in this clone: two would share folders, and each would distort what the other measures."""
    CACHE.mkdir(parents=True, exist_ok=True)
    with open(CACHE / "lock", "w", encoding="ascii") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            print("another run is going on; waiting for its end ...", file=sys.stderr)
            fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def scripts(name: str) -> Path:
    """The folder with the programs of an environment, which is made first when need be."""
    folder = CACHE / "environments" / name
    wanted = REQUIREMENTS / f"{name}.txt"
    stamp = _digest(wanted.read_bytes(), sys.version.encode())
    place = folder / ("Scripts" if os.name == "nt" else "bin")
    if not _has(folder, stamp):
        print(f"making the environment {name} ...", file=sys.stderr)
        shutil.rmtree(folder, ignore_errors=True)
        _run([sys.executable, "-m", "venv", str(folder)])
        _run([str(place / "python"), "-m", "pip", "install", "--quiet", "--no-deps", "--requirement", str(wanted)])
        _mark(folder, stamp)
    return place


def python(name: str) -> str:
    """The interpreter of an environment."""
    return str(scripts(name) / "python")


def environment(name: str, *paths: Path) -> dict[str, str]:
    """Environment variables for a process: its programs first, these folders importable, no settings of the caller's Python."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("PYTHON", "UBIOPS", "COGNITE", "VIRTUAL_ENV"))}
    kept["PATH"] = os.pathsep.join([str(scripts(name)), kept.get("PATH", "")])
    if paths:
        kept["PYTHONPATH"] = os.pathsep.join(str(path) for path in paths)
    return kept


def bundle(api: str = UBIOPS) -> Path:
    """The spec of an API as one JSON file, which every peer reads: our own document, with its files put together by our loader."""
    sys.path.insert(0, str(ROOT))
    from generator.load.document import load
    from generator.load.problems import Problems

    problems = Problems()
    spec = ROOT / "specs" / api / "openapi.yaml"
    document = load(spec, problems)
    if document is None or problems.failed:
        raise NotReady(f"{spec.relative_to(ROOT)} cannot be loaded; see `clientgen lint {api}`")
    path = CACHE / "spec" / f"{_cached('openapi', api)}.json"
    path.parent.mkdir(parents=True, exist_ok=True)
    text = json.dumps(document.data, indent=1)
    if not path.is_file() or path.read_text("utf-8") != text:
        path.write_text(text, "utf-8")
    return path


def ours(api: str = UBIOPS) -> Path:
    """A folder with a compiled copy of our generated client: so no byte code is written into the package itself."""
    package = ROOT / "generated" / f"{api}-client" / "src" / f"{api}_client"
    if not package.is_dir():
        raise NotReady(f"{package.relative_to(ROOT)} is missing; run `clientgen generate {api}` first")
    folder = CACHE / "clients" / _cached("ours", api)
    files = sorted(package.rglob("*.py"))
    stamp = _digest(*(part for path in files for part in (str(path.relative_to(package)).encode(), path.read_bytes())))
    if not _has(folder, stamp):
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(package, folder / package.name, ignore=shutil.ignore_patterns("__pycache__"))
        _run([python(CLIENT), "-m", "compileall", "-q", str(folder)])
        _mark(folder, stamp)
    return folder


def opc_command(spec: Path, output: Path) -> list[str]:
    """openapi-python-client as its README calls it: default templates, default post hooks (two runs of ruff)."""
    return [str(scripts(OPC) / "openapi-python-client"), "generate", "--path", str(spec), "--output-path", str(output), "--overwrite"]


def opc_client(api: str = UBIOPS) -> Path:
    """A folder with the client that openapi-python-client generates from the spec: the package `ubi_ops_client` or `cognite_data_fusion_client`."""
    return _generated(OPC, "opc", opc_command, api)


def oag_command(spec: Path, output: Path) -> list[str]:
    """openapi-generator's default Python client, on urllib3 and pydantic."""
    program = str(scripts(OAG) / "openapi-generator-cli")
    return [program, "generate", "-g", "python", "-i", str(spec), "-o", str(output)]


def oag_client() -> Path:
    """A folder with the client that openapi-generator generates from the spec; its package is `openapi_client`."""
    return _generated(OAG, "oag", oag_command)


def _generated(name: str, short: str, command: Callable[[Path, Path], list[str]], api: str = UBIOPS) -> Path:
    spec = bundle(api)
    folder = CACHE / "clients" / _cached(short, api)
    stamp = _digest(spec.read_bytes(), (REQUIREMENTS / f"{name}.txt").read_bytes())
    if not _has(folder, stamp):
        print(f"generating the client of {name} ...", file=sys.stderr)
        shutil.rmtree(folder, ignore_errors=True)
        folder.parent.mkdir(parents=True, exist_ok=True)
        _run(command(spec, folder), environment(name))
        _run([python(name), "-m", "compileall", "-q", str(folder)])
        _mark(folder, stamp)
    return folder


def _cached(name: str, api: str) -> str:
    """What something of an API is called in the cache."""
    return name if api == UBIOPS else f"{name}-{api}"


def _run(command: list[str], env: dict[str, str] | None = None) -> None:
    done = subprocess.run(command, env=env, capture_output=True, text=True, check=False)
    if done.returncode:
        raise NotReady(f"{Path(command[0]).name} failed with status {done.returncode}:\n{done.stdout[-2000:]}{done.stderr[-2000:]}")


def _digest(*parts: bytes) -> str:
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def _has(folder: Path, stamp: str) -> bool:
    path = folder / ".stamp"
    return path.is_file() and path.read_text("ascii") == stamp


def _mark(folder: Path, stamp: str) -> None:
    (folder / ".stamp").write_text(stamp, "ascii")
