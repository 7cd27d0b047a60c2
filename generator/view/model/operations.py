"""The part of the view model for operations and the methods that stand on them. Frozen, like all of it.

Nothing here reads a spec or knows how a template looks.
"""

from __future__ import annotations

from collections.abc import Iterable

from .answers import Answer, Header, Stream
from .parts import Code, Name, Part, Text, Type, notes

_NONE = Code("None")
_NO_TEXT = Text("")


class Parameter(Part, frozen=True):
    name: Name
    wire: Text
    location: str
    """path, query, header, body, part"""
    type: Type
    required: bool
    description: Text
    details: tuple[Text, ...]
    example: Text
    """A value for a documented example, as JSON text."""
    declaration: Code | None
    """The `Parameter(...)` of the runtime; None for a path parameter, the body and its parts."""
    default: Code = _NONE

    @property
    def notes(self) -> tuple[Text, ...]:
        return notes(self.description, self.details)

    @property
    def annotation(self) -> Code:
        return Code(f"{self.type.argument} | None") if not self.required and self.default == "None" else self.type.argument

    @property
    def declared(self) -> Code:
        """As a signature has it."""
        return Code(f"{self.name}: {self.annotation}" if self.required else f"{self.name}: {self.annotation} = {self.default}")


class Link(Part, frozen=True):
    """What an answer can be used for: another operation, with values of the call or of its answer."""

    status: str
    name: Text
    target: Text
    """A call of the other operation, with expressions of OpenAPI as its arguments."""
    description: Text

    @property
    def text(self) -> tuple[Text, ...]:
        return (Text(f"{self.name.value}: `{self.target.value}`."), self.description)


class Method(Part, frozen=True):
    """One method of an API class: a signature, a docstring, and one expression over a verb of the client."""

    name: Name
    verb: str
    """call, batch, batch_merged, pages, jobs, job, download"""
    summary: Text
    description: Text
    parameters: tuple[Parameter, ...]
    """Required ones first; the others are keyword-only."""
    extra: tuple[Parameter, ...]
    """Keyword-only parameters that the verb itself takes (`limit`, `to`, ...)."""
    returns: Code
    models: tuple[Name, ...]
    """Models that the result mentions."""
    returns_text: Text
    awaited: bool
    raises: tuple[tuple[Code, Text], ...]
    operation: Operation
    example: Text = _NO_TEXT
    """A runnable example of a call, as Python source."""

    @property
    def required(self) -> tuple[Parameter, ...]:
        return tuple(parameter for parameter in self.parameters if parameter.required)

    @property
    def optional(self) -> tuple[Parameter, ...]:
        return (*(parameter for parameter in self.parameters if not parameter.required), *self.extra)

    @property
    def described(self) -> tuple[Parameter, ...]:
        return (*self.required, *self.optional)

    @property
    def outline(self) -> Code:
        """A call at one look: `items_list(shop_id, *, limit=…)`."""
        given = [
            *(str(item.name) for item in self.required),
            *(["*"] if self.optional else []),
            *(f"{item.name}=…" for item in self.optional),
        ]
        return Code(f"{self.name}({', '.join(given)})")

    @property
    def usage(self) -> Code:
        """A call with all its arguments: `items_list(shop_id, limit=limit)`."""
        given = (str(item.name) if item.required else f"{item.name}={item.name}" for item in self.described)
        return Code(f"{self.name}({', '.join(given)})")

    @property
    def gives(self) -> Code | None:
        """What the sync twin returns; None: nothing."""
        return None if self.returns == "None" else self.sync_returns

    @property
    def arguments(self) -> tuple[Parameter, ...]:
        """What goes into the mapping of arguments: the parameters, and nothing of the body."""
        return tuple(parameter for parameter in self.parameters if parameter.location not in {"body", "part", "verb"})

    @property
    def sync_returns(self) -> Code:
        """What the sync twin returns."""
        return Code(self.returns.replace("Async", ""))

    @property
    def statement(self) -> str:
        """What stands before the one expression of the method. None is returned, too: `with_response` gives the response around it."""
        return "return await" if self.awaited else "return"

    @property
    def keyword(self) -> str:
        return "async def" if self.awaited else "def"

    @property
    def splits_body(self) -> bool:
        """The body is handed to the verb item by item."""
        return self.verb in {"batch", "batch_merged", "jobs"}

    @property
    def body(self) -> Parameter | None:
        return next((parameter for parameter in self.parameters if parameter.location == "body"), None)

    @property
    def parts(self) -> tuple[Parameter, ...]:
        return tuple(parameter for parameter in self.parameters if parameter.location == "part")


class Operation(Part, frozen=True):
    id: Name
    constant: Name
    method: str
    path: Text
    """With wire names, as documented."""
    template: Text
    """With Python names, as the runtime takes it."""
    tag: Text
    pointer: str
    summary: Text
    description: Text
    parameters: tuple[Parameter, ...]
    body_declaration: Code | None
    results: tuple[tuple[Text, Type], ...]
    """Media type of success → type, the preferred one first."""
    by_status: tuple[tuple[Text, tuple[tuple[Text, Type], ...]], ...]
    """Status of success → media type → type, where successes differ."""
    stream: Stream | None
    headers: tuple[Header, ...]
    errors: tuple[tuple[Text, Type], ...]
    """Status of failure → type of its body; with a media type behind it, where that has another type."""
    preferred: tuple[Type, ...]
    """What a call may give that asks for no media type of its own."""
    declared_type: Code
    """What a call returns, with models written `models.Name`."""
    declared_results: Code | None
    declared_by_status: tuple[tuple[Text, Code], ...]
    may_be_empty: bool
    """Some of its successes have no body."""
    declared_errors: tuple[tuple[Text, Code], ...]
    answers: tuple[Answer, ...]
    statuses: tuple[int, ...]
    security: tuple[tuple[Text, ...], ...] | None
    retry: str | None
    paging: Code | None
    batch: Code | None
    job: Code | None
    sources: Text
    server: Text
    """The URL of its own server; empty: that of the API."""
    links: tuple[Link, ...]
    deprecated: bool
    authorization: Text
    content_types: Text
    accepts: Text

    @property
    def result(self) -> Type | None:
        """The type of the preferred answer."""
        return self.results[0][1] if self.results else None

    @property
    def returned(self) -> Text:
        """What the document says of its success."""
        return next((answer.description for answer in self.answers if answer.status.startswith("2")), _NO_TEXT)

    @property
    def kinds(self) -> tuple[Type, ...]:
        """What it gives, whatever the status and media type."""
        tables = (self.results, *(table for _, table in self.by_status))
        streamed = (self.stream.item,) if self.stream else ()
        return (*(kind for table in tables for _, kind in table), *streamed, *(header.type for header in self.headers))

    @property
    def returns(self) -> Code:
        """What a call returns."""
        return self.optional(union(kind.code for kind in self.preferred))

    def optional(self, code: Code) -> Code:
        """The type of an answer, or None where an answer may have no body."""
        return Code(f"{code} | None") if self.may_be_empty and not code.endswith("None") and code != "Any" else code

    @property
    def unusual_statuses(self) -> tuple[int, ...]:
        """The statuses of success, where they are others than 200."""
        return () if self.statuses == (200,) else self.statuses

    @property
    def declared_parameters(self) -> tuple[Code, ...]:
        return tuple(parameter.declaration for parameter in self.parameters if parameter.declaration)


def union(codes: Iterable[str]) -> Code:
    """Types as one; any value where one of them is that, None where there are none."""
    found = dict.fromkeys(codes)
    return Code("Any" if "Any" in found else " | ".join(found) or "None")


class Incoming(Part, frozen=True):
    """A webhook or callback: a request that the API makes."""

    name: Text
    constant: Name
    method: str
    url: Text
    """Of a callback: the expression for where it is sent."""
    summary: Text
    description: Text
    type: Code
    """Of its body, with models written `models.Name`."""
    types: tuple[tuple[Text, Code], ...]
    """Media type of its body → type."""
    models: tuple[Name, ...]
    """Models that its body mentions."""
    answers: tuple[tuple[str, Text], ...]
    """Status → description of what the API expects back."""
    deprecated: bool


class Group(Part, frozen=True):
    """The methods of one tag, for a table of contents."""

    title: Text
    methods: tuple[Method, ...]
