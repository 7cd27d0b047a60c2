"""Runs the blocks of a page from top to bottom: Python in one namespace, commands in a copy of the project, documents through the linter."""

from __future__ import annotations

import io
import json
import linecache
import os
import re
import shlex
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterable
from contextlib import redirect_stdout
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from . import fragments
from .pages import GENERATED, ROOT, Block

SOURCES = ("specs", "templates", "handwritten", "docs")
"""What `clientgen` reads, guides too; the packages that a page speaks of come with them."""


@dataclass
class Story:
    """The blocks of one page at work, in a folder of their own."""

    folder: Path
    namespace: dict[str, Any] = field(default_factory=lambda: {"__name__": "__main__"})
    parts: list[Block] = field(default_factory=list[Block])
    """Fragments of one OpenAPI document that the page has shown so far."""
    printed: io.StringIO = field(default_factory=io.StringIO)
    """What Python has printed; one stream for all blocks, since logging keeps the one that it was given."""

    def play(self, blocks: list[Block]) -> None:
        """Run everything; the first block that is wrong raises."""
        if any(block.title or "clientgen" in block.text for block in blocks if block.language != "python"):
            shutil.copy(ROOT / "examples/petstore.yaml", self.folder)
            if not blocks[0].text.startswith("pip install clientgen"):  # such a page begins in an empty folder
                copy_project(self.folder, "".join(block.text for block in blocks))
        printed = ""
        for block in blocks:
            if block.language == "output":
                compare(block, printed)
            else:
                printed = self.run(block)
        fragments.check_document(self.parts)

    def run(self, block: Block) -> str:
        """Run one block; what it printed."""
        if block.title in ("bad", "good"):
            return ""  # tests/docs/test_lint_rules.py lints it
        if block.title:
            target = self.folder / block.title
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(block.text, "utf-8")
        match block.language:
            case "python":
                return self.python(block)
            case "console":
                return "".join(self.command(block, line) for line in block.text.splitlines() if line.strip())
            case "yaml":
                self.document(block, yaml.safe_load(block.text))
            case "json":
                json.loads(block.text)
            case "toml":
                tomllib.loads(block.text)
            case "text":
                pass
            case _:
                raise AssertionError(f"{block}: nobody knows how to run a block of {block.language or 'no language'}")
        return ""

    def python(self, block: Block) -> str:
        """Run a block in the namespace of its page."""
        name = str(block)
        linecache.cache[name] = (len(block.text), None, block.text.splitlines(keepends=True), name)
        code = compile(block.text, name, "exec")
        for source in self.folder.glob("generated/*/src"):
            if str(source) not in sys.path:
                sys.path.append(str(source))  # a package that the page has generated
        before = len(self.printed.getvalue())
        with redirect_stdout(self.printed):
            exec(code, self.namespace)  # noqa: S102 - that is what a page is tested by
        if "\ndef test_" in block.text:
            self.tests(block)
        return self.printed.getvalue()[before:]

    def tests(self, block: Block) -> None:
        """Run the tests that a block holds, as their reader would."""
        path = self.folder / "test_shown.py"
        path.write_text(block.text, "utf-8")
        sources = os.pathsep.join(str(source) for source in GENERATED.glob("*/src"))
        done = subprocess.run(
            [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", path.name],
            cwd=self.folder,
            env={**os.environ, "PYTHONPATH": sources},
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )
        assert done.returncode == 0, f"{block}: {done.stdout}{done.stderr}"

    def document(self, block: Block, data: Any) -> None:
        """Check a YAML block by what it is: a whole document, a fragment of one, a `client.yaml`, or other YAML."""
        if not block.title and isinstance(data, dict):
            if fragments.is_part(data):
                self.parts.append(block)
            elif fragments.is_config(data):
                fragments.check_config(block, self.folder)

    def command(self, block: Block, line: str) -> str:
        """Check a command line; `clientgen` is run. What it printed."""
        words = shlex.split(line, comments=True)
        match words:
            case ["clientgen", *arguments]:
                return self.clientgen(block, arguments)
            case ["make", *targets]:
                known = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
                unknown = [target for target in targets if "=" not in target and target not in known]
                assert not unknown, f"{block}: there is no target {unknown} in the Makefile"
            case ["pip", "install", "--find-links", folder, *requirements]:
                assert any((self.folder / folder).glob("*.whl")), f"{block}: there are no wheels in {folder}"
                check_requirements(block, requirements, self.folder / "generated")
            case ["pip", "install", *requirements]:
                check_requirements(block, requirements, GENERATED)
            case ["$EDITOR", *files]:
                missing = [file for file in files if not (ROOT / file).exists()]
                assert not missing, f"{block}: there is no {missing}"
            case ["git", *_] | []:
                pass
            case _:
                raise AssertionError(f"{block}: nobody knows how to check the command {line!r}")
        return ""

    def clientgen(self, block: Block, arguments: list[str]) -> str:
        """Run `clientgen` in the copy of the project; its output. A status of 2 means that the page uses it wrongly."""
        environment = {**os.environ, "PYTHONPATH": str(ROOT)}
        done = subprocess.run(
            [sys.executable, "-m", "generator.cli", *arguments],
            cwd=self.folder,
            env=environment,
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )
        assert done.returncode in (0, 1) and "Traceback" not in done.stderr, f"{block}: {done.stdout}{done.stderr}"
        return done.stdout


def copy_project(folder: Path, text: str) -> None:
    """What `clientgen` works on, to be changed freely. Of the packages, only those whose API is named in a command."""
    without = shutil.ignore_patterns("__pycache__", ".*cache")
    for name in SOURCES:
        shutil.copytree(ROOT / name, folder / name, ignore=without)
    for name in ("clientgen.yaml", "LICENSE"):
        shutil.copy(ROOT / name, folder)
    for api in set(re.findall(r"^clientgen (?:generate|check|build) ([a-z]+)", text, re.MULTILINE)):
        package = GENERATED / f"{api}-client"
        if package.is_dir():
            shutil.copytree(package, folder / "generated" / package.name, ignore=without)


def check_requirements(block: Block, requirements: Iterable[str], packages: Path) -> None:
    """Each is one of our distributions, or one of the generated `packages`, with extras that it has."""
    for requirement in requirements:
        match = re.fullmatch(r"(?P<name>[a-z-]+)(\[(?P<extras>[a-z,]+)\])?", requirement)
        assert match, f"{block}: {requirement!r} is no requirement"
        project = (ROOT if match["name"] == "clientgen" else packages / match["name"]) / "pyproject.toml"
        assert project.is_file(), f"{block}: there is no package {match['name']!r}"
        known = tomllib.loads(project.read_text("utf-8"))["project"].get("optional-dependencies", {})
        missing = [extra for extra in (match["extras"] or "").split(",") if extra and extra not in known]
        assert not missing, f"{block}: {match['name']} has no extra {missing}"


def compare(block: Block, printed: str) -> None:
    """What a page shows as output is what came; `…` stands for any text within a line."""
    shown, came = block.text.rstrip().splitlines(), printed.rstrip().splitlines()
    fits = len(shown) == len(came) and all(_fits(expected, line.rstrip()) for expected, line in zip(shown, came, strict=True))
    assert fits, f"{block}: the page shows\n{block.text}\nand this is printed:\n{printed}"


def _fits(expected: str, line: str) -> bool:
    return re.fullmatch(".*".join(map(re.escape, expected.rstrip().split("…"))), line) is not None
