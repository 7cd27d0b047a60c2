"""Python names of a model's fields, and which wire names msgspec makes of them."""

from __future__ import annotations

import re

from msgspec.structs import replace

from ...naming.names import free
from ..model.models import Field
from ..model.parts import Name

_ODD = re.compile(r'["\\\x00-\x1f]')
_TAKEN = {"extra", "is_open", "secret_fields", "write_only", "to_dict", "to_json", "from_dict"} | {
    *("bool", "bytes", "dict", "field", "float", "int", "list", "str")
}
"""What every model has, and what its annotations are made of: in the body of the class, a field of that name would hide it."""


def has_odd_name(wire: str) -> bool:
    """Whether no class can have a property, since its name holds what JSON escapes: it stands in `extra`."""
    return _ODD.search(wire) is not None


def distinct(fields: tuple[Field, ...]) -> tuple[Field, ...]:
    """Fields with names of their own, which hide nothing that the annotations of the class need."""
    words = {word for item in fields for word in re.findall(r"\w+", item.annotation)}
    taken = {*_TAKEN, *words}
    # A property that is called exactly like its field keeps the name.
    named: dict[int, Field] = {}
    for number, item in sorted(enumerate(fields), key=lambda pair: pair[1].renamed):
        name = free(item.name, taken)
        taken.add(name)
        is_new = name != item.name or item.renamed != (name != item.wire.value)
        named[number] = replace(item, name=Name(name), renamed=name != item.wire.value) if is_new else item
    return tuple(named[number] for number in range(len(fields)))


def camel(name: str) -> str:
    """What msgspec makes of a name under `rename="camel"`; a leading underscore is kept by it, so such a name never counts as camelCase here."""
    head, *rest = name.split("_")
    return head + "".join(word.title() for word in rest) if head else ""
