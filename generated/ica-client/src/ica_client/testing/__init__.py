"""A local server of the API, for tests of code that uses the client.

    with local_server() as server:
        client = ...                              # with base_url=server: it is a str, the base URL
        server.clock.advance(60)                  # jobs proceed by the server's clock
        server.faults.add("models_get", status=503, headers={"Retry-After": "1"})
        assert server.journal.count("models_get") == 2
        assert not server.journal.violations      # every request matched the API's document

For tests without a server, `client_mock(Client)` and `monkeypatch_client(Client)` give mocks.

The server needs the extra `testing`. Its libraries are imported by `local_server()`, not with this module.
"""

from __future__ import annotations

from .base_behaviour import Behaviour, answers, serves
from .clock import Clock
from .engine import Engine
from .exchange import Answer, Call, Part, Refused
from .http.journal import Entry, Journal, Violation
from .jobs.jobs import Job, JobFailure, Jobs
from .mocks import client_mock, monkeypatch_client
from .resources.storage import Record, Store
from .serving.faults import Fault, Faults
from .serving.local_server import LocalServer, local_server
from .serving.proxy import FaultProxy

__all__ = [
    "Answer",
    "Behaviour",
    "Call",
    "Clock",
    "Engine",
    "Entry",
    "Fault",
    "FaultProxy",
    "Faults",
    "Job",
    "JobFailure",
    "Jobs",
    "Journal",
    "LocalServer",
    "Part",
    "Record",
    "Refused",
    "Store",
    "Violation",
    "answers",
    "client_mock",
    "local_server",
    "monkeypatch_client",
    "serves",
]
