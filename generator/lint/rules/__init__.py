"""The rules of `lint`, one module per part of a document. A rule takes the context and reports; only `repairs` change a document."""

from __future__ import annotations

from typing import Final

from ..context import Steps
from . import bodies, classes, extensions, names, operations, parameters, references, schemas, servers

RULES: Final[Steps] = (
    *servers.RULES,
    *operations.RULES,
    *parameters.RULES,
    *bodies.RULES,
    *schemas.RULES,
    *references.RULES,
    *names.RULES,
    *extensions.RULES,
    *classes.RULES,
)

__all__ = ["RULES"]
