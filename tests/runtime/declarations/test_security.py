"""Security requirements: schemes that are needed together, and credentials that are optional."""

from __future__ import annotations

from typing import Any

import pytest
from demo_client._runtime.declarations import errors
from demo_client._runtime.declarations.api import SecurityScheme
from demo_client._runtime.declarations.configuration import Configuration

from tests.support import demo
from tests.support.fault_server import reply
from tests.support.sides import CANARY, Side

DEFINITION = demo.ApiDefinition(
    name="Demo",
    package="demo_client",
    base_url="https://demo.invalid",
    schemes=(
        SecurityScheme("app", "apiKey", parameter="X-App-Key", variables=("DEMO_APP_KEY",)),
        SecurityScheme("user", "apiKey", parameter="X-User-Key"),
        SecurityScheme("first", "apiKey", parameter="a", location="cookie"),
        SecurityScheme("second", "apiKey", parameter="b", location="cookie"),
        SecurityScheme("query", "apiKey", parameter="q", location="query"),
        SecurityScheme("token", "bearer"),
    ),
)
KEYS = {"app": "app-canary", "user": "user-canary", "first": "1", "second": "2", "query": "3"}


def op(*security: tuple[str, ...]) -> Any:
    return demo.op("open_get", "GET", "/open", security=security)


class Secured(demo.Demo):
    definition = DEFINITION


class AsyncSecured(demo.AsyncDemo):
    definition = DEFINITION


def client(side: Side, *configuration: Any, **settings: Any) -> Any:
    kind = AsyncSecured if side.is_async else Secured
    usual = {} if configuration else {"base_url": side.server.url, "environment": False}
    return side.wrap(kind(*configuration, **usual, **settings))


@pytest.mark.parametrize(
    ("security", "settings", "headers"),
    [
        ([("app", "user")], {"api_key": KEYS}, {"x-app-key": "app-canary", "x-user-key": "user-canary"}),
        ([("app", "token")], {"api_key": "k", "access_token": "t"}, {"x-app-key": "k", "authorization": "Bearer t"}),
        ([("first", "second")], {"api_key": KEYS}, {"cookie": "a=1; b=2"}),
        ([("app", "user"), ("token",)], {"api_key": {"app": "k"}, "access_token": "t"}, {"x-app-key": None, "authorization": "Bearer t"}),
        ([("app", "token")], {"api_key": "k", "auth": lambda: "t"}, {"x-app-key": "k", "authorization": "Bearer t"}),
        ([("app", "user")], {"api_key": {"app": lambda: "k", "user": "u"}}, {"x-app-key": "k", "x-user-key": "u"}),
        ([(), ("app",)], {}, {"x-app-key": None}),
        ([("app",), ()], {}, {"x-app-key": None}),
        ([(), ("app",)], {"api_key": "k"}, {"x-app-key": "k"}),
        ([()], {"api_key": "k"}, {"x-app-key": None}),
        ([(), ("token",)], {"auth": lambda: "t"}, {"authorization": "Bearer t"}),
    ],
)
def test_requirements(side: Side, security: Any, settings: dict[str, Any], headers: dict[str, str | None]) -> None:
    client(side, **settings).call(op(*security))
    seen = side.server.journal[-1]
    assert {name: seen.header(name) for name in headers} == headers


def test_a_key_in_the_query_beside_one_in_a_header(side: Side) -> None:
    client(side, api_key=KEYS).call(op(("app", "query")))
    assert side.server.journal[-1].target == "/open?q=3" and side.server.journal[-1].header("x-app-key") == "app-canary"


def test_what_is_missing_is_named(side: Side) -> None:
    with pytest.raises(errors.ConfigurationError) as caught:
        client(side, api_key={"app": "k"}).call(op(("app", "user"), ("token",)))
    assert "set api_key={'app': …} (or the environment variable DEMO_APP_KEY) and set api_key={'user': …}; or set access_token=…" in str(
        caught.value
    )
    assert not side.server.journal


def test_a_key_without_a_name_is_not_sent_for_two_schemes(side: Side) -> None:
    with pytest.raises(errors.ConfigurationError, match="'user'"):
        client(side, api_key="k").call(op(("app", "user")))
    assert not side.server.journal


def test_each_function_is_asked_again_after_a_refusal(side: Side) -> None:
    tokens = iter(["old", "new", "new", "new"])
    side.server.script = [reply(401)]
    client(side, api_key="k", access_token=lambda: next(tokens)).call(op(("app", "token")))
    assert [(seen.header("x-app-key"), seen.header("authorization")) for seen in side.server.journal] == [
        ("k", "Bearer old"),
        ("k", "Bearer new"),
    ]


def test_no_secret_is_shown(side: Side) -> None:
    side.server.default = reply(404, {"error": f"{CANARY} and user-canary"})
    with pytest.raises(errors.NotFound) as caught:
        client(side, api_key={"app": CANARY, "user": lambda: "user-canary"}).call(op(("app", "user")))
    assert "canary" not in repr(caught.value.body).lower() and CANARY not in repr(caught.value.body)


@pytest.mark.parametrize("setting", ["api_key", "api_key_prefix"])
def test_a_key_by_a_name_that_no_scheme_has_is_refused_with_the_known_ones(side: Side, setting: str) -> None:
    made = client(side, **{setting: {"app": "k", "typo": CANARY}})
    with pytest.raises(errors.ConfigurationError, match=rf"{setting} has unknown names: 'typo' \(known: .*app.*user") as caught:
        made.call(op(("app",)))
    assert CANARY not in str(caught.value) and side.server.journal == []


def test_a_header_may_be_given_as_clients_of_other_generators_take_it(side: Side) -> None:
    side.server.default = reply(204)
    configuration = Configuration(
        headers={"x-own": "old", "X-Other": "1"}, api_key={"app": "a", "user": "u"}, base_url=str(side.server.url)
    )
    for given in ((configuration,), ()):
        kept = {} if given else {"headers": {"x-own": "old", "X-Other": "1"}, "api_key": {"app": "a", "user": "u"}}
        client(side, *given, header_name="X-Own", header_value="new", cookie="a=1", **kept).call(op(("app", "user")))
        seen = side.server.journal[-1]
        assert [value for name, value in seen.fields if name.lower() == "x-own"] == ["new"]
        assert (seen.header("x-other"), "a=1" in str(seen.header("cookie"))) == ("1", True)
    assert configuration.headers == {"x-own": "old", "X-Other": "1"}
    with pytest.raises(errors.ConfigurationError, match="given together"):
        client(side, header_name="X-Own")
