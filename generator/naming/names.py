"""Python names of operations, parameters, fields and classes.

Two rules of openapi-python-client are not followed: it renames what has the name of a builtin (`range`, `type`, `hash`), and it parts words at letters
beyond ASCII (`Größe` is `gr_öß_e`). Here, documented names are kept.
"""

from __future__ import annotations

import builtins
import keyword
import re
import unicodedata
from collections.abc import Container
from functools import cache
from typing import Final

from ..twin.derive import is_translated
from .words import pascal_case, snake_case

_BETWEEN: Final = re.compile(r"(?<=\w)[^\w']+(?=\w)")
_OURS: Final = vars(builtins).keys() | {"datetime", "self"}


@cache
def python_name(wire: str) -> str:
    """The Python name of a parameter or field: snake case, legal, unlike a keyword and unlike what sync twins translate; builtins are allowed."""
    # Python reads names in this form: `ｉd` would be `id`. What stands between words parts them: `actions/list`, `filter[name]`.
    name = snake_case(_BETWEEN.sub("_", _whole(unicodedata.normalize("NFKC", wire))))
    bare = name.removesuffix("_")
    if is_translated(bare):
        return f"{bare}_"
    return bare if bare != name and bare in _OURS and not keyword.iskeyword(bare) and bare != "self" else name


def operation_name(operation_id: str) -> str:
    """The name of a method, out of the way of what annotations of its class need."""
    name = python_name(operation_id)
    return f"{name}_" if name in ("date", "datetime") else name


@cache
def class_name(schema: str) -> str:
    """A schema's own name where classes of Python are called like that, else one made of its words."""
    schema = unicodedata.normalize("NFKC", schema)
    if (
        schema.isidentifier()
        and schema[0].isupper()
        and "_" not in schema
        and not keyword.iskeyword(schema)
        and schema not in vars(builtins)
    ):
        return schema
    return pascal_case(_BETWEEN.sub("_", _whole(schema)))


def _whole(name: str) -> str:
    """With letters beyond ASCII: in lower case, words parted where a capital letter follows a small one."""
    if name.isascii():
        return name
    parted = (f"_{here}" if here.isupper() and before.islower() else here for before, here in zip(f" {name}", name, strict=False))
    return "".join(parted).lower()


def kept_class(name: str) -> str:
    """A class name that sync twins leave as it is: of one that begins with `Async`, they would drop that word."""
    name = re.sub(r"^Async(?=[A-Z])", "Async_", name)
    return f"{name}Model" if is_translated(name) else name


def free(name: str, taken: Container[str], suffix: str = "_") -> str:
    """A name that is not taken: the name itself, or with a suffix, or with a number."""
    if name not in taken:
        return name
    number, other = 2, f"{name}{suffix}"
    while other in taken:
        number, other = number + 1, f"{name}{suffix.rstrip('_')}_{number}"
    return other
