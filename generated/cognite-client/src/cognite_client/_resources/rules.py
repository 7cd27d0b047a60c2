"""What resource methods mean, without I/O: one or many, limits, partitions, identifiers, what became of the parts of a split call."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import product
from operator import index
from typing import Any, Final, TypeGuard

import msgspec

from .._runtime.batching.report import Part, State
from .._runtime.codec.json_pointer import pick
from .._runtime.codec.plain import is_frame
from .._runtime.declarations.errors import ClientError, DecodeError, InvalidArgument, InvalidArgumentType, UnknownDecode
from .._runtime.declarations.json_types import is_list, is_mapping
from .._runtime.declarations.operation import Operation, Paging
from .dumped import Dumped
from .writing import identifying, whole_number, written

ITEMS: Final = "items"
NONE: Final[Mapping[str, Any]] = {}
_FIELD: Final = re.compile(r"\{(\w+)\}")


class Wrapped(list[Any]):
    """Objects made of plain values, and whether one value was given or a list of them."""

    def __init__(self, values: Iterable[Any], inputs: Iterable[Any], *, single: bool) -> None:
        super().__init__(values)
        self.inputs = list(inputs)
        """What the user gave, value by value."""
        self.single = single


def wrapped(called: Mapping[str, type[int | str]] = NONE, /, **values: Any) -> Wrapped | None:
    """Each value as an object of one member, in the order of the arguments; None when nothing was given.

    `wrapped(id=[1, 2], name="a")` is `[{"id": 1}, {"id": 2}, {"name": "a"}]`. What is such an object already is kept.

    Args:
        called: what the caller calls the arguments, in their order, and the type of each, where the type of the body does not say it.

    Raises:
        InvalidArgument (ValueError): a value in a list is None, of another type, or another mapping: it would name nothing.
    """
    ids = {name: value for name, value in values.items() if value is not None}
    if not ids:
        return None
    types = dict(zip(values, called.items(), strict=False))
    pairs = [(name, one) for name, value in ids.items() for one in listed(value)]
    objects: list[dict[str, Any]] = []
    for name, one in pairs:
        if one is None or isinstance(one, (bytes, bytearray)):
            raise InvalidArgument(f"{name}: a list of ids holds a value of type {type(one).__name__}. Nothing was sent.")
        if is_mapping(one) and (len(one) != 1 or not one.keys() <= values.keys()):
            raise InvalidArgument(
                f"{name}: a mapping that names something has one of {', '.join(values)}, and nothing else. Nothing was sent."
            )
        ((key, held),) = one.items() if is_mapping(one) else [(name, one)]
        objects.append({key: identifying(key, held, *types[key]) if key in types else whole_number(held)})
    single = len(ids) == 1 and all(is_single(value) for value in ids.values())
    return Wrapped(objects, [one for _, one in pairs], single=single)


def entries(value: Any, key: str, content: str) -> Any:
    """A mapping as objects with two members; others as they are. What became of them is told by their keys."""
    if value is None or (isinstance(value, Dumped) and not hasattr(value, key)):
        return value
    if is_mapping(value) and not isinstance(value, Dumped):
        return Wrapped([{key: name, content: held} for name, held in value.items()], value, single=False)
    items = listed(value)
    keys = [one.get(key, one) if is_mapping(one) else getattr(one, key, one) for one in items]
    return Wrapped(items, keys, single=is_single(value))


def joined(values: Iterable[str] | None, separator: str, empty: str) -> str | None:
    """A list as text; None stays None.

    Raises:
        InvalidArgumentType (TypeError): there is something else than texts in it.
    """
    if values is None:
        return None
    texts = listed(values)
    for place, one in enumerate(texts):
        if not isinstance(one, str):
            raise InvalidArgumentType(
                f"a list of texts holds a value of type {type(one).__name__} at [{place}]: {texts!r}. Nothing was sent."
            )
    return separator.join(texts) or empty


def is_single(value: Any) -> bool:
    """Whether a value is one, not several. Text, mappings and objects are one; any other iterable is several."""
    return isinstance(value, (str, bytes, Dumped)) or is_mapping(value) or not hasattr(value, "__iter__")


def listed(value: Any) -> list[Any]:
    """One value or several, as a list. Raises InvalidArgumentType for a frame, which would be the names of its columns."""
    if is_frame(value):
        raise InvalidArgumentType("a list is needed, not a DataFrame: give a column, or frame.to_dict('records'). Nothing was sent.")
    return [value] if is_single(value) else list(value)


def unlimited(limit: float | None, number: int) -> int:
    """A limit, or the number that stands for none."""
    most = bounded(limit)
    return number if most is None else most


def bounded(limit: float | None, operation: str = "") -> int | None:
    """The most items that are wanted; None: all. (`-1`, `None` and infinity mean all.) `operation`: who asks, for the error.

    Raises:
        InvalidArgument (ValueError): another negative number, or no whole number.
    """
    try:
        if limit is None or limit == -1 or limit == math.inf:
            return None
        number = int(limit)
        fits = not isinstance(limit, bool) and limit == number and number >= 0
    except (TypeError, ValueError, OverflowError):
        number, fits = -1, False
    if not fits:
        asker = f"{operation}: " if operation else ""
        shown = limit if isinstance(limit, (int, float, str)) else type(limit).__name__
        raise InvalidArgument(f"{asker}limit must be a whole number, or -1, None or infinity for no limit: {shown!r}. Nothing was sent.")
    return number


def whole(value: Any, name: str, operation: str) -> int:
    """A number of 1 or more.

    Raises:
        InvalidArgument (ValueError): it is none.
    """
    try:
        fits = not isinstance(value, bool) and index(value) >= 1
    except TypeError:
        fits = False
    if not fits:
        raise InvalidArgument(f"{operation}: {name} must be a whole number, 1 or more: {value!r}. Nothing was sent.")
    return index(value)


def container(**values: Any) -> dict[str, Any] | None:
    """A container inside another one; None when nothing goes into it."""
    return {name: value for name, value in values.items() if value is not None} or None


def sent(body: Mapping[str, Any]) -> dict[str, Any]:
    """A body, and the containers in it, without what is None."""
    return {name: _present(value) for name, value in body.items() if value is not None}


def _present(value: Any) -> Any:
    if not _is_container(value):
        return value
    return {key: item for key, item in value.items() if item is not None}


def _is_container(value: Any) -> TypeGuard[dict[str, Any]]:
    """Whether a value is a plain dictionary, as bodies and the containers in them are; classes of ours say for themselves what they hold."""
    return type(value) is dict


def names_of(operation: Operation[Any]) -> frozenset[str]:
    """The Python names of the path, query and header parameters of an operation."""
    return frozenset((*_FIELD.findall(operation.path), *(parameter.name for parameter in operation.parameters)))


def composed(operation: Operation[Any], body: Any) -> Any:
    """A body in wire names, as the operation's schema says."""
    kind: Any = Any if operation.body is None or operation.body.type is None else operation.body.type()
    return written(sent(body) if _is_container(body) else body, kind)


def slices(paging: Paging, operation: str, partitions: int | None, limit: int | None, body: Mapping[str, Any]) -> list[dict[str, Any]]:
    """What each slice asks for on top of the rest; one empty mapping when there are no slices.

    Raises:
        InvalidArgument (ValueError): slices with a limit, or with something that excludes them.
    """
    if partitions is None:
        return [{}]
    partitions, rules = whole(partitions, "partitions", operation), paging.partitions
    if rules is None:
        raise InvalidArgument(f"{operation}: there are no partitions of this list. Nothing was sent.")
    if rules.max is not None and partitions > rules.max:
        raise InvalidArgument(f"{operation}: at most {rules.max} partitions: {partitions}. Nothing was sent.")
    if limit is not None:
        raise InvalidArgument(f"{operation}: partitions are for lists without a limit: set limit=-1 or limit=None. Nothing was sent.")
    for name in rules.excludes:
        if body.get(name) is not None:
            raise InvalidArgument(f"{operation}: partitions cannot be used together with {name}. Nothing was sent.")
    return [{rules.parameter: f"{number}/{partitions}", **rules.requires} for number in range(1, partitions + 1)]


def combinations(paging: Paging, operation: str, body: Any, limit: int | None) -> list[Any]:
    """The body, or several where lists in it are longer than the API takes: every combination of their parts.

    Raises:
        InvalidArgument (ValueError): such a list, and a limit.
    """
    parts: list[list[tuple[str, str, list[Any]]]] = []
    for place, most in paging.split.items():
        outer, _, name = place.rpartition("/")
        values: Any = body.get(outer, {}).get(name)
        if is_list(values) and len(values) > most:
            parts.append([(outer, name, list(values[start : start + most])) for start in range(0, len(values), most)])
    if parts and limit is not None:
        raise InvalidArgument(
            f"{operation}: so many values can only be sent without a limit: set limit=-1 or limit=None. Nothing was sent."
        )
    return [_replaced(body, chosen) for chosen in product(*parts)]


def _replaced(body: Mapping[str, Any], chosen: Iterable[tuple[str, str, list[Any]]]) -> dict[str, Any]:
    made = dict(body)
    for outer, name, values in chosen:
        made[outer] = {**made[outer], name: values}
    return made


def items_of(operation: Operation[Any], answer: Any, pointer: str) -> list[Any]:
    """The items in an answer; none where it has null or nothing there, which is reported where answers are read.

    Raises:
        DecodeError: the answer is no object, or there is something else than a list in it.
    """
    items = pick(answer, pointer)
    if items is None and (not pointer or is_mapping(answer) or isinstance(answer, msgspec.Struct)):
        return []
    if not is_list(items):
        raise DecodeError(f"{operation.id}: the answer has no list of items at {pointer or 'its root'}", operation=operation.id)
    return list(items)


def counted(operation: Operation[Any], answer: Any, count: int) -> None:
    """See that an answer has one item for each that was sent, where the API promises that.

    Raises:
        UnknownDecode (DecodeError, OutcomeUnknown): it has not.
    """
    items = pick(answer, f"/{ITEMS}")
    if not is_list(items) or len(items) != count:
        has = len(items) if is_list(items) else "no"
        raise UnknownDecode(
            f"{operation.id}: the answer has {has} items for {count} that were sent. They may have been applied: look before you send them again.",
            operation=operation.id,
        )


def paired(inputs: Sequence[Any], contents: Sequence[Any], most: int) -> Iterator[tuple[Sequence[Any], Sequence[Any]]]:
    """What the user gave and what is sent for it, at most `most` at a time."""
    for start in range(0, len(contents), most):
        yield inputs[start : start + most], contents[start : start + most]


class SplitError(ClientError):
    """Parts of a call that was split into several requests were not done. What the user gave stands in the lists, item by item."""

    def __init__(
        self,
        message: str = "",
        *,
        successful: Sequence[Any] = (),
        failed: Sequence[Any] = (),
        unknown: Sequence[Any] = (),
        **facts: Any,
    ) -> None:
        super().__init__(message, **facts)
        self.successful = list(successful)
        """Done."""
        self.failed = list(failed)
        """Refused, or not sent."""
        self.unknown = list(unknown)
        """The server failed or did not answer: it may have been done."""


_FATES: Final[Mapping[State, str]] = {"done": "successful", "failed": "failed", "skipped": "failed", "unknown": "unknown"}


def fates(parts: Iterable[Part]) -> dict[str, list[Any]]:
    """What the user gave, by what became of it: `successful`, `failed` (or not sent) and `unknown`."""
    by_fate: dict[str, list[Any]] = {"successful": [], "failed": [], "unknown": []}
    for part in parts:
        by_fate[_FATES[part.state]] += part.items or ()
    return by_fate


def annotate(interruption: BaseException, parts: Iterable[Part]) -> None:
    """Let an interruption of a split call say what became of the inputs."""
    by_fate = fates(parts)
    vars(interruption).update(by_fate)
    counts = ", ".join(f"{len(items)} {fate}" for fate, items in by_fate.items())
    interruption.add_note(f"Interrupted: {counts}. Items that were not sent count as failed; items that were being sent are unknown.")
