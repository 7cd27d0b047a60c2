"""Hand-written public modules and methods → what their pages show, in the words of the sync client. Sources are parsed, never imported."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from msgspec.structs import replace

from ..twin.derive import prose_to_sync, to_sync_name
from .handwritten import Written, read_classes, written_of
from .model.parts import Code, Name, Text
from .model.written import WrittenCall, WrittenClass, WrittenModule, WrittenParameter

_HOME: Final = "_handwritten"


def extra_methods(class_name: str, known: set[str], written: Mapping[str, Written]) -> tuple[WrittenCall, ...]:
    """The hand-written methods of a class that no operation stands behind."""
    prefix = f"Async{class_name}."
    return tuple(
        call_of(name.removeprefix(prefix), method)
        for name, method in written.items()
        if name.startswith(prefix) and name.removeprefix(prefix) not in known
    )


def public_modules(folder: Path) -> tuple[WrittenModule, ...]:
    """The modules in `folder/public`, but for those of the async client, which have the same names."""
    paths = sorted((folder / "public").glob("*.py")) if (folder / "public").is_dir() else []
    return tuple(_module(path, folder) for path in paths if not path.name.startswith("_"))


def _module(path: Path, folder: Path) -> WrittenModule:
    tree = ast.parse(path.read_bytes(), path.name)
    homes = {alias.asname or alias.name: source for node in tree.body for source, alias in _imports(node, folder)}
    definitions = {source: _definitions(source) for source in {path, *homes.values()}}
    calls: list[WrittenCall] = []
    classes: list[WrittenClass] = []
    others: list[Name] = []
    for name in _exported(tree):
        node = definitions[homes.get(name, path)].get(name)
        if isinstance(node, ast.ClassDef):
            classes.append(_class(node))
        elif node is not None:
            calls.append(call_of(name, written_of(node)))
        else:
            others.append(Name(name))
    summary, _, description = (ast.get_docstring(tree) or "").partition("\n\n")
    return WrittenModule(Name(path.stem), Text(" ".join(summary.split())), Text(description), tuple(calls), tuple(classes), tuple(others))


def _exported(tree: ast.Module) -> Iterator[str]:
    for node in tree.body:
        if isinstance(node, ast.Assign) and any(isinstance(target, ast.Name) and target.id == "__all__" for target in node.targets):
            yield from ast.literal_eval(node.value)


def _imports(node: ast.stmt, folder: Path) -> Iterator[tuple[Path, ast.alias]]:
    """The files of the hand-written folder that a statement imports from; of a sync module, the async one that it is derived from."""
    if isinstance(node, ast.ImportFrom) and (node.module or "").startswith(_HOME):
        parts = [("aio" if part == "sync" else part) for part in (node.module or "").split(".")[1:]]
        yield from ((folder.joinpath(*parts).with_suffix(".py"), alias) for alias in node.names)


def _definitions(path: Path) -> dict[str, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef]:
    """The classes and functions of a file, by the names that the sync client has for them."""
    body = ast.parse(path.read_bytes(), path.name).body if path.is_file() else []
    return {to_sync_name(node.name): node for node in body if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef)}


def _class(node: ast.ClassDef) -> WrittenClass:
    constructor = next((item for item in node.body if isinstance(item, ast.FunctionDef) and item.name == "__init__"), None)
    empty = ast.parse("def __init__(self): ...").body[0]
    assert isinstance(empty, ast.FunctionDef)
    made = replace(call_of(node.name, written_of(constructor or empty, docstring=ast.get_docstring(node) or "")), is_class=True)
    calls = tuple(call_of(name.partition(".")[2], method) for name, method in read_classes([node]).items())
    return WrittenClass(made, calls)


def call_of(name: str, written: Written) -> WrittenCall:
    """A hand-written function or method, as the sync client has it."""
    parameters = tuple(
        WrittenParameter(
            Name(item.name),
            Code(prose_to_sync(item.type)),
            None if item.default is None else Code(item.default),
            Text(prose_to_sync(item.text)),
            item.by_keyword,
        )
        for item in written.arguments
    )
    return WrittenCall(
        name=Name(to_sync_name(name)),
        summary=Text(prose_to_sync(written.summary)),
        description=Text(prose_to_sync(written.description)),
        parameters=parameters,
        returns=Code(prose_to_sync(written.returns)),
        returns_text=Text(prose_to_sync(written.returns_text)),
        raises=Text(prose_to_sync(written.raises)),
        is_property=written.is_property,
    )
