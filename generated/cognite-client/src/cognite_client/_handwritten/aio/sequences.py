"""Sequences, whose columns are made fit for the API when they are created."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..._resources.rules import ITEMS, Wrapped, is_single, listed
from ..._runtime.declarations.operation import Operation
from ..._runtime.declarations.options import RequestOptions
from ...aio import sequences as generated
from ...operations import sequences as ops
from ..sequence_columns import to_create


class AsyncSequencesAPI(generated.AsyncSequencesAPI):
    __doc__ = generated.AsyncSequencesAPI.__doc__

    async def _create(
        self,
        kind: type[Any],
        listing: type[Any],
        operation: Operation[Any],
        arguments: Mapping[str, Any] | None = None,
        *,
        body: dict[str, Any],
        options: RequestOptions | None = None,
    ) -> Any:
        """See the base; an error names the sequences as they were given."""
        if operation is ops.SEQUENCES_CREATE:
            given = listed(body[ITEMS])
            made = Wrapped([to_create(sequence) for sequence in given], given, single=is_single(body[ITEMS]))
            body = {**body, ITEMS: made}
        return await super()._create(kind, listing, operation, arguments or {}, body=body, options=options)
