"""Draws the matrix as `docs/faults.md`: `python -m tests.faults.table` writes the page, `--check` says whether it is up to date."""

from __future__ import annotations

import ast
import sys
from pathlib import Path

from .matrix import COLUMNS, LEGEND, ROWS, Cell, Row

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "faults.md"
STORIES = "tests/faults/test_matrix.py"

_INTRODUCTION = """\
<!-- Written by `python -m tests.faults.table` from tests/faults/matrix.py; do not edit. -->

# How clients react to faults

Networks drop connections, servers send invalid responses, tokens expire, and some responses are attacks. For each such fault, this page
says how a client reacts in each kind of call, and which tests show it.

The tests use a server on a real socket, the sync and the async client, and the server's record of how often each request was sent. They
also search the error (its text, repr, attributes, traceback and pickle) and the log at level DEBUG for secrets, and check that no thread,
task or file stays open. By default, they connect directly and without TLS; `FAULTS_OVER=tls pytest tests/faults/test_matrix.py` uses TLS,
and `proxy`, `tls-proxy`, `tls-tls-proxy` or `socks` a proxy. (A plain proxy answers 502 if the server refuses connections, so these cells
differ.)

The letters in the table mean:
"""

_BELOW = """\
If a call is not safe to repeat, the error is an `OutcomeUnknown`, and at the same time an instance of the class for what was received
(`ServerError`, `NoAnswer`, `DeadlineExceeded`, `DecodeError`). POST and PATCH are not safe to repeat, unless the document says
`x-retry: safe` or the call has an `idempotency_key`; GET, HEAD, OPTIONS, PUT and DELETE are. An upload by PUT is sent again from its start
if the file can be read again; an upload by POST is treated like any other POST.

A client alone cannot keep two limits. With an `http_client` of your own, the time to receive response headers is limited by the timeout of
each read, not by the deadline of the call. And a truncated file is noticed only by its length or its digest (`Content-MD5`, `Digest`,
`Repr-Digest`, `Content-Digest`, `x-goog-hash`, `x-amz-checksum-sha256`): if the server sends neither, the file may be incomplete without an
error.

## Which test shows what
"""


def page() -> str:
    """The whole page."""
    parts = [_INTRODUCTION, *(f"- **{letter}**: {meaning}" for letter, meaning in LEGEND.items()), ""]
    parts += [f"| fault | {' | '.join(COLUMNS)} |", f"|{'---|' * (len(COLUMNS) + 1)}"]
    parts += [f"| {_escaped(row.name)} | {' | '.join(_escaped(row.cells[column].text) for column in COLUMNS)} |" for row in ROWS]
    parts += ["", _BELOW]
    for row in ROWS:
        parts += [f"### {_escaped(row.name)}", "", *_tests(row), ""]
    return "\n".join(parts).rstrip() + "\n"


def _tests(row: Row) -> list[str]:
    lines = [f"Simulated as: {', '.join(row.faults)}.", ""] if row.faults else []
    for column in COLUMNS:
        cell = row.cells[column]
        if cell.tests:
            lines.append(f"- {column} ({_escaped(cell.text)}): {', '.join(f'`{name}`' for name in _names(cell))}")
    return lines


def _names(cell: Cell) -> list[str]:
    names: list[str] = []
    for test in cell.tests:
        if "::" in test:
            names.append(test.removeprefix("tests/"))
        else:
            story, _, variant = test.partition("@")
            names.append(f"faults/test_matrix.py::{story}" + (f" ({variant})" if variant else ""))
    return names


def _escaped(text: str) -> str:
    return text.replace("|", "\\|").replace("<", "&lt;")


def missing() -> list[str]:
    """What the matrix names and is not there, and what it leaves empty."""
    problems: list[str] = []
    functions: dict[str, set[str]] = {}
    for row in ROWS:
        for column, cell in row.cells.items():
            if (cell.text == "–") != (not cell.tests):
                problems.append(f"{row.name}, {column}: {'no test' if not cell.tests else 'a test for what does not arise'}")
            for test in cell.tests:
                file, name = test.split("::") if "::" in test else (STORIES, test.partition("@")[0])
                if file not in functions:
                    functions[file] = _functions(ROOT / file)
                if name not in functions[file]:
                    problems.append(f"{row.name}, {column}: there is no {name} in {file}")
                elif "::" not in test and not row.faults:
                    problems.append(f"{row.name}, {column}: a story without a fault")
    return problems


def _functions(path: Path) -> set[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return {node.name for node in tree.body if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef))}


def main(arguments: list[str]) -> int:
    """Write the page, or check it."""
    for problem in missing():
        print(problem, file=sys.stderr)
    if "--check" in arguments:
        current = PAGE.read_text(encoding="utf-8") if PAGE.exists() else ""
        return int(bool(missing()) or current != page())
    PAGE.parent.mkdir(exist_ok=True)
    PAGE.write_text(page(), encoding="utf-8")
    return int(bool(missing()))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
