"""Receives a file: streamed, resumed where it broke off, checked for its length and digests, and put in its place whole or not at all.

What has arrived stands in `NAME.part` beside the target until then. It stays there after a failure, with what proves its origin in
`NAME.part.json`, so that a later download to the same path goes on from there.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from functools import partial
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ...codec.decoding import Unreadable
from ...concurrency.deadlines import FOREVER, timeouts
from ...concurrency.sync.primitives import now, run_blocking
from ...declarations.credentials import NO_CREDENTIALS, Credentials
from ...declarations.errors import ClientError, TransferError
from ...declarations.operation import Operation
from ...declarations.options import Progress, RequestOptions
from ...declarations.redaction import WireHeaders
from ...declarations.settings import Address
from ...files.destination import Landing
from ...files.names import file_name, safe_name
from ...files.validators import MOST_RATIO, PIECE, PROGRESS, Digest, Validator, content_length, content_range, digests, validator
from ...transport.answers import Answer, Failure, failure_of, header, is_of_engine
from ...transport.decompression import unpacker
from ...transport.redirects import AWAY, MOST_HOPS, followed
from ..call import Call, Outcome
from .session import bare_headers

if TYPE_CHECKING:
    from ...transport.sync.pool import Opened
    from .client import BaseClient
    from .session import Prepared, Session


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
    merged = client.options_for(operation, options)
    session = client.session
    prepared = session.prepared.get(operation) or session.prepare(operation)
    call = session.begin(prepared, arguments, merged)
    if not merged.deadline:
        # The deadline that suits a call would cut off a large file; one that was set for this call holds.
        call.deadline = None
    progress = progress or merged.progress or None
    landing = run_blocking(Landing.of, to, overwrite)
    fallback = next((str(value) for value in reversed(list(arguments.values())) if value is not None), operation.id)
    return _Download(session, prepared, call, landing, fallback, progress).run()


class _Download:
    def __init__(
        self, session: Session, prepared: Prepared, call: Call, landing: Landing, fallback: str, progress: Progress | None
    ) -> None:
        self._session = session
        self._prepared = prepared
        self._call = call
        self._landing = landing
        self._fallback = fallback
        self._progress = progress
        self._offset = 0
        self._total: int | None = None
        self._proof: Validator | None = None
        self._digests: dict[str, Digest] = {}
        self._file: Any = None
        self._page: Answer | None = None
        """What came in the place of the file."""

    def run(self) -> Path:
        """Tries until the file is whole."""
        call = self._call
        call.wall, call.began = self._session.time(), now()
        call.ends = FOREVER if call.deadline is None else call.began + call.deadline
        self._offset, facts = run_blocking(self._landing.found, call.url)
        if facts is not None:
            self._proof, self._digests = facts.validator, {digest.name: digest for digest in facts.digests}
        try:
            self._tries()
        except BaseException:
            began = self._file is not None
            self._close()
            # Not in a thread of its own: a cancelled task must leave its files in order at once.
            if self._offset:
                self._landing.keep(call.url, self._proof, self._digests)
            elif began:
                self._landing.drop()
            raise
        self._close(durable=True)
        wrong = run_blocking(self._landing.wrong, self._digests)
        if wrong is not None:
            self._landing.drop()
            raise TransferError(
                f"{call!r}: the file is damaged: its {wrong} is not the one that the server tells. It was not kept.",
                operation=call.operation,
                url=call.url,
            )
        return run_blocking(self._landing.finish)

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
                    self._offset, self._proof, self._digests = 0, None, {}
                    continue
            # Without proof the next try starts from nothing: then nothing was gained.
            if self._proof is not None and self._offset - before >= PROGRESS:
                call.failed.clear()
            answer = outcome if isinstance(outcome, Answer) else self._page
            pause = call.next(
                outcome, answer, began, now(), self._session.time(), self._session.random, self._session.authenticator.scrubber(credentials)
            )
            if isinstance(pause, ClientError):
                raise pause
            if self._proof is None:
                self._offset, self._digests = 0, {}
            self._session.will_retry(call)
            self._session.sleep(pause)

    def _one(self, credentials: Credentials) -> Outcome | None:
        """One request; None when the file is whole."""
        session, call = self._session, self._call
        limits = timeouts(call.timeout, call.ends)
        target, headers = session.wire(call, self._prepared, credentials, watched=session.watched)
        origin = call.origin
        for hop in range(MOST_HOPS + 1):
            opened = session.transport.open(call.method, origin, target, self._ranged(headers), None, limits, call.ends)
            if isinstance(opened, Failure):
                return opened
            elsewhere = self._elsewhere(opened) if hop < MOST_HOPS else None
            if elsewhere is None:
                return self._answered(opened)
            opened.close()
            address, target = elsewhere
            origin, headers = address.origin, bare_headers(address)
        raise AssertionError("unreachable: the last hop is answered")

    def _elsewhere(self, opened: Opened) -> tuple[Address, bytes] | None:
        """Where the file is, when the API sends us on to a host that it may come from. Each try asks the API anew: such links live shortly."""
        return followed(header(opened.headers, "location"), self._session.file_hosts) if opened.status in AWAY else None

    def _answered(self, opened: Opened) -> Outcome | None:
        try:
            if opened.status not in (200, 206):
                return self._refusal(opened)
            if self._is_page(opened):
                page = self._refusal(opened)
                self._page = page if isinstance(page, Answer) else None
                return Unreadable("it is a page of HTML, not the file (a login page, perhaps)")
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

    def _is_page(self, opened: Opened) -> bool:
        """A page that nobody promised, in the place of the file."""
        kind = (header(opened.headers, "content-type") or "").split(";")[0].strip().lower()
        promised = {"text/html", "*/*"} & set(self._prepared.operation.results)
        return kind == "text/html" and not promised and header(opened.headers, "content-disposition") is None

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
        told = digests(partial(header, headers), whole=opened.status == 200)
        # What a part says of the whole is added to what is known; a file that begins anew is another one.
        self._digests = {**self._digests, **told} if opened.status == 206 else told
        if self._landing.name is None:
            self._landing.name = file_name(header(headers, "content-disposition"), safe_name(self._fallback))
            self._landing.check()
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
            # Digests are of the packed bytes.
            self._proof, self._digests = None, {}
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
        return run_blocking(self._landing.open, self._offset)

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
