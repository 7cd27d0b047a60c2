"""Shop: a client for Python, sync and async.

`Shop` and `AsyncShop` are the clients; `models` has the classes of their arguments and results, `exceptions` the exceptions.
Every name, and every submodule, is imported when it is first used. Rendered from the spec; do not edit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._runtime.declarations.lazy_exports import exports

if TYPE_CHECKING:
    from . import aio as aio
    from . import auth as auth
    from . import configuration as configuration
    from . import exceptions as exceptions
    from . import hooks as hooks
    from . import models as models
    from . import operations as operations
    from . import params as params
    from . import provenance as provenance
    from . import sync as sync
    from . import testing as testing
    from . import types as types
    from ._runtime.call.response import Response
    from ._runtime.declarations.options import RequestOptions, RetryPolicy, Timeout
    from .aio.client import AsyncApiClient, AsyncShop
    from .aio.items import AsyncItemsApi
    from .configuration import Configuration
    from .exceptions import (
        ApiError,
        Attempt,
        BadRequest,
        BatchError,
        BatchInterrupted,
        ClientError,
        ConfigurationError,
        Conflict,
        ConnectFailed,
        DeadlineExceeded,
        DecodeError,
        Forbidden,
        InvalidArgument,
        InvalidArgumentType,
        InvalidBody,
        JobCancelled,
        JobError,
        JobFailed,
        JobTimeout,
        NoAnswer,
        NotFound,
        OutcomeUnknown,
        PagingError,
        PayloadTooLarge,
        RedirectRefused,
        ResponseTooLarge,
        ServerError,
        TokenError,
        TooManyRequests,
        TransferError,
        Unauthorized,
        UnknownDeadline,
        UnknownDecode,
        UnknownNoAnswer,
        UnknownResponseTooLarge,
        UnknownServerError,
        UnprocessableEntity,
    )
    from .models.items import StoredItem
    from .models.orders import Options, Order, OrderSize
    from .models.shared import Colour, Item
    from .provenance import __openapi__ as __openapi__
    from .sync.client import ApiClient, Shop
    from .sync.items import ItemsApi

__all__ = [
    "ApiClient",
    "ApiError",
    "AsyncApiClient",
    "AsyncItemsApi",
    "AsyncShop",
    "Attempt",
    "BadRequest",
    "BatchError",
    "BatchInterrupted",
    "ClientError",
    "Colour",
    "Configuration",
    "ConfigurationError",
    "Conflict",
    "ConnectFailed",
    "DeadlineExceeded",
    "DecodeError",
    "Forbidden",
    "InvalidArgument",
    "InvalidArgumentType",
    "InvalidBody",
    "Item",
    "ItemsApi",
    "JobCancelled",
    "JobError",
    "JobFailed",
    "JobTimeout",
    "NoAnswer",
    "NotFound",
    "Options",
    "Order",
    "OrderSize",
    "OutcomeUnknown",
    "PagingError",
    "PayloadTooLarge",
    "RedirectRefused",
    "RequestOptions",
    "Response",
    "ResponseTooLarge",
    "RetryPolicy",
    "ServerError",
    "Shop",
    "StoredItem",
    "Timeout",
    "TokenError",
    "TooManyRequests",
    "TransferError",
    "Unauthorized",
    "UnknownDeadline",
    "UnknownDecode",
    "UnknownNoAnswer",
    "UnknownResponseTooLarge",
    "UnknownServerError",
    "UnprocessableEntity",
]

__version__ = "0.1.0"

if not TYPE_CHECKING:  # A type checker would take any name for one of this module.
    __getattr__, __dir__ = exports(
        __name__,
        {
            "Shop": ".sync.client",
            "AsyncShop": ".aio.client",
            "ApiClient": ".sync.client",
            "AsyncApiClient": ".aio.client",
            "ItemsApi": ".sync.items",
            "AsyncItemsApi": ".aio.items",
            "Configuration": ".configuration",
            "__openapi__": ".provenance",
            "RequestOptions": "._runtime.declarations.options",
            "Response": "._runtime.call.response",
            "RetryPolicy": "._runtime.retry.policy",
            "Timeout": "._runtime.declarations.options",
            "ApiError": ".exceptions",
            "Attempt": ".exceptions",
            "BadRequest": ".exceptions",
            "BatchError": ".exceptions",
            "BatchInterrupted": ".exceptions",
            "ClientError": ".exceptions",
            "ConfigurationError": ".exceptions",
            "Conflict": ".exceptions",
            "ConnectFailed": ".exceptions",
            "DeadlineExceeded": ".exceptions",
            "DecodeError": ".exceptions",
            "Forbidden": ".exceptions",
            "InvalidArgument": ".exceptions",
            "InvalidArgumentType": ".exceptions",
            "InvalidBody": ".exceptions",
            "JobCancelled": ".exceptions",
            "JobError": ".exceptions",
            "JobFailed": ".exceptions",
            "JobTimeout": ".exceptions",
            "NoAnswer": ".exceptions",
            "NotFound": ".exceptions",
            "OutcomeUnknown": ".exceptions",
            "PagingError": ".exceptions",
            "PayloadTooLarge": ".exceptions",
            "RedirectRefused": ".exceptions",
            "ResponseTooLarge": ".exceptions",
            "ServerError": ".exceptions",
            "TokenError": ".exceptions",
            "TooManyRequests": ".exceptions",
            "TransferError": ".exceptions",
            "Unauthorized": ".exceptions",
            "UnknownDeadline": ".exceptions",
            "UnknownDecode": ".exceptions",
            "UnknownNoAnswer": ".exceptions",
            "UnknownResponseTooLarge": ".exceptions",
            "UnknownServerError": ".exceptions",
            "UnprocessableEntity": ".exceptions",
            "Colour": ".models.shared",
            "Item": ".models.shared",
            "Options": ".models.orders",
            "Order": ".models.orders",
            "OrderSize": ".models.orders",
            "StoredItem": ".models.items",
        },
        globals(),
    )
