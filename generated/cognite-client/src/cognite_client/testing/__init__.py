"""For tests of code that uses the client of Cognite Data Fusion: a local server of the API, and mocks of the client.

`local_server()` is described in `shared`. It needs the extra `testing`; mocks do not. Rendered from
`client.yaml`; do not edit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.declarations.lazy_exports import exports
from . import shared
from .shared import *

if TYPE_CHECKING:
    from .._handwritten.mocks import AsyncCogniteClientMock, CogniteClientMock, monkeypatch_async_cognite_client, monkeypatch_cognite_client

__all__ = [
    "AsyncCogniteClientMock",
    "CogniteClientMock",
    "monkeypatch_async_cognite_client",
    "monkeypatch_cognite_client",
]
__all__ += shared.__all__

if not TYPE_CHECKING:  # A type checker would take any name for one of this module.
    __getattr__, __dir__ = exports(
        __name__,
        {
            "CogniteClientMock": ".._handwritten.mocks",
            "AsyncCogniteClientMock": ".._handwritten.mocks",
            "monkeypatch_cognite_client": ".._handwritten.mocks",
            "monkeypatch_async_cognite_client": ".._handwritten.mocks",
        },
        globals(),
    )
