"""What it means when no whole answer came: the one map of the errors of our transport and of httpx, which have the same names.

A failure is a value, not an exception: frames of the transport hold the raw request with its secrets, and must not hang on an error's traceback.
"""

from __future__ import annotations

from http import HTTPStatus
from os import strerror
from socket import gaierror
from time import monotonic
from typing import Any, Literal, TypeVar

from msgspec import Struct

from ..concurrency.deadlines import TimeIsUp
from ..concurrency.network_errors import NetworkError
from ..declarations import errors
from ..declarations.errors import ClientError
from ..retry.policy import TEMPORARY
from .decompression import BodyError

E = TypeVar("E", bound=BaseException)
Kind = Literal["connect", "pool", "proxy", "scheme", "tls", "unsendable", "timeout", "lost", "protocol", "too_large", "encoding"]
FINAL: frozenset[Kind] = frozenset({"pool", "proxy", "scheme", "tls", "unsendable", "too_large", "encoding"})
"""The next try would end in the same way."""


class Failure(Struct, eq=False):
    """No whole answer."""

    kind: Kind
    text: str
    sent: bool = True
    """The request may have reached the server."""
    cause: BaseException | None = None
    status: int | None = None
    """Of the answer whose body was not received as promised."""

    def __repr__(self) -> str:
        return f"<Failure: {self.text}>"

    @property
    def is_unreachable(self) -> bool:
        """The host's name does not resolve, or nothing listens there: mostly a wrong address."""
        return isinstance(self.cause, (ConnectionRefusedError, gaierror))

    def error(self, message: str, unknown: bool = False, **facts: Any) -> ClientError:
        """Its error. `unknown`: the call may have been applied."""
        kind = _ERRORS[self.kind][unknown]
        if issubclass(kind, errors.DecodeError):
            facts["status"] = self.status
        if issubclass(kind, errors.ConnectFailed):
            facts["terminal"] = self.kind in FINAL and self.kind != "pool"
        error = kind(message, **facts)
        error.__cause__ = self.cause
        return error


_ERRORS: dict[Kind, tuple[type[ClientError], type[ClientError]]] = {
    "connect": (errors.ConnectFailed, errors.ConnectFailed),
    "pool": (errors.ConnectFailed, errors.ConnectFailed),
    "proxy": (errors.ConnectFailed, errors.ConnectFailed),
    "scheme": (errors.ConnectFailed, errors.ConnectFailed),
    "tls": (errors.ConnectFailed, errors.ConnectFailed),
    "unsendable": (errors.ConfigurationError, errors.ConfigurationError),
    "timeout": (errors.DeadlineExceeded, errors.UnknownDeadline),
    "lost": (errors.NoAnswer, errors.UnknownNoAnswer),
    "protocol": (errors.NoAnswer, errors.UnknownNoAnswer),
    "too_large": (errors.ResponseTooLarge, errors.UnknownResponseTooLarge),
    "encoding": (errors.DecodeError, errors.UnknownDecode),
}
_PACKAGES = ("httpcore", "httpx", "h11", "h2")
"""Where the exceptions of a caller's httpx client come from."""
_CUT_OFF = ("Server disconnected", "peer closed connection", "Response payload is not completed")
"""How texts of a RemoteProtocolError begin when nothing is wrong but the end."""
_NO_TLS = ("WRONG_VERSION_NUMBER", "UNKNOWN_PROTOCOL", "HTTP_REQUEST", "PACKET_LENGTH_TOO_LONG", "RECORD_LAYER_FAILURE")
"""Reasons of an SSLError: what the server speaks is no TLS."""
_DEADLINE = "the deadline of the call has passed"
_TIMEOUTS: dict[str, tuple[Kind, str]] = {
    "PoolTimeout": ("pool", "no connection of the pool became free in time"),
    "ConnectTimeout": ("connect", "connecting took too long"),
    "ReadTimeout": ("timeout", "no bytes came in time"),
    "WriteTimeout": ("timeout", "the request could not be sent in time"),
}


def failure_of(error: Exception, ends: float, status: int | None = None) -> Failure:
    """What an exception of a transport means; any other is raised again, for it is a fault of ours or of the caller's stream.

    Args:
        ends: The monotonic time at which the call had to be over.
        status: Of the answer, when its headers had arrived.
    """
    if isinstance(error, BodyError):
        return Failure(error.kind, error.text, status=status)
    if isinstance(error, TimeIsUp):
        return Failure("timeout", _DEADLINE, status is not None, status=status)
    if not isinstance(error, NetworkError) and not type(error).__module__.startswith(_PACKAGES):
        raise error
    name = type(error).__name__
    if name in _TIMEOUTS:
        sent = name in ("ReadTimeout", "WriteTimeout")
        return Failure("timeout", _DEADLINE, sent, status=status) if monotonic() >= ends else Failure(*_TIMEOUTS[name], sent, status=status)
    root = _root(error)
    if name == "ProxyError":
        return _proxy_failure(root)
    if name == "ConnectError" or (status is None and _is_refused_certificate(root)):
        if not _is_tls(root):
            return Failure("connect", f"no connection could be made ({_text(root)})", False, _bare(root))
        kind: Kind = "scheme" if getattr(root, "reason", None) in _NO_TLS else "tls"
        return Failure(kind, f"TLS: {_text(root)}", False, _bare(root))
    if name in ("UnsupportedProtocol", "LocalProtocolError"):
        return Failure("unsendable", f"the request cannot be sent ({_text(root)})", False)
    if name == "RemoteProtocolError" and not _text(root).startswith(_CUT_OFF):
        return Failure("protocol", f"what came is no valid answer of HTTP/1.1 ({_text(root)})", True, None, status)
    problem = "the body was cut short" if status is not None else "the connection was lost before the answer"
    return Failure("lost", f"{problem} ({_text(root)})", True, _bare(root), status)


def _proxy_failure(root: BaseException) -> Failure:
    """Which status a proxy answered with is told; its words may be anything."""
    if isinstance(root, OSError):
        return Failure("proxy" if _is_tls(root) else "connect", f"no TLS with the proxy ({_text(root)})", False, _bare(root))
    text = str(root)
    if text[:3].isdecimal():
        status = int(text[:3])
        said = f"{status} {next((known.phrase for known in HTTPStatus if known == status), '')}".rstrip()
        is_final = 300 <= status < 500 and status not in TEMPORARY
    else:
        said = str(root.args[0]) if isinstance(root, NetworkError) and root.args else type(root).__name__
        is_final = bool(root.args[1:])
    return Failure("proxy" if is_final else "connect", f"the proxy made no connection ({said})", False)


def _root(error: BaseException) -> BaseException:
    """The operating system's error inside the transport's."""
    context = None if error.__suppress_context__ else error.__context__
    for inner in (error.args[0] if error.args else None, error.__cause__, context):
        if isinstance(inner, OSError):
            # Behind "all attempts failed" stands the error of each.
            first = getattr(inner.__cause__, "exceptions", (inner.__cause__,))[0]
            return first if inner.errno is None and isinstance(first, OSError) else inner
        if isinstance(inner, Exception) and type(inner).__name__ in ("ConnectError", "ReadError", "WriteError", "RemoteProtocolError"):
            return _root(inner)
        if isinstance(inner, Exception) and type(inner).__module__.startswith("anyio") and isinstance(found := _root(inner), OSError):
            return found
    return error


def _is_refused_certificate(root: BaseException) -> bool:
    """The server wants a certificate of the client, or another one. With TLS 1.3 it says so after the request was sent, which it does not look at."""
    reason = str(getattr(root, "reason", ""))
    return _is_tls(root) and "ALERT" in reason and ("CERTIFICATE" in reason or "UNKNOWN_CA" in reason or "ACCESS_DENIED" in reason)


def _is_tls(root: BaseException) -> bool:
    """A certificate or TLS settings that will be refused again; a handshake that was merely cut off may work next time."""
    names = {kind.__name__ for kind in type(root).__mro__}
    return "SSLError" in names and not names & {"SSLEOFError", "SSLZeroReturnError", "SSLSyscallError"}


def _text(root: BaseException) -> str:
    """Words of the operating system or the transport; those of httpx may quote what was received or sent, so only those known to be plain are shown."""
    if isinstance(root, OSError):
        # asyncio puts the address in the place of the reason.
        told = strerror(root.errno) if root.errno and (root.strerror or "").startswith("Connect call failed") else root.strerror
        return (told or str(root) or type(root).__name__).replace("\n", " ")[:200]
    text = str(root)
    return text if text and (isinstance(root, NetworkError) or text.startswith(_CUT_OFF)) else type(root).__name__


def _bare(root: BaseException) -> BaseException | None:
    """The operating system's error without the frames it came through."""
    if not isinstance(root, OSError):
        return None
    root.__cause__ = root.__context__ = None
    return root.with_traceback(None)


def frameless(interruption: E) -> E:
    """An interruption without the frames that it came through: in those of the transport stands the request, with its secrets."""
    inner = interruption.__cause__ or interruption.__context__
    while inner is not None:
        # The chain itself stays: cancel scopes recognize their own cancellation by it.
        if isinstance(inner, NetworkError) or type(inner).__module__.startswith((*_PACKAGES, "anyio", "asyncio")):
            inner.__traceback__ = None
        inner = inner.__cause__ or inner.__context__
    return interruption.with_traceback(None)
