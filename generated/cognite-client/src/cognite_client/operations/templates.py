"""The operations of `TemplatesAPI`: HTTP methods, paths, parameters, media types. Rendered from the spec; do not edit."""

from __future__ import annotations

from .. import models
from .._runtime.declarations.operation import Body, Operation

TEMPLATES_GRAPHQL_QUERY: Operation[models.GraphQlResponse] = Operation(
    "templates_graphql_query",
    "POST",
    "/api/v1/projects/{project}/templategroups/{external_id}/versions/{version}/graphql",
    body=Body(("application/json",), type=lambda: models.GraphQlRequest),
    results={"application/json": lambda: models.GraphQlResponse},
    errors={"400": lambda: models.ErrorResponse},
)
