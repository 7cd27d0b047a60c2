"""Look at calls, or change them on their way: `UbiOps(hooks=[...])`.

A subclass of `Hook` sees requests, answers, retries and errors; `OpenTelemetry()` makes spans of them. `Call`, `Answer` and `Attempt` are what hooks
are given.
"""

from __future__ import annotations

from ._runtime.call.call import Call
from ._runtime.call.hooks import Hook
from ._runtime.call.tracing import OpenTelemetry
from ._runtime.declarations.errors import Attempt
from ._runtime.transport.messages import Answer

__all__ = ["Answer", "Attempt", "Call", "Hook", "OpenTelemetry"]
