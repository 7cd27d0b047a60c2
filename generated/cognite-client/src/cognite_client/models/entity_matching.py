"""Models: Entity matching. Rendered from the spec; do not edit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from .._runtime.codec.models import Model
from ..data_classes.contextualization import ContextualizationJob, EntityMatchingModel
from .shared import Identifier

if TYPE_CHECKING:
    EntityMatchingClassifier: TypeAlias = Literal[
        "randomforest", "decisiontree", "logisticregression", "augmentedlogisticregression", "augmentedrandomforest"
    ]
    EntityMatchingFeatureType: TypeAlias = Literal[
        "simple", "insensitive", "bigram", "frequencyweightedbigram", "bigramextratokenizers", "bigramcombo"
    ]
else:  # any other value is taken too, so that a newer server never makes an older client fail
    EntityMatchingClassifier = str
    EntityMatchingFeatureType = str


class EntityMatchingModelItems(Model, kw_only=True):
    """Models.

    Attributes:
        items: The models, in the order of the request where ids were given.
    """

    items: list[EntityMatchingModel]
    """The models, in the order of the request where ids were given."""


class EntityMatchingTrueMatch(Model, kw_only=True, rename="camel"):
    """A pair that is known to match: the source by `source_id` or `source_external_id`, the target by `target_id` or `target_external_id`.

    Attributes:
        source_id: Id of the source.
        source_external_id: External id of the source.
        target_id: Id of the target.
        target_external_id: External id of the target.
    """

    source_id: int | None = None
    """Id of the source."""

    source_external_id: str | None = None
    """External id of the source."""

    target_id: int | None = None
    """Id of the target."""

    target_external_id: str | None = None
    """External id of the target."""


class EntityMatchingField(Model, kw_only=True):
    """A pair of fields that are compared.

    Attributes:
        source: Field of the sources; `metadata.NAME` for a text of the metadata.
        target: Field of the targets; likewise.
    """

    source: str
    """Field of the sources; `metadata.NAME` for a text of the metadata."""

    target: str
    """Field of the targets; likewise."""


class EntityMatchingFitRequest(Model, kw_only=True, rename="camel"):
    """What to train a model on.

    Attributes:
        sources: Entities to match from, each with an `id` or `external_id` and fields that are texts; more members do no harm. At most
            2000000 items.
        targets: Entities to match to; likewise. Between 1 and 2000000 items.
        true_matches: Pairs that are known to match. Without them the model works unsupervised. Between 1 and 2000000 items.
        external_id: Id given by the project, unique among the resources of this type. At most 255 characters.
        name: Name for people. At most 256 characters.
        description: What it is, for people. At most 500 characters.
        feature_type: How names are compared; `simple` when left out. One of `simple`, `insensitive`, `bigram`,
            `frequencyweightedbigram`, `bigramextratokenizers`, `bigramcombo`.
        match_fields: The fields that are compared.
        classifier: What decides whether a pair matches; `randomforest` when left out. One of `randomforest`, `decisiontree`,
            `logisticregression`, `augmentedlogisticregression`, `augmentedrandomforest`.
        ignore_missing_fields: Take a missing field as empty instead of refusing the request. Default on the server: `false`.
    """

    sources: list[dict[str, Any]]
    """Entities to match from, each with an `id` or `external_id` and fields that are texts; more members do no harm. At most 2000000 items."""

    targets: list[dict[str, Any]]
    """Entities to match to; likewise. Between 1 and 2000000 items."""

    true_matches: list[EntityMatchingTrueMatch] | None = None
    """Pairs that are known to match. Without them the model works unsupervised. Between 1 and 2000000 items."""

    external_id: str | None = None
    """Id given by the project, unique among the resources of this type. At most 255 characters."""

    name: str | None = None
    """Name for people. At most 256 characters."""

    description: str | None = None
    """What it is, for people. At most 500 characters."""

    feature_type: EntityMatchingFeatureType | None = None
    """How names are compared; `simple` when left out. One of `simple`, `insensitive`, `bigram`, `frequencyweightedbigram`,
    `bigramextratokenizers`, `bigramcombo`."""

    match_fields: list[EntityMatchingField] | None = None
    """The fields that are compared."""

    classifier: EntityMatchingClassifier | None = None
    """What decides whether a pair matches; `randomforest` when left out. One of `randomforest`, `decisiontree`, `logisticregression`,
    `augmentedlogisticregression`, `augmentedrandomforest`."""

    ignore_missing_fields: bool | None = None
    """Take a missing field as empty instead of refusing the request. Default on the server: `false`."""


class EntityMatchingIds(Model, kw_only=True):
    """Models to look up or delete.

    Attributes:
        items: The models.
    """

    items: list[Identifier]
    """The models."""


class EntityMatchingFilter(Model, kw_only=True, rename="camel"):
    """What models must match: all that is given.

    Attributes:
        feature_type: How names are compared. One of `simple`, `insensitive`, `bigram`, `frequencyweightedbigram`,
            `bigramextratokenizers`, `bigramcombo`.
        classifier: What decides whether a pair matches. One of `randomforest`, `decisiontree`, `logisticregression`,
            `augmentedlogisticregression`, `augmentedrandomforest`.
        original_id: Model that it was refitted from.
        name: Exact name. At most 256 characters.
        description: Exact description. At most 500 characters.
    """

    feature_type: EntityMatchingFeatureType | None = None
    """How names are compared. One of `simple`, `insensitive`, `bigram`, `frequencyweightedbigram`, `bigramextratokenizers`, `bigramcombo`."""

    classifier: EntityMatchingClassifier | None = None
    """What decides whether a pair matches. One of `randomforest`, `decisiontree`, `logisticregression`, `augmentedlogisticregression`,
    `augmentedrandomforest`."""

    original_id: int | None = None
    """Model that it was refitted from."""

    name: str | None = None
    """Exact name. At most 256 characters."""

    description: str | None = None
    """Exact description. At most 500 characters."""


class EntityMatchingListRequest(Model, kw_only=True):
    """Which models to list. There are no further pages.

    Attributes:
        limit: How many items to return at most. At least 1. Default on the server: `100`.
        filter: What the items must match.
    """

    limit: int | None = None
    """How many items to return at most. At least 1. Default on the server: `100`."""

    filter: EntityMatchingFilter
    """What the items must match."""


class EntityMatchingModelUpdateItems(Model, kw_only=True):
    """Models to change.

    Attributes:
        items: The changes.
    """

    items: list[Any]
    """The changes."""


class EntityMatchingPredictRequest(Model, kw_only=True, rename="camel"):
    """A model, named by `id` or by `external_id` (exactly one), and what to match with it.

    Attributes:
        id: Id given by the server. At least 1.
        external_id: Id given by the project, unique among the resources of this type. At most 255 characters.
        sources: Entities to match from; those of the model when left out. At most 2000000 items.
        targets: Entities to match to; those of the model when left out. Between 1 and 2000000 items.
        num_matches: How many matches to return per source at most. Between 0 and 100.
        score_threshold: Least score of a match. Between 0 and 1.
    """

    id: int | None = None
    """Id given by the server. At least 1."""

    external_id: str | None = None
    """Id given by the project, unique among the resources of this type. At most 255 characters."""

    sources: list[dict[str, Any]] | None = None
    """Entities to match from; those of the model when left out. At most 2000000 items."""

    targets: list[dict[str, Any]] | None = None
    """Entities to match to; those of the model when left out. Between 1 and 2000000 items."""

    num_matches: int | None = None
    """How many matches to return per source at most. Between 0 and 100."""

    score_threshold: float | int | None = None
    """Least score of a match. Between 0 and 1."""


class EntityMatchingRefitRequest(Model, kw_only=True, rename="camel"):
    """A model, named by `id` or by `external_id` (exactly one), and further pairs to train on.

    Attributes:
        id: Id given by the server. At least 1.
        external_id: Id given by the project, unique among the resources of this type. At most 255 characters.
        new_external_id: External id of the new model. At most 255 characters.
        true_matches: Pairs that are known to match. Between 1 and 2000000 items.
        sources: Entities to match from; those of the model when left out. At most 2000000 items.
        targets: Entities to match to; those of the model when left out. Between 1 and 2000000 items.
    """

    id: int | None = None
    """Id given by the server. At least 1."""

    external_id: str | None = None
    """Id given by the project, unique among the resources of this type. At most 255 characters."""

    new_external_id: str | None = None
    """External id of the new model. At most 255 characters."""

    true_matches: list[EntityMatchingTrueMatch]
    """Pairs that are known to match. Between 1 and 2000000 items."""

    sources: list[dict[str, Any]] | None = None
    """Entities to match from; those of the model when left out. At most 2000000 items."""

    targets: list[dict[str, Any]] | None = None
    """Entities to match to; those of the model when left out. Between 1 and 2000000 items."""


class ContextualizationJobItems(Model, kw_only=True):
    """Jobs.

    Attributes:
        items: The jobs.
    """

    items: list[ContextualizationJob]
    """The jobs."""
