"""The operations of `LoginAPI`: HTTP methods, paths, parameters, media types. Rendered from the spec; do not edit."""

from __future__ import annotations

from .. import models
from .._runtime.declarations.operation import Operation

LOGIN_STATUS: Operation[models.LoginStatusResponse] = Operation(
    "login_status",
    "GET",
    "/login/status",
    results={"application/json": lambda: models.LoginStatusResponse},
    errors={"400": lambda: models.ErrorResponse},
)

LOGIN_INSPECT_TOKEN: Operation[models.TokenInspection] = Operation(
    "login_inspect_token",
    "GET",
    "/api/v1/token/inspect",
    results={"application/json": lambda: models.TokenInspection},
    errors={"400": lambda: models.ErrorResponse},
)
