"""Rules on the names of components: each schema is a class of its own."""

from __future__ import annotations

import keyword
import re
from typing import Final

from ...load.names import LONGEST, class_key
from ...load.pointers import join
from ..context import Context, table

_LEGAL: Final = re.compile(r"[A-Za-z0-9._-]+\Z")
_RESERVED: Final = {"base", "model", "unset", "unsettype"}
"""Names (without regard to case) that every module of models has already."""


def component_names(context: Context) -> None:
    """Names of components are legal, and no two schemas are one class."""
    for kind in table(context.data.get("components")):
        for name in context.components(kind):
            pointer = join("/components", kind, name)
            if not _LEGAL.match(str(name)):
                context.error(pointer, f"the component name {name!r} is not legal", "use letters, digits, dots, hyphens and underscores")
            elif len(name) > LONGEST:
                context.error(pointer, f"the component name {name[:20]}... is longer than {LONGEST} characters", "shorten it")
    seen: dict[str, str] = {}
    for name in context.components("schemas"):
        pointer = join("/components/schemas", name)
        key = class_key(name)
        if not key or key[0].isdigit() or name.startswith("_"):
            context.error(pointer, f"the schema name {name!r} is not that of a class", "start it with a letter")
        elif key in _RESERVED or keyword.iskeyword(name):
            context.error(pointer, f"the schema name {name!r} is reserved", "call it something else")
        elif key in seen:
            context.error(pointer, f"the schemas {seen[key]!r} and {name!r} would be one class", "rename one of them")
        seen.setdefault(key, name)


RULES: Final = (component_names,)
