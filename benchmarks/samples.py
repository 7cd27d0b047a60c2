"""What the local server answers: objects as a project of some size would hold them, the same in every run.

Standard library only, because the server imports it.
"""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any
from uuid import UUID

_BEGIN = datetime(2023, 3, 1, 8, 0, tzinfo=UTC)
_TYPES = ("int", "string", "double", "bool", "timestamp", "array_double", "blob")
_WORDS = ("churn", "price", "demand", "quality", "region", "sensor", "account", "invoice", "image", "score", "label", "batch")
_KINDS = {
    "postgresql": ("structured", ("host", "port", "database", "table", "insert_type")),
    "aws_s3": ("blob", ("bucket", "path_prefix")),
    "gcp_cloud_storage": ("blob", ("bucket", "path_prefix")),
    "mssql": ("structured", ("host", "port", "database", "table")),
}


def encoded(value: Any) -> bytes:
    """JSON as a server sends it: compact, UTF-8."""
    return json.dumps(value, separators=(",", ":"), ensure_ascii=False).encode()


def status() -> Any:
    """The answer of `service_status`."""
    return {"status": "ok"}


def models(count: int) -> list[Any]:
    """The answer of `models_list`."""
    random = Random(7)
    return [_model(random, number) for number in range(count)]


def connectors(count: int) -> list[Any]:
    """The answer of `connectors_list`."""
    random = Random(11)
    return [_connector(random, number) for number in range(count)]


def requests(start: int, count: int) -> list[Any]:
    """A page of `batch_model_requests_list`."""
    return [_request(number) for number in range(start, start + count)]


def job_id(number: int) -> str:
    """The id of a request, a UUID."""
    return str(UUID(int=(number << 80) | 0x4000_8000_0000_0000_0000, version=4))


def _model(random: Random, number: int) -> Any:
    made, changed = _dates(random)
    return {
        "id": job_id(number),
        "name": f"{random.choice(_WORDS)}-{number}",
        "project": "demo-project",
        "description": f"Predicts the {random.choice(_WORDS)} of a {random.choice(_WORDS)} from its history",
        "input_type": "structured",
        "output_type": "structured",
        "input_fields": _fields(random, 4),
        "output_fields": _fields(random, 2),
        "creation_date": made,
        "last_updated": changed,
        "number_of_versions": random.randint(0, 12),
    }


def _connector(random: Random, number: int) -> Any:
    kind = random.choice(sorted(_KINDS))
    input_type, keys = _KINDS[kind]
    made, changed = _dates(random)
    return {
        "id": job_id(number),
        "name": f"{kind.replace('_', '-')}-{number}",
        "type": kind,
        "status": "available",
        "error_message": "",
        "input_type": input_type,
        "project": "demo-project",
        "credentials": f"{random.choice(_WORDS)}-credentials",
        "configuration": {key: f"{random.choice(_WORDS)}-{random.randint(1, 99)}" for key in keys},
        "input_fields": _fields(random, 5) if input_type == "structured" else [],
        "creation_date": made,
        "last_updated": changed,
    }


def _request(number: int) -> Any:
    when = (_BEGIN + timedelta(seconds=number)).isoformat()
    return {"id": job_id(number), "status": "completed", "success": True, "time_created": when, "time_last_updated": when}


def _fields(random: Random, count: int) -> list[Any]:
    return [{"name": f"{random.choice(_WORDS)}_{place}", "data_type": random.choice(_TYPES)} for place in range(count)]


def _dates(random: Random) -> tuple[str, str]:
    made = _BEGIN + timedelta(microseconds=random.randrange(10**14))
    return made.isoformat(), (made + timedelta(days=random.randint(1, 90))).isoformat()


def assets_page(number: int, following: str | None) -> Any:
    """A page of `assets_list`: 1,000 assets, and the mark of the next page."""
    random = Random(number)
    page: dict[str, Any] = {"items": [_asset(random, number * 1000 + index) for index in range(1000)]}
    return page if following is None else {**page, "nextCursor": following}


def _asset(random: Random, number: int) -> Any:
    return {
        "id": 10**15 + number,
        "externalId": f"plant:{number:06}",
        "name": f"{random.choice(_WORDS)}-{number}",
        "parentId": 10**15 + number // 10,
        "rootId": 10**15,
        "description": " ".join(random.choices(_WORDS, k=6)),
        "dataSetId": 4711,
        "metadata": {word: f"{random.random():.6f}" for word in random.sample(_WORDS, 4)},
        "source": "benchmark",
        "labels": [{"externalId": "PUMP"}],
        "createdTime": 1_700_000_000_000 + number,
        "lastUpdatedTime": 1_700_000_100_000 + number,
    }
