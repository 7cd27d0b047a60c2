"""Names of fields: what the generated model says is what msgspec sends."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.naming.names import python_name
from generator.view.schemas.fields import camel

KNOWN = ("class_", "sold_at", "line_1", "a_b_c", "x509_cert", "object_e_tag", "two__words", "is_3d", "utf8")


def sent(name: str) -> str:
    struct = msgspec.defstruct("Probe", [(name, int)], rename="camel")
    return msgspec.structs.fields(struct)[0].encode_name


@pytest.mark.parametrize("name", KNOWN)
def test_camel_case_is_that_of_msgspec(name: str) -> None:
    assert camel(name) == sent(name)


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])  # how fast a machine makes up names says nothing of ours
@given(st.from_regex(r"[a-zA-Z][a-zA-Z0-9_]{0,20}", fullmatch=True))
def test_camel_case_is_that_of_msgspec_for_any_name(wire: str) -> None:
    name = python_name(wire)
    assert camel(name) in {"", sent(name)}
