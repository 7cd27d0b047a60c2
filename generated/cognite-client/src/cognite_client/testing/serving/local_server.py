"""`local_server()`: a local server of a package's own API, for tests."""

from __future__ import annotations

import importlib
import importlib.util
from collections.abc import Callable, Collection, Generator, Mapping
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import Any

import msgspec

from ..base_behaviour import Behaviour
from ..clock import Clock
from ..engine import Engine
from ..http.journal import Journal
from ..jobs.jobs import Jobs
from ..resources.storage import Record, Store
from .application import Application, Connections
from .faults import Faults

_TESTING = Path(__file__).parents[1]
_EXTRA = ("jsonschema_rs", "python_multipart", "uvicorn")


class LocalServer(str):
    """A running local server. It is a `str`, its base URL: give it to a client as `base_url`."""

    engine: Engine
    faults: Faults
    port: int

    @classmethod
    def of(cls, engine: Engine, faults: Faults, port: int) -> LocalServer:
        """The server that listens on a port of loopback."""
        server = cls(f"http://127.0.0.1:{port}{engine.document.base_path}")
        server.engine, server.faults, server.port = engine, faults, port
        return server

    @property
    def url(self) -> str:
        """The base URL, with the path of the API's first documented server."""
        return str(self)

    @property
    def root(self) -> str:
        """Scheme, host and port alone; for what the API serves outside its base path."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def journal(self) -> Journal:
        """All requests that arrived."""
        return self.engine.journal

    @property
    def clock(self) -> Clock:
        """The server's time."""
        return self.engine.clock

    @property
    def store(self) -> Store:
        """The resources."""
        return self.engine.store

    @property
    def jobs(self) -> Jobs:
        """How long jobs take, and what their results are."""
        return self.engine.jobs

    @property
    def behaviour(self) -> Behaviour:
        """The API's own behaviour, with what it lets tests set."""
        return self.engine.behaviour

    def add(self, path: str, **data: Any) -> Record:
        """Add a resource under its path, such as `/projects/demo`, as a request would have done.

        Raises:
            ValueError: the API has no resource of such a path.
            Refused: there is one already.
        """
        return self.engine.resources.add(path, data)

    def accept_only(self, *credentials: str) -> None:
        """Accept only these credentials, given as complete header values; without arguments, accept any again."""
        self.engine.accepted = set(credentials) or None


@contextmanager
def local_server(
    *,
    seed: bool = False,
    autocreate: bool = False,
    clock: Clock | None = None,
    accepted: Collection[str] | None = None,
    keep_secrets: bool = False,
    port: int = 0,
    document: Mapping[str, Any] | Path | None = None,
    behaviour: Callable[[Engine], Behaviour] | None = None,
    engine: Engine | None = None,
) -> Generator[LocalServer, None, None]:
    """A local server of this package's API, on a free port of loopback, while the `with` block lasts.

    Args:
        seed: True: start with some resources (see the behaviour module); default: with none.
        autocreate: True: a resource is created when a request first names it in its path, unless it was deleted.
        clock: the server's clock; default: real time. `Clock(frozen=True)` advances only when a test tells it.
        accepted: accept only these credentials, given as complete header values; default: any.
        keep_secrets: True: the journal records credentials instead of masking them.
        port: 0 takes a free one.
        document: another OpenAPI document, bundled; default: the package's own.
        behaviour: another behaviour; default: the package's own.
        engine: the engine of an earlier server, whose resources and jobs this one has; the arguments above are then not used.

    Yields: the server; it is a `str`, its base URL.

    Raises:
        ImportError: the extra `testing` is not installed, or not all of it.
    """
    _require_extra()
    from .server_thread import Serving

    if engine is None:
        data = load_document() if document is None else load_document(document) if isinstance(document, Path) else document
        made = behaviour or (own_behaviour() if document is None else Behaviour)
        engine = Engine(data, made, clock=clock, keep_secrets=keep_secrets, autocreate=autocreate, accepted=accepted)
        if seed:
            engine.behaviour.seed()
    faults = Faults()
    connections: Connections = {}
    running = Serving(Application(engine, faults, connections), connections, port=port)
    try:
        yield LocalServer.of(engine, faults, running.port)
    finally:
        running.stop()


@lru_cache(maxsize=4)
def load_document(path: Path = _TESTING / "openapi.json") -> Mapping[str, Any]:
    """A bundled OpenAPI document in JSON; by default the package's own."""
    data: Mapping[str, Any] = msgspec.json.decode(path.read_bytes(), type=dict[str, Any])
    return data


def own_behaviour() -> Callable[[Engine], Behaviour]:
    """The behaviour class of the package, or the one that adds nothing."""
    name = (__package__ or "").rpartition(".")[0] + ".behaviour"
    if importlib.util.find_spec(name) is None:
        return Behaviour
    made: Callable[[Engine], Behaviour] = importlib.import_module(name).Behaviour
    return made


def _require_extra() -> None:
    missing = [name for name in _EXTRA if importlib.util.find_spec(name) is None]
    if missing:
        raise ImportError(f'local_server() needs {", ".join(missing)}: pip install "{distribution()}[testing]"', name=missing[0])


def distribution() -> str:
    """The name under which this package is installed."""
    from importlib.metadata import packages_distributions

    root = (__package__ or "").partition(".")[0]
    return next(iter(packages_distributions().get(root, ())), root.replace("_", "-"))
