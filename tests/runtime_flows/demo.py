"""The API that exists only in these tests: operations as a generated package declares them."""

from __future__ import annotations

from typing import Any

from .conftest import Side


def operations(side: Side) -> Any:
    """One operation of each kind."""
    return Demo(side.pure("declarations.operation"))


class Demo:
    """Operations by name."""

    def __init__(self, module: Any) -> None:
        op, parameter, body, any_json = module.Operation, module.Parameter, module.Body, {"application/json": None}
        self.things = op(
            "things_list",
            "GET",
            "/things",
            parameters=(parameter("cursor", "cursor"), parameter("limit", "limit", kind="integer")),
            results=any_json,
            paging=module.Paging(
                style="cursor", parameter="cursor", size="limit", items="/items", next="/next", max_size=100, default_size=10
            ),
        )
        self.rows = op(
            "rows_list",
            "GET",
            "/rows",
            parameters=(parameter("offset", "offset", kind="integer"), parameter("limit", "limit", kind="integer")),
            results=any_json,
            paging=module.Paging(style="offset", parameter="offset", size="limit", default_size=10, max_size=50),
        )
        self.search = op(
            "search",
            "POST",
            "/search",
            body=body(("application/json",)),
            results=any_json,
            retry="safe",
            paging=module.Paging(style="cursor", parameter="cursor", size="limit", items="/items", next="/next", in_body=True),
        )
        self.poll = op("job_get", "GET", "/projects/{project}/jobs/{job_id}", results=any_json)
        self.collect = op(
            "job_collect",
            "POST",
            "/projects/{project}/collect",
            body=body(("application/json",), name="data"),
            results=any_json,
            retry="safe",
        )
        self.cancel = op("job_delete", "DELETE", "/projects/{project}/jobs/{job_id}", statuses=(204,))
        self.create = self._create(module, many=False, retry=None)
        self.create_many = self._create(module, many=True, retry=None)
        self.create_250 = self._create(module, many=True, retry=None, size=250)
        self.create_safe = self._create(module, many=False, retry="safe")
        self.put = op(
            "rows_put",
            "POST",
            "/rows",
            body=body(("application/json",)),
            results=any_json,
            batch=module.Batch(items="body/items", max_items=3, max_bytes=200, results="key", request_key="/key", response_key="/key"),
        )
        self.delete = op(
            "rows_delete",
            "POST",
            "/rows/delete",
            parameters=(parameter("ids", "ids", kind="array"),),
            results=any_json,
            batch=module.Batch(items="ids", max_items=2, results="none"),
        )

    def _create(self, module: Any, *, many: bool, retry: str | None, size: int = 5) -> Any:
        job = module.Job(
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
        return module.Operation(
            "jobs_create_many" if many else "jobs_create",
            "POST",
            "/projects/{project}/jobs",
            body=module.Body(("application/json",), name="data"),
            results={"application/json": None},
            retry=retry,
            batch=module.Batch(items="data", max_items=size, results="order"),
            job=job,
        )


def client(side: Side, url: str, **settings: Any) -> Any:
    """A client for it."""
    base = side.cls("call.aio.client", "BaseClient")
    definition = side.pure("declarations.api").ApiDefinition(
        name="Demo",
        package="flow_client",
        schemes=(side.pure("declarations.api").SecurityScheme("key", "apiKey", prefix="Token"),),
        security=(("key",),),
    )
    settings.setdefault("retries", side.pure("declarations.options").RetryPolicy(attempts=4, base=0.01, longest=0.02))
    if "auth" not in settings:
        settings.setdefault("api_key", "canary-key-0123456789")
    return type("Client", (base,), {"definition": definition})(base_url=url, **settings)
