"""Values as the plain ones that JSON, queries, paths, headers and forms are written from: enums, dataclasses, NumPy's and pandas' values …

Nothing is imported for that: where NumPy or pandas is not loaded, no value is theirs. What would lose a part of its meaning is refused.
"""

from __future__ import annotations

import datetime
import math
import sys
from collections import UserString
from collections.abc import Collection, Iterable, Iterator, Mapping, MappingView, Sequence
from decimal import Decimal
from enum import Enum
from typing import Any, Final, NoReturn, cast

import msgspec
from msgspec import NODEFAULT, UNSET

from ..declarations.errors import InvalidArgumentType, InvalidBody
from ..declarations.json_types import is_bytes, is_list, is_mapping, is_set

_EXACT: Final = frozenset({str, int, bool, type(None)})
_TEXT: Final = frozenset({str})
_LEAVES: Final = _EXACT | {float, datetime.datetime, datetime.date, Decimal}
_TIMES: Final = frozenset({datetime.datetime, datetime.date, datetime.time, datetime.timedelta})
EXTRA: Final = "\x7fextra"
"""The wire name of a model's properties that the spec does not know: nothing else is called like that."""
NULLS: Final = EXTRA + " null"
"""The wire name of the names that came as null where a model has None for what is absent. It begins like `EXTRA`, so that one search finds both."""
_CONVERSIONS: Final = ("model_dump", "to_dicts", "to_pylist", "tolist", "to_list", "to_dict")


def _of(value: Any, module: str, *names: str) -> bool:
    """Whether a value is of one of these classes of a module that may not be loaded."""
    loaded = sys.modules.get(module)
    return loaded is not None and isinstance(value, tuple(getattr(loaded, name) for name in names if hasattr(loaded, name)))


def scalar(value: Any) -> Any:
    """A member of an enum as its value, a `UserString` as its text, a NumPy scalar as the plain one; anything else as it is.

    Raises ValueError for NaT and NA.
    """
    while isinstance(value, (Enum, UserString)):
        value = value.value if isinstance(value, Enum) else value.data
    if type(value).__name__ in ("NaTType", "NAType"):
        raise ValueError(f"is a missing value ({value}): leave it out, or give None where the API takes null")
    if not _of(value, "numpy", "generic") or _of(value, "numpy", "timedelta64", "void", "longdouble", "clongdouble"):
        return value
    return _numpy_time(value) if _of(value, "numpy", "datetime64") else value.item()


def _numpy_time(value: Any) -> Any:
    """A date for units of a day and more, else a time; text where Python's times are not fine enough."""
    if sys.modules["numpy"].isnat(value):
        raise ValueError("is a missing value (NaT): leave it out, or give None where the API takes null")
    unit = sys.modules["numpy"].datetime_data(value.dtype)[0]
    rounded = value.astype("datetime64[D]" if unit in ("Y", "M", "W", "D") else "datetime64[us]")
    time = rounded.item()
    return time if rounded == value and isinstance(time, datetime.date) else str(value)


def is_infinite(value: Any) -> bool:
    """Whether a value is a number, and none that can be written: an infinite one, or none at all (NaN)."""
    if isinstance(value, Decimal):
        return not value.is_finite()  # which takes signaling NaN, too
    return isinstance(value, float) and not math.isfinite(value)


def _is_time(value: Any) -> bool:
    """Whether it is a time of any library; a mock, which has every attribute, is none."""
    return hasattr(cast("Any", type(value)), "isoformat")


def time_text(value: Any) -> str:
    """A date, a time or a duration in ISO 8601; UTC is `Z`."""
    text: str = value.isoformat()
    return text[:-6] + "Z" if text.endswith("+00:00") else text


def fields_of(value: Any) -> dict[str, Any] | None:
    """The fields of a model (those that are sent), a dataclass or an attrs class by wire name; None: it is none of these."""
    if isinstance(value, type):
        return None
    if isinstance(value, msgspec.Struct):
        config = value.__struct_config__
        fields: dict[str, Any] = {config.tag_field: config.tag} if config.tag_field else {}
        for field in msgspec.structs.fields(value):
            item = getattr(value, field.name)
            is_default = item is field.default or (field.default_factory is not NODEFAULT and item == field.default_factory())
            if not (config.omit_defaults and is_default):
                fields[field.encode_name] = item
        extra, nulls = fields.pop(EXTRA, None), fields.pop(NULLS, None)
        return {**dict.fromkeys(nulls or ()), **fields, **(extra or {}), **fields} if extra or nulls else fields
    names = getattr(value, "__dataclass_fields__", None) or [field.name for field in getattr(value, "__attrs_attrs__", ())]
    return {name: getattr(value, name) for name in names} if names else None


def items_of(value: Any) -> Sequence[Any] | None:
    """The items of a sequence, an iterator, a view of a dict, an array, a series or an index; None: it is none of these."""
    if is_list(value):
        return value
    if isinstance(value, (str, UserString)) or is_bytes(value) or hasattr(value, "read"):
        return None
    if isinstance(value, (Sequence, Iterator, MappingView)):
        return list(cast("Iterable[Any]", value))
    dtype = getattr(value, "dtype", None)
    if dtype is None or not hasattr(value, "tolist") or not getattr(value, "ndim", 0) or getattr(dtype, "names", None):
        return None
    # NumPy makes bare numbers of times.
    items = list(value) if getattr(dtype, "kind", "") in ("M", "m") else value.tolist()
    return items if is_list(items) else None


def builtin(value: Any, path: str) -> Any:
    """What the JSON encoder knows; marks of absence are dropped.

    Raises InvalidBody for what JSON has no word for, InvalidArgumentType for what cannot be sent; both name the place.
    """
    if type(value) in _EXACT:
        return value
    try:
        value = scalar(value)
    except ValueError as error:
        raise InvalidBody(f"{path} {error}", path=path) from None
    if is_infinite(value):
        raise InvalidBody(
            f"{path} is not a finite number, and JSON cannot hold it: leave it out, or give None where the API takes null", path=path
        )
    if type(value) in _EXACT or type(value) in _TIMES:
        return value
    for kind in (str, int, float):
        if isinstance(value, kind):
            # The encoder takes no subclasses.
            return kind(value)
    if is_bytes(value):
        return bytes(value)
    if _is_time(value):
        return time_text(value)
    fields = fields_of(value) if not is_mapping(value) else value
    if fields is not None:
        return {key: builtin(item, f"{path}.{key}") for key, item in named(fields, path).items()}
    return _many(value, path)


def named(fields: Mapping[Any, Any], path: str) -> dict[str, Any]:
    """What there is, by keys that are text. Raises InvalidBody for two keys of one text, InvalidArgumentType for a key that is none."""
    members: dict[str, Any] = {}
    for name, item in fields.items():
        key = _key(name, path)
        if key in members:
            raise InvalidBody(f"{path} has two keys that are both written {key!r}", path=path)
        members[key] = item
    return {key: item for key, item in members.items() if item is not UNSET}


def _key(key: Any, path: str) -> str:
    try:
        key = scalar(key)
    except ValueError as error:
        raise InvalidBody(f"a key of {path} {error}", path=path) from None
    if isinstance(key, str):
        return str(key)
    if _is_time(key):
        return time_text(key)
    if isinstance(key, bool) or not (isinstance(key, (int, float, Decimal)) or type(key).__name__ == "UUID"):
        raise InvalidArgumentType(f"a key of {path} must be text, got {type(key).__name__}")
    if is_infinite(key):
        raise InvalidBody(f"a key of {path} is not a finite number", path=path)
    return str(key)


def _many(value: Any, path: str) -> Any:
    if is_set(value) and not _is_view(value):
        _refuse(value, path, "a set has no order, give a list")
    if _of(value, "numpy", "generic"):
        _refuse(value, path, "give a plain Python value")
    if _of(value, "pandas", "DataFrame", "Series"):
        return builtin(table(value, path), path)
    if type(value).__module__.partition(".")[0] != "pandas" and not hasattr(value, "mask"):
        items = items_of(value)
        if items is not None:
            return [builtin(item, f"{path}[{index}]") for index, item in enumerate(items)]
        if hasattr(value, "tolist") and not getattr(value, "ndim", 1):
            array: Any = value
            return builtin(array[()], path)
    try:
        return msgspec.Raw(ENCODER.encode(value))
    except (TypeError, msgspec.MsgspecError):
        _refuse(
            value,
            path,
            next((f"give its .{name}()" for name in _CONVERSIONS if hasattr(value, name)), "give text, a number, a list or a mapping"),
        )


def is_frame(value: Any) -> bool:
    """Whether a value is a frame of pandas: walking it gives the names of its columns."""
    return _of(value, "pandas", "DataFrame")


def table(value: Any, path: str) -> Any:
    """A frame as its records, a column as a list, a row (whose index is the names of columns) as a mapping.

    Row numbers from 0 on are no part of it; an index that says more is never left out.

    Raises InvalidArgumentType, and InvalidBody for a missing value.
    """
    index, is_column = value.index, not is_frame(value)
    is_numbered = not len(index) or (
        index.nlevels == 1 and index.name is None and index.dtype.kind in "iu" and index.tolist() == list(range(len(index)))
    )
    if not is_column:
        if len({str(name) for name in value.columns}) < len(value.columns):
            _refuse(value, path, "two of its columns have one name")
        if not is_numbered:
            _refuse(value, path, "records do not hold its index, give frame.reset_index(), or frame.reset_index(drop=True) to leave it out")
        for place, name in enumerate(value.columns):
            if (row := _gap(value.iloc[:, place])) is not None:
                raise _missing(f"{path}[{row}].{name}")
        return value.to_dict("records")
    # Counts of 0, 1, … have numbers as names, which are no row numbers.
    if is_numbered and (not len(index) or _of(index, "pandas", "RangeIndex")):
        if (row := _gap(value)) is not None:
            raise _missing(f"{path}[{row}]")
        return value.tolist()
    if index.is_unique and all(isinstance(name, str) for name in index):
        if (row := _gap(value)) is not None:
            raise _missing(f"{path}.{index[row]}")
        return value.to_dict()
    _refuse(value, path, "a list does not hold its index, give series.tolist(), or series.to_dict()")


def _gap(column: Any) -> int | None:
    """The first row without a value, in a column of any type but objects, which are looked at one by one: among them, None is null."""
    gaps: list[bool] = [] if column.dtype == object else column.isna().tolist()
    return gaps.index(True) if True in gaps else None


def _missing(place: str) -> InvalidBody:
    hint = "fill it, or leave it out; for null, x.astype(object).where(x.notna(), None)"
    return InvalidBody(f"{place} is a missing value: {hint}", path=place)


def _is_view(value: Any) -> bool:
    return isinstance(value, MappingView)


def _refuse(value: Any, path: str, hint: str) -> NoReturn:
    raise InvalidArgumentType(f"{path} cannot be sent as JSON: got {type(value).__name__}; {hint}")


def _is_odd(items: Collection[Any]) -> bool:
    """Whether there is, in what the encoder takes, a set (it would be written in any order) or a key that is no text (it may stand there twice)."""
    if _LEAVES.issuperset(map(type, items)):
        return False
    for item in items:
        if isinstance(item, dict):
            fields: dict[Any, Any] = cast(Any, item)
            if not _TEXT.issuperset(map(type, fields)) or _is_odd(fields.values()):
                return True
        elif isinstance(item, (list, tuple)):
            if _is_odd(cast("Sequence[Any]", item)):
                return True
        elif isinstance(item, (set, frozenset)):
            return True
        elif isinstance(item, msgspec.Struct):
            if _is_odd([getattr(item, name) for name in item.__struct_fields__]):
                return True
        elif type(item) not in _LEAVES and _is_odd((fields_of(item) or {}).values()):
            return True
    return False


_EXTRA: Final = EXTRA.encode()
ENCODER: Final = msgspec.json.Encoder(decimal_format="number")
_READ: Final = msgspec.json.Decoder(msgspec.Raw)


def json_bytes(value: Any, name: str) -> bytes:
    """JSON text of a value; whole numbers of any size stay exact. Raises InvalidBody, InvalidArgumentType, with the place below `name`."""
    try:
        try:
            content = ENCODER.encode(value)
            # The encoder writes keys that are decimals without quotes, and decimals may be NaN: neither is JSON.
            _READ.decode(content)
        except (TypeError, OverflowError, msgspec.MsgspecError):
            return ENCODER.encode(builtin(value, name))
        # The encoder writes null for NaN, so null (rare in bodies) is looked into.
        if _EXTRA in content or b"null" in content or _is_odd((value,)):
            return ENCODER.encode(builtin(value, name))
    except UnicodeEncodeError:
        raise InvalidBody(f"{name} holds text with half of a surrogate pair, which UTF-8 cannot carry", path=name) from None
    except RecursionError:
        raise InvalidBody(f"{name} is nested too deeply, or holds itself", path=name) from None
    return content
