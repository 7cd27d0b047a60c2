"""`EntityMatchingAPI`: the documented methods of `client.entity_matching`. Rendered from the spec; do not edit."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, overload

from .._resources.rules import unlimited, wrapped
from .._resources.sync.api import ResourceApi
from ..data_classes.contextualization import EntityMatchingModel, EntityMatchingModelList, EntityMatchingModelUpdate
from ..operations import entity_matching as ops

if TYPE_CHECKING:
    from .._runtime.declarations.options import RequestOptions


class EntityMatchingAPI(ResourceApi):
    """Models that tell which entities are the same thing.

    Every method takes `options`: time limits, retries, headers and more for this call only.
    """

    def retrieve(
        self, id: int | None = None, external_id: str | None = None, *, options: RequestOptions | None = None
    ) -> EntityMatchingModel | None:
        """Look up models by id.

        Answers in the order of the request. Needs `assetsAcl:READ` and `entitymatchingAcl:READ`.

        Args:
            id: Id given by the server.
            external_id: Id given by the project.
            options: Settings for this call only.

        Returns:
            The resource; None when it does not exist.

        Raises:
            CogniteAPIError: The API answered with an error.
            ValueError: The arguments contradict each other; nothing was sent.
        """
        return self._retrieve(
            EntityMatchingModel, ops.ENTITY_MATCHING_RETRIEVE, body={"items": wrapped(id=id, externalId=external_id)}, options=options
        )

    def retrieve_multiple(
        self, ids: Sequence[int] | None = None, external_ids: Sequence[str] | None = None, *, options: RequestOptions | None = None
    ) -> EntityMatchingModelList:
        """Look up models by id.

        Answers in the order of the request. Needs `assetsAcl:READ` and `entitymatchingAcl:READ`.

        Args:
            ids: Ids given by the server.
            external_ids: Ids given by the project.
            options: Settings for this call only.

        Returns:
            The resources, in the order of the ids.

        Raises:
            CogniteNotFoundError: A resource that is named does not exist; `missing` says which.
            CogniteAPIError: The API answered with an error; if the call was sent in several requests, the error lists what succeeded,
                failed or is unknown.
        """
        return self._retrieve_multiple(
            EntityMatchingModelList, ops.ENTITY_MATCHING_RETRIEVE, body={"items": wrapped(id=ids, externalId=external_ids)}, options=options
        )

    def list(
        self,
        name: str | None = None,
        description: str | None = None,
        original_id: int | None = None,
        feature_type: str | None = None,
        classifier: str | None = None,
        limit: float | None = 100,
        *,
        options: RequestOptions | None = None,
    ) -> EntityMatchingModelList:
        """List models that match a filter.

        One request gives all: there are no pages. Needs `assetsAcl:READ` and `entitymatchingAcl:READ`.

        Args:
            name: Exact name. At most 256 characters.
            description: Exact description. At most 500 characters.
            original_id: Model that it was refitted from.
            feature_type: How names are compared. One of `simple`, `insensitive`, `bigram`, `frequencyweightedbigram`,
                `bigramextratokenizers`, `bigramcombo`.
            classifier: What decides whether a pair matches. One of `randomforest`, `decisiontree`, `logisticregression`,
                `augmentedlogisticregression`, `augmentedrandomforest`.
            limit: How many items to return at most. At least 1.
            options: Settings for this call only.

        Returns:
            The resources that match.

        Raises:
            CogniteAPIError: The API answered with an error.
        """
        return self._search(
            EntityMatchingModelList,
            ops.ENTITY_MATCHING_LIST,
            body={
                "filter": {
                    "name": name,
                    "description": description,
                    "originalId": original_id,
                    "featureType": feature_type,
                    "classifier": classifier,
                },
                "limit": unlimited(limit, 1000000000),
            },
            options=options,
        )

    @overload
    def update(
        self, item: EntityMatchingModel | EntityMatchingModelUpdate, *, options: RequestOptions | None = None
    ) -> EntityMatchingModel: ...
    @overload
    def update(
        self, item: Iterable[EntityMatchingModel | EntityMatchingModelUpdate], *, options: RequestOptions | None = None
    ) -> EntityMatchingModelList: ...
    def update(
        self,
        item: EntityMatchingModel | EntityMatchingModelUpdate | Iterable[EntityMatchingModel | EntityMatchingModelUpdate],
        *,
        options: RequestOptions | None = None,
    ) -> EntityMatchingModel | EntityMatchingModelList:
        """Change models.

        Only what the changes name is changed. Answers in the order of the request. Needs `assetsAcl:READ` and `entitymatchingAcl:WRITE`.

        Args:
            item: The changes.
            options: Settings for this call only.

        Returns:
            One resource for one item; for a list of items, a list in the same order.

        Raises:
            CogniteNotFoundError: A resource that is named does not exist; `missing` says which.
            CogniteAPIError: The API answered with an error; if the call was sent in several requests, the error lists what succeeded,
                failed or is unknown.
        """
        return self._update(
            EntityMatchingModel,
            EntityMatchingModelList,
            EntityMatchingModelUpdate,
            ops.ENTITY_MATCHING_UPDATE,
            body={"items": item},
            options=options,
        )

    def delete(
        self,
        id: int | Sequence[int] | None = None,
        external_id: str | Sequence[str] | None = None,
        *,
        options: RequestOptions | None = None,
    ) -> None:
        """Delete models.

        A deleted model is hidden, not destroyed. Needs `assetsAcl:READ` and `entitymatchingAcl:WRITE`.

        Args:
            id: Id or ids given by the server.
            external_id: Id or ids given by the project.
            options: Settings for this call only.

        Raises:
            CogniteNotFoundError: A resource that is named does not exist; `missing` says which.
            CogniteAPIError: The API answered with an error; if the call was sent in several requests, the error lists what succeeded,
                failed or is unknown.
        """
        self._delete(ops.ENTITY_MATCHING_DELETE, body={"items": wrapped(id=id, externalId=external_id)}, options=options)
