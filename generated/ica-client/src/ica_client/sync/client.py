"""The clients of Illumina Connected Analytics. Rendered from the spec; do not edit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.call.sync.client import BaseClient
from .._runtime.declarations.lazy_exports import lazy_attribute
from ..configuration import DEFINITION

if TYPE_CHECKING:
    from .._handwritten.sync.project_data_linking_batch import ProjectDataLinkingBatchApi
    from .token import TokenApi


class ApiClient(BaseClient):
    """Sends requests to Illumina Connected Analytics: connections, authentication, retries, deadlines.

    `ProjectDataLinkingBatchApi(client)` makes its operations available; `Ica` has them as attributes.
    """

    definition = DEFINITION


class Ica(ApiClient):
    """A client of Illumina Connected Analytics.

    Use it as a context manager, or close it. One client may be shared by all tasks.
    """

    @lazy_attribute
    def project_data_linking_batch(self) -> ProjectDataLinkingBatchApi:
        """Link data into a project in batches, and follow them."""
        from .._handwritten.sync.project_data_linking_batch import ProjectDataLinkingBatchApi

        return ProjectDataLinkingBatchApi(self)

    @lazy_attribute
    def token(self) -> TokenApi:
        """Make and refresh JWTs."""
        from .token import TokenApi

        return TokenApi(self)
