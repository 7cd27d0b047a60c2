"""The API of these tests: what a generated package would declare."""

from __future__ import annotations

import datetime
from typing import Any

from demo_client._runtime.call.aio.client import AsyncBaseClient
from demo_client._runtime.call.sync.client import BaseClient
from demo_client._runtime.codec.models import UNSET, Model, UnsetType
from demo_client._runtime.declarations.api import ApiDefinition, SecurityScheme
from demo_client._runtime.declarations.operation import Body, Operation, Parameter


class Input(Model, kw_only=True):
    name: str
    data_type: str
    size: int | None = None


class Thing(Model, kw_only=True):
    id: str
    name: str | None = None
    count: int | None = None
    created: datetime.datetime | None = None
    note: str | None | UnsetType = UNSET
    inputs: list[Input] | None = None
    token: str | None = None

    secret_fields = frozenset({"token"})


class NewThing(Model, kw_only=True):
    name: str
    input_fields: list[Input] | None = None
    factor: float | None = None
    count: int | None = None


class Problem(Model, kw_only=True):
    error: str
    code: int | None = None


DEFINITION = ApiDefinition(
    name="Demo",
    package="demo_client",
    version="1.2.3",
    base_url="https://demo.invalid",
    base_url_variables=("DEMO_URL",),
    schemes=(
        SecurityScheme("api_key", "apiKey", parameter="X-Demo-Key", variables=("DEMO_KEY",)),
        SecurityScheme("bearer", "bearer", variables=("DEMO_TOKEN",)),
        SecurityScheme("basic", "basic"),
        SecurityScheme("query_key", "apiKey", parameter="key", location="query"),
    ),
    security=(("api_key",), ("bearer",), ("basic",)),
)

JSON = "application/json"


def op(id: str, method: str, path: str, **facts: Any) -> Operation[Any]:
    return Operation(id, method, path, **{"results": {JSON: lambda: Thing}, **facts})


GET = op("things_get", "GET", "/things/{thing_id}", errors={"404": lambda: Problem})
LIST = op(
    "things_list",
    "GET",
    "/things",
    results={JSON: lambda: list[Thing]},
    parameters=(
        Parameter("limit", "limit", "integer"),
        Parameter("ratio", "ratio", "number"),
        Parameter("deep_", "deep", "boolean"),
        Parameter("status", "status", "array"),
        Parameter("ids", "ids", "array", items="integer", explode=False),
        Parameter("filter", "filter", "object", deep=True),
        Parameter("where", "where", "any", encode_json=True),
        Parameter("since", "since", "date-time"),
        Parameter("day", "day", "date"),
        Parameter("name", "na me", "string"),
        Parameter("x_trace", "X-Trace", "string", location="header"),
        Parameter("pot", "pot", "string", location="cookie"),
    ),
)
SEARCH = op("things_search", "POST", "/things/search", body=Body((JSON,), type=lambda: NewThing, name="data"), retry="safe")
CREATE = op("things_create", "POST", "/things", body=Body((JSON,), type=lambda: NewThing, name="data"), statuses=(201,))
UPDATE = op("things_update", "PUT", "/things/{thing_id}", body=Body((JSON,), type=lambda: NewThing, name="data"))
DELETE = op("things_delete", "DELETE", "/things/{thing_id}", results={}, statuses=(204,))
ASK = op("things_ask", "POST", "/ask", body=Body((JSON, "text/plain"), name="data", required=False), results={JSON: None}, retry="safe")
UPLOAD = op("files_upload", "POST", "/files", body=Body(("multipart/form-data",), files=("file",)))
PUT_FILE = op("files_put", "PUT", "/files/{file_id}", body=Body(("application/octet-stream",), name="content"))
FILE = op("files_get", "GET", "/files/{file_id}", results={"application/octet-stream": lambda: bytes})
TEXT = op("text_get", "GET", "/text", results={"text/plain": lambda: str})
ANSWER = op("answer_get", "GET", "/answer", results={JSON: lambda: str, "application/yaml": lambda: str})
SETTINGS = op("settings_get", "GET", "/settings", results={"application/yaml": lambda: Thing})
OPEN = op("open_get", "GET", "/open", security=())
QUERY_KEY = op("query_key_get", "GET", "/q", security=(("query_key",),))
VERSIONED = op(
    "versioned_post",
    "POST",
    "/versioned",
    body=Body(("application/vnd.demo.v4+json", "application/vnd.demo.v3+json")),
    results={"application/vnd.demo.v4+json": None, "application/vnd.demo.v3+json": lambda: Thing},
)


class Demo(BaseClient):
    definition = DEFINITION

    @property
    def things(self) -> Things:
        return Things(self)


class Things:
    def __init__(self, client: Demo) -> None:
        self._client = client

    def things_get(self, thing_id: str) -> Any:
        return self._client.call(GET, {"thing_id": thing_id})


class AsyncDemo(AsyncBaseClient):
    definition = DEFINITION

    @property
    def things(self) -> AsyncThings:
        return AsyncThings(self)


class AsyncThings:
    def __init__(self, client: AsyncDemo) -> None:
        self._client = client

    async def things_get(self, thing_id: str) -> Any:
        return await self._client.call(GET, {"thing_id": thing_id})
