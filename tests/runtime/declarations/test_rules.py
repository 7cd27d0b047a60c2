"""Rules that need no network: retries, what may be shown, fitting of values."""

from __future__ import annotations

import math
import pickle
import time
from typing import Any

import pytest
from demo_client._runtime.auth.oauth.endpoint import TokenRequest, TokenResponse, token_error
from demo_client._runtime.call.response import Headers
from demo_client._runtime.codec.coerce import coerce as fitted
from demo_client._runtime.declarations import errors
from demo_client._runtime.declarations import redaction as redact
from demo_client._runtime.declarations.options import NO_OPTIONS, RequestOptions, RetryPolicy, Timeout
from demo_client._runtime.declarations.redaction import Secret, WireHeaders
from demo_client._runtime.jobs.polling import is_about_one
from demo_client._runtime.retry.policy import after_status, pause_after, retry_after
from demo_client._runtime.retry.retryable import is_transient
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support.demo import Input, Thing


@settings(deadline=None)  # how fast a busy machine is says nothing of ours
@given(st.text(max_size=40), st.floats(0, 4e9))
def test_retry_after_is_a_pause_or_nothing(text: str, now: float) -> None:
    seconds = retry_after(text, now)
    assert seconds is None or (seconds > 0 and math.isfinite(seconds))


@pytest.mark.parametrize("zone", ["", " GMT", " -0000", " +0000"])
def test_retry_after_dates_are_gmt_where_they_do_not_say(zone: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "America/New_York")
    time.tzset()
    try:
        assert retry_after(f"Thu, 01 Jan 1970 00:01:00{zone}", 50.0) == 10.0
    finally:
        monkeypatch.undo()
        time.tzset()


@settings(deadline=None)  # how fast a busy machine is says nothing of ours
@given(st.integers(1, 10_000), st.floats(0, 1, exclude_max=True))
def test_backoff_is_bounded(attempt: int, chance: float) -> None:
    assert 0 <= RetryPolicy().backoff(attempt, lambda: chance) <= 8


def test_pauses_grow_and_never_undercut_what_was_asked() -> None:
    policy = RetryPolicy()
    assert [policy.backoff(attempt, lambda: 1.0) for attempt in (1, 2, 3, 5, 6)] == [0.5, 1, 2, 8, 8]
    assert pause_after(policy, 1, 3.0, lambda: 1.0) == pytest.approx(3.3)
    assert pause_after(policy, 1, 60.1, lambda: 0.0) is None


@pytest.mark.parametrize("status", [400, 401, 403, 404, 409, 413, 422, 501, 505])
def test_most_errors_stay(status: int) -> None:
    assert after_status(status, safe=True) == after_status(status, safe=False) == "stop"


@pytest.mark.parametrize(
    "name",
    [
        "Authorization",
        "X-Api-Key",
        "apikey",
        "Cookie",
        "Set-Cookie",
        "X-Amz-Signature",
        "sig",
        "client_secret",
        "password",
        "X-Token",
        "code",
    ],
)
def test_secret_names(name: str) -> None:
    assert redact.is_secret(name)
    assert redact.url(f"https://u:p@h/x?a=1&{name}=hush#hush") == f"https://h/x?a=1&{name}=***"


def test_what_may_pass_is_one_list_for_calls_batches_polls_and_tokens() -> None:
    """Of statuses below 500: calls that are safe to repeat, what outlives a call, polls of one job and requests for a token agree."""
    for status in range(400, 500):
        error, request = errors.error_class(status)(status=status), TokenRequest("https://t.invalid", WireHeaders(), Secret(""), "")
        may_pass = after_status(status, safe=True) == "again"
        assert is_transient(error) == may_pass, status
        assert token_error(request, TokenResponse(0.0, status)).terminal != may_pass, status
        assert not (may_pass and is_about_one(error, ["1", "2"])), status


@pytest.mark.parametrize("name", ["limit", "X-Request-Id", "Content-Type", "keyword", "status"])
def test_names_that_are_not_secret(name: str) -> None:
    assert not redact.is_secret(name)


def test_options_are_merged() -> None:
    first = RequestOptions(headers={"X-A": "1", "X-B": "1"}, deadline=5.0)
    merged = first.merged(RequestOptions(headers={"x-a": "2"}, deadline=None))
    assert merged.headers == {"X-B": "1", "x-a": "2"} and merged.deadline is None
    assert NO_OPTIONS.merged(first) is first and first.merged(None) is first
    assert Timeout.of((1.0, 2.0)) == Timeout(1.0, 2.0, 2.0, 2.0)


def test_headers() -> None:
    headers = Headers([(b"Set-Cookie", b"a=1"), (b"set-cookie", b"b=2"), (b"X-Name", b"v")])
    assert headers["x-NAME"] == "v" and headers["SET-COOKIE"] == "a=1, b=2" and headers.all("Set-cookie") == ["a=1", "b=2"]
    assert dict(pickle.loads(pickle.dumps(headers))) == {"x-name": "v"}


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["id", "name", "count", "inputs", "data_type", "x"]), inner, max_size=4)
    ),
    max_leaves=12,
)


@settings(deadline=None)  # how fast a busy machine is says nothing of ours
@given(json_values)
def test_fitting_never_fails(value: Any) -> None:
    fit, found = fitted(value, list[Thing], strict=True)
    if not found:
        assert isinstance(fit, list) and all(isinstance(item, Thing) for item in fit)


def test_fitting_of_unions_takes_the_member_that_fits_best() -> None:
    fit, found = fitted({"name": "a", "data_type": "b"}, Thing | Input | None, strict=True)
    assert isinstance(fit, Input) and found == []
    assert fitted(None, Thing | None, strict=True) == (None, [])
    assert fitted({"a": {"id": "1"}}, dict[str, Thing], strict=True)[0]["a"].id == "1"


def test_packages_export_every_error_and_the_tree_shows_it() -> None:
    from generator.view.runtime_names import ERRORS

    public = [name for name, value in vars(errors).items() if isinstance(value, type) and value.__module__ == errors.__name__]
    assert sorted(ERRORS) == sorted(name for name in public if not name.startswith("_"))
    drawn = errors.__doc__ or ""
    crossing = {"Attempt", "UnknownDeadline", "UnknownDecode", "UnknownNoAnswer", "UnknownResponseTooLarge", "UnknownServerError"}
    assert not [name for name in ERRORS if name not in drawn and name not in crossing]


def test_every_error_can_be_pickled() -> None:
    for kind in (
        errors.BatchError,
        errors.JobFailed,
        errors.JobTimeout,
        errors.UnknownDeadline,
        errors.InvalidBody,
        errors.ConfigurationError,
    ):
        error = kind("text", operation="op", url="https://u:p@h/?token=x")
        copied = pickle.loads(pickle.dumps(error))
        assert type(copied) is kind and str(copied) == "text" and copied.url == "https://h/?token=***"
    job = errors.JobFailed("text", job=lambda: None, job_id="j1")
    copied = pickle.loads(pickle.dumps(job))
    assert copied.job is None and copied.job_id == "j1"
