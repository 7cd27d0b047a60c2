"""A real OAuth2/OpenID authorization server (Authlib's, in Flask) over TLS, at the addresses of Keycloak and Entra."""

from __future__ import annotations

import logging
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, ClassVar

import trustme
from authlib.integrations.flask_oauth2 import AuthorizationServer
from authlib.oauth2.rfc6749 import ClientMixin, grants
from flask import Flask, request
from werkzeug.serving import make_server

TOKEN_PATHS = ("/realms/<name>/protocol/openid-connect/token", "/<name>/oauth2/v2.0/token")


class Robot(ClientMixin):  # type: ignore[misc]  # Authlib has no types
    """The only client that is known."""

    def __init__(self, client_id: str, client_secret: str, scopes: set[str]) -> None:
        self.client_id, self.client_secret, self.scopes = client_id, client_secret, scopes

    def get_client_id(self) -> str:
        return self.client_id

    def get_allowed_scope(self, scope: str) -> str:
        return " ".join(one for one in scope.split() if one in self.scopes)

    def check_client_secret(self, client_secret: str) -> bool:
        return client_secret == self.client_secret

    def check_endpoint_auth_method(self, method: str, endpoint: str) -> bool:
        return method in ("client_secret_post", "client_secret_basic")

    def check_grant_type(self, grant_type: str) -> bool:
        return grant_type == "client_credentials"


class ByPost(grants.ClientCredentialsGrant):  # type: ignore[misc]  # Authlib has no types
    """Both Keycloak and Entra take the secret in the form."""

    TOKEN_ENDPOINT_AUTH_METHODS: ClassVar = ["client_secret_basic", "client_secret_post"]


@dataclass
class Identity:
    """The running server: where it is, whom to trust, and which tokens it gave to whom (realm or tenant)."""

    url: str
    ca: Path
    tokens: list[tuple[str, str]] = field(default_factory=list)


@contextmanager
def identity_server(folder: Path, robot: Robot, *, lifetime: int) -> Iterator[Identity]:
    """The server, on a free port of loopback, under the name localhost."""
    authority = trustme.CA()
    leaf = authority.issue_cert("localhost")
    authority.cert_pem.write_to_path(str(folder / "ca.pem"))
    leaf.private_key_and_cert_chain_pem.write_to_path(str(folder / "leaf.pem"))
    application = Flask("identity")
    application.config["OAUTH2_TOKEN_EXPIRES_IN"] = {"client_credentials": lifetime}
    found = Identity("", folder / "ca.pem")

    def save(token: dict[str, Any], asked: Any) -> None:
        found.tokens.append((str(request.view_args["name"]) if request.view_args else "", str(token["access_token"])))

    server = AuthorizationServer(application, query_client=lambda given: robot if given == robot.client_id else None, save_token=save)
    server.register_grant(ByPost)
    for path in TOKEN_PATHS:
        application.add_url_rule(path, path, lambda name: server.create_token_response(), methods=["POST"])
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    running = make_server("127.0.0.1", 0, application, threaded=True, ssl_context=(str(folder / "leaf.pem"), str(folder / "leaf.pem")))
    found.url = f"https://localhost:{running.server_port}"
    thread = threading.Thread(target=running.serve_forever, daemon=True)
    thread.start()
    try:
        yield found
    finally:
        running.shutdown()
        thread.join()
        running.server_close()
