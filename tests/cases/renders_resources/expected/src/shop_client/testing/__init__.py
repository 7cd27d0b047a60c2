"""For tests of code that uses the client of Shop: a local server of the API, and mocks of the client.

`local_server()` is described in `shared`. It needs the extra `testing`; mocks do not. Rendered from
`client.yaml`; do not edit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.declarations.lazy_exports import exports
from . import shared
from .shared import *

if TYPE_CHECKING:
    from .._handwritten.mocks import ShopMock

__all__ = [
    "ShopMock",
]
__all__ += shared.__all__

if not TYPE_CHECKING:  # A type checker would take any name for one of this module.
    __getattr__, __dir__ = exports(
        __name__,
        {
            "ShopMock": ".._handwritten.mocks",
        },
        globals(),
    )
