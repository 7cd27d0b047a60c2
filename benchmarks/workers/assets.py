"""Listing 100,000 assets: our client over ten partitions, and the decoding alone that another generated client does of the same pages."""

from __future__ import annotations

import json
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

from repeating import many

SLICES = 10
PAGES = 100


def _client(url: str) -> Any:
    kind = import_module("cognite_client").CogniteClient
    return kind(api_key="benchmark", client_name="benchmark", project="demo", base_url=url)


def listing(url: str) -> Callable[[int], None]:
    """All of it: requests, sockets, pages, resources, one list."""
    client = _client(url)
    return many(lambda: len(client.assets.list(partitions=SLICES, limit=None)), 100_000)


def chunks(url: str) -> Callable[[int], None]:
    """The same in one chain of pages, in lists of 1,000, none of which is kept."""
    client = _client(url)
    return many(lambda: sum(len(chunk) for chunk in client.assets(chunk_size=1000)), 100_000)


def reading(path: str) -> Callable[[int], None]:
    """No request: what the client's `list` ends in, for 100 pages that are at hand."""
    operation: Any = import_module("cognite_client.operations.assets").ASSETS_LIST
    reader: Any = import_module("cognite_client._runtime.codec.decoding").reading_of(operation)
    content = Path(path).read_bytes()

    def decode() -> int:
        found: list[Any] = []
        for _ in range(PAGES):
            found += reader.read(content, "application/json", False)[0].items
        return len(found)

    return many(decode, 100_000)


def peer(path: str) -> Callable[[int], None]:
    """No request: `json` and the attrs classes of the client that openapi-python-client generates, for 100 pages that are at hand."""
    page = import_module("cognite_data_fusion_client.models.asset_page").AssetPage
    content = Path(path).read_bytes()

    def decode() -> int:
        found: list[Any] = []
        for _ in range(PAGES):
            found += page.from_dict(json.loads(content)).items
        return len(found)

    return many(decode, 100_000)


def peak(url: str, count: int) -> int:
    """Bytes at the most that Python holds at once while so many assets are walked in chunks, the client's first call aside."""
    import tracemalloc

    client = _client(url)
    client.assets.list(limit=1)
    tracemalloc.start()
    walked = sum(len(chunk) for chunk in client.assets(chunk_size=1000, limit=count))
    if walked != count:
        raise SystemExit(f"{walked} assets instead of {count}")
    return tracemalloc.get_traced_memory()[1]


if __name__ == "__main__":
    import sys

    print(peak(sys.argv[1], int(sys.argv[2])))
