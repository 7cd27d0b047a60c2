"""`ThreeDFilesAPI`: the documented methods of `client.three_d.files`. Rendered from the spec; do not edit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._resources.sync.api import ResourceApi
from ..operations import three_d_files as ops

if TYPE_CHECKING:
    from .._runtime.declarations.options import RequestOptions


class ThreeDFilesAPI(ResourceApi):
    """Processed 3D files.

    Every method takes `options`: time limits, retries, headers and more for this call only.
    """

    def retrieve(self, id: int, *, options: RequestOptions | None = None) -> bytes:
        """Get a 3D file.

        Needs `threedAcl:READ`.

        Args:
            id: Id of the 3D file. At least 1.
            options: Settings for this call only.

        Returns:
            The content.

        Raises:
            CogniteAPIError: The API answered with an error.
        """
        return self._call(ops.THREE_D_FILES_RETRIEVE, {"threed_file_id": id}, options=options)
