"""`get_api_client`: each way to sign in, each environment variable, and tokens that are renewed."""

from __future__ import annotations

import logging
import os
from typing import Any

import pytest
from cosmotech_client import testing
from cosmotech_client._handwritten.sign_in import VARIABLES, wanted
from cosmotech_client.connection import NoConnectionSettings, get_api_client
from cosmotech_client.exceptions import ClientError, ConfigurationError, Unauthorized

SECRET = "not-to-be-shown"


@pytest.fixture
def open_server() -> Any:
    with testing.local_server(seed=True, keep_secrets=True) as running:
        yield running


def key_environ(server: Any) -> dict[str, str]:
    return {"CSM_API_URL": server.url, "CSM_API_KEY": SECRET}


def keycloak_environ(server: Any) -> dict[str, str]:
    return {
        "CSM_API_URL": server.url,
        "IDP_BASE_URL": server.root,
        "IDP_TENANT_ID": "realm-1",
        "IDP_CLIENT_ID": "robot",
        "IDP_CLIENT_SECRET": SECRET,
    }


def entra_environ(server: Any) -> dict[str, str]:
    return {
        "CSM_API_URL": server.url,
        "CSM_API_SCOPE": "api://platform/.default",
        "AZURE_CLIENT_ID": "robot",
        "AZURE_CLIENT_SECRET": SECRET,
        "AZURE_TENANT_ID": "tenant-1",
        "AZURE_AUTHORITY_HOST": server.root,
    }


WAYS = {"Cosmo Tech API Key": key_environ, "Keycloak Connection": keycloak_environ, "Azure Entra Connection": entra_environ}


@pytest.mark.parametrize("label", WAYS)
def test_get_api_client(guide: Any, open_server: Any, label: str) -> None:
    client, how = guide.connection.get_api_client(WAYS[label](open_server))
    guide.clients.append(client)
    assert how == label
    assert [one.id for one in guide.do(client.organization.find_all_organizations)] == ["O-demo"]
    assert SECRET not in repr(client)


def test_get_api_client_reads_the_process_environment(guide: Any, open_server: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in {name for names in VARIABLES.values() for name in names} & set(os.environ):
        monkeypatch.delenv(name)
    for name, value in key_environ(open_server).items():
        monkeypatch.setenv(name, value)
    client, how = guide.connection.get_api_client()
    guide.clients.append(client)
    assert how == "Cosmo Tech API Key"


def test_api_client_is_closed_with_with_and_with_close(open_server: Any) -> None:
    client, _ = get_api_client(key_environ(open_server))
    with client:
        client.organization.find_all_organizations()
    client.close()
    with pytest.raises(ClientError):
        client.organization.find_all_organizations()


def test_csm_api_url(open_server: Any) -> None:
    assert wanted(key_environ(open_server)).base_url == open_server.url


def test_csm_api_key(open_server: Any) -> None:
    client, _ = get_api_client(key_environ(open_server))
    with client:
        client.organization.find_all_organizations()
    headers = open_server.journal[-1].headers
    assert headers["x-csm-api-key"] == SECRET and "authorization" not in headers


def test_csm_api_key_header(open_server: Any) -> None:
    environ = {**key_environ(open_server), "CSM_API_KEY_HEADER": "X-Other-Key"}
    client, _ = get_api_client(environ)
    with client, pytest.raises(ClientError):  # the local server knows the documented header only
        client.organization.find_all_organizations()
    assert open_server.journal[-1].headers["x-other-key"] == SECRET


@pytest.mark.parametrize("name", ["IDP_BASE_URL", "IDP_TENANT_ID", "IDP_CLIENT_ID", "IDP_CLIENT_SECRET"])
def test_keycloak_variables(open_server: Any, name: str) -> None:
    environ = keycloak_environ(open_server)
    assert wanted(environ).method == "keycloak"
    with pytest.raises(NoConnectionSettings, match=f"Keycloak Connection: {name}\n"):
        wanted({**environ, name: ""})


@pytest.mark.parametrize("name", ["CSM_API_SCOPE", "AZURE_CLIENT_ID", "AZURE_CLIENT_SECRET", "AZURE_TENANT_ID"])
def test_entra_variables(open_server: Any, name: str) -> None:
    environ = entra_environ(open_server)
    assert wanted(environ).method == "entra"
    with pytest.raises(NoConnectionSettings, match=f"Azure Entra Connection: {name}\n"):
        wanted({**environ, name: ""})


def test_keycloak_request(open_server: Any) -> None:
    client, _ = get_api_client(keycloak_environ(open_server))
    with client:
        client.organization.find_all_organizations()
    assert open_server.behaviour.token_requests == [
        {
            "grant_type": "client_credentials",
            "scope": "openid",
            "client_id": "robot",
            "path": "/realms/realm-1/protocol/openid-connect/token",
        }
    ]


def test_entra_request(open_server: Any) -> None:
    client, _ = get_api_client(entra_environ(open_server))
    with client:
        client.organization.find_all_organizations()
    expected = {
        "grant_type": "client_credentials",
        "scope": "api://platform/.default",
        "client_id": "robot",
        "path": "/tenant-1/oauth2/v2.0/token",
    }
    assert open_server.behaviour.token_requests == [expected]


def test_order_of_the_ways(open_server: Any) -> None:
    everything = {**key_environ(open_server), **entra_environ(open_server), **keycloak_environ(open_server)}
    assert wanted(everything).label == "Keycloak Connection"
    del everything["IDP_TENANT_ID"]
    assert wanted(everything).label == "Cosmo Tech API Key"
    del everything["CSM_API_KEY"]
    assert wanted(everything).label == "Azure Entra Connection"


def test_nothing_complete_says_what_is_missing() -> None:
    with pytest.raises(EnvironmentError) as caught:
        wanted({"CSM_API_URL": "https://platform.example", "AZURE_CLIENT_ID": "robot", "AZURE_CLIENT_SECRET": SECRET})
    assert isinstance(caught.value, ConfigurationError)
    lines = str(caught.value).splitlines()
    assert lines[1].strip() == "Azure Entra Connection: CSM_API_SCOPE, AZURE_TENANT_ID", "the way that was begun stands first"
    assert "Cosmo Tech API Key: CSM_API_KEY" in str(caught.value) and SECRET not in str(caught.value)
    assert wanted_missing({}) == {"CSM_API_URL"}


def wanted_missing(environ: dict[str, str]) -> set[str]:
    with pytest.raises(NoConnectionSettings) as caught:
        wanted(environ)
    return set.intersection(*(set(names) for names in caught.value.missing.values()))


@pytest.mark.parametrize("label", ["Keycloak Connection", "Azure Entra Connection"])
def test_tokens_are_renewed(guide: Any, open_server: Any, label: str) -> None:
    client, _ = guide.connection.get_api_client(WAYS[label](open_server))
    guide.clients.append(client)
    guide.do(client.organization.find_all_organizations)
    guide.do(client.organization.find_all_organizations)
    assert len(open_server.behaviour.token_requests) == 1, "a token is kept"
    open_server.behaviour.revoke_tokens()
    guide.do(client.organization.find_all_organizations)
    assert len(open_server.behaviour.token_requests) == 2, "a refused token is replaced, and the call sent again"


def test_wrong_client_secret(open_server: Any) -> None:
    open_server.behaviour.identities["robot"] = "another"
    client, _ = get_api_client(keycloak_environ(open_server))
    with client, pytest.raises(ClientError, match="IDP_CLIENT_SECRET") as caught:
        client.organization.find_all_organizations()
    assert SECRET not in str(caught.value) and "invalid_client" in str(caught.value)


def test_wrong_api_key() -> None:
    with testing.local_server(seed=True, accepted=["the-key"]) as server:
        client, _ = get_api_client(key_environ(server))
        with client, pytest.raises(Unauthorized):
            client.organization.find_all_organizations()


def test_idp_ca_cert_that_is_not_there(open_server: Any, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING):
        client, _ = get_api_client({**keycloak_environ(open_server), "IDP_CA_CERT": "/no/such/file.pem"})
    with client:
        client.organization.find_all_organizations()
    assert "IDP_CA_CERT" in caplog.text


def test_idp_ca_cert_that_is_no_certificate(open_server: Any, tmp_path: Any) -> None:
    (tmp_path / "ca.pem").write_text("nothing")
    with pytest.raises(ConfigurationError, match="IDP_CA_CERT"):
        get_api_client({**keycloak_environ(open_server), "IDP_CA_CERT": str(tmp_path / "ca.pem")})


def test_idp_base_url_that_is_not_secure(open_server: Any) -> None:
    with pytest.raises(ConfigurationError, match="IDP_BASE_URL"):
        get_api_client({**keycloak_environ(open_server), "IDP_BASE_URL": "http://identity.example"})
