"""How Cognite Data Fusion behaves beyond its document: resources kept by id and external id, filters, cursors, partitions, patches, error shapes.

What the documents and the fact sheets say is followed; where they are silent, the choice is this server's own. It is the `behaviour` of the package's
local server and must never know sockets.
"""

from __future__ import annotations

from .access import Access
from .assets import Assets
from .entities import Entities
from .files import Files
from .pipelines import Pipelines
from .points import DataPoints
from .raw import Raw
from .seeding import Seeding
from .sequences import Sequences
from .templates import Templates
from .three_d import ThreeD


class Behaviour(Seeding, Raw, ThreeD, Templates, Pipelines, Entities, Files, Sequences, DataPoints, Access, Assets):
    """Cognite Data Fusion: see `Collections` for what tests may look at."""
