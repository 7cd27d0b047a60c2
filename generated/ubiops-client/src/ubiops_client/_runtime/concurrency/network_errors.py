"""What can go wrong on the way to a server, by the names that httpx has for it: one map (`transport.failures`) serves both."""

from __future__ import annotations


class NetworkError(Exception):
    """A request was not answered as HTTP has it. Its first argument is the operating system's error, or a text that quotes nothing of what was sent or received."""


class PoolTimeout(NetworkError):
    """No connection became free in time."""


class ConnectTimeout(NetworkError):
    """No connection was made in time."""


class ReadTimeout(NetworkError):
    """No bytes came in time."""


class WriteTimeout(NetworkError):
    """Bytes could not be sent in time."""


class ConnectError(NetworkError):
    """No connection could be made."""


class ProxyError(NetworkError):
    """The proxy made no connection. Its text begins with the status that it answered with, if there is one; a second argument: it will not make one later."""


class ReadError(NetworkError):
    """The connection broke while bytes were awaited."""


class WriteError(NetworkError):
    """The connection broke while bytes were sent."""


class RemoteProtocolError(NetworkError):
    """What came is not HTTP, or not all of it came."""


class LocalProtocolError(NetworkError):
    """The request cannot be sent as HTTP has it."""


def of_socks(error: Exception) -> Exception:
    """What an exception of `python_socks` means. Its texts name the proxy."""
    if isinstance(error, NetworkError):
        return error
    if isinstance(error, TimeoutError) or type(error).__name__ == "ProxyTimeoutError":
        return ConnectTimeout()
    cause = error.__cause__
    if isinstance(cause, OSError) or isinstance(error, OSError):
        return ConnectError(cause if isinstance(cause, OSError) else error)
    if not type(error).__module__.startswith("python_socks"):
        return error
    # (2: not allowed by the rules of the proxy, RFC 1928.)
    is_final = "authentication" in str(error) or getattr(error, "error_code", None) == 2
    return ProxyError(str(error), True) if is_final else ProxyError(str(error))
