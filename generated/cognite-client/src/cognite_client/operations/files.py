"""The operations of `FilesAPI`: HTTP methods, paths, parameters, media types. Rendered from the spec; do not edit."""

from __future__ import annotations

from typing import Any

from .. import models
from .._runtime.declarations.operation import Batch, Body, Operation, Paging, Parameter, Partitions

FILES_RETRIEVE: Operation[models.FileMetadataItems] = Operation(
    "files_retrieve",
    "POST",
    "/api/v1/projects/{project}/files/byids",
    body=Body(("application/json",), type=lambda: models.IdentifiersIgnoring),
    results={"application/json": lambda: models.FileMetadataItems},
    errors={"400": lambda: models.ErrorResponse},
    retry="safe",
    batch=Batch(items="body/items", max_items=1000, atomic=True, results="order"),
)

FILES_LIST: Operation[models.FileMetadataPage] = Operation(
    "files_list",
    "POST",
    "/api/v1/projects/{project}/files/list",
    body=Body(("application/json",), type=lambda: models.FileMetadataListRequest),
    results={"application/json": lambda: models.FileMetadataPage},
    errors={"400": lambda: models.ErrorResponse},
    retry="safe",
    paging=Paging(
        style="cursor",
        parameter="cursor",
        size="limit",
        items="/items",
        next="/nextCursor",
        default_size=100,
        max_size=1000,
        in_body=True,
        partitions=Partitions(parameter="partition"),
    ),
)

FILES_AGGREGATE: Operation[models.FileAggregateItems] = Operation(
    "files_aggregate",
    "POST",
    "/api/v1/projects/{project}/files/aggregate",
    body=Body(("application/json",), type=lambda: models.FileMetadataAggregateRequest),
    results={"application/json": lambda: models.FileAggregateItems},
    errors={"400": lambda: models.ErrorResponse},
)

FILES_SEARCH: Operation[models.FileMetadataItems] = Operation(
    "files_search",
    "POST",
    "/api/v1/projects/{project}/files/search",
    body=Body(("application/json",), type=lambda: models.FileMetadataSearchRequest),
    results={"application/json": lambda: models.FileMetadataItems},
    errors={"400": lambda: models.ErrorResponse},
    retry="safe",
)

FILES_DELETE: Operation[dict[str, Any]] = Operation(
    "files_delete",
    "POST",
    "/api/v1/projects/{project}/files/delete",
    body=Body(("application/json",), type=lambda: models.Identifiers),
    results={"application/json": lambda: dict[str, Any]},
    errors={"400": lambda: models.ErrorResponse},
    batch=Batch(items="body/items", max_items=1000, atomic=True, results="none"),
)

FILES_UPDATE: Operation[models.FileMetadataItems] = Operation(
    "files_update",
    "POST",
    "/api/v1/projects/{project}/files/update",
    body=Body(("application/json",), type=lambda: models.FileMetadataUpdateItems),
    results={"application/json": lambda: models.FileMetadataItems},
    errors={"400": lambda: models.ErrorResponse},
    batch=Batch(items="body/items", max_items=1000, atomic=True, results="order"),
)

FILES_CREATE: Operation[models.FileUpload] = Operation(
    "files_create",
    "POST",
    "/api/v1/projects/{project}/files",
    parameters=(
        Parameter("origin", "Origin", location="header"),
        Parameter("overwrite", "overwrite", kind="boolean"),
    ),
    body=Body(("application/json",), type=lambda: models.FileMetadataCreate),
    results={"application/json": lambda: models.FileUpload},
    statuses=(201,),
    errors={"400": lambda: models.ErrorResponse},
)

FILES_DOWNLOAD_LINKS: Operation[models.FileDownloadLinks] = Operation(
    "files_download_links",
    "POST",
    "/api/v1/projects/{project}/files/downloadlink",
    body=Body(("application/json",), type=lambda: models.FileDownloadRequest),
    results={"application/json": lambda: models.FileDownloadLinks},
    errors={"400": lambda: models.ErrorResponse},
    retry="safe",
    batch=Batch(items="body/items", max_items=100, atomic=True, results="order"),
)

FILES_ICON: Operation[bytes] = Operation(
    "files_icon",
    "GET",
    "/api/v1/projects/{project}/files/icon",
    parameters=(
        Parameter("id", "id", kind="integer"),
        Parameter("external_id", "externalId"),
    ),
    results={"image/jpeg": lambda: bytes},
    errors={"400": lambda: models.ErrorResponse},
)

FILES_GET: Operation[models.FileMetadata] = Operation(
    "files_get",
    "GET",
    "/api/v1/projects/{project}/files/{id}",
    results={"application/json": lambda: models.FileMetadata},
    errors={"400": lambda: models.ErrorResponse},
)
