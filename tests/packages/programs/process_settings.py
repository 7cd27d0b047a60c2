"""Uses a package, and prints what it changed of the settings that belong to the whole process: `python process_settings.py PACKAGE`.

The settings are looked at before the package is imported, every millisecond while it is used, and at the end.
"""

from __future__ import annotations

import asyncio
import csv
import decimal
import gc
import json
import locale
import logging
import mimetypes
import multiprocessing
import os
import random
import signal
import socket
import sys
import tempfile
import threading
import time
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from typing import Any

_HOOKS = ("excepthook", "unraisablehook", "displayhook", "breakpointhook")


def settings() -> dict[str, str]:
    """What a program may have chosen, as texts by name."""
    root = logging.getLogger()
    found: dict[str, object] = {
        "garbage collector": (gc.isenabled(), gc.get_threshold(), gc.get_debug(), gc.get_freeze_count(), len(gc.callbacks)),
        "csv": (csv.field_size_limit(), csv.list_dialects()),
        "warnings": (warnings.filters, warnings.showwarning, warnings.formatwarning),
        "locale": (locale.setlocale(locale.LC_ALL), time.tzname),
        "logging": (root.level, root.handlers, root.filters, root.disabled, logging.root.manager.disable),
        "logging classes": (logging.getLoggerClass(), logging.getLogRecordFactory(), logging.lastResort, logging.raiseExceptions),
        "level names": logging.getLevelNamesMapping(),
        "interpreter": (sys.getrecursionlimit(), sys.getswitchinterval(), sys.get_int_max_str_digits(), sys.flags),
        "streams": (sys.stdin, sys.stdout, sys.stderr),
        "hooks": [getattr(sys, name) for name in _HOOKS],
        "thread hooks": (threading.excepthook, threading.stack_size(), threading.gettrace(), threading.getprofile(), sys.gettrace()),
        "imports": (sys.path, sys.meta_path, sys.path_hooks),
        "sockets": (socket.getdefaulttimeout(), socket.socket, socket.create_connection, socket.getaddrinfo),
        "environment": dict(os.environ),
        "folder": os.getcwd(),
        "signals": {number: signal.getsignal(number) for number in signal.valid_signals()},
        "decimal": _decimal(decimal.DefaultContext),
        "random": hash(random.getstate()),
        "media types": len(mimetypes.types_map),
        "start of processes": multiprocessing.get_start_method(allow_none=True),
        "event loops": asyncio.get_event_loop_policy(),
    }
    return {name: repr(value) for name, value in found.items()}


def _decimal(context: decimal.Context) -> tuple[object, ...]:
    """Without the flags: they are results, not settings."""
    return context.prec, context.rounding, context.Emin, context.Emax, context.capitals, context.clamp, context.traps


@contextmanager
def watched(name: str) -> Iterator[dict[str, str]]:
    """What is different inside, and after it: by setting, how."""
    before = settings()
    decimals = _decimal(decimal.getcontext())  # Each thread has its own: the watching thread cannot see this one's.
    changes: dict[str, str] = {}
    ended = threading.Event()

    def look(when: str) -> None:
        now = settings()
        for setting, value in before.items():
            if now[setting] != value:
                changes.setdefault(setting, f"{when}: {value} -> {now[setting]}")

    def watch() -> None:
        while not ended.wait(0.001):
            look(f"while {name} was used")

    thread = threading.Thread(target=watch)
    thread.start()
    try:
        yield changes
    finally:
        ended.set()
        thread.join()
        look(f"after {name} was used")
        if (now := _decimal(decimal.getcontext())) != decimals:
            changes["decimal of the thread"] = f"after {name} was used: {decimals} -> {now}"


def ubiops_client(package: Any, testing: Any) -> None:
    rows = [{"a": number} for number in range(600)]
    with testing.local_server(autocreate=True) as url, package.UbiOps(api_key="Token abc", base_url=url) as client:
        client.core.models_create(
            "demo",
            {"name": "iris", "input_type": "structured", "input_fields": [{"name": "a", "data_type": "int"}], "output_type": "plain"},
        )
        assert len(client.core.models_list("demo")) == 1
        assert len(client.core.batch_model_requests_create("demo", "iris", "v1", data=rows)) == 600
        blob = client.core.blobs_create("demo", ("rows.csv", b"a\n1\n" * 100_000))
        client.core.blobs_to_file("demo", blob.id, to="rows.csv")
        jobs = client.core.batch_model_requests_submit("demo", "iris", "v1", data=rows[:2])
        assert [job.result() for job in jobs.as_completed(timeout=60)]


def ica_client(package: Any, testing: Any) -> None:
    with testing.local_server(autocreate=True) as url, package.Ica(access_token="secret", base_url=url) as client:
        api = client.project_data_linking_batch
        batch = api.create_project_data_linking_batch("p", {"items": [{"dataId": "fil.1"}]})
        assert api.get_project_data_linking_batch("p", batch.id).id == batch.id
        assert list(api.get_project_data_linking_batch_items_iterate("p", batch.id))


def cosmotech_client(package: Any, testing: Any) -> None:
    runner, layer, workspace = (import_module(f"cosmotech_client.{name}") for name in ("runner", "twin_data_layer", "workspace"))
    Path("Customer.csv").write_text(f'id,name\nC1,"{"long " * 50_000}"\nC2,Grace\n')
    Path("KNOWS.csv").write_text("src,dest\nC1,C2\n")
    with testing.local_server(seed=True, accepted=["key"]) as server:
        server.behaviour.files_of("O-demo", "W-demo")["shop/a.csv"] = b"id\n1\n"
        with package.CosmoTech(api_key="key", base_url=server.url) as client:
            assert layer.send_csv_files(client, "O-demo", "D-demo", ".", clear=True).processed_lines == 3
            workspace.download_workspace_files(client, "O-demo", "W-demo", "files", file_prefix="shop/")
            assert list(client.organization.find_all_organizations())
            assert runner.run_runner("O-demo", "W-demo", "R-demo", timeout=60, api_client=client).state


def cognite_client(package: Any, testing: Any) -> None:
    classes = import_module("cognite_client.data_classes")
    with testing.local_server() as url:
        for _ in range(2):
            with package.CogniteClient("key", client_name="n", project="demo", base_url=str(url)) as client:
                made = client.assets.create([classes.Asset(name=str(number), labels=None) for number in range(3000)])
                assert len(client.assets.list(limit=None, partitions=3)) >= len(made)
                client.files.upload_bytes(b"a\n" * 100_000, "rows.csv", external_id="rows", overwrite=True)
                client.files.download("files", external_id="rows")
                model = client.entity_matching.fit([{"id": 1, "name": "a"}], [{"id": 2, "name": "a"}])
                assert model.predict().result


def main(name: str) -> None:
    """Print what is different."""
    # What local servers stand on: uvicorn adds the name of a level to logging, FalkorDB's client brings an importer.
    import_module("uvicorn").Config("", log_config=None)
    import_module("falkordb")
    os.chdir(tempfile.mkdtemp())
    Path("files").mkdir()
    with watched(name) as changes:
        package = import_module(name)
        globals()[name](package, import_module(f"{name}.testing"))
    print(json.dumps(changes, indent=1))


if __name__ == "__main__":
    main(sys.argv[1])
