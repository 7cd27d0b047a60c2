"""Receives a file: streamed, resumed where it broke off, checked for its length, and put in its place whole or not at all.

What has arrived stands in `NAME.part` beside the target until then. It stays there after a failure, with what proves its origin in
`NAME.part.json`, so that a later download to the same path goes on from there.
"""

from __future__ import annotations

import os
import time
from collections.abc import Mapping
from contextlib import suppress
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from ..calls import Call, Outcome
from ..credentials import NO_CREDENTIALS, Credentials
from ..errors import ClientError, TransferError
from ..limits import FOREVER, timeouts
from ..operation import Operation
from ..options import Progress, RequestOptions
from ..redact import WireHeaders
from ..transfer import MOST_RATIO, PIECE, PROGRESS, Validator, content_length, content_range, file_name, safe_name, validator
from ..wire import Answer, Failure, failure_of, header, is_of_engine, unpacker
from .primitives import now, run_blocking, sleep

if TYPE_CHECKING:
    from .client import BaseClient
    from .session import Prepared, Session
    from .transport import Opened


def download(
    client: BaseClient,
    operation: Operation[Any],
    arguments: Mapping[str, Any],
    *,
    to: str | PathLike[str] | None,
    overwrite: bool,
    progress: Progress | None,
    options: RequestOptions | None,
) -> Path:
    """Receive the answer of an operation as a file; gives its path. Raises what `call` raises, and TransferError."""
    merged = client.options.merged(options)
    session = client.session
    prepared = session.prepared.get(operation) or session.prepare(operation)
    call = session.begin(prepared, arguments, merged)
    if not merged.deadline:
        # The deadline that suits a call would cut off a large file; one that was set for this call holds.
        call.deadline = None
    progress = progress or merged.progress or None
    place = run_blocking(_Place.of, to, overwrite)
    fallback = next((str(value) for value in reversed(list(arguments.values())) if value is not None), operation.id)
    return _Download(session, prepared, call, place, fallback, progress).run()


class _Place:
    """Where the file goes: a folder, or a path of its own."""

    def __init__(self, folder: Path, name: str | None, overwrite: bool) -> None:
        self.folder = folder
        self.name = name
        self.overwrite = overwrite

    @classmethod
    def of(cls, to: str | PathLike[str] | None, overwrite: bool) -> _Place:
        target = Path("." if to is None else to)
        if to is None or target.is_dir() or str(to).endswith(("/", os.sep)):
            target.mkdir(parents=True, exist_ok=True)
            return cls(target, None, overwrite)
        if not target.parent.is_dir():
            raise TransferError(f"There is no folder {str(target.parent)!r} to put the file into. Nothing was sent.")
        place = cls(target.parent, target.name, overwrite)
        place.check()
        return place

    @property
    def path(self) -> Path:
        return self.folder / (self.name or "download")

    @property
    def part(self) -> Path:
        return self.folder / f"{self.name}.part"

    @property
    def facts(self) -> Path:
        return self.folder / f"{self.name}.part.json"

    def check(self) -> None:
        """Raises TransferError when something is in the way."""
        if not self.overwrite and os.path.lexists(self.path):
            raise TransferError(f"{str(self.path)!r} exists already: give overwrite=True or another path.")

    def found(self, url: str) -> tuple[int, Validator | None]:
        """Bytes of an earlier try, and what proves them."""
        if self.name is None:
            return 0, None
        try:
            facts = msgspec.json.decode(self.facts.read_bytes(), type=_Facts)
            size = os.lstat(self.part).st_size
        except (OSError, msgspec.MsgspecError):
            return 0, None
        return (size, facts.validator) if size and facts.url == url else (0, None)

    def open(self, offset: int) -> Any:
        """The part file, to be written from `offset` on. A link that lies in its place is not followed."""
        flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
        file = os.fdopen(os.open(self.part, flags, 0o666), "r+b")
        file.truncate(offset)
        file.seek(offset)
        return file

    def keep(self, url: str, proof: Validator | None) -> None:
        """Leave what is there for later, or nothing when it could not be trusted."""
        if proof is None:
            self.drop()
        else:
            self.facts.write_bytes(msgspec.json.encode(_Facts(url, proof)))

    def drop(self) -> None:
        for path in (self.part, self.facts):
            with suppress(FileNotFoundError):
                path.unlink()

    def finish(self) -> Path:
        """Put the whole file in its place in one step."""
        if not self.overwrite:
            try:
                # Claims the name, so that nothing that appeared meanwhile is overwritten.
                os.close(os.open(self.path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o666))
            except FileExistsError:
                raise TransferError(
                    f"{str(self.path)!r} has appeared during the download; it was left alone, and what arrived is in {str(self.part)!r}."
                ) from None
        os.replace(self.part, self.path)
        with suppress(FileNotFoundError):
            self.facts.unlink()
        return self.path


class _Facts(msgspec.Struct):
    url: str
    validator: Validator


class _Download:
    def __init__(self, session: Session, prepared: Prepared, call: Call, place: _Place, fallback: str, progress: Progress | None) -> None:
        self._session = session
        self._prepared = prepared
        self._call = call
        self._place = place
        self._fallback = fallback
        self._progress = progress
        self._offset = 0
        self._total: int | None = None
        self._proof: Validator | None = None
        self._file: Any = None

    def run(self) -> Path:
        """Tries until the file is whole."""
        call = self._call
        call.wall, call.began = time.time(), now()
        call.ends = FOREVER if call.deadline is None else call.began + call.deadline
        self._offset, self._proof = run_blocking(self._place.found, call.url)
        try:
            self._tries()
        except BaseException:
            self._close()
            if self._file is not None or self._offset:
                # Not awaited in a thread of its own: a cancelled task must leave its files in order at once.
                self._place.keep(call.url, self._proof)
            raise
        self._close(durable=True)
        return run_blocking(self._place.finish)

    def _tries(self) -> None:
        call = self._call
        auth = self._prepared.auth
        while True:
            began, before = now(), self._offset
            credentials = NO_CREDENTIALS if auth is None else auth.apply()
            outcome = self._one(credentials)
            if outcome is None:
                return
            if isinstance(outcome, Answer):
                if outcome.status == 401 and auth is not None and not call.replayed_auth and auth.refused(credentials.generation):
                    call.replayed_auth = True
                    continue
                if outcome.status == 416 and self._offset:
                    # What is here does not fit what is there: from the start.
                    self._offset, self._proof = 0, None
                    continue
            if self._offset - before >= PROGRESS:
                call.failed.clear()
            answer = outcome if isinstance(outcome, Answer) else None
            pause = call.next(
                outcome, answer, began, now(), time.time(), self._session.random, self._session.authenticator.scrubber(credentials)
            )
            if isinstance(pause, ClientError):
                raise pause
            if self._proof is None:
                self._offset = 0
            self._session.will_retry(call)
            sleep(pause)

    def _one(self, credentials: Credentials) -> Outcome | None:
        """One request; None when the file is whole."""
        session, call = self._session, self._call
        limits = timeouts(call.timeout, call.ends)
        target, headers = session.wire(call, self._prepared, credentials, watched=session.watched)
        opened = session.transport.open(call.method, call.origin, target, self._ranged(headers), None, limits, call.ends)
        if isinstance(opened, Failure):
            return opened
        try:
            if opened.status not in (200, 206):
                return self._refusal(opened)
            problem = self._begin(opened)
            if problem is not None:
                return problem
            return self._receive(opened)
        finally:
            opened.close()

    def _ranged(self, headers: list[tuple[bytes, bytes]]) -> WireHeaders:
        # Packed on the way, a file could neither be resumed nor checked for its length.
        pairs = WireHeaders([*(pair for pair in headers if pair[0] != b"Accept-Encoding"), (b"Accept-Encoding", b"identity")])
        if self._offset and self._proof is not None:
            pairs += [(b"Range", b"bytes=%d-" % self._offset), (b"If-Range", self._proof.mark.encode("latin-1"))]
        return pairs

    def _refusal(self, opened: Opened) -> Outcome:
        """An answer that is not the file; a little of its body is enough to tell why."""
        parts: list[bytes] = []
        try:
            for piece in opened.chunks():
                parts.append(piece)
                if sum(map(len, parts)) > 65536:
                    break
        except Exception as error:
            if not is_of_engine(error):
                raise
            return failure_of(error, answered=opened.status, out_of_time=now() >= self._call.ends)
        return Answer(opened.status, opened.reason, opened.headers, b"".join(parts), header(opened.headers, "content-type"))

    def _begin(self, opened: Opened) -> Failure | None:
        """Read the headers: where the bytes belong, and how many there are in all."""
        headers = opened.headers
        etag, modified = header(headers, "etag"), header(headers, "last-modified")
        if opened.status == 206:
            given = content_range(header(headers, "content-range"))
            if given is None or given[0] != self._offset:
                self._proof = None
                return Failure("lost", "the server sent another range of the file than was asked for", sent=True, status=206)
            self._total = given[2] if given[2] is not None else self._total
        else:
            self._offset = 0
            self._total = None if header(headers, "content-encoding") else content_length(header(headers, "content-length"))
        self._proof = validator(etag, modified, self._total) or (self._proof if opened.status == 206 else None)
        if self._place.name is None:
            self._place.name = file_name(header(headers, "content-disposition"), safe_name(self._fallback))
            self._place.check()
        return None

    def _receive(self, opened: Opened) -> Outcome | None:
        unpack = None
        limit = FOREVER
        encoding = header(opened.headers, "content-encoding")
        try:
            unpack = unpacker(encoding, 1 << 62)
        except ValueError as error:
            return Failure("encoding", str(error), sent=True, status=opened.status)
        if unpack is not None:
            self._proof = None
        self._file = self._opened()
        waiting: list[bytes] = []
        gathered = received = 0
        try:
            for piece in opened.chunks():
                received += len(piece)
                if unpack is not None:
                    piece = unpack.feed(piece)
                    limit = max(self._call.max_bytes, MOST_RATIO * received)
                waiting.append(piece)
                gathered += len(piece)
                if self._offset + gathered > limit:
                    return Failure("too_large", "the file unpacks to far more bytes than were sent", sent=True, status=opened.status)
                if gathered >= PIECE:
                    self._write(waiting, gathered)
                    waiting, gathered = [], 0
            if unpack is not None:
                unpack.finish()
        except (ValueError, OverflowError) as error:
            return Failure("lost", str(error), sent=True, status=opened.status)
        except Exception as error:
            if not is_of_engine(error):
                raise
            return failure_of(error, answered=opened.status, out_of_time=now() >= self._call.ends)
        finally:
            # What arrived is kept, also when the task is cancelled: then there is no time for another thread.
            self._write_now(waiting, gathered)
        if self._total is not None and self._offset != self._total:
            return Failure("lost", f"the file has {self._offset} bytes, {self._total} were announced", sent=True, status=opened.status)
        if self._progress is not None:
            self._progress(self._offset, self._total)
        return None

    def _opened(self) -> Any:
        if self._file is not None:
            self._close()
        return run_blocking(self._place.open, self._offset)

    def _write(self, pieces: list[bytes], size: int) -> None:
        run_blocking(self._file.write, b"".join(pieces))
        self._offset += size
        pieces.clear()
        if self._progress is not None:
            self._progress(self._offset, self._total)

    def _write_now(self, pieces: list[bytes], size: int) -> None:
        if pieces:
            self._file.write(b"".join(pieces))
            self._offset += size

    def _close(self, *, durable: bool = False) -> None:
        file, self._file = self._file, None
        if file is None:
            return
        with file:
            file.flush()
            if durable:
                os.fsync(file.fileno())
