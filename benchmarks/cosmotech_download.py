"""Downloading the 50 datasets of a runner, one by one and in parallel, from a server that takes 50 ms for each answer.

    python benchmarks/cosmotech_download.py

Fails when parallel is not at least 8 times as fast.
"""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

from cosmotech_client import CosmoTech, testing
from cosmotech_client.runner import download_runner_data

DATASETS = 50
LATENCY = 0.05
WANTED = 8.0


def measure(server: testing.LocalServer, *, parallel: bool) -> float:
    """Seconds for all datasets."""
    with CosmoTech(base_url=server.url, access_token="benchmark", environment=False) as client, tempfile.TemporaryDirectory() as folder:
        client.organization.find_organization_by_id("O-demo")
        began = time.perf_counter()
        result = download_runner_data(
            "O-demo", "W-demo", "R", Path(folder, "parameters"), Path(folder, "datasets"), parallel=parallel, api_client=client
        )
        took = time.perf_counter() - began
    assert len(result["datasets"]) == DATASETS
    return took


def main() -> int:
    """Measure, print, compare."""
    with testing.local_server(seed=True) as server:
        names = [f"D{number}" for number in range(DATASETS)]
        files = server.behaviour.files_of("O-demo", "W-demo")
        for name in names:
            files[f"{name}.csv"] = b"id,name\n1,one\n"
            server.add(f"/organizations/O-demo/datasets/{name}", tags=["dataset_part"], source={"location": f"{name}.csv"})
        server.add("/organizations/O-demo/workspaces/W-demo/runners/R", name="Benchmark", datasetList=names, parametersValues=[])
        server.faults.add(None, times=None, delay=LATENCY)
        alone, together = measure(server, parallel=False), measure(server, parallel=True)
    print(
        f"{DATASETS} datasets, {LATENCY * 1000:.0f} ms per answer: one by one {alone:.2f} s, parallel {together:.2f} s, {alone / together:.1f} times as fast"
    )
    return 0 if alone / together >= WANTED else 1


if __name__ == "__main__":
    sys.exit(main())
