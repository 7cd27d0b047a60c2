"""Files of workspaces: kept in memory by name; a name may not leave the workspace."""

from __future__ import annotations

from typing import Any

from ..base_behaviour import Behaviour, answers
from ..exchange import Answer, Call, Refused


class WorkspaceFiles(Behaviour):
    """The operations on files.

    Attributes:
        files: the content of each file, by organization and workspace, then by name.
    """

    def __init__(self, engine: Any) -> None:
        super().__init__(engine)
        self.files: dict[tuple[str, str], dict[str, bytes]] = {}

    def files_of(self, organization_id: str, workspace_id: str) -> dict[str, bytes]:
        """The files of a workspace by name; tests may change them."""
        return self.files.setdefault((organization_id, workspace_id), {})

    def _files(self, call: Call) -> dict[str, bytes]:
        self.engine.resources.item(call, 4)
        return self.files_of(call.path["organization_id"], call.path["workspace_id"])

    def _name(self, call: Call) -> str:
        """The name of a file that must be there."""
        name: str = call.query["file_name"]
        if name not in self._files(call):
            if self.engine.resources.autocreate:
                self._files(call)[name] = b""
                return name
            raise Refused(404, f"the workspace has no file {name!r}")
        return name

    @answers("upload_workspace_file")
    def upload(self, call: Call) -> Answer:
        """Store a file."""
        files = self._files(call)
        part = call.parts["file"]
        destination = str(call.body.get("destination") or "")
        name = destination + (part.filename or "file") if destination.endswith("/") or not destination else destination
        if name.startswith("/") or ".." in name.split("/"):
            raise Refused(400, f"{name!r} is not a path in the workspace")
        if name in files and call.body.get("overwrite") not in (True, "true"):
            raise Refused(400, f"the file {name!r} exists already")
        files[name] = part.content
        return Answer({"fileName": name})

    @answers("find_all_workspace_files")
    def listed(self, call: Call) -> list[dict[str, str]]:
        """All files, by name."""
        return [{"fileName": name} for name in sorted(self._files(call))]

    @answers("download_workspace_file")
    def download(self, call: Call) -> Answer:
        """A file's content."""
        name = self._name(call)
        return Answer(self._files(call)[name], headers={"content-disposition": f'attachment; filename="{name.rpartition("/")[2]}"'})

    @answers("delete_workspace_file")
    def delete_one(self, call: Call) -> Answer:
        """Delete a file."""
        del self._files(call)[self._name(call)]
        return Answer()

    @answers("delete_all_workspace_files")
    def delete_all(self, call: Call) -> Answer:
        """Delete all files."""
        self._files(call).clear()
        return Answer()
