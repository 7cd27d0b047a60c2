"""The async client of Cosmo Tech; `cosmotech_client.sync` is the sync version."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.declarations.lazy_exports import exports as _exports

if TYPE_CHECKING:
    from . import client as client
    from . import dataset as dataset
    from . import organization as organization
    from . import run as run
    from . import runner as runner
    from . import solution as solution
    from . import twingraph as twingraph
    from . import workspace as workspace

if not TYPE_CHECKING:  # A type checker would take any name for one of this module.
    __getattr__, __dir__ = _exports(__name__, {})
