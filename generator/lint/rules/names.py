"""Rules on the names of components."""

from __future__ import annotations

import re
from typing import Final

from ...load.names import LONGEST
from ...load.pointers import join
from ..context import Context, Steps, table

_LEGAL: Final = re.compile(r"[A-Za-z0-9._-]+\Z")


def component_names(context: Context) -> None:
    """Names of components are those that OpenAPI allows."""
    for kind in table(context.data.get("components")):
        for name in context.components(kind):
            pointer = join("/components", kind, name)
            if not _LEGAL.match(str(name)):
                context.error(pointer, f"the component name {name!r} is not legal", "use letters, digits, dots, hyphens and underscores")
            elif len(name) > LONGEST and context.house:
                context.error(pointer, f"the component name {name[:20]}... is longer than {LONGEST} characters", "shorten it")


RULES: Final[Steps] = (("component-names", component_names),)
