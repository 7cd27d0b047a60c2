"""Hooks: objects that are called for each request, to log or count it, or to add headers: `CogniteClient(hooks=[...])`.

The methods of a `Hook` are called for requests, responses, retries and errors, with a `Call`, an `Answer` or an `Attempt`. `OpenTelemetry()` is a hook that makes
spans.
"""

from __future__ import annotations

from ._runtime.call.call import Call
from ._runtime.call.hooks import Hook
from ._runtime.call.tracing import OpenTelemetry
from ._runtime.declarations.errors import Attempt
from ._runtime.transport.messages import Answer

__all__ = ["Answer", "Attempt", "Call", "Hook", "OpenTelemetry"]
