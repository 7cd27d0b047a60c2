"""Compiled templates are kept beside the templates, and count only for what they were made of."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from jinja2 import Environment, FileSystemLoader

from generator.render.compiled import Compiled


def _render(folder: Path, settings: bytes = b"") -> str:
    environment = Environment(loader=FileSystemLoader(folder), bytecode_cache=Compiled(settings))
    return environment.get_template("hello.txt.jinja").render(name="you")


def test_what_is_compiled_is_kept_and_counts_for_its_template_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    template = tmp_path / "hello.txt.jinja"
    template.write_text("Hello {{ name }}", "utf-8")
    assert _render(tmp_path) == "Hello you"
    (kept,) = (tmp_path / "__pycache__").iterdir()
    os.utime(kept, ns=(1, 1))
    assert _render(tmp_path) == "Hello you" and kept.stat().st_mtime_ns == 1, "it is read, not made again"
    for damaged in (b"", kept.read_bytes()[:-1], b"x" * 40):
        kept.write_bytes(damaged)
        assert _render(tmp_path) == "Hello you"
    os.utime(kept, ns=(1, 1))
    assert _render(tmp_path, b"other filters") == "Hello you" and kept.stat().st_mtime_ns != 1
    template.write_text("Bye {{ name }}", "utf-8")
    assert _render(tmp_path) == "Bye you"
    assert list((tmp_path / "__pycache__").iterdir()) == [kept]


def test_nothing_is_kept_where_python_keeps_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    (tmp_path / "hello.txt.jinja").write_text("Hello {{ name }}", "utf-8")
    assert _render(tmp_path) == "Hello you" and [path.name for path in tmp_path.iterdir()] == ["hello.txt.jinja"]
