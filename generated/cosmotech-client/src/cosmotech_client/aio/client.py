"""The clients of Cosmo Tech. Rendered from the spec; do not edit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.call.aio.client import AsyncBaseClient
from .._runtime.declarations.lazy_exports import lazy_attribute
from ..configuration import DEFINITION

if TYPE_CHECKING:
    from .._handwritten.aio.twingraph import AsyncTwingraphApi
    from .dataset import AsyncDatasetApi
    from .organization import AsyncOrganizationApi
    from .run import AsyncRunApi
    from .runner import AsyncRunnerApi
    from .solution import AsyncSolutionApi
    from .workspace import AsyncWorkspaceApi


class AsyncApiClient(AsyncBaseClient):
    """Sends requests to Cosmo Tech: connections, authentication, retries, deadlines.

    `AsyncTwingraphApi(client)` makes its operations available; `AsyncCosmoTech` has them as attributes.
    """

    definition = DEFINITION


class AsyncCosmoTech(AsyncApiClient):
    """A client of Cosmo Tech.

    Use it as a context manager, or close it. One client may be shared by all tasks.
    """

    @lazy_attribute
    def twingraph(self) -> AsyncTwingraphApi:
        """Twin graphs of an organization (API 2.4)."""
        from .._handwritten.aio.twingraph import AsyncTwingraphApi

        return AsyncTwingraphApi(self)

    @lazy_attribute
    def organization(self) -> AsyncOrganizationApi:
        """Organizations, their services and their security."""
        from .organization import AsyncOrganizationApi

        return AsyncOrganizationApi(self)

    @lazy_attribute
    def solution(self) -> AsyncSolutionApi:
        """Solutions, their parameters and their run templates."""
        from .solution import AsyncSolutionApi

        return AsyncSolutionApi(self)

    @lazy_attribute
    def workspace(self) -> AsyncWorkspaceApi:
        """Workspaces, their files and their security."""
        from .workspace import AsyncWorkspaceApi

        return AsyncWorkspaceApi(self)

    @lazy_attribute
    def dataset(self) -> AsyncDatasetApi:
        """Datasets, their twin graphs and their security."""
        from .dataset import AsyncDatasetApi

        return AsyncDatasetApi(self)

    @lazy_attribute
    def runner(self) -> AsyncRunnerApi:
        """Runners and their security."""
        from .runner import AsyncRunnerApi

        return AsyncRunnerApi(self)

    @lazy_attribute
    def run(self) -> AsyncRunApi:
        """Runs, their state, their logs and their result tables."""
        from .run import AsyncRunApi

        return AsyncRunApi(self)
