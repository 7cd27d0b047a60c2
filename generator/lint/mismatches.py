"""What does not match a JSON Schema, in the most specific messages of the validator."""

from __future__ import annotations

from typing import Any


def mismatches(validator: Any, value: Any) -> list[Any]:
    """The errors that a validator of `jsonschema` finds, each as the innermost one that explains it; importing that takes a while."""
    from jsonschema import exceptions

    explain: Any = vars(exceptions)["best_match"]  # its annotations leave types open
    return [explain([error]) for error in validator.iter_errors(value)]
