"""From a request to a response, without I/O: routing, validation, behaviour, answer."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from .base_behaviour import Behaviour, Handler
from .exchange import Answer, Call, Invalid, Refused
from .http.journal import Entry
from .http.requests import validate
from .http.responses import Response, json_response, respond
from .resources.paging import argument
from .schema.document import Match, Operation
from .schema.json_values import is_array, is_object
from .state import State

_OUTSIDE = Operation("", "", "", (), (), (), {}, False, 200, (), (), {})


class Engine(State):
    """One simulated API.

    Args:
        behaviour: makes the API's behaviour, given the engine.
        data, settings: those of `State`.
    """

    def __init__(self, data: Mapping[str, Any], behaviour: Callable[[Engine], Behaviour] = Behaviour, **settings: Any) -> None:
        super().__init__(data, **settings)
        self.behaviour = behaviour(self)
        self.resources.created = lambda record, named: self.behaviour.created(record, named=named)
        self.resources.shown = self.behaviour.shown
        self.resources.deleting = self.behaviour.deleting
        self._key_headers = _key_headers(data)
        self.journal.mask(self._key_headers)

    def arrive(self, method: str, raw_path: str, query: str, headers: Mapping[str, str], content: bytes) -> Arrival:
        """Find the operation of a request and write the request into the journal."""
        arrival = Arrival(self, method, raw_path, query, headers, content)
        operation = arrival.operation
        name = operation.id if operation is not None else None
        arrival.entry = self.journal.write(name, method, raw_path, query, headers, content, self.clock.now())
        return arrival

    def handle(self, method: str, raw_path: str, query: str, headers: Mapping[str, str], content: bytes) -> Response:
        """Answer a request; journal and all."""
        arrival = self.arrive(method, raw_path, query, headers, content)
        response = arrival.answer()
        arrival.entry.status = response.status
        return response

    def default(self, call: Call) -> Answer:
        """What an operation answers without a behaviour module.

        Raises:
            Refused: 413-like limits of `x-batch` as 400; 404; 409.
        """
        batch = call.operation.extension("x-batch")
        if batch and batch.get("max_items") is not None:
            check_batch(call, batch["items"], batch["max_items"])
        return self.job_operations.answer(call)

    def refuse(self, refusal: Refused) -> Response:
        """The error answer of a refusal, in the API's shape."""
        body = refusal.body if refusal.body is not None else self.behaviour.error(refusal)
        return json_response(refusal.status, body, {"content-type": self.behaviour.error_media_type, **refusal.headers})

    def check_credentials(self, call: Call) -> None:
        """Compare the credentials of a call with the accepted ones, and let the behaviour have its say.

        Raises:
            Refused: 401 or 403.
        """
        security = call.operation.security
        if not security or ({} in security and not any(call.headers.get(name) for name in self._key_headers)):
            return
        if self.accepted is not None and not any(call.headers.get(name) in self.accepted for name in self._key_headers):
            raise Refused(401, "the credentials are not valid", headers={"www-authenticate": "Bearer"})
        self.behaviour.authenticate(call)


class Arrival:
    """A request on its way through the engine."""

    entry: Entry

    def __init__(self, engine: Engine, method: str, raw_path: str, query: str, headers: Mapping[str, str], content: bytes) -> None:
        self._engine = engine
        self._request = (method, raw_path, query, headers, content)
        self._handler: Handler | None = engine.behaviour.route(method, raw_path) if engine.behaviour.routes else None
        base = engine.document.base_path
        self._inside = not base or raw_path == base or raw_path.startswith(base + "/")
        self._path = raw_path[len(base) :] or "/"
        self._match: Match | None = None
        if self._handler is None:
            self._match = engine.document.find(self._path) if self._inside else None
            if self._match is None or not self._match.operations:
                elsewhere = engine.document.find_elsewhere(raw_path)
                self._match = elsewhere if elsewhere.operations else self._match
        self.operation = self._chosen()

    def _chosen(self) -> Operation | None:
        """The operation of the request; of several with one path and method, the first that the request fits."""
        first = self._match.operations.get(self._request[0]) if self._match is not None else None
        if first is None or self._match is None or not (first.alike or first.fixed):
            return first
        ranks: list[tuple[int, Operation]] = []
        for operation in (first, *first.alike):
            self.operation = operation
            try:
                validate(self._engine.document, self._call(), self._match.values, secured=False)
            except Invalid as invalid:
                # A body that does not fit says less of which operation is meant than a parameter, and that less than what the path itself says.
                ranks.append((1 if invalid.where == "body" else 3 if invalid.where == "route" else 2, operation))
            else:
                return operation
        return min(ranks, key=lambda pair: pair[0])[1]

    def answer(self) -> Response:
        """Validate the request, let the behaviour answer, and shape what it says."""
        return self.marked(self._answer())

    def marked(self, response: Response) -> Response:
        """The response with the id that the journal has for the request."""
        response.headers.setdefault("x-request-id", self.entry.request_id)
        return response

    def _answer(self) -> Response:
        engine = self._engine
        try:
            if self._handler is not None:
                return self._outside(self._handler)
            call = self._call()
            assert self._match is not None
            secured = call.operation.id not in engine.behaviour.open_operations
            validate(engine.document, call, self._match.values, secured=secured)
            if secured:
                engine.check_credentials(call)
            handler = engine.behaviour.handlers.get(call.operation.id)
            result = engine.default(call) if handler is None else handler(call)
            return respond(engine.resources.shaper, call, result if isinstance(result, Answer) else Answer(result))
        except Invalid as invalid:
            engine.journal.violated(self.entry, invalid.where, invalid.message)
            return engine.refuse(invalid)
        except Refused as refusal:
            return engine.refuse(refusal)

    def _call(self) -> Call:
        method, raw_path, query, headers, content = self._request
        operation = self.operation
        if operation is None:
            self._lost(method, raw_path)
            raise Invalid("route", f"no operation {method} {raw_path}", status=404)
        base = f"http://{headers.get('host', '')}{operation.base}"
        call = Call(operation, method, self._path, query, headers, content, base_url=base)
        call.default = lambda: self._engine.default(call)
        return call

    def _lost(self, method: str, raw_path: str) -> None:
        if not self._inside:
            raise Invalid("route", f"no path {raw_path}: every path begins with {self._engine.document.base_path}", status=404)
        if self._match is not None and self._match.operations:
            allowed = ", ".join(sorted(self._match.operations))
            raise Invalid("route", f"{raw_path} knows {allowed}, not {method}", status=405, headers={"allow": allowed})

    def _outside(self, handler: Handler) -> Response:
        method, raw_path, query, headers, content = self._request
        call = Call(_OUTSIDE, method, raw_path, query, headers, content, body=content, base_url=f"http://{headers.get('host', '')}")
        result = handler(call)
        answer = result if isinstance(result, Answer) else Answer(result)
        return respond(self._engine.resources.shaper, call, answer)


def check_batch(call: Call, items: str, most: int) -> None:
    """Refuse a call with more items than the API takes at a time.

    Raises:
        Refused: 400.
    """
    values = argument(call, items.rpartition("/")[2])
    if is_array(values) and len(values) > most:
        raise Refused(400, f"{len(values)} items were given, at most {most} are taken at a time")


def _key_headers(data: Mapping[str, Any]) -> frozenset[str]:
    """The headers that carry credentials, by the document's security schemes."""
    schemes: Mapping[str, Any] = data.get("components", {}).get("securitySchemes", {})
    named = {scheme["name"].lower() for scheme in schemes.values() if is_object(scheme) and scheme.get("in") == "header"}
    return frozenset({"authorization", *named})
