"""The order in which the assets of a hierarchy are created: parents before children, in requests of a limited size. No I/O.

`aio/assets.py` drives it. Must never know how assets are sent.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Sequence
from typing import Any

from .._resources.rules import listed
from .._runtime.declarations.errors import InvalidArgument, InvalidArgumentType
from ..data_classes.assets import Asset


class Hierarchy:
    """Assets that name their parents by external id.

    Raises:
        InvalidArgument (ValueError): an asset without an external id, two with the same, both kinds of parent, a circle.
    """

    def __init__(self, assets: Iterable[Asset]) -> None:
        self.assets: list[Any] = listed(assets)
        for place, item in enumerate(self.assets):
            if not isinstance(item, Asset):
                raise InvalidArgumentType(f"create_hierarchy: assets[{place}] is a {type(item).__name__}, not an Asset. Nothing was sent.")
        self._by_name: dict[str, Asset] = {}
        for asset in self.assets:
            name = asset.external_id
            if not name:
                raise InvalidArgument(f"every asset of a hierarchy needs an external_id: {asset.name!r}. Nothing was sent.")
            if name in self._by_name:
                raise InvalidArgument(f"two assets of the hierarchy have the external_id {name!r}. Nothing was sent.")
            if asset.parent_id is not None and asset.parent_external_id is not None:
                raise InvalidArgument(f"the asset {name!r} has both parent_id and parent_external_id. Nothing was sent.")
            self._by_name[name] = asset
        self._children: dict[str, list[Asset]] = {}
        for asset in self.assets:
            if self.parent(asset) is not None:
                self._children.setdefault(str(asset.parent_external_id), []).append(asset)
        self._weights = self._weigh()

    def parent(self, asset: Asset) -> Asset | None:
        """The parent of an asset, where it is part of the hierarchy."""
        return self._by_name.get(asset.parent_external_id or "")

    def children(self, asset: Asset) -> Sequence[Asset]:
        """The assets directly below an asset."""
        return self._children.get(str(asset.external_id), ())

    @property
    def roots(self) -> list[Asset]:
        """The assets whose parent is not part of the hierarchy, those with most below them first."""
        return self.by_weight(asset for asset in self.assets if self.parent(asset) is None)

    def by_weight(self, assets: Iterable[Asset]) -> list[Asset]:
        """Assets, those with most below them first."""
        return sorted(assets, key=lambda asset: -self._weights[str(asset.external_id)])

    def _weigh(self) -> dict[str, int]:
        """How many assets are in the subtree of each."""
        order: list[Asset] = [asset for asset in self.assets if self.parent(asset) is None]
        for asset in order:
            order += self.children(asset)
        if len(order) < len(self.assets):
            inside = {asset.external_id for asset in order}
            lost = next(asset.external_id for asset in self.assets if asset.external_id not in inside)
            raise InvalidArgument(f"the parents of the asset {lost!r} form a circle. Nothing was sent.")
        weights: dict[str, int] = {}
        for asset in reversed(order):
            weights[str(asset.external_id)] = 1 + sum(weights[str(child.external_id)] for child in self.children(asset))
        return weights

    def request(self, ready: list[Asset], size: int) -> tuple[list[Asset], list[Asset]]:
        """The next request, parents before children, and what of `ready` is left. A subtree goes along as far as there is room."""
        taken: list[Asset] = []
        left = deque(ready)
        while left and len(taken) < size:
            asset = left.popleft()
            taken.append(asset)
            left.extendleft(reversed(self.by_weight(self.children(asset))))
        return taken, list(left)

    def below(self, assets: Iterable[Asset]) -> list[Asset]:
        """Everything below some assets."""
        found: list[Asset] = []
        for asset in assets:
            found += self.children(asset)
        for asset in found:
            found += self.children(asset)
        return found
