"""What the runtime knows of one operation: facts from the spec, without I/O and without models loaded.

A generated package declares one `Operation` per operation of its spec; the verbs of the client (`call`, `pages`, `batch`, `job`, ...) read it.
Types are given as functions without arguments, so that no model is imported before its first use.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Generic, Literal, TypeVar

import msgspec

T = TypeVar("T")
R = TypeVar("R")

Kind = Literal["string", "integer", "number", "boolean", "array", "object", "date", "date-time", "any"]
Lazy = Callable[[], Any]


class Parameter(msgspec.Struct, frozen=True, omit_defaults=True):
    """A query, header or cookie parameter, a whole query string, or one in the path that is more than a text.

    All of the path stand in its template, under their Python names.
    """

    name: str
    """The Python name: the key in the arguments of a call."""
    wire: str
    """The name on the wire."""
    kind: Kind = "string"
    """What the schema asks for; a value of another type is refused before anything is sent."""
    required: bool = False
    items: Kind = "string"
    """What an array holds."""
    explode: bool = True
    """True: an array repeats the parameter. False: its values are joined with commas, or as `style` says."""
    deep: bool = False
    """True: an object is sent as `name[key]=value` (style deepObject)."""
    encode_json: bool = False
    """True: the value is sent as JSON text (the spec gives `content: application/json`)."""
    location: Literal["path", "query", "querystring", "header", "cookie"] = "query"
    """Where it goes; `querystring`: its value is the whole query string."""
    style: Literal["", "label", "matrix", "spaceDelimited", "pipeDelimited", "cookie"] = ""
    """A style of OpenAPI other than the usual one of its location."""
    reserved: bool = False
    """True: reserved characters such as `/` and `:` are sent as they are, where they cannot end the parameter (allowReserved)."""
    allow_empty: bool = False
    """True: an empty text may be sent, whatever the kind (allowEmptyValue)."""


class Encoding(msgspec.Struct, frozen=True, omit_defaults=True):
    """How one field of a form is written."""

    content_type: str = ""
    """The media types that its part may have, the preferred one first, with commas; a field of JSON is JSON text in any form."""
    headers: Mapping[str, str] = {}
    """Further headers of its part."""
    style: Parameter | None = None
    """Its style, as that of a query parameter; it goes before `content_type`."""


class Body(msgspec.Struct, frozen=True, omit_defaults=True):
    """The request body."""

    media_types: tuple[str, ...]
    """The media types that the operation accepts, the preferred one first."""
    type: Lazy | None = None
    """The type of a JSON body; None for a free-form or binary one."""
    types: Mapping[str, Lazy | None] = {}
    """Of media types whose bodies are of another type than `type`: JSON, a form, one line."""
    name: str = "body"
    """The Python name of the parameter, for error messages."""
    required: bool = True
    files: tuple[str, ...] = ()
    """Multipart: the parts that are files. Of every other part, the value says whether it is one."""
    encodings: Mapping[str, Encoding] = {}
    """Fields of a form that are written in a way of their own."""


class Stream(msgspec.Struct, frozen=True):
    """An answer that comes piece by piece."""

    media_type: str
    type: Lazy | None = None
    """Of one piece; of an event, its data. None: any value."""
    by_event: Mapping[str, Lazy] = msgspec.field(default_factory=dict[str, Lazy])
    """Of the data of an event of that kind, where kinds have types of their own."""


class Header(msgspec.Struct, frozen=True, omit_defaults=True):
    """A header of an answer."""

    type: Lazy
    explode: bool = False
    """Of an object: `key=value` pairs. False: keys and values in turn."""
    encode_json: bool = False
    """True: its value is JSON text."""


class Partitions(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A list that can be read in slices, in parallel: the parameter takes `i/n`, and each slice has its own chain of marks."""

    parameter: str
    max: int | None = None
    """The most slices that the API takes."""
    excludes: tuple[str, ...] = ()
    """Wire names of what cannot be asked for along with slices."""
    requires: Mapping[str, Any] = {}
    """What must be set along with slices: name → value."""


class Cursors(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Another operation gives marks that together cover a list, to be read in parallel."""

    operation: Callable[[], Operation[Any]]
    items: str
    count: str


class Paging(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The `x-paging` extension."""

    style: Literal["offset", "page", "cursor", "token"]
    parameter: str
    size: str | None = None
    items: str = ""
    next: str | None = None
    first: int = 1
    """Page style: the number of the first page."""
    default_size: int | None = None
    max_size: int | None = None
    in_body: bool = False
    """True: the mark and the size are properties of the body, not query parameters."""
    partitions: Partitions | None = None
    cursors: Cursors | None = None
    split: Mapping[str, int] = {}
    """Lists in the body that may be longer than the API takes (`filter/shelfIds`), and how many it takes."""


class Batch(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The `x-batch` extension."""

    items: str
    max_items: int
    max_bytes: int | None = None
    atomic: bool = True
    results: Literal["order", "key", "none"] = "order"
    request_key: str = ""
    response_key: str = ""


class Job(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The `x-job` extension. Operations are given as functions, because they may stand below in the module."""

    id: str | None
    """None: the job has no id of its own; the path of the call that starts it says which one it is, and polling takes the same path."""
    poll: Callable[[], Operation[Any]]
    poll_parameter: str
    status: str
    done: tuple[str, ...]
    failed: tuple[str, ...] = ()
    cancelled: tuple[str, ...] = ()
    running: tuple[str, ...] = ()
    poll_many: Callable[[], Operation[Any]] | None = None
    poll_many_parameter: str = ""
    poll_many_max: int = 1
    """How many ids one call of `poll_many` takes."""
    cancel: Callable[[], Operation[Any]] | None = None
    cancel_parameter: str = ""
    result: str = ""
    error: str | None = None
    error_ends: bool = False
    """True: a job in a status that is not listed here has failed when it tells an error."""
    pace: tuple[float, float, float] = (0.5, 1.5, 10.0)
    """Seconds before the second poll, the factor, and the longest pause."""


class Operation(msgspec.Struct, Generic[T], frozen=True, dict=True, eq=False):
    """One operation of an API. `T` is what a call returns."""

    id: str
    """The `operationId`, which is also the method's name."""
    method: str
    path: str
    """The path template, with Python names: `/projects/{project_name}/models`."""
    parameters: tuple[Parameter, ...] = ()
    body: Body | None = None
    results: Mapping[str, Lazy | None] = {}
    """Media type → type of the answer, the preferred media type first; None for a free-form answer. Empty: the answer has no body."""
    by_status: Mapping[str, Mapping[str, Lazy | None]] = {}
    """Successes that differ: status (`"201"`, `"2XX"`, `"default"`) → what `results` is of the first of them."""
    headers: Mapping[str, Header] = {}
    """Documented headers of its successes, by name."""
    stream: Stream | None = None
    may_be_empty: bool = False
    """Some of its successes have no body; the value is None then."""
    statuses: tuple[int, ...] = (200,)
    """The documented statuses of success. Any other 2xx is taken as success too, and no other 3xx."""
    errors: Mapping[str, Lazy] = {}
    """Documented error bodies: status (`"404"`, `"4XX"`, `"default"`) → type; with a JSON media type behind it (`"404 application/problem+json"`), where
    that has another type."""
    security: tuple[tuple[str, ...], ...] | None = None
    """As that of `ApiDefinition`; None: that of the API; empty: no credentials."""
    server: str = ""
    """The URL of its own server, where that is another than the API's; a path: on the same host as the API."""
    retry: Literal["safe", "unsafe"] | None = None
    """Whether it may be sent again; None: as its method says (GET, HEAD, OPTIONS, PUT and DELETE may)."""
    paging: Paging | None = None
    batch: Batch | None = None
    job: Job | None = None


def once(make: Callable[[Operation[Any]], R]) -> Callable[[Operation[Any]], R]:
    """A function that gives what `make` makes of an operation: made at first use and kept with the operation, for all clients.

    Two threads may both make it; what they make is equal.
    """

    def kept(operation: Operation[Any]) -> R:
        values = vars(operation)
        if make.__name__ not in values:
            values[make.__name__] = make(operation)
        made: R = values[make.__name__]
        return made

    return kept
