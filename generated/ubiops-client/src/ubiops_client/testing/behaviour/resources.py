"""What becomes of UbiOps resources when they are created, looked at and deleted.

Each kind of resource has a method `_new_KIND`, and `_show_KIND` where there is something to say. This module must never know requests or files.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from ..base_behaviour import Behaviour as Base
from ..exchange import Refused
from ..jobs.jobs import JobFailure
from ..resources.storage import Path, Record

_BLOB_CONNECTORS = {"aws_s3", "gcp_cloud_storage", "azure_blob_storage", "google_cloud_storage"}
_SECRET = re.compile(r"(?i)secret|password|_key|token")
_DEFAULT_ROLES = ("project-admin", "project-editor", "project-viewer")


class Resources(Base):
    """UbiOps resources.

    Attributes:
        build_seconds: how long a version builds after an upload; read when a version is shown.
        verification_seconds: how long connectors and credentials stay unverified.
        build: called with the uploaded file when a build is over; raises `JobFailure` to let it fail.
    """

    build_seconds: float = 0.05
    verification_seconds: float = 0.05

    @staticmethod
    def build(content: bytes) -> None:
        """Every file builds, unless a test puts another function here."""

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
            place = (*record.path, "roles", role)
            # A project that was only named so far has its roles already when a request creates it.
            if self.engine.store.get(place) is None:
                self.engine.store.create(place, {"id": self.engine.identifiers.uuid(), "name": role, "default": True, "permissions": []})

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
            record.extra["stands_for_any"] = True
            return
        if (data["reference_type"] == "model") != bool(data.get("version")):
            raise Refused(400, "a version is given for a model, and only for a model")
        place = self._reference(record)
        resources = self.engine.resources
        target = self.engine.store.get(place)
        if target is None:
            if not resources.autocreate:
                raise Refused(404, f"{data['reference_type']} {'/'.join(place[3:])!r} does not exist")
            target = resources.named(self._segments(place), place)
        source = self.engine.store.require(place[:4])
        record.extra["stands_for_any"] = bool(source.extra.get("named"))
        data.update(
            {name: source.data[name] for name in ("input_type", "output_type", "input_fields", "output_fields") if name in source.data}
        )

    def _new_service_users(self, record: Record, named: bool) -> None:
        data = record.data
        project = re.sub(r"[^A-Za-z0-9]", "", record.path[1])
        data["email"] = f"{data['id']}.{project or 'project'}@serviceuser.example.com"
        data["token"] = self._fresh_token(None)

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

    def _check_fields(self, data: dict[str, Any], side: str) -> None:
        fields = data.setdefault(f"{side}_fields", [])
        names = [field["name"] for field in fields]
        if fields and data.get(f"{side}_type") == "plain":
            raise Refused(400, f"{side}_type is plain: it takes no {side}_fields")
        if len(set(names)) < len(names):
            raise Refused(400, f"the names of {side}_fields must be unique")

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

    def _fresh_token(self, old: str | None) -> str:
        token = self.engine.identifiers.hexadecimal(40)
        if self.engine.accepted is not None:
            self.engine.accepted.discard(f"Token {old}")
            self.engine.accepted.add(f"Token {token}")
        return token

    def _attachments(self, pipeline: Path) -> Iterable[Record]:
        names = ["pipeline_start", *(part.key for part in self._objects(pipeline))]
        return [one for name in names for one in self.engine.store.list((*pipeline, "objects", name, "attachments"))]

    @staticmethod
    def _segments(place: Path) -> tuple[str | None, ...]:
        """The shape of the path of a record: collection, key, collection, key, ..."""
        return tuple(None if index % 2 else segment for index, segment in enumerate(place))


def _kind(path: Path) -> str:
    """The collection that a record is in, as part of a method's name."""
    return "".join(path[-2:-1]).replace("-", "_") or "".join(path)
