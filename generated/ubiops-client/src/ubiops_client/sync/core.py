"""`CoreApi`: one method per operation. Rendered from the spec; do not edit."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .._runtime.declarations.lazy_exports import public_names
from ..operations import core as ops

if TYPE_CHECKING:
    from .._runtime.codec.content import FileInput
    from .._runtime.declarations.options import RequestOptions
    from .._runtime.jobs.sync.group import JobGroup
    from .._runtime.jobs.sync.job import Job
    from .._runtime.paging.sync import Pages
    from ..models import (
        Attachments,
        AttachmentsCreate,
        AttachmentsList,
        BatchModelRequestCreateResponse,
        BatchModelRequestListResponse,
        BatchModelRequestResultList,
        BatchPipelineRequestCreateResponse,
        BatchPipelineRequestListResponse,
        BatchPipelineRequestResultList,
        BlobList,
        ConfigurationList,
        ConnectorCreate,
        ConnectorList,
        ConnectorUpdate,
        CredentialsCreate,
        CredentialsList,
        CredentialsListWithConfig,
        CredentialsUpdate,
        EnvironmentVariableCreate,
        EnvironmentVariableList,
        InheritedEnvironmentVariableList,
        Logs,
        LogsCreate,
        Metrics,
        MetricsGetInterval,
        MetricsGetMetric,
        MetricsGetObjectType,
        ModelCreate,
        ModelList,
        ModelRequestList,
        ModelUpdate,
        ModelVersionCreate,
        ModelVersionList,
        OrganizationCreate,
        OrganizationDetail,
        OrganizationList,
        OrganizationSubscriptionList,
        OrganizationUpdate,
        OrganizationUserCreate,
        OrganizationUserDetail,
        OrganizationUserUpdate,
        PermissionList,
        PipelineCreate,
        PipelineList,
        PipelineObjectCreate,
        PipelineObjectList,
        PipelineObjectUpdate,
        PipelineRequestList,
        ProjectCreate,
        ProjectList,
        ProjectResourceUsage,
        ProjectUpdate,
        RequestStatus,
        ResourceUsage,
        RoleAssignmentCreate,
        RoleAssignmentList,
        RoleCreate,
        RoleDetailList,
        RoleList,
        RoleUpdate,
        ScheduleCreate,
        ScheduleList,
        ScheduleUpdate,
        ServiceUserCreate,
        ServiceUserDetail,
        ServiceUserList,
        ServiceUserTokenList,
        SortOrder,
        Status,
        SubscriptionCreate,
        SubscriptionDetail,
        SubscriptionList,
        SubscriptionUpdate,
        Success,
        UsagePerDay,
        UsagePerMonth,
        UserDetail,
        UserPendingCreate,
        UserPendingDetail,
        UserUpdate,
    )
    from ..params import (
        AttachmentsCreateParams,
        ConnectorCreateParams,
        ConnectorUpdateParams,
        CredentialsCreateParams,
        CredentialsUpdateParams,
        EnvironmentVariableCreateParams,
        LogsCreateParams,
        ModelCreateParams,
        ModelUpdateParams,
        ModelVersionCreateParams,
        OrganizationCreateParams,
        OrganizationUpdateParams,
        OrganizationUserCreateParams,
        OrganizationUserUpdateParams,
        PipelineCreateParams,
        PipelineObjectCreateParams,
        PipelineObjectUpdateParams,
        ProjectCreateParams,
        ProjectUpdateParams,
        RoleAssignmentCreateParams,
        RoleCreateParams,
        RoleUpdateParams,
        ScheduleCreateParams,
        ScheduleUpdateParams,
        ServiceUserCreateParams,
        SubscriptionCreateParams,
        SubscriptionUpdateParams,
        UserPendingCreateParams,
        UserUpdateParams,
    )
    from .client import ApiClient


class CoreApi:
    """All operations of the UbiOps API.

    Every method takes `options`: time limits, retries, headers and more for this call only. Every method raises errors of
    `ubiops_client.exceptions`: `ApiError` for an answer that is not a success, `NoAnswer` when there was none, `OutcomeUnknown`
    when a call that is not safe to repeat may have been applied.
    """

    def __init__(self, api_client: ApiClient) -> None:
        self._client = api_client

    __dir__ = public_names

    def batch_model_requests_batch_collect(
        self,
        project_name: str,
        model_name: str,
        version: str,
        data: Iterable[str],
        *,
        isolate: bool = False,
        options: RequestOptions | None = None,
    ) -> list[BatchModelRequestResultList]:
        """Collect the results of several batch requests to a model version.

        Give up to 250 request ids per call. The answer holds one entry per id, in an order of the server's own: match the entries by `id`.
        If one id is unknown, the whole call fails and nothing is returned.

        Any number of items may be given: they are sent in calls of 250, several calls at once. If one item is invalid, the API refuses its
        whole call.

        Args:
            project_name: Name of the project.
            model_name: Name of the model.
            version: Name of the model version.
            data: Ids of the requests to look up, at most 250.
            isolate: True: a call that the API refuses is split in halves and sent again, until only the invalid items fail. This takes
                more calls.
            options: Settings for this call only.

        Returns:
            One result per item, in the order of the items.

        Raises:
            BatchError: Some items are not done; `report` says which are done, failed, unknown or skipped.

        Source: UbiOps CoreApi v2.1, batch_model_requests_batch_collect.
        """
        return self._client.batch(
            ops.BATCH_MODEL_REQUESTS_BATCH_COLLECT,
            {"project_name": project_name, "model_name": model_name, "version": version},
            items=data,
            isolate=isolate,
            options=options,
        )

    def batch_model_requests_batch_delete(
        self,
        project_name: str,
        model_name: str,
        version: str,
        data: Iterable[str],
        *,
        isolate: bool = False,
        options: RequestOptions | None = None,
    ) -> dict[str, Any]:
        """Delete several batch requests of a model version.

        Give up to 250 request ids per call. If one id is unknown, the whole call fails and nothing is deleted.

        Any number of items may be given: they are sent in calls of 250, several calls at once. If one item is invalid, the API refuses its
        whole call.

        Args:
            project_name: Name of the project.
            model_name: Name of the model.
            version: Name of the model version.
            data: Ids of the requests to delete, at most 250.
            isolate: True: a call that the API refuses is split in halves and sent again, until only the invalid items fail. This takes
                more calls.
            options: Settings for this call only.

        Returns:
            The responses of all calls, merged into one dictionary.

        Raises:
            BatchError: Some items are not done; `report` says which are done, failed, unknown or skipped.

        Source: UbiOps CoreApi v2.1, batch_model_requests_batch_delete.
        """
        return self._client.batch_merged(
            ops.BATCH_MODEL_REQUESTS_BATCH_DELETE,
            {"project_name": project_name, "model_name": model_name, "version": version},
            items=data,
            isolate=isolate,
            options=options,
        )

    def batch_model_requests_list(
        self,
        project_name: str,
        model_name: str,
        version: str,
        *,
        status: RequestStatus | None = None,
        success: bool | None = None,
        limit: int | None = None,
        offset: int | None = None,
        sort: SortOrder | None = None,
        options: RequestOptions | None = None,
    ) -> list[BatchModelRequestListResponse]:
        """List the batch requests of a model version.

        Newest first unless `sort` says otherwise. The answer carries neither a total nor a link to more: a page that is shorter than
        `limit` is the last one. Requests that arrive between two calls shift the following offsets.

        Args:
            project_name: Name of the project.
            model_name: Name of the model.
            version: Name of the model version.
            status: Return only requests in this state. One of `pending`, `processing`, `completed`, `failed`.
            success: Return only requests that succeeded (true) or did not (false).
            limit: How many requests to return at most. Default on the server: `50`.
            offset: How many requests to skip before the first one that is returned.
            sort: Order by time: `asc` oldest first, `desc` newest first. Default on the server: `desc`.
            options: Settings for this call only.

        Returns:
            One page of requests, without their inputs and results.

        Source: UbiOps CoreApi v2.1, batch_model_requests_list.
        """
        return self._client.call(
            ops.BATCH_MODEL_REQUESTS_LIST,
            {
                "project_name": project_name,
                "model_name": model_name,
                "version": version,
                "status": status,
                "success": success,
                "limit": limit,
                "offset": offset,
                "sort": sort,
            },
            options=options,
        )

    def batch_model_requests_iterate(
        self,
        project_name: str,
        model_name: str,
        version: str,
        *,
        status: RequestStatus | None = None,
        success: bool | None = None,
        sort: SortOrder | None = None,
        limit: int | None = None,
        page_size: int | None = None,
        start: str | int | None = None,
        options: RequestOptions | None = None,
    ) -> Pages[BatchModelRequestListResponse]:
        """Iterate over the items of `batch_model_requests_list`, page after page.

        Pages are requested when they are needed, and one page ahead.

        Args:
            project_name: Name of the project.
            model_name: Name of the model.
            version: Name of the model version.
            status: Return only requests in this state. One of `pending`, `processing`, `completed`, `failed`.
            success: Return only requests that succeeded (true) or did not (false).
            sort: Order by time: `asc` oldest first, `desc` newest first. Default on the server: `desc`.
            limit: The most items to return; by default all.
            page_size: How many items each request asks for.
            start: Where to start: the `mark` of an earlier iteration, or the API's own offset, page number, cursor or token.
            options: Settings for this call only.

        Returns:
            An iterator over the items; `.pages()` gives them page by page.

        Source: UbiOps CoreApi v2.1, batch_model_requests_list.
        """
        return self._client.pages(
            ops.BATCH_MODEL_REQUESTS_LIST,
            {
                "project_name": project_name,
                "model_name": model_name,
                "version": version,
                "status": status,
                "success": success,
                "sort": sort,
            },
            limit=limit,
            page_size=page_size,
            start=start,
            options=options,
        )

    def batch_model_requests_create(
        self,
        project_name: str,
        model_name: str,
        version: str,
        data: Iterable[Mapping[str, Any]],
        *,
        isolate: bool = False,
        options: RequestOptions | None = None,
    ) -> list[BatchModelRequestCreateResponse]:
        """Queue a batch of requests to a model version.

        The requests are put into a queue and processed in the background; poll them by the ids in the answer. The version must have an
        uploaded model file and a finished build (status `available`).

        Up to 250 requests fit into one call. A single faulty request makes the server refuse all of them.

        Any number of items may be given: they are sent in calls of 250, several calls at once. If one item is invalid, the API refuses its
        whole call.

        Args:
            project_name: Name of the project.
            model_name: Name of the model.
            version: Name of the model version.
            data: The requests, at most 250; a single request is sent as a list of one. As `text/plain`, the bare input of one request
                to a model whose input type is `plain`.
            isolate: True: a call that the API refuses is split in halves and sent again, until only the invalid items fail. This takes
                more calls.
            options: Settings for this call only.

        Returns:
            One result per item, in the order of the items.

        Raises:
            BatchError: Some items are not done; `report` says which are done, failed, unknown or skipped.

        Source: UbiOps CoreApi v2.1, batch_model_requests_create; UbiOps CoreApi v2.1, batch_model_requests_create, order of the answers and pace
        of polling (inferred).
        """
        return self._client.batch(
            ops.BATCH_MODEL_REQUESTS_CREATE,
            {"project_name": project_name, "model_name": model_name, "version": version},
            items=data,
            isolate=isolate,
            options=options,
        )

    def batch_model_requests_submit(
        self,
        project_name: str,
        model_name: str,
        version: str,
        data: Iterable[Mapping[str, Any]],
        *,
        stream: bool = False,
        options: RequestOptions | None = None,
    ) -> JobGroup[Any]:
        """Call `batch_model_requests_create` and follow the jobs that it starts.

        Args:
            project_name: Name of the project.
            model_name: Name of the model.
            version: Name of the model version.
            data: The requests, at most 250; a single request is sent as a list of one. As `text/plain`, the bare input of one request
                to a model whose input type is `plain`.
            stream: True: only a limited number of jobs is started and polled at a time, so that memory stays constant for any number
                of items.
            options: Settings for this call only.

        Returns:
            The jobs, in the order of the items.

        Raises:
            BatchError: Some items are not done; `report` says which are done, failed, unknown or skipped.

        Source: UbiOps CoreApi v2.1, batch_model_requests_create; UbiOps CoreApi v2.1, batch_model_requests_create, order of the answers and pace
        of polling (inferred).
        """
        return self._client.jobs(
            ops.BATCH_MODEL_REQUESTS_CREATE,
            {"project_name": project_name, "model_name": model_name, "version": version},
            items=data,
            stream=stream,
            options=options,
        )

    def batch_model_requests_get(
        self, project_name: str, model_name: str, request_id: str, version: str, *, options: RequestOptions | None = None
    ) -> BatchModelRequestResultList:
        """Get the state and the result of a batch request to a model version.

        Poll this until `status` is `completed` or `failed`; only then is there a result or an error message.

        Args:
            project_name: Name of the project.
            model_name: Name of the model.
            request_id: Id of the model request. A UUID.
            version: Name of the model version.
            options: Settings for this call only.

        Returns:
            The request, with its result once it has completed.

        Source: UbiOps CoreApi v2.1, batch_model_requests_get.
        """
        return self._client.call(
            ops.BATCH_MODEL_REQUESTS_GET,
            {"project_name": project_name, "model_name": model_name, "request_id": request_id, "version": version},
            options=options,
        )

    def batch_model_requests_delete(
        self, project_name: str, model_name: str, request_id: str, version: str, *, options: RequestOptions | None = None
    ) -> None:
        """Delete a batch request of a model version.

        Args:
            project_name: Name of the project.
            model_name: Name of the model.
            request_id: Id of the model request. A UUID.
            version: Name of the model version.
            options: Settings for this call only.

        Source: UbiOps CoreApi v2.1, batch_model_requests_delete.
        """
        return self._client.call(
            ops.BATCH_MODEL_REQUESTS_DELETE,
            {"project_name": project_name, "model_name": model_name, "request_id": request_id, "version": version},
            options=options,
        )

    def batch_pipeline_request_get(
        self, project_name: str, pipeline_name: str, pipeline_request_id: str, *, options: RequestOptions | None = None
    ) -> BatchPipelineRequestResultList:
        """Get the state and the results of a batch request to a pipeline.

        Poll this until `status` is `completed` or `failed`.

        Args:
            project_name: Name of the project.
            pipeline_name: Name of the pipeline.
            pipeline_request_id: Id of the pipeline request. A UUID.
            options: Settings for this call only.

        Returns:
            The request, with the requests to its models once they have all completed.

        Source: UbiOps CoreApi v2.1, batch_pipeline_request_get.
        """
        return self._client.call(
            ops.BATCH_PIPELINE_REQUEST_GET,
            {"project_name": project_name, "pipeline_name": pipeline_name, "pipeline_request_id": pipeline_request_id},
            options=options,
        )

    def batch_pipeline_request_delete(
        self, project_name: str, pipeline_name: str, pipeline_request_id: str, *, options: RequestOptions | None = None
    ) -> None:
        """Delete a batch request of a pipeline.

        The model requests that belong to it are cancelled.

        Args:
            project_name: Name of the project.
            pipeline_name: Name of the pipeline.
            pipeline_request_id: Id of the pipeline request. A UUID.
            options: Settings for this call only.

        Source: UbiOps CoreApi v2.1, batch_pipeline_request_delete.
        """
        return self._client.call(
            ops.BATCH_PIPELINE_REQUEST_DELETE,
            {"project_name": project_name, "pipeline_name": pipeline_name, "pipeline_request_id": pipeline_request_id},
            options=options,
        )

    def batch_pipeline_requests_batch_collect(
        self, project_name: str, pipeline_name: str, data: Iterable[str], *, isolate: bool = False, options: RequestOptions | None = None
    ) -> list[BatchPipelineRequestResultList]:
        """Collect the results of several batch requests to a pipeline.

        Give up to 100 request ids per call. The answer holds one entry per id, in an order of the server's own: match the entries by `id`.
        If one id is unknown, the whole call fails and nothing is returned.

        Any number of items may be given: they are sent in calls of 100, several calls at once. If one item is invalid, the API refuses its
        whole call.

        Args:
            project_name: Name of the project.
            pipeline_name: Name of the pipeline.
            data: Ids of the pipeline requests to look up, at most 100.
            isolate: True: a call that the API refuses is split in halves and sent again, until only the invalid items fail. This takes
                more calls.
            options: Settings for this call only.

        Returns:
            One result per item, in the order of the items.

        Raises:
            BatchError: Some items are not done; `report` says which are done, failed, unknown or skipped.

        Source: UbiOps CoreApi v2.1, batch_pipeline_requests_batch_collect.
        """
        return self._client.batch(
            ops.BATCH_PIPELINE_REQUESTS_BATCH_COLLECT,
            {"project_name": project_name, "pipeline_name": pipeline_name},
            items=data,
            isolate=isolate,
            options=options,
        )

    def batch_pipeline_requests_batch_delete(
        self, project_name: str, pipeline_name: str, data: Iterable[str], *, isolate: bool = False, options: RequestOptions | None = None
    ) -> dict[str, Any]:
        """Delete several batch requests of a pipeline.

        Give up to 100 request ids per call. If one id is unknown, the whole call fails and nothing is deleted.

        Any number of items may be given: they are sent in calls of 100, several calls at once. If one item is invalid, the API refuses its
        whole call.

        Args:
            project_name: Name of the project.
            pipeline_name: Name of the pipeline.
            data: Ids of the pipeline requests to delete, at most 100.
            isolate: True: a call that the API refuses is split in halves and sent again, until only the invalid items fail. This takes
                more calls.
            options: Settings for this call only.

        Returns:
            The responses of all calls, merged into one dictionary.

        Raises:
            BatchError: Some items are not done; `report` says which are done, failed, unknown or skipped.

        Source: UbiOps CoreApi v2.1, batch_pipeline_requests_batch_delete.
        """
        return self._client.batch_merged(
            ops.BATCH_PIPELINE_REQUESTS_BATCH_DELETE,
            {"project_name": project_name, "pipeline_name": pipeline_name},
            items=data,
            isolate=isolate,
            options=options,
        )

    def batch_pipeline_requests_list(
        self,
        project_name: str,
        pipeline_name: str,
        *,
        status: RequestStatus | None = None,
        success: bool | None = None,
        limit: int | None = None,
        offset: int | None = None,
        sort: SortOrder | None = None,
        options: RequestOptions | None = None,
    ) -> list[BatchPipelineRequestListResponse]:
        """List the batch requests of a pipeline.

        Newest first unless `sort` says otherwise. The answer carries neither a total nor a link to more: a page that is shorter than
        `limit` is the last one. Requests that arrive between two calls shift the following offsets.

        Args:
            project_name: Name of the project.
            pipeline_name: Name of the pipeline.
            status: Return only requests in this state. One of `pending`, `processing`, `completed`, `failed`.
            success: Return only requests that succeeded (true) or did not (false).
            limit: How many requests to return at most. Default on the server: `50`.
            offset: How many requests to skip before the first one that is returned.
            sort: Order by time: `asc` oldest first, `desc` newest first. Default on the server: `desc`.
            options: Settings for this call only.

        Returns:
            One page of requests, without their inputs and results.

        Source: UbiOps CoreApi v2.1, batch_pipeline_requests_list.
        """
        return self._client.call(
            ops.BATCH_PIPELINE_REQUESTS_LIST,
            {
                "project_name": project_name,
                "pipeline_name": pipeline_name,
                "status": status,
                "success": success,
                "limit": limit,
                "offset": offset,
                "sort": sort,
            },
            options=options,
        )

    def batch_pipeline_requests_iterate(
        self,
        project_name: str,
        pipeline_name: str,
        *,
        status: RequestStatus | None = None,
        success: bool | None = None,
        sort: SortOrder | None = None,
        limit: int | None = None,
        page_size: int | None = None,
        start: str | int | None = None,
        options: RequestOptions | None = None,
    ) -> Pages[BatchPipelineRequestListResponse]:
        """Iterate over the items of `batch_pipeline_requests_list`, page after page.

        Pages are requested when they are needed, and one page ahead.

        Args:
            project_name: Name of the project.
            pipeline_name: Name of the pipeline.
            status: Return only requests in this state. One of `pending`, `processing`, `completed`, `failed`.
            success: Return only requests that succeeded (true) or did not (false).
            sort: Order by time: `asc` oldest first, `desc` newest first. Default on the server: `desc`.
            limit: The most items to return; by default all.
            page_size: How many items each request asks for.
            start: Where to start: the `mark` of an earlier iteration, or the API's own offset, page number, cursor or token.
            options: Settings for this call only.

        Returns:
            An iterator over the items; `.pages()` gives them page by page.

        Source: UbiOps CoreApi v2.1, batch_pipeline_requests_list.
        """
        return self._client.pages(
            ops.BATCH_PIPELINE_REQUESTS_LIST,
            {"project_name": project_name, "pipeline_name": pipeline_name, "status": status, "success": success, "sort": sort},
            limit=limit,
            page_size=page_size,
            start=start,
            options=options,
        )

    def batch_pipeline_requests_create(
        self,
        project_name: str,
        pipeline_name: str,
        data: Iterable[Mapping[str, Any]],
        *,
        isolate: bool = False,
        options: RequestOptions | None = None,
    ) -> list[BatchPipelineRequestCreateResponse]:
        """Queue a batch of requests to a pipeline.

        The requests are put into a queue and processed in the background; poll them by the ids in the answer. Up to 100 requests fit into
        one call.

        Any number of items may be given: they are sent in calls of 100, several calls at once. If one item is invalid, the API refuses its
        whole call.

        Args:
            project_name: Name of the project.
            pipeline_name: Name of the pipeline.
            data: The requests, at most 100; a single request is sent as a list of one. As `text/plain`, the bare input of one request
                to a pipeline whose input type is `plain`.
            isolate: True: a call that the API refuses is split in halves and sent again, until only the invalid items fail. This takes
                more calls.
            options: Settings for this call only.

        Returns:
            One result per item, in the order of the items.

        Raises:
            BatchError: Some items are not done; `report` says which are done, failed, unknown or skipped.

        Source: UbiOps CoreApi v2.1, batch_pipeline_requests_create; UbiOps CoreApi v2.1, batch_pipeline_requests_create, all-or-nothing, order of
        the answers and pace of polling (inferred).
        """
        return self._client.batch(
            ops.BATCH_PIPELINE_REQUESTS_CREATE,
            {"project_name": project_name, "pipeline_name": pipeline_name},
            items=data,
            isolate=isolate,
            options=options,
        )

    def batch_pipeline_requests_submit(
        self,
        project_name: str,
        pipeline_name: str,
        data: Iterable[Mapping[str, Any]],
        *,
        stream: bool = False,
        options: RequestOptions | None = None,
    ) -> JobGroup[BatchPipelineRequestResultList]:
        """Call `batch_pipeline_requests_create` and follow the jobs that it starts.

        Args:
            project_name: Name of the project.
            pipeline_name: Name of the pipeline.
            data: The requests, at most 100; a single request is sent as a list of one. As `text/plain`, the bare input of one request
                to a pipeline whose input type is `plain`.
            stream: True: only a limited number of jobs is started and polled at a time, so that memory stays constant for any number
                of items.
            options: Settings for this call only.

        Returns:
            The jobs, in the order of the items.

        Raises:
            BatchError: Some items are not done; `report` says which are done, failed, unknown or skipped.

        Source: UbiOps CoreApi v2.1, batch_pipeline_requests_create; UbiOps CoreApi v2.1, batch_pipeline_requests_create, all-or-nothing, order of
        the answers and pace of polling (inferred).
        """
        return self._client.jobs(
            ops.BATCH_PIPELINE_REQUESTS_CREATE,
            {"project_name": project_name, "pipeline_name": pipeline_name},
            items=data,
            stream=stream,
            options=options,
        )

    def model_requests_create(
        self,
        project_name: str,
        model_name: str,
        version: str,
        data: Mapping[str, Any] | str,
        *,
        timeout: int | None = None,
        options: RequestOptions | None = None,
    ) -> ModelRequestList:
        """Send a request to a model version and wait for its result.

        The call returns when the model has answered or `timeout` has passed. The version must have an uploaded model file and a finished
        build (status `available`). For an input field of type `blob`, send the id of an uploaded blob.

        A request that the model fails on is still answered with status 200: look at `success`.

        Args:
            project_name: Name of the project.
            model_name: Name of the model.
            version: Name of the model version.
            data: The model's input fields by name. As `text/plain`, the bare input of a model whose input type is `plain`.
            timeout: How long to wait for the result, in seconds. At most 3600. Default on the server: `300`.
            options: Settings for this call only.

        Returns:
            The outcome of the request, good or bad.

        Source: UbiOps CoreApi v2.1, model_requests_create.
        """
        return self._client.call(
            ops.MODEL_REQUESTS_CREATE,
            {"project_name": project_name, "model_name": model_name, "version": version, "timeout": timeout},
            body=data,
            options=options,
        )

    def pipelines_request(
        self,
        project_name: str,
        pipeline_name: str,
        data: Mapping[str, Any] | str,
        *,
        pipeline_timeout: int | None = None,
        model_timeout: int | None = None,
        options: RequestOptions | None = None,
    ) -> PipelineRequestList:
        """Send a request to a pipeline and wait for the results of all its models.

        The call returns when every model in the pipeline has answered or a timeout has passed. Look at `success` of each model request:
        failures of single models do not change the status code.

        Args:
            project_name: Name of the project.
            pipeline_name: Name of the pipeline.
            data: The pipeline's input fields by name. As `text/plain`, the bare input of a pipeline whose input type is `plain`.
            pipeline_timeout: How long to wait for the whole pipeline, in seconds. The document gives 7200 as the limit, and in a later
                sentence 3600. At most 7200. Default on the server: `3600`.
            model_timeout: How long to wait for each model in the pipeline, in seconds. At most 3600. Default on the server: `300`.
            options: Settings for this call only.

        Returns:
            The outcome of every model request that the pipeline made.

        Source: UbiOps CoreApi v2.1, pipelines_request.
        """
        return self._client.call(
            ops.PIPELINES_REQUEST,
            {
                "project_name": project_name,
                "pipeline_name": pipeline_name,
                "pipeline_timeout": pipeline_timeout,
                "model_timeout": model_timeout,
            },
            body=data,
            options=options,
        )

    def blobs_list(
        self, project_name: str, *, range: int | None = None, creation_date: str | None = None, options: RequestOptions | None = None
    ) -> list[BlobList]:
        """List the blobs of a project.

        A window on the blobs in the order of their upload, set by a starting time and a signed count. Without parameters: the 50 newest.

        Args:
            project_name: Name of the project.
            range: How many blobs to return at most, and in which direction from `creation_date`: positive towards the present,
                negative into the past. Default on the server: `-50`.
            creation_date: Time of upload to start from, as `YYYY-MM-DD hh:mm:ss`. Without it the window starts at the newest blob or,
                forwards, at the oldest.
            options: Settings for this call only.

        Returns:
            The blobs in the window.

        Source: UbiOps CoreApi v2.1, blobs_list.
        """
        return self._client.call(
            ops.BLOBS_LIST, {"project_name": project_name, "range": range, "creation_date": creation_date}, options=options
        )

    def blobs_create(
        self, project_name: str, file: FileInput, *, blob_ttl: int | None = None, options: RequestOptions | None = None
    ) -> BlobList:
        """Upload a file as a blob.

        The blob's id may then be given as the value of a `blob` field in requests to models and pipelines of the project.

        Args:
            project_name: Name of the project.
            file: Content of the file; the name that it is sent under is kept.
            blob_ttl: How long the blob is kept, in seconds. The default is 3 days. Default on the server: `259200`.
            options: Settings for this call only.

        Returns:
            The stored blob.

        Source: UbiOps CoreApi v2.1, blobs_create.
        """
        return self._client.call(
            ops.BLOBS_CREATE, {"project_name": project_name, "blob_ttl": blob_ttl}, body={"file": file}, options=options
        )

    def blobs_get(self, project_name: str, blob_id: str, *, options: RequestOptions | None = None) -> bytes:
        """Download a blob.

        Args:
            project_name: Name of the project.
            blob_id: Id of the blob. A UUID.
            options: Settings for this call only.

        Returns:
            The file itself; its name is in the `Content-Disposition` header. The document announces JSON with one `file` field (schema
            `BlobUpload`); what is sent is the raw content, so that is described here.

        Source: UbiOps CoreApi v2.1, blobs_get; UbiOps CoreApi v2.1, blobs_get, the raw file instead of the documented JSON (inferred).
        """
        return self._client.call(ops.BLOBS_GET, {"project_name": project_name, "blob_id": blob_id}, options=options)

    def blobs_to_file(
        self,
        project_name: str,
        blob_id: str,
        *,
        to: str | PathLike[str] | None = None,
        progress: bool | Callable[[int, int | None], object] | None = None,
        options: RequestOptions | None = None,
    ) -> Path:
        """Write the response of `blobs_get` to a file.

        The response is streamed. An interrupted download is continued where it stopped. The file appears when it is complete.

        Args:
            project_name: Name of the project.
            blob_id: Id of the blob. A UUID.
            to: A file; or a folder, in which the file gets the name that the server sends. By default the current folder.
            progress: True: a progress bar (needs the extra `progress`). A function: called with the bytes so far and the total (None
                if unknown).
            options: Settings for this call only.

        Returns:
            The path of the file.

        Source: UbiOps CoreApi v2.1, blobs_get; UbiOps CoreApi v2.1, blobs_get, the raw file instead of the documented JSON (inferred).
        """
        return self._client.download(
            ops.BLOBS_GET, {"project_name": project_name, "blob_id": blob_id}, to=to, progress=progress, options=options
        )

    def blobs_delete(self, project_name: str, blob_id: str, *, options: RequestOptions | None = None) -> None:
        """Delete a blob.

        Args:
            project_name: Name of the project.
            blob_id: Id of the blob. A UUID.
            options: Settings for this call only.

        Source: UbiOps CoreApi v2.1, blobs_delete.
        """
        return self._client.call(ops.BLOBS_DELETE, {"project_name": project_name, "blob_id": blob_id}, options=options)

    def models_list(self, project_name: str, *, options: RequestOptions | None = None) -> list[ModelList]:
        """List the models of a project.

        Args:
            project_name: Name of the project.
            options: Settings for this call only.

        Returns:
            All models of the project.

        Source: UbiOps CoreApi v2.1, models_list.
        """
        return self._client.call(ops.MODELS_LIST, {"project_name": project_name}, options=options)

    def models_create(
        self, project_name: str, data: ModelCreate | ModelCreateParams, *, options: RequestOptions | None = None
    ) -> ModelList:
        """Create a model.

        A model has typed input and output fields (`structured`) or takes and gives one bare string (`plain`); a plain side has no fields.
        The fields cannot be changed later.

        Args:
            project_name: Name of the project.
            data: Name, types and fields of the model.
            options: Settings for this call only.

        Returns:
            The new model.

        Source: UbiOps CoreApi v2.1, models_create.
        """
        return self._client.call(ops.MODELS_CREATE, {"project_name": project_name}, body=data, options=options)

    def models_get(self, project_name: str, model_name: str, *, options: RequestOptions | None = None) -> ModelList:
        """Get a model.

        Args:
            project_name: Name of the project.
            model_name: Name of the model.
            options: Settings for this call only.

        Returns:
            The model.

        Source: UbiOps CoreApi v2.1, models_get.
        """
        return self._client.call(ops.MODELS_GET, {"project_name": project_name, "model_name": model_name}, options=options)

    def models_delete(self, project_name: str, model_name: str, *, options: RequestOptions | None = None) -> None:
        """Delete a model.

        Refused while a pipeline uses any version of the model.

        Args:
            project_name: Name of the project.
            model_name: Name of the model.
            options: Settings for this call only.

        Source: UbiOps CoreApi v2.1, models_delete.
        """
        return self._client.call(ops.MODELS_DELETE, {"project_name": project_name, "model_name": model_name}, options=options)

    def models_update(
        self, project_name: str, model_name: str, data: ModelUpdate | ModelUpdateParams, *, options: RequestOptions | None = None
    ) -> ModelList:
        """Rename a model or change its description.

        Nothing else of a model can be changed.

        Args:
            project_name: Name of the project.
            model_name: Name of the model.
            data: What to change; what is left out stays as it is.
            options: Settings for this call only.

        Returns:
            The model after the change.

        Source: UbiOps CoreApi v2.1, models_update.
        """
        return self._client.call(ops.MODELS_UPDATE, {"project_name": project_name, "model_name": model_name}, body=data, options=options)

    def model_versions_list(self, project_name: str, model_name: str, *, options: RequestOptions | None = None) -> list[ModelVersionList]:
        """List the versions of a model.

        Args:
            project_name: Name of the project.
            model_name: Name of the model.
            options: Settings for this call only.

        Returns:
            All versions of the model.

        Source: UbiOps CoreApi v2.1, model_versions_list.
        """
        return self._client.call(ops.MODEL_VERSIONS_LIST, {"project_name": project_name, "model_name": model_name}, options=options)

    def model_versions_create(
        self,
        project_name: str,
        model_name: str,
        data: ModelVersionCreate | ModelVersionCreateParams,
        *,
        options: RequestOptions | None = None,
    ) -> ModelVersionList:
        """Create a version of a model.

        A new version has the status `initialised` until a model file is uploaded and built. `version` is required; the other fields have
        defaults that suit where response times do not matter.

        Args:
            project_name: Name of the project.
            model_name: Name of the model.
            data: Name and settings of the version; `version` is required.
            options: Settings for this call only.

        Returns:
            The new version.

        Source: UbiOps CoreApi v2.1, model_versions_create.
        """
        return self._client.call(
            ops.MODEL_VERSIONS_CREATE, {"project_name": project_name, "model_name": model_name}, body=data, options=options
        )

    def model_versions_get(
        self, project_name: str, model_name: str, version: str, *, options: RequestOptions | None = None
    ) -> ModelVersionList:
        """Get a version of a model.

        Args:
            project_name: Name of the project.
            model_name: Name of the model.
            version: Name of the model version.
            options: Settings for this call only.

        Returns:
            The version, with the state of its build.

        Source: UbiOps CoreApi v2.1, model_versions_get.
        """
        return self._client.call(
            ops.MODEL_VERSIONS_GET, {"project_name": project_name, "model_name": model_name, "version": version}, options=options
        )

    def model_versions_delete(self, project_name: str, model_name: str, version: str, *, options: RequestOptions | None = None) -> None:
        """Delete a version of a model.

        Refused while a pipeline uses the version; take it out of the pipeline first.

        Args:
            project_name: Name of the project.
            model_name: Name of the model.
            version: Name of the model version.
            options: Settings for this call only.

        Source: UbiOps CoreApi v2.1, model_versions_delete.
        """
        return self._client.call(
            ops.MODEL_VERSIONS_DELETE, {"project_name": project_name, "model_name": model_name, "version": version}, options=options
        )

    def model_versions_update(
        self,
        project_name: str,
        model_name: str,
        version: str,
        data: ModelVersionCreate | ModelVersionCreateParams,
        *,
        options: RequestOptions | None = None,
    ) -> ModelVersionList:
        """Change the name or the settings of a model version.

        All settings are checked again. Another `language` makes the version build anew.

        Args:
            project_name: Name of the project.
            model_name: Name of the model.
            version: Name of the model version.
            data: What to change; what is left out stays as it is.
            options: Settings for this call only.

        Returns:
            The version after the change.

        Source: UbiOps CoreApi v2.1, model_versions_update.
        """
        return self._client.call(
            ops.MODEL_VERSIONS_UPDATE,
            {"project_name": project_name, "model_name": model_name, "version": version},
            body=data,
            options=options,
        )

    def model_versions_file_download(
        self, project_name: str, model_name: str, version: str, *, options: RequestOptions | None = None
    ) -> bytes:
        """Download the code of a model version.

        Args:
            project_name: Name of the project.
            model_name: Name of the model.
            version: Name of the model version.
            options: Settings for this call only.

        Returns:
            The zip file itself; its name is in the `Content-Disposition` header. The document announces JSON with one `file` field (schema
            `ModelVersionFileUpload`); what is sent is the raw content, so that is described here.

        Source: UbiOps CoreApi v2.1, model_versions_file_download; UbiOps CoreApi v2.1, model_versions_file_download, the raw file instead of the
        documented JSON (inferred).
        """
        return self._client.call(
            ops.MODEL_VERSIONS_FILE_DOWNLOAD, {"project_name": project_name, "model_name": model_name, "version": version}, options=options
        )

    def model_versions_file_download_to_file(
        self,
        project_name: str,
        model_name: str,
        version: str,
        *,
        to: str | PathLike[str] | None = None,
        progress: bool | Callable[[int, int | None], object] | None = None,
        options: RequestOptions | None = None,
    ) -> Path:
        """Write the response of `model_versions_file_download` to a file.

        The response is streamed. An interrupted download is continued where it stopped. The file appears when it is complete.

        Args:
            project_name: Name of the project.
            model_name: Name of the model.
            version: Name of the model version.
            to: A file; or a folder, in which the file gets the name that the server sends. By default the current folder.
            progress: True: a progress bar (needs the extra `progress`). A function: called with the bytes so far and the total (None
                if unknown).
            options: Settings for this call only.

        Returns:
            The path of the file.

        Source: UbiOps CoreApi v2.1, model_versions_file_download; UbiOps CoreApi v2.1, model_versions_file_download, the raw file instead of the
        documented JSON (inferred).
        """
        return self._client.download(
            ops.MODEL_VERSIONS_FILE_DOWNLOAD,
            {"project_name": project_name, "model_name": model_name, "version": version},
            to=to,
            progress=progress,
            options=options,
        )

    def model_versions_file_upload(
        self, project_name: str, model_name: str, version: str, file: FileInput, *, options: RequestOptions | None = None
    ) -> Success:
        """Upload the code of a model version.

        A zip file with the code that runs the model. The upload starts a build; poll `model_versions_get` until the version is available
        or shows an error message.

        Args:
            project_name: Name of the project.
            model_name: Name of the model.
            version: Name of the model version.
            file: A zip file with the code of the model.
            options: Settings for this call only.

        Returns:
            Whether the file was taken.

        Source: UbiOps CoreApi v2.1, model_versions_file_upload; UbiOps CoreApi v2.1, model_versions_file_upload, the states `pending`, `building`
        and `failed`, and the pace of polling (inferred).
        """
        return self._client.call(
            ops.MODEL_VERSIONS_FILE_UPLOAD,
            {"project_name": project_name, "model_name": model_name, "version": version},
            body={"file": file},
            options=options,
        )

    def model_versions_file_upload_submit(
        self, project_name: str, model_name: str, version: str, file: FileInput, *, options: RequestOptions | None = None
    ) -> Job[ModelVersionList]:
        """Call `model_versions_file_upload` and follow the job that it starts.

        Args:
            project_name: Name of the project.
            model_name: Name of the model.
            version: Name of the model version.
            file: A zip file with the code of the model.
            options: Settings for this call only.

        Returns:
            The job.

        Source: UbiOps CoreApi v2.1, model_versions_file_upload; UbiOps CoreApi v2.1, model_versions_file_upload, the states `pending`, `building`
        and `failed`, and the pace of polling (inferred).
        """
        return self._client.job(
            ops.MODEL_VERSIONS_FILE_UPLOAD,
            {"project_name": project_name, "model_name": model_name, "version": version},
            body={"file": file},
            options=options,
        )

    def pipelines_list(self, project_name: str, *, options: RequestOptions | None = None) -> list[PipelineList]:
        """List the pipelines of a project.

        Args:
            project_name: Name of the project.
            options: Settings for this call only.

        Returns:
            All pipelines of the project.

        Source: UbiOps CoreApi v2.1, pipelines_list.
        """
        return self._client.call(ops.PIPELINES_LIST, {"project_name": project_name}, options=options)

    def pipelines_create(
        self, project_name: str, data: PipelineCreate | PipelineCreateParams, *, options: RequestOptions | None = None
    ) -> PipelineList:
        """Create a pipeline.

        The input fields say what a request to the pipeline must contain; they are handed to the objects that are attached to the start of
        the pipeline.

        Args:
            project_name: Name of the project.
            data: Name, input type and input fields; `name` and `input_type` are required.
            options: Settings for this call only.

        Returns:
            The new pipeline.

        Source: UbiOps CoreApi v2.1, pipelines_create.
        """
        return self._client.call(ops.PIPELINES_CREATE, {"project_name": project_name}, body=data, options=options)

    def pipelines_get(self, project_name: str, pipeline_name: str, *, options: RequestOptions | None = None) -> PipelineList:
        """Get a pipeline.

        Args:
            project_name: Name of the project.
            pipeline_name: Name of the pipeline.
            options: Settings for this call only.

        Returns:
            The pipeline.

        Source: UbiOps CoreApi v2.1, pipelines_get.
        """
        return self._client.call(ops.PIPELINES_GET, {"project_name": project_name, "pipeline_name": pipeline_name}, options=options)

    def pipelines_delete(self, project_name: str, pipeline_name: str, *, options: RequestOptions | None = None) -> None:
        """Delete a pipeline.

        Its objects and attachments go with it; the models and connectors they stood for remain.

        Args:
            project_name: Name of the project.
            pipeline_name: Name of the pipeline.
            options: Settings for this call only.

        Source: UbiOps CoreApi v2.1, pipelines_delete.
        """
        return self._client.call(ops.PIPELINES_DELETE, {"project_name": project_name, "pipeline_name": pipeline_name}, options=options)

    def pipelines_update(
        self, project_name: str, pipeline_name: str, data: PipelineCreate | PipelineCreateParams, *, options: RequestOptions | None = None
    ) -> PipelineList:
        """Change the name, description or input of a pipeline.

        Input fields are replaced as a whole: repeat those that shall stay. A pipeline that becomes `plain` loses its fields; leave
        `input_fields` out then, or give an empty list.

        Args:
            project_name: Name of the project.
            pipeline_name: Name of the pipeline.
            data: What to change; what is left out stays as it is.
            options: Settings for this call only.

        Returns:
            The pipeline after the change.

        Source: UbiOps CoreApi v2.1, pipelines_update.
        """
        return self._client.call(
            ops.PIPELINES_UPDATE, {"project_name": project_name, "pipeline_name": pipeline_name}, body=data, options=options
        )

    def pipeline_objects_list(
        self, project_name: str, pipeline_name: str, *, options: RequestOptions | None = None
    ) -> list[PipelineObjectList]:
        """List the objects of a pipeline.

        Args:
            project_name: Name of the project.
            pipeline_name: Name of the pipeline.
            options: Settings for this call only.

        Returns:
            All objects of the pipeline.

        Source: UbiOps CoreApi v2.1, pipeline_objects_list.
        """
        return self._client.call(ops.PIPELINE_OBJECTS_LIST, {"project_name": project_name, "pipeline_name": pipeline_name}, options=options)

    def pipeline_objects_create(
        self,
        project_name: str,
        pipeline_name: str,
        data: PipelineObjectCreate | PipelineObjectCreateParams,
        *,
        options: RequestOptions | None = None,
    ) -> PipelineObjectList:
        """Add a model version or a connector to a pipeline.

        A pipeline object is a reference, so the same model version or connector may be added several times.

        Args:
            project_name: Name of the project.
            pipeline_name: Name of the pipeline.
            data: What the object is called and what it refers to.
            options: Settings for this call only.

        Returns:
            The new pipeline object.

        Source: UbiOps CoreApi v2.1, pipeline_objects_create.
        """
        return self._client.call(
            ops.PIPELINE_OBJECTS_CREATE, {"project_name": project_name, "pipeline_name": pipeline_name}, body=data, options=options
        )

    def pipeline_objects_get(
        self, project_name: str, name: str, pipeline_name: str, *, options: RequestOptions | None = None
    ) -> PipelineObjectList:
        """Get an object of a pipeline.

        Args:
            project_name: Name of the project.
            name: Name of the pipeline object.
            pipeline_name: Name of the pipeline.
            options: Settings for this call only.

        Returns:
            The pipeline object.

        Source: UbiOps CoreApi v2.1, pipeline_objects_get.
        """
        return self._client.call(
            ops.PIPELINE_OBJECTS_GET, {"project_name": project_name, "name": name, "pipeline_name": pipeline_name}, options=options
        )

    def pipeline_objects_delete(self, project_name: str, name: str, pipeline_name: str, *, options: RequestOptions | None = None) -> None:
        """Remove an object from a pipeline.

        The attachments of the object are removed too. The model version or connector it stood for remains.

        Args:
            project_name: Name of the project.
            name: Name of the pipeline object.
            pipeline_name: Name of the pipeline.
            options: Settings for this call only.

        Source: UbiOps CoreApi v2.1, pipeline_objects_delete.
        """
        return self._client.call(
            ops.PIPELINE_OBJECTS_DELETE, {"project_name": project_name, "name": name, "pipeline_name": pipeline_name}, options=options
        )

    def pipeline_objects_update(
        self,
        project_name: str,
        name: str,
        pipeline_name: str,
        data: PipelineObjectUpdate | PipelineObjectUpdateParams,
        *,
        options: RequestOptions | None = None,
    ) -> PipelineObjectList:
        """Rename a pipeline object or move it to another version of its model.

        What the object refers to (model or connector) cannot be changed.

        Args:
            project_name: Name of the project.
            name: Name of the pipeline object.
            pipeline_name: Name of the pipeline.
            data: What to change; what is left out stays as it is.
            options: Settings for this call only.

        Returns:
            The pipeline object after the change.

        Source: UbiOps CoreApi v2.1, pipeline_objects_update.
        """
        return self._client.call(
            ops.PIPELINE_OBJECTS_UPDATE,
            {"project_name": project_name, "name": name, "pipeline_name": pipeline_name},
            body=data,
            options=options,
        )

    def pipeline_object_attachments_list(
        self, project_name: str, pipeline_name: str, *, options: RequestOptions | None = None
    ) -> list[AttachmentsList]:
        """List the attachments of a pipeline.

        Args:
            project_name: Name of the project.
            pipeline_name: Name of the pipeline.
            options: Settings for this call only.

        Returns:
            All attachments of the pipeline.

        Source: UbiOps CoreApi v2.1, pipeline_object_attachments_list.
        """
        return self._client.call(
            ops.PIPELINE_OBJECT_ATTACHMENTS_LIST, {"project_name": project_name, "pipeline_name": pipeline_name}, options=options
        )

    def pipeline_object_attachments_create(
        self,
        project_name: str,
        pipeline_name: str,
        data: AttachmentsCreate | AttachmentsCreateParams,
        *,
        options: RequestOptions | None = None,
    ) -> Attachments:
        """Attach one object of a pipeline to another.

        Sends the output of the source object to the destination object; both must be in the pipeline already. The start of the pipeline,
        named `pipeline_start`, can only be a source; a connector can only be a destination.

        The mapping must fill every input field of the destination, with a source field of the same data type. Source fields may stay
        unused or be used several times. Leave it out, or empty, for plain objects; a blob connector has the one field `blob`.

        Args:
            project_name: Name of the project.
            pipeline_name: Name of the pipeline.
            data: The two objects and the mapping between their fields.
            options: Settings for this call only.

        Returns:
            The new attachment.

        Source: UbiOps CoreApi v2.1, pipeline_object_attachments_create.
        """
        return self._client.call(
            ops.PIPELINE_OBJECT_ATTACHMENTS_CREATE,
            {"project_name": project_name, "pipeline_name": pipeline_name},
            body=data,
            options=options,
        )

    def pipeline_object_attachments_get(
        self, project_name: str, destination_name: str, pipeline_name: str, source_name: str, *, options: RequestOptions | None = None
    ) -> AttachmentsList:
        """Get the attachment between a source and a destination object.

        Args:
            project_name: Name of the project.
            destination_name: Name of the object where the attachment ends.
            pipeline_name: Name of the pipeline.
            source_name: Name of the object where the attachment starts.
            options: Settings for this call only.

        Returns:
            The attachment.

        Source: UbiOps CoreApi v2.1, pipeline_object_attachments_get.
        """
        return self._client.call(
            ops.PIPELINE_OBJECT_ATTACHMENTS_GET,
            {
                "project_name": project_name,
                "destination_name": destination_name,
                "pipeline_name": pipeline_name,
                "source_name": source_name,
            },
            options=options,
        )

    def pipeline_object_attachments_delete(
        self, project_name: str, destination_name: str, pipeline_name: str, source_name: str, *, options: RequestOptions | None = None
    ) -> None:
        """Detach a destination object from a source object.

        Both objects stay in the pipeline.

        Args:
            project_name: Name of the project.
            destination_name: Name of the object where the attachment ends.
            pipeline_name: Name of the pipeline.
            source_name: Name of the object where the attachment starts.
            options: Settings for this call only.

        Source: UbiOps CoreApi v2.1, pipeline_object_attachments_delete.
        """
        return self._client.call(
            ops.PIPELINE_OBJECT_ATTACHMENTS_DELETE,
            {
                "project_name": project_name,
                "destination_name": destination_name,
                "pipeline_name": pipeline_name,
                "source_name": source_name,
            },
            options=options,
        )

    def pipeline_object_attachments_source_get(
        self, project_name: str, pipeline_name: str, source_name: str, *, options: RequestOptions | None = None
    ) -> list[AttachmentsList]:
        """List the attachments that start at an object of a pipeline.

        Args:
            project_name: Name of the project.
            pipeline_name: Name of the pipeline.
            source_name: Name of the object where the attachment starts.
            options: Settings for this call only.

        Returns:
            All attachments with that source.

        Source: UbiOps CoreApi v2.1, pipeline_object_attachments_source_get.
        """
        return self._client.call(
            ops.PIPELINE_OBJECT_ATTACHMENTS_SOURCE_GET,
            {"project_name": project_name, "pipeline_name": pipeline_name, "source_name": source_name},
            options=options,
        )

    def configurations_list(self, *, options: RequestOptions | None = None) -> list[ConfigurationList]:
        """List the kinds of connectors that there are.

        For each kind: the parameters that a connector of this kind and its credentials must be configured with.

        Args:
            options: Settings for this call only.

        Returns:
            The kinds of connectors with their parameters.

        Source: UbiOps CoreApi v2.1, configurations_list.
        """
        return self._client.call(ops.CONFIGURATIONS_LIST, options=options)

    def connectors_list(self, project_name: str, *, options: RequestOptions | None = None) -> list[ConnectorList]:
        """List the connectors of a project.

        Args:
            project_name: Name of the project.
            options: Settings for this call only.

        Returns:
            All connectors of the project; values of protected parameters are hidden.

        Source: UbiOps CoreApi v2.1, connectors_list.
        """
        return self._client.call(ops.CONNECTORS_LIST, {"project_name": project_name}, options=options)

    def connectors_create(
        self, project_name: str, data: ConnectorCreate | ConnectorCreateParams, *, options: RequestOptions | None = None
    ) -> ConnectorList:
        """Create a connector.

        `type` decides what the connector takes: `structured` data (`postgresql`, say), for which input fields are required, or files
        (`aws_s3`, say; input type `blob`), for which none may be given: such a connector always has one field, `blob`.

        Args:
            project_name: Name of the project.
            data: Name, kind, credentials, configuration and fields of the connector.
            options: Settings for this call only.

        Returns:
            The new connector, which is still to be verified.

        Source: UbiOps CoreApi v2.1, connectors_create.
        """
        return self._client.call(ops.CONNECTORS_CREATE, {"project_name": project_name}, body=data, options=options)

    def connectors_get(self, project_name: str, connector_name: str, *, options: RequestOptions | None = None) -> ConnectorList:
        """Get a connector.

        Args:
            project_name: Name of the project.
            connector_name: Name of the connector.
            options: Settings for this call only.

        Returns:
            The connector; values of protected parameters are hidden.

        Source: UbiOps CoreApi v2.1, connectors_get.
        """
        return self._client.call(ops.CONNECTORS_GET, {"project_name": project_name, "connector_name": connector_name}, options=options)

    def connectors_delete(self, project_name: str, connector_name: str, *, options: RequestOptions | None = None) -> None:
        """Delete a connector.

        Args:
            project_name: Name of the project.
            connector_name: Name of the connector.
            options: Settings for this call only.

        Source: UbiOps CoreApi v2.1, connectors_delete.
        """
        return self._client.call(ops.CONNECTORS_DELETE, {"project_name": project_name, "connector_name": connector_name}, options=options)

    def connectors_update(
        self,
        project_name: str,
        connector_name: str,
        data: ConnectorUpdate | ConnectorUpdateParams,
        *,
        options: RequestOptions | None = None,
    ) -> ConnectorList:
        """Change a connector.

        The connector is checked and, if its configuration has changed, verified again. Its `type` cannot be changed. Input fields are
        replaced as a whole: repeat those that shall stay.

        Args:
            project_name: Name of the project.
            connector_name: Name of the connector.
            data: What to change; what is left out stays as it is.
            options: Settings for this call only.

        Returns:
            The connector after the change.

        Source: UbiOps CoreApi v2.1, connectors_update.
        """
        return self._client.call(
            ops.CONNECTORS_UPDATE, {"project_name": project_name, "connector_name": connector_name}, body=data, options=options
        )

    def credentials_list(self, project_name: str, *, options: RequestOptions | None = None) -> list[CredentialsList]:
        """List the credentials of a project.

        Args:
            project_name: Name of the project.
            options: Settings for this call only.

        Returns:
            All credentials of the project; values of protected parameters are null.

        Source: UbiOps CoreApi v2.1, credentials_list.
        """
        return self._client.call(ops.CREDENTIALS_LIST, {"project_name": project_name}, options=options)

    def credentials_create(
        self, project_name: str, data: CredentialsCreate | CredentialsCreateParams, *, options: RequestOptions | None = None
    ) -> CredentialsList:
        """Create a set of credentials.

        Credentials are what connectors log in with. Which parameters they need depends on their `type`.

        Args:
            project_name: Name of the project.
            data: Name, kind and configuration of the credentials.
            options: Settings for this call only.

        Returns:
            The new credentials, which are still to be verified.

        Source: UbiOps CoreApi v2.1, credentials_create.
        """
        return self._client.call(ops.CREDENTIALS_CREATE, {"project_name": project_name}, body=data, options=options)

    def credentials_get(
        self, project_name: str, credentials_name: str, *, options: RequestOptions | None = None
    ) -> CredentialsListWithConfig:
        """Get a set of credentials.

        Args:
            project_name: Name of the project.
            credentials_name: Name of the credentials.
            options: Settings for this call only.

        Returns:
            The credentials; values of protected parameters are null.

        Source: UbiOps CoreApi v2.1, credentials_get.
        """
        return self._client.call(ops.CREDENTIALS_GET, {"project_name": project_name, "credentials_name": credentials_name}, options=options)

    def credentials_delete(self, project_name: str, credentials_name: str, *, options: RequestOptions | None = None) -> None:
        """Delete a set of credentials.

        Refused while a connector uses them.

        Args:
            project_name: Name of the project.
            credentials_name: Name of the credentials.
            options: Settings for this call only.

        Source: UbiOps CoreApi v2.1, credentials_delete.
        """
        return self._client.call(
            ops.CREDENTIALS_DELETE, {"project_name": project_name, "credentials_name": credentials_name}, options=options
        )

    def credentials_update(
        self,
        project_name: str,
        credentials_name: str,
        data: CredentialsUpdate | CredentialsUpdateParams,
        *,
        options: RequestOptions | None = None,
    ) -> CredentialsListWithConfig:
        """Change a set of credentials.

        The given configuration is merged into the old one. The credentials, and every connector that uses them, are verified again. Their
        `type` cannot be changed.

        Args:
            project_name: Name of the project.
            credentials_name: Name of the credentials.
            data: What to change; what is left out stays as it is.
            options: Settings for this call only.

        Returns:
            The credentials after the change; values of protected parameters are null.

        Source: UbiOps CoreApi v2.1, credentials_update.
        """
        return self._client.call(
            ops.CREDENTIALS_UPDATE, {"project_name": project_name, "credentials_name": credentials_name}, body=data, options=options
        )

    def model_environment_variables_list(
        self, project_name: str, model_name: str, *, options: RequestOptions | None = None
    ) -> list[InheritedEnvironmentVariableList]:
        """List the environment variables of a model.

        Those of the model itself and those that it inherits from the project.

        Args:
            project_name: Name of the project.
            model_name: Name of the model.
            options: Settings for this call only.

        Returns:
            The variables, each with the place it is inherited from; values of secrets are null.

        Source: UbiOps CoreApi v2.1, model_environment_variables_list.
        """
        return self._client.call(
            ops.MODEL_ENVIRONMENT_VARIABLES_LIST, {"project_name": project_name, "model_name": model_name}, options=options
        )

    def model_environment_variables_create(
        self,
        project_name: str,
        model_name: str,
        data: EnvironmentVariableCreate | EnvironmentVariableCreateParams,
        *,
        options: RequestOptions | None = None,
    ) -> EnvironmentVariableList:
        """Create an environment variable of a model.

        All versions of the model inherit it. It hides a variable of the same name that the project defines.

        Args:
            project_name: Name of the project.
            model_name: Name of the model.
            data: Name, value and secrecy of the variable.
            options: Settings for this call only.

        Returns:
            The new variable.

        Source: UbiOps CoreApi v2.1, model_environment_variables_create.
        """
        return self._client.call(
            ops.MODEL_ENVIRONMENT_VARIABLES_CREATE, {"project_name": project_name, "model_name": model_name}, body=data, options=options
        )

    def model_environment_variables_get(
        self, project_name: str, id: str, model_name: str, *, options: RequestOptions | None = None
    ) -> EnvironmentVariableList:
        """Get an environment variable of a model.

        Finds variables of the model itself only, not those that it inherits from the project.

        Args:
            project_name: Name of the project.
            id: Id of the environment variable. A UUID.
            model_name: Name of the model.
            options: Settings for this call only.

        Returns:
            The variable; the value of a secret is null.

        Source: UbiOps CoreApi v2.1, model_environment_variables_get.
        """
        return self._client.call(
            ops.MODEL_ENVIRONMENT_VARIABLES_GET, {"project_name": project_name, "id": id, "model_name": model_name}, options=options
        )

    def model_environment_variables_delete(
        self, project_name: str, id: str, model_name: str, *, options: RequestOptions | None = None
    ) -> None:
        """Delete an environment variable of a model.

        Args:
            project_name: Name of the project.
            id: Id of the environment variable. A UUID.
            model_name: Name of the model.
            options: Settings for this call only.

        Source: UbiOps CoreApi v2.1, model_environment_variables_delete.
        """
        return self._client.call(
            ops.MODEL_ENVIRONMENT_VARIABLES_DELETE, {"project_name": project_name, "id": id, "model_name": model_name}, options=options
        )

    def model_environment_variables_update(
        self,
        project_name: str,
        id: str,
        model_name: str,
        data: EnvironmentVariableCreate | EnvironmentVariableCreateParams,
        *,
        options: RequestOptions | None = None,
    ) -> EnvironmentVariableList:
        """Change an environment variable of a model.

        Changes variables of the model itself only. To give an inherited variable another value for this model, create one of the same
        name. A secret stays a secret.

        Args:
            project_name: Name of the project.
            id: Id of the environment variable. A UUID.
            model_name: Name of the model.
            data: The variable as it shall be.
            options: Settings for this call only.

        Returns:
            The variable after the change.

        Source: UbiOps CoreApi v2.1, model_environment_variables_update.
        """
        return self._client.call(
            ops.MODEL_ENVIRONMENT_VARIABLES_UPDATE,
            {"project_name": project_name, "id": id, "model_name": model_name},
            body=data,
            options=options,
        )

    def model_version_environment_variables_list(
        self, project_name: str, model_name: str, version: str, *, options: RequestOptions | None = None
    ) -> list[InheritedEnvironmentVariableList]:
        """List the environment variables of a model version.

        Those of the version itself and those that it inherits from the model and the project.

        Args:
            project_name: Name of the project.
            model_name: Name of the model.
            version: Name of the model version.
            options: Settings for this call only.

        Returns:
            The variables, each with the place it is inherited from; values of secrets are null.

        Source: UbiOps CoreApi v2.1, model_version_environment_variables_list.
        """
        return self._client.call(
            ops.MODEL_VERSION_ENVIRONMENT_VARIABLES_LIST,
            {"project_name": project_name, "model_name": model_name, "version": version},
            options=options,
        )

    def model_version_environment_variables_create(
        self,
        project_name: str,
        model_name: str,
        version: str,
        data: EnvironmentVariableCreate | EnvironmentVariableCreateParams,
        *,
        options: RequestOptions | None = None,
    ) -> EnvironmentVariableList:
        """Create an environment variable of a model version.

        It hides a variable of the same name that the model or the project defines.

        Args:
            project_name: Name of the project.
            model_name: Name of the model.
            version: Name of the model version.
            data: Name, value and secrecy of the variable.
            options: Settings for this call only.

        Returns:
            The new variable.

        Source: UbiOps CoreApi v2.1, model_version_environment_variables_create.
        """
        return self._client.call(
            ops.MODEL_VERSION_ENVIRONMENT_VARIABLES_CREATE,
            {"project_name": project_name, "model_name": model_name, "version": version},
            body=data,
            options=options,
        )

    def model_version_environment_variables_get(
        self, project_name: str, id: str, model_name: str, version: str, *, options: RequestOptions | None = None
    ) -> EnvironmentVariableList:
        """Get an environment variable of a model version.

        Finds variables of the version itself only, not those that it inherits from the model or the project.

        Args:
            project_name: Name of the project.
            id: Id of the environment variable. A UUID.
            model_name: Name of the model.
            version: Name of the model version.
            options: Settings for this call only.

        Returns:
            The variable; the value of a secret is null.

        Source: UbiOps CoreApi v2.1, model_version_environment_variables_get.
        """
        return self._client.call(
            ops.MODEL_VERSION_ENVIRONMENT_VARIABLES_GET,
            {"project_name": project_name, "id": id, "model_name": model_name, "version": version},
            options=options,
        )

    def model_version_environment_variables_delete(
        self, project_name: str, id: str, model_name: str, version: str, *, options: RequestOptions | None = None
    ) -> None:
        """Delete an environment variable of a model version.

        Args:
            project_name: Name of the project.
            id: Id of the environment variable. A UUID.
            model_name: Name of the model.
            version: Name of the model version.
            options: Settings for this call only.

        Source: UbiOps CoreApi v2.1, model_version_environment_variables_delete.
        """
        return self._client.call(
            ops.MODEL_VERSION_ENVIRONMENT_VARIABLES_DELETE,
            {"project_name": project_name, "id": id, "model_name": model_name, "version": version},
            options=options,
        )

    def model_version_environment_variables_update(
        self,
        project_name: str,
        id: str,
        model_name: str,
        version: str,
        data: EnvironmentVariableCreate | EnvironmentVariableCreateParams,
        *,
        options: RequestOptions | None = None,
    ) -> EnvironmentVariableList:
        """Change an environment variable of a model version.

        Changes variables of the version itself only. To give an inherited variable another value for this version, create one of the same
        name. A secret stays a secret.

        Args:
            project_name: Name of the project.
            id: Id of the environment variable. A UUID.
            model_name: Name of the model.
            version: Name of the model version.
            data: The variable as it shall be.
            options: Settings for this call only.

        Returns:
            The variable after the change.

        Source: UbiOps CoreApi v2.1, model_version_environment_variables_update.
        """
        return self._client.call(
            ops.MODEL_VERSION_ENVIRONMENT_VARIABLES_UPDATE,
            {"project_name": project_name, "id": id, "model_name": model_name, "version": version},
            body=data,
            options=options,
        )

    def pipeline_object_environment_variables_list(
        self, project_name: str, name: str, pipeline_name: str, *, options: RequestOptions | None = None
    ) -> list[InheritedEnvironmentVariableList]:
        """List the environment variables that an object of a pipeline sees.

        Args:
            project_name: Name of the project.
            name: Name of the pipeline object.
            pipeline_name: Name of the pipeline.
            options: Settings for this call only.

        Returns:
            The variables, each with the place it is inherited from; values of secrets are null.

        Source: UbiOps CoreApi v2.1, pipeline_object_environment_variables_list.
        """
        return self._client.call(
            ops.PIPELINE_OBJECT_ENVIRONMENT_VARIABLES_LIST,
            {"project_name": project_name, "name": name, "pipeline_name": pipeline_name},
            options=options,
        )

    def project_environment_variables_list(
        self, project_name: str, *, options: RequestOptions | None = None
    ) -> list[EnvironmentVariableList]:
        """List the environment variables of a project.

        These are inherited by every model of the project.

        Args:
            project_name: Name of the project.
            options: Settings for this call only.

        Returns:
            The variables; values of secrets are null.

        Source: UbiOps CoreApi v2.1, project_environment_variables_list.
        """
        return self._client.call(ops.PROJECT_ENVIRONMENT_VARIABLES_LIST, {"project_name": project_name}, options=options)

    def project_environment_variables_create(
        self, project_name: str, data: EnvironmentVariableCreate | EnvironmentVariableCreateParams, *, options: RequestOptions | None = None
    ) -> EnvironmentVariableList:
        """Create an environment variable of a project.

        All models of the project inherit it.

        Args:
            project_name: Name of the project.
            data: Name, value and secrecy of the variable.
            options: Settings for this call only.

        Returns:
            The new variable.

        Source: UbiOps CoreApi v2.1, project_environment_variables_create.
        """
        return self._client.call(ops.PROJECT_ENVIRONMENT_VARIABLES_CREATE, {"project_name": project_name}, body=data, options=options)

    def project_environment_variables_get(
        self, project_name: str, id: str, *, options: RequestOptions | None = None
    ) -> EnvironmentVariableList:
        """Get an environment variable of a project.

        Args:
            project_name: Name of the project.
            id: Id of the environment variable. A UUID.
            options: Settings for this call only.

        Returns:
            The variable; the value of a secret is null.

        Source: UbiOps CoreApi v2.1, project_environment_variables_get.
        """
        return self._client.call(ops.PROJECT_ENVIRONMENT_VARIABLES_GET, {"project_name": project_name, "id": id}, options=options)

    def project_environment_variables_delete(self, project_name: str, id: str, *, options: RequestOptions | None = None) -> None:
        """Delete an environment variable of a project.

        Args:
            project_name: Name of the project.
            id: Id of the environment variable. A UUID.
            options: Settings for this call only.

        Source: UbiOps CoreApi v2.1, project_environment_variables_delete.
        """
        return self._client.call(ops.PROJECT_ENVIRONMENT_VARIABLES_DELETE, {"project_name": project_name, "id": id}, options=options)

    def project_environment_variables_update(
        self,
        project_name: str,
        id: str,
        data: EnvironmentVariableCreate | EnvironmentVariableCreateParams,
        *,
        options: RequestOptions | None = None,
    ) -> EnvironmentVariableList:
        """Change an environment variable of a project.

        A secret stays a secret.

        Args:
            project_name: Name of the project.
            id: Id of the environment variable. A UUID.
            data: The variable as it shall be.
            options: Settings for this call only.

        Returns:
            The variable after the change.

        Source: UbiOps CoreApi v2.1, project_environment_variables_update.
        """
        return self._client.call(
            ops.PROJECT_ENVIRONMENT_VARIABLES_UPDATE, {"project_name": project_name, "id": id}, body=data, options=options
        )

    def scheduled_requests_list(self, project_name: str, *, options: RequestOptions | None = None) -> list[ScheduleList]:
        """List the schedules of a project.

        Needs the permission `requests.list` on model versions or on pipelines.

        Args:
            project_name: Name of the project.
            options: Settings for this call only.

        Returns:
            All schedules of the project.

        Source: UbiOps CoreApi v2.1, scheduled_requests_list.
        """
        return self._client.call(ops.SCHEDULED_REQUESTS_LIST, {"project_name": project_name}, options=options)

    def scheduled_requests_create(
        self, project_name: str, data: ScheduleCreate | ScheduleCreateParams, *, options: RequestOptions | None = None
    ) -> ScheduleList:
        """Schedule a recurring request.

        The request is sent to a model version or a pipeline whenever the crontab expression fires.

        Args:
            project_name: Name of the project.
            data: What to request and when.
            options: Settings for this call only.

        Returns:
            The new schedule.

        Source: UbiOps CoreApi v2.1, scheduled_requests_create.
        """
        return self._client.call(ops.SCHEDULED_REQUESTS_CREATE, {"project_name": project_name}, body=data, options=options)

    def scheduled_requests_get(self, project_name: str, schedule_name: str, *, options: RequestOptions | None = None) -> ScheduleList:
        """Get a schedule.

        Args:
            project_name: Name of the project.
            schedule_name: Name of the schedule.
            options: Settings for this call only.

        Returns:
            The schedule.

        Source: UbiOps CoreApi v2.1, scheduled_requests_get.
        """
        return self._client.call(
            ops.SCHEDULED_REQUESTS_GET, {"project_name": project_name, "schedule_name": schedule_name}, options=options
        )

    def scheduled_requests_delete(self, project_name: str, schedule_name: str, *, options: RequestOptions | None = None) -> None:
        """Delete a schedule.

        To pause a schedule, update it with `enabled` set to false instead.

        Args:
            project_name: Name of the project.
            schedule_name: Name of the schedule.
            options: Settings for this call only.

        Source: UbiOps CoreApi v2.1, scheduled_requests_delete.
        """
        return self._client.call(
            ops.SCHEDULED_REQUESTS_DELETE, {"project_name": project_name, "schedule_name": schedule_name}, options=options
        )

    def scheduled_requests_update(
        self, project_name: str, schedule_name: str, data: ScheduleUpdate | ScheduleUpdateParams, *, options: RequestOptions | None = None
    ) -> ScheduleList:
        """Change a schedule.

        Needs the permission to create requests on the model or pipeline. Which model or pipeline is called cannot be changed.

        Args:
            project_name: Name of the project.
            schedule_name: Name of the schedule.
            data: What to change; what is left out stays as it is.
            options: Settings for this call only.

        Returns:
            The schedule after the change.

        Source: UbiOps CoreApi v2.1, scheduled_requests_update.
        """
        return self._client.call(
            ops.SCHEDULED_REQUESTS_UPDATE, {"project_name": project_name, "schedule_name": schedule_name}, body=data, options=options
        )

    def projects_list(self, *, options: RequestOptions | None = None) -> list[ProjectList]:
        """List the projects that you have access to.

        Projects of every organization that you are a member of.

        Args:
            options: Settings for this call only.

        Returns:
            The projects.

        Source: UbiOps CoreApi v2.1, projects_list.
        """
        return self._client.call(ops.PROJECTS_LIST, options=options)

    def projects_create(self, data: ProjectCreate | ProjectCreateParams, *, options: RequestOptions | None = None) -> ProjectList:
        """Create a project.

        Only admins of the organization may do this; all of them become admins of the project.

        Args:
            data: Name and organization of the project.
            options: Settings for this call only.

        Returns:
            The new project.

        Source: UbiOps CoreApi v2.1, projects_create.
        """
        return self._client.call(ops.PROJECTS_CREATE, body=data, options=options)

    def projects_get(self, project_name: str, *, options: RequestOptions | None = None) -> ProjectList:
        """Get a project.

        Args:
            project_name: Name of the project.
            options: Settings for this call only.

        Returns:
            The project.

        Source: UbiOps CoreApi v2.1, projects_get.
        """
        return self._client.call(ops.PROJECTS_GET, {"project_name": project_name}, options=options)

    def projects_delete(self, project_name: str, *, options: RequestOptions | None = None) -> None:
        """Delete a project.

        All its models, connectors and pipelines are deleted with it.

        Args:
            project_name: Name of the project.
            options: Settings for this call only.

        Source: UbiOps CoreApi v2.1, projects_delete.
        """
        return self._client.call(ops.PROJECTS_DELETE, {"project_name": project_name}, options=options)

    def projects_update(
        self, project_name: str, data: ProjectUpdate | ProjectUpdateParams, *, options: RequestOptions | None = None
    ) -> ProjectList:
        """Rename a project.

        Args:
            project_name: Name of the project.
            data: The new name.
            options: Settings for this call only.

        Returns:
            The project after the change.

        Source: UbiOps CoreApi v2.1, projects_update.
        """
        return self._client.call(ops.PROJECTS_UPDATE, {"project_name": project_name}, body=data, options=options)

    def projects_log_list(
        self, project_name: str, data: LogsCreate | LogsCreateParams, *, options: RequestOptions | None = None
    ) -> list[Logs]:
        """Read the logs of a project.

        Returns the lines in a window of time that match all filters. The window starts at the log line `id`, at `date`, or now, and
        reaches `date_range` seconds (at most 24 hours) into the future or, when negative, into the past.

        To read on, ask again from the `id` of the last line: the line of that id is returned once more, whatever the direction, so drop
        it.

        Args:
            project_name: Name of the project.
            data: Filters and the window of time.
            options: Settings for this call only.

        Returns:
            The matching log lines, at most `limit` of them.

        Source: UbiOps CoreApi v2.1, projects_log_list.
        """
        return self._client.call(ops.PROJECTS_LOG_LIST, {"project_name": project_name}, body=data, options=options)

    def metrics_get(
        self,
        project_name: str,
        metric: MetricsGetMetric,
        start_time: str,
        end_time: str,
        object_type: MetricsGetObjectType,
        *,
        interval: MetricsGetInterval | None = None,
        object_id: str | None = None,
        options: RequestOptions | None = None,
    ) -> list[Metrics]:
        """Get the values of a metric over time.

        Values of one metric for one object, or for all objects of a type together, summed up per interval.

        - of a `pipeline`: `requests`, `input_volume`, `object_requests`;
        - of a `model_version`: `requests`, `input_volume`, `output_volume`, `outputs`, `compute`, `instances`, `gb_seconds`,
          `active_time`;
        - of a `connector`: `requests`, `volume`.

        Args:
            project_name: Name of the project.
            metric: Name of the metric. Volumes are in bytes, `compute` and `active_time` in seconds, `gb_seconds` in memory (GB) times
                running time (s); the others are counts. One of `requests`, `input_volume`, `object_requests`, `output_volume`, `outputs`,
                `compute`, `instances`, `gb_seconds`, `active_time`, `volume`.
            start_time: Start of the period, in ISO 8601.
            end_time: End of the period, in ISO 8601.
            object_type: Type of the objects that the metric is about. One of `model_version`, `connector`, `pipeline`.
            interval: Length of the intervals that values are summed up over. One of `minute`, `hour`, `day`, `month`. Default on the
                server: `hour`.
            object_id: Id of one object. Without it, all objects of the type are taken together. A UUID.
            options: Settings for this call only.

        Returns:
            One value per interval between the two times.

        Source: UbiOps CoreApi v2.1, metrics_get.
        """
        return self._client.call(
            ops.METRICS_GET,
            {
                "project_name": project_name,
                "metric": metric,
                "start_time": start_time,
                "end_time": end_time,
                "object_type": object_type,
                "interval": interval,
                "object_id": object_id,
            },
            options=options,
        )

    def organization_usage_details_get(
        self, organization_name: str, *, month: str | None = None, options: RequestOptions | None = None
    ) -> list[UsagePerDay]:
        """Get the billed usage of an organization per day of a month.

        Args:
            organization_name: Name of the organization.
            month: Month to return, as `YYYY-MM`; the current one when left out. Matches `^[0-9]{4}-(0[1-9]|1[0-2])$`.
            options: Settings for this call only.

        Returns:
            One entry per metric and type of object, with a value per day in no particular order.

        Source: UbiOps CoreApi v2.1, organization_usage_details_get.
        """
        return self._client.call(
            ops.ORGANIZATION_USAGE_DETAILS_GET, {"organization_name": organization_name, "month": month}, options=options
        )

    def organization_usage_get(
        self, organization_name: str, *, start_month: str | None = None, options: RequestOptions | None = None
    ) -> list[UsagePerMonth]:
        """Get the billed usage of an organization per month.

        Args:
            organization_name: Name of the organization.
            start_month: First month to return, as `YYYY-MM`; one year ago when left out. Matches `^[0-9]{4}-(0[1-9]|1[0-2])$`.
            options: Settings for this call only.

        Returns:
            One entry per metric and type of object, with a value per month.

        Source: UbiOps CoreApi v2.1, organization_usage_get.
        """
        return self._client.call(
            ops.ORGANIZATION_USAGE_GET, {"organization_name": organization_name, "start_month": start_month}, options=options
        )

    def organizations_resource_usage(self, organization_name: str, *, options: RequestOptions | None = None) -> ResourceUsage:
        """Count what an organization has created.

        Args:
            organization_name: Name of the organization.
            options: Settings for this call only.

        Returns:
            How many projects, users, models, versions, connectors and pipelines there are.

        Source: UbiOps CoreApi v2.1, organizations_resource_usage.
        """
        return self._client.call(ops.ORGANIZATIONS_RESOURCE_USAGE, {"organization_name": organization_name}, options=options)

    def project_usage_get(
        self, project_name: str, *, start_month: str | None = None, options: RequestOptions | None = None
    ) -> list[UsagePerMonth]:
        """Get the billed usage of a project per month.

        Args:
            project_name: Name of the project.
            start_month: First month to return, as `YYYY-MM`; one year ago when left out. Matches `^[0-9]{4}-(0[1-9]|1[0-2])$`.
            options: Settings for this call only.

        Returns:
            One entry per metric and type of object, with a value per month.

        Source: UbiOps CoreApi v2.1, project_usage_get.
        """
        return self._client.call(ops.PROJECT_USAGE_GET, {"project_name": project_name, "start_month": start_month}, options=options)

    def projects_resource_usage(self, project_name: str, *, options: RequestOptions | None = None) -> ProjectResourceUsage:
        """Count what a project contains.

        Args:
            project_name: Name of the project.
            options: Settings for this call only.

        Returns:
            How many models, versions, connectors and pipelines there are.

        Source: UbiOps CoreApi v2.1, projects_resource_usage.
        """
        return self._client.call(ops.PROJECTS_RESOURCE_USAGE, {"project_name": project_name}, options=options)

    def organizations_list(self, *, options: RequestOptions | None = None) -> list[OrganizationList]:
        """List the organizations that you are a member of.

        Args:
            options: Settings for this call only.

        Returns:
            The organizations.

        Source: UbiOps CoreApi v2.1, organizations_list.
        """
        return self._client.call(ops.ORGANIZATIONS_LIST, options=options)

    def organizations_create(
        self, data: OrganizationCreate | OrganizationCreateParams, *, options: RequestOptions | None = None
    ) -> OrganizationList:
        """Create an organization.

        You become its admin.

        Args:
            data: Name and subscription of the organization.
            options: Settings for this call only.

        Returns:
            The new organization.

        Source: UbiOps CoreApi v2.1, organizations_create.
        """
        return self._client.call(ops.ORGANIZATIONS_CREATE, body=data, options=options)

    def organizations_get(self, organization_name: str, *, options: RequestOptions | None = None) -> OrganizationDetail:
        """Get an organization.

        Args:
            organization_name: Name of the organization.
            options: Settings for this call only.

        Returns:
            The organization.

        Source: UbiOps CoreApi v2.1, organizations_get.
        """
        return self._client.call(ops.ORGANIZATIONS_GET, {"organization_name": organization_name}, options=options)

    def organizations_update(
        self, organization_name: str, data: OrganizationUpdate | OrganizationUpdateParams, *, options: RequestOptions | None = None
    ) -> OrganizationDetail:
        """Rename an organization or change its subscription.

        Only admins of the organization may do this, and only the provider may change the subscription. To remove the end date of the
        subscription, send null as `subscription_end_date`.

        Args:
            organization_name: Name of the organization.
            data: What to change; what is left out stays as it is.
            options: Settings for this call only.

        Returns:
            The organization after the change.

        Source: UbiOps CoreApi v2.1, organizations_update.
        """
        return self._client.call(ops.ORGANIZATIONS_UPDATE, {"organization_name": organization_name}, body=data, options=options)

    def organization_subscriptions_list(
        self, organization_name: str, *, options: RequestOptions | None = None
    ) -> list[OrganizationSubscriptionList]:
        """List the subscriptions that an organization has had.

        Only admins of the organization may do this.

        Args:
            organization_name: Name of the organization.
            options: Settings for this call only.

        Returns:
            The history of subscriptions.

        Source: UbiOps CoreApi v2.1, organization_subscriptions_list.
        """
        return self._client.call(ops.ORGANIZATION_SUBSCRIPTIONS_LIST, {"organization_name": organization_name}, options=options)

    def organization_users_list(self, organization_name: str, *, options: RequestOptions | None = None) -> list[OrganizationUserDetail]:
        """List the users of an organization.

        Args:
            organization_name: Name of the organization.
            options: Settings for this call only.

        Returns:
            All users of the organization.

        Source: UbiOps CoreApi v2.1, organization_users_list.
        """
        return self._client.call(ops.ORGANIZATION_USERS_LIST, {"organization_name": organization_name}, options=options)

    def organization_users_create(
        self, organization_name: str, data: OrganizationUserCreate | OrganizationUserCreateParams, *, options: RequestOptions | None = None
    ) -> OrganizationUserDetail:
        """Add a user to an organization.

        Only admins of the organization may do this. Roles in the organization's projects are assigned separately.

        Args:
            organization_name: Name of the organization.
            data: Who is added, and whether as an admin.
            options: Settings for this call only.

        Returns:
            The added user.

        Source: UbiOps CoreApi v2.1, organization_users_create.
        """
        return self._client.call(ops.ORGANIZATION_USERS_CREATE, {"organization_name": organization_name}, body=data, options=options)

    def organization_users_get(
        self, organization_name: str, user_id: str, *, options: RequestOptions | None = None
    ) -> OrganizationUserDetail:
        """Get a user of an organization.

        Only admins of the organization may do this.

        Args:
            organization_name: Name of the organization.
            user_id: Id of the user. A UUID.
            options: Settings for this call only.

        Returns:
            The user.

        Source: UbiOps CoreApi v2.1, organization_users_get.
        """
        return self._client.call(ops.ORGANIZATION_USERS_GET, {"organization_name": organization_name, "user_id": user_id}, options=options)

    def organization_users_delete(self, organization_name: str, user_id: str, *, options: RequestOptions | None = None) -> None:
        """Remove a user from an organization.

        The user loses all roles in all projects of the organization. Only admins may do this; the last admin cannot be removed.

        Args:
            organization_name: Name of the organization.
            user_id: Id of the user. A UUID.
            options: Settings for this call only.

        Source: UbiOps CoreApi v2.1, organization_users_delete.
        """
        return self._client.call(
            ops.ORGANIZATION_USERS_DELETE, {"organization_name": organization_name, "user_id": user_id}, options=options
        )

    def organization_users_update(
        self,
        organization_name: str,
        user_id: str,
        data: OrganizationUserUpdate | OrganizationUserUpdateParams,
        *,
        options: RequestOptions | None = None,
    ) -> OrganizationUserDetail:
        """Make a user an admin of an organization, or a regular user.

        Only admins may do this; the last admin cannot be turned into a regular user.

        Args:
            organization_name: Name of the organization.
            user_id: Id of the user. A UUID.
            data: Whether the user is an admin.
            options: Settings for this call only.

        Returns:
            The user after the change.

        Source: UbiOps CoreApi v2.1, organization_users_update.
        """
        return self._client.call(
            ops.ORGANIZATION_USERS_UPDATE, {"organization_name": organization_name, "user_id": user_id}, body=data, options=options
        )

    def subscriptions_list(self, *, options: RequestOptions | None = None) -> list[SubscriptionList]:
        """List the subscriptions that organizations can choose from.

        Args:
            options: Settings for this call only.

        Returns:
            The subscriptions, without their limits.

        Source: UbiOps CoreApi v2.1, subscriptions_list.
        """
        return self._client.call(ops.SUBSCRIPTIONS_LIST, options=options)

    def subscriptions_create(
        self, data: SubscriptionCreate | SubscriptionCreateParams, *, options: RequestOptions | None = None
    ) -> SubscriptionDetail:
        """Create a subscription.

        Args:
            data: Name and limits of the subscription.
            options: Settings for this call only.

        Returns:
            The new subscription.

        Source: UbiOps CoreApi v2.1, subscriptions_create.
        """
        return self._client.call(ops.SUBSCRIPTIONS_CREATE, body=data, options=options)

    def subscriptions_get(self, subscription_name: str, *, options: RequestOptions | None = None) -> SubscriptionDetail:
        """Get a subscription.

        Args:
            subscription_name: Name of the subscription.
            options: Settings for this call only.

        Returns:
            The subscription with its limits.

        Source: UbiOps CoreApi v2.1, subscriptions_get.
        """
        return self._client.call(ops.SUBSCRIPTIONS_GET, {"subscription_name": subscription_name}, options=options)

    def subscriptions_delete(self, subscription_name: str, *, options: RequestOptions | None = None) -> None:
        """Delete a subscription.

        Refused while an organization uses it.

        Args:
            subscription_name: Name of the subscription.
            options: Settings for this call only.

        Source: UbiOps CoreApi v2.1, subscriptions_delete.
        """
        return self._client.call(ops.SUBSCRIPTIONS_DELETE, {"subscription_name": subscription_name}, options=options)

    def subscriptions_update(
        self, subscription_name: str, data: SubscriptionUpdate | SubscriptionUpdateParams, *, options: RequestOptions | None = None
    ) -> SubscriptionDetail:
        """Change a subscription.

        Args:
            subscription_name: Name of the subscription.
            data: What to change; what is left out stays as it is.
            options: Settings for this call only.

        Returns:
            The subscription after the change.

        Source: UbiOps CoreApi v2.1, subscriptions_update.
        """
        return self._client.call(ops.SUBSCRIPTIONS_UPDATE, {"subscription_name": subscription_name}, body=data, options=options)

    def user_get(self, *, options: RequestOptions | None = None) -> UserDetail:
        """Get your own user details.

        The user is the one whose token makes the request.

        Args:
            options: Settings for this call only.

        Returns:
            The user.

        Source: UbiOps CoreApi v2.1, user_get.
        """
        return self._client.call(ops.USER_GET, options=options)

    def user_create(self, data: UserPendingCreate | UserPendingCreateParams, *, options: RequestOptions | None = None) -> UserPendingDetail:
        """Sign up a new user.

        The account is activated through a link that is sent to the email address.

        Args:
            data: Email, password and consent; the names are optional.
            options: Settings for this call only.

        Returns:
            The user, not yet activated.

        Source: UbiOps CoreApi v2.1, user_create; UbiOps CoreApi v2.1, user_create, no token needed although api_key is listed (inferred).
        """
        return self._client.call(ops.USER_CREATE, body=data, options=options)

    def user_delete(self, *, options: RequestOptions | None = None) -> None:
        """Delete your own account.

        Deletes the user whose token makes the request.

        Args:
            options: Settings for this call only.

        Source: UbiOps CoreApi v2.1, user_delete.
        """
        return self._client.call(ops.USER_DELETE, options=options)

    def user_update(self, data: UserUpdate | UserUpdateParams, *, options: RequestOptions | None = None) -> UserDetail:
        """Change your own names, email or password.

        A new password must be sent together with the old one.

        Args:
            data: What to change; what is left out stays as it is.
            options: Settings for this call only.

        Returns:
            The user after the change.

        Source: UbiOps CoreApi v2.1, user_update.
        """
        return self._client.call(ops.USER_UPDATE, body=data, options=options)

    def permissions_list(self, *, options: RequestOptions | None = None) -> list[PermissionList]:
        """List the permissions that a role can be made of.

        Args:
            options: Settings for this call only.

        Returns:
            All permissions.

        Source: UbiOps CoreApi v2.1, permissions_list.
        """
        return self._client.call(ops.PERMISSIONS_LIST, options=options)

    def role_assignments_create(
        self, project_name: str, data: RoleAssignmentCreate | RoleAssignmentCreateParams, *, options: RequestOptions | None = None
    ) -> RoleAssignmentList:
        """Give a user a role in a project.

        The role holds for one object when `object_name` and `object_type` are given, else for the whole project.

        Args:
            project_name: Name of the project.
            data: The user, the role and, for a role on one object, the object.
            options: Settings for this call only.

        Returns:
            The new role assignment.

        Source: UbiOps CoreApi v2.1, role_assignments_create.
        """
        return self._client.call(ops.ROLE_ASSIGNMENTS_CREATE, {"project_name": project_name}, body=data, options=options)

    def role_assignments_get(self, project_name: str, id: str, *, options: RequestOptions | None = None) -> RoleAssignmentList:
        """Get a role assignment.

        Args:
            project_name: Name of the project.
            id: Id of the role assignment. A UUID.
            options: Settings for this call only.

        Returns:
            The role assignment.

        Source: UbiOps CoreApi v2.1, role_assignments_get.
        """
        return self._client.call(ops.ROLE_ASSIGNMENTS_GET, {"project_name": project_name, "id": id}, options=options)

    def role_assignments_delete(self, project_name: str, id: str, *, options: RequestOptions | None = None) -> None:
        """Take a role from a user.

        With the permission to do so, users may take away their own roles too.

        Args:
            project_name: Name of the project.
            id: Id of the role assignment. A UUID.
            options: Settings for this call only.

        Source: UbiOps CoreApi v2.1, role_assignments_delete.
        """
        return self._client.call(ops.ROLE_ASSIGNMENTS_DELETE, {"project_name": project_name, "id": id}, options=options)

    def role_assignments_per_user_list(
        self, project_name: str, user_id: str, *, options: RequestOptions | None = None
    ) -> list[RoleAssignmentList]:
        """List the roles of a user in a project.

        Args:
            project_name: Name of the project.
            user_id: Id of the user. A UUID.
            options: Settings for this call only.

        Returns:
            All role assignments of the user in the project.

        Source: UbiOps CoreApi v2.1, role_assignments_per_user_list.
        """
        return self._client.call(ops.ROLE_ASSIGNMENTS_PER_USER_LIST, {"project_name": project_name, "user_id": user_id}, options=options)

    def roles_list(self, project_name: str, *, options: RequestOptions | None = None) -> list[RoleList]:
        """List the roles of a project.

        Get a single role to see its permissions.

        Args:
            project_name: Name of the project.
            options: Settings for this call only.

        Returns:
            Default and custom roles, without their permissions.

        Source: UbiOps CoreApi v2.1, roles_list.
        """
        return self._client.call(ops.ROLES_LIST, {"project_name": project_name}, options=options)

    def roles_create(
        self, project_name: str, data: RoleCreate | RoleCreateParams, *, options: RequestOptions | None = None
    ) -> RoleDetailList:
        """Create a role in a project.

        The role exists in this project only.

        Args:
            project_name: Name of the project.
            data: Name and permissions of the role.
            options: Settings for this call only.

        Returns:
            The new role.

        Source: UbiOps CoreApi v2.1, roles_create.
        """
        return self._client.call(ops.ROLES_CREATE, {"project_name": project_name}, body=data, options=options)

    def roles_get(self, project_name: str, role_name: str, *, options: RequestOptions | None = None) -> RoleDetailList:
        """Get a role with its permissions.

        Args:
            project_name: Name of the project.
            role_name: Name of the role.
            options: Settings for this call only.

        Returns:
            The role.

        Source: UbiOps CoreApi v2.1, roles_get.
        """
        return self._client.call(ops.ROLES_GET, {"project_name": project_name, "role_name": role_name}, options=options)

    def roles_delete(self, project_name: str, role_name: str, *, options: RequestOptions | None = None) -> None:
        """Delete a role of a project.

        Default roles cannot be deleted.

        Args:
            project_name: Name of the project.
            role_name: Name of the role.
            options: Settings for this call only.

        Source: UbiOps CoreApi v2.1, roles_delete.
        """
        return self._client.call(ops.ROLES_DELETE, {"project_name": project_name, "role_name": role_name}, options=options)

    def roles_update(
        self, project_name: str, role_name: str, data: RoleUpdate | RoleUpdateParams, *, options: RequestOptions | None = None
    ) -> RoleDetailList:
        """Change a role of a project.

        Default roles cannot be changed. The permissions are replaced as a whole.

        Args:
            project_name: Name of the project.
            role_name: Name of the role.
            data: What to change; what is left out stays as it is.
            options: Settings for this call only.

        Returns:
            The role after the change.

        Source: UbiOps CoreApi v2.1, roles_update.
        """
        return self._client.call(ops.ROLES_UPDATE, {"project_name": project_name, "role_name": role_name}, body=data, options=options)

    def service_users_list(self, project_name: str, *, options: RequestOptions | None = None) -> list[ServiceUserList]:
        """List the service users of a project.

        Args:
            project_name: Name of the project.
            options: Settings for this call only.

        Returns:
            All service users of the project, without their tokens.

        Source: UbiOps CoreApi v2.1, service_users_list.
        """
        return self._client.call(ops.SERVICE_USERS_LIST, {"project_name": project_name}, options=options)

    def service_users_create(
        self, project_name: str, data: ServiceUserCreate | ServiceUserCreateParams, *, options: RequestOptions | None = None
    ) -> ServiceUserDetail:
        """Create a service user and its API token.

        An email address and a token are made up for it. The token is in this answer only and cannot be read again: store it, or have a new
        one made with `service_users_token`.

        Args:
            project_name: Name of the project.
            data: The name of the service user, if it shall have one.
            options: Settings for this call only.

        Returns:
            The new service user with its token.

        Source: UbiOps CoreApi v2.1, service_users_create.
        """
        return self._client.call(ops.SERVICE_USERS_CREATE, {"project_name": project_name}, body=data, options=options)

    def service_users_get(self, project_name: str, service_user_id: str, *, options: RequestOptions | None = None) -> ServiceUserList:
        """Get a service user.

        Args:
            project_name: Name of the project.
            service_user_id: Id of the service user. A UUID.
            options: Settings for this call only.

        Returns:
            The service user, without its token.

        Source: UbiOps CoreApi v2.1, service_users_get.
        """
        return self._client.call(ops.SERVICE_USERS_GET, {"project_name": project_name, "service_user_id": service_user_id}, options=options)

    def service_users_delete(self, project_name: str, service_user_id: str, *, options: RequestOptions | None = None) -> None:
        """Delete a service user.

        Args:
            project_name: Name of the project.
            service_user_id: Id of the service user. A UUID.
            options: Settings for this call only.

        Source: UbiOps CoreApi v2.1, service_users_delete.
        """
        return self._client.call(
            ops.SERVICE_USERS_DELETE, {"project_name": project_name, "service_user_id": service_user_id}, options=options
        )

    def service_users_update(
        self,
        project_name: str,
        service_user_id: str,
        data: ServiceUserCreate | ServiceUserCreateParams,
        *,
        options: RequestOptions | None = None,
    ) -> ServiceUserList:
        """Rename a service user.

        Args:
            project_name: Name of the project.
            service_user_id: Id of the service user. A UUID.
            data: The new name.
            options: Settings for this call only.

        Returns:
            The service user after the change, without its token.

        Source: UbiOps CoreApi v2.1, service_users_update.
        """
        return self._client.call(
            ops.SERVICE_USERS_UPDATE, {"project_name": project_name, "service_user_id": service_user_id}, body=data, options=options
        )

    def service_users_token(
        self, project_name: str, service_user_id: str, data: Mapping[str, Any], *, options: RequestOptions | None = None
    ) -> ServiceUserTokenList:
        """Replace the API token of a service user.

        The old token stops working at once. The new one is in this answer only.

        Args:
            project_name: Name of the project.
            service_user_id: Id of the service user. A UUID.
            data: Nothing is expected here; send an empty object.
            options: Settings for this call only.

        Returns:
            The new token.

        Source: UbiOps CoreApi v2.1, service_users_token; UbiOps CoreApi v2.1, service_users_token, unsafe to repeat (inferred).
        """
        return self._client.call(
            ops.SERVICE_USERS_TOKEN, {"project_name": project_name, "service_user_id": service_user_id}, body=data, options=options
        )

    def service_status(self, *, options: RequestOptions | None = None) -> Status:
        """Ask whether the API is up.

        Tests the connection to the database as well. Needs no authentication.

        Args:
            options: Settings for this call only.

        Returns:
            The state of the API.

        Source: UbiOps CoreApi v2.1, service_status.
        """
        return self._client.call(ops.SERVICE_STATUS, options=options)
