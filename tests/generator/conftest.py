"""A small workspace: one API, a few templates, a small runtime. The real ones have tests of their own."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

CASES = Path(__file__).parents[1] / "cases"

_TEMPLATES = {
    "README.md.jinja": "# {{ package.title | markdown }}\n",
    "src/PACKAGE/__init__.py.jinja": '"""The client."""\n',
    "src/PACKAGE/aio/API.py.jinja": (
        '"""The async API."""\n\nfrom __future__ import annotations\n\nimport os\nfrom .._runtime.aio.client import AsyncClient\n\n\n'
        "class Async{{ api.name }}:\n{% for method in api.methods %}\n    async def {{ method.name }}(self, client: AsyncClient) -> str:\n"
        '        """{{ method.summary | docstring }}"""\n        return await client.call("{{ method.name }}")\n{% endfor %}\n'
    ),
}
_RUNTIME = {
    "errors.py": '"""Errors."""\n',
    "aio/client.py": (
        '"""The async client."""\n\nfrom .primitives import sleep\n\n\nclass AsyncClient:\n    async def call(self, name: str) -> str:\n'
        "        await sleep(0)\n        return name\n"
    ),
    "aio/primitives.py": '"""Async primitives."""\n\nimport asyncio\n\nsleep = asyncio.sleep\n',
    "sync/primitives.py": '"""Sync primitives."""\n\nimport time\n\nsleep = time.sleep\n',
}


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with specs/things, templates and handwritten, which is also the current folder."""
    for folder, files in (("templates", _TEMPLATES), ("handwritten/runtime", _RUNTIME)):
        for name, text in files.items():
            path = tmp_path / folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
    spec = tmp_path / "specs" / "things"
    spec.mkdir(parents=True)
    for name in ("openapi.yaml", "client.yaml"):
        shutil.copy(CASES / "accepts_client_settings" / name, spec / name)
    monkeypatch.chdir(tmp_path)
    return tmp_path
