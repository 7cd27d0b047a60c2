"""What has to exist on a local server, and which placeholder values make sense there, before a documented code example can run.

Only what the examples' own bodies refer to, and only where the spec cannot say it. This module must never hold anything that a rule could derive.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

Resource = tuple[str, Mapping[str, Any]]
"""A path with the names of parameters in braces, and the data of what stands there."""


def _fields(name: str) -> list[dict[str, str]]:
    return [{"name": f"{name}-{number}", "data_type": "int"} for number in (1, 2, 3)]


_PIPELINE = "/projects/{project_name}/pipelines/{pipeline_name}"
_MODEL: tuple[Resource, ...] = (
    (
        "/projects/{project_name}/models/model-1",
        {
            "input_type": "structured",
            "output_type": "structured",
            "input_fields": _fields("model-input-field"),
            "output_fields": _fields("model-output-field"),
        },
    ),
    ("/projects/{project_name}/models/model-1/versions/version-1", {"language": "python3.6"}),
)

RESOURCES: Mapping[tuple[str, str], tuple[Resource, ...]] = {
    ("ubiops", "pipeline_objects_create"): _MODEL,
    ("ubiops", "pipeline_object_attachments_create"): (
        *_MODEL,
        ("/projects/{project_name}/connectors/connector-1", {"type": "postgresql", "input_fields": _fields("connector-field")}),
        (f"{_PIPELINE}/objects/model-1-v1", {"reference_type": "model", "reference_name": "model-1", "version": "version-1"}),
        (f"{_PIPELINE}/objects/connector-1", {"reference_type": "connector", "reference_name": "connector-1"}),
    ),
}
"""API, operation → what its body refers to."""

VALUES: Mapping[tuple[str, str], Mapping[str, Any]] = {
    # A string of digits each; the example gives both marks, of which a server heeds one: the empty token is that of the first page.
    ("ica", "get_project_data_linking_batch_items"): {"page_offset": "0", "page_size": "10", "page_token": ""},
}
"""API, operation → parameter → value."""
