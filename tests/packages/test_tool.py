"""clientgen from its own wheel, in an empty environment outside the checkout: from a document to a wheel, and a call with that one."""

from __future__ import annotations

import subprocess
import sys
import tomllib
import venv
import zipfile
from pathlib import Path

import pytest

from generator import __version__

from .conftest import ROOT

USE = """
import hashlib, importlib.metadata, importlib.resources
import petstore_client
from petstore_client import Petstore
from petstore_client.testing import local_server
with local_server() as url, Petstore(api_key="key", base_url=url) as client:
    client.pets.create_pet({"name": "Rex"})
    print(*(pet.name for pet in client.pets.list_pets()))
made_of = petstore_client.__openapi__
document = importlib.resources.files("petstore_client").joinpath("testing/openapi.json").read_bytes()
print(made_of.title, made_of.version, made_of.generator, made_of.sha256 == hashlib.sha256(document).hexdigest())
"""


def run(*command: str | Path, cwd: Path) -> str:
    """Runs a command with an empty environment; its output."""
    done = subprocess.run(command, cwd=cwd, env={}, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def environment(folder: Path, wheel: Path) -> Path:
    """An environment with one wheel, and what the wheel depends on; its folder of programs."""
    venv.create(folder, with_pip=False)
    programs = folder / "bin"
    run(sys.executable, "-m", "pip", "--python", programs / "python", "install", "-q", "--no-deps", "--no-index", wheel, cwd=folder)
    packages = next(folder.glob("lib/*/site-packages"))
    (packages / "dependencies.pth").write_text("\n".join(path for path in sys.path if path.endswith("site-packages")), "utf-8")
    return programs


@pytest.fixture(scope="module")
def tool(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of programs of an environment with clientgen, installed from its wheel."""
    folder = tmp_path_factory.mktemp("tool")
    build = "import sys; from hatchling.build import build_wheel; print(build_wheel(sys.argv[1]))"
    wheel = subprocess.run([sys.executable, "-c", build, str(folder)], cwd=ROOT, capture_output=True, text=True, check=True).stdout.strip()
    programs = environment(folder / "venv", folder / wheel)
    (programs / "ruff").symlink_to(Path(sys.executable).with_name("ruff"))  # pip would put it there
    return programs


@pytest.fixture(scope="module")
def petstore(tool: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that was empty but for a document, after the commands of README.md."""
    folder = tmp_path_factory.mktemp("empty")
    (folder / "petstore.yaml").write_bytes((ROOT / "examples/petstore.yaml").read_bytes())
    said = run(tool / "clientgen", "new", "petstore", "--from", "petstore.yaml", cwd=folder)
    assert "security: key: names of environment variables" in said and "petstore: " in said and "warning" not in said
    run(tool / "clientgen", "build", cwd=folder)
    return folder


def test_a_document_becomes_a_wheel_that_works(petstore: Path, tmp_path: Path) -> None:
    programs = environment(tmp_path / "venv", next((petstore / "dist").glob("*.whl")))
    assert run(programs / "python", "-c", USE, cwd=tmp_path).splitlines() == ["Rex", f"Petstore 1.0 {__version__} True"]


def test_the_site_is_shown_in_a_checkout_only(tool: Path, petstore: Path) -> None:
    done = subprocess.run([tool / "clientgen", "docs"], cwd=petstore, env={}, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 2
    assert "which this installation does not have" in " ".join(done.stderr.split())


def test_two_builds_are_the_same_bytes(tool: Path, petstore: Path) -> None:
    first = {path.name: path.read_bytes() for path in (petstore / "dist").iterdir()}
    package = petstore / "generated/petstore-client"
    (petstore / ".gitignore").write_text("generated/\n", "utf-8")
    (package / "src/petstore_client/__pycache__").mkdir(exist_ok=True)
    (package / "src/petstore_client/__pycache__/left.pyc").write_bytes(b"left behind")
    for path in package.rglob("*"):
        path.touch()
    run(tool / "clientgen", "build", "--to", "again", cwd=petstore)
    assert {path.name: path.read_bytes() for path in (petstore / "again").iterdir()} == first
    assert sorted(first) == ["petstore_client-0.1.0-py3-none-any.whl", "petstore_client-0.1.0.tar.gz"]


def test_version_and_rules_are_said(tool: Path, tmp_path: Path) -> None:
    assert run(tool / "clientgen", "explain", "paths", cwd=tmp_path).startswith("House: a path must start")
    assert run(tool / "clientgen", "--version", cwd=tmp_path) == f"clientgen {__version__}\n"
    assert "version" in tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["dynamic"]


def test_the_wheel_holds_templates_and_shared_parts_only(tool: Path) -> None:
    names = zipfile.ZipFile(next(tool.parents[1].glob("*.whl"))).namelist()
    shipped = {path.removeprefix("generator/data/") for path in names if path.startswith("generator/data/")}
    source = {
        path.relative_to(ROOT).as_posix()
        for part in ("templates", "handwritten/runtime", "handwritten/resources", "handwritten/testing")
        for path in (ROOT / part).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert shipped == {*source, "docs/lint-rules.md"}
    assert any(name.endswith("dist-info/licenses/LICENSE") for name in names)
