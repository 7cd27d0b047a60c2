"""Types that need no class of their own, and those that are made of others."""

from __future__ import annotations

from typing import Final

from msgspec.structs import replace

from ..model.parts import Code, Type
from .schema import TooDeep

SCALARS: Final = {
    "string": Type(Code("str"), Code("str"), Code("str"), kind="string"),
    "integer": Type(Code("int"), Code("int"), Code("int"), kind="integer"),
    # A float alone would lose digits of whole numbers.
    "number": Type(Code("float | int"), Code("float"), Code("float"), kind="number"),
    "boolean": Type(Code("bool"), Code("bool"), Code("bool"), kind="boolean"),
}
FORMATS: Final = {
    "date-time": Type(Code("datetime"), Code("datetime | str"), Code("datetime"), kind="date-time"),
    "date": Type(Code("date"), Code("date | str"), Code("date"), kind="date"),
    "binary": Type(Code("bytes"), Code("FileInput"), Code("file"), kind="binary"),
}
ANY: Final = Type(Code("Any"), Code("Any"), Code("object"), kind="any", free_form=True)
_DEEPEST: Final = 60
"""Brackets of one type within each other; Python reads 200."""


def pascal(name: str) -> str:
    return "".join(word[:1].upper() + word[1:] for word in name.split("_"))


def escape(key: object) -> str:
    return str(key).replace("~", "~0").replace("/", "~1")


def is_text(kind: Type) -> bool:
    return kind.kind == "string" or (kind.item is not None and is_text(kind.item))


def optional(kind: Type) -> Type:
    """The type, or None."""
    if kind.code == ANY.code or kind.code.endswith(" | None"):
        return kind
    return replace(kind, code=Code(f"{kind.code} | None"), argument=Code(f"{kind.argument} | None"))


def _within(item: Type) -> Type:
    """The type, unless Python has too many brackets to read with one more. Raises TooDeep."""
    if item.code.count("[") > _DEEPEST:
        raise TooDeep
    return item


def array(item: Type) -> Type:
    item = _within(item)
    return Type(
        Code(f"list[{item.code}]"),
        Code(f"Sequence[{item.argument}]"),
        Code(f"list[{item.document}]"),
        item.models,
        "array",
        item.free_form,
        item,
    )


def mapping(value: Type) -> Type:
    value = _within(value)
    code, argument = f"dict[str, {value.code}]", f"Mapping[str, {value.argument}]"
    return Type(Code(code), Code(argument), Code(f"dict[str, {value.document}]"), value.models, "object", value.free_form)
