"""Requests that schemathesis makes of a document: of each operation a few, the same in every run."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from typing import Any

import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis.errors import Unsatisfiable
from schemathesis import GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.core.result import Ok
from schemathesis.specs.openapi.checks import content_type_conformance, response_schema_conformance

CHECKS = [not_a_server_error, response_schema_conformance, content_type_conformance]


def each_operation(document: dict[str, Any], mode: GenerationMode, check: Callable[[Any], None], examples: int = 3) -> int:
    """Try every operation of a document with a few generated requests; returns how many operations there were."""
    quiet = settings(
        max_examples=examples,
        derandomize=True,
        deadline=None,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    count = 0
    for result in schemathesis.openapi.from_dict(document).get_all_operations():
        assert isinstance(result, Ok)
        operation = result.ok()
        count += 1

        @quiet
        @given(case=operation.as_strategy(generation_mode=mode))
        def attempt(case: Any) -> None:
            check(case)

        # There is no wrong request to an operation without parameters and body.
        with contextlib.suppress(Unsatisfiable):
            attempt()
    return count
