"""A program as a user would write it; type checkers must know what everything is."""

from typing import assert_type

import ica_client
from ica_client import AsyncIca, CreateProjectDataLinkingBatch, CreateProjectDataLinkingBatchItem, Ica, ProjectDataLinkingBatch


def use(client: Ica) -> None:
    body = CreateProjectDataLinkingBatch(items=[CreateProjectDataLinkingBatchItem(data_id="fil.1")])
    batch = client.project_data_linking_batch.create_project_data_linking_batch("project", body)
    assert_type(batch, ProjectDataLinkingBatch)
    assert_type(batch.job.id, str)


async def use_async(client: AsyncIca) -> None:
    assert_type(await client.project_data_linking_batch.get_project_data_linking_batch("project", "batch"), ProjectDataLinkingBatch)


def handle(error: Exception) -> int | None:
    # A bare import of the package is enough, and a misspelt name is seen.
    _ = ica_client.Nothing  # type: ignore[attr-defined] # pyright: ignore[reportAttributeAccessIssue, reportUnknownVariableType, reportUnknownMemberType]
    return error.status if isinstance(error, ica_client.exceptions.NotFound) else None
