"""Where a server points: redirects, next links, addresses inside the network. Nothing of ours goes there, and nobody follows unasked."""

from __future__ import annotations

from typing import Any

import pytest
from demo_client._runtime.declarations import errors
from demo_client._runtime.transport.redirects import Hosts, is_private

from tests.support.fault_server import Connection, FaultServer, Seen, Step, head, reply

from .deeds import DATA, HALF, LIST, DownloadDeed
from .matrix import COLUMNS
from .world import CANARY, Stage


def _refused(stage: Stage, column: str, **settings: Any) -> None:
    """It is an error at once, the request was sent once, and nothing else was."""
    deed = stage.deed
    if column == "batch":
        report = deed.perform(**settings)
        assert report.summary() == "4 done, 2 failed"
        stage.raises(errors.BatchError, report.raise_if_failed)
        assert isinstance(report[2].error, errors.RedirectRefused)
    elif column == "token":
        error = stage.raises(errors.TokenError, lambda: deed.perform(**settings))
        assert error.terminal and "redirect" in str(error)
    else:
        error = stage.raises(errors.RedirectRefused, lambda: deed.perform(**settings))
        assert column != "poll" or (error.job_id == "j1" and not isinstance(error, errors.JobFailed))
    assert len(stage.concerned) == 1
    stage.others_once()


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
@pytest.mark.parametrize("column", COLUMNS)
def test_redirects_are_refused(stage: Stage, evil: FaultServer, column: str, status: int) -> None:
    stage.act(column)
    stage.faults = [reply(status, Location=f"{evil.url}/steal")] * 9
    _refused(stage, column)
    assert evil.accepted == 0


@pytest.mark.parametrize(
    "location",
    [
        "http://169.254.169.254/latest/meta-data",
        "//files.example.com/x",
        "/elsewhere",
        "file:///etc/passwd",
        "https://[::1]/",
        "http:///",
        "",
    ],
)
@pytest.mark.parametrize("column", COLUMNS)
def test_supplied_addresses(stage: Stage, column: str, location: str) -> None:
    stage.act(column)
    stage.faults = [reply(307, Location=location)] * 9
    # Hosts of files are listed by name, and by the scheme that a name stands for.
    _refused(stage, column, **({} if column == "token" else {"file_hosts": ["*.example.com", "https://[::2]"]}))


INNER = [
    "http://files.example.com/x",
    "https://127.0.0.1/x",
    "https://10.1.2.3/x",
    "https://169.254.169.254/x",
    "https://[::1]/x",
    "https://localhost/x",
    "https://vault.internal/x",
    "https://2130706433/x",
    "https://0x7f.1/x",
    "https://router/x",
]


@pytest.mark.parametrize("url", INNER)
@pytest.mark.parametrize("method", ["GET", "POST", "PUT"])
def test_requests_to_inner_addresses(stage: Stage, url: str, method: str) -> None:
    """What an API hands out as an address for a file may lead anywhere; an API in the open does not send us into our own network."""
    client = stage.client(base_url="https://api.example.com")
    error = stage.raises(errors.InvalidArgument, lambda: stage.run(client.request(method, url, content=b"x" if method == "PUT" else b"")))
    assert "Nothing was sent" in str(error) and "file_hosts" in str(error)
    assert not stage.clock.slept and stage.server.accepted == 0


def test_listed_hosts_may_be_asked_and_get_nothing_of_ours(stage: Stage) -> None:
    client = stage.client(base_url="https://api.example.com", file_hosts=[stage.server.url])
    stage.run(client.request("PUT", f"{stage.server.url}/things/1", content=b"file"))
    (seen,) = stage.server.journal
    assert seen.body == b"file" and CANARY not in repr(seen.fields)


def test_next_links_are_not_followed(stage: Stage, evil: FaultServer) -> None:
    stage.act("list")
    stage.faults = [reply(200, {"items": [3], "next": f"{evil.url}/projects/p/things?cursor=p3"})]
    error = stage.raises(errors.PagingError, lambda: stage.run(stage.client().pages(LIST, {"project": "p"}).collect()))
    assert "URLs are not followed" in str(error) and evil.accepted == 0 and len(stage.server.journal) == 2


def _only_the_file(seen: Seen, *more: str) -> None:
    assert {name.lower() for name, _ in seen.fields} <= {"host", "accept", "accept-encoding", *more}
    assert CANARY not in repr(seen.fields) + seen.target


@pytest.mark.parametrize("status", [307, 308])
@pytest.mark.parametrize("column", ["upload", "new upload"])
def test_uploads_follow_to_listed_hosts(stage: Stage, evil: FaultServer, column: str, status: int) -> None:
    deed = stage.act(column)
    stage.faults = [reply(status, Location=f"{evil.url}/bucket/1?sig=abc")]
    evil.default = reply(200, {"id": "1"})
    assert deed.good(deed.perform(file_hosts=[evil.url], headers={"X-Ours": "1"}))
    (here,), (there,) = stage.concerned, evil.journal
    assert there.body == here.body and there.target == "/bucket/1?sig=abc" and there.method == here.method
    assert there.header("content-type") == here.header("content-type")
    _only_the_file(there, "content-type", "content-length")


def test_an_upload_that_goes_round_is_given_up(stage: Stage, evil: FaultServer) -> None:
    deed = stage.act("upload")
    stage.faults = [reply(307, Location=evil.url)]
    evil.default = reply(307, Location=f"{evil.url}/again")
    stage.raises(errors.RedirectRefused, lambda: deed.perform(file_hosts=[evil.url]))
    assert len(evil.journal) == 5 and len(stage.concerned) == 1


def file_host(evil: FaultServer) -> Step:
    def step(connection: Connection, seen: Seen) -> None:
        first = int((seen.header("range") or "").removeprefix("bytes=").rstrip("-"))
        ranged = {"Content-Range": f"bytes {first}-{len(DATA) - 1}/{len(DATA)}", "Content-Length": str(len(DATA) - first)}
        connection.send(head(206, {"ETag": DownloadDeed.etag, **ranged}) + DATA[first:])

    return step


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_downloads_follow_to_listed_hosts(stage: Stage, evil: FaultServer, status: int) -> None:
    deed = stage.act("download")
    stage.faults = [reply(status, Location=f"{evil.url}/bucket/f?sig=abc")]
    evil.default = file_host(evil)
    assert deed.good(deed.perform(file_hosts=[evil.url], headers={"X-Ours": "1"}))
    (there,) = evil.journal
    assert there.header("range") == f"bytes={HALF}-" and there.header("accept-encoding") == "identity"
    _only_the_file(there, "range", "if-range")
    assert len(stage.concerned) == 1


def test_a_download_that_goes_round_is_given_up(stage: Stage, evil: FaultServer) -> None:
    deed = stage.act("download")
    stage.faults = [reply(302, Location=evil.url)]
    evil.default = reply(302, Location=f"{evil.url}/again")
    stage.raises(errors.RedirectRefused, lambda: deed.perform(file_hosts=[evil.url]))
    assert len(evil.journal) == 5 and len(stage.concerned) == 1


@pytest.mark.parametrize("status", [401, 503])
@pytest.mark.parametrize("column", ["upload", "download"])
def test_a_link_that_has_expired_is_asked_for_anew(stage: Stage, evil: FaultServer, column: str, status: int) -> None:
    deed = stage.act(column)
    stage.faults = [reply(307, Location=f"{evil.url}/old"), reply(307, Location=f"{evil.url}/new")]
    evil.script = [reply(status)]
    evil.default = file_host(evil) if column == "download" else reply(200, {"id": "1"})
    assert deed.good(deed.perform(file_hosts=[evil.url], auth=stage.token_auth()))
    assert [seen.target for seen in evil.journal] == ["/old", "/new"] and len(stage.concerned) == 2


@pytest.mark.parametrize("entry", ["https://x/?q=1", "10.0.0.1", "ftp://x", "x y", "*", "com", "https://user:pw@x", "*.*.com", ""])
def test_hosts_that_are_none_are_refused(stage: Stage, entry: str) -> None:
    stage.raises(errors.ConfigurationError, lambda: stage.client(file_hosts=[entry]))


def test_which_hosts_match() -> None:
    from demo_client._runtime.declarations.settings import address_of

    hosts = Hosts(["files.example.com", "*.Blob.example.net", "https://odd.example.com:8443"])
    inside = [
        "https://files.example.com",
        "https://FILES.example.com:443/x",
        "https://a.b.blob.example.net",
        "https://odd.example.com:8443",
    ]
    outside = [
        "http://files.example.com", "https://files.example.com:444", "https://blob.example.net", "https://x.files.example.com",
        "https://evilblob.example.net", "https://odd.example.com", "https://files.example.com.evil.org",
    ]  # fmt: skip
    assert [url for url in inside + outside if address_of(url).origin in hosts] == inside


@pytest.mark.parametrize("host", ["127.0.0.1", "[::1]", "10.0.0.1", "172.16.0.1", "192.168.1.1", "169.254.1.1", "[fe80::1]", "[fd00::1]"])
def test_private_addresses(host: str) -> None:
    assert is_private(host)
    assert is_private("localhost.") and is_private("A.LOCAL") and is_private("0")
    assert not is_private("8.8.8.8") and not is_private("api.example.com") and not is_private("[2606:4700::1111]")
