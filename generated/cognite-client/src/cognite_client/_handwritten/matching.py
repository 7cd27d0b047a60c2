"""What entity matching sends, out of what the caller has, and what a job has given. No I/O; the methods of models and jobs stand here too.

`aio/entity_matching.py` sends it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from .._resources.dumped import Dumped
from .._resources.rules import is_single
from .._resources.writing import whole_number
from .._runtime.declarations.errors import InvalidArgumentType, JobFailed
from .._runtime.declarations.json_types import is_mapping
from .owned import Owned

RUNNING = ("Queued", "Running", "Distributing", "Distributed", "Collecting")
"""States that another one follows."""
_FACTS = frozenset({"status", "jobId", "modelId", "pipelineId", "errorMessage", "createdTime", "startTime", "statusTime", "statusPath"})
Entity = Mapping[str, Any] | Dumped
Match = Mapping[str, Any] | Sequence[int | str]


class ModelFailedException(JobFailed):
    """A model could not be trained, or a job failed.

    Args:
        kind: What failed: `model` or `job`.
        id: Its id.
        error_message: Why, as the API says.
    """

    def __init__(self, kind: str, id: int | None, error_message: str | None = None) -> None:
        super().__init__(f"The {kind} {id} failed: {error_message or 'the API does not say why'}", job_id=str(id), status="Failed")
        self.kind = kind
        self.id = id
        self.error_message = error_message

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.kind, self.id, self.error_message)


def entities(given: Iterable[Entity] | None) -> list[dict[str, Any]] | None:
    """Entities with what counts: their id, and their texts; those of the metadata as `metadata.NAME`."""
    return None if given is None else [_flat(entity) for entity in _several(given, "sources and targets are lists of entities")]


def _flat(entity: Entity) -> dict[str, Any]:
    if not isinstance(entity, Dumped) and not is_mapping(entity):
        raise InvalidArgumentType(f"An entity is a resource or a mapping, not {type(entity).__name__}. Nothing was sent.")
    held: Mapping[str, Any] = entity.dump(camel_case=True) if isinstance(entity, Dumped) else entity
    metadata: Any = held.get("metadata")
    found = {name: value for name, value in held.items() if name == "id" or isinstance(value, str)}
    if is_mapping(metadata):
        found |= {f"metadata.{name}": value for name, value in metadata.items() if isinstance(value, str)}
    return found


def true_matches(given: Iterable[Match] | None) -> list[dict[str, Any]] | None:
    """Known matches as the API takes them; of a pair, numbers are ids and texts are external ids."""
    return None if given is None else [_match(match) for match in _several(given, "true_matches is a list of pairs")]


def _several(given: Any, wanted: str) -> list[Any]:
    if is_single(given):
        raise InvalidArgumentType(f"{wanted}, not {type(given).__name__}. Nothing was sent.")
    return list(given)


def _match(match: Match) -> dict[str, Any]:
    if is_mapping(match):
        return {str(name): value for name, value in match.items()}
    if is_single(match) or len(match) != 2:
        raise InvalidArgumentType("true_matches holds mappings, and pairs of ids or external ids. Nothing was sent.")
    source, target = match
    source, target = whole_number(source), whole_number(target)
    return {_key("source", source): source, _key("target", target): target}


def _key(side: str, value: Any) -> str:
    if isinstance(value, str):
        return f"{side}ExternalId"
    if isinstance(value, bool) or not hasattr(value, "__index__"):
        raise InvalidArgumentType(f"A match holds ids (numbers) and external ids (texts), not {type(value).__name__}. Nothing was sent.")
    return f"{side}Id"


def match_fields(given: Iterable[Mapping[str, str] | Sequence[str]] | Mapping[str, str] | None) -> list[dict[str, str]] | None:
    """Pairs of fields as the API takes them."""
    if given is None:
        return None
    listed: list[Any] = [given] if is_mapping(given) else _several(given, "match_fields is a list of pairs of names")
    for pair in listed:
        if not is_mapping(pair) and (is_single(pair) or len(pair) != 2):
            raise InvalidArgumentType("match_fields holds pairs of names, as tuples or as {'source': …, 'target': …}. Nothing was sent.")
    return [dict(pair) if is_mapping(pair) else {"source": pair[0], "target": pair[1]} for pair in listed]


def result_of(held: Mapping[str, Any]) -> dict[str, Any]:
    """What a job has given: its answer without the facts about the job."""
    return {name: value for name, value in held.items() if name not in _FACTS}


class JobStatusMethods:
    """What a state means."""

    def is_not_finished(self) -> bool:
        """Whether another state follows."""
        return getattr(self, "value", None) in RUNNING


class _Owned(Owned):
    __slots__ = ()

    def _api(self) -> Any:
        """The methods of the client that this came from; what an async client gives is awaited by the caller."""
        return self._client().entity_matching


class ModelMethods(_Owned):
    """Methods of models. With an async client, what they give is awaited."""

    __slots__ = ()

    def update_status(self) -> Any:
        """Ask for the state of the model, which is kept on it and returned."""
        return self._api().update_status(self)

    def wait_for_completion(self, timeout: float | None = None, interval: float = 1) -> Any:
        """Wait until the model is trained. Predictions do so by themselves.

        Args:
            timeout: Seconds to wait at most; None: as long as it takes.
            interval: Seconds between two looks.

        Raises:
            ModelFailedException: it could not be trained. JobTimeout: it was not trained in time.
        """
        return self._api().wait_for_completion(self, timeout, interval)

    def predict(
        self,
        sources: Sequence[Entity] | None = None,
        targets: Sequence[Entity] | None = None,
        num_matches: int = 1,
        score_threshold: float | None = None,
    ) -> Any:
        """Start to match entities; see `entity_matching.predict`."""
        return self._api().predict(sources, targets, num_matches, score_threshold, id=getattr(self, "id", None))

    def refit(self, true_matches: Sequence[Match]) -> Any:
        """Train a new model with further matches; see `entity_matching.refit`."""
        return self._api().refit(true_matches, id=getattr(self, "id", None))


class JobMethods(_Owned):
    """Methods of jobs. With an async client, what they give is awaited."""

    __slots__ = ()

    def update_status(self) -> Any:
        """Ask for the state of the job, which is kept on it and returned."""
        return self._api().update_status(self)

    def wait_for_completion(self, timeout: float | None = None, interval: float = 1) -> Any:
        """Wait until the job has ended.

        Args:
            timeout: Seconds to wait at most; None: as long as it takes.
            interval: Seconds between two looks.

        Raises:
            ModelFailedException: it failed. JobTimeout: it did not end in time.
        """
        return self._api().wait_for_completion(self, timeout, interval)

    @property
    def result(self) -> Any:
        """What the job gives, waited for: a dictionary by the names of the wire, such as `{"items": […]}`.

        Raises:
            ModelFailedException: the job failed.
        """
        return self._api().result(self)
