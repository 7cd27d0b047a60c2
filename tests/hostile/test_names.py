"""Names: every Python name is legal and unique, the wire name is kept exactly."""

from __future__ import annotations

import ast
import keyword
from pathlib import Path, PurePosixPath

import pytest

from .attack import CLIENT, document, generate, python

WIRES = [
    "class",
    "self",
    "None",
    "__init__",
    "client",
    "3d",
    "a-b",
    "a b",
    "a.b",
    "x" * 300,
    "ﬁeld",
    "list",
    "type",
    "models",
    "rename",
    "field",
    "UNSET",
]


@pytest.mark.parametrize("wire", WIRES)
def test_a_wire_name_is_kept_exactly_under_a_legal_name(wire: str, tmp_path: Path) -> None:
    files, problems = generate(tmp_path, document("Text.", wire=wire))
    if problems.failed:
        assert any(problem.place and problem.place.line for problem in problems), [str(problem) for problem in problems]
        return
    for path, source in python(files).items():
        compile(source, str(path), "exec")
    operations = ast.parse(files[PurePosixPath("src/probe_client/operations/probe.py")])
    calls = [node for node in ast.walk(operations) if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Parameter"]
    names = [
        (call.args[0].value, call.args[1].value)
        for call in calls
        if isinstance(call.args[0], ast.Constant) and isinstance(call.args[1], ast.Constant)
    ]
    assert [written for _, written in names] == [wire]
    assert all(str(name).isidentifier() and not keyword.iskeyword(str(name)) for name, _ in names)


def declared(files: dict[PurePosixPath, str], folder: str, name: str) -> set[str]:
    """Names of what stands at the top of the modules in a folder, or in one class of theirs."""
    trees = [ast.parse(text) for path, text in files.items() if path.parts[:3] == ("src", "probe_client", folder)]
    classes = {node.name: node for tree in trees for node in tree.body if isinstance(node, ast.ClassDef)}
    if not name:
        return set(classes)
    return {node.target.id for node in classes[name].body if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name)}


def test_two_properties_of_one_python_name_are_two_fields(tmp_path: Path) -> None:
    spec = document("Text.")
    spec["components"]["schemas"]["Thing"]["properties"] |= {"fooBar": {"type": "string"}, "foo_bar": {"type": "string"}}
    files, problems = generate(tmp_path, spec)
    assert not problems.failed
    assert {"foo_bar", "foo_bar_"} <= declared(files, "models", "Thing")


@pytest.mark.parametrize("wire", ["thing-id", "options", "self", "ｓelf"])
def test_two_parameters_of_one_python_name_are_two_arguments(wire: str, tmp_path: Path) -> None:
    spec = document("Text.")
    spec["paths"]["/things/{thing_id}"]["get"]["parameters"].append({"name": wire, "in": "query", "schema": {"type": "string"}})
    files, problems = generate(tmp_path, spec)
    assert not problems.failed
    for path, source in python(files).items():
        compile(source, str(path), "exec")


def test_two_schemas_of_one_class_name_are_two_classes(tmp_path: Path) -> None:
    spec = document("Text.")
    spec["components"]["schemas"] |= {
        "foo-bar": {"type": "object", "properties": {"a": {"type": "string"}}},
        "FooBar": {"type": "object", "properties": {"b": {"type": "string"}}},
    }
    files, problems = generate(tmp_path, spec)
    assert not problems.failed
    assert declared(files, "models", "FooBar") == {"b"} and declared(files, "models", "FooBar2") == {"a"}


@pytest.mark.parametrize("package", ["../evil", "/tmp/evil", "CON", "a/b", "__init__", "os.path"])
def test_a_package_name_never_leaves_the_output_folder(package: str, tmp_path: Path) -> None:
    files, problems = generate(tmp_path, document("Text."), CLIENT.replace("probe_client", repr(package)))
    assert problems.failed and not files


@pytest.mark.parametrize("module", ["../../x", "/x", "a.b", "CON", "__init__", "a b"])
def test_a_tag_never_leaves_the_package(module: str, tmp_path: Path) -> None:
    spec = document("Text.")
    spec["tags"] = [{"name": module, "description": "Text."}]
    spec["paths"]["/things/{thing_id}"]["get"]["tags"] = [module]
    files, _ = generate(tmp_path, spec)
    for path in files:
        assert not path.is_absolute()
        assert ".." not in path.parts
        assert path.parts[0] in {"src", "docs", "README.md", "api.md", "pyproject.toml"}
