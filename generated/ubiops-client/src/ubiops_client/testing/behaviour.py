"""How UbiOps behaves beyond its document: requests that live by the clock, builds, logs, blobs, references between resources.

What the API's documentation says is followed; where it is silent (statuses and bodies of errors, times), the choice is this server's own. It is the
`behaviour` module of the package's local server and must never know sockets.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from .engine import check_batch
from .exchange import Answer, Call, Refused
from .jobs import Job, JobFailure
from .resources import path_of
from .rules import Behaviour as Base
from .rules import answers
from .storage import Path, Record
from .values import is_array, is_integer, is_object, iso, parse_time

_STATUS = {"pending": "pending", "running": "processing", "done": "completed", "failed": "failed", "cancelled": "failed"}
_BLOB_CONNECTORS = {"aws_s3", "gcp_cloud_storage", "azure_blob_storage", "google_cloud_storage"}
_SECRET = re.compile(r"(?i)secret|password|_key|token")
_DEFAULT_ROLES = ("project-admin", "project-editor", "project-viewer")
_INTERVALS = {"minute": 60.0, "hour": 3600.0, "day": 86400.0, "month": 30 * 86400.0}
_DATA_TYPES: dict[str, Callable[[Any], bool]] = {
    "int": is_integer,
    "double": lambda value: isinstance(value, int | float) and not isinstance(value, bool),
    "string": lambda value: isinstance(value, str),
    "bool": lambda value: isinstance(value, bool),
    "timestamp": lambda value: isinstance(value, str) and parse_time(value) is not None,
    "blob": lambda value: isinstance(value, str),
}


class Behaviour(Base):
    """UbiOps.

    Attributes:
        build_seconds: how long a version builds after an upload; read when a version is shown.
        build: called with the uploaded file when a build is over; raises `JobFailure` to let it fail.
    """

    # Said in their descriptions, although the document lists credentials for them, too.
    open_operations = frozenset({"service_status", "user_create"})
    build_seconds: float = 0.05
    verification_seconds: float = 0.05

    @staticmethod
    def build(content: bytes) -> None:
        """Every file builds, unless a test puts another function here."""

    def log(self, project: str, text: str, *, at: float | None = None, **fields: Any) -> str:
        """Write a line into a project's log.

        Args:
            at: seconds since the epoch; default: now.
            fields: model_name, request_id, system, ... as the API's filters name them.

        Returns: the id of the line, 24 hexadecimal digits that grow with the order of writing.
        """
        time = self.engine.clock.now() if at is None else at
        identifier = f"{int(time) & 0xFFFFFFFF:08x}{self.engine.identifiers.number():016x}"
        self._lines(project).append((time, identifier, {"id": identifier, "date": iso(time), "log": text, **fields}))
        return identifier

    def seed(self) -> None:
        """Organization `acme`; project `demo` with the model `iris` (version `v1`, any fields) and the pipeline `flow` that calls it."""
        add = self.engine.resources.add
        add("/organizations/acme", {"subscription": "free", "status": "active"})
        add("/projects/demo", {"organization_name": "acme"})
        add(
            "/projects/demo/models/iris", {"input_type": "structured", "output_type": "structured", "input_fields": [], "output_fields": []}
        )
        add("/projects/demo/models/iris/versions/v1", {}, named=True)
        add("/projects/demo/pipelines/flow", {"input_type": "structured", "input_fields": []})
        add("/projects/demo/pipelines/flow/objects/step", {"reference_type": "model", "reference_name": "iris", "version": "v1"})

    # Resources

    def created(self, record: Record, *, named: bool) -> None:
        """Complete a new resource by its kind, the collection it is in."""
        complete = getattr(self, f"_new_{_kind(record.path)}", None)
        if complete is not None:
            complete(record, named)

    def shown(self, record: Record) -> dict[str, Any]:
        """A resource as the API shows it now."""
        show = getattr(self, f"_show_{_kind(record.path)}", None)
        return record.data if show is None else show(record)

    def deleting(self, record: Record) -> None:
        """Refuse to delete what others refer to."""
        kind, data = _kind(record.path), record.data
        if kind in {"models", "versions"} and (user := self._pipeline_using(record)) is not None:
            raise Refused(409, f"{kind[:-1]} {record.key!r} is referenced in the pipeline {user!r}")
        if kind == "credentials" and self._references(record):
            raise Refused(409, f"the credentials {record.key!r} are used by a connector")
        if kind == "roles" and data.get("default"):
            raise Refused(403, "default roles cannot be deleted")
        if kind == "objects":
            self._detach(record)

    def _new_projects(self, record: Record, named: bool) -> None:
        organization = record.data.setdefault("organization_name", "organization")
        if self.engine.store.get(("organizations", organization)) is None:
            if not named and not self.engine.resources.autocreate:
                raise Refused(404, f"organization {organization!r} does not exist")
            self.engine.resources.add(f"/organizations/{organization}", {}, named=True)
        for role in _DEFAULT_ROLES:
            self.engine.store.create(
                (*record.path, "roles", role), {"id": self.engine.identifiers.uuid(), "name": role, "default": True, "permissions": []}
            )

    def _new_organizations(self, record: Record, named: bool) -> None:
        record.data.setdefault("status", "active")

    def _new_models(self, record: Record, named: bool) -> None:
        record.data.setdefault("description", "")
        for side in ("input", "output"):
            self._check_fields(record.data, side)

    def _new_pipelines(self, record: Record, named: bool) -> None:
        record.data.setdefault("description", "")
        if "input_type" not in record.data and not named:
            raise Refused(400, "a new pipeline needs an input_type")
        self._check_fields(record.data, "input")

    def _check_fields(self, data: dict[str, Any], side: str) -> None:
        fields = data.setdefault(f"{side}_fields", [])
        names = [field["name"] for field in fields]
        if fields and data.get(f"{side}_type") == "plain":
            raise Refused(400, f"{side}_type is plain: it takes no {side}_fields")
        if len(set(names)) < len(names):
            raise Refused(400, f"the names of {side}_fields must be unique")

    def _new_versions(self, record: Record, named: bool) -> None:
        if not named and not record.data.get("version"):
            raise Refused(400, "a new version needs a version name")
        defaults = {
            "language": "python3.7",
            "memory_allocation": 2048,
            "maximum_instances": 5,
            "minimum_instances": 0,
            "maximum_idle_time": 300,
        }
        record.data.update({"description": "", "error_message": "", **defaults, **record.data})
        if record.data["minimum_instances"] > record.data["maximum_instances"]:
            raise Refused(400, "minimum_instances is more than maximum_instances")
        record.data["status"] = "available" if named else "initialised"
        record.extra["file"] = b"PK\x05\x06" + bytes(18) if named else None
        record.data.pop("file_last_updated", None)

    def _new_connectors(self, record: Record, named: bool) -> None:
        data = record.data
        blob = data.get("type") in _BLOB_CONNECTORS
        if blob and data.get("input_fields"):
            raise Refused(400, f"connectors of the type {data['type']} take no input_fields")
        if not named and not blob and not data.get("input_fields"):
            raise Refused(400, "structured connectors need input_fields")
        data.update(input_type="blob" if blob else "structured", error_message="")
        if blob:
            data["input_fields"] = [{"name": "blob", "data_type": "blob"}]
        place = (*record.path[:2], "credentials", str(data.get("credentials", "credentials")))
        if not named and self.engine.store.get(place) is None and not self.engine.resources.autocreate:
            raise Refused(404, f"credentials {place[-1]!r} do not exist")
        record.extra["verifying"] = self.engine.clock.now()

    def _new_credentials(self, record: Record, named: bool) -> None:
        record.data.setdefault("error_message", "")
        record.extra["verifying"] = self.engine.clock.now()

    def _new_objects(self, record: Record, named: bool) -> None:
        data = record.data
        if named:
            data.update(reference_type="model", reference_name="model", version="version")
            return
        if (data["reference_type"] == "model") != bool(data.get("version")):
            raise Refused(400, "a version is given for a model, and only for a model")
        place = self._reference(record)
        resources = self.engine.resources
        target = self.engine.store.get(place)
        if target is None:
            if not resources.autocreate:
                raise Refused(404, f"{data['reference_type']} {'/'.join(place[3:])!r} does not exist")
            target = resources.add("/" + "/".join(place), {}, named=True)
        source = self.engine.store.require(place[:4]).data
        data.update({name: source[name] for name in ("input_type", "output_type", "input_fields", "output_fields") if name in source})

    def _new_service_users(self, record: Record, named: bool) -> None:
        data = record.data
        project = re.sub(r"[^A-Za-z0-9]", "", record.path[1])
        data["email"] = f"{data['id']}.{project or 'project'}@serviceuser.example.com"
        data["token"] = self._new_token(None)

    def _new_role_assignments(self, record: Record, named: bool) -> None:
        if ("object_name" in record.data) != ("object_type" in record.data):
            raise Refused(400, "object_name and object_type go together")
        record.data.update({"object_name": record.path[1], "object_type": "project", **record.data})

    def _new_roles(self, record: Record, named: bool) -> None:
        record.data["default"] = False

    def _new_schedules(self, record: Record, named: bool) -> None:
        data = record.data
        if not named and len(str(data["schedule"]).split()) != 5:
            raise Refused(400, f"{data['schedule']!r} is no crontab of five fields")
        if not named and data["object_type"] == "model" and not data.get("version"):
            raise Refused(400, "a schedule for a model needs a version")

    def _show_models(self, record: Record) -> dict[str, Any]:
        return {**record.data, "number_of_versions": len(self.engine.store.list((*record.path, "versions")))}

    def _show_versions(self, record: Record) -> dict[str, Any]:
        since = record.extra.get("uploaded")
        if since is None:
            return record.data
        if self.engine.clock.now() < since + self.build_seconds:
            return {**record.data, "status": "building"}
        record.extra.pop("uploaded")
        record.data.update(status="available", error_message="")
        try:
            self.build(record.extra["file"])
        except JobFailure as failure:
            record.data.update(status="failed", error_message=str(failure))
        return record.data

    def _show_connectors(self, record: Record) -> dict[str, Any]:
        return {**record.data, "status": self._verification(record)}

    def _show_credentials(self, record: Record) -> dict[str, Any]:
        hidden = {name: None if _SECRET.search(name) else value for name, value in record.data.get("configuration", {}).items()}
        return {**record.data, "configuration": hidden, "status": self._verification(record), "reference_count": self._references(record)}

    def _show_environment_variables(self, record: Record) -> dict[str, Any]:
        return {**record.data, "value": None} if record.data.get("secret") else record.data

    def _verification(self, record: Record) -> str:
        over = self.engine.clock.now() >= record.extra.get("verifying", 0.0) + self.verification_seconds
        return "available" if over else "pending_verification"

    def _references(self, credentials: Record) -> int:
        connectors = self.engine.store.list((*credentials.path[:2], "connectors"))
        return sum(one.data.get("credentials") == credentials.key for one in connectors)

    def _reference(self, part: Record) -> Path:
        """The path of what a pipeline object refers to."""
        data, project = part.data, part.path[:2]
        if data["reference_type"] == "connector":
            return (*project, "connectors", data["reference_name"])
        return (*project, "models", data["reference_name"], "versions", data["version"])

    def _objects(self, pipeline: Path) -> list[Record]:
        return self.engine.store.list((*pipeline, "objects"))

    def _pipeline_using(self, record: Record) -> str | None:
        for pipeline in self.engine.store.list((*record.path[:2], "pipelines")):
            if any(self._reference(part)[: len(record.path)] == record.path for part in self._objects(pipeline.path)):
                return pipeline.key
        return None

    def _detach(self, part: Record) -> None:
        for attachment in self._attachments(part.path[:4]):
            if part.key in {attachment.data["source_name"], attachment.data["destination_name"]}:
                self.engine.store.delete(attachment.path)

    def _new_token(self, old: str | None) -> str:
        token = self.engine.identifiers.hexadecimal(40)
        if self.engine.accepted is not None:
            self.engine.accepted.discard(f"Token {old}")
            self.engine.accepted.add(f"Token {token}")
        return token

    @answers("service_users_token")
    def _renew_token(self, call: Call) -> Any:
        record = self.engine.resources.item(call, 4)
        record.data["token"] = self._new_token(record.data.get("token"))
        return {"token": record.data["token"]}

    @answers("credentials_update")
    def _update_credentials(self, call: Call) -> Answer:
        record = self.engine.resources.item(call)
        call.body = {**call.body, "configuration": {**record.data.get("configuration", {}), **call.body.get("configuration", {})}}
        record.extra["verifying"] = self.engine.clock.now()
        return call.default()

    @answers("roles_update")
    def _update_role(self, call: Call) -> Answer:
        if self.engine.resources.item(call).data.get("default"):
            raise Refused(403, "default roles cannot be updated")
        return call.default()

    @answers("model_versions_update")
    def _update_version(self, call: Call) -> Answer:
        record = self.engine.resources.item(call)
        rebuilt = call.body.get("language", record.data["language"]) != record.data["language"]
        if rebuilt and record.extra.get("file") is not None:
            record.extra["uploaded"] = self.engine.clock.now()
        return call.default()

    @answers("project_environment_variables_update", "model_environment_variables_update", "model_version_environment_variables_update")
    def _update_variable(self, call: Call) -> Answer:
        if self.engine.resources.item(call).data.get("secret") and call.body.get("secret") is False:
            raise Refused(400, "a secret variable stays secret")
        return call.default()

    @answers("model_environment_variables_list", "model_version_environment_variables_list", "pipeline_object_environment_variables_list")
    def _inherited_variables(self, call: Call) -> Any:
        self.engine.resources.check_parents(call)
        place = path_of(call.operation, call.path)[:-1]
        if "objects" in place:
            part = self.engine.store.require(place)
            place = self._reference(part) if part.data.get("reference_type") == "model" else place[:2]
        owners = [place[:length] for length in (6, 4, 2) if len(place) >= length]
        found: dict[str, dict[str, Any]] = {}
        for owner in owners:
            inherited = owner != place or "objects" in path_of(call.operation, call.path)
            kind = {2: "project", 4: "model", 6: "model_version"}[len(owner)] if inherited else ""
            for record in self.engine.store.list((*owner, "environment-variables")):
                shown = {**self.shown(record), "inheritance_type": kind, "inheritance_name": owner[-1] if inherited else ""}
                found.setdefault(shown["name"], shown)
        return list(found.values())

    @answers("role_assignments_per_user_list")
    def _assignments_of_user(self, call: Call) -> Any:
        self.engine.resources.check_parents(call)
        records = self.engine.store.list(("projects", call.path["project_name"], "role-assignments"))
        return [record.data for record in records if record.data.get("user_id") == call.path["user_id"]]

    @answers("user_update")
    def _update_user(self, call: Call) -> Answer:
        password = call.body.get("password")
        if password is not None and not call.body.get("previous_password"):
            raise Refused(400, "a new password needs the previous_password")
        wanted = (r".{8}", r"[A-Z]", r"[a-z]", r"\d", r"[^A-Za-z0-9]")
        if password is not None and not all(re.search(pattern, password) for pattern in wanted):
            raise Refused(400, "a password has 8 characters or more, among them upper and lower case, a digit and a symbol")
        return call.default()

    # Attachments

    def _attachments(self, pipeline: Path) -> Iterable[Record]:
        names = ["pipeline_start", *(part.key for part in self._objects(pipeline))]
        return [one for name in names for one in self.engine.store.list((*pipeline, "objects", name, "attachments"))]

    @answers("pipeline_object_attachments_create")
    def _attach(self, call: Call) -> Any:
        self.engine.resources.check_parents(call)
        pipeline = path_of(call.operation, call.path)[:-1]
        source, destination = call.body["source_name"], call.body["destination_name"]
        parts = {name: self._part(pipeline, name) for name in (source, destination) if name != "pipeline_start"}
        if source in parts and parts[source].data["reference_type"] == "connector":
            raise Refused(400, "a connector can only be a destination")
        if destination not in parts:
            raise Refused(400, "pipeline_start can only be a source")
        mapping: list[Any] = call.body.get("mapping", [])
        given = {pair["destination_field_name"] for pair in mapping}
        needed = {field["name"] for field in parts[destination].data.get("input_fields", [])}
        if given != needed:
            raise Refused(400, f"the mapping must cover the input fields of {destination}: {', '.join(sorted(needed)) or 'none'}")
        data = {"id": self.engine.identifiers.uuid(), "source_name": source, "destination_name": destination, "mapping": mapping}
        return self.engine.store.create((*pipeline, "objects", source, "attachments", destination), data).data

    def _part(self, pipeline: Path, name: str) -> Record:
        resources = self.engine.resources
        return resources.named((*("projects", None, "pipelines", None), "objects", None), (*pipeline, "objects", name))

    @answers("pipeline_object_attachments_list", "pipeline_object_attachments_source_get")
    def _list_attachments(self, call: Call) -> Any:
        pipeline = self.engine.resources.item(call, 4)
        source = call.path.get("source_name")
        if source not in {None, "pipeline_start"}:
            self._part(pipeline.path, str(source))
        return [one.data for one in self._attachments(pipeline.path) if source in {None, one.data["source_name"]}]

    @answers("pipeline_object_attachments_get", "pipeline_object_attachments_delete")
    def _one_attachment(self, call: Call) -> Any:
        pipeline = self.engine.resources.item(call, 4)
        place = path_of(call.operation, call.path)
        if self.engine.resources.autocreate and self.engine.store.get(place) is None and not self.engine.store.deleted(place):
            source, destination = call.path["source_name"], call.path["destination_name"]
            self._part(pipeline.path, source)
            data: dict[str, Any] = {"id": self.engine.identifiers.uuid(), "source_name": source, "destination_name": destination}
            self.engine.store.create(place, {**data, "mapping": []})
        return (self.engine.store.delete(place) if call.method == "DELETE" else self.engine.store.require(place)).data

    # Requests

    @answers("batch_model_requests_create", "batch_pipeline_requests_create")
    def _queue(self, call: Call) -> Any:
        owner = self._owner(call)
        check_batch(call, "data", 250 if owner.path[2] == "models" else 100)
        given: list[Any] = call.body if is_array(call.body) else [call.body]
        for index, one in enumerate(given):
            self._check_request(owner, one, f"request {index}: ")
        jobs = self.engine.jobs
        created: list[dict[str, Any]] = []
        for one in given:
            identifier = self.engine.identifiers.uuid()
            job = jobs.start(call.operation.id, identifier, one)
            time = iso(job.created)
            data = {"id": identifier, "status": "pending", "time_created": time}
            self.engine.store.create((*owner.path, "request-batch", identifier), data, job=job)
            created.append(data)
        return created

    def _owner(self, call: Call) -> Record:
        """The version or pipeline that a request is made to."""
        self.engine.resources.check_parents(call)
        owner = self.engine.resources.item(call, 6 if "model_name" in call.path else 4)
        shown = self.shown(owner)
        if shown.get("status", "available") != "available":
            raise Refused(400, f"version {owner.key!r} is not available but {shown['status']}")
        return owner

    def _check_request(self, owner: Record, given: Any, where: str = "") -> None:
        """Compare the input of a request with the fields of its model or pipeline; without declared fields, any will do."""
        model = self.engine.store.require(owner.path[:4]).data
        if model.get("input_type") == "plain":
            if not isinstance(given, str):
                raise Refused(400, f"{where}the input is plain: send text")
            return
        if not is_object(given):
            raise Refused(400, f"{where}the input is structured: send an object of fields")
        fields: Mapping[str, str] = {field["name"]: field["data_type"] for field in model.get("input_fields", [])}
        if not fields:
            return
        for name, kind in fields.items():
            if name not in given:
                raise Refused(400, f"{where}the field {name!r} is missing")
            if not _fits(kind, given[name]):
                raise Refused(400, f"{where}the field {name!r} must be {kind}")
        if unknown := sorted(given.keys() - fields.keys()):
            raise Refused(400, f"{where}unknown field {unknown[0]!r}")

    def _show_request_batch(self, record: Record) -> dict[str, Any]:
        job: Job | None = record.extra.get("job")
        if job is None:
            job = self.engine.jobs.get(record.key) or self.engine.jobs.start("", record.key, {})
            record.extra["job"] = job
        state = self.engine.jobs.state(job)
        shown: dict[str, Any] = {
            "id": job.id,
            "status": _STATUS[state],
            "success": state == "done",
            "time_created": iso(job.created),
            "time_last_updated": iso(self.engine.jobs.changed(job)),
            "request_data": job.given,
            "result": job.result if state == "done" else None,
            "error_message": job.error if state == "failed" else None,
        }
        if record.path[2] == "pipelines":
            over = state in {"done", "failed"}
            shown["model_requests"] = self._model_requests(record.path[:4], shown, record) if over else []
        return shown

    def _model_requests(self, pipeline: Path, outcome: Mapping[str, Any], record: Record | None) -> list[dict[str, Any]]:
        """What a pipeline's request became in each of its models; their ids stay the same however often it is looked at."""
        kept: dict[str, str] = record.extra.setdefault("ids", {}) if record is not None else {}
        made: list[dict[str, Any]] = []
        for part in self._objects(pipeline):
            if part.data["reference_type"] == "model":
                identifier = kept.setdefault(part.key, self.engine.identifiers.uuid())
                made.append({**outcome, "id": identifier, "request_id": identifier, "pipeline_object": part.key})
        return made

    @answers("batch_model_requests_batch_collect", "batch_pipeline_requests_batch_collect")
    def _collect(self, call: Call) -> Any:
        asked = self._asked(call)
        found = sorted(asked, key=lambda record: record.key)
        # Never in the order of the question, which callers must not rely on.
        return [self.shown(record) for record in (found if found != asked else reversed(found))]

    @answers("batch_model_requests_batch_delete", "batch_pipeline_requests_batch_delete")
    def _delete_many(self, call: Call) -> Any:
        for record in self._asked(call):
            self.engine.store.delete(record.path)
        return {}

    def _asked(self, call: Call) -> list[Record]:
        """The requests that a call names, each once; all of them, or none."""
        self.engine.resources.check_parents(call)
        place = path_of(call.operation, call.path)[:-1]
        check_batch(call, "data", 250 if place[2] == "models" else 100)
        segments = (*(segment for segment in call.operation.segments[:-1]), "request-batch", None)
        return [self.engine.resources.named(segments, (*place, "request-batch", str(one))) for one in dict.fromkeys(call.body)]

    @answers("batch_model_requests_list", "batch_pipeline_requests_list")
    def _list_requests(self, call: Call) -> Any:
        self.engine.resources.check_parents(call)
        place = path_of(call.operation, call.path)
        records: Iterable[Record] = self.engine.store.newest_first(place)
        if call.query.get("sort") == "asc":
            records = self.engine.store.list(place)
        shown: Iterable[dict[str, Any]] = map(self.shown, records)
        wanted = {name: call.query[name] for name in ("status", "success") if name in call.query}
        if wanted:
            shown = (one for one in shown if all(one[name] == value for name, value in wanted.items()))
        offset, limit = call.query.get("offset", 0), call.query.get("limit", 50)
        if offset < 0 or limit < 0:
            raise Refused(400, "limit and offset cannot be negative")
        return list(itertools.islice(shown, offset, offset + limit))

    @answers("model_requests_create")
    def _request(self, call: Call) -> Any:
        self._check_timeouts(call)
        owner = self._owner(call)
        self._check_request(owner, call.body)
        return {"request_id": self.engine.identifiers.uuid(), **self._outcome(call)}

    @answers("pipelines_request")
    def _pipeline_request(self, call: Call) -> Any:
        self._check_timeouts(call)
        owner = self._owner(call)
        self._check_request(owner, call.body)
        outcome = {"request_data": call.body, **self._outcome(call)}
        requests = self._model_requests(owner.path, outcome, None)
        return {
            "project": owner.path[1],
            "pipeline": owner.key,
            "pipeline_request_id": self.engine.identifiers.uuid(),
            "model_requests": requests,
        }

    def _outcome(self, call: Call) -> dict[str, Any]:
        try:
            result = self.engine.jobs.run(call.operation.id, call.body)
        except JobFailure as failure:
            return {"success": False, "result": None, "error_message": str(failure)}
        return {"success": True, "result": result, "error_message": None}

    def _check_timeouts(self, call: Call) -> None:
        for name, most in (("timeout", 3600), ("model_timeout", 3600), ("pipeline_timeout", 7200)):
            if call.query.get(name, 1) > most or call.query.get(name, 1) < 0:
                raise Refused(400, f"{name} is at most {most} seconds")

    # Files

    @answers("model_versions_file_upload")
    def _upload(self, call: Call) -> Any:
        record = self.engine.resources.item(call, 6)
        part = call.parts["file"]
        record.extra.update(file=part.content, filename=part.filename, uploaded=self.engine.clock.now())
        record.data["file_last_updated"] = self.engine.clock.text()
        return {"success": True}

    @answers("model_versions_file_download")
    def _download(self, call: Call) -> Answer:
        self.engine.resources.check_parents(call)
        record = self.engine.resources.item(call, 6)
        if record.extra.get("file") is None:
            raise Refused(404, f"version {record.key!r} has no file")
        return _file(record.extra["file"], record.extra.get("filename") or f"{record.path[3]}-{record.key}.zip")

    @answers("blobs_create")
    def _store_blob(self, call: Call) -> Any:
        self.engine.resources.check_parents(call)
        part, now = call.parts["file"], self.engine.clock.now()
        identifier = self.engine.identifiers.uuid()
        data: dict[str, Any] = {
            "id": identifier,
            "creation_date": iso(now),
            "filename": part.filename or "file",
            "size": len(part.content),
            "ttl": call.header.get("blob-ttl", 259_200),
        }
        place = ("projects", call.path["project_name"], "blobs", identifier)
        return self.engine.store.create(place, data, file=part.content, time=now).data

    def _new_blobs(self, record: Record, named: bool) -> None:
        record.data.update(filename="file", size=0, ttl=259_200)
        record.extra.update(file=b"", time=self.engine.clock.now())

    @answers("blobs_get", "blobs_delete")
    def _blob(self, call: Call) -> Answer:
        self._expire(call.path["project_name"])
        if call.method == "DELETE":
            return call.default()
        self.engine.resources.check_parents(call)
        record = self.engine.resources.item(call)
        return _file(record.extra["file"], record.data["filename"])

    @answers("blobs_list")
    def _list_blobs(self, call: Call) -> Any:
        self.engine.resources.check_parents(call)
        self._expire(call.path["project_name"])
        count = call.query.get("range", -50)
        start = call.query.get("creation_date")
        time = None if start is None else parse_time(start)
        if start is not None and time is None:
            raise Refused(400, f"creation_date must be YYYY-MM-DD hh:mm:ss, is {start!r}")
        records = self.engine.store.list(("projects", call.path["project_name"], "blobs"))
        if count < 0:
            older = [one for one in records if time is None or one.extra["time"] <= time]
            return [one.data for one in older[::-1][:-count]]
        return [one.data for one in records if time is None or one.extra["time"] >= time][:count]

    def _expire(self, project: str) -> None:
        now = self.engine.clock.now()
        for record in self.engine.store.list(("projects", project, "blobs")):
            if now > record.extra["time"] + record.data["ttl"]:
                self.engine.store.delete(record.path)

    # Logs, metrics, usage

    def _lines(self, project: str) -> list[tuple[float, str, dict[str, Any]]]:
        return self._logs.setdefault(project, [])

    @property
    def _logs(self) -> dict[str, list[tuple[float, str, dict[str, Any]]]]:
        logs: dict[str, list[tuple[float, str, dict[str, Any]]]] = self.__dict__.setdefault("logs", {})
        return logs

    @answers("projects_log_list")
    def _read_log(self, call: Call) -> Any:
        self.engine.resources.check_parents(call)
        filters, span, limit = call.body["filters"], call.body.get("date_range", -21_600), call.body.get("limit", 50)
        for name, needed in (("model_version", "model_name"), ("pipeline_object_name", "pipeline_name")):
            if name in filters and needed not in filters:
                raise Refused(400, f"the filter {name} needs {needed}")
        if limit < 1:
            raise Refused(400, "limit is at least 1")
        lines = sorted(self._lines(call.path["project_name"]), key=lambda line: line[:2])
        time, mark = self._start(call.body, lines)
        if span < 0:
            window = [line for line in lines if time + span <= line[0] and (line[:2] <= (time, mark) if mark else line[0] <= time)][::-1]
        else:
            window = [line for line in lines if line[0] <= time + span and (line[:2] >= (time, mark) if mark else line[0] >= time)]
        fitting = (line for _, _, line in window if all(line.get(name) == value for name, value in filters.items()))
        return list(itertools.islice(fitting, limit))

    def _start(self, body: Mapping[str, Any], lines: list[tuple[float, str, dict[str, Any]]]) -> tuple[float, str]:
        """Where a window begins: the time and, for a line that is named, its id."""
        if "id" in body:
            found = next((line for line in lines if line[1] == body["id"]), None)
            if found is None:
                raise Refused(400, f"there is no log line {body['id']}")
            return found[0], found[1]
        if "date" not in body:
            return self.engine.clock.now(), ""
        time = parse_time(body["date"])
        if time is None:
            raise Refused(400, f"date is no ISO 8601 date and time: {body['date']!r}")
        return time, ""

    @answers("metrics_get")
    def _metrics(self, call: Call) -> Any:
        self.engine.resources.check_parents(call)
        start, end = parse_time(call.query["start_time"]), parse_time(call.query["end_time"])
        if start is None or end is None:
            raise Refused(400, "start_time and end_time are ISO 8601 dates and times")
        step = _INTERVALS[call.query.get("interval", "hour")]
        if (end - start) / step > 10_000:
            raise Refused(400, "the period has more than 10000 intervals")
        bounds = [start + index * step for index in range(max(int((end - start) / step), 0))]
        return [{"start_time": iso(bound), "end_time": iso(bound + step), "value": 0.0} for bound in bounds]

    @answers("projects_resource_usage")
    def _usage(self, call: Call) -> Any:
        return self._counts([self.engine.resources.item(call, 2)])

    @answers("organizations_resource_usage")
    def _organization_usage(self, call: Call) -> Any:
        organization = self.engine.resources.item(call, 2)
        projects = [one for one in self.engine.store.list("/projects") if one.data["organization_name"] == organization.key]
        users = len(self.engine.store.list((*organization.path, "users")))
        return {"projects": len(projects), "users": users, **self._counts(projects)}

    def _counts(self, projects: list[Record]) -> dict[str, int]:
        size = self.engine.store.list
        counts = {kind: sum(len(size((*project.path, kind))) for project in projects) for kind in ("models", "connectors", "pipelines")}
        models = (model for project in projects for model in size((*project.path, "models")))
        return {**counts, "versions": sum(len(size((*model.path, "versions"))) for model in models)}

    @answers("service_status")
    def _status(self, call: Call) -> Any:
        return {"status": "ok"}

    @answers("permissions_list")
    def _permissions(self, call: Call) -> Any:
        kinds = ("models", "versions", "connectors", "credentials", "pipelines")
        return [{"name": f"{kind}.{verb}"} for kind in kinds for verb in ("list", "get", "create", "update", "delete")]


def _kind(path: Path) -> str:
    """The collection that a record is in, as part of a method's name."""
    return "".join(path[-2:-1]).replace("-", "_") or "".join(path)


def _fits(kind: str, value: Any) -> bool:
    """Whether a value has the data type of a field."""
    if kind.startswith("array_"):
        return is_array(value) and all(_fits(kind.removeprefix("array_"), one) for one in value)
    return _DATA_TYPES[kind](value)


def _file(content: bytes, name: str) -> Answer:
    safe = name.replace("\\", "").replace('"', "").replace("\r", "").replace("\n", "")
    plain = safe.encode("ascii", "ignore").decode() or "file"
    extended = "".join(chr(byte) if chr(byte).isalnum() and byte < 128 or chr(byte) in "-._~" else f"%{byte:02X}" for byte in safe.encode())
    return Answer(content, headers={"content-disposition": f"attachment; filename=\"{plain}\"; filename*=UTF-8''{extended}"})
