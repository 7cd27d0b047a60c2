"""What takes several requests that depend on each other: whole hierarchies of assets, in and out. And figures of assets by their Python names."""

from __future__ import annotations

from collections.abc import Generator, Mapping, Sequence
from typing import Any

from ..._resources.rules import fates, is_single
from ..._runtime.batching.report import Part
from ..._runtime.codec.models import ABSENT
from ..._runtime.declarations.errors import DecodeError, InvalidArgumentType
from ..._runtime.declarations.operation import Operation
from ..._runtime.declarations.options import RequestOptions
from ...data_classes.assets import Asset, AssetList  # pyright: ignore[reportUnusedImport] - for the sync twin
from ...sync import assets as generated
from ..hierarchy import Hierarchy

PARENTS = 100
"""How many parents one filter may name."""
REQUEST = 1000
"""How many assets one request may create."""
_FIGURES = {"child_count": "childCount"}
"""Figures whose Python name is not that of the API."""


class AssetsAPI(generated.AssetsAPI):
    __doc__ = generated.AssetsAPI.__doc__

    def retrieve_subtree(
        self,
        id: int | None = None,
        external_id: str | None = None,
        depth: int | None = None,
        *,
        options: RequestOptions | None = None,
    ) -> AssetList:
        """An asset and all its descendants, level by level.

        Args:
            id: Id given by the server.
            external_id: Id given by the project.
            depth: How many levels of descendants; by default all.
            options: Settings for each call.

        Returns:
            the asset first, then level after level; an empty list when there is no such asset

        Raises:
            ValueError: not exactly one id was given.
        """
        if depth is not None and (isinstance(depth, bool) or not isinstance(depth, int)):  # pyright: ignore[reportUnnecessaryIsInstance]
            raise InvalidArgumentType(f"retrieve_subtree: depth must be a whole number or None: {depth!r}. Nothing was sent.")
        root = self.retrieve(id=id, external_id=external_id, options=options)
        if root is None:
            return AssetList([], self._client)
        found, level, seen = [root], [root], {_checked(root).id}
        while level and (depth is None or depth > 0):
            parents = [asset.id for asset in level if asset.id is not None]
            level = list[Asset]()
            for start in range(0, len(parents), PARENTS):
                below = self.list(parent_ids=parents[start : start + PARENTS], limit=None, options=options)
                level += [asset for asset in below if _checked(asset).id not in seen]
            seen |= {asset.id for asset in level}
            found += level
            depth = None if depth is None else depth - 1
        return AssetList.of(found, self._client)

    def create_hierarchy(self, assets: Sequence[Asset], *, options: RequestOptions | None = None) -> AssetList:
        """Create assets that name their parents by external id: any number, in any order, parents before children.

        An asset whose parent is not among them counts as a root; its parent has to exist.

        Args:
            assets: The assets; each with an external id of its own.
            options: Settings for each call.

        Returns:
            the assets as created, in the order given

        Raises:
            ValueError: an asset has no external id, or that of another one, or two parents, or itself as an ancestor; nothing was sent.
            CogniteAPIError: the API refused some assets; their descendants were not sent, and count as failed.
        """
        hierarchy = Hierarchy(assets)
        ready, parts = hierarchy.roots, list[Part]()
        made: dict[str | None, Asset] = {}
        while ready:
            requests: list[Sequence[Asset]] = []
            waiting: set[str | None] = set()
            while len(requests) < self._client.workers:
                usable = [asset for asset in ready if asset.external_id not in waiting]
                if not usable:
                    break
                later = [asset for asset in ready if asset.external_id in waiting]
                taken, left = hierarchy.request(usable, REQUEST)
                requests.append(taken)
                # What has its parent in a request of this round is sent in the next one.
                waiting |= {child.external_id for asset in taken for child in hierarchy.children(asset)}
                ready = [*left, *later]
            begun = {asset.external_id for request in (*(part.items or () for part in parts), *requests) for asset in request}
            unsent = [asset for asset in hierarchy.assets if asset.external_id not in begun]
            pairs = [(request, list(request)) for request in requests]
            others = [*parts, Part(0, len(unsent), "skipped", 0, items=unsent)]
            parts += self._tried(lambda request: self.create(request, options=options), pairs, others=others)
            lost = {asset.external_id for part in parts if part.error for asset in hierarchy.below(part.items or ())}
            ready = [asset for asset in ready if asset.external_id not in lost]
            made |= {
                given.external_id: asset
                for part in parts
                if part.answer
                for given, asset in zip(part.items or (), part.answer, strict=True)
            }
        errors = [part.error for part in parts if part.error is not None]
        if errors:
            found = fates(parts)
            settled = {asset.external_id for part in parts for asset in part.items or ()}
            unsent = [asset for asset in hierarchy.assets if asset.external_id not in settled]
            raise self._client.failure(errors, found["successful"], [*found["failed"], *unsent], found["unknown"])
        return AssetList.of([made[asset.external_id] for asset in hierarchy.assets], self._client)

    def _list(
        self,
        listing: type[Any],
        operation: Operation[Any],
        arguments: Mapping[str, Any] | None = None,
        *,
        body: Any = ABSENT,
        limit: float | None,
        partitions: int | None = None,
        options: RequestOptions | None = None,
    ) -> Any:
        """See the base."""
        spelled = _spelled(body)
        return super()._list(listing, operation, arguments or {}, body=spelled, limit=limit, partitions=partitions, options=options)

    def _chunks(
        self,
        listing: type[Any],
        size: int | None,
        operation: Operation[Any],
        arguments: Mapping[str, Any] | None = None,
        *,
        body: Any = ABSENT,
        limit: float | None = None,
        options: RequestOptions | None = None,
    ) -> Generator[Any, None, None]:
        """See the base."""
        return super()._chunks(listing, size, operation, arguments or {}, body=_spelled(body), limit=limit, options=options)


def _spelled(body: Mapping[str, Any]) -> dict[str, Any]:
    """A request for assets, with the figures that it asks for as the API calls them."""
    figures = body.get("aggregatedProperties")
    wanted = (
        None
        if figures is None
        else figures
        if is_single(figures)
        else [_FIGURES.get(name, name) if isinstance(name, str) else name for name in figures]
    )
    return {**body, "aggregatedProperties": wanted}


def _checked(asset: Any) -> Asset:
    """Raises DecodeError: the API answered with something that is no asset."""
    if not isinstance(asset, Asset):
        raise DecodeError(f"retrieve_subtree: the answer holds {type(asset).__name__} where the document has an asset")
    return asset
