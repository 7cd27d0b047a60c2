"""Facts of the document → expressions over the runtime's declarations (`Parameter(...)`, `Body(...)`, `Paging(...)`, ...).

The one place, beside the filter `literal`, where values of a document become code: every value passes through `repr` of a plain JSON value.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from ...load.json_types import essence, is_array, is_json, media_kind
from ...naming.names import python_name
from ..model.operations import Parameter
from ..model.parts import Code, Text, Type

_KINDS = {"binary": "string"}
FORMS = ("form", "multipart")
"""Kinds of media types that are forms."""


def literal(value: Any) -> Code:
    """A plain JSON value as a Python literal."""
    if isinstance(value, Text):
        value = value.value
    if is_array(value):
        return literal(tuple(value))
    if not isinstance(value, str | int | float | bool | tuple | None):
        raise TypeError(f"{type(value).__name__} is not a plain value")
    return Code(f"{value!r}")


def _call(name: str, /, *arguments: str, **keywords: Any) -> Code:
    given = [f"{key}={value if isinstance(value, _Raw) else literal(value)}" for key, value in keywords.items()]
    return Code(f"{name}({', '.join([*arguments, *given])})")


class _Raw(str):
    """Code that is put in as it stands."""


def _kind(kind: Type) -> str:
    return _KINDS.get(kind.kind, kind.kind)


_PLAIN_IN_PATH = ("string", "integer", "date", "date-time")
_EXPLODED = ("form", "cookie", "deepObject")
"""The styles in which arrays and objects are exploded unless the document says otherwise."""


def parameter(name: str, wire: str, location: str, kind: Type, *, required: bool, raw: Mapping[str, Any], as_json: bool) -> Code | None:
    """None: a text in the path, of which the path says all."""
    style = str(raw.get("style", "simple" if location in ("path", "header") else "form"))
    explode = bool(raw.get("explode", style in _EXPLODED))
    keywords: dict[str, Any] = {}
    if location != "query":
        keywords["location"] = location
    if _kind(kind) != "string":
        keywords["kind"] = _kind(kind)
    if required:
        keywords["required"] = True
    if kind.item is not None and _kind(kind.item) != "string":
        keywords["items"] = _kind(kind.item)
    if style == "deepObject":
        keywords["deep"] = True
    elif not explode and kind.kind in {"array", "object", "any"} and not as_json and (location, style, kind.kind) not in _NEVER_EXPLODED:
        keywords["explode"] = False
    if as_json:
        keywords["encode_json"] = True
    if style in ("label", "matrix", "spaceDelimited", "pipeDelimited", "cookie"):
        keywords["style"] = style
    if raw.get("allowReserved") or raw.get("x-allowReserved"):
        keywords["reserved"] = True
    if raw.get("allowEmptyValue") and location == "query":
        keywords["allow_empty"] = True
    if location == "path" and _kind(kind) in _PLAIN_IN_PATH and not {"encode_json", "style", "reserved"} & keywords.keys():
        return None
    return _call("Parameter", literal(name), literal(wire), **keywords)


_NEVER_EXPLODED = {("path", "simple", "array"), ("path", "simple", "any"), ("header", "simple", "any")}
"""Where exploding changes nothing: nothing is said of it."""


def body(kinds: Mapping[str, Type], name: str, encodings: Mapping[str, Code], files: tuple[str, ...], *, required: bool) -> Code:
    """`kinds`: media type → type; `files`: the parts of a form that are files."""
    keywords: dict[str, Any] = {}
    typed = [media for media in kinds if media_kind(media) in ("json", "any") or essence(media).endswith("yaml")]
    first = typed[0] if typed else ""
    if first and not kinds[first].free_form:
        keywords["type"] = _Raw(lazy(kinds[first]))
    others = {media: (kind.item or kind) if media_kind(media) == "lines" else kind for media, kind in kinds.items() if media != first}
    differing = {
        media: kind
        for media, kind in others.items()
        if (media_kind(media) in ("json", *FORMS) and len(kinds) > 1 and not (first and kind.code == kinds[first].code))
        or media_kind(media) == "lines"
    }
    if differing:
        types = (f"{literal(media)}: {'None' if kind.free_form else lazy(kind)}" for media, kind in differing.items())
        keywords["types"] = _Raw("{" + ", ".join(types) + "}")
    if name != "body":
        keywords["name"] = name
    return _body(tuple(kinds), keywords, encodings, files, required=required)


def form(media_types: tuple[str, ...], parts: Sequence[Parameter], encodings: Mapping[str, Code], *, required: bool) -> Code:
    files = tuple(
        part.wire.value for part in parts if part.type.kind == "binary" or (part.type.item is not None and part.type.item.kind == "binary")
    )
    return _body(media_types, {}, encodings, files, required=required)


def _body(
    media_types: tuple[str, ...], keywords: dict[str, Any], encodings: Mapping[str, Code], files: tuple[str, ...], *, required: bool
) -> Code:
    if files:
        keywords["files"] = files
    if encodings:
        keywords["encodings"] = _Raw("{" + ", ".join(f"{literal(wire)}: {code}" for wire, code in encodings.items()) + "}")
    if not required:
        keywords["required"] = False
    return _call("Body", literal(media_types), **keywords)


def encoding(wire: str, kind: Type, raw: Mapping[str, Any], headers: Iterable[tuple[str, str]], *, is_multipart: bool) -> Code | None:
    """How one field of a form is written; `headers`: those that its part always has. None: as all fields are.

    The style `form`, exploded, is how fields are written anyway; in a multipart body, it says nothing of objects (OpenAPI 3.0 has styles ignored there).
    """
    keywords: dict[str, Any] = {}
    is_usual = raw.get("style", "form") == "form" and raw.get("explode", True) and not raw.get("allowReserved")
    has_style = not {"style", "explode", "allowReserved"}.isdisjoint(raw)
    if has_style and kind.kind != "binary" and not (is_usual and (is_multipart or kind.kind not in ("object", "any"))):
        keywords["style"] = _Raw(parameter(wire, wire, "query", kind, required=False, raw=raw, as_json=False))
    elif "contentType" in raw and (is_multipart or is_json(str(raw["contentType"]))):
        keywords["content_type"] = str(raw["contentType"])
    if is_multipart and (constants := dict(headers)):
        keywords["headers"] = _mapping(constants)
    return _call("Encoding", **keywords) if keywords else None


def header(kind: Type, *, explode: bool, as_json: bool) -> Code:
    """A header of an answer."""
    keywords: dict[str, Any] = {"explode": True} if explode and kind.kind == "object" else {}
    return _call("Header", _Raw(lazy(kind)), **keywords, **({"encode_json": True} if as_json else {}))


def results(table: Iterable[tuple[Text, Type]]) -> Code:
    """Media type → type of an answer."""
    return Code("{" + ", ".join(f"{literal(media_type)}: {lazy(kind)}" for media_type, kind in table) + "}")


def lazy(kind: Type) -> Code:
    """A function without arguments that gives the type, so that no model is loaded before its first use."""
    return Code(f"lambda: {qualified(kind)}")


def qualified(kind: Type) -> Code:
    """The type with its models written `models.Name`."""
    names = sorted((str(name) for name in kind.models), key=len, reverse=True)
    if not names:
        return kind.code
    return Code(re.sub(rf"\b({'|'.join(map(re.escape, names))})\b", r"models.\1", kind.code))


def paging(
    raw: Mapping[str, Any] | None,
    operations: Mapping[str, Mapping[str, Any]],
    constant: Callable[[Mapping[str, Any]], str],
    longest: Callable[[str], int],
) -> Code | None:
    """`longest` says how many items a list in the body may hold; the others are as in `job`."""
    if raw is None:
        return None
    keys = ("style", "parameter", "size", "items", "next", "first", "default_size", "max_size")
    given = {key: raw[key] for key in keys if key in raw}
    for key in ("parameter", "size"):
        if key in given:
            given[key] = python_name(str(given[key]))
    if raw.get("in_body"):
        given["in_body"] = True
    if partitions := raw.get("partitions"):
        settings = {key: partitions[key] for key in ("parameter", "max", "excludes") if key in partitions}
        requires = {"requires": _mapping(partitions["requires"])} if "requires" in partitions else {}
        given["partitions"] = _Raw(_call("Partitions", **settings, **requires))
    if cursors := raw.get("cursors"):
        later = _Raw(f"lambda: {constant(operations[cursors['operation']])}")
        given["cursors"] = _Raw(_call("Cursors", operation=later, items=cursors["items"], count=python_name(str(cursors["count"]))))
    if split := raw.get("split"):
        given["split"] = _mapping({place: longest(place) for place in split})
    return _call("Paging", **given)


def _mapping(values: Mapping[str, Any]) -> _Raw:
    return _Raw("{" + ", ".join(f"{literal(str(key))}: {literal(value)}" for key, value in values.items()) + "}")


def batch(raw: Mapping[str, Any] | None) -> Code | None:
    if raw is None:
        return None
    given = {key: raw[key] for key in ("items", "max_items", "max_bytes", "atomic", "results") if key in raw}
    key = raw.get("key", {})
    if key:
        given |= {"request_key": key.get("request", ""), "response_key": key.get("response", "")}
    return _call("Batch", **given)


def job(
    raw: Mapping[str, Any] | None, operations: Mapping[str, Mapping[str, Any]], constant: Callable[[Mapping[str, Any]], str]
) -> Code | None:
    """`operations` are the document's by operationId; `constant` says how the module at hand names one."""
    if raw is None:
        return None

    def later(name: str) -> _Raw:
        return _Raw(f"lambda: {constant(operations[name])}")

    given: dict[str, Any] = {"id": raw.get("id"), "poll": later(raw["poll"]), "poll_parameter": ""}
    if "poll_parameter" in raw:
        given["poll_parameter"] = python_name(raw["poll_parameter"])
    given |= {"status": raw["status"], "done": raw["done"]}
    given |= {key: raw[key] for key in ("failed", "cancelled", "running") if raw.get(key)}
    if many := raw.get("poll_many"):
        given["poll_many"] = later(many)
        given["poll_many_parameter"] = python_name(raw.get("poll_many_parameter", "body"))
        given["poll_many_max"] = operations[many].get("x-batch", {}).get("max_items", 1)
    if cancel := raw.get("cancel"):
        given["cancel"] = later(cancel)
        given["cancel_parameter"] = python_name(raw["cancel_parameter"]) if "cancel_parameter" in raw else given["poll_parameter"]
    given |= {key: raw[key] for key in ("result", "error", "error_ends") if key in raw}
    if pace := raw.get("pace"):
        given["pace"] = (float(pace.get("first", 0.5)), float(pace.get("factor", 1.5)), float(pace.get("most", 10.0)))
    return _call("Job", **given)
