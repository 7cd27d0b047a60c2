"""Look at calls, or change them on their way: `CogniteClient(hooks=[...])`.

A subclass of `Hook` sees requests, answers, retries and errors; `OpenTelemetry()` makes spans of them.
"""

from __future__ import annotations

from ._runtime.call.hooks import Hook
from ._runtime.call.tracing import OpenTelemetry

__all__ = ["Hook", "OpenTelemetry"]
