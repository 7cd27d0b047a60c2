"""OpenTelemetry spans: `Configuration(hooks=[OpenTelemetry()])`. One client span per call, one event per retry. A span contains no
arguments and no secrets.

Needs the package `opentelemetry-api` (extra `otel`), which is imported only when the hook is made.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any

from ..declarations.errors import ApiError, Attempt, ConfigurationError
from ..declarations.lazy_exports import install
from ..transport.messages import Answer
from .call import Call
from .hooks import Hook


class OpenTelemetry(Hook):
    """Spans named after the operation, with the attributes of OpenTelemetry's HTTP conventions.

    Args:
        tracer: Your own; else that of the global provider.
    """

    def __init__(self, tracer: Any = None) -> None:
        try:
            self._trace: Any = import_module("opentelemetry.trace")
            self._propagate: Any = import_module("opentelemetry.propagate")
        except ImportError:
            raise ConfigurationError(f"OpenTelemetry() needs opentelemetry-api: {install('otel')}.") from None
        self._tracer = tracer or self._trace.get_tracer(__name__.split(".", 1)[0])

    def on_start(self, call: Call) -> None:
        """Begin the span."""
        span = self._tracer.start_span(
            call.operation,
            kind=self._trace.SpanKind.CLIENT,
            attributes={
                "http.request.method": call.method.decode("ascii"),
                "url.full": call.url,
                "server.address": call.origin.host,
                "server.port": call.origin.port,
            },
        )
        call.state[self] = span

    def on_request(self, call: Call, headers: list[tuple[bytes, bytes]]) -> None:
        """Add the headers that propagate the trace context."""
        carrier: dict[str, str] = {}
        self._propagate.inject(carrier, context=self._trace.set_span_in_context(call.state[self]))
        headers.extend((name.encode("ascii"), value.encode("ascii")) for name, value in carrier.items())

    def on_response(self, call: Call, answer: Answer) -> None:
        """Note the status."""
        call.state[self].set_attribute("http.response.status_code", answer.status)

    def on_retry(self, call: Call, attempt: Attempt) -> None:
        """Note the repetition."""
        result = str(attempt.status or attempt.error)
        call.state[self].add_event("retry", {"http.request.resend_count": attempt.number, "result": result, "pause": attempt.pause or 0.0})

    def on_end(self, call: Call, error: Exception | None) -> None:
        """End the span."""
        span = call.state.pop(self)
        if error is not None:
            span.set_attribute("error.type", str(error.status) if isinstance(error, ApiError) else type(error).__name__)
            span.set_status(self._trace.StatusCode.ERROR)
        span.end()
