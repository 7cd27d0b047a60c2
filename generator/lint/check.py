"""Is the document valid OpenAPI, and can the pipeline express all of it? What it cannot express is an error here, and is never left out
later.

First openapi-spec-validator checks the document, then our rules, then the rules on extensions.
"""

from __future__ import annotations

from typing import Any, Final

from ..load.document import Document
from ..load.json_types import is_object
from ..load.pointers import split
from ..load.problems import Problems
from . import repairs
from .context import Context, Steps
from .foreign import component_names, frame, gaps, openapi_3_2, paths, servers, swagger_2
from .rules import RULES, openapi
from .schema_repairs import circles, references, single


def _webhooks(context: Context) -> None:
    """Leaves out `x-webhooks`, which OpenAPI 3.0 has for what are webhooks in 3.1, unless they are path items as well."""
    found, data = context.data.get("x-webhooks"), context.document.data
    if found is None or "webhooks" in data:
        return
    items = {f"/{name}": item for name, item in found.items()} if is_object(found) else {"/": found}
    if not openapi.fits({"openapi": data["openapi"], "info": data["info"], "paths": items}):
        context.sloppy("x-webhooks", "/x-webhooks", "`x-webhooks` contains values that are no path items", "it is ignored")
        context.drop(data, "x-webhooks")


_SHAPES: Final[Steps] = (
    ("openapi", frame.version),
    ("openapi", gaps.empty_members),
    ("openapi", repairs.info),
    *swagger_2.SHAPES,
    ("paths", paths.path_names),
    ("openapi", frame.values),
    ("responses", gaps.responses),
    *paths.SHAPES,
    *servers.SHAPES,
    ("openapi", frame.members),
    ("component-names", component_names.legal),
)
"""What is put right before a document is held against the schema of OpenAPI."""
_REPAIRS: Final[Steps] = (
    ("openapi", _webhooks),
    *openapi_3_2.REPAIRS,
    *repairs.REPAIRS,
    ("references", references.inner_references),
    *paths.REPAIRS,
    ("circles", circles.break_circles),
    ("schema-types", single.every_schema),
    *servers.REPAIRS,
)


def shaped(document: Document) -> dict[str, Any]:
    """The data of a document of someone else in the shape that the steps after `load` see, for those who ask before they run. It is changed in place."""
    context = Context(document, document.data, Problems(), house=False)
    for context.rule, shape in _SHAPES:
        shape(context)
    return document.data


def lint(document: Document, problems: Problems, *, house: bool) -> None:
    """Add the problems of a document to `problems`.

    With `house`, the document is held to the rules for our own. Without, what is merely sloppy is put right in memory, with a warning per kind.

    Our rules run on what the library calls valid only: they may rely on its shape.
    """
    for name, place in document.unreached:
        hint = f"refer to it, or name it in {document.path.as_posix()}; else delete it"
        problems.error(f"nothing refers to {name}: it would not be generated", rule="unreached", hint=hint, place=place)
    before = problems.errors
    data: dict[str, Any] = document.data
    context = Context(document, data, problems, house)
    context.rule = "component-names"
    for pointer, name, other in document.renamed:
        message = f"two different things are called {name[:80]!r} in {pointer[1:].rpartition('/')[0]}, the other one in {other}"
        if house:
            context.error(pointer, message, "rename one of them, or keep one and refer to it")
        else:
            context.sloppy("two of one name", pointer, message, f"this one is called {split(pointer)[-1]}")
    for context.rule, shape in () if house else _SHAPES:
        shape(context)
    openapi.check(document, problems, house=house)
    if problems.errors == before:
        data.setdefault("paths", {})
        for context.rule, rule in (*(() if house else _REPAIRS), *RULES):
            rule(context)
    context.report_sloppy()
