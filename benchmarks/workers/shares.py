"""Where the CPU time of a call goes: a running client is looked at every few milliseconds of CPU, and each look counts for the part that is at work.

As a program: `shares.py status|status_async URL CALLS` prints one JSON object: the looks for each part.
"""

from __future__ import annotations

import json
import signal
import sys
from collections import Counter
from types import FrameType

import ours

PARTS = {
    "sockets and the event loop": ("/asyncio/", "/selectors.py", "/_runtime/concurrency/"),
    "HTTP, connections and their pool": ("/_runtime/transport/",),
    "JSON and types": ("/_runtime/codec/", "/models/"),
    "the call: request, credentials, deadline, retries, hooks": ("/_runtime/",),
    "the method and its caller": ("/ubiops_client/", "/workers/"),
}
"""Parts, and what the paths of their modules hold. A frame of any other module counts for who called it."""


def main(task: str, url: str, calls: int) -> None:
    """Call so many times, and print what was seen."""
    repeat = getattr(ours, task)(url)
    repeat(calls // 20)
    seen: Counter[str] = Counter()

    def look(_signal: int, frame: FrameType | None) -> None:
        while frame is not None:
            path = frame.f_code.co_filename
            part = next((part for part, places in PARTS.items() if any(place in path for place in places)), None)
            if part is not None:
                seen[part] += 1
                return
            frame = frame.f_back

    signal.signal(signal.SIGPROF, look)
    signal.setitimer(signal.ITIMER_PROF, 0.001, 0.001)
    repeat(calls)
    signal.setitimer(signal.ITIMER_PROF, 0)
    print(json.dumps(seen))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]))
