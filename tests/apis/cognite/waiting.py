"""The documented examples that do not run, since the document has a slip there: each with the slip, and with the error that it ends in.

`test_examples` proves that each fails in this way. This module must never list what could be made to run by a rule of `rewriting`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Failing:
    """Why an example does not run."""

    reason: str
    error: str
    """The class of the error that it ends in."""


_SYNTAX = Failing("slip of the document: the arguments of `Source` are written as in JavaScript", "SyntaxError")

FAILING: Mapping[str, Failing] = {
    **dict.fromkeys(["TemplateViewsAPI.create-5536", "TemplateViewsAPI.upsert-5577"], _SYNTAX),
    "TemplateViewsAPI.delete-5668": Failing(
        "slip of the document: `external_id` is given twice, the views are `view_external_id`", "TypeError"
    ),
    "ExtractionPipelineRunsAPI.list-6382": Failing("slip of the document: `statuslimit` is no argument, `limit` is meant", "TypeError"),
}
