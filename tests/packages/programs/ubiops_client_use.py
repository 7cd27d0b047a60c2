"""A program as a user would write it; type checkers must know what everything is."""

from datetime import datetime
from typing import assert_type

import ubiops_client
from ubiops_client import AsyncUbiOps, CoreApi, ModelCreate, ModelInputFieldCreate, ModelList, NotFound, RequestOptions, Response, UbiOps
from ubiops_client.params import ModelCreateParams


def use(client: UbiOps) -> None:
    assert_type(client.core, CoreApi)
    model = client.core.models_create(
        "demo",
        ModelCreate(
            name="iris", input_type="structured", output_type="plain", input_fields=[ModelInputFieldCreate(name="a", data_type="int")]
        ),
    )
    assert_type(model, ModelList)
    assert_type(model.creation_date, datetime)
    assert_type(client.core.models_list("demo", options=RequestOptions(timeout=3)), list[ModelList])
    assert_type(client.with_response(client.core.models_get)("demo", "iris"), Response[ModelList])
    for request in client.core.batch_model_requests_iterate("demo", "iris", "v1", status="pending", limit=3):
        assert_type(request.id, str)
    try:
        client.core.models_delete("demo", "iris")
    except NotFound as error:
        assert_type(error.status, int)


async def use_async(client: AsyncUbiOps) -> None:
    assert_type(await client.core.models_get("demo", "iris"), ModelList)
    async for request in client.core.batch_model_requests_iterate("demo", "iris", "v1"):
        assert_type(request.time_created, datetime)


def handle(error: Exception) -> int | None:
    # A bare import of the package is enough, and a misspelt name is seen.
    _ = ubiops_client.Nothing  # type: ignore[attr-defined] # pyright: ignore[reportAttributeAccessIssue, reportUnknownVariableType, reportUnknownMemberType]
    return error.status if isinstance(error, ubiops_client.exceptions.NotFound) else None


def dictionaries(client: UbiOps) -> None:
    client.core.models_create("demo", {"name": "iris", "input_type": "plain", "output_type": "plain"})
    body: ModelCreateParams = {
        "name": "iris",
        "input_type": "plain",
        "output_type": "plain",
        "input_fields": [{"name": "a", "data_type": "int"}],
    }
    client.core.models_create("demo", body)
    # A misspelt and a missing key are seen, and a misspelt setting of the client.
    client.core.models_create("demo", {**body, "descripton": "x"})  # type: ignore[arg-type] # pyright: ignore[reportArgumentType]
    client.core.models_create("demo", {"name": "iris"})  # type: ignore[arg-type] # pyright: ignore[reportArgumentType]
    UbiOps(api_kye="k")  # type: ignore[call-arg] # pyright: ignore[reportCallIssue]
