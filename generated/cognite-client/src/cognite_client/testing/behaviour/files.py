"""Files: metadata, and content that goes to and comes from addresses outside the API. This module must never know the other families."""

from __future__ import annotations

from typing import Any

from ..base_behaviour import answers, serves
from ..exchange import Answer, Call, Refused
from .errors import refused
from .resources import Item, Place, Resources

FILES = ("files",)
_UPLOAD, _DOWNLOAD = "/upload/", "/download/"


class Files(Resources):
    """Files.

    Attributes:
        contents: what was uploaded, by the id of the file.
    """

    def __init__(self, engine: Any) -> None:
        super().__init__(engine)
        self.contents: dict[int, bytes] = {}

    def made(self, place: Place, item: Item) -> Item:
        """A new resource; a file has no content yet, unless it was only named."""
        made = super().made(place, item)
        if place == FILES:
            made.setdefault("name", str(made.get("externalId", made["id"])))
            made.setdefault("uploaded", made["id"] in self.contents)
        return made

    @answers("files_create")
    def _create_file(self, call: Call) -> Answer:
        place = self.place(call, action=False)
        name = call.body.get("externalId")
        if name is not None and self.taken(place, name):
            if not call.query.get("overwrite"):
                raise refused(409, f"the file {name} exists already", duplicated=[{"externalId": name}])
            file = self.family(place)[self.find(place, {"externalId": name})]
            file.update(call.body)
        else:
            file = self.made(place, dict(call.body))
        return Answer({**file, "uploadUrl": f"{call.base_url}{_UPLOAD}{file['id']}"})

    @answers("files_download_links")
    def _links(self, call: Call) -> Answer:
        items = self.given(call)
        keys = self.keys_of(FILES, items)
        for key in keys:
            if self.autocreate:
                self.contents.setdefault(key, b"content")
            if key not in self.contents:
                raise refused(400, f"the file {key} has no content yet")
        links = [f"{call.base_url}{_DOWNLOAD}{key}" for key in keys]
        return Answer({"items": [{**item, "downloadUrl": link} for item, link in zip(items, links, strict=True)]})

    @serves("PUT", f"{_UPLOAD}*")
    def _upload(self, call: Call) -> Answer:
        file = self._outside(call, _UPLOAD)
        self.contents[file["id"]] = call.content
        file.update(uploaded=True, uploadedTime=self.now())
        return Answer()

    @serves("GET", f"{_DOWNLOAD}*")
    def _download(self, call: Call) -> Answer:
        return Answer(self.contents[self._outside(call, _DOWNLOAD)["id"]], status=200)

    def _outside(self, call: Call, prefix: str) -> Item:
        key = call.raw_path.removeprefix(prefix)
        file = self.family(FILES).get(int(key)) if key.isdecimal() else None
        if file is None:
            raise Refused(404, "there is no such file")
        return file
