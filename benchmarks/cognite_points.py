"""Data points: 5 million of 50 time series into a frame, and the memory of that; 1 million of a frame inserted. Against the least code that does it."""

from __future__ import annotations

from contextlib import ExitStack
from functools import partial
from pathlib import Path

from environments import COGNITE, FRAMES, environment, ours, python
from measure import Worker, in_turn, output_of, server
from report import Row, Section

ROUNDS = 5
HERE = Path(__file__).resolve().parent
TASKS = ("reading", "reading_plain", "inserting", "inserting_plain")


def run() -> Section:
    """Measure all in turn; the memory once."""
    env = environment(FRAMES, ours(COGNITE))
    with server(program=HERE / "points_server.py") as url, ExitStack() as stack:
        workers = {task: stack.enter_context(Worker(python(FRAMES), env, "points", task, url)) for task in TASKS}
        found = in_turn({task: partial(worker.cpu, 1) for task, worker in workers.items()}, ROUNDS)
        held, frame = map(float, output_of([python(FRAMES), str(HERE / "workers" / "points.py"), url], env).split())
    return Section(
        "cognite_points",
        "Data points: 5 million into a frame, 1 million out of one",
        (
            Row(
                "retrieve of 50 series, to_pandas",
                "httpcore + msgspec into arrays, no frame",
                found["reading"],
                found["reading_plain"],
                1.3,
            ),
            Row("memory of that", "the frame", [held], [frame], 4, unit="B"),
            Row("insert_dataframe", "msgspec + zlib level 1 + httpcore", found["inserting"], found["inserting_plain"], 1.5),
        ),
        (
            f"CPU (user and system) of the client's process, all threads; {ROUNDS} rounds.",
            "Reading: pages of 100,000 points (4.3 MB). Ours counts what is behind a full page and makes one frame; the other asks for the next page.",
            "Inserting: requests of 100,000 points. Ours checks for gaps, infinity and times; the other checks nothing.",
            "Memory: the most that Python and NumPy hold at once (tracemalloc), without what the first call loads.",
        ),
    )
