"""The documented examples that do not run, each with the reason and with the error that it ends in.

`test_examples` proves that each still fails in this way: who makes one run takes it from here. This module must never list what could be made to run by
a rule of `rewriting`.
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


_QUERY = Failing("`DatapointsQuery` is not there yet", "ImportError")
_SERIES = Failing("the methods that time series have for data points are not there yet", "AttributeError")
_MOCK = Failing("the mock of the client is not there yet", "ImportError")
_SYMPY = Failing("needs the extra `sympy`, which these tests do not install", "ModuleNotFoundError")
_SYNTAX = Failing("slip of the document: the arguments of `Source` are written as in JavaScript", "SyntaxError")

FAILING: Mapping[str, Failing] = {
    "other-56": Failing("needs the extra `plot`, which these tests do not install", "MissingExtra"),
    "DatapointsAPI.query-2627": _QUERY,
    "SyntheticDatapointsAPI.query-2460": _SYMPY,
    **dict.fromkeys(["other-45", "other-52"], _SERIES),
    **dict.fromkeys(["other-6735", "other-6745", "other-6760"], _MOCK),
    **dict.fromkeys(["TemplateViewsAPI.create-5536", "TemplateViewsAPI.upsert-5577"], _SYNTAX),
    "TemplateViewsAPI.delete-5668": Failing(
        "slip of the document: `external_id` is given twice, the views are `view_external_id`", "TypeError"
    ),
    "ExtractionPipelineRunsAPI.list-6382": Failing("slip of the document: `statuslimit` is no argument, `limit` is meant", "TypeError"),
    "FilesAPI.update-1901": Failing("slip of the document: files have no description", "AttributeError"),
    "FilesAPI.list-1622": Failing("the document has the relation in lower case, which the API does not know", "CogniteAPIError"),
}
