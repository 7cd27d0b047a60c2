"""The local server seen by an independent reader of the document: what fits is taken and answered as documented, what does not is refused."""

from __future__ import annotations

from typing import Any

import pytest
from schemathesis import GenerationMode
from schemathesis.checks import not_a_server_error

from tests.support.generated_requests import CHECKS, each_operation

HEADERS = {"Authorization": "Token canary"}


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
