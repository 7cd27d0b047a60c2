"""Our signatures beside what openapi-python-client's parser reads from the same document: where they differ, and why."""

from __future__ import annotations

import ast
import importlib
import inspect
import json
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml
from openapi_python_client.config import Config, ConfigFile, MetaType
from openapi_python_client.parser import GeneratorData
from openapi_python_client.parser.errors import GeneratorError

from tests.support.example_calls import Api

from .counted import plain
from .documents import DOCUMENTS

REASONS = {
    "words": "`/` and `:` in an operationId separate words of the method's name; theirs joins the words.",
    "names": "An argument keeps the name of a builtin (`type`, `filter`); theirs appends `_`, or the place of the parameter (`_query`).",
    "fields": "Each field of a form is an argument, for every media type; theirs has one class for the form.",
    "wider": "An argument takes more types: dict for a class, str for a time, str or bytes for other bodies than JSON, `None` for null.",
    "titles": "Classes have the names of their components; theirs those of `title`.",
    "empty": "A response without a body is `None`; theirs is `Any`.",
    "bytes": "Binary content is `bytes`, and a second method writes it to a file; theirs is a `File`.",
    "free": "An object without properties is a `dict`, with the type of its values; theirs is a class.",
    "text": "A UUID is a `str`, as the server sends it; theirs is a `UUID`.",
    "unions": "A union of named members has a name of its own; theirs lists the members.",
    "more": "openapi-python-client could not read the response, or a part of its type, and left it out.",
}
"""Why a signature differs → the sentence that the page has."""

FORMS = ("multipart/form-data", "application/x-www-form-urlencoded")
Type = frozenset[Any]
"""The members of a union: names of scalars, `("class", name)`, `("list", Type)`."""
Place = tuple[str, str]
"""Where an argument goes, and its name there: of one in the path its number, of a body its media type."""


@dataclass(frozen=True)
class Argument:
    name: str
    required: bool
    type: Type


@dataclass(frozen=True)
class Signature:
    name: str
    arguments: Mapping[Place, Argument]
    result: Type
    has_form: bool
    """The preferred media type of its body is that of a form."""


@dataclass
class Comparison:
    """What came of a document."""

    operations: int = 0
    equal: int = 0
    """Arguments and results without a difference."""
    reasons: Counter[str] = field(default_factory=Counter[str])
    unexplained: list[str] = field(default_factory=list[str])

    def row(self, name: str) -> str:
        """The line of the page's table."""
        cells = [f"`{name}`", self.operations, self.equal, *(self.reasons[reason] or "" for reason in REASONS)]
        return f"| {' | '.join(map(str, cells))} |"


_SCALARS = {"datetime.datetime": "datetime", "datetime.date": "date", "FileInput": "file", "File": "file"}
_PLAIN = {"str", "int", "float", "bool", "bytes", "None", "Any", "datetime", "date", "object", "UUID"}


def flat(name: str) -> str:
    """A name without what naming rules change in it."""
    return re.sub(r"[^a-z0-9]", "", name.lower())


def braces(path: str) -> list[str]:
    """The parameters of a path template."""
    return re.findall(r"{([^}]+)}", path)


def read_type(text: str) -> Type:
    """An annotation, however it is written."""
    node = ast.parse(text.strip() or "None", mode="eval").body
    if isinstance(node, ast.BinOp):
        return read_type(ast.unparse(node.left)) | read_type(ast.unparse(node.right))
    if isinstance(node, ast.Constant):
        return read_type(node.value) if isinstance(node.value, str) else frozenset({str(node.value)})
    if isinstance(node, ast.Subscript):
        base = ast.unparse(node.value)
        if base in ("list", "Sequence"):
            return frozenset({("list", read_type(ast.unparse(node.slice)))})
        return frozenset({"object" if base in ("dict", "Mapping") else ("class", "")})
    name = ast.unparse(node)
    scalar = _SCALARS.get(name, name)
    return frozenset({scalar if scalar in _PLAIN | {"file"} else ("class", flat(name))})


def reference(file: Path) -> dict[tuple[str, str], Signature]:
    """What openapi-python-client reads; nothing of a document that it refuses."""
    config = Config.from_sources(ConfigFile(), MetaType.NONE, file, "utf-8", overwrite=False, output_path=None)
    text = file.read_text("utf-8")
    data = json.loads(text) if file.suffix == ".json" else yaml.load(text, getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    try:
        parsed = GeneratorData.from_dict(data, config=config)
    except ValueError:  # enums of which two values would have one name
        return {}
    if isinstance(parsed, GeneratorError):
        return {}
    endpoints = [endpoint for collection in parsed.endpoint_collections_by_tag.values() for endpoint in collection.endpoints]
    return {(one.method.upper(), plain(one.path.get_untrusted_value())): _endpoint(one) for one in endpoints}


def _endpoint(endpoint: Any) -> Signature:
    def argument(property_: Any, name: str) -> Argument:
        return Argument(name, property_.required, read_type(property_.get_type_string(no_optional=True).as_unembedded_code()))

    places = {place: getattr(endpoint, f"{place}_parameters") for place in ("path", "query", "header", "cookie")}
    numbers = {name: str(number) for number, name in enumerate(braces(endpoint.path.get_untrusted_value()))}
    arguments = {
        (place, numbers.get(one.python_name, "") if place == "path" else one.name.get_untrusted_value()): argument(
            one, str(one.python_name)
        )
        for place, listed in places.items()
        for one in listed
    } | {("body", body.content_type.get_untrusted_value()): argument(body.prop, "body") for body in endpoint.bodies}
    successes = [response.prop for response in endpoint.responses if str(response.status_code.pattern).startswith("2")]
    result = frozenset[Any]().union(*(argument(one, "").type for one in successes)) or frozenset({"None"})
    return Signature(str(endpoint.name), arguments, result, bool(endpoint.bodies) and endpoint.bodies[0].content_type in FORMS)


def signatures(api: Api) -> Iterator[tuple[tuple[str, str], Signature]]:
    """What the generated package has."""
    client = getattr(importlib.import_module(api.package), api.config["client_class"])(environment=False)
    for attribute, operation in api.operations():
        method = inspect.signature(getattr(getattr(client, attribute), operation.id))
        places = {name: ("path", str(number)) for number, name in enumerate(braces(operation.path))}
        places |= {one.name: (one.location, one.wire) for one in operation.parameters if one.location != "path"}
        arguments = {
            places.get(name, ("", name)): Argument(name, one.default is one.empty, read_type(str(one.annotation)))
            for name, one in method.parameters.items()
        }
        has_form = operation.body is not None and operation.body.media_types[0] in FORMS
        result = read_type(str(method.return_annotation))
        yield (operation.method, plain(operation.path)), Signature(operation.id, arguments, result, has_form)


Step = Callable[[Type, Type], tuple[Type, Type]]
"""(theirs, ours) without one kind of difference."""


def within(step: Step) -> Step:
    """The same step, also for what lists hold."""

    def walk(theirs: Type, ours: Type) -> tuple[Type, Type]:
        lists = [[member for member in side if member[0] == "list"] for side in (theirs, ours)]
        if len(lists[0]) == len(lists[1]) == 1:
            (their_list,), (our_list,) = lists
            their_items, our_items = walk(their_list[1], our_list[1])
            theirs = theirs - {their_list} | {("list", their_items)}
            ours = ours - {our_list} | {("list", our_items)}
        return step(theirs, ours)

    return walk


def _rename(members: Type, change: Callable[[str], str]) -> Type:
    def renamed(member: Any) -> Any:
        kind, *rest = member if isinstance(member, tuple) else (member,)
        return (kind, _rename(rest[0], change)) if kind == "list" else (kind, change(rest[0])) if kind == "class" else member

    return frozenset(map(renamed, members))


def _classes(members: Type) -> set[Any]:
    return {member for member in members if member[0] == "class"}


def _names(members: Type) -> set[str]:
    below = [_names(member[1]) for member in members if member[0] == "list"]
    return {name for _, name in _classes(members)}.union(*below)


def _free(theirs: Type, ours: Type) -> tuple[Type, Type]:
    classes = _classes(theirs - ours)
    return (theirs - classes | {"object"}, ours) if "object" in ours - theirs and classes else (theirs, ours)


def _titles(node: Any) -> Iterator[str]:
    if isinstance(node, Mapping):
        if isinstance(node.get("title"), str):
            yield node["title"]
        node = node.values()
    if not isinstance(node, str) and isinstance(node, Iterable):
        for below in node:
            yield from _titles(below)


class Compare:
    """Goes through one document."""

    def __init__(self, document: Mapping[str, Any]) -> None:
        self.done = Comparison()
        self._components = {flat(name) for name in document.get("components", {}).get("schemas", {})}
        self._titles = {flat(title) for title in _titles(document)}

    def signature(self, ours: Signature, theirs: Signature) -> None:
        """One operation."""
        self.done.operations += 1
        if ours.name != theirs.name:
            self._say("words" if flat(ours.name) == flat(theirs.name) else "", f"{theirs.name} is {ours.name}")
        for place, argument in theirs.arguments.items():
            self._argument(place, argument, ours, f"{ours.name}: {' '.join(place)}")
        self._type(theirs.result, ours.result, f"{ours.name}: result")

    def _argument(self, place: Place, theirs: Argument, ours: Signature, where: str) -> None:
        found = ours.arguments.get(place) or (ours.arguments.get(("", theirs.name)) if place[0] == "body" else None)
        if place[0] == "body" and not found:
            self._say("fields" if ours.has_form else "", f"{where} is missing")
        elif not found:
            self._say("", f"{where} is missing")
        elif found.required != theirs.required:
            self._say("", f"{where} is {'' if found.required else 'not '}required")
        else:
            if found.name != theirs.name:
                self._say("names" if flat(theirs.name).startswith(flat(found.name)) else "", f"{where}: {theirs.name} is {found.name}")
            not_given = frozenset() if found.required else frozenset({"None"})
            self._type(theirs.type - not_given, found.type - not_given, where, is_argument=True)

    def _type(self, theirs: Type, ours: Type, where: str, *, is_argument: bool = False) -> None:
        reasons: list[str] = []
        for reason, step in self._steps(is_argument):
            if theirs != ours:
                before = theirs, ours
                theirs, ours = step(theirs, ours)
                reasons += [reason] if reason and (theirs, ours) != before else []
        if theirs != ours:
            self._say("", f"{where}: {sorted(map(str, theirs))} is {sorted(map(str, ours))}")
        elif reasons:
            for reason in reasons:
                self._say(reason, where)
        else:
            self.done.equal += 1

    def _steps(self, is_argument: bool) -> Iterator[tuple[str, Step]]:
        yield "", self._without_inline_names
        yield "unions", within(lambda theirs, ours: (ours, ours) if len(theirs) > 1 == len(ours) and _classes(ours) else (theirs, ours))
        yield "titles", self._without_titles
        if not is_argument:
            yield "empty", lambda theirs, ours: (theirs - {"Any"} | {"None"} if "Any" in theirs - ours and "None" in ours else theirs, ours)
            yield "bytes", lambda theirs, ours: (theirs - {"file"} | {"bytes"} if "file" in theirs and "bytes" in ours else theirs, ours)
        yield "text", within(lambda theirs, ours: (theirs - {"UUID"} | {"str"} if "UUID" in theirs else theirs, ours))
        yield "free", within(_free)
        if is_argument:
            yield "wider", within(lambda theirs, ours: (theirs, theirs) if theirs < ours else (theirs, ours))
        yield "more", within(lambda theirs, ours: (ours, ours) if theirs < ours or theirs in ({"None"}, {"Any"}) else (theirs, ours))

    def _without_inline_names(self, theirs: Type, ours: Type) -> tuple[Type, Type]:
        known = self._components | self._titles
        return _rename(theirs, lambda name: name if name in known else ""), _rename(
            ours, lambda name: name if name in self._components else ""
        )

    def _without_titles(self, theirs: Type, ours: Type) -> tuple[Type, Type]:
        titled = _names(theirs) & self._titles
        return (_rename(theirs, lambda _: ""), _rename(ours, lambda _: "")) if titled else (theirs, ours)

    def _say(self, reason: str, text: str) -> None:
        if reason:
            self.done.reasons[reason] += 1
        else:
            self.done.unexplained.append(text)


def compare(file: Path, api: Api) -> Comparison:
    """Every operation that openapi-python-client can read."""
    comparison = Compare(api.document)
    ours = dict(signatures(api))
    for key, signature in reference(file).items():
        comparison.signature(ours[key], signature)
    return comparison.done


def main(name: str, project: str) -> None:
    """Prints the row of a document, whose package stands in a folder made by `clientgen new`."""
    folder = Path(project)
    sys.path.insert(0, str(next(folder.glob("generated/*/src"))))
    (document,) = (document for document in DOCUMENTS if document.name == name)
    print(compare(document.fetch(), Api(name, {}, specs=folder / "specs")).row(name))


if __name__ == "__main__":
    main(*sys.argv[1:])
