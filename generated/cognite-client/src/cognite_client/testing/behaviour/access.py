"""Who the caller is, and who may do what: login, service accounts, API keys, groups. This module must never know assets and the like."""

from __future__ import annotations

from typing import Any

from ..base_behaviour import answers
from ..exchange import Answer, Call
from .resources import Item, Place, Resources

ACCOUNTS, KEYS, GROUPS = ("serviceaccounts",), ("apikeys",), ("groups",)


class Access(Resources):
    """Login and IAM."""

    @answers("login_status")
    def _status(self, call: Call) -> Answer:
        return Answer({"data": {"user": "tester", "loggedIn": True, "project": self.project, "projectId": 1, "apiKeyId": 7}})

    @answers("iam_api_keys_create")
    def _create_keys(self, call: Call) -> Answer:
        accounts = self.keys_of(ACCOUNTS, [item["serviceAccountId"] for item in self.given(call)])
        made = [self.made(KEYS, {"serviceAccountId": account, "status": "ACTIVE"}) for account in accounts]
        return Answer({"items": [{**key, "value": f"key-{key['id']}"} for key in made]})

    @answers("iam_api_keys_list")
    def _list_keys(self, call: Call) -> Answer:
        """Deleted keys are kept, and shown on request."""
        shown = [key for key in self.family(KEYS).values() if call.query.get("includeDeleted") or key.get("status") != "DELETED"]
        account = call.query.get("serviceAccountId")
        return Answer({"items": [key for key in shown if account in (None, key.get("serviceAccountId"))]})

    @answers("iam_api_keys_delete")
    def _delete_keys(self, call: Call) -> Answer:
        for key in self.keys_of(KEYS, self.given(call)):
            self.family(KEYS)[key]["status"] = "DELETED"
        return Answer({})

    def remove(self, place: Place, key: Any) -> None:
        """Drop a resource; a service account with its API keys."""
        super().remove(place, key)
        if place == ACCOUNTS:
            for held in self.family(KEYS).values():
                if held.get("serviceAccountId") == key:
                    held["status"] = "DELETED"

    def _group(self, call: Call) -> int:
        return int(self.keys_of(GROUPS, [call.path["groupId"]])[0])

    @answers("iam_groups_list_service_accounts")
    def _members(self, call: Call) -> Answer:
        group = self._group(call)
        return Answer({"items": [account for account in self.family(ACCOUNTS).values() if group in account.get("groups", ())]})

    @answers("iam_groups_add_service_account", "iam_groups_remove_service_account")
    def _change_members(self, call: Call) -> Answer:
        group = self._group(call)
        for key in self.keys_of(ACCOUNTS, self.given(call)):
            account: Item = self.family(ACCOUNTS)[key]
            held = set(account.get("groups", ()))
            account["groups"] = sorted(held - {group} if call.raw_path.endswith("/remove") else held | {group})
        return Answer({})
