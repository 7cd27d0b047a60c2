"""`LoginAPI`: the documented methods of `client.login`. Rendered from the spec; do not edit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._resources.sync.api import ResourceApi
from ..data_classes.login import LoginStatus
from ..operations import login as ops

if TYPE_CHECKING:
    from .._runtime.declarations.options import RequestOptions


class LoginAPI(ResourceApi):
    """Who the caller is.

    Every method takes `options`: time limits, retries, headers and more for this call only.
    """

    def status(self, *, options: RequestOptions | None = None) -> LoginStatus:
        """Get the status of the credentials.

        Tells whether the credentials are good and which project they belong to.

        Args:
            options: Settings for this call only.

        Returns:
            The status.

        Raises:
            CogniteAPIError: The API answered with an error.
        """
        found: LoginStatus = self._pick(("/data",), ops.LOGIN_STATUS, options=options)
        return found
