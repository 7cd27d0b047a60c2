"""Runs of runners: they live by the server's clock, write logs, and keep tables of results that SQL can be run on (SQLite, in memory)."""

from __future__ import annotations

import json
import re
import sqlite3
from typing import Any

from ..base_behaviour import Behaviour, answers
from ..exchange import Answer, Call, Refused
from ..jobs.jobs import Job
from ..resources.storage import Record

_STATES = {"pending": "Running", "running": "Running", "done": "Successful", "failed": "Failed", "cancelled": "Failed"}
_PHASES = {"pending": "Pending", "running": "Running", "done": "Succeeded", "failed": "Failed", "cancelled": "Failed"}


class Runs(Behaviour):
    """The operations on runs.

    `engine.jobs` says how long runs take; `engine.jobs.run`, called with `start_run` and the runner's data, what comes of them.
    """

    def __init__(self, engine: Any) -> None:
        super().__init__(engine)
        self._logs: dict[str, dict[str, list[str]]] = {}
        self._tables: dict[str, sqlite3.Connection] = {}

    def log(self, run_id: str, text: str, *, container: str = "main") -> None:
        """Write a line into the log of a run."""
        self._logs.setdefault(run_id, {}).setdefault(container, []).append(text)

    def shown(self, record: Record) -> dict[str, Any]:
        """A run with its state of now."""
        if len(record.path) > 1 and record.path[-2] == "runs" and (job := self.engine.jobs.get(record.key)) is not None:
            return {**record.data, "state": _STATES[self.engine.jobs.state(job)]}
        return super().shown(record)

    @answers("start_run")
    def start(self, call: Call) -> Any:
        """A new run of a runner."""
        runner = self.engine.resources.item(call, 6)
        run_id = f"run-{self.engine.identifiers.uuid()[:13]}"
        data: dict[str, Any] = {"id": run_id, "organizationId": runner.path[1], "workspaceId": runner.path[3], "runnerId": runner.key}
        more: dict[str, Any] = {
            name: runner.data[name] for name in ("solutionId", "runTemplateId", "datasetList", "parametersValues") if name in runner.data
        }
        job = self.engine.jobs.start("start_run", run_id, dict(runner.data))
        self.engine.resources.add("/".join(("", *runner.path, "runs", run_id)), {**data, **more})
        runner.data["lastRunId"] = run_id
        self.log(run_id, f"run {run_id} of {runner.key} is queued", container="fetch")
        self.log(run_id, f"simulation for {job.operation} begins")
        return Answer(run_id)

    @answers("stop_run")
    def stop(self, call: Call) -> Any:
        """Stop the last run of a runner."""
        runner = self.engine.resources.item(call, 6)
        job = self.engine.jobs.get(str(runner.data.get("lastRunId")))
        if job is not None:
            self.engine.jobs.cancel(job)
        return Answer()

    @answers("get_run_status")
    def status(self, call: Call) -> Any:
        """Where a run is."""
        run, job = self._run(call)
        state = self.engine.jobs.state(job) if job is not None else "done"
        answer = {name: run.data.get(name) for name in ("id", "organizationId", "workspaceId", "runnerId") if run.data.get(name)}
        answer.update(state=_STATES[state], phase=_PHASES[state])
        if job is not None and state in ("failed", "cancelled"):
            answer["message"] = job.error or "it was stopped"
        return answer

    @answers("get_run_logs")
    def logs(self, call: Call) -> Any:
        """The logs of a run."""
        run, job = self._run(call)
        if job is not None and self.engine.jobs.state(job) == "failed" and job.error not in self._logs[run.key].get("main", []):
            self.log(run.key, str(job.error))
        return {
            "runId": run.key,
            "containers": {
                name: {"nodeId": f"{run.key}-{name}", "containerName": name, "children": list[str](), "logs": "\n".join(lines)}
                for name, lines in self._logs.get(run.key, {}).items()
            },
        }

    @answers("send_run_data")
    def send(self, call: Call) -> Any:
        """Rows for a table, which is made as its first rows need it."""
        run, _ = self._run(call)
        table = f"cd_{call.body.get('id') or 'data'}".lower()
        rows: list[dict[str, Any]] = call.body.get("data") or []
        columns: list[str] = list(dict.fromkeys(name for row in rows for name in row)) or ["empty"]
        database = self._database(run.key)
        told = ", ".join(map(_quoted, columns))
        database.execute(f"CREATE TABLE IF NOT EXISTS {_quoted(table)} ({told})")
        marks = ", ".join("?" for _ in columns)
        database.executemany(
            f"INSERT INTO {_quoted(table)} ({told}) VALUES ({marks})", [[_stored(row.get(name)) for name in columns] for row in rows]
        )
        if not database.execute("SELECT 1 FROM information_schema.tables WHERE table_name = ?", [table]).fetchone():
            database.execute("INSERT INTO information_schema.tables VALUES (?, 'public')", [table])
        return {"database_name": run.key, "table_name": table, "data": rows}

    @answers("query_run_data")
    def query_results(self, call: Call) -> Any:
        """Run SQL, which may only read."""
        run, _ = self._run(call)
        if not re.match(r"(?i)\s*(?:select|with)\b", call.body["query"]) and not self.engine.resources.autocreate:
            raise Refused(400, "the query must only read")
        try:
            found = self._database(run.key).execute(call.body["query"])
        except sqlite3.Error as error:
            if self.engine.resources.autocreate:
                return {"result": []}
            raise Refused(400, f"the query cannot be run: {error}") from None
        columns = [column[0] for column in found.description or ()]
        return {"result": [dict(zip(columns, row, strict=True)) for row in found.fetchall()]}

    def _run(self, call: Call) -> tuple[Record, Job | None]:
        run = self.engine.resources.item(call, 8)
        return run, self.engine.jobs.get(run.key)

    def _database(self, run_id: str) -> sqlite3.Connection:
        if run_id not in self._tables:
            database = self._tables[run_id] = sqlite3.connect(":memory:", check_same_thread=False, isolation_level=None)
            database.execute("ATTACH ':memory:' AS information_schema")
            database.execute("CREATE TABLE information_schema.tables (table_name, table_schema)")
        return self._tables[run_id]


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _stored(value: Any) -> Any:
    return json.dumps(value) if isinstance(value, dict | list) else value
