"""Listing 100,000 assets: over ten partitions against the mere decoding that another generated client does; the memory of walking them in chunks.

Through `run.py`, like the others: `python benchmarks/run.py cognite_listing`.
"""

from __future__ import annotations

from contextlib import ExitStack
from functools import partial
from pathlib import Path

import samples
from environments import CACHE, CLIENT, COGNITE, OPC, environment, opc_client, ours, python
from measure import Worker, in_turn, output_of, server
from report import Row, Section

ROUNDS = 5
WORKERS = Path(__file__).resolve().parent / "workers"
FEW, MANY = 10_000, 100_000


def run() -> Section:
    """Measure both in turn; the memory once each, since it does not vary."""
    page = CACHE / "answers" / "assets.json"
    page.parent.mkdir(parents=True, exist_ok=True)
    page.write_bytes(samples.encoded(samples.assets_page(0, None)))
    own = environment(CLIENT, ours(COGNITE))
    with server() as url, ExitStack() as stack:
        workers = {
            "listing": Worker(python(CLIENT), own, "assets", "listing", url),
            "chunks": Worker(python(CLIENT), own, "assets", "chunks", url),
            "reading": Worker(python(CLIENT), own, "assets", "reading", str(page)),
            "peer": Worker(python(OPC), environment(OPC, opc_client(COGNITE)), "assets", "peer", str(page)),
        }
        for worker in workers.values():
            stack.enter_context(worker)
        found = in_turn({name: partial(one.both, 1) for name, one in workers.items()}, ROUNDS, warm_up=0)
        held = {count: [float(_peak(own, url, count))] for count in (FEW, MANY)}
    cpu, passed = ({name: [value[kind] for value in values] for name, values in found.items()} for kind in (0, 1))
    peer = "json + attrs classes of openapi-python-client's client, no request"
    return Section(
        "cognite_listing",
        "Listing 100,000 assets",
        (
            Row("assets.list, ten partitions, CPU", peer, cpu["listing"], cpu["peer"], 5, faster=True),
            Row("assets.list, ten partitions, time that passes", peer, passed["listing"], passed["peer"], faster=True),
            Row("assets(chunk_size=1000), CPU", peer, cpu["chunks"], cpu["peer"], faster=True),
            Row("the reading of its pages alone, CPU", peer, cpu["reading"], cpu["peer"], faster=True),
            Row("memory of walking 100,000 in chunks", "of walking 10,000", held[MANY], held[FEW], 1.1, unit="B"),
        ),
        (
            f"{ROUNDS} rounds. Ours, but for the reading alone, is whole: requests, sockets, 100 pages of 1,000 (0.4 MB each), resources with their client. Theirs only decodes.",
            "Memory: the most that Python holds at once (tracemalloc), without what the first call loads.",
        ),
    )


def _peak(env: dict[str, str], url: str, count: int) -> int:
    return int(output_of([python(CLIENT), str(WORKERS / "assets.py"), url, str(count)], env))
