"""Security of a document on the wire: AND, OR, none, per operation; HTTP schemes, keys everywhere, OAuth2 flows, OpenID Connect, certificates."""

from __future__ import annotations

import asyncio
import hashlib
import importlib
import re
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from generator.lint.check import lint
from generator.load.document import load
from generator.load.problems import Problems
from tests.support.fault_server import FaultServer, Reply, Seen
from tests.support.package_of import package_of

DOCUMENT = """\
openapi: 3.1.0
info: {title: S, version: "1"}
security: [{key: []}]
paths:
  /default: {get: {operationId: default, responses: {"204": {description: Done.}}}}
  /open: {get: {operationId: open, security: [], responses: {"204": {description: Done.}}}}
  /maybe: {get: {operationId: maybe, security: [{}, {key: []}], responses: {"204": {description: Done.}}}}
  /both: {get: {operationId: both, security: [{key: [], user: []}], responses: {"204": {description: Done.}}}}
  /either: {get: {operationId: either, security: [{basic: []}, {cookie: []}], responses: {"204": {description: Done.}}}}
  /cookies: {get: {operationId: cookies, security: [{cookie: [], other_cookie: []}], parameters: [{name: more, in: cookie, schema: {type: string}}], responses: {"204": {description: Done.}}}}
  /digest: {post: {operationId: digest, security: [{digest: [], key: []}], requestBody: {content: {application/json: {schema: {}}}}, parameters: [{name: q, in: query, schema: {type: string}}], responses: {"204": {description: Done.}}}}
  /word: {get: {operationId: word, security: [{word: []}], responses: {"204": {description: Done.}}}}
  /query: {get: {operationId: query, security: [{a_query: []}], responses: {"204": {description: Done.}}}}
  /machine: {get: {operationId: machine, security: [{machine: [read]}], responses: {"204": {description: Done.}}}}
  /machine2: {get: {operationId: machine2, security: [{machine: [write, read]}], responses: {"204": {description: Done.}}}}
  /person: {get: {operationId: person, security: [{person: [all]}], responses: {"204": {description: Done.}}}}
  /connect: {get: {operationId: connect, security: [{connect: [mail]}], responses: {"204": {description: Done.}}}}
  /mutual: {get: {operationId: mutual, security: [{mutual: []}], responses: {"204": {description: Done.}}}}
  /unknown: {get: {operationId: unknown, security: [{nobody: []}], responses: {"204": {description: Done.}}}}
components:
  securitySchemes:
    key: {type: apiKey, in: header, name: X-Key}
    user: {type: apiKey, in: header, name: X-User}
    a_query: {type: apiKey, in: query, name: a key}
    cookie: {type: apiKey, in: cookie, name: sid}
    other_cookie: {type: apiKey, in: cookie, name: csrf}
    basic: {type: http, scheme: Basic}
    digest: {type: http, scheme: digest}
    word: {type: http, scheme: Negotiate}
    machine: {type: oauth2, flows: {clientCredentials: {tokenUrl: /token, scopes: {read: Read., write: Write.}}}}
    person: {type: oauth2, flows: {password: {tokenUrl: /token, scopes: {all: All.}}}}
    connect: {type: openIdConnect, openIdConnectUrl: /discovery}
    mutual: {type: mutualTLS}
"""


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> ModuleType:
    return package_of(DOCUMENT, tmp_path_factory.mktemp("security"), "security")


@pytest.fixture
def server() -> Iterator[FaultServer]:
    with FaultServer() as server:
        server.answer(_answer)
        yield server


def _answer(seen: Seen) -> Reply:
    if seen.path == "/discovery":
        return Reply({"token_endpoint": f"http://{seen.header('host')}/connect/token"})
    if seen.path.endswith("/token"):
        return Reply({"access_token": f"for {seen.form.get('scope')}".replace(" ", "-"), "token_type": "bearer", "expires_in": 3600})
    return Reply(status=204)


def _sent(package: ModuleType, server: FaultServer, name: str, *arguments: Any, **settings: Any) -> list[Seen]:
    """The requests of one call, by the sync client; the async one must send the same."""
    with package.MadeUp(base_url=server.url, **settings) as client:
        getattr(client.t, name)(*arguments)
    sent = list(server.journal)
    server.journal.clear()

    async def main() -> None:
        async with package.AsyncMadeUp(base_url=server.url, **settings) as client:
            await getattr(client.t, name)(*arguments)

    asyncio.run(main())
    again = list(server.journal)
    server.journal.clear()
    assert [(seen.target, seen.body) for seen in again] == [(seen.target, seen.body) for seen in sent]
    return sent


KEYS = {"key": "k", "user": "u", "cookie": "c", "other_cookie": "o", "word": "w", "a_query": "q q"}


def test_a_key_that_would_be_two_cookies_is_refused_without_showing_it(package: ModuleType, server: FaultServer) -> None:
    server.journal.clear()
    client = package.MadeUp(base_url=server.url, api_key={"cookie": "secret; csrf=x", "other_cookie": "o"})
    with client, pytest.raises(package.ConfigurationError, match="';', which ends a cookie") as caught:
        client.t.cookies()
    assert "secret" not in str(caught.value) and not server.journal


@pytest.mark.parametrize(
    ("name", "settings", "expected"),
    [
        ("default", {"api_key": KEYS}, {"x-key": "k"}),
        ("open", {"api_key": KEYS}, {}),
        ("maybe", {}, {}),
        ("maybe", {"api_key": KEYS}, {"x-key": "k"}),
        ("both", {"api_key": KEYS}, {"x-key": "k", "x-user": "u"}),
        ("either", {"api_key": {"cookie": "c"}}, {"cookie": "sid=c"}),
        ("either", {"username": "me", "password": "pw", "api_key": KEYS}, {"authorization": "Basic bWU6cHc="}),
        ("cookies", {"api_key": KEYS, "headers": {"Cookie": "a=b"}}, {"cookie": "sid=c; csrf=o; a=b"}),
        ("word", {"api_key": {"word": "abc"}}, {"authorization": "Negotiate abc"}),
        ("unknown", {}, {}),
    ],
)
def test_credentials_are_those_that_an_operation_asks_for(
    package: ModuleType, server: FaultServer, name: str, settings: dict[str, Any], expected: dict[str, str]
) -> None:
    (sent,) = _sent(package, server, name, **settings)
    names = ("authorization", "cookie", "x-key", "x-user")
    assert {name: value for name, value in sent.headers.items() if name in names} == expected
    assert sum(name.lower() == "cookie" for name, _ in sent.fields) <= 1


def test_a_key_in_the_query_and_a_cookie_parameter_beside_cookie_keys(package: ModuleType, server: FaultServer) -> None:
    (sent,) = _sent(package, server, "query", api_key=KEYS)
    assert sent.query == {"a key": ["q q"]}
    with package.MadeUp(base_url=server.url, api_key=KEYS) as client:
        client.t.cookies(more="m")
    assert [value for name, value in server.journal[0].fields if name.lower() == "cookie"] == ["sid=c; csrf=o; more=m"]


@pytest.mark.parametrize(
    ("name", "settings", "scope", "token"),
    [
        ("machine", {"client_id": "id", "client_secret": "s"}, "read write", "/token"),
        ("machine", {"client_id": "id", "client_secret": "s", "scopes": ["write"]}, "write", "/token"),
        ("person", {"username": "me", "password": "pw"}, "all", "/token"),
        ("connect", {"client_id": "id", "client_secret": "s"}, "mail", "/connect/token"),
    ],
)
def test_token_flows_of_the_document(
    package: ModuleType, server: FaultServer, name: str, settings: dict[str, Any], scope: str, token: str
) -> None:
    *before, sent = _sent(package, server, name, **settings)
    assert [seen.path for seen in before] == (["/discovery", token] if name == "connect" else [token])
    form = before[-1].form
    assert form["scope"] == scope
    assert form["grant_type"] == ("password" if name == "person" else "client_credentials")
    assert (form.get("username"), form.get("password")) == (("me", "pw") if name == "person" else (None, None))
    assert sent.header("authorization") == f"Bearer for-{scope.replace(' ', '-')}"


def test_a_token_that_the_user_has_is_used_as_it_is(package: ModuleType, server: FaultServer) -> None:
    for name in ("machine", "person", "connect"):
        (sent,) = _sent(package, server, name, access_token="t")
        assert sent.header("authorization") == "Bearer t"


@pytest.mark.parametrize("algorithm", ["MD5", "SHA-256", "MD5-sess", ""])
def test_digest(package: ModuleType, server: FaultServer, algorithm: str) -> None:
    hashed = hashlib.sha256 if algorithm == "SHA-256" else hashlib.md5
    used = f", algorithm={algorithm}" if algorithm else ""
    realm = r"a, \"realm\""  # as it is written between quotes; what is hashed has no backslash

    def of(*parts: str) -> str:
        return hashed(":".join(parts).encode()).hexdigest()

    def answer(seen: Seen) -> Reply:
        given = seen.header("authorization") or ""
        fields = {name: quoted or plain for name, quoted, plain in re.findall(r'(\w+)=(?:"((?:[^"\\]|\\.)*)"|([^ ,"]+))', given)}
        user = of("me", 'a, "realm"', "pw")
        if algorithm.endswith("-sess"):
            user = of(user, "n1", fields.get("cnonce", ""))
        request = of(seen.method, seen.target)
        right = of(user, "n1", fields.get("nc", ""), fields.get("cnonce", ""), "auth", request) if algorithm else of(user, "n1", request)
        if given.startswith("Digest ") and fields["response"] == right and fields["uri"] == seen.target and fields["realm"] == realm:
            return Reply(status=204)
        qop = ', qop="auth,auth-int"' if algorithm else ""
        return Reply(status=401, headers={"WWW-Authenticate": f'Basic realm="x", Digest realm="{realm}", nonce="n1"{qop}{used}'})

    server.answer(answer)
    settings = {"username": "me", "password": "pw", "api_key": "k"}
    with package.MadeUp(base_url=server.url, **settings) as client:
        client.t.digest(body={"a": 1}, q="a b")
        client.t.digest(body={"a": 2})

    async def main() -> None:
        async with package.AsyncMadeUp(base_url=server.url, **settings) as client:
            await client.t.digest(body={"a": 3})

    asyncio.run(main())
    sent = [(seen.json["a"], bool(seen.header("authorization")), seen.header("x-key")) for seen in server.journal]
    assert sent == [(1, False, "k"), (1, True, "k"), (2, True, "k"), (3, False, "k"), (3, True, "k")]
    with package.MadeUp(base_url=server.url, **{**settings, "password": "wrong"}) as client, pytest.raises(package.Unauthorized):
        client.t.digest(body={"a": 4})
    assert len(server.journal) == 7


def test_a_certificate_is_asked_for(package: ModuleType, server: FaultServer) -> None:
    import ssl

    with package.MadeUp(base_url=server.url) as client, pytest.raises(package.ConfigurationError, match="cert=…"):
        client.t.mutual()
    (sent,) = _sent(package, server, "mutual", verify=ssl.create_default_context())
    assert sent.header("authorization") is None


def test_the_local_server_asks_for_the_same(package: ModuleType) -> None:
    settings: dict[str, Any] = {
        "api_key": KEYS,
        "username": "me",
        "password": "pw",
        "access_token": "t",
        "verify": __import__("ssl").create_default_context(),
    }
    with importlib.import_module("security_client.testing").local_server() as server:
        with package.MadeUp(base_url=server, **settings) as client:
            for name in (
                "default",
                "both",
                "either",
                "cookies",
                "word",
                "query",
                "machine",
                "person",
                "connect",
                "mutual",
                "maybe",
                "open",
            ):
                getattr(client.t, name)()
            assert not server.journal.violations
            client.t.digest()
        with package.MadeUp(base_url=server, auth=lambda: "t") as client, pytest.raises(package.Unauthorized):
            client.t.default()


def test_what_nobody_declared_is_not_asked_for_and_said_once(tmp_path: Path) -> None:
    for house in (False, True):
        path = tmp_path / f"{house}.yaml"
        path.write_text(DOCUMENT, "utf-8")
        problems = Problems()
        document = load(path, problems)
        assert document is not None
        lint(document, problems, house=house)
        found = [problem.level.value for problem in problems if "no security scheme 'nobody'" in problem.message]
        assert found == (["error"] if house else ["warning"])
