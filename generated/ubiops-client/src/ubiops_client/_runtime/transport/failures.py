"""What it means when no whole answer came: the one map of the errors of our transport and of httpx, which have the same names.

A failure is a value, not an exception: frames of the transport hold the raw request with its secrets, and must not hang on an error's traceback.
"""

from __future__ import annotations

from socket import gaierror
from time import monotonic
from typing import Literal, TypeVar

from msgspec import Struct

from ..concurrency.deadlines import TimeIsUp
from ..concurrency.network_errors import NetworkError
from ..declarations import errors
from ..declarations.errors import ClientError
from .decompression import BodyError

E = TypeVar("E", bound=BaseException)
Kind = Literal["connect", "tls", "timeout", "lost", "too_large", "encoding"]


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

    def error_class(self, unknown: bool = False) -> type[ClientError]:
        """The class of its error. `unknown`: the call may have been applied."""
        return _ERRORS[self.kind][unknown]


_ERRORS: dict[Kind, tuple[type[ClientError], type[ClientError]]] = {
    "connect": (errors.ConnectFailed, errors.ConnectFailed),
    "tls": (errors.ConnectFailed, errors.ConnectFailed),
    "timeout": (errors.DeadlineExceeded, errors.UnknownDeadline),
    "lost": (errors.NoAnswer, errors.UnknownNoAnswer),
    "too_large": (errors.ResponseTooLarge, errors.UnknownResponseTooLarge),
    "encoding": (errors.DecodeError, errors.UnknownDecode),
}
_PACKAGES = ("httpcore", "httpx", "h11", "h2")
"""Where the exceptions of a caller's httpx client come from."""
_DEADLINE = "the deadline of the call has passed"
_TIMEOUTS: dict[str, tuple[Kind, str]] = {
    "PoolTimeout": ("connect", "no connection of the pool became free in time"),
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
    if name in ("ConnectError", "ProxyError"):
        if _is_tls(root):
            return Failure("tls", f"TLS: {_text(root)}", False, _bare(root))
        problem = "the proxy refused" if name == "ProxyError" else "no connection could be made"
        return Failure("connect", f"{problem} ({_text(root)})", False, _bare(root))
    if name in ("UnsupportedProtocol", "LocalProtocolError"):
        return Failure("tls", f"the request cannot be sent ({name})", False)
    problem = "the body was cut short" if status is not None else "the connection was lost before the answer"
    return Failure("lost", f"{problem} ({_text(root)})", True, _bare(root), status)


def _root(error: BaseException) -> BaseException:
    """The operating system's error inside the transport's."""
    for inner in (error.args[0] if error.args else None, error.__cause__, error.__context__):
        if isinstance(inner, OSError):
            # Behind "all attempts failed" stands the error of each.
            first = getattr(inner.__cause__, "exceptions", (inner.__cause__,))[0]
            return first if inner.errno is None and isinstance(first, OSError) else inner
        if isinstance(inner, Exception) and type(inner).__name__ in ("ConnectError", "ReadError", "WriteError", "RemoteProtocolError"):
            return _root(inner)
    return error


def _is_tls(root: BaseException) -> bool:
    """A certificate or TLS settings that will be refused again; a handshake that was merely cut off may work next time."""
    names = {kind.__name__ for kind in type(root).__mro__}
    return "SSLError" in names and not names & {"SSLEOFError", "SSLZeroReturnError", "SSLSyscallError"}


def _text(root: BaseException) -> str:
    """Words of the operating system or the transport; those of httpx may quote what was received or sent, so only those known to be plain are shown."""
    if isinstance(root, OSError):
        return (root.strerror or str(root) or type(root).__name__).replace("\n", " ")[:200]
    text = str(root)
    plain = ("Server disconnected", "peer closed connection", "Response payload is not completed")
    return text if text.startswith(plain) else type(root).__name__


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
