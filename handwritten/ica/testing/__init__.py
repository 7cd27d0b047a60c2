"""How Illumina ICA behaves beyond its document: batches that live by the clock, two versions of everything, two ways of paging, JWTs, Problems.

What the API's documentation says is followed; where it is silent (statuses of errors, times, bounds), the choice is this server's own. It is the
`behaviour` of the package's local server and must never know sockets.
"""

from __future__ import annotations

from .batches import Batches
from .tokens import Tokens


class Behaviour(Batches, Tokens):
    """ICA: see `Batches` for what tests may set about linking, `Tokens` for JWTs."""
