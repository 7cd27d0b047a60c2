"""Leaves out what needs the documents' examples where they are absent; `test_examples` says so, once, for both modules."""

from __future__ import annotations

from .apis import HAS_EXAMPLES

collect_ignore = [] if HAS_EXAMPLES else ["test_snippets.py"]
