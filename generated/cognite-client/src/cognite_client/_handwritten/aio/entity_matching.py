"""Training models and matching with them: what is sent is made from the caller's entities, and models and jobs are waited for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from ..._resources.rules import wrapped
from ..._runtime.concurrency.aio.primitives import now, sleep
from ..._runtime.declarations.errors import DecodeError, InvalidArgument, InvalidArgumentType, JobTimeout
from ..._runtime.declarations.options import RequestOptions
from ...aio import entity_matching as generated
from ...data_classes.contextualization import ContextualizationJob, EntityMatchingModel, EntityMatchingModelList
from ...operations import entity_matching as ops
from .. import matching
from ..failures import CogniteNotFoundError
from ..matching import RUNNING, Entity, Match, ModelFailedException, entities, result_of


class AsyncEntityMatchingAPI(generated.AsyncEntityMatchingAPI):
    __doc__ = generated.AsyncEntityMatchingAPI.__doc__

    async def fit(
        self,
        sources: Sequence[Entity],
        targets: Sequence[Entity],
        true_matches: Sequence[Match] | None = None,
        match_fields: Sequence[Mapping[str, str] | tuple[str, str]] | Mapping[str, str] | None = None,
        feature_type: str | None = None,
        classifier: str | None = None,
        ignore_missing_fields: bool = False,
        name: str | None = None,
        description: str | None = None,
        external_id: str | None = None,
        *,
        options: RequestOptions | None = None,
    ) -> EntityMatchingModel:
        """Train a model. Whoever may read all assets and use entity matching in the project can see what is sent.

        Of the entities, ids and texts are sent, those in the metadata as `metadata.NAME`.

        Args:
            sources: Entities to match from: resources, or mappings with an `id` or `externalId`.
            targets: Entities to match to; likewise.
            true_matches: Pairs that are known to match: mappings with `sourceId` or `sourceExternalId` and `targetId` or `targetExternalId`, or
                tuples of ids (numbers) and external ids (texts). Without them the model works unsupervised.
            match_fields: Pairs of fields that are compared, as tuples or as `{"source": …, "target": …}`; the names of both when not given.
            feature_type: How texts are compared; `simple` when not given.
            classifier: What decides whether a pair matches; `randomforest` when not given.
            ignore_missing_fields: Take a missing field as empty instead of refusing the request.
            name: Name for people. At most 256 characters.
            description: What it is, for people. At most 500 characters.
            external_id: Id given by the project.
            options: Settings for this call only.

        Returns:
            the model, which is being trained: see `wait_for_completion` on it

        Raises:
            CogniteAPIError: the API refused it.
            TypeError: a match is no pair; nothing was sent.
        """
        body = {
            "sources": entities(sources),
            "targets": entities(targets),
            "trueMatches": matching.true_matches(true_matches),
            "externalId": external_id,
            "name": name,
            "description": description,
            "featureType": feature_type,
            "matchFields": matching.match_fields(match_fields),
            "classifier": classifier,
            "ignoreMissingFields": ignore_missing_fields,
        }
        return await self._call(ops.ENTITY_MATCHING_FIT, body=body, options=options)

    async def refit(
        self,
        true_matches: Sequence[Match],
        id: int | None = None,
        external_id: str | None = None,
        *,
        options: RequestOptions | None = None,
    ) -> EntityMatchingModel:
        """Train a new model on what another one was trained on, and further matches. Waits for the other one.

        Args:
            true_matches: Pairs that are known to match, as in `fit`.
            id: Id of the model that is there.
            external_id: External id of the model that is there.
            options: Settings for each call.

        Returns:
            the new model, which is being trained

        Raises:
            ValueError: not exactly one id was given; nothing was sent.
            CogniteNotFoundError: there is no such model.
            ModelFailedException: the model that is there could not be trained.
            CogniteAPIError: the API refused it.
        """
        matches = matching.true_matches(true_matches)
        model = await self._ready(id, external_id, options)
        return await self._call(ops.ENTITY_MATCHING_REFIT, body={"id": model.id, "trueMatches": matches}, options=options)

    async def predict(
        self,
        sources: Sequence[Entity] | None = None,
        targets: Sequence[Entity] | None = None,
        num_matches: int = 1,
        score_threshold: float | None = None,
        id: int | None = None,
        external_id: str | None = None,
        *,
        options: RequestOptions | None = None,
    ) -> ContextualizationJob:
        """Start to match entities with a model. Waits for the model first.

        Args:
            sources: Entities to match from; those that the model was trained on when not given.
            targets: Entities to match to; likewise.
            num_matches: How many matches to return per source at most. Between 0 and 100.
            score_threshold: Least score of a match. Between 0 and 1.
            id: Id of the model.
            external_id: External id of the model.
            options: Settings for each call.

        Returns:
            the job: its `result` waits until it has ended

        Raises:
            ValueError: not exactly one id was given; nothing was sent.
            CogniteNotFoundError: there is no such model.
            ModelFailedException: the model could not be trained.
            CogniteAPIError: the API refused it.
        """
        model = await self._ready(id, external_id, options)
        body = {
            "id": model.id,
            "sources": entities(sources),
            "targets": entities(targets),
            "numMatches": num_matches,
            "scoreThreshold": score_threshold,
        }
        job = await self._call(ops.ENTITY_MATCHING_PREDICT, body=body, options=options)
        if job.model_id is None:
            job.model_id = model.id
        return job

    async def update_status(self, item: EntityMatchingModel | ContextualizationJob, *, options: RequestOptions | None = None) -> str | None:
        """Ask for the state of a model or a job, which is kept on it and returned."""
        _check_waited(item)
        if isinstance(item, EntityMatchingModel):
            model = await self._call(ops.ENTITY_MATCHING_GET, {"id": item.id}, options=options)
            for name in ("status", "error_message", "created_time", "start_time", "status_time"):
                setattr(item, name, getattr(model, name))
            return item.status
        job = await self._call(ops.ENTITY_MATCHING_JOBS_GET, {"job_id": item.job_id}, options=options)
        for name in ("status", "error_message", "created_time", "start_time", "status_time", "items", "extra"):
            setattr(item, name, getattr(job, name))
        return item.status

    async def wait_for_completion(
        self,
        item: EntityMatchingModel | ContextualizationJob,
        timeout: float | None = None,
        interval: float = 1,
        *,
        options: RequestOptions | None = None,
    ) -> None:
        """Wait until a model is trained or a job has ended.

        Args:
            item: The model or the job.
            timeout: Seconds to wait at most; None: as long as it takes.
            interval: Seconds between two looks.
            options: Settings for each call.

        Raises:
            ModelFailedException: it failed. JobTimeout: it did not end in time; it still runs on the server.
        """
        _check_waited(item, timeout, interval)
        kind, number = ("model", item.id) if isinstance(item, EntityMatchingModel) else ("job", item.job_id)
        ends = None if timeout is None else now() + timeout
        while await self.update_status(item, options=options) in RUNNING:
            left = interval if ends is None else min(interval, ends - now())
            if left <= 0:
                message = f"The {kind} {number} is still {item.status} after {timeout} s. It still runs on the server."
                raise JobTimeout(message, job_id=str(number), status=item.status)
            await sleep(left)
        if item.status == "Failed":
            raise ModelFailedException(kind, number, item.error_message)

    async def result(self, job: ContextualizationJob, *, options: RequestOptions | None = None) -> dict[str, Any]:
        """Wait for a job, and return its result: a dictionary with the API's names. Raises ModelFailedException."""
        _check_waited(job)
        if job.status != "Completed" or job.items is None:
            await self.wait_for_completion(job, options=options)
        return result_of(job.dump(camel_case=True))

    async def _ready(self, id: int | None, external_id: str | None, options: RequestOptions | None) -> EntityMatchingModel:
        """A model that can be used."""
        given = wrapped(id=id, externalId=external_id)
        if given is None or not given.single:
            raise InvalidArgument("Give exactly one of id and external_id of the model. Nothing was sent.")
        found: EntityMatchingModelList = await self._retrieve_multiple(
            EntityMatchingModelList, ops.ENTITY_MATCHING_RETRIEVE, body={"items": given}, options=options
        )
        if not found:
            raise CogniteNotFoundError(list(given))
        model: EntityMatchingModel = found[0]
        if not isinstance(model, EntityMatchingModel):  # pyright: ignore[reportUnnecessaryIsInstance] - the answer may not be what the spec says
            raise DecodeError("entity_matching_retrieve: the answer holds no model")
        if model.status == "Failed":
            raise ModelFailedException("model", model.id, model.error_message)
        if model.status != "Completed":
            await self.wait_for_completion(model, options=options)
        return model


def _check_waited(item: Any, *seconds: Any) -> None:
    """Raises InvalidArgumentType (TypeError): nothing that can be waited for, or no number of seconds."""
    if not isinstance(item, (EntityMatchingModel, ContextualizationJob)):
        raise InvalidArgumentType(
            f"an EntityMatchingModel or a ContextualizationJob is needed, got {type(item).__name__}. Nothing was sent."
        )
    if not all(one is None or isinstance(one, (int, float)) for one in seconds):
        raise InvalidArgumentType("timeout and interval are numbers of seconds. Nothing was sent.")
