"""Documented classes: contextualization. Rendered from the spec; do not edit."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from typing import Any, ClassVar

from .._handwritten.matching import JobMethods, JobStatusMethods, ModelMethods
from .._resources import updates
from .._resources.records import Plain, Record
from ._base import CogniteResource, CogniteResourceList, CogniteUpdate


class ContextualizationJobType(str, Enum):
    """Kinds of jobs."""

    ENTITY_MATCHING = "entity_matching"


class _EntityMatchingModelNewer(Record, kw_only=True):
    ignore_missing_fields: bool | None = None
    """Whether entities may lack fields that are compared. Default on the server: `false`."""
    original_id: int | None = None
    """Model that this one was refitted from."""


class EntityMatchingModel(ModelMethods, CogniteResource, _EntityMatchingModelNewer):
    """A model that tells which entities of two lists are the same thing.

    Attributes:
        id: Id given by the server. At least 1.
        status: State of the model: it can be used when `Completed`. One of `Queued`, `Running`, `Completed`, `Failed`, `Distributing`,
            `Distributed`, `Collecting`.
        error_message: Why training failed.
        created_time: When the model was asked for. At least 0.
        start_time: When training began; null or absent while it waits. At least 0.
        status_time: When the state last changed. At least 0.
        cognite_client: The client that its methods call; set on resources that a client returns.
        classifier: What decides whether a pair matches; `randomforest` unless said otherwise. One of `randomforest`, `decisiontree`,
            `logisticregression`, `augmentedlogisticregression`, `augmentedrandomforest`.
        feature_type: How names are compared; `simple` unless said otherwise. One of `simple`, `insensitive`, `bigram`,
            `frequencyweightedbigram`, `bigramextratokenizers`, `bigramcombo`.
        match_fields: The fields that are compared; the names of both sides unless said otherwise.
        model_type: Kind of model.
        name: Name for people. At most 256 characters.
        description: What it is, for people. At most 500 characters.
        external_id: Id given by the project, unique among the resources of this type. At most 255 characters.
        ignore_missing_fields: Whether entities may lack fields that are compared. Default on the server: `false`.
        original_id: Model that this one was refitted from.
    """

    id: int | None = None
    """Id given by the server. At least 1."""

    status: str | None = None
    """State of the model: it can be used when `Completed`. One of `Queued`, `Running`, `Completed`, `Failed`, `Distributing`, `Distributed`,
    `Collecting`."""

    error_message: str | None = None
    """Why training failed."""

    created_time: int | None = None
    """When the model was asked for. At least 0."""

    start_time: int | None = None
    """When training began; null or absent while it waits. At least 0."""

    status_time: int | None = None
    """When the state last changed. At least 0."""

    cognite_client: Any = None
    """The client that its methods call; set on resources that a client returns."""

    classifier: str | None = None
    """What decides whether a pair matches; `randomforest` unless said otherwise. One of `randomforest`, `decisiontree`, `logisticregression`,
    `augmentedlogisticregression`, `augmentedrandomforest`."""

    feature_type: str | None = None
    """How names are compared; `simple` unless said otherwise. One of `simple`, `insensitive`, `bigram`, `frequencyweightedbigram`,
    `bigramextratokenizers`, `bigramcombo`."""

    match_fields: list[dict[str, Any]] | None = None
    """The fields that are compared; the names of both sides unless said otherwise."""

    model_type: str | None = None
    """Kind of model."""

    name: str | None = None
    """Name for people. At most 256 characters."""

    description: str | None = None
    """What it is, for people. At most 500 characters."""

    external_id: str | None = None
    """Id given by the project, unique among the resources of this type. At most 255 characters."""


class EntityMatchingModelList(CogniteResourceList[EntityMatchingModel]):
    """A list of `EntityMatchingModel`, with the client that it came from."""


class ContextualizationJob(JobMethods, CogniteResource, Plain):
    """A job of the server, with its result once it has completed.

    Attributes:
        job_id: Id of the job.
        model_id: Model that the job uses. At least 1.
        status: State of the job. One of `Queued`, `Running`, `Completed`, `Failed`, `Distributing`, `Distributed`, `Collecting`.
        error_message: Why the job failed.
        created_time: When the job was asked for. At least 0.
        start_time: When the job began; null or absent while it waits. At least 0.
        status_time: When the state last changed. At least 0.
        cognite_client: The client that its methods call; set on resources that a client returns.
        pipeline_id: Pipeline that the job uses. At least 1.
        items: The result, once the job has completed.
    """

    names: ClassVar[Mapping[str, str]] = {
        "job_id": "jobId",
        "model_id": "modelId",
        "status": "status",
        "error_message": "errorMessage",
        "created_time": "createdTime",
        "start_time": "startTime",
        "status_time": "statusTime",
        "status_path": "statusPath",
        "pipeline_id": "pipelineId",
        "items": "items",
    }

    def __init__(
        self,
        job_id: int | None = None,
        model_id: int | None = None,
        status: str | None = None,
        error_message: str | None = None,
        created_time: int | None = None,
        start_time: int | None = None,
        status_time: int | None = None,
        status_path: Any = None,
        cognite_client: Any = None,
        *,
        pipeline_id: int | None = None,
        items: list[dict[str, Any]] | None = None,
        **kwargs: Any,
    ) -> None:
        self.job_id = job_id
        """Id of the job."""
        self.model_id = model_id
        """Model that the job uses. At least 1."""
        self.status = status
        """State of the job. One of `Queued`, `Running`, `Completed`, `Failed`, `Distributing`, `Distributed`, `Collecting`."""
        self.error_message = error_message
        """Why the job failed."""
        self.created_time = created_time
        """When the job was asked for. At least 0."""
        self.start_time = start_time
        """When the job began; null or absent while it waits. At least 0."""
        self.status_time = status_time
        """When the state last changed. At least 0."""
        self.status_path = status_path
        self.cognite_client = cognite_client
        """The client that its methods call; set on resources that a client returns."""
        self.pipeline_id = pipeline_id
        """Pipeline that the job uses. At least 1."""
        self.items = items
        """The result, once the job has completed."""
        self.extra = kwargs


class ContextualizationJobList(CogniteResourceList[ContextualizationJob]):
    """A list of `ContextualizationJob`, with the client that it came from."""


class JobStatus(JobStatusMethods, str, Enum):
    """State of a job or of a model; `Completed` and `Failed` are final."""

    QUEUED = "Queued"

    RUNNING = "Running"

    COMPLETED = "Completed"

    FAILED = "Failed"

    DISTRIBUTING = "Distributing"

    DISTRIBUTED = "Distributed"

    COLLECTING = "Collecting"


class EntityMatchingModelUpdate(CogniteUpdate):
    """Changes of one model, named by `id` or by `externalId`.

    Attributes:
        name: Name for people.
        description: What it is, for people.
    """

    keys = (("id", "id"), ("external_id", "externalId"))

    def __init__(self, id: int | None = None, external_id: str | None = None) -> None:
        super().__init__(id=id, external_id=external_id)

    name = updates.Scalar["EntityMatchingModelUpdate", "str"]("name")
    """Name for people."""

    description = updates.Scalar["EntityMatchingModelUpdate", "str"]("description")
    """What it is, for people."""
