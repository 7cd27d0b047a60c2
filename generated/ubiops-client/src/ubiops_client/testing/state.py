"""What one simulated API is made of: its document, clock, store, jobs and journal."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from .clock import Clock
from .http.journal import Journal
from .jobs.jobs import Jobs
from .jobs.operations import JobOperations
from .resources.crud import Resources
from .resources.storage import Store
from .schema.document import Document
from .schema.samples import Identifiers


class State:
    """The parts of a simulated API that its behaviour works on.

    Args:
        data: the bundled OpenAPI document.
        clock: the server's clock.
        keep_secrets: the journal writes secrets down.
        autocreate: resources exist from the moment a path first names them.
        accepted: the credentials that are taken (values of the header Authorization or of an API key); None: any.
    """

    def __init__(
        self,
        data: Mapping[str, Any],
        *,
        clock: Clock | None = None,
        keep_secrets: bool = False,
        autocreate: bool = False,
        accepted: Collection[str] | None = None,
    ) -> None:
        self.document = Document(data)
        self.clock = clock or Clock()
        self.store = Store()
        self.identifiers = Identifiers()
        self.jobs = Jobs(self.clock)
        self.journal = Journal(keep_secrets=keep_secrets)
        self.resources = Resources(self.document, self.store, self.clock, self.identifiers, autocreate=autocreate)
        self.job_operations = JobOperations(self.document, self.jobs, self.resources)
        self.accepted: set[str] | None = None if accepted is None else set(accepted)
