"""What the tests do in a process of its own: `stream URL COUNT` (jobs in flat memory), `resume URL` (tokens on stdin), `copy URL FILE FOLDER`."""

from __future__ import annotations

import gc
import json
import sys
import tracemalloc
from pathlib import Path

from ubiops_client import UbiOps
from ubiops_client.operations.core import BATCH_MODEL_REQUESTS_CREATE
from ubiops_client.types import JobGroup

VERSION = {"project_name": "demo", "model_name": "iris", "version": "v1"}
WINDOW = 500
"""Jobs under way at once: so few that the first ones have not ended when the last of them start, on a busy machine too."""


def stream(url: str, count: int) -> object:
    """Requests from a generator, results one by one; the most memory meanwhile."""
    with UbiOps(base_url=url) as client:
        client.core.projects_list()
        gc.collect()
        tracemalloc.start()
        data = ({"row": index} for index in range(count))
        group = client.jobs(BATCH_MODEL_REQUESTS_CREATE, VERSION, items=data, stream=True, window=WINDOW)
        total = sum(job.result()["row"] for job in group.as_completed(timeout=50))
        return {"sum": total, "peak": tracemalloc.get_traced_memory()[1]}


def resume(url: str) -> object:
    """The rows that jobs of another process were about."""
    with UbiOps(base_url=url) as client:
        group = JobGroup.from_tokens(client, BATCH_MODEL_REQUESTS_CREATE, json.load(sys.stdin))
        return [job.result()["row"] for job in group.as_completed(timeout=50)]


def copy(url: str, file: Path, folder: Path) -> object:
    """Upload a file as a blob and download it again; the most memory meanwhile."""
    with UbiOps(base_url=url) as client:
        client.core.projects_list()
        gc.collect()
        tracemalloc.start()
        blob = client.core.blobs_create("demo", file)
        path = client.core.blobs_to_file("demo", blob.id, to=folder)
        return {"path": str(path), "peak": tracemalloc.get_traced_memory()[1]}


if __name__ == "__main__":
    what, url, *rest = sys.argv[1:]
    found = stream(url, int(rest[0])) if what == "stream" else resume(url) if what == "resume" else copy(url, Path(rest[0]), Path(rest[1]))
    json.dump(found, sys.stdout)
