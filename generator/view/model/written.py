"""The part of the view model for hand-written public modules and methods. Frozen, like all of it."""

from __future__ import annotations

from .parts import Code, Name, Part, Text


class WrittenParameter(Part, frozen=True):
    name: Name
    type: Code
    default: Code | None
    """None: it has to be given."""
    text: Text
    by_keyword: bool

    @property
    def usage(self) -> str:
        return str(self.name) if self.default is None else f"{self.name}=…"


class WrittenCall(Part, frozen=True):
    """A function or method."""

    name: Name
    summary: Text
    description: Text
    parameters: tuple[WrittenParameter, ...]
    returns: Code
    returns_text: Text
    raises: Text
    is_property: bool = False
    is_class: bool = False

    @property
    def usage(self) -> str:
        """`name(one, two, *, three=…)`; of a property its name."""
        if self.is_property:
            return str(self.name)
        parts = [parameter.usage for parameter in self.parameters if not parameter.by_keyword]
        keywords = [parameter.usage for parameter in self.parameters if parameter.by_keyword]
        return f"{self.name}({', '.join([*parts, *(['*'] if keywords else []), *keywords])})"


class WrittenClass(Part, frozen=True):
    made: WrittenCall
    """Its constructor, with what the docstring of the class says."""
    methods: tuple[WrittenCall, ...]

    @property
    def name(self) -> Name:
        return self.made.name


class WrittenModule(Part, frozen=True):
    """A public module of a package that somebody has written."""

    name: Name
    summary: Text
    description: Text
    calls: tuple[WrittenCall, ...]
    classes: tuple[WrittenClass, ...]
    others: tuple[Name, ...]
    """What else it exports."""
