"""What it means when no whole answer came: the one map of the errors of HTTP engines (httpcore, httpx).

A failure is a value, not an exception: frames of the engine hold the raw request with its secrets, and must not hang on an error's traceback.
"""

from __future__ import annotations

from time import monotonic
from typing import Any, Literal, TypeVar

from ..concurrency.deadlines import TimeIsUp
from .decompression import BodyError

E = TypeVar("E", bound=BaseException)
Kind = Literal["connect", "tls", "timeout", "lost", "too_large", "encoding"]

_ENGINE = ("httpcore", "httpx", "h11", "h2")


class Failure:
    """No whole answer. `sent`: the request may have reached the server."""

    __slots__ = ("cause", "kind", "sent", "status", "text")

    def __init__(self, kind: Kind, text: str, *, sent: bool = True, cause: BaseException | None = None, status: int | None = None) -> None:
        self.kind: Kind = kind
        self.text = text
        self.sent = sent
        self.cause = cause
        self.status = status
        """Of the answer whose body was not received as promised."""

    def __repr__(self) -> str:
        return f"<Failure: {self.text}>"


def failure_of(error: Exception, ends: float, status: int | None = None) -> Failure:
    """What an exception of the engine means; any other is raised again, for it is a fault of ours or of the caller's stream.

    Args:
        ends: The monotonic time at which the call had to be over.
        status: Of the answer, when its headers had arrived.
    """
    name = type(error).__name__
    if isinstance(error, BodyError):
        return Failure(error.kind, error.text, status=status)
    if isinstance(error, TimeIsUp):
        return Failure("timeout", _DEADLINE, sent=status is not None, status=status)
    if not type(error).__module__.startswith(_ENGINE):
        raise error
    root = _root(error)
    if name.endswith("Timeout") and monotonic() >= ends:
        return Failure("timeout", _DEADLINE, sent=name not in ("ConnectTimeout", "PoolTimeout"), status=status)
    if name == "PoolTimeout":
        return Failure("connect", "no connection of the pool became free in time", sent=False)
    if name == "ConnectTimeout":
        return Failure("connect", "connecting took too long", sent=False)
    if name in ("ConnectError", "ProxyError"):
        if _is_tls(root):
            return Failure("tls", f"TLS: {_text(root)}", sent=False, cause=_bare(root))
        problem = "the proxy refused" if name == "ProxyError" else "no connection could be made"
        return Failure("connect", f"{problem} ({_text(root)})", sent=False, cause=_bare(root))
    if name in ("ReadTimeout", "WriteTimeout"):
        return Failure(
            "timeout", "no bytes came in time" if name == "ReadTimeout" else "the request could not be sent in time", status=status
        )
    if name in ("UnsupportedProtocol", "LocalProtocolError"):
        return Failure("tls", f"the request cannot be sent ({name})", sent=False)
    problem = "the body was cut short" if status is not None else "the connection was lost before the answer"
    return Failure("lost", f"{problem} ({_text(root)})", cause=_bare(root), status=status)


_DEADLINE = "the deadline of the call has passed"


def _root(error: BaseException) -> BaseException:
    """The operating system's error inside the engine's."""
    for inner in (error.args[0] if error.args else None, error.__cause__, error.__context__):
        if isinstance(inner, OSError):
            return _first(inner)
        if isinstance(inner, Exception) and type(inner).__name__ in ("ConnectError", "ReadError", "WriteError", "RemoteProtocolError"):
            return _root(inner)
    return error


def _first(error: OSError) -> OSError:
    """The error behind "all attempts failed"."""
    inner: Any = error.__cause__
    if hasattr(inner, "exceptions"):
        inner = inner.exceptions[0]
    return inner if error.errno is None and isinstance(inner, OSError) else error


def _is_tls(root: BaseException) -> bool:
    """A certificate or TLS settings that will be refused again; a handshake that was merely cut off may work next time."""
    names = {kind.__name__ for kind in type(root).__mro__}
    return "SSLError" in names and not names & {"SSLEOFError", "SSLZeroReturnError", "SSLSyscallError"}


def _text(root: BaseException) -> str:
    """Words of the operating system or the engine; the engine's may quote what was received or sent, so only those known to be plain are shown."""
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
    """An interruption without the frames that it came through: in those of the engine stands the request, with its secrets."""
    inner = interruption.__cause__ or interruption.__context__
    while inner is not None:
        # The chain itself stays: cancel scopes recognize their own cancellation by it.
        if type(inner).__module__.startswith((*_ENGINE, "anyio", "asyncio")):
            inner.__traceback__ = None
        inner = inner.__cause__ or inner.__context__
    return interruption.with_traceback(None)
