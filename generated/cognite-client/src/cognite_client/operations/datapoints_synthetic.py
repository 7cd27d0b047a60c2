"""The operations of `SyntheticDatapointsAPI`: HTTP methods, paths, parameters, media types. Rendered from the spec; do not edit."""

from __future__ import annotations

from .. import models
from .._runtime.declarations.operation import Batch, Body, Operation

SYNTHETIC_QUERY: Operation[models.SyntheticQueryResults] = Operation(
    "synthetic_query",
    "POST",
    "/api/v1/projects/{project}/timeseries/synthetic/query",
    body=Body(("application/json",), type=lambda: models.SyntheticQueryRequest),
    results={"application/json": lambda: models.SyntheticQueryResults},
    errors={"400": lambda: models.ErrorResponse},
    batch=Batch(items="body/items", max_items=10, atomic=True, results="order"),
)
