"""What a caller may change for one call, or for a client made with `with_options`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from numbers import Integral, Real
from typing import Any, Final, TypedDict, Unpack, cast

import msgspec
from msgspec import UNSET, UnsetType

from .errors import ConfigurationError, InvalidArgumentType
from .json_types import is_iterable, is_mapping

Progress = Callable[[int, int | None], object]
"""Called with the bytes that were sent or received so far, and the total (None: unknown)."""


class RetryPolicy(msgspec.Struct, frozen=True):
    """How often a call is retried, and with which pauses. The pause before retry n is random, from 0 to `min(longest, base * 2 ** (n - 1))`."""

    attempts: int = 4
    """The most attempts, including the first one."""
    base: float = 0.5
    """Seconds."""
    longest: float = 8.0
    """Seconds."""
    max_retry_after: float = 60.0
    """Seconds. If the API asks for a longer pause, the error is raised at once."""
    statuses: frozenset[int] | None = None
    """The statuses after which a call that is safe to repeat is retried; None: those of the table in `retry.policy`."""
    max_unreachable: float = 5.0
    """Seconds for which a call is retried if the host's name does not resolve, or the host refuses the connection."""

    @classmethod
    def of(cls, value: RetryPolicy | int) -> RetryPolicy:
        """A number says how often a call may be repeated."""
        return value if isinstance(value, RetryPolicy) else cls(attempts=1 + max(0, value))

    def backoff(self, attempt: int, random: Callable[[], float]) -> float:
        """Seconds to wait after try number `attempt` (full jitter)."""
        # 2 ** 60 is far above every cap, and larger powers would only cost time.
        return random() * min(self.longest, self.base * 2.0 ** min(attempt - 1, 60))


class Timeout(msgspec.Struct, frozen=True):
    """Seconds allowed for one step: connecting, waiting for bytes, sending bytes, getting a connection of the pool."""

    connect: float = 10.0
    read: float = 60.0
    write: float = 60.0
    pool: float = 60.0

    @classmethod
    def of(cls, value: Timeout | float | tuple[float, float]) -> Timeout:
        """A number is used for every step (for connecting, at most 10 seconds); a pair is (connect, read)."""
        if isinstance(value, Timeout):
            return cls(*map(_seconds, (value.connect, value.read, value.write, value.pool)))
        if isinstance(value, tuple):
            connect, read = map(_seconds, value if len(value) == 2 else (None, None))  # pyright: ignore[reportUnnecessaryComparison]
            return cls(connect, read, read, read)
        seconds = _seconds(value)
        return cls(min(10.0, seconds), seconds, seconds, seconds)


def _seconds(value: float | None) -> float:
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not 0 < value <= 1e9:
        raise ConfigurationError(
            "timeout must be a number of seconds above zero, a pair (connect, read), or a Timeout; it cannot be switched off."
        )
    return float(value)


def _is_whole(value: Any, least: int = 0) -> bool:
    return type(value) is not bool and isinstance(value, Integral) and int(value) >= least


def _is_number(value: Any) -> bool:
    try:
        return type(value) is not bool and isinstance(value, Real) and float(value) == float(value)
    except OverflowError:
        return False


def _are_hooks(value: Any) -> bool:
    return is_iterable(value) and all(any(name.startswith("on_") for name in dir(hook)) for hook in value)


_Rule = tuple[Callable[[Any], bool], str]
_TEXT: Final[_Rule] = (lambda value: value is None or isinstance(value, str), "text")
_MAPPING: Final[_Rule] = (lambda value: value is None or is_mapping(value), "a mapping of names to text")
_SEVERAL: Final[_Rule] = (is_iterable, "a list")
_RULES: Final[Mapping[str, _Rule]] = {
    "deadline": (lambda value: value is None or _is_number(value), "a number of seconds, or None for no limit"),
    "retries": (lambda value: isinstance(value, RetryPolicy) or _is_whole(value, -1), "a whole number or a RetryPolicy"),
    "progress": (lambda value: value is None or isinstance(value, bool) or callable(value), "True, False or a function"),
    "keepalive_expiry": (_is_number, "a number of seconds"),
    "max_connections": (lambda value: _is_whole(value, 1), "a whole number of at least 1"),
    "max_keepalive_connections": (_is_whole, "a whole number of at least 0"),
    "max_response_bytes": (lambda value: _is_whole(value, 1), "a whole number of at least 1"),
    **dict.fromkeys(("accept", "content_type", "idempotency_key", "proxy", "user_agent", "base_url", "host"), _TEXT),
    **dict.fromkeys(("headers", "server_variables", "token_parameters", "api_key_prefix"), _MAPPING),
    "file_hosts": _SEVERAL,
    "hooks": (_are_hooks, "a list of objects with methods such as on_request"),
}
"""Which values a setting or an option takes; those of others are checked where they are used."""


def misfit(values: Mapping[str, Any]) -> str | None:
    """What is wrong with the type of settings or options, without their values; None: nothing."""
    for name, value in values.items():
        rule = _RULES.get(name)
        if rule is not None and value is not UNSET and not rule[0](value):
            return f"{name} must be {rule[1]}, got {type(value).__name__ if not isinstance(value, Real) else value!r}. Nothing was sent."
    return None


def unknown_names(kind: str, names: Iterable[str], known: Iterable[str]) -> str:
    """The message for keywords that are no settings or options, with what may have been meant."""
    import difflib

    known = sorted(known)
    closest = {name: difflib.get_close_matches(name, known, n=1) for name in names}
    hints = [f"{name!r} (did you mean {close[0]!r}?)" if close else repr(name) for name, close in closest.items()]
    return f"Unknown {kind} {', '.join(hints)}. {kind.capitalize()}s are: {', '.join(known)}."


class OptionFields(TypedDict, total=False):
    """`RequestOptions` as keywords."""

    timeout: Timeout | float | tuple[float, float]
    deadline: float | None
    retries: RetryPolicy | int
    headers: Mapping[str, str]
    strict: bool
    idempotency_key: str
    accept: str
    content_type: str
    progress: Progress | bool


@dataclass(frozen=True)
class RequestOptions:
    """Options for one call, or for a client made by `with_options`. A field that is left out has the client's value."""

    timeout: Timeout | float | tuple[float, float] | UnsetType = UNSET
    """Seconds for one step (connect, read, write, wait for a connection)."""
    deadline: float | None | UnsetType = UNSET
    """Seconds for the whole call, with retries, pauses and body; None: no limit."""
    retries: RetryPolicy | int | UnsetType = UNSET
    """A policy, or the number of retries after the first attempt (0: none)."""
    headers: Mapping[str, str] | UnsetType = UNSET
    """Headers to add to the request. Authorization, Host, Content-Length and the like are refused."""
    strict: bool | UnsetType = UNSET
    """True: a response that does not match the API's document raises `DecodeError`."""
    idempotency_key: str | UnsetType = UNSET
    """Sent as `Idempotency-Key`; the call then counts as safe to repeat. Only for APIs that support this header."""
    accept: str | UnsetType = UNSET
    """The media type to ask for: one of the operation's responses, or (`*/*`, a list) something that includes one."""
    content_type: str | UnsetType = UNSET
    """The media type of the body."""
    progress: Progress | bool | UnsetType = UNSET
    """A function that is called with the bytes that were sent (downloads: received), or the inputs of a batch that are settled, and the total. True: a
    progress bar. Bytes restart with each attempt."""

    def __init__(self, **fields: Unpack[OptionFields]) -> None:
        known = OptionFields.__annotations__
        if unknown := [name for name in fields if name not in known]:
            raise InvalidArgumentType(unknown_names("option", unknown, known))
        if (problem := misfit(fields)) is not None:
            # A traceback may be shown with the locals of its frames.
            cast(dict[str, Any], fields).clear()
            raise InvalidArgumentType(problem)
        vars(self).update({name: value for name, value in fields.items() if value is not UNSET})

    def merged(self, other: RequestOptions | None) -> RequestOptions:
        """These options with those of `other` over them; headers are joined. Raises InvalidArgumentType: `other` is something else."""
        if other is not None and not isinstance(other, RequestOptions):  # pyright: ignore[reportUnnecessaryIsInstance]
            raise InvalidArgumentType(f"options must be RequestOptions(timeout=…), got {type(other).__name__}. Nothing was sent.")
        if other is None or other is NO_OPTIONS:
            return self
        if self is NO_OPTIONS:
            return other
        changes: dict[str, Any] = vars(other).copy()
        if self.headers and not isinstance(other.headers, UnsetType):
            replaced = {name.lower() for name in other.headers}
            kept = {name: value for name, value in self.headers.items() if name.lower() not in replaced}
            changes["headers"] = {**kept, **other.headers}
        return RequestOptions(**{**vars(self), **changes})

    @classmethod
    def of(cls, fields: Mapping[str, Any]) -> RequestOptions:
        """Options of keywords. Raises InvalidArgumentType: one is unknown."""
        return cls(**fields)

    def __repr__(self) -> str:
        return f"RequestOptions({', '.join(vars(self))})"


NO_OPTIONS: Final = RequestOptions()


def without(options: RequestOptions, *names: str) -> RequestOptions:
    """The options but for some, for which the client's values hold."""
    return RequestOptions.of({name: value for name, value in vars(options).items() if name not in names})
