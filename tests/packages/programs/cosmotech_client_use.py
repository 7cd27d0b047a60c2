"""A program as a user would write it; type checkers must know what everything is."""

from typing import assert_type

import cosmotech_client
from cosmotech_client import AsyncCosmoTech, CosmoTech, TwinGraphQuery


def use(client: CosmoTech) -> None:
    assert_type(client.twingraph.query("organization", "graph", TwinGraphQuery(query="MATCH (n) RETURN n")), str)
    assert_type(client.twingraph.find_all_twingraphs("organization"), list[str])


async def use_async(client: AsyncCosmoTech) -> None:
    assert_type(await client.twingraph.find_all_twingraphs("organization"), list[str])


def handle(error: Exception) -> int | None:
    # A bare import of the package is enough, and a misspelt name is seen.
    _ = cosmotech_client.Nothing  # type: ignore[attr-defined] # pyright: ignore[reportAttributeAccessIssue, reportUnknownVariableType, reportUnknownMemberType]
    return error.status if isinstance(error, cosmotech_client.exceptions.NotFound) else None
