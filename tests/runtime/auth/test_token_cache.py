"""The rules of tokens, without I/O."""

from __future__ import annotations

from typing import Any

import pytest
from demo_client._runtime.auth import configured, token_cache
from demo_client._runtime.auth.oauth import endpoint
from demo_client._runtime.auth.oauth import flows as flows_module
from demo_client._runtime.declarations import api
from demo_client._runtime.declarations import configuration as configuration_module
from demo_client._runtime.declarations import errors as errors_module
from demo_client._runtime.declarations.settings import Values


@pytest.fixture
def tokens() -> Any:
    return token_cache


@pytest.fixture
def grants() -> Any:
    return endpoint


@pytest.fixture
def errors() -> Any:
    return errors_module


def grant(grants: Any, asked: float, lifetime: float = 100.0) -> Any:
    return grants.AccessToken(grants.Secret("t"), asked, lifetime)


def test_life_of_a_token(tokens: Any, grants: Any) -> None:
    keeper = tokens.TokenCache(object, chance=lambda: 0.5)
    first = keeper.ask(0.0)
    assert first.lead and keeper.ask(0.0).wait is first.lead
    token = keeper.succeeded(first.lead, grant(grants, 0.0))
    assert keeper.ask(79.9).token is token
    ahead = keeper.ask(80.0)
    assert ahead.lead and ahead.token is token
    assert keeper.ask(81.0).token is token and keeper.ask(81.0).lead is None
    assert keeper.ask(90.0).wait is ahead.lead
    assert keeper.succeeded(ahead.lead, grant(grants, 80.0)) is keeper.ask(90.0).token


def test_compare_and_invalidate(tokens: Any, grants: Any) -> None:
    keeper = tokens.TokenCache(object)
    old = keeper.succeeded(keeper.ask(0.0).lead, grant(grants, 0.0))
    assert keeper.refused(old, 1.0)
    new = keeper.succeeded(keeper.ask(1.0).lead, grant(grants, 1.0))
    assert keeper.refused(old, 1.0) and keeper.ask(1.0).token is new
    assert not keeper.refused(new, 2.0) and keeper.ask(2.0).token is new
    assert keeper.refused(new, 60.0) and keeper.ask(60.0).lead


def test_failures_are_kept_for_a_moment(tokens: Any, errors: Any) -> None:
    keeper = tokens.TokenCache(object, chance=lambda: 0.5)
    for pause in (1.0, 2.0, 4.0):
        now = pause * 100
        keeper.failed(keeper.ask(now).lead, errors.TokenError("no"), now)
        with pytest.raises(errors.TokenError):
            keeper.ask(now + pause - 0.1)
        turn = keeper.ask(now + pause + 0.1)
        assert turn.lead
        keeper.abandoned(turn.lead)


def test_failures_without_end(tokens: Any, errors: Any) -> None:
    keeper = tokens.TokenCache(object, chance=lambda: 0.5)
    for now in range(0, 110_000, 100):
        keeper.failed(keeper.ask(now).lead, errors.TokenError("no"), now)
    with pytest.raises(errors.TokenError):
        keeper.ask(now + 29.9)
    assert keeper.ask(now + 30.1).lead


@pytest.mark.parametrize(
    ("said", "seconds"), [(60, 60.0), ("60", 60.0), (None, None), ("nan", None), (-1, None), (True, None), ("soon", None), (1e400, None)]
)
def test_durations_as_servers_write_them(said: Any, seconds: float | None) -> None:
    assert endpoint.seconds(said) == seconds


def test_addresses() -> None:
    flows = flows_module
    assert flows.entra_url("contoso.onmicrosoft.com") == "https://login.microsoftonline.com/contoso.onmicrosoft.com/oauth2/v2.0/token"
    assert flows.keycloak_url("https://id.example/auth/", "a b") == "https://id.example/auth/realms/a%20b/protocol/openid-connect/token"
    assert flows.default_scope("api://app") == "api://app/.default" == flows.default_scope("api://app/.default")
    entra = flows.ClientCredentials.entra("t", "i", "s", scope="api://app")
    assert (
        entra.steps(None).send(None).content.reveal()
        == "grant_type=client_credentials&scope=api%3A%2F%2Fapp%2F.default&client_id=i&client_secret=s"
    )
    for url in ("http://id.example/token", "ftp://x", "https://me:pw@id.example/", "https://x y", "https://x\r\ny"):
        with pytest.raises(ValueError) as caught:
            flows.ClientCredentials(url, "i", "s")
        assert "pw" not in str(caught.value)
    for tenant in ("", "../x", "a/b"):
        with pytest.raises(ValueError):
            flows.entra_url(tenant)


def flow_for(scheme: Any, configuration: Any, environ: dict[str, str]) -> Any:
    return configured.flow_for(scheme, Values(api.ApiDefinition(name="Demo", package="demo_client"), configuration, environ))


def scheme(**facts: Any) -> Any:
    names = {
        name: (f"X_{name.upper()}",)
        for name in ("token_url", "client_id", "client_secret", "scopes", "tenant", "realm", "identity_url", "key")
    }
    return api.SecurityScheme("oauth", "oauth2", variables_of=names, **facts)


@pytest.mark.parametrize(
    ("flow", "variables", "url"),
    [
        (None, {"X_TOKEN_URL": "https://id.example/t", "X_SCOPES": "a,b"}, "https://id.example/t"),
        ("client_secret_post", {"X_TOKEN_URL": "https://id.example/t"}, "https://id.example/t"),
        ("entra", {"X_TENANT": "t", "X_SCOPES": "api://x"}, "https://login.microsoftonline.com/t/oauth2/v2.0/token"),
        (
            "keycloak",
            {"X_IDENTITY_URL": "https://id.example/", "X_REALM": "r"},
            "https://id.example/realms/r/protocol/openid-connect/token",
        ),
    ],
)
def test_settings_from_the_environment(tokens: Any, flow: str | None, variables: dict[str, str], url: str) -> None:
    configuration = configuration_module.Configuration()
    environ = {"X_CLIENT_ID": "me", "X_CLIENT_SECRET": "canary", **variables}
    made = flow_for(scheme(flow=flow), configuration, environ)
    assert made.token_url == url
    assert "canary" not in repr(made)
    assert "X_CLIENT_SECRET" in made._settings() and "canary" not in made._settings()
    assert flow_for(scheme(flow=flow), configuration, {}) is None
    with pytest.raises(errors_module.ConfigurationError, match="X_CLIENT_SECRET"):
        flow_for(scheme(flow=flow), configuration, {"X_CLIENT_ID": "me"})
    quiet = configuration_module.Configuration(environment=False)
    assert flow_for(scheme(flow=flow), quiet, environ) is None


def test_key_exchange_from_settings(tokens: Any) -> None:
    configuration = configuration_module.Configuration(api_key="canary")
    made = flow_for(scheme(flow="key_exchange", token_url="https://x.example/api/tokens"), configuration, {})
    assert made.url == "https://x.example/api/tokens"


@pytest.mark.parametrize("wrong", [{"client_id": 1}, {"client_secret": b"canary"}, {"scopes": 5}, {"scopes": [5]}, {"token_url": 5}])
def test_settings_of_a_wrong_type_are_named(wrong: dict[str, Any]) -> None:
    settings = {"client_id": "me", "client_secret": "canary", "token_url": "https://id.example/t", **wrong}
    configuration = configuration_module.Configuration(**settings)
    with pytest.raises(errors_module.ConfigurationError, match=next(iter(wrong))) as caught:
        flow_for(scheme(), configuration, {})
    assert "canary" not in str(caught.value)
