"""docs/lint-rules.md has a section per rule, with a bad and a good example; those that are parts of a document are linted."""

from __future__ import annotations

import json
from pathlib import Path
from typing import get_args

import pytest

from generator.cli import main
from generator.load.problems import Problems, Rule
from generator.pipeline import model
from generator.write.lock import Layout

from .fragments import MINIMAL_CONFIG
from .pages import DOCS, ROOT, Block, blocks

PAGE = DOCS / "lint-rules.md"
EXAMPLES = blocks(PAGE)
ROOT_OF_A_DOCUMENT = 'openapi: 3.1.0\ninfo: {title: Things, version: "1"}\npaths: {}\n'


def rules_of(example: Block, folder: Path) -> set[str]:
    """The rules of the problems that an example gives, by the rules of `lint: house`."""
    files = {"client.yaml": f"{MINIMAL_CONFIG}lint: house\n", "openapi.yaml": ROOT_OF_A_DOCUMENT}
    name = example.text.partition("\n")[0].removeprefix("# ")
    head = "\n".join(line for line in ROOT_OF_A_DOCUMENT.splitlines() if "\npaths:" not in f"\n{example.text}" or line != "paths: {}")
    files |= {name: example.text} if example.text.startswith("# ") else {"openapi.yaml": f"{head}\n{example.text}"}
    for file, text in files.items():
        path = folder / "specs/things" / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    problems = Problems()
    model(Layout(folder / "specs", ROOT / "templates", ROOT / "handwritten", folder / "generated"), "things", problems)
    return {problem.rule for problem in problems}


def test_every_rule_has_its_section_with_examples() -> None:
    shown = {name: [block.title for block in EXAMPLES if block.section == name] for name in sorted(get_args(Rule))}
    assert [block.section for block in EXAMPLES[::2]] == list(shown)
    assert all(titles == ["bad", "good"] for titles in shown.values())


def test_examples_are_bad_and_good_as_they_say(tmp_path: Path) -> None:
    linted = [(example, rules_of(example, tmp_path / str(number))) for number, example in enumerate(EXAMPLES) if example.language == "yaml"]
    assert [f"{example}: {found}" for example, found in linted if (example.section in found) != (example.title == "bad")] == []


def test_a_rule_and_a_problem_as_it_was_printed_are_explained(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "specs/things/openapi.yaml:5:3: error: things_get has no success response [responses]"]) == 0
    said = capsys.readouterr().out
    assert said.startswith("Keys of `responses` must be `100` to `599`") and "Wrong:\n  paths:" in said and "Right:\n  paths:" in said
    assert main(["explain", "responses", "--json"]) == 0
    (found,) = json.loads(capsys.readouterr().out)["rules"]
    assert found["rule"] == "responses" and found["text"].startswith("Keys of `responses` must be")
    assert main(["explain"]) == 0
    assert len(capsys.readouterr().out.splitlines()) == len(get_args(Rule))
    assert main(["explain", "response"]) == 2 and "did you mean 'responses'?" in capsys.readouterr().err
