"""The wheel and the sdist: what is in them, what they need, and that they work where nothing else is installed."""

from __future__ import annotations

import json
import re
import tarfile
import threading
import zipfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from email.parser import Parser
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from .conftest import DISTRIBUTIONS, Installed, names_in


@dataclass(frozen=True)
class Call:
    """One simple call of a package."""

    client: str
    """The client class."""
    settings: Mapping[str, object]
    """What it needs besides the URL."""
    call: str
    answer: object
    """What the server answers, as JSON."""


CALLS = {
    "ubiops-client": Call("UbiOps", {"api_key": "Token secret"}, "core.service_status()", {"status": "ok"}),
    "ica-client": Call(
        "Ica", {"access_token": "secret"}, "project_data_linking_batch.get_project_data_linking_batch_items('p', 'b')", {"items": []}
    ),
    "cosmotech-client": Call("CosmoTech", {"access_token": "secret"}, "twingraph.find_all_twingraphs('o')", ["graph"]),
    "cognite-client": Call(
        "CogniteClient",
        {"api_key": "secret", "project": "demo", "client_name": "tests", "disable_pypi_version_check": True},
        "assets.retrieve(id=1)",
        {"items": [{"id": 1, "name": "pump", "rootId": 1, "createdTime": 0, "lastUpdatedTime": 0}]},
    ),
}

pytestmark = pytest.mark.parametrize("distribution", DISTRIBUTIONS)


@contextmanager
def answering(body: bytes) -> Iterator[str]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.rfile.read(int(self.headers.get("Content-Length", 0)))
            self.send_response(200)
            accept = self.headers["Accept"].split(",")[0]
            self.send_header("Content-Type", accept)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        do_POST = do_GET

        def log_message(self, format: str, *args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def test_it_needs_certificates_httptools_and_msgspec_only(distribution: str, installed: Callable[[str], Installed]) -> None:
    package = installed(distribution)
    with zipfile.ZipFile(package.wheel) as archive:
        name = next(name for name in archive.namelist() if name.endswith(".dist-info/METADATA"))
        metadata = Parser().parsestr(archive.read(name).decode())
    required = [line for line in metadata.get_all("Requires-Dist", []) if "extra ==" not in line]
    assert sorted(line.split("<")[0].split(">")[0].strip() for line in required) == ["certifi", "httptools", "msgspec"]
    assert metadata["Name"] == distribution
    assert metadata["Requires-Python"] == ">=3.11"


def test_it_is_typed_and_holds_only_its_package(distribution: str, installed: Callable[[str], Installed]) -> None:
    package = installed(distribution)
    names = names_in(package.wheel)
    assert f"{package.name}/py.typed" in names
    assert {name.split("/")[0].split("-")[0] for name in names} == {package.name}
    with tarfile.open(package.sdist) as archive:
        held = {name.split("/", 1)[1] for name in archive.getnames() if "/" in name}
    assert {"README.md", "api.md", "pyproject.toml", f"src/{package.name}/__init__.py"} <= held


def test_it_works_in_an_empty_environment(distribution: str, installed: Callable[[str], Installed]) -> None:
    package = installed(distribution)
    use = CALLS[distribution]
    program = f"""
import asyncio, sys
import {package.name} as package
settings = dict(base_url=sys.argv[1], **{use.settings})
with package.{use.client}(**settings) as client:
    print(client.{use.call})
async def main():
    async with package.Async{use.client}(**settings) as client:
        print(await client.{use.call})
asyncio.run(main())
"""
    with answering(json.dumps(use.answer).encode()) as url:
        lines = package.run(program, url).strip().splitlines()
    half = len(lines) // 2
    assert lines[:half] == lines[half:]
    assert lines[0] not in {"", "None"}


def test_importing_it_loads_nothing_heavy(distribution: str, installed: Callable[[str], Installed]) -> None:
    package = installed(distribution)
    program = f"import sys, {package.name}; print(sorted(m for m in ('httpx', 'httptools', 'msgspec', 'ssl', 'asyncio', 'anyio', '{package.name}.models.shared', '{package.name}.sync.client') if m in sys.modules))"
    assert package.run(program).strip() == "[]"


def test_a_first_sync_call_imports_neither_httpx_nor_asyncio(distribution: str, installed: Callable[[str], Installed]) -> None:
    package = installed(distribution)
    use = CALLS[distribution]
    program = f"""
import sys
import {package.name} as package
with package.{use.client}(base_url=sys.argv[1], **{use.settings}) as client:
    client.{use.call}
print(sorted(name for name in ("httpx", "asyncio") if name in sys.modules))
"""
    with answering(json.dumps(use.answer).encode()) as url:
        assert package.run(program, url).strip() == "[]"


def test_every_public_name_can_be_imported(distribution: str, installed: Callable[[str], Installed]) -> None:
    package = installed(distribution)
    program = f"""
from importlib.util import find_spec
from importlib import import_module
import {package.name} as package, {package.name}.models as models, {package.name}.exceptions as exceptions
documented = [import_module("{package.name}.data_classes")] if find_spec("{package.name}.data_classes") else []
for module in (package, models, exceptions, *documented):
    missing = [name for name in module.__all__ if getattr(module, name, None) is None]
    assert not missing, missing
    assert len(set(module.__all__)) == len(module.__all__)
assert documented or set(models.__all__) <= set(package.__all__)
try:
    package.NoSuchThing
except AttributeError as error:
    print(error)
"""
    assert "NoSuchThing" in package.run(program)


def test_public_submodules_are_attributes(distribution: str, installed: Callable[[str], Installed]) -> None:
    """After a bare `import`, in a process each: one submodule may bring others along."""
    package = installed(distribution)
    places = {name.split("/")[1].removesuffix(".py") for name in names_in(package.wheel) if name.startswith(f"{package.name}/")}
    public = sorted(place for place in places if not place.startswith("_") and place != "py.typed")
    assert {"exceptions", "models", "testing", "auth"} <= set(public)
    for name in public:
        program = f"import {package.name} as package; print(package.{name}.__name__, {name!r} in dir(package))"
        assert package.run(program).split() == [f"{package.name}.{name}", "True"]
    files = re.findall(rf"^{package.name}/((?:aio|sync|operations)/[a-z]\w*)\.py$", "\n".join(names_in(package.wheel)), re.MULTILINE)
    modules = [f"{package.name}.{file.replace('/', '.')}" for file in files]
    assert f"{package.name}.sync.client" in modules
    program = f"import {package.name}; print(*(module.__name__ for module in ({', '.join(modules)})))"
    assert package.run(program).split() == modules


def test_dir_shows_public_names_only(distribution: str, installed: Callable[[str], Installed]) -> None:
    package = installed(distribution)
    program = f"import {package.name} as package; print(*(name for name in dir(package) if name[:2] != '__'))"
    shown = set(package.run(program).split())
    assert "exceptions" in shown
    assert not {name for name in shown if name.startswith("_")} | (shown & {"annotations", "exports", "TYPE_CHECKING"})
