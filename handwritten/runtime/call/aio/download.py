"""A call whose answer is received as a file.

What has arrived stands in `NAME.part` beside the destination until the file is whole. It stays there after a failure, with what proves its origin in
`NAME.part.json`, so that a later download to the same path goes on from there.
"""

from __future__ import annotations

from os import PathLike
from pathlib import Path
from typing import Any

from ...concurrency.aio.primitives import now, run_blocking
from ...declarations.errors import TransferError
from ...declarations.operation import Operation
from ...declarations.options import Progress as ProgressFunction
from ...files.aio import AsyncFileReceiver
from ...files.destination import Damaged, Destination
from ...jobs.progress import Progress, Watcher
from ...transport.failures import Failure
from ...transport.messages import Answer, Request
from ..call import Call, Misread, Outcome, lift_deadline
from ..response import Response
from .session import AsyncSession, response_of


async def download(
    session: AsyncSession,
    call: Call,
    operation: Operation[Any],
    to: str | PathLike[str] | None,
    *,
    overwrite: bool,
    progress: Watcher,
    name: str,
) -> Path:
    """Receive the answer of a call as a file; gives its path. Raises what `perform` raises, and TransferError.

    `name`: of the file, where neither `to` nor the server has one.
    """
    with Progress(progress or call.options.progress or None, name) as shown:
        return await _download(session, call, operation, to, overwrite, shown.show, name)


async def _download(
    session: AsyncSession,
    call: Call,
    operation: Operation[Any],
    to: str | PathLike[str] | None,
    overwrite: bool,
    progress: ProgressFunction,
    name: str,
) -> Path:
    lift_deadline(call)
    destination = await run_blocking(Destination.of, to, overwrite)
    partial = await run_blocking(destination.earlier, call.url)
    receiver = AsyncFileReceiver(
        session.transport,
        session.file_hosts,
        destination,
        partial,
        progress,
        name,
        html=not {"text/html", "*/*"}.isdisjoint(operation.results),
        max_bytes=session.max_bytes,
    )

    async def attempt(call: Call, request: Request) -> Response[Any] | Outcome:
        outcome = await receiver.receive(request)
        if receiver.advanced:
            call.failed.clear()
        if isinstance(outcome, Failure):
            return outcome
        answer = outcome or Answer(200, b"", [], b"", None)
        if call.observed:
            session.observers.response(call, answer, now() - call.tried)
        if outcome is None:
            return response_of(call, answer, None)
        return Misread(answer, "it is a page of HTML, not the file (perhaps a login page)") if answer.status in (200, 206) else answer

    try:
        await session.perform(call, attempt)
    except BaseException:
        # Not in a thread of its own: a cancelled task must leave its files in order at once.
        destination.leave(partial)
        raise
    try:
        return await run_blocking(destination.finish, partial.digests)
    except Damaged as error:
        text = f"{call!r}: the file is damaged: its {error} is not the one that the server announced. The file was discarded."
    raise TransferError(text, operation=call.operation, url=call.url)
