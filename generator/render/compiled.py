"""Compiled templates, kept between runs: in `__pycache__` beside each template, as Python keeps its own byte code."""

from __future__ import annotations

import importlib.util
import marshal
import os
import sys
from contextlib import suppress
from hashlib import blake2b
from importlib.metadata import version
from pathlib import Path

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

_SIZE = 20


class Compiled(BytecodeCache):
    """Byte code counts as long as template, path, Jinja, Python and `settings` are those that it was made with.

    Where Python would write no byte code, or cannot, templates are compiled in every run.
    """

    def __init__(self, settings: bytes) -> None:
        self.made_with = importlib.util.MAGIC_NUMBER + version("jinja2").encode() + settings

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """The file for the byte code of a template."""
        path = Path(filename or name)
        return str(path.parent / "__pycache__" / f"{path.name}.{_digest(str(path).encode()).hex()[:12]}.{sys.implementation.cache_tag}")

    def get_source_checksum(self, source: str) -> str:
        """What the byte code of a template is made of."""
        return _digest(self.made_with + source.encode()).hex()

    def load_bytecode(self, bucket: Bucket) -> None:
        """Read what is kept; a file that is not as it was written is no help."""
        with suppress(OSError):
            kept = Path(bucket.key).read_bytes()
            if kept[:_SIZE] == _digest(bucket.checksum.encode() + kept[_SIZE:]):
                bucket.code = marshal.loads(kept[_SIZE:])

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Write what has been compiled, for all or not at all: several processes may be at it."""
        code = marshal.dumps(bucket.code)
        target = Path(bucket.key)
        if sys.dont_write_bytecode:
            return
        with suppress(OSError):
            target.parent.mkdir(exist_ok=True)
            fresh = target.with_suffix(f".{os.getpid()}")
            fresh.write_bytes(_digest(bucket.checksum.encode() + code) + code)
            fresh.replace(target)


def _digest(content: bytes) -> bytes:
    return blake2b(content, digest_size=_SIZE).digest()
