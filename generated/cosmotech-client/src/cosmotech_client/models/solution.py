"""Models: Solution. Rendered from the spec; do not edit."""

from __future__ import annotations

from typing import Any


class RunTemplate(dict[str, Any]):
    """A way to run a solution. Its fields are not documented.

    A map with any keys: `RunTemplate(key=value)`, or a plain `dict` in its place.
    """


class RunTemplateParameter(dict[str, Any]):
    """A parameter of a solution. Its fields are not documented.

    A map with any keys: `RunTemplateParameter(key=value)`, or a plain `dict` in its place.
    """


class RunTemplateParameterGroup(dict[str, Any]):
    """Parameters of a solution that are shown together. Its fields are not documented.

    A map with any keys: `RunTemplateParameterGroup(key=value)`, or a plain `dict` in its place.
    """


class Solution(dict[str, Any]):
    """A simulator packaged for the platform, with its parameters and run templates. Its fields are not documented.

    A map with any keys: `Solution(key=value)`, or a plain `dict` in its place.
    """
