"""What became of each piece of data that was to be linked: the rules, without I/O."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, Final

from .._runtime.batching.report import Part, Report
from .._runtime.declarations.json_types import is_iterable
from ..exceptions import ClientError, InvalidArgument, InvalidArgumentType

if TYPE_CHECKING:
    from ..models import ProjectDataLinkingBatchItem, ProjectDataLinkingBatchItemV4

MOST_PER_BATCH: Final = 25_000
"""The advised size of a batch (ICA ProjectDataLinkingBatchApi v2, create_project_data_linking_batch)."""

LINKED: Final = frozenset({"LINKED", "ALREADY_LINKED"})
FAILURES: Final = ("FAILED", "PARTIALLY_LINKED")


class LinkFailed(ClientError):
    """A piece of data was not linked, or not all of it. `status` and `information` are the API's own words."""

    def __init__(self, data_id: str, status: str, information: str | None) -> None:
        super().__init__(f"{data_id} was not linked: {status}{f', {information}' if information else ''}")
        self.data_id = data_id
        self.status = status
        self.information = information

    def __reduce__(self) -> tuple[type[LinkFailed], tuple[str, str, str | None]]:
        return type(self), (self.data_id, self.status, self.information)


def chunks(data_ids: Iterable[str], size: int) -> list[list[str]]:
    """The ids in their order, each once, at most `size` together.

    Raises:
        InvalidArgument: there is no id, an id is empty, or the size is out of bounds.
    """
    if not isinstance(size, int):  # pyright: ignore[reportUnnecessaryIsInstance] - callers may give anything
        raise InvalidArgumentType(f"batch_size is a whole number, not {type(size).__name__}. Nothing was sent.")
    if not 1 <= size <= MOST_PER_BATCH:
        raise InvalidArgument(f"batch_size must be between 1 and {MOST_PER_BATCH}, not {size}")
    if isinstance(data_ids, str):
        raise InvalidArgument("data_ids is one text: give a list of ids")
    given: list[Any] = list(data_ids) if is_iterable(data_ids) else [data_ids]
    if not all(isinstance(one, str | None) for one in given):
        raise InvalidArgumentType("data_ids is a list of texts. Nothing was sent.")
    unique = list(dict.fromkeys(given))
    if not unique or not all(unique):
        raise InvalidArgument("data_ids is empty, or holds an empty id")
    return [unique[start : start + size] for start in range(0, len(unique), size)]


def parts_of(
    ids: Sequence[str], start: int, chunk: int, items: Iterable[ProjectDataLinkingBatchItemV4 | ProjectDataLinkingBatchItem]
) -> list[Part]:
    """The fate of each id of one batch, read from the batch's items. An id without an item that says what became of it is unknown."""
    found: dict[Any, Any] = {data_id: item for item in items if isinstance(data_id := _held(item, "request", "data_id"), str)}
    parts: list[Part] = []
    for offset, data_id in enumerate(ids):
        item = found.get(data_id)
        status = _held(item, "processing", "status")
        if not isinstance(status, str):
            error = ClientError(f"{data_id}: the batch has no item for it{'' if item is None else ' with a status'}")
            parts.append(Part(start + offset, 1, "unknown", chunk, 1, error=error, items=[data_id]))
        elif status in LINKED:
            parts.append(Part(start + offset, 1, "done", chunk, 1, values=[item]))
        else:
            failure = LinkFailed(data_id, status, _held(item, "processing", "additional_status_information") or None)
            parts.append(Part(start + offset, 1, "failed", chunk, 1, error=failure, items=[data_id]))
    return parts


def _held(item: Any, member: str, name: str) -> Any:
    """A part of an item, which may be anything; None: there is none."""
    return getattr(getattr(item, member, None), name, None)


def lost(ids: Sequence[str], start: int, chunk: int, error: Exception, *, sent: bool) -> Part:
    """The fate of a batch that could not be started, or whose items could not be read."""
    return Part(start, len(ids), "unknown" if sent else "failed", chunk, 1, error=error, items=list(ids))


def skipped(ids: Sequence[str], start: int, chunk: int) -> Part:
    """A batch that was not started, because one before it could not be."""
    return Part(start, len(ids), "skipped", chunk, items=list(ids))


LinkReport = Report
"""One outcome per id, in the order given: `done` with the item, `failed` with `LinkFailed`, `unknown`, or `skipped`."""
