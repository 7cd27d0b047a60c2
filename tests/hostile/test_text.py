"""Texts of a document never become code: the syntax tree of what an attack generates is that of the neutral document, but for string constants."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
import tomllib
from pathlib import Path, PurePosixPath

import pytest

from .attack import document, generate, python, shape

ATTACKS = {
    "double quote": 'a " b',
    "single quote": "a ' b",
    "triple quote": 'x """ + __import__("os").system("true") + """ y',
    "escaped triple quote": 'x \\""" + boom() + """',
    "ends in a quote": 'ends in "',
    "ends in a backslash": "ends in \\",
    "unicode escape": "\\U and \\N{BULLET} and \\x",
    "format braces": "{x} {0.__class__} %s %(a)s",
    "template": "{{ 7*7 }} {% raw %} {# c #}",
    "new line and code": "first\nimport os\nos.abort()\n    indented",
    "carriage return": "first\r\nsecond\rthird",
    "comment": "# twin: only async\n# twin: end",
    "bidirectional override": "a\u202eb\u2066c",
    "line separator": "a\u2028b\u2029c\x85d",
    "escape character": "a\x1b[31mb",
    "private use": "a\ue000b\U000f0000",
    "very long word": "x" * 3000,
    "async words": "await client.thing AsyncThing async with aclose()",
}
VALUES = {name: text for name, text in ATTACKS.items() if "\n" not in text and "\r" not in text and name not in {"very long word"}}


@pytest.fixture(scope="module")
def neutral(tmp_path_factory: pytest.TempPathFactory) -> dict[PurePosixPath, str]:
    files, problems = generate(tmp_path_factory.mktemp("neutral"), document("A neutral text."))
    assert not problems.failed, [str(problem) for problem in problems]
    return files


@pytest.mark.parametrize("name", ATTACKS)
def test_texts_change_nothing_but_strings(name: str, neutral: dict[PurePosixPath, str], tmp_path: Path) -> None:
    files, problems = generate(tmp_path, document(ATTACKS[name]))
    assert not problems.failed, [str(problem) for problem in problems]
    assert files.keys() == neutral.keys()
    for path, source in python(files).items():
        assert shape(source) == shape(neutral[path]), path
    tomllib.loads(files[PurePosixPath("pyproject.toml")])


@pytest.mark.parametrize("name", VALUES)
def test_values_arrive_exactly(name: str, tmp_path: Path) -> None:
    files, problems = generate(tmp_path, document("A neutral text.", value=VALUES[name]))
    if problems.failed:
        assert all(problem.place and problem.place.line for problem in problems if problem.level.value == "error")
        return
    models = files[PurePosixPath("src/probe_client/models/things.py")]
    constants = {node.value for node in ast.walk(ast.parse(models)) if isinstance(node, ast.Constant)}
    assert VALUES[name] in constants


@pytest.mark.parametrize("text", ["a\x00b", "a\ud800b"], ids=["NUL", "lone surrogate"])
def test_what_no_file_can_hold_is_a_stop_or_an_escape(text: str, tmp_path: Path) -> None:
    files, problems = generate(tmp_path, document(text))
    if problems.failed:
        assert any(problem.place and problem.place.line for problem in problems)
    for source in files.values():
        source.encode()
        assert "\x00" not in source


def test_docstrings_hold_the_text_exactly(tmp_path: Path) -> None:
    text = 'Quotes """ and \\ and \\U and {x}.'
    files, _ = generate(tmp_path, document(text))
    module = ast.parse(files[PurePosixPath("src/probe_client/models/things.py")])
    thing = next(node for node in module.body if isinstance(node, ast.ClassDef) and node.name == "Thing")
    said, heading, fields = (ast.get_docstring(thing) or "").partition("\n\nAttributes:\n    id: ")
    assert said == text and heading and fields.startswith(text)


def test_the_same_bytes_whatever_the_hash_seed_and_folder(tmp_path: Path) -> None:
    script = (
        "import hashlib, pathlib, sys\n"
        "from tests.hostile.attack import document, generate\n"
        "files, problems = generate(pathlib.Path(sys.argv[1]), document('A text.'))\n"
        "print(hashlib.sha256(repr(sorted((str(p), t) for p, t in files.items())).encode()).hexdigest(), 'object at 0x' in ''.join(files.values()))\n"
    )
    root = Path(__file__).parents[2]
    outputs = set()
    for number, seed in enumerate(("0", "1", "4242")):
        folder = tmp_path / f"folder {number} ü"
        folder.mkdir()
        environment = {**os.environ, "PYTHONHASHSEED": seed, "LC_ALL": "C", "PYTHONPATH": str(root)}
        result = subprocess.run(
            [sys.executable, "-c", script, str(folder)], capture_output=True, text=True, env=environment, cwd=root, check=True
        )
        outputs.add(result.stdout.strip())
    assert len(outputs) == 1
    assert outputs.pop().endswith("False")
