"""Operations → methods: one for each operation, and those that its extensions add (`…_iterate`, `…_submit`, `…_to_file`).

Decides verbs, signatures and result types.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from typing import Any

from ...load.json_types import media_kind
from ...naming.names import free, python_name
from ..model.answers import Stream
from ..model.operations import Method, Operation, Parameter
from ..model.parts import Code, Name, Text, Type
from ..schemas.basics import ANY, escape, pascal
from ..schemas.facts import telling, without_items
from ..schemas.merge import flattened, nullable
from ..schemas.schema import Schema, resolve
from ..schemas.types import Types

SPLITTING = ("batch", "batch_merged", "jobs")
_FAILED = (Code("BatchError"), Text("Some items are not done; `report` says which are done, failed, unknown or skipped."))


def _keyword(name: str, code: str, description: str, default: str = "None") -> Parameter:
    kind = Type(Code(code), Code(code), Code(code))
    return Parameter(Name(name), Text(name), "verb", kind, False, Text(description), (), Text(""), None, Code(default))


_LIMIT = _keyword("limit", "int", "The most items to return; by default all.")
_PAGE_SIZE = _keyword("page_size", "int", "How many items each request asks for.")
_START = _keyword(
    "start", "str | int", "Where to start: the `mark` of an earlier iteration, or the API's own offset, page number, cursor or token."
)
_ISOLATE = _keyword(
    "isolate",
    "bool",
    "True: a call that the API refuses is split in halves and sent again, until only the invalid items fail. This takes more calls.",
    "False",
)
_STREAM = _keyword(
    "stream",
    "bool",
    "True: only a limited number of jobs is started and polled at a time, so that memory stays constant for any number of items.",
    "False",
)
_TO = _keyword(
    "to",
    "str | PathLike[str]",
    "A file; or a folder, in which the file gets the name that the server sends. By default the current folder.",
)
_PROGRESS = _keyword(
    "progress",
    "bool | Callable[[int, int | None], object]",
    "True: a progress bar (needs the extra `progress`). A function: called with the bytes so far and the total (None if unknown).",
)


class Methods:
    """Makes the methods of one document's operations."""

    def __init__(self, types: Types, raw: Mapping[str, Mapping[str, Any]]) -> None:
        self._types = types
        self._raw = raw
        """operationId → the operation as the document has it."""

    def of(self, operation: Operation) -> Iterator[Method]:
        raw = self._raw[operation.id]
        batched = operation.batch is not None and _splittable(raw)
        if operation.stream is None or not operation.stream.is_only:
            yield self._batch(operation, raw) if batched else self._call(operation)
        if operation.stream is not None:
            yield self._stream(operation, operation.stream)
        if operation.paging is not None:
            yield self._pages(operation, raw)
        if operation.job is not None:
            yield self._jobs(operation, raw, many=batched)
        if any(kind.kind == "binary" for kind in operation.preferred):
            yield self._download(operation)

    def _call(self, operation: Operation) -> Method:
        returned = telling(operation.returned.value) if operation.returns != "None" else ""
        return _method(operation, operation.id, "call", operation.returns, returned=returned)

    def _batch(self, operation: Operation, raw: Mapping[str, Any]) -> Method:
        rules = raw["x-batch"]
        returns = operation.returns if rules.get("results", "order") != "none" else Code("None")
        returned = "One result per item, in the order of the items." if returns != "None" else ""
        note = f"Any number of items may be given: they are sent in calls of {rules['max_items']}, several calls at once."
        if rules.get("atomic", True):
            note += " If one item is invalid, the API refuses its whole call."
        merged = rules.get("results") == "none" and operation.result is not None and operation.result.kind == "object"
        if merged:
            returns, returned = operation.returns, "The responses of all calls, merged into one dictionary."
        verb = "batch_merged" if merged else "batch"
        extra = (_ISOLATE,) if rules.get("atomic", True) else ()
        return _method(operation, operation.id, verb, returns, extra=extra, note=note, returned=returned, raises=(_FAILED,))

    def _pages(self, operation: Operation, raw: Mapping[str, Any]) -> Method:
        rules = raw["x-paging"]
        dropped = {python_name(str(rules[key])) for key in ("parameter", "size") if key in rules}
        item = self._at(_answer(raw), f"{rules.get('items', '')}/-", operation.id)
        name = self._own(_base(operation.id, ("_list",)) + "_iterate")
        extra = (_LIMIT, *((_PAGE_SIZE,) if "size" in rules else ()), _START)
        return _method(
            operation,
            name,
            "pages",
            Code(f"AsyncPages[{item.code}]"),
            awaited=False,
            extra=extra,
            dropped=dropped,
            models=item.models,
            summary=f"Iterate over the items of `{operation.id}`, page after page.",
            note="Pages are requested when they are needed, and one page ahead.",
            returned="An iterator over the items; `.pages()` gives them page by page.",
        )

    def _jobs(self, operation: Operation, raw: Mapping[str, Any], *, many: bool) -> Method:
        rules = raw["x-job"]
        polled = self._raw[python_name(str(rules["poll"]))]
        result = self._at(_answer(polled), str(rules.get("result", "")), operation.id)
        group, verb = ("AsyncJobGroup", "jobs") if many else ("AsyncJob", "job")
        name = self._own(_base(operation.id, ("_create",)) + "_submit")
        summary = f"Call `{operation.id}` and follow the {'jobs that it starts' if many else 'job that it starts'}."
        returned = "The jobs, in the order of the items." if many else "The job."
        return _method(
            operation,
            name,
            verb,
            Code(f"{group}[{result.code}]"),
            models=result.models,
            extra=(_STREAM,) if many else (),
            summary=summary,
            returned=returned,
            raises=(_FAILED,) if many else (),
        )

    def _download(self, operation: Operation) -> Method:
        return _method(
            operation,
            self._own(_base(operation.id, ("_get",)) + "_to_file"),
            "download",
            Code("Path"),
            extra=(_TO, _PROGRESS),
            summary=f"Write the response of `{operation.id}` to a file.",
            note="The response is streamed. An interrupted download is continued where it stopped. The file appears when it is complete.",
            returned="The path of the file.",
        )

    def _stream(self, operation: Operation, stream: Stream) -> Method:
        if media_kind(stream.media_type.value) == "events":
            note = "Events are returned as they arrive. If the server sends ids, an interrupted stream is continued after the last event."
            returned = "An iterator over the events; use it in `async with` if you may stop early."
        else:
            note, returned = (
                "Values are returned as their lines arrive.",
                "An iterator over the values of the lines; use it in `async with` if you may stop early.",
            )
        return _method(
            operation,
            str(operation.id) if stream.is_only else self._own(f"{operation.id}_stream"),
            "stream",
            Code(f"AsyncStream[{stream.shown}]"),
            awaited=False,
            models=stream.item.models,
            summary="" if stream.is_only else f"Read the response of `{operation.id}` as a stream.",
            note=note,
            returned=returned,
        )

    def _own(self, name: str) -> str:
        """A name that no operation has."""
        return free(name, self._raw)

    def _at(self, schema: Schema, pointer: str, operation: str) -> Type:
        """The type at a pointer into an answer; `-` steps into the items of an array."""
        components, place = self._types.components, f"/operations/{operation}{pointer}"
        may_be_null = False
        for key in [part.replace("~1", "/").replace("~0", "~") for part in pointer.split("/")[1:]]:
            schema = flattened(resolve(schema, components), components)
            may_be_null = may_be_null or nullable(schema, components)
            schema = schema.get("items", {}) if key == "-" else schema.get("properties", {}).get(key, {})
        found = self._types.of(schema, f"{place}/{escape(operation)}", pascal(operation)) if schema else ANY
        return found


def _method(
    operation: Operation,
    name: str,
    verb: str,
    returns: Code,
    *,
    awaited: bool = True,
    extra: tuple[Parameter, ...] = (),
    dropped: Collection[str] = (),
    models: tuple[Name, ...] = (),
    summary: str = "",
    note: str = "",
    returned: str = "",
    raises: tuple[tuple[Code, Text], ...] = (),
) -> Method:
    own = "" if summary else operation.description.value.strip()
    description = "\n\n".join(part for part in (own, note) if part)
    return Method(
        name=Name(name),
        verb=verb,
        summary=Text(summary) if summary else operation.summary,
        description=Text(description),
        parameters=tuple(_for_verb(parameter, verb) for parameter in operation.parameters if parameter.name not in dropped),
        extra=extra,
        returns=returns,
        models=models,
        returns_text=Text(returned),
        awaited=awaited,
        raises=raises,
        operation=operation,
    )


def _for_verb(parameter: Parameter, verb: str) -> Parameter:
    """A body that is split may come from a generator, in async code from an async one, and may be longer than memory."""
    if verb not in SPLITTING or parameter.location != "body" or parameter.type.item is None:
        return parameter
    item = parameter.type.item.argument
    taken = replace(parameter.type, argument=Code(f"Iterable[{item}] | AsyncIterable[{item}]"))
    return replace(parameter, type=taken, details=without_items(parameter.details))


def _base(name: str, suffixes: tuple[str, ...]) -> str:
    return next((name.removesuffix(suffix) for suffix in suffixes if name.endswith(suffix)), name)


def _splittable(raw: Mapping[str, Any]) -> bool:
    """Whether the items are the body itself; a property of the body is split by hand-written code."""
    return "/" not in str(raw["x-batch"]["items"])


def _answer(raw: Mapping[str, Any]) -> Schema:
    for status, response in raw.get("responses", {}).items():
        if str(status).startswith("2"):
            for content in response.get("content", {}).values():
                schema: Schema = content.get("schema", {})
                return schema
    return {}
