"""Given what happened: again or not, and after how long.

| what happened                          | safe to repeat | not safe                    |
|----------------------------------------|----------------|-----------------------------|
| no connection was made                 | again          | again                       |
| 429                                    | again          | again                       |
| 500, 502, 503, 504, 520 to 529         | again          | stop: may have been applied |
| 408, 425                               | again          | stop                        |
| sent, and no whole answer              | again          | stop: may have been applied |
| certificate or TLS settings refused    | stop           | stop                        |
| anything else                          | stop           | stop                        |

`RetryPolicy.statuses` takes the place of the statuses in the middle column; the last one stays as it is.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Final, Literal

from ..declarations.options import RetryPolicy

Verdict = Literal["again", "stop", "unknown"]

IDEMPOTENT: Final = frozenset({"GET", "HEAD", "OPTIONS", "PUT", "DELETE", "TRACE", "QUERY"})
_OVERLOADED: Final = frozenset({500, 502, 503, 504, *range(520, 530)})
TEMPORARY: Final = frozenset({408, 425, 429})
"""Statuses below 500 after which the same request may succeed later, wherever it was sent: in a call, a batch, a poll, for a token."""
_RETRYABLE: Final = _OVERLOADED | TEMPORARY


def after_status(status: int, *, safe: bool, statuses: frozenset[int] | None = None) -> Verdict:
    """What a status calls for."""
    if safe:
        return "again" if status in (_RETRYABLE if statuses is None else statuses) else "stop"
    if status == 429:
        return "again"
    return "unknown" if status in _OVERLOADED else "stop"


def is_safe(method: str, declared: str | None) -> bool:
    """Whether a call may be sent again without asking; what the spec declares counts before the method."""
    return method in IDEMPOTENT if declared is None else declared == "safe"


def retry_after(value: str | None, now: float) -> float | None:
    """Seconds that a `Retry-After` header asks for, or None when it is absent, in the past, or nonsense. `now`: seconds since 1970."""
    if value is None:
        return None
    try:
        seconds = float(value)
    except ValueError:
        seconds = _until(value, now)
    return seconds if math.isfinite(seconds) and seconds > 0 else None


def _until(text: str, now: float) -> float:
    from datetime import UTC
    from email.utils import parsedate_to_datetime

    try:
        date = parsedate_to_datetime(text.strip())
        # HTTP dates are GMT, also where they do not say so.
        return (date if date.tzinfo else date.replace(tzinfo=UTC)).timestamp() - now
    except (ValueError, OverflowError, TypeError):
        return math.nan


def pause_after(policy: RetryPolicy, attempt: int, requested: float | None, random: Callable[[], float]) -> float | None:
    """Seconds to wait before the next try; None when the API asks for a longer pause than the policy allows."""
    backoff = policy.backoff(attempt, random)
    if requested is None:
        return backoff
    if requested > policy.max_retry_after:
        return None
    # A little more than requested, so that many clients do not come back in the same instant.
    return requested + min(backoff, 0.1 * requested)
