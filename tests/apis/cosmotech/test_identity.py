"""Keycloak and Entra token flows against a real authorization server over TLS: certificates, refusals, renewal."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from cosmotech_client import testing
from cosmotech_client.exceptions import ClientError, Unauthorized

from .identity import Identity, Robot, identity_server

SCOPES = {"openid", "api://platform/.default"}


@pytest.fixture
def identity(tmp_path: Path) -> Iterator[Identity]:
    with identity_server(tmp_path, Robot("robot", "s3cret & more+%", SCOPES), lifetime=60) as running:
        yield running


@pytest.fixture
def platform(identity: Identity) -> Iterator[Any]:
    """A platform that takes the tokens of this identity server, and nothing else."""
    with testing.local_server(seed=True, keep_secrets=True, accepted=["none yet"]) as running:
        yield running


def keycloak(identity: Identity, platform: Any) -> dict[str, str]:
    return {
        "CSM_API_URL": str(platform),
        "IDP_BASE_URL": identity.url,
        "IDP_TENANT_ID": "realm-1",
        "IDP_CLIENT_ID": "robot",
        "IDP_CLIENT_SECRET": "s3cret & more+%",
        "IDP_CA_CERT": str(identity.ca),
    }


def entra(identity: Identity, platform: Any) -> dict[str, str]:
    return {
        "CSM_API_URL": str(platform),
        "CSM_API_SCOPE": "api://platform/.default",
        "AZURE_CLIENT_ID": "robot",
        "AZURE_CLIENT_SECRET": "s3cret & more+%",
        "AZURE_TENANT_ID": "realm-1",
        "AZURE_AUTHORITY_HOST": identity.url,
    }


def accept(platform: Any, identity: Identity) -> None:
    platform.accept_only(*(f"Bearer {token}" for _, token in identity.tokens[-1:]))


@pytest.mark.parametrize("way", [keycloak, entra])
def test_token_flow_over_tls(guide: Any, identity: Identity, platform: Any, way: Any) -> None:
    trust = {} if way is keycloak else {"verify": str(identity.ca)}
    client, _ = guide.connection.get_api_client(way(identity, platform), **trust)
    guide.clients.append(client)
    with pytest.raises(Unauthorized):
        # The platform does not know the first tokens yet.
        guide.do(client.organization.find_all_organizations)
    assert {name for name, _ in identity.tokens} == {"realm-1"}
    accept(platform, identity)
    assert guide.do(client.organization.find_all_organizations)[0].id == "O-demo"
    count = len(identity.tokens)
    guide.do(client.organization.find_all_organizations)
    assert len(identity.tokens) == count, "the token is used again"


def test_token_is_replaced_when_the_platform_refuses_it(guide: Any, identity: Identity, platform: Any) -> None:
    platform.accept_only()
    client, _ = guide.connection.get_api_client(keycloak(identity, platform))
    guide.clients.append(client)
    guide.do(client.organization.find_all_organizations)
    platform.faults.add("find_all_organizations", status=401)
    guide.do(client.organization.find_all_organizations)
    assert len(identity.tokens) == 2 and identity.tokens[0] != identity.tokens[1]
    assert platform.journal[-1].headers["authorization"] == f"Bearer {identity.tokens[1][1]}"


def test_tokens_are_renewed_before_they_expire(guide: Any, tmp_path: Path) -> None:
    """A token of two seconds is renewed while it still works: no call is ever refused."""
    with identity_server(tmp_path, Robot("robot", "x", SCOPES), lifetime=2) as identity, testing.local_server(seed=True) as platform:
        client, _ = guide.connection.get_api_client({**keycloak(identity, platform), "IDP_CLIENT_SECRET": "x"})
        guide.clients.append(client)
        guide.do(client.organization.find_all_organizations)
        import time

        ends = time.monotonic() + 10
        while len(identity.tokens) < 2 and time.monotonic() < ends:
            guide.do(client.organization.find_all_organizations)
            time.sleep(0.05)
        assert len(identity.tokens) >= 2
        assert {entry.status for entry in platform.journal} == {200}


def test_idp_ca_cert(identity: Identity, platform: Any, guide: Any) -> None:
    environ = keycloak(identity, platform)
    del environ["IDP_CA_CERT"]
    client, _ = guide.connection.get_api_client(environ, retries=0)
    guide.clients.append(client)
    with pytest.raises(ClientError, match=r"certificate|TLS|SSL"):
        guide.do(client.organization.find_all_organizations)
    assert not identity.tokens


def test_wrong_secret_over_tls(guide: Any, identity: Identity, platform: Any) -> None:
    client, _ = guide.connection.get_api_client({**keycloak(identity, platform), "IDP_CLIENT_SECRET": "wrong-secret"})
    guide.clients.append(client)
    with pytest.raises(ClientError, match="invalid_client") as caught:
        guide.do(client.organization.find_all_organizations)
    assert "IDP_CLIENT_SECRET" in str(caught.value) and "wrong-secret" not in str(caught.value)
