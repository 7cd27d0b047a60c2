"""What the transport gives back, and what its failures mean. No I/O.

A failure is a value, not an exception: frames of the HTTP engine hold the raw request with its secrets, and must not hang on an error's traceback.
"""

from __future__ import annotations

from typing import Any, Literal, TypeVar

E = TypeVar("E", bound=BaseException)
Kind = Literal["connect", "tls", "timeout", "lost", "too_large", "encoding", "upload"]


class Answer:
    """A whole answer: the body is unpacked."""

    __slots__ = ("content", "content_type", "headers", "reason", "status")

    def __init__(self, status: int, reason: bytes, headers: list[tuple[bytes, bytes]], content: bytes, content_type: str | None) -> None:
        self.status = status
        self.reason = reason
        self.headers = headers
        self.content = content
        self.content_type = content_type

    def __repr__(self) -> str:
        return f"<Answer {self.status}>"

    def header(self, name: str) -> str | None:
        """The first header of that name."""
        return header(self.headers, name)


class Failure:
    """No whole answer. `sent`: the request may have reached the server."""

    __slots__ = ("cause", "kind", "sent", "status", "text")

    def __init__(self, kind: Kind, text: str, *, sent: bool, cause: BaseException | None = None, status: int | None = None) -> None:
        self.kind: Kind = kind
        self.text = text
        self.sent = sent
        self.cause = cause
        self.status = status
        """Of the answer whose body was not received as promised."""

    def __repr__(self) -> str:
        return f"<Failure: {self.text}>"


def header(headers: list[tuple[bytes, bytes]], name: str) -> str | None:
    """The first header of that name, whatever its case."""
    wanted = name.encode("ascii")
    length = len(wanted)
    for raw_name, value in headers:
        if len(raw_name) == length and raw_name.lower() == wanted:
            return value.decode("latin-1")
    return None


def failure_of(error: Exception, *, answered: int | None = None, out_of_time: bool = False) -> Failure:
    """What an exception of the HTTP engine means. `answered`: the status, when headers had arrived; `out_of_time`: the deadline has passed."""
    name = type(error).__name__
    root = _root(error)
    if out_of_time and name.endswith("Timeout"):
        return Failure(
            "timeout", "the deadline of the call has passed", sent=name not in ("ConnectTimeout", "PoolTimeout"), status=answered
        )
    if name == "PoolTimeout":
        return Failure("connect", "no connection of the pool became free in time", sent=False)
    if name == "ConnectTimeout":
        return Failure("connect", "connecting took too long", sent=False)
    if name in ("ConnectError", "ProxyError"):
        if _is_tls(root):
            return Failure("tls", f"TLS: {_text(root)}", sent=False, cause=_bare(root))
        what = "the proxy refused" if name == "ProxyError" else "no connection could be made"
        return Failure("connect", f"{what} ({_text(root)})", sent=False, cause=_bare(root))
    if name in ("ReadTimeout", "WriteTimeout"):
        return Failure(
            "timeout",
            "no bytes came in time" if name == "ReadTimeout" else "the request could not be sent in time",
            sent=True,
            status=answered,
        )
    if name in ("UnsupportedProtocol", "LocalProtocolError"):
        return Failure("tls", f"the request cannot be sent ({name})", sent=False)
    what = "the body was cut short" if answered is not None else "the connection was lost before the answer"
    return Failure("lost", f"{what} ({_text(root)})", sent=True, cause=_bare(root) if isinstance(root, OSError) else None, status=answered)


def is_of_engine(error: Exception) -> bool:
    """Whether an exception comes from the HTTP engine: a matter of the network, not a fault of ours or of the caller's stream."""
    from ..concurrency.engine import PACKAGES

    return type(error).__module__.startswith(PACKAGES)


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
    from ..concurrency.engine import PACKAGES

    inner = interruption.__cause__ or interruption.__context__
    while inner is not None:
        # The chain itself stays: cancel scopes recognize their own cancellation by it.
        if type(inner).__module__.startswith((*PACKAGES, "anyio", "asyncio")):
            inner.__traceback__ = None
        inner = inner.__cause__ or inner.__context__
    return interruption.with_traceback(None)
