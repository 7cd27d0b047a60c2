"""The behaviour class: errors, tokens and what the groups of operations share; each group stands in a module of its own."""

from __future__ import annotations

import re
import secrets
from http import HTTPStatus
from typing import Any
from urllib.parse import parse_qs

from ..base_behaviour import Handler, serves
from ..exchange import Answer, Call, Refused
from .dataset_graphs import DatasetGraphs
from .organization_graphs import OrganizationGraphs
from .runs import Runs
from .workspace_files import WorkspaceFiles

_ENTRA = re.compile(r"/[^/]+/oauth2/v2\.0/token")
_ISSUED = "local-"


class Behaviour(WorkspaceFiles, DatasetGraphs, OrganizationGraphs, Runs):
    """The Cosmo Tech platform.

    Attributes:
        identities: the client ids that may have tokens, with their secrets; empty: all may.
        token_seconds: how long a token lives, by the server's clock.
        token_requests: the forms that arrived at the token endpoints, without their secrets.
    """

    token_seconds: float = 300.0

    def __init__(self, engine: Any) -> None:
        super().__init__(engine)
        self.identities: dict[str, str] = {}
        self.token_requests: list[dict[str, str]] = []
        self._tokens: dict[str, float] = {}

    def error(self, refusal: Refused) -> Any:
        """A problem object (RFC 7807)."""
        title = HTTPStatus(refusal.status).phrase
        return {"type": "about:blank", "title": title, "status": refusal.status, "detail": refusal.message}

    def route(self, method: str, path: str) -> Handler | None:
        """The token endpoint of Entra begins with the name of the tenant."""
        if method == "POST" and _ENTRA.fullmatch(path):
            return self.token
        return super().route(method, path)

    def authenticate(self, call: Call) -> None:
        """Tokens of this server's own token endpoints expire; any other credentials are taken."""
        scheme, _, token = call.headers.get("authorization", "").partition(" ")
        if scheme.lower() == "bearer" and token.startswith(_ISSUED) and self._tokens.get(token, 0.0) <= self.engine.clock.now():
            raise Refused(401, "the token has expired", headers={"www-authenticate": 'Bearer error="invalid_token"'})

    def revoke_tokens(self) -> None:
        """Refuse every token that was given out so far."""
        self._tokens.clear()

    @serves("POST", "/realms/*")
    def token(self, call: Call) -> Answer:
        """Client credentials, as Keycloak and Entra take them."""
        form = {name: values[0] for name, values in parse_qs(call.content.decode()).items()}
        self.token_requests.append({**{name: value for name, value in form.items() if name != "client_secret"}, "path": call.raw_path})
        if form.get("grant_type") != "client_credentials":
            return Answer({"error": "unsupported_grant_type"}, 400)
        if self.identities and self.identities.get(form.get("client_id", "")) != form.get("client_secret"):
            return Answer({"error": "invalid_client"}, 401)
        token = _ISSUED + secrets.token_hex(16)
        self._tokens[token] = self.engine.clock.now() + self.token_seconds
        return Answer({"access_token": token, "token_type": "Bearer", "expires_in": self.token_seconds, "scope": form.get("scope", "")})

    def seed(self) -> None:
        """Organization `O-demo` with the workspace `W-demo`, the dataset `D-demo` and the runner `R-demo` that uses it."""
        add = self.engine.resources.add
        add("/organizations/O-demo", {"name": "Demo"})
        add("/organizations/O-demo/solutions/SOL-demo", {"key": "demo", "name": "Demo", "repository": "demo", "version": "1"})
        add("/organizations/O-demo/workspaces/W-demo", {"key": "demo", "name": "Demo", "solution": {"solutionId": "SOL-demo"}})
        add("/organizations/O-demo/datasets/D-demo", {"name": "Demo data", "ingestionStatus": "NONE", "twincacheStatus": "EMPTY"})
        add(
            "/organizations/O-demo/workspaces/W-demo/runners/R-demo",
            {"name": "Demo runner", "solutionId": "SOL-demo", "runTemplateId": "run", "datasetList": ["D-demo"], "parametersValues": []},
        )
