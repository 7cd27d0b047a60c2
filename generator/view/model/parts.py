"""What every part of the view model is made of: names, code, text, imports, types.

Three kinds of strings, so that text of a document can never become code by accident:

- `Name` (a legal Python identifier) and `Code` (an expression we composed from names) may be printed as they are;
- `Text` is untrusted: it has no string form and reaches output only through the filters of `render`.

Nothing here reads a spec or knows how a template looks.
"""

from __future__ import annotations

from typing import NewType

from msgspec import Struct

Name = NewType("Name", str)
Code = NewType("Code", str)


class Part(Struct, frozen=True, array_like=True):
    """A part of the view model. What is kept of it between runs are the values of its members, in their order."""


class Text(Part, frozen=True):
    """Text from a document. It refuses to be printed: a template that forgets a filter fails instead of writing it."""

    value: str

    def __bool__(self) -> bool:
        return bool(self.value.strip())

    def __str__(self) -> str:
        raise TypeError("text from a document must pass through the filter `docstring`, `literal` or `markdown`")

    def __format__(self, spec: str) -> str:
        return str(self)

    def __repr__(self) -> str:
        return "Text(...)"


class Import(Part, frozen=True):
    """`from <module> import <name>`; module is relative to the package (`.models.shared`) or absolute (`datetime`)."""

    module: str
    name: str


class Type(Part, frozen=True):
    """A Python type, in the forms that the places of use need."""

    code: Code
    """As a field or a result: `list[ModelList]`."""
    argument: Code
    """As an argument of a call, which takes more: `Sequence[ModelCreate | Mapping[str, Any]]`."""
    document: Code
    """As documentation writes it: `list[ModelList]`, with a union of strings shown as `str`."""
    models: tuple[Name, ...] = ()
    """Classes and aliases of the package's `models` that it mentions."""
    kind: str = "any"
    """string, integer, number, boolean, array, object, date, date-time, binary, any."""
    free_form: bool = False
    """Nothing about it can be checked."""
    item: Type | None = None
    """Of an array: what it holds."""
    options: tuple[Type, ...] = ()
    """Of a union without a name: its members."""
    is_class: bool = False
    """It is a model."""
    is_alias: bool = False
    """It is a named union."""


def from_aio(home: str) -> str:
    """A module of the package (`aio.core`, `_handwritten.aio.core`) as a module in `aio` writes it."""
    return f".{home.removeprefix('aio.')}" if home.startswith("aio.") else f"..{home}"


def notes(description: Text, details: tuple[Text, ...]) -> tuple[Text, ...]:
    """What is said of something: its description, and facts after it. The description ends as a sentence where facts follow."""
    said = description.value.rstrip()
    if not details:
        return (Text(said),) if said else ()
    if said.rstrip(")'\"")[-1:].isalnum():
        said += "."
    return tuple(text for text in (Text(said), *details) if text.value)
