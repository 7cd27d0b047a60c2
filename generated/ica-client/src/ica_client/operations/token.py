"""The operations of `TokenApi`: HTTP methods, paths, parameters, media types. Rendered from the spec; do not edit."""

from __future__ import annotations

from .. import models
from .._runtime.declarations.operation import Operation, Parameter

CREATE_JWT_TOKEN: Operation[models.Token] = Operation(
    "create_jwt_token",
    "POST",
    "/api/tokens",
    parameters=(Parameter("tenant", "tenant"),),
    results={"application/vnd.illumina.v3+json": lambda: models.Token},
    errors={"default": lambda: models.Problem},
    security=(("ApiKeyAuth",), ("BasicAuth",), ("PsTokenAuth",)),
    retry="safe",
)

REFRESH_JWT_TOKEN: Operation[models.Token] = Operation(
    "refresh_jwt_token",
    "POST",
    "/api/tokens:refresh",
    results={"application/vnd.illumina.v3+json": lambda: models.Token},
    errors={"default": lambda: models.Problem},
    security=(("JwtAuth",),),
    retry="safe",
)
