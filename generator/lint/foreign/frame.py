"""The frame of a document, all that is no schema: which members its objects have, and of which kind they are.

What is left out here nobody misses: words that OpenAPI does not have, and documentation that is incomplete. Flags and texts that are written in
another way are read as they are meant. Runs before the document is held against the schema of OpenAPI.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches
from typing import Any, Final

from ...load.json_types import is_array, is_object
from ...load.pointers import join
from ..context import METHODS, Context, table
from .frame_words import ANY, FLAG, NEWER, TEXT, words
from .swagger_2 import mappings

_NEEDED: Final = {"license": "name", "docs": "url", "tag": "name"}
"""Documentation → the member without which it says nothing."""
_FLAGS: Final = {"true": True, "yes": True, "1": True, "false": False, "no": False, "0": False}
_VERSION: Final = re.compile(r"3\.([012])(\.[\w.+-]*)?")

Node = dict[str, Any]


def version(context: Context) -> None:
    """Reads `3.0` as `3.0.0`, as a text or as a number."""
    data = context.document.data
    given = data.get("openapi")
    match = _VERSION.fullmatch(str(given))
    if match and not (isinstance(given, str) and re.fullmatch(r"3\.\d\.\d+", given)):
        meant = f"3.{match[1]}.0"
        context.sloppy("version", "/openapi", f"`openapi` is {given!r}", f"it is read as {meant}")
        data["openapi"] = meant


def values(context: Context) -> None:
    """Reads flags and texts of another type, methods and places in capitals, and lists of examples as they are meant."""
    data = context.document.data
    for pointer, kind, node in frame(context):
        context.frame.append((pointer, kind, node))
        newer = [key for key in NEWER.get(kind, ()) if key in node] if str(data["openapi"]).startswith("3.1") else []
        for key in newer:
            context.sloppy("3.2 in 3.1", join(pointer, key), f"`{key}` is not part of OpenAPI 3.1", "the document is read as OpenAPI 3.2")
            data["openapi"] = "3.2.0"
        if kind == "document" and str(data["openapi"]).startswith("3.0") and "webhooks" in node and "x-webhooks" not in node:
            context.sloppy("webhooks", "/webhooks", "`webhooks` are not part of OpenAPI 3.0", "they are read as in OpenAPI 3.1")
            place = context.document.places.of(node, "webhooks")
            node["x-webhooks"] = context.drop(node, "webhooks")
            context.document.places.put(node, "x-webhooks", place)
        for key in [key for key in node if kind == "path" and key not in METHODS and key.lower() in METHODS and key.lower() not in node]:
            context.sloppy(
                "method in capitals", join(pointer, key), f"the method {key[:80]!r} is written in capitals", f"it is read as {key.lower()}"
            )
            place = context.document.places.of(node, key)
            node[key.lower()] = context.drop(node, key)
            context.document.places.put(node, key.lower(), place)
        if kind == "response" and is_object(node.get("schema")) and "content" not in node:
            context.sloppy(
                "schema of an answer",
                join(pointer, "schema"),
                "the schema of an answer stands in no `content`",
                "it is read as that of application/json",
            )
            context.document.places.hold(node)
            node["content"] = {"application/json": {"schema": node.pop("schema")}}
        place = node.get("in")
        if (
            kind == "parameter"
            and isinstance(place, str)
            and place != place.lower()
            and place.lower() in ("query", "header", "path", "cookie")
        ):
            context.sloppy("place in capitals", join(pointer, "in"), f"`in` is {place[:80]!r}", f"it is read as {place.lower()}")
            node["in"] = place.lower()
        known = _members(context, kind, node)
        for key in [key for key, value in node.items() if _is_odd(known.get(key, ANY), value)]:
            _value(context, pointer, node, key, known[key])


def _is_odd(holds: str, value: Any) -> bool:
    """Whether a value may be another one than a member holds."""
    return not isinstance(value, str) if holds == TEXT else not isinstance(value, bool) if holds == FLAG else holds == "{example"


def _value(context: Context, pointer: str, node: Node, key: str, holds: str) -> None:
    found, place = node[key], join(pointer, key)
    if holds == TEXT and isinstance(found, (int, float)):
        node[key] = str(found).lower() if isinstance(found, bool) else str(found)
        context.sloppy("no text", place, f"`{key}` is {found!r}, which is no string", f"it is read as {node[key]!r}")
    elif holds == FLAG and not isinstance(found, bool) and (meant := _FLAGS.get(str(found).lower())) is not None:
        context.sloppy(
            "no flag", place, f"`{key}` is {str(found)[:80]!r}, which is not true or false", f"it is read as {str(meant).lower()}"
        )
        node[key] = meant
    elif holds == "{example" and is_array(found):
        context.sloppy(
            "list of examples", place, f"`{key}` is a list, which only schemas have", "its items are taken as examples 1, 2, ..."
        )
        node[key] = {str(number): {"value": value} for number, value in enumerate(found, 1)}
    elif holds == "{example" and is_object(found):
        for name in [name for name, value in found.items() if not is_object(value) and not name.startswith("x-")]:
            context.sloppy(
                "bare example", join(place, name), f"the example {name[:80]!r} is a value without a frame", "it is taken as its `value`"
            )
            found[name] = {"value": found[name]}


def members(context: Context) -> None:
    """Takes out what OpenAPI does not have where it stands, and documentation that lacks what it is about."""
    context.document.places.settle()
    references: set[str] | None = None
    for pointer, kind, node in context.frame:
        known = _members(context, kind, node)
        for key in [key for key in node if key not in known and not key.startswith("x-")]:
            place = join(pointer, key)
            if references is None:
                references = {str(one["$ref"]) for one in mappings(context.document.data) if "$ref" in one}
            near = get_close_matches(key, known, 1, 0.75)
            kept = any(f"{one}/".startswith(f"#{place}/") for one in references)
            hint = "it is ignored, except for parts that references lead to" if kept else "it is left out"
            context.sloppy(
                f"unknown {key}", place, f"`{key[:80]}` does not belong here", f"did you mean `{near[0]}`? {hint}" if near else hint
            )
            _take_out(context, node, key, place, is_kept=kept)
        for key, holds in known.items():
            below = node.get(key)
            if holds == "[tag" and is_array(below):
                node[key] = _tags(context, join(pointer, key), below)
            elif holds in _NEEDED and is_object(below) and _is_bare(context, join(pointer, key), holds, below):
                context.drop(node, key)


def _tags(context: Context, pointer: str, tags: list[Any]) -> list[Any]:
    """The tags with a name, of several of one name the first."""
    kept: list[Any] = []
    for index, tag in enumerate(tags):
        if is_object(tag) and "name" in tag and tag["name"] in [one.get("name") for one in kept if is_object(one)]:
            context.sloppy("tag twice", join(pointer, index), "a tag is declared twice", "it counts once")
        elif not _is_bare(context, join(pointer, index), "tag", tag):
            context.document.places.put(kept, len(kept), context.document.places.of(tags, index))
            kept.append(tag)
    return kept if len(kept) < len(tags) else tags


def _is_bare(context: Context, pointer: str, kind: str, node: Any) -> bool:
    lacks = is_object(node) and _NEEDED[kind] not in node
    if lacks:
        context.sloppy(f"bare {kind}", pointer, f"`{_NEEDED[kind]}` is missing here", "it is ignored: this is documentation only")
    return lacks


def _take_out(context: Context, node: Node, key: str, place: str, *, is_kept: bool) -> None:
    """Take out a member, or make it an extension where something refers into it."""
    places = context.document.places
    at = places.of(node, key)
    found = context.drop(node, key)
    if is_kept:
        name = f"x-unknown-{key}"
        node[name] = found
        places.put(node, name, at)
        moved = f"#{join(place.rpartition('/')[0], name)}"
        for one in mappings(context.document.data):
            if f"{one.get('$ref')}/".startswith(f"#{place}/"):
                one["$ref"] = moved + one["$ref"][len(place) + 1 :]


def _members(context: Context, kind: str, node: Node) -> dict[str, str]:
    """What an object of a kind may have in the version of its document."""
    return words(kind, str(node.get("type")) if kind == "scheme" else "", str(context.document.data.get("openapi")))


def frame(context: Context) -> Iterator[tuple[str, str, Node]]:
    """Every object of the frame with its pointer and its kind, each once; references are not followed. Nothing, where the document is of no version that is read."""
    data = context.document.data
    seen: set[int] = set()
    stack: list[tuple[str, str, Any]] = [("", "document", data)] if _VERSION.fullmatch(str(data.get("openapi"))) else []
    while stack:
        pointer, kind, node = stack.pop()
        if not is_object(node) or id(node) in seen:
            continue
        seen.add(id(node))
        if "$ref" in node and kind != "path":
            continue
        if kind == "callback":
            stack += [(join(pointer, key), "path", value) for key, value in node.items() if not key.startswith("x-")]
            continue
        yield pointer, kind, node
        under: list[tuple[str, str, Any]] = []
        for key, holds in _members(context, kind, node).items():
            below, place = node.get(key), join(pointer, key)
            if holds.startswith("{"):
                under += [(join(place, name), holds[1:], value) for name, value in table(below).items() if not name.startswith("x-")]
            elif holds.startswith("["):
                under += [(join(place, index), holds[1:], value) for index, value in enumerate(below if is_array(below) else ())]
            elif holds not in (TEXT, FLAG, ANY):
                under.append((place, holds, below))
        stack += reversed(under)
