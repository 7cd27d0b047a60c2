"""`SequencesDataAPI`: the documented methods of `client.sequences.data`. Rendered from the spec; do not edit."""

from __future__ import annotations

from .._resources.sync.api import ResourceApi


class SequencesDataAPI(ResourceApi):
    """The rows of sequences.

    Every method takes `options`: time limits, retries, headers and more for this call only.
    """
