"""The API that exists only in these tests: operations as a generated package declares them."""

from __future__ import annotations

from typing import Any

from demo_client._runtime.declarations import api, options
from demo_client._runtime.declarations.operation import Batch, Body, Job, Operation, Paging, Parameter

from tests.support.sides import Side


class operations:
    """One operation of each kind, by name."""

    def __init__(self) -> None:
        any_json = {"application/json": None}
        self.things = Operation(
            "things_list",
            "GET",
            "/things",
            parameters=(Parameter("cursor", "cursor"), Parameter("limit", "limit", kind="integer")),
            results=any_json,
            paging=Paging(style="cursor", parameter="cursor", size="limit", items="/items", next="/next", max_size=100, default_size=10),
        )
        self.rows = Operation(
            "rows_list",
            "GET",
            "/rows",
            parameters=(Parameter("offset", "offset", kind="integer"), Parameter("limit", "limit", kind="integer")),
            results=any_json,
            paging=Paging(style="offset", parameter="offset", size="limit", default_size=10, max_size=50),
        )
        self.search = Operation(
            "search",
            "POST",
            "/search",
            body=Body(("application/json",)),
            results=any_json,
            retry="safe",
            paging=Paging(style="cursor", parameter="cursor", size="limit", items="/items", next="/next", in_body=True),
        )
        self.poll = Operation("job_get", "GET", "/projects/{project}/jobs/{job_id}", results=any_json)
        self.collect = Operation(
            "job_collect",
            "POST",
            "/projects/{project}/collect",
            body=Body(("application/json",), name="data"),
            results=any_json,
            retry="safe",
        )
        self.cancel = Operation("job_delete", "DELETE", "/projects/{project}/jobs/{job_id}", statuses=(204,))
        self.create = self._create(many=False, retry=None)
        self.create_many = self._create(many=True, retry=None)
        self.create_250 = self._create(many=True, retry=None, size=250)
        self.create_safe = self._create(many=False, retry="safe")
        self.put = Operation(
            "rows_put",
            "POST",
            "/rows",
            body=Body(("application/json",)),
            results=any_json,
            batch=Batch(items="body/items", max_items=3, max_bytes=200, results="key", request_key="/key", response_key="/key"),
        )
        self.delete = Operation(
            "rows_delete",
            "POST",
            "/rows/delete",
            parameters=(Parameter("ids", "ids", kind="array"),),
            results=any_json,
            batch=Batch(items="ids", max_items=2, results="none"),
        )

    def _create(self, *, many: bool, retry: str | None, size: int = 5) -> Any:
        job = Job(
            id="/id",
            poll=lambda: self.poll,
            poll_parameter="job_id",
            status="/status",
            done=("completed",),
            failed=("failed",),
            running=("pending", "processing"),
            poll_many=(lambda: self.collect) if many else None,
            poll_many_parameter="data" if many else "",
            poll_many_max=size if many else 1,
            cancel=lambda: self.cancel,
            cancel_parameter="job_id",
            result="/result",
            error="/error_message",
            pace=(0.05, 1.5, 0.2),
        )
        return Operation(
            "jobs_create_many" if many else "jobs_create",
            "POST",
            "/projects/{project}/jobs",
            body=Body(("application/json",), name="data"),
            results={"application/json": None},
            retry=retry,
            batch=Batch(items="data", max_items=size, results="order"),
            job=job,
        )


def client(side: Side, url: str, **settings: Any) -> Any:
    """A client for it."""
    base = side.cls("BaseClient", "_runtime.call.aio.client")
    definition = api.ApiDefinition(
        name="Demo",
        package="demo_client",
        schemes=(api.SecurityScheme("key", "apiKey", prefix="Token"),),
        security=(("key",),),
    )
    settings.setdefault("retries", options.RetryPolicy(attempts=4, base=0.01, longest=0.02))
    if "auth" not in settings:
        settings.setdefault("api_key", "canary-key-0123456789")
    return type("Client", (base,), {"definition": definition})(base_url=url, **settings)
