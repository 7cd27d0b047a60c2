"""Models: Requests. Rendered from the spec; do not edit."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from msgspec import UNSET, UnsetType

from .._runtime.codec.models import Model

if TYPE_CHECKING:
    RequestStatus: TypeAlias = Literal["pending", "processing", "completed", "failed"]
    SortOrder: TypeAlias = Literal["asc", "desc"]
else:  # any other value is taken too, so that a newer server never makes an older client fail
    RequestStatus = str
    SortOrder = str


class BatchModelRequestResultList(Model, kw_only=True):
    """A batch request to a model version with its input and, once it has completed, its result.

    Attributes:
        id: Id of the request. A UUID.
        status: State of the request; final when `completed` or `failed`. One of `pending`, `processing`, `completed`, `failed`.
        success: Whether the request has succeeded; false, too, while it is still waiting.
        time_created: When the server took the request.
        time_last_updated: When the state of the request last changed.
        request_data: The input that the request was created with, input fields by name.
        result: What the model returned: output fields by name, or a string from a plain model. Null until the request has completed,
            and when it failed.
        error_message: Why the request failed; null when it has not.
    """

    id: str
    """Id of the request. A UUID."""

    status: RequestStatus
    """State of the request; final when `completed` or `failed`. One of `pending`, `processing`, `completed`, `failed`."""

    success: bool
    """Whether the request has succeeded; false, too, while it is still waiting."""

    time_created: datetime
    """When the server took the request."""

    time_last_updated: datetime
    """When the state of the request last changed."""

    request_data: dict[str, Any]
    """The input that the request was created with, input fields by name."""

    result: Any
    """What the model returned: output fields by name, or a string from a plain model. Null until the request has completed, and when it
    failed."""

    error_message: str | None
    """Why the request failed; null when it has not."""


class BatchModelRequestListResponse(Model, kw_only=True):
    """A batch request to a model version, as shown in lists.

    Attributes:
        id: Id of the request. A UUID.
        status: State of the request; final when `completed` or `failed`. One of `pending`, `processing`, `completed`, `failed`.
        success: Whether the request has succeeded; false, too, while it is still waiting.
        time_created: When the server took the request.
        time_last_updated: When the state of the request last changed.
    """

    id: str
    """Id of the request. A UUID."""

    status: RequestStatus
    """State of the request; final when `completed` or `failed`. One of `pending`, `processing`, `completed`, `failed`."""

    success: bool
    """Whether the request has succeeded; false, too, while it is still waiting."""

    time_created: datetime
    """When the server took the request."""

    time_last_updated: datetime
    """When the state of the request last changed."""


class BatchModelRequestCreateResponse(Model, kw_only=True):
    """A batch request to a model version that has just been queued.

    Attributes:
        id: Id of the request; its result is collected by it. A UUID.
        status: State of the request: `pending` right after it was created. One of `pending`, `processing`, `completed`, `failed`.
        time_created: When the server took the request.
    """

    id: str
    """Id of the request; its result is collected by it. A UUID."""

    status: RequestStatus
    """State of the request: `pending` right after it was created. One of `pending`, `processing`, `completed`, `failed`."""

    time_created: datetime
    """When the server took the request."""


class BatchPipelineRequestModelRequest(Model, kw_only=True):
    """The outcome of one model in a batch request to a pipeline.

    Attributes:
        id: Id of the model request. A UUID.
        pipeline_object: Name of the pipeline object that stands for the model version.
        success: Whether the model gave a result.
        time_created: When the model request was made.
        time_last_updated: When the state of the model request last changed.
        request_data: The input that the model was given: input fields by name, or a string for a plain model.
        result: What the model returned: output fields by name, or a string from a plain model. Null when the request failed.
        error_message: Why the model request failed; null when it succeeded.
    """

    id: str | None = None
    """Id of the model request. A UUID."""

    pipeline_object: str
    """Name of the pipeline object that stands for the model version."""

    success: bool | None = None
    """Whether the model gave a result."""

    time_created: datetime
    """When the model request was made."""

    time_last_updated: datetime
    """When the state of the model request last changed."""

    request_data: Any = UNSET
    """The input that the model was given: input fields by name, or a string for a plain model."""

    result: Any = UNSET
    """What the model returned: output fields by name, or a string from a plain model. Null when the request failed."""

    error_message: str | None | UnsetType = UNSET
    """Why the model request failed; null when it succeeded."""


class BatchPipelineRequestResultList(Model, kw_only=True):
    """A batch request to a pipeline with its input and, once it has completed, the outcome of its models.

    Attributes:
        id: Id of the pipeline request. A UUID.
        status: State of the request; final when `completed` or `failed`. One of `pending`, `processing`, `completed`, `failed`.
        success: Whether the request has succeeded.
        time_created: When the server took the request.
        time_last_updated: When the state of the request last changed.
        request_data: The input that the request was created with, input fields by name.
        model_requests: The requests to the models of the pipeline; empty until all of them have completed.
        error_message: Why the request failed; null when it has not.
    """

    id: str
    """Id of the pipeline request. A UUID."""

    status: RequestStatus
    """State of the request; final when `completed` or `failed`. One of `pending`, `processing`, `completed`, `failed`."""

    success: bool
    """Whether the request has succeeded."""

    time_created: datetime
    """When the server took the request."""

    time_last_updated: datetime | None = None
    """When the state of the request last changed."""

    request_data: dict[str, Any]
    """The input that the request was created with, input fields by name."""

    model_requests: list[BatchPipelineRequestModelRequest]
    """The requests to the models of the pipeline; empty until all of them have completed."""

    error_message: str | None
    """Why the request failed; null when it has not."""


class BatchPipelineRequestListResponse(Model, kw_only=True):
    """A batch request to a pipeline, as shown in lists.

    Attributes:
        id: Id of the pipeline request. A UUID.
        status: State of the request; final when `completed` or `failed`. One of `pending`, `processing`, `completed`, `failed`.
        success: Whether the request has succeeded; false, too, while it is still waiting.
        time_created: When the server took the request.
        time_last_updated: When the state of the request last changed.
    """

    id: str
    """Id of the pipeline request. A UUID."""

    status: RequestStatus
    """State of the request; final when `completed` or `failed`. One of `pending`, `processing`, `completed`, `failed`."""

    success: bool
    """Whether the request has succeeded; false, too, while it is still waiting."""

    time_created: datetime
    """When the server took the request."""

    time_last_updated: datetime
    """When the state of the request last changed."""


class BatchPipelineRequestCreateResponse(Model, kw_only=True):
    """A batch request to a pipeline that has just been queued.

    Attributes:
        id: Id of the pipeline request; its results are collected by it. A UUID.
        status: State of the request: `pending` right after it was created. One of `pending`, `processing`, `completed`, `failed`.
        time_created: When the server took the request.
    """

    id: str
    """Id of the pipeline request; its results are collected by it. A UUID."""

    status: RequestStatus
    """State of the request: `pending` right after it was created. One of `pending`, `processing`, `completed`, `failed`."""

    time_created: datetime
    """When the server took the request."""


class ModelRequestList(Model, kw_only=True):
    """The outcome of a direct request to a model version.

    Attributes:
        request_id: Id of the request. A UUID.
        success: Whether the model gave a result.
        result: What the model returned: output fields by name, or a string from a plain model. Null when the request failed.
        error_message: Why the request failed; null when it succeeded.
    """

    request_id: str
    """Id of the request. A UUID."""

    success: bool
    """Whether the model gave a result."""

    result: Any
    """What the model returned: output fields by name, or a string from a plain model. Null when the request failed."""

    error_message: str | None
    """Why the request failed; null when it succeeded."""


class PipelineRequestModelRequest(Model, kw_only=True):
    """The outcome of one model in a direct request to a pipeline.

    Attributes:
        request_id: Id of the model request. A UUID.
        pipeline_object: Name of the pipeline object that stands for the model version.
        success: Whether the model gave a result.
        request_data: The input that the model was given: input fields by name, or a string for a plain model.
        result: What the model returned: output fields by name, or a string from a plain model. Null when the request failed.
        error_message: Why the model request failed; null when it succeeded.
    """

    request_id: str
    """Id of the model request. A UUID."""

    pipeline_object: str
    """Name of the pipeline object that stands for the model version."""

    success: bool
    """Whether the model gave a result."""

    request_data: Any
    """The input that the model was given: input fields by name, or a string for a plain model."""

    result: Any
    """What the model returned: output fields by name, or a string from a plain model. Null when the request failed."""

    error_message: str | None
    """Why the model request failed; null when it succeeded."""


class PipelineRequestList(Model, kw_only=True):
    """The outcome of a direct request to a pipeline.

    Attributes:
        project: Name of the project.
        pipeline: Name of the pipeline.
        pipeline_request_id: Id of the pipeline request. A UUID.
        model_requests: The requests that the pipeline made to its models.
    """

    project: str
    """Name of the project."""

    pipeline: str
    """Name of the pipeline."""

    pipeline_request_id: str
    """Id of the pipeline request. A UUID."""

    model_requests: list[PipelineRequestModelRequest]
    """The requests that the pipeline made to its models."""


class ModelRequestCreate(dict[str, Any]):
    """The input of a structured model, its input fields by name. The value of a `blob` field is the id of an uploaded blob.

    A map with any keys: `ModelRequestCreate(key=value)`, or a plain `dict` in its place.
    """


class PipelineRequestCreate(dict[str, Any]):
    """The input of a structured pipeline, its input fields by name. The value of a `blob` field is the id of an uploaded blob.

    A map with any keys: `PipelineRequestCreate(key=value)`, or a plain `dict` in its place.
    """
