"""The sync client of Illumina Connected Analytics; `ica_client.sync` is the sync version."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.declarations.lazy_exports import exports as _exports

if TYPE_CHECKING:
    from . import client as client
    from . import project_data_linking_batch as project_data_linking_batch
    from . import token as token

if not TYPE_CHECKING:  # A type checker would take any name for one of this module.
    __getattr__, __dir__ = _exports(__name__, {})
