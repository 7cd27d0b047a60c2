"""The clients of Cosmo Tech. Rendered from the spec; do not edit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.call.sync.client import BaseClient
from .._runtime.declarations.lazy_exports import lazy_attribute
from ..configuration import DEFINITION

if TYPE_CHECKING:
    from .._handwritten.sync.twingraph import TwingraphApi
    from .dataset import DatasetApi
    from .organization import OrganizationApi
    from .run import RunApi
    from .runner import RunnerApi
    from .solution import SolutionApi
    from .workspace import WorkspaceApi


class ApiClient(BaseClient):
    """Sends requests to Cosmo Tech: connections, authentication, retries, deadlines.

    `TwingraphApi(client)` makes its operations available; `CosmoTech` has them as attributes.
    """

    definition = DEFINITION


class CosmoTech(ApiClient):
    """A client of Cosmo Tech.

    Use it as a context manager, or close it. One client may be shared by all tasks.
    """

    @lazy_attribute
    def twingraph(self) -> TwingraphApi:
        """Twin graphs of an organization (API 2.4)."""
        from .._handwritten.sync.twingraph import TwingraphApi

        return TwingraphApi(self)

    @lazy_attribute
    def organization(self) -> OrganizationApi:
        """Organizations, their services and their security."""
        from .organization import OrganizationApi

        return OrganizationApi(self)

    @lazy_attribute
    def solution(self) -> SolutionApi:
        """Solutions, their parameters and their run templates."""
        from .solution import SolutionApi

        return SolutionApi(self)

    @lazy_attribute
    def workspace(self) -> WorkspaceApi:
        """Workspaces, their files and their security."""
        from .workspace import WorkspaceApi

        return WorkspaceApi(self)

    @lazy_attribute
    def dataset(self) -> DatasetApi:
        """Datasets, their twin graphs and their security."""
        from .dataset import DatasetApi

        return DatasetApi(self)

    @lazy_attribute
    def runner(self) -> RunnerApi:
        """Runners and their security."""
        from .runner import RunnerApi

        return RunnerApi(self)

    @lazy_attribute
    def run(self) -> RunApi:
        """Runs, their state, their logs and their result tables."""
        from .run import RunApi

        return RunApi(self)
