"""The methods of hand-written API classes, as their source shows them: signatures and docstrings, for the pages of documentation.

Sources are parsed, never imported.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Final

_SECTION: Final = re.compile(r"^(Args|Returns|Raises|Yields|Example|Examples):$", re.MULTILINE)
_ENTRY: Final = re.compile(r"^(\*{0,2}\w[\w, ]*):[ \n](.*?)(?=^\S|\Z)", re.MULTILINE | re.DOTALL)
_WORD: Final = re.compile(r"\b[A-Z]\w*\b(?!\[)")


@dataclass(frozen=True, slots=True)
class WrittenArgument:
    """A parameter."""

    name: str
    type: str
    default: str | None
    """None: it has to be given."""
    text: str
    by_keyword: bool = False
    """It can only be given by name."""


@dataclass(frozen=True, slots=True)
class Written:
    """A hand-written method."""

    summary: str
    description: str
    arguments: tuple[WrittenArgument, ...]
    returns: str
    returns_text: str
    raises: str = ""
    is_property: bool = False

    @property
    def positional(self) -> tuple[WrittenArgument, ...]:
        """The parameters that can be given by position."""
        return tuple(item for item in self.arguments if not item.by_keyword)


def read_methods(folder: Path) -> dict[str, Written]:
    """`AsyncClass.method` → the method, for all classes in `folder/aio`."""
    trees = {path: ast.parse(path.read_bytes(), path.name) for path in sorted(folder.rglob("*.py"))} if folder.is_dir() else {}
    aliases = {name: value for tree in trees.values() for name, value in _aliases(tree)}
    classes = [
        node for path, tree in trees.items() if path.parent == folder / "aio" for node in tree.body if isinstance(node, ast.ClassDef)
    ]
    return read_classes(classes, aliases)


def read_classes(classes: Iterable[ast.ClassDef], aliases: Mapping[str, str] = MappingProxyType({})) -> dict[str, Written]:
    """`Class.method` → the method, for the public methods of some classes, and those that they inherit from each other."""
    named = {owner.name: owner for owner in classes}
    return {
        f"{name}.{method.name}": written_of(method, aliases)
        for name, owner in named.items()
        for kind in _line(owner, named)
        for method in kind.body
        if isinstance(method, ast.FunctionDef | ast.AsyncFunctionDef) and not method.name.startswith("_")
    }


def _line(owner: ast.ClassDef, named: Mapping[str, ast.ClassDef]) -> Iterator[ast.ClassDef]:
    """The classes among some that a class inherits from, and itself: those that are overridden first."""
    for base in reversed(owner.bases):
        if isinstance(base, ast.Name) and base.id in named:
            yield from _line(named[base.id], named)
    yield owner


def read_settings(runtime: Path) -> tuple[WrittenArgument, ...]:
    """The settings of a client, as the runtime's `Configuration` takes and describes them."""
    path = runtime / "declarations" / "configuration.py"
    return _settings(path.read_bytes()) if path.is_file() else ()


@cache
def _settings(source: bytes) -> tuple[WrittenArgument, ...]:
    tree = ast.parse(source)
    owners = [node for node in tree.body if isinstance(node, ast.ClassDef) and node.name == "Configuration"]
    constructors = [
        (owner, node) for owner in owners for node in owner.body if isinstance(node, ast.FunctionDef) and node.name == "__init__"
    ]
    aliases = dict(_aliases(tree))
    return tuple(item for owner, node in constructors for item in written_of(node, aliases, ast.get_docstring(owner)).arguments)


def _aliases(tree: ast.Module) -> Iterator[tuple[str, str]]:
    """The names of types that a module gives: a reader of documentation does not know them."""
    for node in tree.body:
        match node:
            case ast.AnnAssign(target=ast.Name(id=name), annotation=ast.Name(id="TypeAlias"), value=ast.expr() as value):
                yield name, _source(value)
            case _:
                pass


def written_of(
    method: ast.FunctionDef | ast.AsyncFunctionDef, aliases: Mapping[str, str] = MappingProxyType({}), docstring: str | None = None
) -> Written:
    """The signature and docstring of a function; `docstring`: that of its class, for a constructor."""
    sections = _sections(docstring if docstring is not None else ast.get_docstring(method) or "")
    texts = _entries(sections.get("Args", ""))
    summary, _, description = sections[""].partition("\n\n")
    given = method.args.posonlyargs + method.args.args
    defaults = [*[None] * (len(given) - len(method.args.defaults)), *method.args.defaults]
    arguments = [
        WrittenArgument(item.arg, _type(item.annotation, aliases), ast.unparse(value) if value else None, texts.get(item.arg, ""))
        for item, value in zip(given, defaults, strict=True)
        if item.arg != "self"
    ]
    arguments += [
        WrittenArgument(item.arg, _type(item.annotation, aliases), ast.unparse(value) if value else None, texts.get(item.arg, ""), True)
        for item, value in zip(method.args.kwonlyargs, method.args.kw_defaults, strict=True)
    ]
    if extra := method.args.kwarg:
        arguments.append(WrittenArgument(f"**{extra.arg}", _type(extra.annotation, aliases), None, texts.get(extra.arg, "")))
    returns = _type(method.returns, aliases)
    raises = _joined(sections.get("Raises", ""))
    is_property = any(ast.unparse(decorator).endswith("property") for decorator in method.decorator_list)
    return Written(
        _joined(summary), description.strip(), tuple(arguments), returns, _joined(sections.get("Returns", "")), raises, is_property
    )


def _type(annotation: ast.expr | None, aliases: Mapping[str, str]) -> str:
    text = _source(annotation) if annotation is not None else "Any"
    for _ in range(3):  # an alias may stand for another one
        text = _WORD.sub(lambda found: aliases.get(found[0], found[0]), text)
    return " | ".join(dict.fromkeys(_options(text)))


def _source(annotation: ast.expr) -> str:
    """A type as it is written; one in quotes without them."""
    match annotation:
        case ast.Constant(value=str(text)):
            return text
        case _:
            return ast.unparse(annotation)


def _options(text: str) -> Iterator[str]:
    """The members of a union, as they stand."""
    depth, start = 0, 0
    for place, character in enumerate(text):
        depth += (character in "[(") - (character in "])")
        if character == "|" and not depth:
            yield text[start:place].strip()
            start = place + 1
    yield text[start:].strip()


def _sections(docstring: str) -> dict[str, str]:
    """Title → what stands below it; "" → what stands before the first title."""
    first, *rest = _SECTION.split(docstring)
    found = {"": first.strip()}
    for title, body in zip(rest[::2], rest[1::2], strict=True):
        found[title] = "\n".join(line.removeprefix("    ") for line in body.strip("\n").splitlines())
    return found


def _entries(body: str) -> dict[str, str]:
    """`name: text`, where the lines after the first stand deeper; several names may share a text."""
    return {name.strip("* "): _joined(text) for names, text in _ENTRY.findall(body) for name in names.split(",")}


def _joined(text: str) -> str:
    return " ".join(text.split())
