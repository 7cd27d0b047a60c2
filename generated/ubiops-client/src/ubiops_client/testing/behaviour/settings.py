"""Changes of UbiOps resources that are more than a merge: credentials, variables, roles, users, tokens.

This module must never know how resources begin or end.
"""

from __future__ import annotations

import re
from typing import Any

from ..base_behaviour import answers
from ..exchange import Answer, Call, Refused
from ..resources.crud import path_of
from .resources import Resources


class Settings(Resources):
    """Operations on settings."""

    @answers("service_users_token")
    def _renew_token(self, call: Call) -> Any:
        record = self.engine.resources.item(call, 4)
        record.data["token"] = self._fresh_token(record.data.get("token"))
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
        if password is not None and not self.engine.resources.autocreate and not all(re.search(pattern, password) for pattern in wanted):
            raise Refused(400, "a password has 8 characters or more, among them upper and lower case, a digit and a symbol")
        return call.default()
