"""Every documented operation stands in the spec and in the generated client, by name, verb, path, parameters, media types and statuses."""

from __future__ import annotations

from typing import Any

import pytest

from .apis import APIS, HOW_MANY, RENDERED, Api, Row, rows_of
from .deviations import DEVIATIONS, Deviation, deviations_of
from .facts import Facts, client_class, fits, of_declaration, of_document, of_method, of_spec, spec_of, spec_operations
from .names import documented_type


@pytest.mark.parametrize("api", APIS, ids=str)
def test_inventory_is_whole(api: Api) -> None:
    assert len(api.rows) == HOW_MANY[api.name]


def test_packages_are_rendered() -> None:
    """A package that is missing would take its tests with it."""
    assert {api.name for api in RENDERED} >= {"ubiops", "ica"}


@pytest.mark.parametrize(("api", "row"), rows_of(APIS))
def test_spec(api: Api, row: Row) -> None:
    assert row.operation in spec_operations(api), f"specs/{api}: no operation has the id {row.operation}"
    verb, path, _ = spec_operations(api)[row.operation]
    place = spec_of(api).places.at(f"/paths/{path.replace('~', '~0').replace('/', '~1')}/{verb.lower()}")
    _compare(api, row, of_spec(api, row.operation), "spec", f"{place}: {row.operation}")


@pytest.mark.parametrize("side", ["sync", "async"])
@pytest.mark.parametrize(("api", "row"), rows_of(RENDERED))
def test_method(api: Api, row: Row, side: str) -> None:
    where = f"{client_class(api, side).__module__}.{client_class(api, side).__name__}.{row.operation}"
    assert hasattr(client_class(api, side), row.operation), f"{where} does not exist"
    found = of_method(api, row.operation, side)
    assert found.pop("asynchronous") is (side == "async"), f"{where} is of the wrong kind"
    extra = set(found.pop("all parameters")) - {parameter.name for parameter in row.parameters}
    assert not extra, f"{where} has parameters that the document does not know: {sorted(extra)}"
    _compare(api, row, found, "client", where)


@pytest.mark.parametrize(("api", "row"), rows_of(RENDERED))
def test_declaration(api: Api, row: Row) -> None:
    found = of_declaration(api, row.operation)
    _compare(api, row, found, "client", f"{api.operations.__name__}.{row.operation.upper()}")


@pytest.mark.parametrize("deviation", DEVIATIONS, ids=lambda one: f"{one.api}-{one.operation}-{one.aspect}")
def test_deviation_is_still_real(deviation: Deviation) -> None:
    api = next(api for api in APIS if api.name == deviation.api)
    assert deviation.reason
    assert deviation.ours != deviation.documented
    for row in [api.rows[deviation.operation]] if deviation.operation != "*" else api.rows.values():
        assert of_document(row)[deviation.aspect] == deviation.documented
        if "spec" in deviation.sides:
            assert of_spec(api, row.operation)[deviation.aspect] == deviation.ours
        if "client" in deviation.sides and api in RENDERED:
            found = {**of_method(api, row.operation, "sync"), **of_declaration(api, row.operation)}
            assert found[deviation.aspect] == deviation.ours


def _compare(api: Api, row: Row, found: Facts, side: str, where: str) -> None:
    """Fail with one line per aspect in which `found` is not what the document says."""
    expected = of_document(row)
    expected.update({aspect: deviation.ours for aspect, deviation in deviations_of(api.name, row.operation, side).items()})
    wrong = [
        f"  {aspect}: documented {expected[aspect]!r}, found {value!r}"
        for aspect, value in found.items()
        if not _same(aspect, expected[aspect], value, api if side == "client" else None)
    ]
    assert not wrong, "\n".join([where, *wrong])


def _same(aspect: str, documented: Any, found: Any, api: Api | None) -> bool:
    if aspect == "types":
        return documented.keys() == found.keys() and all(fits(documented[name], found[name], api) for name in found)
    if aspect == "returns":
        return fits(documented_type(documented), found, api)
    return bool(documented == found)
