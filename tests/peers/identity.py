"""The OpenID provider of a test run: who its clients are, what arrived, and a person who signs in with a browser.

The provider is another project's; `provider.mjs` starts it. This module must never know the runtime that is tested.
"""

from __future__ import annotations

import hashlib
import ssl
from collections.abc import Generator, Iterable, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import httpx
import trustme

from .node import running

CLIENT_CREDENTIALS = "client_credentials"
DEVICE_CODE = "urn:ietf:params:oauth:grant-type:device_code"
EXCHANGE = "urn:ietf:params:oauth:grant-type:token-exchange"
REFRESH_TOKEN = "refresh_token"

ID = "the program: 50% & co+1/?"
"""A client id with everything that must be encoded in a Basic header: RFC 6749 (A.1) allows it printable ASCII."""
SECRET = 'canary: 100%41 + "&=/?\\ ~'
"""A secret likewise; `%41` would become an A where somebody decodes once too often."""
UMLAUT_ID, UMLAUT_SECRET = "umlaut", "canary: Grüße 100% ß+ß"
"""A client whose secret has umlauts: RFC 6749 (A.2) does not allow it, some servers hand them out all the same."""
SHORT_ID, SHORT_LIFE = "short", 60.0
"""A client whose tokens live a minute."""
DEVICE_ID = "device"
EXCHANGE_ID = "exchange"


def _client(client_id: str, *grants: str, secret: str | None = SECRET, **more: Any) -> dict[str, Any]:
    method = (
        {"token_endpoint_auth_method": "client_secret_basic", "client_secret": secret} if secret else {"token_endpoint_auth_method": "none"}
    )
    return {"client_id": client_id, "grant_types": list(grants), **method, **more}


CLIENTS = (
    _client(ID, CLIENT_CREDENTIALS),
    _client(UMLAUT_ID, CLIENT_CREDENTIALS, secret="never compared with", late_secret=UMLAUT_SECRET),
    _client(SHORT_ID, CLIENT_CREDENTIALS, lifetime=SHORT_LIFE),
    _client(DEVICE_ID, DEVICE_CODE, REFRESH_TOKEN, secret=None, lifetime=SHORT_LIFE),
    _client(EXCHANGE_ID, EXCHANGE),
)


def fingerprint(text: str) -> str:
    """How the journal names a secret."""
    return hashlib.sha256(text.encode()).hexdigest()


@dataclass(frozen=True)
class Entry:
    """One request that arrived: at a token endpoint, or at the API."""

    path: str
    status: int
    asked: str = ""
    """The path as it was asked for, before Entra's or Keycloak's shape was taken off."""
    client: str | None = None
    grant: str | None = None
    scope: str | None = None
    error: str | None = None
    fields: tuple[str, ...] = ()
    """The names of the form fields."""
    basic: tuple[str, ...] = ()
    """The fingerprints of id and secret in the Basic header."""
    token: str | None = None
    """The fingerprint of the token, at the API."""

    @classmethod
    def of(cls, data: Mapping[str, Any]) -> Entry:
        """As the journal has it."""
        given: dict[str, Any] = {**data, **{name: tuple(data.get(name, ())) for name in ("fields", "basic")}}
        return cls(**given)


class Identity:
    """A running provider.

    Attributes:
        url: where it is; `api_url` is an API that takes its tokens and answers with empty lists.
        authority: a file with the CA that its certificate comes from; `wrong_authority` has another one.
    """

    def __init__(self, port: int, folder: Path) -> None:
        self.url = f"https://127.0.0.1:{port}"
        self.localhost = f"https://localhost:{port}"
        """The same server under a name that its certificate does not have."""
        self.api_url = f"{self.url}/api/v1"
        self.token_url = f"{self.url}/token"
        self.device_url = f"{self.url}/device/auth"
        self.authority = str(folder / "authority.pem")
        self.wrong_authority = str(folder / "wrong_authority.pem")
        self._http = self.browser()

    def browser(self) -> httpx.Client:
        """An HTTP client that keeps cookies and trusts the provider."""
        return httpx.Client(verify=ssl.create_default_context(cafile=self.authority), trust_env=False, timeout=30)

    def close(self) -> None:
        """Close the connection."""
        self._http.close()

    def _tell(self, what: str, **parameters: float) -> list[Any]:
        response = self._http.post(f"{self.url}/_test/{what}", params=parameters).raise_for_status()
        told: list[Any] = response.json()
        return told

    def reset(self) -> None:
        """Forget what arrived, and be quick and well again. The clock stays where it is."""
        self._tell("reset")

    def set(self, *, advance: float = 0, delay: float = 0, broken: int = 0) -> None:
        """Put the provider's clock forward; hold its token answers back (both in seconds); let so many token calls end at a gateway."""
        self._tell("set", advance=advance, delay=delay, broken=broken)

    def journal(self) -> list[Entry]:
        """Everything that arrived since `reset`."""
        return [Entry.of(data) for data in self._tell("journal")]

    def token_calls(self, path: str = "/token") -> list[Entry]:
        """What arrived at the token endpoint, as the provider counts it."""
        return [entry for entry in self.journal() if entry.path == path]

    def api_calls(self) -> list[Entry]:
        """What arrived at the API."""
        return [entry for entry in self.journal() if entry.path == "/api"]

    def access_token(self) -> str:
        """An access token, got by hand."""
        form = {"grant_type": CLIENT_CREDENTIALS, "client_id": ID, "client_secret": SECRET}
        return str(self._http.post(self.token_url, data=form).raise_for_status().json()["access_token"])

    def refresh_token(self, client_id: str = DEVICE_ID) -> str:
        """A refresh token, got by hand: with a person, and without the runtime."""
        started = (
            self._http.post(self.device_url, data={"client_id": client_id, "scope": "openid offline_access"}).raise_for_status().json()
        )
        sign_in(self, started["verification_uri_complete"])
        form = {"client_id": client_id, "grant_type": DEVICE_CODE, "device_code": started["device_code"]}
        return str(self._http.post(self.token_url, data=form).raise_for_status().json()["refresh_token"])


@contextmanager
def provider(folder: Path) -> Generator[Identity, None, None]:
    """A running provider with a certificate from a CA of its own."""
    authority = trustme.CA()
    certificate = authority.issue_cert("127.0.0.1")
    authority.cert_pem.write_to_path(folder / "authority.pem")
    trustme.CA().cert_pem.write_to_path(folder / "wrong_authority.pem")
    certificate.cert_chain_pems[0].write_to_path(folder / "certificate.pem")
    certificate.private_key_pem.write_to_path(folder / "key.pem")
    settings = {"cert": str(folder / "certificate.pem"), "key": str(folder / "key.pem"), "clients": CLIENTS}
    with running("provider.mjs", settings) as ready:
        identity = Identity(ready["port"], folder)
        try:
            yield identity
        finally:
            identity.close()


@dataclass
class Form:
    """A form on a page."""

    action: str
    fields: dict[str, str]


class _Forms(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[Form] = []

    def handle_starttag(self, tag: str, attrs: Iterable[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "form":
            self.found.append(Form(given.get("action", ""), {}))
        elif tag == "input" and self.found and given.get("name"):
            self.found[-1].fields[given["name"]] = given.get("value", "")


def sign_in(identity: Identity, address: str, *, deny: bool = False) -> None:
    """What a person does with the address that a program shows: open it, confirm the code (or refuse), sign in, consent."""
    with identity.browser() as browser:
        page = browser.get(address, follow_redirects=True)
        while True:
            forms = _Forms()
            forms.feed(page.text)
            if not forms.found:
                break
            form = forms.found[0]
            if "login" in form.fields:
                form.fields |= {"login": "ada", "password": "any"}
            refused = deny and "confirm" in form.fields
            if refused:
                form.fields["abort"] = "yes"
            page = browser.post(urljoin(str(page.url), form.action), data=form.fields, follow_redirects=True)
            if refused:
                assert "interrupted" in page.text, page.text
                return
    assert page.status_code == 200 and "Success" in page.text, page.text
