"""The operations of `CoreApi`: HTTP methods, paths, parameters, media types. Rendered from the spec; do not edit."""

from __future__ import annotations

from typing import Any

from .. import models
from .._runtime.declarations.operation import Batch, Body, Job, Operation, Paging, Parameter

BATCH_MODEL_REQUESTS_BATCH_COLLECT: Operation[list[models.BatchModelRequestResultList]] = Operation(
    "batch_model_requests_batch_collect",
    "POST",
    "/projects/{project_name}/models/{model_name}/versions/{version}/request-batch-collect",
    body=Body(("application/json",), type=lambda: list[str], name="data"),
    results={"application/json": lambda: list[models.BatchModelRequestResultList]},
    retry="safe",
    batch=Batch(items="data", max_items=250, atomic=True, results="key", request_key="", response_key="/id"),
)

BATCH_MODEL_REQUESTS_BATCH_DELETE: Operation[dict[str, Any]] = Operation(
    "batch_model_requests_batch_delete",
    "POST",
    "/projects/{project_name}/models/{model_name}/versions/{version}/request-batch-delete",
    body=Body(("application/json",), type=lambda: list[str], name="data"),
    results={"application/json": lambda: dict[str, Any]},
    statuses=(201,),
    batch=Batch(items="data", max_items=250, atomic=True, results="none"),
)

BATCH_MODEL_REQUESTS_LIST: Operation[list[models.BatchModelRequestListResponse]] = Operation(
    "batch_model_requests_list",
    "GET",
    "/projects/{project_name}/models/{model_name}/versions/{version}/request-batch",
    parameters=(
        Parameter("status", "status"),
        Parameter("success", "success", kind="boolean"),
        Parameter("limit", "limit", kind="integer"),
        Parameter("offset", "offset", kind="integer"),
        Parameter("sort", "sort"),
    ),
    results={"application/json": lambda: list[models.BatchModelRequestListResponse]},
    paging=Paging(style="offset", parameter="offset", size="limit", items="", default_size=50),
)

BATCH_MODEL_REQUESTS_CREATE: Operation[list[models.BatchModelRequestCreateResponse]] = Operation(
    "batch_model_requests_create",
    "POST",
    "/projects/{project_name}/models/{model_name}/versions/{version}/request-batch",
    body=Body(("application/json", "text/plain"), name="data"),
    results={"application/json": lambda: list[models.BatchModelRequestCreateResponse]},
    batch=Batch(items="data", max_items=250, atomic=True, results="order"),
    job=Job(
        id="/id",
        poll=lambda: BATCH_MODEL_REQUESTS_GET,
        poll_parameter="request_id",
        status="/status",
        done=("completed",),
        failed=("failed",),
        running=("pending", "processing"),
        poll_many=lambda: BATCH_MODEL_REQUESTS_BATCH_COLLECT,
        poll_many_parameter="data",
        poll_many_max=250,
        cancel=lambda: BATCH_MODEL_REQUESTS_DELETE,
        cancel_parameter="request_id",
        result="/result",
        error="/error_message",
        pace=(0.5, 1.5, 10.0),
    ),
)

BATCH_MODEL_REQUESTS_GET: Operation[models.BatchModelRequestResultList] = Operation(
    "batch_model_requests_get",
    "GET",
    "/projects/{project_name}/models/{model_name}/versions/{version}/request-batch/{request_id}",
    results={"application/json": lambda: models.BatchModelRequestResultList},
)

BATCH_MODEL_REQUESTS_DELETE: Operation[None] = Operation(
    "batch_model_requests_delete",
    "DELETE",
    "/projects/{project_name}/models/{model_name}/versions/{version}/request-batch/{request_id}",
    statuses=(204,),
)

BATCH_PIPELINE_REQUEST_GET: Operation[models.BatchPipelineRequestResultList] = Operation(
    "batch_pipeline_request_get",
    "GET",
    "/projects/{project_name}/pipelines/{pipeline_name}/request-batch/{pipeline_request_id}",
    results={"application/json": lambda: models.BatchPipelineRequestResultList},
)

BATCH_PIPELINE_REQUEST_DELETE: Operation[None] = Operation(
    "batch_pipeline_request_delete",
    "DELETE",
    "/projects/{project_name}/pipelines/{pipeline_name}/request-batch/{pipeline_request_id}",
    statuses=(204,),
)

BATCH_PIPELINE_REQUESTS_BATCH_COLLECT: Operation[list[models.BatchPipelineRequestResultList]] = Operation(
    "batch_pipeline_requests_batch_collect",
    "POST",
    "/projects/{project_name}/pipelines/{pipeline_name}/request-batch-collect",
    body=Body(("application/json",), type=lambda: list[str], name="data"),
    results={"application/json": lambda: list[models.BatchPipelineRequestResultList]},
    retry="safe",
    batch=Batch(items="data", max_items=100, atomic=True, results="key", request_key="", response_key="/id"),
)

BATCH_PIPELINE_REQUESTS_BATCH_DELETE: Operation[dict[str, Any]] = Operation(
    "batch_pipeline_requests_batch_delete",
    "POST",
    "/projects/{project_name}/pipelines/{pipeline_name}/request-batch-delete",
    body=Body(("application/json",), type=lambda: list[str], name="data"),
    results={"application/json": lambda: dict[str, Any]},
    statuses=(201,),
    batch=Batch(items="data", max_items=100, atomic=True, results="none"),
)

BATCH_PIPELINE_REQUESTS_LIST: Operation[list[models.BatchPipelineRequestListResponse]] = Operation(
    "batch_pipeline_requests_list",
    "GET",
    "/projects/{project_name}/pipelines/{pipeline_name}/request-batch",
    parameters=(
        Parameter("status", "status"),
        Parameter("success", "success", kind="boolean"),
        Parameter("limit", "limit", kind="integer"),
        Parameter("offset", "offset", kind="integer"),
        Parameter("sort", "sort"),
    ),
    results={"application/json": lambda: list[models.BatchPipelineRequestListResponse]},
    paging=Paging(style="offset", parameter="offset", size="limit", items="", default_size=50),
)

BATCH_PIPELINE_REQUESTS_CREATE: Operation[list[models.BatchPipelineRequestCreateResponse]] = Operation(
    "batch_pipeline_requests_create",
    "POST",
    "/projects/{project_name}/pipelines/{pipeline_name}/request-batch",
    body=Body(("application/json", "text/plain"), name="data"),
    results={"application/json": lambda: list[models.BatchPipelineRequestCreateResponse]},
    batch=Batch(items="data", max_items=100, atomic=True, results="order"),
    job=Job(
        id="/id",
        poll=lambda: BATCH_PIPELINE_REQUEST_GET,
        poll_parameter="pipeline_request_id",
        status="/status",
        done=("completed",),
        failed=("failed",),
        running=("pending", "processing"),
        poll_many=lambda: BATCH_PIPELINE_REQUESTS_BATCH_COLLECT,
        poll_many_parameter="data",
        poll_many_max=100,
        cancel=lambda: BATCH_PIPELINE_REQUEST_DELETE,
        cancel_parameter="pipeline_request_id",
        result="",
        error="/error_message",
        pace=(0.5, 1.5, 10.0),
    ),
)

MODEL_REQUESTS_CREATE: Operation[models.ModelRequestList] = Operation(
    "model_requests_create",
    "POST",
    "/projects/{project_name}/models/{model_name}/versions/{version}/request",
    parameters=(Parameter("timeout", "timeout", kind="integer"),),
    body=Body(("application/json", "text/plain"), name="data"),
    results={"application/json": lambda: models.ModelRequestList},
)

PIPELINES_REQUEST: Operation[models.PipelineRequestList] = Operation(
    "pipelines_request",
    "POST",
    "/projects/{project_name}/pipelines/{pipeline_name}/request",
    parameters=(
        Parameter("pipeline_timeout", "pipeline_timeout", kind="integer"),
        Parameter("model_timeout", "model_timeout", kind="integer"),
    ),
    body=Body(("application/json", "text/plain"), name="data"),
    results={"application/json": lambda: models.PipelineRequestList},
)

BLOBS_LIST: Operation[list[models.BlobList]] = Operation(
    "blobs_list",
    "GET",
    "/projects/{project_name}/blobs",
    parameters=(
        Parameter("range", "range", kind="integer"),
        Parameter("creation_date", "creation_date"),
    ),
    results={"application/json": lambda: list[models.BlobList]},
)

BLOBS_CREATE: Operation[models.BlobList] = Operation(
    "blobs_create",
    "POST",
    "/projects/{project_name}/blobs",
    parameters=(Parameter("blob_ttl", "blob-ttl", location="header", kind="integer"),),
    body=Body(("multipart/form-data",), files=("file",)),
    results={"application/json": lambda: models.BlobList},
    statuses=(201,),
)

BLOBS_GET: Operation[bytes] = Operation(
    "blobs_get",
    "GET",
    "/projects/{project_name}/blobs/{blob_id}",
    results={"application/octet-stream": lambda: bytes},
)

BLOBS_DELETE: Operation[None] = Operation(
    "blobs_delete",
    "DELETE",
    "/projects/{project_name}/blobs/{blob_id}",
    statuses=(204,),
)

MODELS_LIST: Operation[list[models.ModelList]] = Operation(
    "models_list",
    "GET",
    "/projects/{project_name}/models",
    results={"application/json": lambda: list[models.ModelList]},
)

MODELS_CREATE: Operation[models.ModelList] = Operation(
    "models_create",
    "POST",
    "/projects/{project_name}/models",
    body=Body(("application/json",), type=lambda: models.ModelCreate, name="data"),
    results={"application/json": lambda: models.ModelList},
    statuses=(201,),
)

MODELS_GET: Operation[models.ModelList] = Operation(
    "models_get",
    "GET",
    "/projects/{project_name}/models/{model_name}",
    results={"application/json": lambda: models.ModelList},
)

MODELS_DELETE: Operation[None] = Operation(
    "models_delete",
    "DELETE",
    "/projects/{project_name}/models/{model_name}",
    statuses=(204,),
)

MODELS_UPDATE: Operation[models.ModelList] = Operation(
    "models_update",
    "PATCH",
    "/projects/{project_name}/models/{model_name}",
    body=Body(("application/json",), type=lambda: models.ModelUpdate, name="data"),
    results={"application/json": lambda: models.ModelList},
)

MODEL_VERSIONS_LIST: Operation[list[models.ModelVersionList]] = Operation(
    "model_versions_list",
    "GET",
    "/projects/{project_name}/models/{model_name}/versions",
    results={"application/json": lambda: list[models.ModelVersionList]},
)

MODEL_VERSIONS_CREATE: Operation[models.ModelVersionList] = Operation(
    "model_versions_create",
    "POST",
    "/projects/{project_name}/models/{model_name}/versions",
    body=Body(("application/json",), type=lambda: models.ModelVersionCreate, name="data"),
    results={"application/json": lambda: models.ModelVersionList},
    statuses=(201,),
)

MODEL_VERSIONS_GET: Operation[models.ModelVersionList] = Operation(
    "model_versions_get",
    "GET",
    "/projects/{project_name}/models/{model_name}/versions/{version}",
    results={"application/json": lambda: models.ModelVersionList},
)

MODEL_VERSIONS_DELETE: Operation[None] = Operation(
    "model_versions_delete",
    "DELETE",
    "/projects/{project_name}/models/{model_name}/versions/{version}",
    statuses=(204,),
)

MODEL_VERSIONS_UPDATE: Operation[models.ModelVersionList] = Operation(
    "model_versions_update",
    "PATCH",
    "/projects/{project_name}/models/{model_name}/versions/{version}",
    body=Body(("application/json",), type=lambda: models.ModelVersionCreate, name="data"),
    results={"application/json": lambda: models.ModelVersionList},
)

MODEL_VERSIONS_FILE_DOWNLOAD: Operation[bytes] = Operation(
    "model_versions_file_download",
    "GET",
    "/projects/{project_name}/models/{model_name}/versions/{version}/download",
    results={"application/octet-stream": lambda: bytes},
)

MODEL_VERSIONS_FILE_UPLOAD: Operation[models.Success] = Operation(
    "model_versions_file_upload",
    "PUT",
    "/projects/{project_name}/models/{model_name}/versions/{version}/upload",
    body=Body(("multipart/form-data",), files=("file",)),
    results={"application/json": lambda: models.Success},
    job=Job(
        id=None,
        poll=lambda: MODEL_VERSIONS_GET,
        poll_parameter="",
        status="/status",
        done=("available", "active"),
        failed=("failed",),
        running=("initialised", "pending", "building"),
        result="",
        error="/error_message",
        error_ends=True,
        pace=(1.0, 1.5, 15.0),
    ),
)

PIPELINES_LIST: Operation[list[models.PipelineList]] = Operation(
    "pipelines_list",
    "GET",
    "/projects/{project_name}/pipelines",
    results={"application/json": lambda: list[models.PipelineList]},
)

PIPELINES_CREATE: Operation[models.PipelineList] = Operation(
    "pipelines_create",
    "POST",
    "/projects/{project_name}/pipelines",
    body=Body(("application/json",), type=lambda: models.PipelineCreate, name="data"),
    results={"application/json": lambda: models.PipelineList},
    statuses=(201,),
)

PIPELINES_GET: Operation[models.PipelineList] = Operation(
    "pipelines_get",
    "GET",
    "/projects/{project_name}/pipelines/{pipeline_name}",
    results={"application/json": lambda: models.PipelineList},
)

PIPELINES_DELETE: Operation[None] = Operation(
    "pipelines_delete",
    "DELETE",
    "/projects/{project_name}/pipelines/{pipeline_name}",
    statuses=(204,),
)

PIPELINES_UPDATE: Operation[models.PipelineList] = Operation(
    "pipelines_update",
    "PATCH",
    "/projects/{project_name}/pipelines/{pipeline_name}",
    body=Body(("application/json",), type=lambda: models.PipelineCreate, name="data"),
    results={"application/json": lambda: models.PipelineList},
)

PIPELINE_OBJECTS_LIST: Operation[list[models.PipelineObjectList]] = Operation(
    "pipeline_objects_list",
    "GET",
    "/projects/{project_name}/pipelines/{pipeline_name}/objects",
    results={"application/json": lambda: list[models.PipelineObjectList]},
)

PIPELINE_OBJECTS_CREATE: Operation[models.PipelineObjectList] = Operation(
    "pipeline_objects_create",
    "POST",
    "/projects/{project_name}/pipelines/{pipeline_name}/objects",
    body=Body(("application/json",), type=lambda: models.PipelineObjectCreate, name="data"),
    results={"application/json": lambda: models.PipelineObjectList},
    statuses=(201,),
)

PIPELINE_OBJECTS_GET: Operation[models.PipelineObjectList] = Operation(
    "pipeline_objects_get",
    "GET",
    "/projects/{project_name}/pipelines/{pipeline_name}/objects/{name}",
    results={"application/json": lambda: models.PipelineObjectList},
)

PIPELINE_OBJECTS_DELETE: Operation[None] = Operation(
    "pipeline_objects_delete",
    "DELETE",
    "/projects/{project_name}/pipelines/{pipeline_name}/objects/{name}",
    statuses=(204,),
)

PIPELINE_OBJECTS_UPDATE: Operation[models.PipelineObjectList] = Operation(
    "pipeline_objects_update",
    "PATCH",
    "/projects/{project_name}/pipelines/{pipeline_name}/objects/{name}",
    body=Body(("application/json",), type=lambda: models.PipelineObjectUpdate, name="data"),
    results={"application/json": lambda: models.PipelineObjectList},
)

PIPELINE_OBJECT_ATTACHMENTS_LIST: Operation[list[models.AttachmentsList]] = Operation(
    "pipeline_object_attachments_list",
    "GET",
    "/projects/{project_name}/pipelines/{pipeline_name}/attachments",
    results={"application/json": lambda: list[models.AttachmentsList]},
)

PIPELINE_OBJECT_ATTACHMENTS_CREATE: Operation[models.Attachments] = Operation(
    "pipeline_object_attachments_create",
    "POST",
    "/projects/{project_name}/pipelines/{pipeline_name}/attachments",
    body=Body(("application/json",), type=lambda: models.AttachmentsCreate, name="data"),
    results={"application/json": lambda: models.Attachments},
    statuses=(201,),
)

PIPELINE_OBJECT_ATTACHMENTS_GET: Operation[models.AttachmentsList] = Operation(
    "pipeline_object_attachments_get",
    "GET",
    "/projects/{project_name}/pipelines/{pipeline_name}/objects/{source_name}/attachments/{destination_name}",
    results={"application/json": lambda: models.AttachmentsList},
)

PIPELINE_OBJECT_ATTACHMENTS_DELETE: Operation[None] = Operation(
    "pipeline_object_attachments_delete",
    "DELETE",
    "/projects/{project_name}/pipelines/{pipeline_name}/objects/{source_name}/attachments/{destination_name}",
    statuses=(204,),
)

PIPELINE_OBJECT_ATTACHMENTS_SOURCE_GET: Operation[list[models.AttachmentsList]] = Operation(
    "pipeline_object_attachments_source_get",
    "GET",
    "/projects/{project_name}/pipelines/{pipeline_name}/objects/{source_name}/attachments/",
    results={"application/json": lambda: list[models.AttachmentsList]},
)

CONFIGURATIONS_LIST: Operation[list[models.ConfigurationList]] = Operation(
    "configurations_list",
    "GET",
    "/config/connectors",
    results={"application/json": lambda: list[models.ConfigurationList]},
)

CONNECTORS_LIST: Operation[list[models.ConnectorList]] = Operation(
    "connectors_list",
    "GET",
    "/projects/{project_name}/connectors",
    results={"application/json": lambda: list[models.ConnectorList]},
)

CONNECTORS_CREATE: Operation[models.ConnectorList] = Operation(
    "connectors_create",
    "POST",
    "/projects/{project_name}/connectors",
    body=Body(("application/json",), type=lambda: models.ConnectorCreate, name="data"),
    results={"application/json": lambda: models.ConnectorList},
    statuses=(201,),
)

CONNECTORS_GET: Operation[models.ConnectorList] = Operation(
    "connectors_get",
    "GET",
    "/projects/{project_name}/connectors/{connector_name}",
    results={"application/json": lambda: models.ConnectorList},
)

CONNECTORS_DELETE: Operation[None] = Operation(
    "connectors_delete",
    "DELETE",
    "/projects/{project_name}/connectors/{connector_name}",
    statuses=(204,),
)

CONNECTORS_UPDATE: Operation[models.ConnectorList] = Operation(
    "connectors_update",
    "PATCH",
    "/projects/{project_name}/connectors/{connector_name}",
    body=Body(("application/json",), type=lambda: models.ConnectorUpdate, name="data"),
    results={"application/json": lambda: models.ConnectorList},
)

CREDENTIALS_LIST: Operation[list[models.CredentialsList]] = Operation(
    "credentials_list",
    "GET",
    "/projects/{project_name}/credentials",
    results={"application/json": lambda: list[models.CredentialsList]},
)

CREDENTIALS_CREATE: Operation[models.CredentialsList] = Operation(
    "credentials_create",
    "POST",
    "/projects/{project_name}/credentials",
    body=Body(("application/json",), type=lambda: models.CredentialsCreate, name="data"),
    results={"application/json": lambda: models.CredentialsList},
    statuses=(201,),
)

CREDENTIALS_GET: Operation[models.CredentialsListWithConfig] = Operation(
    "credentials_get",
    "GET",
    "/projects/{project_name}/credentials/{credentials_name}",
    results={"application/json": lambda: models.CredentialsListWithConfig},
)

CREDENTIALS_DELETE: Operation[None] = Operation(
    "credentials_delete",
    "DELETE",
    "/projects/{project_name}/credentials/{credentials_name}",
    statuses=(204,),
)

CREDENTIALS_UPDATE: Operation[models.CredentialsListWithConfig] = Operation(
    "credentials_update",
    "PATCH",
    "/projects/{project_name}/credentials/{credentials_name}",
    body=Body(("application/json",), type=lambda: models.CredentialsUpdate, name="data"),
    results={"application/json": lambda: models.CredentialsListWithConfig},
)

MODEL_ENVIRONMENT_VARIABLES_LIST: Operation[list[models.InheritedEnvironmentVariableList]] = Operation(
    "model_environment_variables_list",
    "GET",
    "/projects/{project_name}/models/{model_name}/environment-variables",
    results={"application/json": lambda: list[models.InheritedEnvironmentVariableList]},
)

MODEL_ENVIRONMENT_VARIABLES_CREATE: Operation[models.EnvironmentVariableList] = Operation(
    "model_environment_variables_create",
    "POST",
    "/projects/{project_name}/models/{model_name}/environment-variables",
    body=Body(("application/json",), type=lambda: models.EnvironmentVariableCreate, name="data"),
    results={"application/json": lambda: models.EnvironmentVariableList},
    statuses=(201,),
)

MODEL_ENVIRONMENT_VARIABLES_GET: Operation[models.EnvironmentVariableList] = Operation(
    "model_environment_variables_get",
    "GET",
    "/projects/{project_name}/models/{model_name}/environment-variables/{id}",
    results={"application/json": lambda: models.EnvironmentVariableList},
)

MODEL_ENVIRONMENT_VARIABLES_DELETE: Operation[None] = Operation(
    "model_environment_variables_delete",
    "DELETE",
    "/projects/{project_name}/models/{model_name}/environment-variables/{id}",
    statuses=(204,),
)

MODEL_ENVIRONMENT_VARIABLES_UPDATE: Operation[models.EnvironmentVariableList] = Operation(
    "model_environment_variables_update",
    "PATCH",
    "/projects/{project_name}/models/{model_name}/environment-variables/{id}",
    body=Body(("application/json",), type=lambda: models.EnvironmentVariableCreate, name="data"),
    results={"application/json": lambda: models.EnvironmentVariableList},
)

MODEL_VERSION_ENVIRONMENT_VARIABLES_LIST: Operation[list[models.InheritedEnvironmentVariableList]] = Operation(
    "model_version_environment_variables_list",
    "GET",
    "/projects/{project_name}/models/{model_name}/versions/{version}/environment-variables",
    results={"application/json": lambda: list[models.InheritedEnvironmentVariableList]},
)

MODEL_VERSION_ENVIRONMENT_VARIABLES_CREATE: Operation[models.EnvironmentVariableList] = Operation(
    "model_version_environment_variables_create",
    "POST",
    "/projects/{project_name}/models/{model_name}/versions/{version}/environment-variables",
    body=Body(("application/json",), type=lambda: models.EnvironmentVariableCreate, name="data"),
    results={"application/json": lambda: models.EnvironmentVariableList},
    statuses=(201,),
)

MODEL_VERSION_ENVIRONMENT_VARIABLES_GET: Operation[models.EnvironmentVariableList] = Operation(
    "model_version_environment_variables_get",
    "GET",
    "/projects/{project_name}/models/{model_name}/versions/{version}/environment-variables/{id}",
    results={"application/json": lambda: models.EnvironmentVariableList},
)

MODEL_VERSION_ENVIRONMENT_VARIABLES_DELETE: Operation[None] = Operation(
    "model_version_environment_variables_delete",
    "DELETE",
    "/projects/{project_name}/models/{model_name}/versions/{version}/environment-variables/{id}",
    statuses=(204,),
)

MODEL_VERSION_ENVIRONMENT_VARIABLES_UPDATE: Operation[models.EnvironmentVariableList] = Operation(
    "model_version_environment_variables_update",
    "PATCH",
    "/projects/{project_name}/models/{model_name}/versions/{version}/environment-variables/{id}",
    body=Body(("application/json",), type=lambda: models.EnvironmentVariableCreate, name="data"),
    results={"application/json": lambda: models.EnvironmentVariableList},
)

PIPELINE_OBJECT_ENVIRONMENT_VARIABLES_LIST: Operation[list[models.InheritedEnvironmentVariableList]] = Operation(
    "pipeline_object_environment_variables_list",
    "GET",
    "/projects/{project_name}/pipelines/{pipeline_name}/objects/{name}/environment-variables",
    results={"application/json": lambda: list[models.InheritedEnvironmentVariableList]},
)

PROJECT_ENVIRONMENT_VARIABLES_LIST: Operation[list[models.EnvironmentVariableList]] = Operation(
    "project_environment_variables_list",
    "GET",
    "/projects/{project_name}/environment-variables",
    results={"application/json": lambda: list[models.EnvironmentVariableList]},
)

PROJECT_ENVIRONMENT_VARIABLES_CREATE: Operation[models.EnvironmentVariableList] = Operation(
    "project_environment_variables_create",
    "POST",
    "/projects/{project_name}/environment-variables",
    body=Body(("application/json",), type=lambda: models.EnvironmentVariableCreate, name="data"),
    results={"application/json": lambda: models.EnvironmentVariableList},
    statuses=(201,),
)

PROJECT_ENVIRONMENT_VARIABLES_GET: Operation[models.EnvironmentVariableList] = Operation(
    "project_environment_variables_get",
    "GET",
    "/projects/{project_name}/environment-variables/{id}",
    results={"application/json": lambda: models.EnvironmentVariableList},
)

PROJECT_ENVIRONMENT_VARIABLES_DELETE: Operation[None] = Operation(
    "project_environment_variables_delete",
    "DELETE",
    "/projects/{project_name}/environment-variables/{id}",
    statuses=(204,),
)

PROJECT_ENVIRONMENT_VARIABLES_UPDATE: Operation[models.EnvironmentVariableList] = Operation(
    "project_environment_variables_update",
    "PATCH",
    "/projects/{project_name}/environment-variables/{id}",
    body=Body(("application/json",), type=lambda: models.EnvironmentVariableCreate, name="data"),
    results={"application/json": lambda: models.EnvironmentVariableList},
)

SCHEDULED_REQUESTS_LIST: Operation[list[models.ScheduleList]] = Operation(
    "scheduled_requests_list",
    "GET",
    "/projects/{project_name}/schedules",
    results={"application/json": lambda: list[models.ScheduleList]},
)

SCHEDULED_REQUESTS_CREATE: Operation[models.ScheduleList] = Operation(
    "scheduled_requests_create",
    "POST",
    "/projects/{project_name}/schedules",
    body=Body(("application/json",), type=lambda: models.ScheduleCreate, name="data"),
    results={"application/json": lambda: models.ScheduleList},
    statuses=(201,),
)

SCHEDULED_REQUESTS_GET: Operation[models.ScheduleList] = Operation(
    "scheduled_requests_get",
    "GET",
    "/projects/{project_name}/schedules/{schedule_name}",
    results={"application/json": lambda: models.ScheduleList},
)

SCHEDULED_REQUESTS_DELETE: Operation[None] = Operation(
    "scheduled_requests_delete",
    "DELETE",
    "/projects/{project_name}/schedules/{schedule_name}",
    statuses=(204,),
)

SCHEDULED_REQUESTS_UPDATE: Operation[models.ScheduleList] = Operation(
    "scheduled_requests_update",
    "PATCH",
    "/projects/{project_name}/schedules/{schedule_name}",
    body=Body(("application/json",), type=lambda: models.ScheduleUpdate, name="data"),
    results={"application/json": lambda: models.ScheduleList},
)

PROJECTS_LIST: Operation[list[models.ProjectList]] = Operation(
    "projects_list",
    "GET",
    "/projects",
    results={"application/json": lambda: list[models.ProjectList]},
)

PROJECTS_CREATE: Operation[models.ProjectList] = Operation(
    "projects_create",
    "POST",
    "/projects",
    body=Body(("application/json",), type=lambda: models.ProjectCreate, name="data"),
    results={"application/json": lambda: models.ProjectList},
    statuses=(201,),
)

PROJECTS_GET: Operation[models.ProjectList] = Operation(
    "projects_get",
    "GET",
    "/projects/{project_name}",
    results={"application/json": lambda: models.ProjectList},
)

PROJECTS_DELETE: Operation[None] = Operation(
    "projects_delete",
    "DELETE",
    "/projects/{project_name}",
    statuses=(204,),
)

PROJECTS_UPDATE: Operation[models.ProjectList] = Operation(
    "projects_update",
    "PATCH",
    "/projects/{project_name}",
    body=Body(("application/json",), type=lambda: models.ProjectUpdate, name="data"),
    results={"application/json": lambda: models.ProjectList},
)

PROJECTS_LOG_LIST: Operation[list[models.Logs]] = Operation(
    "projects_log_list",
    "POST",
    "/projects/{project_name}/logs",
    body=Body(("application/json",), type=lambda: models.LogsCreate, name="data"),
    results={"application/json": lambda: list[models.Logs]},
    statuses=(201,),
    retry="safe",
)

METRICS_GET: Operation[list[models.Metrics]] = Operation(
    "metrics_get",
    "GET",
    "/projects/{project_name}/metrics/{metric}",
    parameters=(
        Parameter("start_time", "start_time", required=True),
        Parameter("end_time", "end_time", required=True),
        Parameter("object_type", "object_type", required=True),
        Parameter("interval", "interval"),
        Parameter("object_id", "object_id"),
    ),
    results={"application/json": lambda: list[models.Metrics]},
)

ORGANIZATION_USAGE_DETAILS_GET: Operation[list[models.UsagePerDay]] = Operation(
    "organization_usage_details_get",
    "GET",
    "/organizations/{organization_name}/usage/details",
    parameters=(Parameter("month", "month"),),
    results={"application/json": lambda: list[models.UsagePerDay]},
)

ORGANIZATION_USAGE_GET: Operation[list[models.UsagePerMonth]] = Operation(
    "organization_usage_get",
    "GET",
    "/organizations/{organization_name}/usage",
    parameters=(Parameter("start_month", "start_month"),),
    results={"application/json": lambda: list[models.UsagePerMonth]},
)

ORGANIZATIONS_RESOURCE_USAGE: Operation[models.ResourceUsage] = Operation(
    "organizations_resource_usage",
    "GET",
    "/organizations/{organization_name}/resources",
    results={"application/json": lambda: models.ResourceUsage},
)

PROJECT_USAGE_GET: Operation[list[models.UsagePerMonth]] = Operation(
    "project_usage_get",
    "GET",
    "/projects/{project_name}/usage",
    parameters=(Parameter("start_month", "start_month"),),
    results={"application/json": lambda: list[models.UsagePerMonth]},
)

PROJECTS_RESOURCE_USAGE: Operation[models.ProjectResourceUsage] = Operation(
    "projects_resource_usage",
    "GET",
    "/projects/{project_name}/resources",
    results={"application/json": lambda: models.ProjectResourceUsage},
)

ORGANIZATIONS_LIST: Operation[list[models.OrganizationList]] = Operation(
    "organizations_list",
    "GET",
    "/organizations",
    results={"application/json": lambda: list[models.OrganizationList]},
)

ORGANIZATIONS_CREATE: Operation[models.OrganizationList] = Operation(
    "organizations_create",
    "POST",
    "/organizations",
    body=Body(("application/json",), type=lambda: models.OrganizationCreate, name="data"),
    results={"application/json": lambda: models.OrganizationList},
    statuses=(201,),
)

ORGANIZATIONS_GET: Operation[models.OrganizationDetail] = Operation(
    "organizations_get",
    "GET",
    "/organizations/{organization_name}",
    results={"application/json": lambda: models.OrganizationDetail},
)

ORGANIZATIONS_UPDATE: Operation[models.OrganizationDetail] = Operation(
    "organizations_update",
    "PATCH",
    "/organizations/{organization_name}",
    body=Body(("application/json",), type=lambda: models.OrganizationUpdate, name="data"),
    results={"application/json": lambda: models.OrganizationDetail},
)

ORGANIZATION_SUBSCRIPTIONS_LIST: Operation[list[models.OrganizationSubscriptionList]] = Operation(
    "organization_subscriptions_list",
    "GET",
    "/organizations/{organization_name}/subscriptions",
    results={"application/json": lambda: list[models.OrganizationSubscriptionList]},
)

ORGANIZATION_USERS_LIST: Operation[list[models.OrganizationUserDetail]] = Operation(
    "organization_users_list",
    "GET",
    "/organizations/{organization_name}/users",
    results={"application/json": lambda: list[models.OrganizationUserDetail]},
)

ORGANIZATION_USERS_CREATE: Operation[models.OrganizationUserDetail] = Operation(
    "organization_users_create",
    "POST",
    "/organizations/{organization_name}/users",
    body=Body(("application/json",), type=lambda: models.OrganizationUserCreate, name="data"),
    results={"application/json": lambda: models.OrganizationUserDetail},
    statuses=(201,),
)

ORGANIZATION_USERS_GET: Operation[models.OrganizationUserDetail] = Operation(
    "organization_users_get",
    "GET",
    "/organizations/{organization_name}/users/{user_id}",
    results={"application/json": lambda: models.OrganizationUserDetail},
)

ORGANIZATION_USERS_DELETE: Operation[None] = Operation(
    "organization_users_delete",
    "DELETE",
    "/organizations/{organization_name}/users/{user_id}",
    statuses=(204,),
)

ORGANIZATION_USERS_UPDATE: Operation[models.OrganizationUserDetail] = Operation(
    "organization_users_update",
    "PATCH",
    "/organizations/{organization_name}/users/{user_id}",
    body=Body(("application/json",), type=lambda: models.OrganizationUserUpdate, name="data"),
    results={"application/json": lambda: models.OrganizationUserDetail},
)

SUBSCRIPTIONS_LIST: Operation[list[models.SubscriptionList]] = Operation(
    "subscriptions_list",
    "GET",
    "/subscriptions",
    results={"application/json": lambda: list[models.SubscriptionList]},
)

SUBSCRIPTIONS_CREATE: Operation[models.SubscriptionDetail] = Operation(
    "subscriptions_create",
    "POST",
    "/subscriptions",
    body=Body(("application/json",), type=lambda: models.SubscriptionCreate, name="data"),
    results={"application/json": lambda: models.SubscriptionDetail},
    statuses=(201,),
)

SUBSCRIPTIONS_GET: Operation[models.SubscriptionDetail] = Operation(
    "subscriptions_get",
    "GET",
    "/subscriptions/{subscription_name}",
    results={"application/json": lambda: models.SubscriptionDetail},
)

SUBSCRIPTIONS_DELETE: Operation[None] = Operation(
    "subscriptions_delete",
    "DELETE",
    "/subscriptions/{subscription_name}",
    statuses=(204,),
)

SUBSCRIPTIONS_UPDATE: Operation[models.SubscriptionDetail] = Operation(
    "subscriptions_update",
    "PATCH",
    "/subscriptions/{subscription_name}",
    body=Body(("application/json",), type=lambda: models.SubscriptionUpdate, name="data"),
    results={"application/json": lambda: models.SubscriptionDetail},
)

USER_GET: Operation[models.UserDetail] = Operation(
    "user_get",
    "GET",
    "/user",
    results={"application/json": lambda: models.UserDetail},
)

USER_CREATE: Operation[models.UserPendingDetail] = Operation(
    "user_create",
    "POST",
    "/user",
    body=Body(("application/json",), type=lambda: models.UserPendingCreate, name="data"),
    results={"application/json": lambda: models.UserPendingDetail},
    statuses=(201,),
    security=(("api_key",), ()),
)

USER_DELETE: Operation[None] = Operation(
    "user_delete",
    "DELETE",
    "/user",
    statuses=(204,),
)

USER_UPDATE: Operation[models.UserDetail] = Operation(
    "user_update",
    "PATCH",
    "/user",
    body=Body(("application/json",), type=lambda: models.UserUpdate, name="data"),
    results={"application/json": lambda: models.UserDetail},
)

PERMISSIONS_LIST: Operation[list[models.PermissionList]] = Operation(
    "permissions_list",
    "GET",
    "/permissions",
    results={"application/json": lambda: list[models.PermissionList]},
)

ROLE_ASSIGNMENTS_CREATE: Operation[models.RoleAssignmentList] = Operation(
    "role_assignments_create",
    "POST",
    "/projects/{project_name}/role-assignments",
    body=Body(("application/json",), type=lambda: models.RoleAssignmentCreate, name="data"),
    results={"application/json": lambda: models.RoleAssignmentList},
    statuses=(201,),
)

ROLE_ASSIGNMENTS_GET: Operation[models.RoleAssignmentList] = Operation(
    "role_assignments_get",
    "GET",
    "/projects/{project_name}/role-assignments/{id}",
    results={"application/json": lambda: models.RoleAssignmentList},
)

ROLE_ASSIGNMENTS_DELETE: Operation[None] = Operation(
    "role_assignments_delete",
    "DELETE",
    "/projects/{project_name}/role-assignments/{id}",
    statuses=(204,),
)

ROLE_ASSIGNMENTS_PER_USER_LIST: Operation[list[models.RoleAssignmentList]] = Operation(
    "role_assignments_per_user_list",
    "GET",
    "/projects/{project_name}/users/{user_id}/role-assignments",
    results={"application/json": lambda: list[models.RoleAssignmentList]},
)

ROLES_LIST: Operation[list[models.RoleList]] = Operation(
    "roles_list",
    "GET",
    "/projects/{project_name}/roles",
    results={"application/json": lambda: list[models.RoleList]},
)

ROLES_CREATE: Operation[models.RoleDetailList] = Operation(
    "roles_create",
    "POST",
    "/projects/{project_name}/roles",
    body=Body(("application/json",), type=lambda: models.RoleCreate, name="data"),
    results={"application/json": lambda: models.RoleDetailList},
    statuses=(201,),
)

ROLES_GET: Operation[models.RoleDetailList] = Operation(
    "roles_get",
    "GET",
    "/projects/{project_name}/roles/{role_name}",
    results={"application/json": lambda: models.RoleDetailList},
)

ROLES_DELETE: Operation[None] = Operation(
    "roles_delete",
    "DELETE",
    "/projects/{project_name}/roles/{role_name}",
    statuses=(204,),
)

ROLES_UPDATE: Operation[models.RoleDetailList] = Operation(
    "roles_update",
    "PATCH",
    "/projects/{project_name}/roles/{role_name}",
    body=Body(("application/json",), type=lambda: models.RoleUpdate, name="data"),
    results={"application/json": lambda: models.RoleDetailList},
)

SERVICE_USERS_LIST: Operation[list[models.ServiceUserList]] = Operation(
    "service_users_list",
    "GET",
    "/projects/{project_name}/service-users",
    results={"application/json": lambda: list[models.ServiceUserList]},
)

SERVICE_USERS_CREATE: Operation[models.ServiceUserDetail] = Operation(
    "service_users_create",
    "POST",
    "/projects/{project_name}/service-users",
    body=Body(("application/json",), type=lambda: models.ServiceUserCreate, name="data"),
    results={"application/json": lambda: models.ServiceUserDetail},
    statuses=(201,),
)

SERVICE_USERS_GET: Operation[models.ServiceUserList] = Operation(
    "service_users_get",
    "GET",
    "/projects/{project_name}/service-users/{service_user_id}",
    results={"application/json": lambda: models.ServiceUserList},
)

SERVICE_USERS_DELETE: Operation[None] = Operation(
    "service_users_delete",
    "DELETE",
    "/projects/{project_name}/service-users/{service_user_id}",
    statuses=(204,),
)

SERVICE_USERS_UPDATE: Operation[models.ServiceUserList] = Operation(
    "service_users_update",
    "PATCH",
    "/projects/{project_name}/service-users/{service_user_id}",
    body=Body(("application/json",), type=lambda: models.ServiceUserCreate, name="data"),
    results={"application/json": lambda: models.ServiceUserList},
)

SERVICE_USERS_TOKEN: Operation[models.ServiceUserTokenList] = Operation(
    "service_users_token",
    "PUT",
    "/projects/{project_name}/service-users/{service_user_id}/token",
    body=Body(("application/json",), name="data"),
    results={"application/json": lambda: models.ServiceUserTokenList},
    retry="unsafe",
)

SERVICE_STATUS: Operation[models.Status] = Operation(
    "service_status",
    "GET",
    "/status",
    results={"application/json": lambda: models.Status},
    security=(("api_key",), ()),
)
