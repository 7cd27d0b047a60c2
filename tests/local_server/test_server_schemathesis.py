"""The local server seen by an independent reader of the document: what fits is taken and answered as documented, what does not is refused."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis.errors import Unsatisfiable
from schemathesis import GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.core.result import Ok
from schemathesis.specs.openapi.checks import content_type_conformance, response_schema_conformance

QUIET = settings(
    max_examples=3,
    derandomize=True,
    deadline=None,
    database=None,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)
HEADERS = {"Authorization": "Token canary"}
CHECKS = [not_a_server_error, response_schema_conformance, content_type_conformance]


def each_operation(document: dict[str, Any], mode: GenerationMode, check: Callable[[Any], None]) -> int:
    """Try every operation of a document with a few generated requests; returns how many operations there were."""
    count = 0
    for result in schemathesis.openapi.from_dict(document).get_all_operations():
        assert isinstance(result, Ok)
        operation = result.ok()
        count += 1

        @QUIET
        @given(case=operation.as_strategy(generation_mode=mode))
        def attempt(case: Any) -> None:
            check(case)

        # There is no wrong request to an operation without parameters and body.
        with contextlib.suppress(Unsatisfiable):
            attempt()
    return count


@pytest.fixture(scope="module")
def document(ubiops: Any) -> dict[str, Any]:
    from handwritten.testing.schema.json_values import is_object

    data = ubiops.serving.local_server.load_document()
    assert is_object(data)
    return data


def test_requests_that_fit_are_answered_as_documented(ubiops: Any, document: dict[str, Any]) -> None:
    with ubiops.local_server(autocreate=True) as server:

        def check(case: Any) -> None:
            response = case.call(base_url=server.url, headers=HEADERS)
            # The document lists successes only: what an operation refuses for reasons of its own has no schema.
            case.validate_response(response, checks=CHECKS if response.status_code < 400 else [not_a_server_error])
            # Stricter than the schema on purpose: a form has the documented fields and no other.
            strange = [one for one in server.journal.violations if "unknown form field" not in one.message]
            assert not strange, f"refused, though it fits: {strange[-1]}"

        assert each_operation(document, GenerationMode.POSITIVE, check) == 125
        answered = {entry.operation for entry in server.journal if entry.status is not None and entry.status < 300}
        assert len(answered) > 100


def test_requests_that_do_not_fit_are_refused(ubiops: Any, document: dict[str, Any]) -> None:
    with ubiops.local_server(autocreate=True) as server:
        missed: list[str] = []

        def check(case: Any) -> None:
            response = case.call(base_url=server.url, headers=HEADERS)
            assert response.status_code < 500, response.text
            if response.status_code < 400:
                missed.append(f"{case.method} {case.formatted_path} {case.query} {case.headers} {case.body!r:.200} {case.meta.components}")

        each_operation(document, GenerationMode.NEGATIVE, check)
        assert not missed, "taken, though it does not fit:\n" + "\n".join(missed)
