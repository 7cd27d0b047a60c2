"""Files that runs read again and again: their bytes and hashes, read anew only when size, times or identity of a file have changed.

Hashes are kept for later runs, too, as git's index has them. This module imports nothing heavy.
"""

from __future__ import annotations

import json
import os
import stat
import time
from hashlib import blake2b
from typing import Final

from . import stamps

_FORMAT: Final = 1
"""Of what is kept; another version of clientgen may have another one."""
_MOST: Final = 32
"""Files with hashes that are kept; the oldest are deleted."""
_LARGE: Final = 1_000_000
"""Bytes of a file that are not held: large files are documents, which are read once."""

_NO_FILE: Final = "no file"
State = tuple[int, ...]
_hashes: dict[str, tuple[State, str]] = {}
"""Those that this run has asked for."""
_recalled: dict[str, tuple[State, str]] = {}
"""Those of an earlier run."""
_bytes: dict[str, tuple[State, bytes]] = {}


def digest(content: bytes | memoryview) -> str:
    """The hash of some bytes."""
    return blake2b(content, digest_size=10).hexdigest()


_SUM: Final = len(digest(b""))


def read(path: str) -> bytes:
    """What is in a file.

    Raises:
        OSError: it cannot be read.
    """
    found = os.stat(path)
    if (known := _bytes.get(path)) is not None and known[0] == _state(found):
        return known[1]
    with open(path, "rb") as stream:
        content = stream.read()
    if len(content) < _LARGE and stamps.is_settled(found.st_ctime_ns, time.time_ns()):
        _bytes[path] = (_state(found), content)
    return content


def hash_of(path: str) -> str:
    """The hash of a file; of no regular file, another text."""
    try:
        found = os.stat(path)
    except OSError:
        return _NO_FILE
    if not stat.S_ISREG(found.st_mode):
        return _NO_FILE  # a pipe: reading it may wait for ever
    for known in (_hashes.get(path), _recalled.get(path)):
        if known is not None and known[0] == _state(found):
            _hashes[path] = known
            return known[1]
    value = digest(read(path))
    if stamps.is_settled(found.st_ctime_ns, time.time_ns()):
        _hashes[path] = (_state(found), value)
    return value


def recall(root: str) -> None:
    """Take over the hashes that an earlier run from here has kept in a project."""
    kept = read_whole(_file(root))
    if kept is not None:
        data = json.loads(bytes(kept).decode("utf-8", "surrogateescape"))
        if data.get("of") == [_FORMAT, os.getcwd()]:
            _recalled.update({path: (tuple(state), value) for path, (state, value) in data["files"].items()})


def forget() -> None:
    """Read all files anew."""
    _hashes.clear()
    _recalled.clear()
    _bytes.clear()


def keep(root: str) -> None:
    """Keep the hashes that this run has asked for, for later runs from here."""
    text = json.dumps({"of": [_FORMAT, os.getcwd()], "files": _hashes}, ensure_ascii=False, separators=(",", ":"))
    write_whole(_file(root), text.encode("utf-8", "surrogateescape"), "hashes-", _MOST)


def read_whole(path: str) -> memoryview | None:
    """What is kept in a file; None when there is none, or it is not as it was written."""
    try:
        with open(path, "rb") as stream:
            content = memoryview(stream.read())
    except OSError:
        return None
    return content[_SUM + 1 :] if content[:_SUM].tobytes() == digest(content[_SUM + 1 :]).encode() else None


def write_whole(path: str, content: bytes, prefix: str, most: int) -> None:
    """Keep something in a file, with a checksum, and `most` files whose names begin with the prefix. What cannot be written is not kept."""
    fresh = f"{path}.{os.getpid()}.new"
    try:
        stamps.make_folder(os.path.dirname(path))
        with open(fresh, "wb") as stream:
            stream.write(digest(content).encode() + b"\n")
            stream.write(content)
        os.replace(fresh, path)
        stamps.delete_oldest(os.path.dirname(path), prefix, most)
    except OSError:
        return


def _file(root: str) -> str:
    return f"{root}/{stamps.CACHE}/hashes-{digest(os.getcwd().encode('utf-8', 'surrogateescape'))}"


def _state(found: os.stat_result) -> State:
    return (found.st_mtime_ns, found.st_ctime_ns, found.st_size, found.st_ino, found.st_dev)
