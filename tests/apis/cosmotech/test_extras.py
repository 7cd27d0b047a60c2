"""What comes with extras, large files, and the surface: sync and async have the same functions."""

from __future__ import annotations

import importlib
import inspect
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from cosmotech_client import testing

from .conftest import MODULES

SIZE = 300 * 1024 * 1024


@pytest.mark.parametrize("module", MODULES)
def test_sync_and_async_have_the_same_functions(module: str) -> None:
    plain = importlib.import_module(f"cosmotech_client.{module}")
    later = importlib.import_module(f"cosmotech_client.asynchronous.{module}")
    assert plain.__all__ == later.__all__
    for name in plain.__all__:
        one, other = getattr(plain, name), getattr(later, name)
        if inspect.isfunction(one):
            assert list(inspect.signature(one).parameters) == list(inspect.signature(other).parameters), name


def test_frames_without_pandas_name_the_extra(tmp_path: Path) -> None:
    code = (
        "import sys; sys.modules['pandas'] = None\n"
        "from cosmotech_client.twin_data_layer import to_frame\n"
        "from cosmotech_client.exceptions import ConfigurationError\n"
        "try: to_frame([{'a': 1}])\n"
        "except ConfigurationError as error: print(error)\n"
    )
    assert "cosmotech-client[pandas]" in _run(code)


def test_importing_the_guide_costs_no_pandas() -> None:
    modules = ", ".join(f"cosmotech_client.{module}" for module in MODULES)
    assert _run(f"import sys, {modules}\nprint('pandas' in sys.modules, 'falkordb' in sys.modules)").split() == ["False", "False"]


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere a process counts the memory of the one that started it as its own")
def test_upload_of_a_large_file_in_flat_memory(tmp_path: Path) -> None:
    """300 MB, out of a process that may take 60 MB more than it had."""
    (tmp_path / "large.bin").touch()
    with (tmp_path / "large.bin").open("r+b") as file:
        file.truncate(SIZE)
    code = (
        "import re, sys\n"
        "from pathlib import Path\n"
        "import cosmotech_client\n"
        "from cosmotech_client.workspace import upload_workspace_file, upload_workspace_files\n"
        "def peak(): return int(re.search('VmHWM: *(.*) kB', Path('/proc/self/status').read_text().replace('\\t', ' '))[1])\n"
        "url, folder = sys.argv[1:]\n"
        "with cosmotech_client.CosmoTech(base_url=url, access_token='t', environment=False) as client:\n"
        "    open(folder + '/small.bin', 'wb').close()\n"
        "    upload_workspace_file(client, 'O-demo', 'W-demo', folder + '/small.bin', 'x/')\n"
        "    before = peak()\n"
        "    print(upload_workspace_file(client, 'O-demo', 'W-demo', folder + '/large.bin', 'x/'))\n"
        "    print((peak() - before) // 1024)\n"
    )
    with testing.local_server(seed=True) as server:
        name, grown = _run(code, str(server), str(tmp_path)).split()
        files = server.behaviour.files_of("O-demo", "W-demo")
        assert name == "x/large.bin" and len(files[name]) == SIZE
        server.journal.clear()
        files.clear()
    assert int(grown) < 60


def _run(code: str, *arguments: Any) -> str:
    paths = [path for path in sys.path if path]
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments],
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
        env={"PYTHONPATH": ":".join(paths)},
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()
