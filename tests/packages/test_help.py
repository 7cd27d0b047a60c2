"""`help()` of the classes of a package says what their fields are."""

from __future__ import annotations

import ast
import inspect
import pydoc
import textwrap
from itertools import pairwise
from typing import Any

import pytest
from cognite_client import data_classes
from cosmotech_client import models as cosmotech
from ica_client import models as ica
from ubiops_client import models as ubiops


def text(kind: Any) -> str:
    return " ".join(pydoc.plain(pydoc.render_doc(kind)).replace("|", " ").split())


@pytest.mark.parametrize(
    ("kind", "wanted"),
    [
        (data_classes.Asset, ("name: Name of the asset; unique among the children of one parent.", "geo_location: Where the resource is.")),
        (data_classes.AssetFilter, ("metadata: ",)),
        (data_classes.AssetUpdate, ("description: What it is, for people.",)),
        (data_classes.TimestampRange, ("max: Latest time. At least 0.", "min: Earliest time.")),
        (data_classes.ContextualizationJob, ("status: ", "created_time: ")),
        (data_classes.Datapoints, ("timestamp: Times, in milliseconds since 1970.",)),
        (ubiops.BlobList, ("filename: ",)),
        (ica.Data, ("id: ",)),
        (cosmotech.Dataset, ("name: ",)),
    ],
    ids=lambda value: getattr(value, "__name__", ""),
)
def test_fields_are_described(kind: Any, wanted: tuple[str, ...]) -> None:
    shown = text(kind)
    assert shown.count("Attributes:") + shown.count("Args:") >= 1
    for one in wanted:
        assert one in shown


@pytest.mark.parametrize("module", [data_classes, ubiops, ica, cosmotech], ids=lambda module: module.__name__.split(".")[0])
def test_every_field_with_a_note(module: Any) -> None:
    found = 0
    for name in module.__all__:
        kind = getattr(module, name)
        if not kind.__module__.startswith(module.__name__) or not inspect.isclass(kind):
            continue
        body: Any = next(node for node in ast.parse(textwrap.dedent(inspect.getsource(kind))).body if isinstance(node, ast.ClassDef)).body
        for field, below in pairwise(body):
            if (
                isinstance(field, ast.AnnAssign)
                and isinstance(below, ast.Expr)
                and not ast.unparse(field.annotation).startswith("ClassVar")
            ):
                note = " ".join(ast.literal_eval(below.value).split())
                assert f"{ast.unparse(field.target)}: {note}" in " ".join((kind.__doc__ or "").split()), name
                found += 1
    assert found > 50
