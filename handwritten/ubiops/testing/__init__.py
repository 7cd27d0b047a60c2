"""How UbiOps behaves beyond its document: requests that live by the clock, builds, logs, blobs, references between resources.

What the API's documentation says is followed; where it is silent (statuses and bodies of errors, times), the choice is this server's own. It is the
`behaviour` of the package's local server and must never know sockets.
"""

from __future__ import annotations

from .files import Files
from .pipelines import Pipelines
from .readings import Readings
from .requests import Requests
from .settings import Settings


class Behaviour(Requests, Files, Pipelines, Settings, Readings):
    """UbiOps: see `Resources` for what tests may set, and `log` for writing log lines."""

    # Said in their descriptions, although the document lists credentials for them, too.
    open_operations = frozenset({"service_status", "user_create"})

    def seed(self) -> None:
        """Organization `acme`; project `demo` with the model `iris` (version `v1`, any fields) and the pipeline `flow` that calls it."""
        add = self.engine.resources.add
        add("/organizations/acme", {"subscription": "free", "status": "active"})
        add("/projects/demo", {"organization_name": "acme"})
        add(
            "/projects/demo/models/iris", {"input_type": "structured", "output_type": "structured", "input_fields": [], "output_fields": []}
        )
        add("/projects/demo/models/iris/versions/v1", {}, named=True)
        add("/projects/demo/pipelines/flow", {"input_type": "structured", "input_fields": []})
        add("/projects/demo/pipelines/flow/objects/step", {"reference_type": "model", "reference_name": "iris", "version": "v1"})
