"""The two versions of the API's media types, as options: of a call, `client.project_data_linking_batch.…(…, options=V3)`, or of a view of the client.

Without them a call uses version 4 where its operation has one. `client.with_options(V4)` does the same: operations that have only version 3 keep it. In a
call of such an operation, `options=V4` raises `InvalidArgument`; nothing is sent. Content-Type and Accept always carry the same version.
Source: ICA ProjectDataLinkingBatchApi v2, introduction of each operation.
"""

from __future__ import annotations

from ._runtime.declarations.options import RequestOptions

__all__ = ["V3", "V4"]

V3 = RequestOptions(accept="application/vnd.illumina.v3+json", content_type="application/vnd.illumina.v3+json")
"""Version 3, which is deprecated: every file in a folder gets an item of its own, and PARTIALLY_LINKED reads as FAILED."""

V4 = RequestOptions(accept="application/vnd.illumina.v4+json", content_type="application/vnd.illumina.v4+json")
"""Version 4: a folder is one item."""
