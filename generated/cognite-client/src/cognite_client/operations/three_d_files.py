"""The operations of `ThreeDFilesAPI`: HTTP methods, paths, parameters, media types. Rendered from the spec; do not edit."""

from __future__ import annotations

from .. import models
from .._runtime.declarations.operation import Operation

THREE_D_FILES_RETRIEVE: Operation[bytes] = Operation(
    "three_d_files_retrieve",
    "GET",
    "/api/v1/projects/{project}/3d/files/{threed_file_id}",
    results={"application/octet-stream": lambda: bytes},
    errors={"400": lambda: models.ErrorResponse},
)
