"""Each documented argument of the client and each documented environment variable has its effect: over real sockets, on either client."""

from __future__ import annotations

import logging
import ssl
import threading
import time
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import parse_qs

import httpx
import pytest
import trustme
from cognite_client import RequestOptions
from cognite_client.exceptions import CogniteAPIError, CogniteAPIKeyError, ConfigurationError, ConnectFailed, NoAnswer

from tests.support.fault_server import FaultServer, Reply, Seen

from .conftest import Side

STATUS = {"data": {"user": "me", "loggedIn": True, "project": "mine", "projectId": 1}}
VARIABLES = (
    *(f"COGNITE_{name}" for name in ("API_KEY", "PROJECT", "BASE_URL", "CLIENT_NAME", "API_VERSION", "MAX_WORKERS", "TIMEOUT")),
    *(f"COGNITE_{name}" for name in ("FILE_TRANSFER_TIMEOUT", "DISABLE_PYPI_VERSION_CHECK", "DISABLE_GZIP", "DISABLE_SSL")),
    *(f"COGNITE_{name}" for name in ("MAX_RETRIES", "MAX_RETRY_BACKOFF", "MAX_CONNECTION_POOL_SIZE", "STATUS_FORCELIST")),
    *(f"COGNITE_{name}" for name in ("TOKEN_URL", "CLIENT_ID", "CLIENT_SECRET", "TOKEN_SCOPES")),
    *("http_proxy", "https_proxy", "all_proxy", "no_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY"),
)
Make = Callable[..., Any]


@pytest.fixture(autouse=True)
def environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is set but what a test sets."""
    for name in VARIABLES:
        monkeypatch.delenv(name, raising=False)


class World:
    """A server whose answers a test may change, and the clients that were made for it."""

    def __init__(self, name: str, tls: ssl.SSLContext | None = None) -> None:
        self.name = name
        self.replies: list[Reply] = []
        self.server = FaultServer(tls).answer(self.answer)
        self.answers: Callable[[Seen], Reply | None] = lambda _: None
        self.sides: list[Side] = []

    def answer(self, request: Seen) -> Reply:
        found = self.answers(request)
        if found is not None:
            return found
        if self.replies:
            return self.replies.pop(0)
        if request.path.endswith("/login/status"):
            return Reply(STATUS)
        return Reply({"items": request.json.get("items", []) if request.method == "POST" else []})

    def client(self, **settings: Any) -> Side:
        """A client of this server: an API key, a name and a project are given unless told otherwise (None: not given)."""
        made = Side(self.name, self.server.url, **settings)
        self.sides.append(made)
        return made

    @property
    def last(self) -> Seen:
        """The last request."""
        return self.server.journal[-1]


@pytest.fixture(params=["sync", "async"])
def world(request: pytest.FixtureRequest) -> Iterator[World]:
    made = World(request.param)
    with made.server:
        yield made
        for side in made.sides:
            side.close()


def login(side: Side) -> Any:
    return side.do(side.client.login.status())


# Who is calling, and where


def test_the_least(world: World) -> None:
    side = world.client()
    assert login(side).project == "mine"
    headers = world.last.headers
    assert world.last.path == "/login/status"
    assert headers["api-key"] == "canary-key"
    assert (headers["x-cdp-app"], headers["cdf-version"]) == ("tests", "V20210423")
    assert headers["x-cdp-sdk"].startswith("CognitePythonSDK:")
    assert "authorization" not in headers


@pytest.mark.parametrize(
    ("argument", "variable", "value", "header"),
    [
        ("api_key", "COGNITE_API_KEY", "k2", "api-key"),
        ("client_name", "COGNITE_CLIENT_NAME", "name2", "x-cdp-app"),
        ("api_subversion", "COGNITE_API_VERSION", "V2", "cdf-version"),
    ],
)
def test_headers_from_arguments_and_variables(
    world: World, monkeypatch: pytest.MonkeyPatch, argument: str, variable: str, value: str, header: str
) -> None:
    login(world.client(**{argument: value}))
    assert world.last.headers[header] == value
    monkeypatch.setenv(variable, f"{value}-env")
    login(world.client(**{argument: None}))
    assert world.last.headers[header] == f"{value}-env"
    login(world.client(**{argument: value}))
    assert world.last.headers[header] == value, "the argument goes before the environment"


def test_base_url_from_the_environment(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COGNITE_BASE_URL", world.server.url)
    side = world.client(base_url=None)
    assert login(side).user == "me"
    assert side.client.config.base_url == world.server.url


def test_project(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    side = world.client(project="given")
    side.do(side.client.assets.list())
    assert world.last.path == "/api/v1/projects/given/assets/list"
    monkeypatch.setenv("COGNITE_PROJECT", "variable")
    side = world.client(project=None)
    side.do(side.client.assets.list())
    assert world.last.path == "/api/v1/projects/variable/assets/list"
    monkeypatch.delenv("COGNITE_PROJECT")
    side = world.client(project=None)
    before = len(world.server.journal)
    for _ in range(2):
        side.do(side.client.assets.list())
    paths = [one.path for one in world.server.journal[before:]]
    assert paths == ["/login/status", "/api/v1/projects/mine/assets/list", "/api/v1/projects/mine/assets/list"]
    assert side.client.config.project == "mine"


@pytest.mark.parametrize("status", [{}, {"data": None}, {"data": {"user": "me", "loggedIn": False}}], ids=["empty", "null", "no project"])
def test_credentials_without_a_project(world: World, status: Any) -> None:
    world.answers = lambda request: Reply(status) if request.path == "/login/status" else None
    side = world.client(project=None)
    with pytest.raises(ConfigurationError, match="COGNITE_PROJECT"):
        side.do(side.client.assets.list())


def test_headers_of_ones_own_go_last(world: World) -> None:
    login(world.client(headers={"x-team": "blue", "x-cdp-app": "other"}))
    assert (world.last.headers["x-team"], world.last.headers["x-cdp-app"]) == ("blue", "other")


def test_a_client_without_a_name_has_that_of_the_package(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    for given in (None, ""):
        login(world.client(client_name=given))
        assert world.last.headers["x-cdp-app"] == "cognite-client"
    monkeypatch.setenv("COGNITE_CLIENT_NAME", "of the environment")
    login(world.client(client_name=None))
    assert world.last.headers["x-cdp-app"] == "of the environment"


@pytest.mark.parametrize("name", ["Authorization", "authorization", "AUTHORIZATION"])
@pytest.mark.parametrize(
    "credentials", [{}, {"api_key": None, "token": "jwt"}, {"api_key": None, "token": lambda: "jwt"}, {"api_key": None}]
)
def test_an_authorization_of_ones_own_goes_before_the_client_s(world: World, name: str, credentials: dict[str, Any]) -> None:
    login(world.client(headers={name: "Custom mine", "x-team": "blue"}, **credentials))
    sent = [value for key, value in world.last.fields if key.lower() == "authorization"]
    assert (sent, world.last.headers["x-team"]) == (["Custom mine"], "blue")
    assert world.last.headers.get("api-key") == (None if "api_key" in credentials else "canary-key")
    side = world.client(**{**credentials, "headers": {"Authorization": "x"}})
    for call in (side.client.get, side.client.delete):
        side.do(call("/login/status", headers={name: "Custom other"}))
        assert [value for key, value in world.last.fields if key.lower() == "authorization"] == ["Custom other"]
    assert "mine" not in repr(side.client) + repr(side.client.config)


@pytest.mark.parametrize("value", ["a\r\nb: c", "", "ä", 5])
def test_an_authorization_that_cannot_be_sent_is_refused_without_showing_it(world: World, value: Any) -> None:
    with pytest.raises(ValueError, match="Authorization.*Nothing was sent") as caught:
        world.client(headers={"Authorization": value})
    assert "b: c" not in str(caught.value)
    side = world.client()
    with pytest.raises(ValueError, match="Authorization.*Nothing was sent"):
        side.do(side.client.get("/login/status", headers={"Authorization": value}))
    assert not world.server.journal


def test_a_setting_of_another_type_is_named(world: World) -> None:
    for name in ("api_key", "project", "client_name", "base_url", "headers", "proxies", "token_url", "token_custom_args"):
        for value in (5, b"x", True, ["x"], {1: "x"}, lambda: "x"):
            with pytest.raises(ConfigurationError, match=f"^{name} must be a (string|mapping).*Nothing was sent"):
                world.client(**{name: value})


def test_credentials_are_needed(world: World) -> None:
    with pytest.raises(CogniteAPIKeyError, match="COGNITE_API_KEY"):
        world.client(api_key=None)


# Credentials


def test_a_token_goes_before_keys(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COGNITE_API_KEY", "from-the-environment")
    for key in (None, "given"):
        login(world.client(api_key=key, token="jwt"))
        assert world.last.headers["authorization"] == "Bearer jwt"
        assert "api-key" not in world.last.headers
    login(world.client(api_key="given", token=""))
    assert world.last.headers["api-key"] == "given", "an empty token is none"


def test_a_function_is_called_for_every_request(world: World) -> None:
    tokens = iter(f"jwt{number}" for number in range(10))
    side = world.client(api_key=None, token=lambda: next(tokens))
    for _ in range(3):
        login(side)
    assert [one.headers["authorization"] for one in world.server.journal] == ["Bearer jwt0", "Bearer jwt1", "Bearer jwt2"]


def issuing(request: Seen) -> Reply | None:
    return Reply({"access_token": "issued", "expires_in": 3600, "token_type": "Bearer"}) if request.path == "/token" else None


def test_client_credentials(world: World) -> None:
    world.answers = issuing
    side = world.client(
        api_key=None,
        token_url=f"{world.server.url}/token",
        token_client_id="id",
        token_client_secret="canary-secret",
        token_scopes=["a", "b"],
        token_custom_args={"audience": "x"},
    )
    for _ in range(2):
        login(side)
    paths = [one.path for one in world.server.journal]
    assert paths == ["/token", "/login/status", "/login/status"], "one token serves both"
    form = {name: values[0] for name, values in parse_qs(world.server.journal[0].body.decode()).items()}
    assert form == {
        "grant_type": "client_credentials",
        "client_id": "id",
        "client_secret": "canary-secret",
        "scope": "a b",
        "audience": "x",
    }
    assert world.last.headers["authorization"] == "Bearer issued"
    assert "canary-secret" not in repr(side.client.config)


def test_client_credentials_from_the_environment(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    world.answers = issuing
    monkeypatch.setenv("COGNITE_TOKEN_URL", f"{world.server.url}/token")
    monkeypatch.setenv("COGNITE_CLIENT_ID", "id-env")
    monkeypatch.setenv("COGNITE_CLIENT_SECRET", "secret-env")
    monkeypatch.setenv("COGNITE_TOKEN_SCOPES", "a, b")
    login(world.client(api_key=None))
    form = parse_qs(world.server.journal[0].body.decode())
    assert (form["client_id"], form["client_secret"], form["scope"]) == (["id-env"], ["secret-env"], ["a b"])
    login(world.client(api_key=None, token_client_id="id", token_client_secret="secret", token_scopes=["c"]))
    form = parse_qs(world.server.journal[2].body.decode())
    assert (form["client_id"], form["client_secret"], form["scope"]) == (["id"], ["secret"], ["c"]), "arguments go before the environment"


@pytest.mark.parametrize("given", [{"api_key": "k"}, {"api_key": None, "token": "t"}], ids=["key", "token"])
def test_client_credentials_are_the_last_resort(world: World, given: dict[str, Any]) -> None:
    world.answers = issuing
    login(world.client(token_url=f"{world.server.url}/token", token_client_id="id", token_client_secret="secret", **given))
    assert [one.path for one in world.server.journal] == ["/login/status"]


# How much at once


class Meter:
    """Counts requests under way. Each waits for `together - 1` others, so that so many are seen at once for certain."""

    def __init__(self, together: int) -> None:
        self.barrier = threading.Barrier(together)
        self.lock = threading.Lock()
        self.now = self.most = 0

    def __call__(self, request: Seen) -> Reply | None:
        with self.lock:
            self.now += 1
            self.most = max(self.most, self.now)
        self.barrier.wait(30)
        with self.lock:
            self.now -= 1
        return None


def nine_requests(side: Side) -> None:
    from cognite_client.data_classes import DataSet

    side.do(side.client.data_sets.create([DataSet(external_id=str(number)) for number in range(90)]))


@pytest.mark.parametrize("variable", [False, True], ids=["argument", "variable"])
def test_max_workers(world: World, monkeypatch: pytest.MonkeyPatch, variable: bool) -> None:
    world.answers = meter = Meter(3)
    monkeypatch.setenv("COGNITE_MAX_WORKERS", "3" if variable else "1")
    nine_requests(world.client(**({} if variable else {"max_workers": 3})))
    assert (meter.most, len(world.server.journal)) == (3, 9)


def test_max_connection_pool_size(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    world.answers = meter = Meter(3)
    monkeypatch.setenv("COGNITE_MAX_CONNECTION_POOL_SIZE", "3")
    nine_requests(world.client(max_workers=9))
    assert (meter.most, len(world.server.journal)) == (3, 9)


@pytest.mark.parametrize(
    ("variable", "values"),
    [
        ("COGNITE_MAX_WORKERS", ("0", "-1", "many", "nan", "inf", "1.5")),
        ("COGNITE_MAX_CONNECTION_POOL_SIZE", ("0", "x")),
        ("COGNITE_MAX_RETRIES", ("-1", "x")),
        ("COGNITE_TIMEOUT", ("soon",)),
        ("COGNITE_FILE_TRANSFER_TIMEOUT", ("soon",)),
        ("COGNITE_MAX_RETRY_BACKOFF", ("soon",)),
        ("COGNITE_STATUS_FORCELIST", ("429;503", "busy")),
    ],
)
def test_variables_are_checked(world: World, monkeypatch: pytest.MonkeyPatch, variable: str, values: tuple[str, ...]) -> None:
    for value in values:
        monkeypatch.setenv(variable, value)
        with pytest.raises(ValueError, match=variable):
            world.client()


# Time


@pytest.fixture
def held(world: World) -> Iterator[threading.Event]:
    """Answers of `/held` paths wait until the test is over."""
    over = threading.Event()
    yield over
    over.set()


@pytest.mark.parametrize("variable", [False, True], ids=["argument", "variable"])
def test_timeout(world: World, held: threading.Event, monkeypatch: pytest.MonkeyPatch, variable: bool) -> None:
    world.answers = lambda request: held.wait(60) and None
    monkeypatch.setenv("COGNITE_MAX_RETRIES", "0")
    monkeypatch.setenv("COGNITE_TIMEOUT", "0.2" if variable else "50")
    started = time.monotonic()
    side = world.client(**({} if variable else {"timeout": 0.2}))
    with pytest.raises(NoAnswer):
        login(side)
    assert time.monotonic() - started < 20


@pytest.mark.parametrize("place", ["argument", "variable", "call"])
def test_file_transfer_timeout(world: World, held: threading.Event, monkeypatch: pytest.MonkeyPatch, place: str) -> None:
    def answers(request: Seen) -> Reply | None:
        if request.path.endswith("/downloadlink"):
            return Reply({"items": [{"id": 1, "downloadUrl": f"{world.server.url}/content"}]})
        held.wait(60)
        return None

    world.answers = answers
    monkeypatch.setenv("COGNITE_MAX_RETRIES", "0")
    monkeypatch.setenv("COGNITE_FILE_TRANSFER_TIMEOUT", "0.2" if place == "variable" else "50")
    started = time.monotonic()
    side = world.client(**({"file_transfer_timeout": 0.2} if place == "argument" else {}))
    with pytest.raises(NoAnswer):
        side.do(side.client.files.download_bytes(id=1, options=RequestOptions(timeout=0.2) if place == "call" else None))
    assert time.monotonic() - started < 20


# Again


@pytest.mark.parametrize(
    ("listed", "status", "again"),
    [
        (None, 503, True),
        (None, 504, True),
        (None, 500, False),
        ("429,502,503", 503, True),
        ("429,502,503", 504, False),
        ("429", 503, False),
        ("500, 418", 418, True),
    ],
)
def test_status_forcelist(world: World, monkeypatch: pytest.MonkeyPatch, listed: str | None, status: int, again: bool) -> None:
    monkeypatch.setenv("COGNITE_MAX_RETRY_BACKOFF", "0")
    if listed is not None:
        monkeypatch.setenv("COGNITE_STATUS_FORCELIST", listed)
    world.replies = [Reply({"error": {"code": status, "message": "no"}}, status)]
    side = world.client()
    if again:
        assert login(side).user == "me"
        assert len(world.server.journal) == 2
    else:
        with pytest.raises(CogniteAPIError) as caught:
            login(side)
        assert (caught.value.code, len(world.server.journal)) == (status, 1)


@pytest.mark.parametrize(("status", "sent"), [(503, 1), (429, 2)])
def test_what_is_not_safe_to_repeat_is_repeated_after_429_only(
    world: World, monkeypatch: pytest.MonkeyPatch, status: int, sent: int
) -> None:
    monkeypatch.setenv("COGNITE_MAX_RETRY_BACKOFF", "0")
    world.replies = [Reply({"error": {"code": status, "message": "no"}}, status)]
    side = world.client()
    try:
        side.do(side.client.raw.databases.create("db"))
    except CogniteAPIError as error:
        assert error.unknown == ["db"]
    assert len(world.server.journal) == sent


def test_max_retries_and_backoff(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COGNITE_MAX_RETRIES", "3")
    monkeypatch.setenv("COGNITE_MAX_RETRY_BACKOFF", "0.01")
    world.answers = lambda request: Reply({"error": "busy"}, 503)
    with pytest.raises(CogniteAPIError, match="busy") as caught:
        login(world.client())
    assert len(world.server.journal) == 4
    pauses = [one.pause for one in caught.value.attempts[:-1]]
    assert all(pause is not None and 0 <= pause <= 0.01 for pause in pauses)


# On the wire


@pytest.mark.parametrize(("value", "packed"), [(None, True), ("0", True), ("1", False)])
def test_gzip(world: World, monkeypatch: pytest.MonkeyPatch, value: str | None, packed: bool) -> None:
    if value is not None:
        monkeypatch.setenv("COGNITE_DISABLE_GZIP", value)
    side = world.client()
    side.do(side.client.raw.databases.create("db"))
    assert world.last.json == {"items": [{"name": "db"}]}
    assert (world.last.headers.get("content-encoding") == "gzip") is packed


def test_ssl(monkeypatch: pytest.MonkeyPatch) -> None:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    trustme.CA().issue_cert("127.0.0.1").configure_cert(context)
    monkeypatch.setenv("COGNITE_MAX_RETRIES", "0")
    for name in ("sync", "async"):
        world = World(name, context)
        with world.server:
            for value, refused in ((None, True), ("0", True), ("1", False)):
                if value is not None:
                    monkeypatch.setenv("COGNITE_DISABLE_SSL", value)
                if refused:
                    with pytest.raises(ConnectFailed):
                        login(world.client())
                else:
                    assert login(world.client()).user == "me"
            for side in world.sides:
                side.close()
        monkeypatch.delenv("COGNITE_DISABLE_SSL")


@pytest.mark.parametrize(
    ("proxies", "variable", "used"),
    [
        ({"http": "PROXY"}, None, True),
        ({"all": "PROXY"}, None, True),
        ({"https": "PROXY"}, None, False),
        (None, "http_proxy", True),
        (None, "https_proxy", False),
        (None, None, False),
    ],
)
def test_proxies(world: World, monkeypatch: pytest.MonkeyPatch, proxies: dict[str, str] | None, variable: str | None, used: bool) -> None:
    if variable is not None:
        monkeypatch.setenv(variable, world.server.url)
    given = None if proxies is None else {name: world.server.url for name in proxies}
    monkeypatch.setenv("COGNITE_MAX_RETRIES", "0")
    other = FaultServer().answer(lambda request: Reply(STATUS))
    with other:
        assert login(world.client(base_url=other.url, proxies=given)).user == "me"
    assert (len(world.server.journal), len(other.journal)) == ((1, 0) if used else (0, 1))
    if used:
        assert world.last.path == f"{other.url}/login/status"


# Telling


def test_debug(world: World, capfd: pytest.CaptureFixture[str]) -> None:
    logger = logging.getLogger("cognite_client")
    level, handlers = logger.level, logger.handlers[:]
    try:
        login(world.client())
        assert capfd.readouterr().err == ""
        login(world.client(debug=True))
        told = capfd.readouterr().err
    finally:
        logger.setLevel(level)
        logger.handlers[:] = handlers
    assert "login" in told
    assert "canary-key" not in told


@pytest.mark.parametrize("settings", [{}, {"disable_pypi_version_check": True}, {"disable_pypi_version_check": False}])
def test_nothing_but_the_api_is_asked(world: World, monkeypatch: pytest.MonkeyPatch, settings: dict[str, Any]) -> None:
    # Whatever went elsewhere would come to this proxy.
    elsewhere = FaultServer().answer(lambda request: Reply(status=404))
    with elsewhere:
        for name in ("http_proxy", "https_proxy"):
            monkeypatch.setenv(name, elsewhere.url)
        monkeypatch.setenv("no_proxy", "127.0.0.1")
        monkeypatch.setenv("COGNITE_DISABLE_PYPI_VERSION_CHECK", "0")
        login(world.client(**settings))
    assert [one.path for one in world.server.journal] == ["/login/status"]
    assert elsewhere.journal == []


def test_what_the_client_tells_of_itself(world: World) -> None:
    side = world.client(timeout=5, max_workers=2)
    assert side.client.version
    assert (side.client.config.timeout, side.client.config.max_workers, side.client.config.project) == (5, 2, "demo")
    assert "canary-key" not in repr(side.client.config)


def test_the_verbs(world: World) -> None:
    side = world.client()
    path = "/api/v1/projects/demo/assets"
    side.do(side.client.get(path, params={"limit": 5}, headers={"x-one": "1"}))
    assert (world.last.method, world.last.target, world.last.headers["x-one"]) == ("GET", f"{path}?limit=5", "1")
    assert side.do(side.client.post(path, json={"items": [1]})).json() == {"items": [1]}
    assert (world.last.method, world.last.json) == ("POST", {"items": [1]})
    side.do(side.client.put(path, json={"a": 1}))
    assert (world.last.method, world.last.json) == ("PUT", {"a": 1})
    side.do(side.client.delete(path, params={"id": 1}))
    assert (world.last.method, world.last.target) == ("DELETE", f"{path}?id=1")
    world.replies = [Reply({"error": {"code": 404, "message": "none"}}, 404)]
    with pytest.raises(CogniteAPIError, match="none"):
        side.do(side.client.get(path))


@pytest.mark.parametrize("side", ["sync", "async"])
def test_an_http_client_of_the_callers_own(side: str) -> None:
    seen: list[httpx.Request] = []

    def answer(request: httpx.Request) -> httpx.Response:
        seen.append(request)
        return httpx.Response(200, json={"items": [{"id": 1, "name": "n"}]})

    kind = httpx.Client if side == "sync" else httpx.AsyncClient
    own = kind(transport=httpx.MockTransport(answer))
    made = Side(side, "https://cognite.test", http_client=own)
    assert [asset.name for asset in made.do(made.client.assets.list())] == ["n"]
    assert (seen[0].url.host, seen[0].headers["api-key"]) == ("cognite.test", "canary-key")
    made.close()
    assert not own.is_closed, "it is the caller's to close"
