"""The operations of the fault tests, one for each column of the table, and what a column does with its own: the deeds.

A deed reads one thing, creates one, walks a list, sends a batch, follows a job, uploads, downloads, or fetches a token. The server answers it as it
should; a `Stage` puts a fault in the way of the request that the deed is about.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from demo_client._runtime.declarations.operation import Batch, Body, Job, Operation, Paging, Parameter
from demo_client._runtime.declarations.options import RequestOptions

from tests.support.demo import NewThing, Thing
from tests.support.fault_server import Connection, Seen, Step, head

if TYPE_CHECKING:
    from .world import Stage

TOKEN = "c4n4ry-t0ken-value"
DATA = bytes(range(256)) * 2048  # 512 KiB
HALF = 300_000
JSON = "application/json"


def op(id: str, method: str, path: str, **facts: Any) -> Operation[Any]:
    return Operation(id, method, path, **{"results": {JSON: None}, **facts})


GET = op("things_get", "GET", "/things/{thing_id}", results={JSON: lambda: Thing})
POST = op("things_create", "POST", "/things", body=Body((JSON,), type=lambda: NewThing, name="data"), statuses=(201,))
SAFE_POST = op("things_search", "POST", "/things/search", body=Body((JSON,), name="data"), retry="safe")
LIST = op(
    "things_list",
    "GET",
    "/projects/{project}/things",
    parameters=(Parameter("cursor", "cursor"), Parameter("limit", "limit", "integer")),
    paging=Paging(style="cursor", parameter="cursor", size="limit", items="/items", next="/next"),
)
_ROWS = Batch(items="data", max_items=2)
BATCH = op("rows_create", "POST", "/rows", body=Body((JSON,), name="data"), batch=_ROWS)
SAFE_BATCH = op("rows_put", "POST", "/rows", body=Body((JSON,), name="data"), batch=_ROWS, retry="safe")
POLL = op("jobs_get", "GET", "/jobs/{job_id}")
CANCEL = op("jobs_cancel", "DELETE", "/jobs/{job_id}", results={}, statuses=(204,))
START = op(
    "jobs_start",
    "POST",
    "/jobs",
    body=Body((JSON,), name="data"),
    job=Job(
        id="/id",
        poll=lambda: POLL,
        poll_parameter="job_id",
        status="/status",
        done=("completed",),
        failed=("failed",),
        running=("pending", "processing"),
        cancel=lambda: CANCEL,
        result="/result",
        error="/error",
        pace=(0.05, 1.5, 0.2),
    ),
)
UPLOAD = op("files_put", "PUT", "/files/{file_id}", body=Body(("application/octet-stream",), name="content"))
NEW_UPLOAD = op("files_create", "POST", "/files", body=Body(("multipart/form-data",), files=("file",)))
DOWNLOAD = op("files_get", "GET", "/files/{file_id}", results={"application/octet-stream": lambda: bytes})


class Deed:
    """What a column does, and how the server answers it when nothing is wrong."""

    column: str
    first = True
    """Whether the request it is about is the first one."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage

    def perform(self, options: RequestOptions | None = None, **settings: Any) -> Any:
        raise NotImplementedError

    def good(self, value: Any) -> bool:
        """Whether that is what should come out."""
        raise NotImplementedError

    def concerns(self, seen: Seen) -> bool:
        raise NotImplementedError

    def answer(self, connection: Connection, seen: Seen, more: dict[str, str]) -> None:
        path = seen.target.partition("?")[0]
        if path == "/token":
            self.stage.issued += 1
            body: Any = {"access_token": f"{TOKEN}-{self.stage.issued}", "token_type": "Bearer", "expires_in": self.stage.lifetime}
        elif path.startswith(("/things", "/files")):
            body = {"id": "1"}
        elif path == "/rows":
            body = [{"id": f"r{item['n']}"} for item in seen.json]
        elif path == "/jobs":
            body = {"id": "j1", "status": "pending"}
        elif path.startswith("/jobs/"):
            body = {"id": "j1", "status": "completed", "result": {"of": "j1"}}
        else:
            items, following = {"": ([1, 2], "p2"), "p2": ([3, 4], "p3"), "p3": ([5], None)}[seen.target.partition("cursor=")[2]]
            body = {"items": items, "next": following}
        _json_reply(body, more)(connection, seen)


def _json_reply(body: Any, more: dict[str, str]) -> Step:
    content = json.dumps(body).encode()

    def step(connection: Connection, seen: Seen) -> None:
        connection.send(head(200, {"Content-Type": JSON, "Content-Length": str(len(content)), **more}) + content)

    return step


class GetDeed(Deed):
    column = "GET"

    def perform(self, options: RequestOptions | None = None, **settings: Any) -> Any:
        return self.stage.run(self.stage.client(**settings).call(GET, {"thing_id": "1"}, options=options))

    def good(self, value: Any) -> bool:
        return bool(value.id == "1")

    def concerns(self, seen: Seen) -> bool:
        return seen.target == "/things/1"


class PostDeed(Deed):
    column = "POST"
    operation = POST

    def perform(self, options: RequestOptions | None = None, **settings: Any) -> Any:
        return self.stage.run(self.stage.client(**settings).call(self.operation, body={"name": "n"}, options=options))

    def good(self, value: Any) -> bool:
        return bool(value["id"] == "1")

    def concerns(self, seen: Seen) -> bool:
        return seen.method == "POST" and seen.target.startswith("/things")


class SafePostDeed(PostDeed):
    """A POST that the spec declares safe to repeat."""

    operation = SAFE_POST


class ListDeed(Deed):
    """The second of three pages."""

    column = "list"
    first = False

    def perform(self, options: RequestOptions | None = None, **settings: Any) -> Any:
        pages = self.stage.client(**settings).pages(LIST, {"project": "p"}, options=options)
        return self.stage.run(pages.collect())

    def good(self, value: Any) -> bool:
        return bool(value == [1, 2, 3, 4, 5])

    def concerns(self, seen: Seen) -> bool:
        return seen.target == "/projects/p/things?cursor=p2"


class BatchDeed(Deed):
    """The second of three calls of a batch."""

    column = "batch"
    first = False
    operation = BATCH

    def perform(self, options: RequestOptions | None = None, **settings: Any) -> Any:
        clock = None if settings.get("real_time") else self.stage.clock
        client = self.stage.client(**settings)
        items = [{"n": n} for n in range(6)]
        return self.stage.run(client.batch_report(self.operation, items=items, concurrency=1, clock=clock, options=options))

    def good(self, value: Any) -> bool:
        return bool(value.ok and [row["id"] for row in value.values] == [f"r{n}" for n in range(6)])

    def concerns(self, seen: Seen) -> bool:
        return seen.target == "/rows" and bool(seen.json[0]["n"] == 2)


class SafeBatchDeed(BatchDeed):
    """The same, declared safe to repeat."""

    operation = SAFE_BATCH


class PollDeed(Deed):
    """The first poll of a job."""

    column = "poll"
    first = False

    def perform(self, options: RequestOptions | None = None, wait: float | None = None, **settings: Any) -> Any:
        clock = None if settings.get("real_time") else self.stage.clock
        job = self.stage.run(self.stage.client(**settings).job(START, body={"n": 1}, clock=clock, options=options))
        return self.stage.run(job.result(wait))

    def good(self, value: Any) -> bool:
        return bool(value == {"of": "j1"})

    def concerns(self, seen: Seen) -> bool:
        return seen.target == "/jobs/j1"


class UploadDeed(Deed):
    """A file from a path, to a place of its own (PUT)."""

    column = "upload"

    def perform(self, options: RequestOptions | None = None, **settings: Any) -> Any:
        path = self.stage.folder / "up.bin"
        path.write_bytes(DATA)
        return self.stage.run(self.stage.client(**settings).call(UPLOAD, {"file_id": "1"}, body=path, options=options))

    def good(self, value: Any) -> bool:
        return bool(value == {"id": "1"})

    def concerns(self, seen: Seen) -> bool:
        return seen.method == "PUT" and seen.target.startswith("/files")


class NewUploadDeed(UploadDeed):
    """A file of which the server makes a new one each time (POST)."""

    def perform(self, options: RequestOptions | None = None, **settings: Any) -> Any:
        path = self.stage.folder / "up.bin"
        path.write_bytes(DATA)
        return self.stage.run(self.stage.client(**settings).call(NEW_UPLOAD, body={"file": path}, options=options))

    def concerns(self, seen: Seen) -> bool:
        return seen.method == "POST" and seen.target == "/files"


class DownloadDeed(Deed):
    """The second half of a file, after the connection broke off in its middle."""

    column = "download"
    first = False
    etag = '"v1"'

    def perform(self, options: RequestOptions | None = None, **settings: Any) -> Any:
        target = self.stage.folder / "down.bin"
        return self.stage.run(self.stage.client(**settings).download(DOWNLOAD, {"file_id": "f"}, to=target, options=options))

    def good(self, value: Any) -> bool:
        return bool(value.read_bytes() == DATA)

    def concerns(self, seen: Seen) -> bool:
        return seen.target == "/files/f" and seen.header("range") is not None

    def answer(self, connection: Connection, seen: Seen, more: dict[str, str]) -> None:
        if seen.target != "/files/f":
            super().answer(connection, seen, more)
            return
        kind = {"Content-Type": "application/octet-stream", "ETag": self.etag}
        if seen.header("range") is None:
            connection.send(head(200, {**kind, "Content-Length": str(len(DATA))}) + DATA[:HALF])
            connection.close()
            return
        assert seen.header("if-range") == self.etag
        first = int((seen.header("range") or "").removeprefix("bytes=").rstrip("-"))
        ranged = {"Content-Range": f"bytes {first}-{len(DATA) - 1}/{len(DATA)}", "Content-Length": str(len(DATA) - first)}
        connection.send(head(206, {**kind, **ranged, **more}) + DATA[first:])


class TokenDeed(Deed):
    """The token for a call."""

    column = "token"

    def perform(self, options: RequestOptions | None = None, **settings: Any) -> Any:
        timeout = settings.pop("timeout", 60.0)
        auth = self.stage.token_auth(
            timeout=timeout, verify=settings.get("verify", self.stage.way.get("verify", True)), real_time=settings.get("real_time", False)
        )
        return self.stage.run(self.stage.client(auth=auth, **settings).call(GET, {"thing_id": "1"}, options=options))

    def good(self, value: Any) -> bool:
        return bool(value.id == "1")

    def concerns(self, seen: Seen) -> bool:
        return seen.target == "/token"


DEEDS: dict[str, type[Deed]] = {
    "GET": GetDeed,
    "POST": PostDeed,
    "safe POST": SafePostDeed,
    "list": ListDeed,
    "batch": BatchDeed,
    "safe batch": SafeBatchDeed,
    "poll": PollDeed,
    "upload": UploadDeed,
    "new upload": NewUploadDeed,
    "download": DownloadDeed,
    "token": TokenDeed,
}
