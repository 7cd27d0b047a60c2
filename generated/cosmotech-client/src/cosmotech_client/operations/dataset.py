"""The operations of `DatasetApi`: HTTP methods, paths, parameters, media types. Rendered from the spec; do not edit."""

from __future__ import annotations

from typing import Any

from .. import models
from .._runtime.declarations.operation import Body, Job, Operation, Paging, Parameter

FIND_ALL_DATASETS: Operation[list[models.Dataset]] = Operation(
    "find_all_datasets",
    "GET",
    "/organizations/{organization_id}/datasets",
    parameters=(
        Parameter("page", "page", kind="integer"),
        Parameter("size", "size", kind="integer"),
    ),
    results={"application/json": lambda: list[models.Dataset]},
    paging=Paging(style="page", parameter="page", size="size", items="", first=0),
)

CREATE_DATASET: Operation[models.Dataset] = Operation(
    "create_dataset",
    "POST",
    "/organizations/{organization_id}/datasets",
    body=Body(("application/json",), type=lambda: models.Dataset, name="dataset"),
    results={"application/json": lambda: models.Dataset},
    statuses=(201,),
)

SEARCH_DATASETS: Operation[list[models.Dataset]] = Operation(
    "search_datasets",
    "POST",
    "/organizations/{organization_id}/datasets/search",
    parameters=(
        Parameter("page", "page", kind="integer"),
        Parameter("size", "size", kind="integer"),
    ),
    body=Body(("application/json",), type=lambda: models.DatasetSearch, name="dataset_search"),
    results={"application/json": lambda: list[models.Dataset]},
    retry="safe",
    paging=Paging(style="page", parameter="page", size="size", items="", first=0),
)

COPY_DATASET: Operation[models.DatasetCopyParameters] = Operation(
    "copy_dataset",
    "POST",
    "/organizations/{organization_id}/datasets/copy",
    body=Body(("application/json",), type=lambda: models.DatasetCopyParameters, name="dataset_copy_parameters"),
    results={"application/json": lambda: models.DatasetCopyParameters},
    statuses=(201,),
)

FIND_DATASET_BY_ID: Operation[models.Dataset] = Operation(
    "find_dataset_by_id",
    "GET",
    "/organizations/{organization_id}/datasets/{dataset_id}",
    results={"application/json": lambda: models.Dataset},
)

UPLOAD_TWINGRAPH: Operation[models.FileUploadValidation] = Operation(
    "upload_twingraph",
    "POST",
    "/organizations/{organization_id}/datasets/{dataset_id}",
    body=Body(("application/octet-stream",)),
    results={"application/json": lambda: models.FileUploadValidation},
    statuses=(202,),
)

DELETE_DATASET: Operation[None] = Operation(
    "delete_dataset",
    "DELETE",
    "/organizations/{organization_id}/datasets/{dataset_id}",
    statuses=(204,),
)

UPDATE_DATASET: Operation[models.Dataset] = Operation(
    "update_dataset",
    "PATCH",
    "/organizations/{organization_id}/datasets/{dataset_id}",
    body=Body(("application/json",), type=lambda: models.Dataset, name="dataset"),
    results={"application/json": lambda: models.Dataset},
    retry="safe",
)

CREATE_SUB_DATASET: Operation[models.Dataset] = Operation(
    "create_sub_dataset",
    "POST",
    "/organizations/{organization_id}/datasets/{dataset_id}/subdataset",
    body=Body(("application/json",), type=lambda: models.SubDatasetGraphQuery, name="sub_dataset_graph_query"),
    results={"application/json": lambda: models.Dataset},
)

REFRESH_DATASET: Operation[models.DatasetTwinGraphInfo] = Operation(
    "refresh_dataset",
    "POST",
    "/organizations/{organization_id}/datasets/{dataset_id}/refresh",
    results={"application/json": lambda: models.DatasetTwinGraphInfo},
    job=Job(
        id="/datasetId",
        poll=lambda: GET_DATASET_TWINGRAPH_STATUS,
        poll_parameter="dataset_id",
        status="",
        done=("COMPLETED", "SUCCESS"),
        failed=("ERROR",),
        running=("PENDING", "NONE"),
        result="",
        pace=(1.0, 1.5, 15.0),
    ),
)

ROLLBACK_REFRESH: Operation[str] = Operation(
    "rollback_refresh",
    "POST",
    "/organizations/{organization_id}/datasets/{dataset_id}/refresh/rollback",
    results={"application/json": lambda: str},
)

TWINGRAPH_QUERY: Operation[list[dict[str, Any]]] = Operation(
    "twingraph_query",
    "POST",
    "/organizations/{organization_id}/datasets/{dataset_id}/twingraph",
    body=Body(("application/json",), type=lambda: models.DatasetTwinGraphQuery, name="dataset_twin_graph_query"),
    results={"application/json": lambda: list[dict[str, Any]]},
)

GET_TWINGRAPH_ENTITIES: Operation[str] = Operation(
    "get_twingraph_entities",
    "GET",
    "/organizations/{organization_id}/datasets/{dataset_id}/twingraph/{type}",
    parameters=(Parameter("ids", "ids", kind="array", required=True),),
    results={"application/json": lambda: str},
)

CREATE_TWINGRAPH_ENTITIES: Operation[str] = Operation(
    "create_twingraph_entities",
    "POST",
    "/organizations/{organization_id}/datasets/{dataset_id}/twingraph/{type}",
    body=Body(("application/json",), type=lambda: list[models.GraphProperties], name="graph_properties"),
    results={"application/json": lambda: str},
)

DELETE_TWINGRAPH_ENTITIES: Operation[None] = Operation(
    "delete_twingraph_entities",
    "DELETE",
    "/organizations/{organization_id}/datasets/{dataset_id}/twingraph/{type}",
    parameters=(Parameter("ids", "ids", kind="array", required=True),),
)

UPDATE_TWINGRAPH_ENTITIES: Operation[str] = Operation(
    "update_twingraph_entities",
    "PATCH",
    "/organizations/{organization_id}/datasets/{dataset_id}/twingraph/{type}",
    body=Body(("application/json",), type=lambda: list[models.GraphProperties], name="graph_properties"),
    results={"application/json": lambda: str},
    retry="safe",
)

TWINGRAPH_BATCH_UPDATE: Operation[models.TwinGraphBatchResult] = Operation(
    "twingraph_batch_update",
    "POST",
    "/organizations/{organization_id}/datasets/{dataset_id}/batch",
    parameters=(Parameter("twin_graph_query", "twinGraphQuery", kind="object", required=True),),
    body=Body(("text/csv", "application/octet-stream")),
    results={"application/json": lambda: models.TwinGraphBatchResult},
)

TWINGRAPH_BATCH_QUERY: Operation[models.DatasetTwinGraphHash] = Operation(
    "twingraph_batch_query",
    "POST",
    "/organizations/{organization_id}/datasets/{dataset_id}/batch-query",
    body=Body(("application/json",), type=lambda: models.DatasetTwinGraphQuery, name="dataset_twin_graph_query"),
    results={"application/json": lambda: models.DatasetTwinGraphHash},
)

DOWNLOAD_TWINGRAPH: Operation[bytes] = Operation(
    "download_twingraph",
    "GET",
    "/organizations/{organization_id}/datasets/twingraph/download/{hash}",
    results={"application/octet-stream": lambda: bytes},
)

GET_DATASET_TWINGRAPH_STATUS: Operation[str] = Operation(
    "get_dataset_twingraph_status",
    "GET",
    "/organizations/{organization_id}/datasets/{dataset_id}/status",
    results={"application/json": lambda: str},
)

ADD_OR_REPLACE_DATASET_COMPATIBILITY_ELEMENTS: Operation[list[models.DatasetCompatibility]] = Operation(
    "add_or_replace_dataset_compatibility_elements",
    "POST",
    "/organizations/{organization_id}/datasets/{dataset_id}/compatibility",
    body=Body(("application/json",), type=lambda: list[models.DatasetCompatibility], name="dataset_compatibility"),
    results={"application/json": lambda: list[models.DatasetCompatibility]},
    statuses=(201,),
    retry="safe",
)

REMOVE_ALL_DATASET_COMPATIBILITY_ELEMENTS: Operation[None] = Operation(
    "remove_all_dataset_compatibility_elements",
    "DELETE",
    "/organizations/{organization_id}/datasets/{dataset_id}/compatibility",
    statuses=(204,),
)

GET_DATASET_SECURITY: Operation[models.DatasetSecurity] = Operation(
    "get_dataset_security",
    "GET",
    "/organizations/{organization_id}/datasets/{dataset_id}/security",
    results={"application/json": lambda: models.DatasetSecurity},
)

SET_DATASET_DEFAULT_SECURITY: Operation[models.DatasetSecurity] = Operation(
    "set_dataset_default_security",
    "POST",
    "/organizations/{organization_id}/datasets/{dataset_id}/security/default",
    body=Body(("application/json",), type=lambda: models.DatasetRole, name="dataset_role"),
    results={"application/json": lambda: models.DatasetSecurity},
    statuses=(201,),
    retry="safe",
)

ADD_DATASET_ACCESS_CONTROL: Operation[models.DatasetAccessControl] = Operation(
    "add_dataset_access_control",
    "POST",
    "/organizations/{organization_id}/datasets/{dataset_id}/security/access",
    body=Body(("application/json",), type=lambda: models.DatasetAccessControl, name="dataset_access_control"),
    results={"application/json": lambda: models.DatasetAccessControl},
    statuses=(201,),
)

GET_DATASET_ACCESS_CONTROL: Operation[models.DatasetAccessControl] = Operation(
    "get_dataset_access_control",
    "GET",
    "/organizations/{organization_id}/datasets/{dataset_id}/security/access/{identity_id}",
    results={"application/json": lambda: models.DatasetAccessControl},
)

REMOVE_DATASET_ACCESS_CONTROL: Operation[None] = Operation(
    "remove_dataset_access_control",
    "DELETE",
    "/organizations/{organization_id}/datasets/{dataset_id}/security/access/{identity_id}",
    statuses=(204,),
)

UPDATE_DATASET_ACCESS_CONTROL: Operation[models.DatasetAccessControl] = Operation(
    "update_dataset_access_control",
    "PATCH",
    "/organizations/{organization_id}/datasets/{dataset_id}/security/access/{identity_id}",
    body=Body(("application/json",), type=lambda: models.DatasetRole, name="dataset_role"),
    results={"application/json": lambda: models.DatasetAccessControl},
    retry="safe",
)

GET_DATASET_SECURITY_USERS: Operation[list[str]] = Operation(
    "get_dataset_security_users",
    "GET",
    "/organizations/{organization_id}/datasets/{dataset_id}/security/users",
    results={"application/json": lambda: list[str]},
)

LINK_WORKSPACE: Operation[models.Dataset] = Operation(
    "link_workspace",
    "POST",
    "/organizations/{organization_id}/datasets/{dataset_id}/link",
    parameters=(Parameter("workspace_id", "workspaceId", required=True),),
    results={"application/json": lambda: models.Dataset},
)

UNLINK_WORKSPACE: Operation[models.Dataset] = Operation(
    "unlink_workspace",
    "POST",
    "/organizations/{organization_id}/datasets/{dataset_id}/unlink",
    parameters=(Parameter("workspace_id", "workspaceId", required=True),),
    results={"application/json": lambda: models.Dataset},
)

FIND_ALL_VALIDATORS: Operation[list[dict[str, Any]]] = Operation(
    "find_all_validators",
    "GET",
    "/organizations/{organization_id}/datasets/validators",
    results={"application/json": lambda: list[dict[str, Any]]},
)

CREATE_VALIDATOR: Operation[dict[str, Any]] = Operation(
    "create_validator",
    "POST",
    "/organizations/{organization_id}/datasets/validators",
    body=Body(("application/json",), name="validator"),
    results={"application/json": lambda: dict[str, Any]},
    statuses=(201,),
)

FIND_VALIDATOR_BY_ID: Operation[dict[str, Any]] = Operation(
    "find_validator_by_id",
    "GET",
    "/organizations/{organization_id}/datasets/validators/{validator_id}",
    results={"application/json": lambda: dict[str, Any]},
)

DELETE_VALIDATOR: Operation[None] = Operation(
    "delete_validator",
    "DELETE",
    "/organizations/{organization_id}/datasets/validators/{validator_id}",
    statuses=(204,),
)

RUN_VALIDATOR: Operation[dict[str, Any]] = Operation(
    "run_validator",
    "POST",
    "/organizations/{organization_id}/datasets/validators/{validator_id}/run",
    body=Body(("application/json",), name="validator_run"),
    results={"application/json": lambda: dict[str, Any]},
    statuses=(201,),
)

FIND_ALL_VALIDATOR_RUNS: Operation[list[dict[str, Any]]] = Operation(
    "find_all_validator_runs",
    "GET",
    "/organizations/{organization_id}/datasets/validators/{validator_id}/history",
    results={"application/json": lambda: list[dict[str, Any]]},
)

CREATE_VALIDATOR_RUN: Operation[dict[str, Any]] = Operation(
    "create_validator_run",
    "POST",
    "/organizations/{organization_id}/datasets/validators/{validator_id}/history",
    body=Body(("application/json",), name="validator_run"),
    results={"application/json": lambda: dict[str, Any]},
    statuses=(201,),
)

FIND_VALIDATOR_RUN_BY_ID: Operation[dict[str, Any]] = Operation(
    "find_validator_run_by_id",
    "GET",
    "/organizations/{organization_id}/datasets/validators/{validator_id}/history/{validatorrun_id}",
    results={"application/json": lambda: dict[str, Any]},
)

DELETE_VALIDATOR_RUN: Operation[None] = Operation(
    "delete_validator_run",
    "DELETE",
    "/organizations/{organization_id}/datasets/validators/{validator_id}/history/{validatorrun_id}",
    statuses=(204,),
)

IMPORT_DATASET: Operation[models.Dataset] = Operation(
    "import_dataset",
    "POST",
    "/organizations/{organization_id}/datasets/import",
    body=Body(("application/json",), type=lambda: models.Dataset, name="dataset"),
    results={"application/json": lambda: models.Dataset},
    statuses=(201,),
)
