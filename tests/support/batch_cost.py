"""What batching costs: CPU time of 100,000 small items through `batch`, against a plain loop over the same client and the same thread pool.

Run: `python -m tests.support.batch_cost`. The server is a process of its own.
"""

from __future__ import annotations

import json
import multiprocessing
import statistics
import time
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from demo_client._runtime.declarations import operation as operation_module

ITEMS, CHUNK, ROUNDS, CONCURRENCY = 100_000, 250, 7, 4


def serve(ready: Any) -> None:
    """Answer each call with as many ids as it has items."""
    from tests.support.fault_server import FaultServer, Reply

    answers: dict[int, list[dict[str, str]]] = {}
    with FaultServer() as server:
        server.answer(lambda arrived: Reply([{"id": f"job-{n}", "status": "pending"} for n in range(len(json.loads(arrived.body)))]))
        ready.send(server.url)
        ready.recv()
        answers.clear()


def main() -> None:
    """Print the ratio."""
    from tests.support.flows_demo import client, operations
    from tests.support.sides import Side

    side = Side("demo_client", False)
    here, there = multiprocessing.Pipe()
    process = multiprocessing.get_context("spawn").Process(target=serve, args=(there,), daemon=True)
    process.start()
    api = client(side, here.recv())
    operation = operations().create
    operation = type(operation)(
        operation.id,
        operation.method,
        operation.path,
        body=operation.body,
        results=operation.results,
        batch=operation_module.Batch(items="data", max_items=CHUNK),
    )
    items = [{"n": n, "name": f"item {n}", "value": n / 7} for n in range(ITEMS)]

    def plain() -> list[Any]:
        chunks = [items[start : start + CHUNK] for start in range(0, ITEMS, CHUNK)]
        with ThreadPoolExecutor(CONCURRENCY) as pool:
            answers = pool.map(lambda chunk: api.call(operation, {"project": "p"}, body=chunk), chunks)
            return [result for answer in answers for result in answer]

    def batched() -> list[Any]:
        results: list[Any] = api.batch(operation, {"project": "p"}, items=items, concurrency=CONCURRENCY)
        return results

    assert plain() == batched()
    times: dict[str, list[float]] = {"plain": [], "batched": []}
    for _ in range(ROUNDS):
        for name, work in (("plain", plain), ("batched", batched)):
            begun = time.process_time()
            work()
            times[name].append(time.process_time() - begun)
    medians = {name: statistics.median(values) for name, values in times.items()}
    print({name: round(value, 3) for name, value in medians.items()}, "ratio", round(medians["batched"] / medians["plain"], 3))
    here.send(None)
    process.join(5)


if __name__ == "__main__":
    main()
