"""What terminals and notebooks show of models: capped, counted, as text only, without secrets."""

from __future__ import annotations

from typing import Any

from ubiops_client._runtime.codec.models import Model


class Part(Model, kw_only=True):
    name: str | None = None
    token: str | None = None
    parts: list[Any] | None = None
    held: dict[str, Any] | None = None

    secret_fields = frozenset({"token"})


def page(value: Any) -> str:
    shown: str = value._repr_html_()
    return shown


def test_a_model_is_a_table_of_its_fields() -> None:
    one = Part(name="<script>alert(1)</script>", token="canary", parts=[Part(token="canary")], held={"<b>": "<i>"})
    assert "<td>name</td><td>&lt;script&gt;alert(1)&lt;/script&gt;</td>" in page(one)
    assert "<b>" not in page(one) and "<i>" not in page(one)
    assert "canary" not in page(one) + repr(one)


def test_long_models_are_cut_short_and_counted() -> None:
    for one in (Part(parts=list(range(300_000))), Part(held={str(number): number for number in range(300_000)}), Part(name="x" * 300_000)):
        assert len(repr(one)) < 25_000 and len(page(one)) < 25_000
        assert repr(one).endswith((" more)", " more])", " more})"))
    assert "... 299,950 more" in repr(Part(parts=list(range(300_000))))
    assert "... 290,000 more" in repr(Part(name="x" * 300_000))


def test_short_models_are_whole() -> None:
    assert repr(Part(name="a", parts=[1, ("b",), ("b", 2), ()], held={"c": [None]})) == (
        "Part(name='a', parts=[1, ('b',), ('b', 2), ()], held={'c': [None]})"
    )
