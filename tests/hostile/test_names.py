"""Names: every Python name is legal and unique, the wire name is kept exactly, and two things of one name stop the run."""

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


def test_two_properties_of_one_python_name_stop_the_run(tmp_path: Path) -> None:
    spec = document("Text.")
    spec["components"]["schemas"]["Thing"]["properties"] |= {"fooBar": {"type": "string"}, "foo_bar": {"type": "string"}}
    _, problems = generate(tmp_path, spec)
    assert problems.failed
    assert any("foo_bar" in str(problem) and "fooBar" in str(problem) for problem in problems)


def test_two_parameters_of_one_python_name_stop_the_run(tmp_path: Path) -> None:
    spec = document("Text.")
    spec["paths"]["/things/{thing_id}"]["get"]["parameters"].append({"name": "thing-id", "in": "query", "schema": {"type": "string"}})
    _, problems = generate(tmp_path, spec)
    assert problems.failed
    assert any("thing_id" in str(problem) for problem in problems)


def test_a_parameter_that_would_hide_options_stops_the_run(tmp_path: Path) -> None:
    _, problems = generate(tmp_path, document("Text.", wire="options"))
    assert problems.failed
    assert any("options" in str(problem) for problem in problems)


def test_two_schemas_of_one_class_name_stop_the_run(tmp_path: Path) -> None:
    spec = document("Text.")
    spec["components"]["schemas"] |= {
        "foo-bar": {"type": "object", "properties": {"a": {"type": "string"}}},
        "FooBar": {"type": "object", "properties": {"b": {"type": "string"}}},
    }
    _, problems = generate(tmp_path, spec)
    assert problems.failed
    assert any("FooBar" in str(problem) for problem in problems)


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
