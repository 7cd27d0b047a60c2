"""`ExtractionPipelineRunsAPI`: the documented methods of `client.extraction_pipeline_runs`. Rendered from the spec; do not edit."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, overload

from .._resources.rules import container
from .._resources.sync.api import ResourceApi
from ..data_classes.extractionpipelines import ExtractionPipelineRun, ExtractionPipelineRunList
from ..data_classes.shared import TimestampRange
from ..operations import extraction_pipeline_runs as ops

if TYPE_CHECKING:
    from .._runtime.declarations.options import RequestOptions


class ExtractionPipelineRunsAPI(ResourceApi):
    """Reports of extraction pipelines.

    Every method takes `options`: time limits, retries, headers and more for this call only.
    """

    @overload
    def create(self, run: ExtractionPipelineRun, *, options: RequestOptions | None = None) -> ExtractionPipelineRun: ...
    @overload
    def create(self, run: Iterable[ExtractionPipelineRun], *, options: RequestOptions | None = None) -> ExtractionPipelineRunList: ...
    def create(
        self, run: ExtractionPipelineRun | Iterable[ExtractionPipelineRun], *, options: RequestOptions | None = None
    ) -> ExtractionPipelineRun | ExtractionPipelineRunList:
        """Report a run of a pipeline.

        One report per request. Needs `extractionrunsAcl:WRITE`.

        Args:
            run: The report. Exactly 1 item.
            options: Settings for this call only.

        Returns:
            One resource for one item; for a list of items, a list in the same order.

        Raises:
            CogniteDuplicatedError: A resource with the same id exists already; `duplicated` says which.
            CogniteAPIError: The API answered with an error; if the call was sent in several requests, the error lists what succeeded,
                failed or is unknown.
        """
        return self._create(
            ExtractionPipelineRun, ExtractionPipelineRunList, ops.EXTRACTION_PIPELINE_RUNS_CREATE, body={"items": run}, options=options
        )

    def list(
        self,
        external_id: str,
        statuses: Sequence[str] | None = None,
        message_substring: str | None = None,
        created_time: TimestampRange | Mapping[str, Any] | None = None,
        limit: float | None = 25,
        *,
        options: RequestOptions | None = None,
    ) -> ExtractionPipelineRunList:
        """List the runs of a pipeline that match a filter.

        The newest first. Needs `extractionrunsAcl:READ`.

        Args:
            external_id: External id of the pipeline. Between 1 and 255 characters.
            statuses: Statuses, one of which the report has.
            message_substring: The text.
            created_time: Span in which the run was reported.
            limit: The most resources to return; -1, None or infinity: all.
            options: Settings for this call only.

        Returns:
            The resources that match.

        Raises:
            CogniteAPIError: The API answered with an error.
            ValueError: The arguments contradict each other; nothing was sent.
        """
        if statuses is None and message_substring is None and created_time is None:
            return self._list(
                ExtractionPipelineRunList, ops.EXTRACTION_PIPELINE_RUNS_LIST_ALL, {"external_id": external_id}, limit=limit, options=options
            )
        return self._list(
            ExtractionPipelineRunList,
            ops.EXTRACTION_PIPELINE_RUNS_LIST,
            body={
                "filter": {
                    "externalId": external_id,
                    "statuses": statuses,
                    "message": container(substring=message_substring),
                    "createdTime": created_time,
                }
            },
            limit=limit,
            options=options,
        )
