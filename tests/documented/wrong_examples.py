"""Documented response examples that contradict their own document: the reason, and exactly what a validator says of each.

A wrong example is repaired at these places, by rule, and nowhere else; the repaired one must hold. This module must never list an example that a
correction of our spec could make valid.
"""

from __future__ import annotations

import copy
import re
from dataclasses import dataclass
from typing import Any

_SECOND = "there is no second 76 in a minute"
_DAY = "there is no day 063 in March"
_LIST = "the operation returns one variable, by its own text and its return type; the example shows a list of one"


@dataclass(frozen=True)
class Wrong:
    """One wrong example: `<api>-<operation>-<index>`."""

    example: str
    reason: str
    violations: tuple[str, ...]
    """JSON path and keyword of each violation of the spec."""


WRONG = (
    Wrong("ubiops-batch_pipeline_requests_batch_collect-0", _DAY, ("$[0].time_created: format", "$[1].time_created: format")),
    Wrong("ubiops-connectors_get-0", _SECOND, ("$.last_updated: format",)),
    Wrong("ubiops-connectors_list-0", _SECOND, ("$[1].last_updated: format",)),
    Wrong("ubiops-credentials_get-0", _SECOND, ("$.last_updated: format",)),
    Wrong("ubiops-credentials_list-0", _SECOND, ("$[1].last_updated: format",)),
    Wrong("ubiops-credentials_update-0", _SECOND, ("$.last_updated: format",)),
    Wrong("ubiops-model_environment_variables_get-0", _LIST, ("$: type",)),
    Wrong("ubiops-model_version_environment_variables_get-0", _LIST, ("$: type",)),
    Wrong("ubiops-model_versions_get-0", _SECOND, ("$.last_updated: format",)),
    Wrong("ubiops-model_versions_list-0", _SECOND, ("$[1].last_updated: format",)),
    Wrong("ubiops-model_versions_update-0", _SECOND, ("$.last_updated: format",)),
    Wrong("ubiops-models_list-0", _SECOND, ("$[0].last_updated: format",)),
    Wrong("ubiops-pipelines_list-0", _SECOND, ("$[0].last_updated: format",)),
    Wrong("ubiops-project_environment_variables_get-0", _LIST, ("$: type",)),
)


def wrong_of(example: str) -> Wrong | None:
    """The entry of an example."""
    return next((wrong for wrong in WRONG if wrong.example == example), None)


def repaired(wrong: Wrong, value: Any) -> Any:
    """The example, right: an impossible time gets a possible day and second, a list of one is opened."""
    if wrong.reason == _LIST:
        (only,) = value
        return only
    value = copy.deepcopy(value)
    for violation in wrong.violations:
        *path, name = re.findall(r"\w+", violation.partition(":")[0])
        holder = value
        for step in path:
            holder = holder[int(step) if step.isdecimal() else step]
        holder[name] = re.sub(r":76\.", ":56.", holder[name]).replace("-063-", "-06-")
    return value
