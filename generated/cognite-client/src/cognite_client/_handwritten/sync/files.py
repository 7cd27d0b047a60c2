"""The content of files: announced to the API, then put or fetched where the API says, which is outside of it."""

from __future__ import annotations

import builtins
from collections.abc import Mapping, Sequence
from os import PathLike
from pathlib import Path
from typing import IO, Any

from ..._resources.rules import Wrapped, is_single, wrapped
from ..._runtime.codec.json_pointer import pick
from ..._runtime.concurrency.sync.primitives import run_blocking
from ..._runtime.declarations.errors import ConnectFailed, InvalidArgument, InvalidArgumentType, TransferError
from ..._runtime.declarations.json_types import is_mapping
from ..._runtime.declarations.options import NO_OPTIONS, RequestOptions
from ..._runtime.jobs.progress import Watcher
from ...data_classes.files import FileMetadata, FileMetadataList, GeoLocation
from ...data_classes.labels import Label
from ...operations import files as ops
from ...sync import files as generated
from ..failures import CogniteAPIError
from ..file_names import content_of, files_below, kind_of, media_type_of_file, places, readable
from ..settings import ClientConfig
from .outside import Outside
from .parts import Parted

LINKS = 3
"""How many download links are asked for, for one file: they expire after 30 seconds."""
EXPIRED = (401, 403, 410)


class FilesAPI(Parted, generated.FilesAPI):
    __doc__ = generated.FilesAPI.__doc__

    def upload(
        self,
        path: str | PathLike[str],
        external_id: str | None = None,
        name: str | None = None,
        source: str | None = None,
        mime_type: str | None = None,
        metadata: Mapping[str, str] | None = None,
        directory: str | None = None,
        asset_ids: Sequence[int] | None = None,
        source_created_time: int | None = None,
        source_modified_time: int | None = None,
        data_set_id: int | None = None,
        labels: Sequence[Label | str] | None = None,
        geo_location: GeoLocation | None = None,
        security_categories: Sequence[int] | None = None,
        recursive: bool = False,
        overwrite: bool = False,
        *,
        progress: Watcher = None,
        options: RequestOptions | None = None,
    ) -> FileMetadata | FileMetadataList:
        """Upload a file, or all files of a folder, several at once.

        The metadata of each file is sent to the API, and its content to the URL that the API returns. Files are read while they are sent.

        Args:
            path: The file, or the folder.
            external_id: Id given by the project; for one file only.
            name: Name of the file; its name on the disk when not given. For one file only.
            source: Where the data comes from. At most 128 characters.
            mime_type: Media type of the content; when not given, what the API says, else what the name says, is the type of the content that is put.
            metadata: Free texts by name.
            directory: Folder that the file was in: an absolute path with forward slashes.
            asset_ids: Assets that the file is tied to.
            source_created_time: When the file was created where it comes from, in milliseconds since 1970.
            source_modified_time: When the file was last changed where it comes from, in milliseconds since 1970.
            data_set_id: Data set that the file belongs to.
            labels: Labels on the file.
            geo_location: Geographic location of what the file is about.
            security_categories: Security categories that a caller must be a member of to see the file.
            recursive: Also the files in the folders below the folder.
            overwrite: Replace the file that has this external id, if there is one, instead of refusing the request.
            progress: True: a progress bar (needs the extra `progress`). A function: called with the bytes that were moved, and the total,
                or, of several files, with the number of files that are done and of all files.
            options: Settings for each request. Headers go to the API only.

        Returns:
            the metadata of the file; for a folder, those of its files by the order of their paths

        Raises:
            ValueError: there is no such file or folder, or an external id or a name was given for several files; nothing was sent.
            CogniteAPIError: a file was refused; for a folder, `successful`, `failed` and `unknown` hold paths.
        """
        about = FileMetadata(
            external_id=external_id,
            name=name,
            source=source,
            mime_type=mime_type,
            metadata=_mapping("metadata", metadata),
            directory=directory,
            asset_ids=_list("asset_ids", asset_ids),
            data_set_id=data_set_id,
            labels=_list("labels", labels),
            geo_location=geo_location,
            source_created_time=source_created_time,
            source_modified_time=source_modified_time,
            security_categories=_list("security_categories", security_categories),
        )
        if run_blocking(kind_of, path) == "file":
            run_blocking(readable, Path(path))
            about.name = name or Path(path).name
            return self._upload(about, Path(path), overwrite, options, progress)
        paths = run_blocking(lambda: files_below(path, recursive=recursive))
        if len(paths) > 1 and (external_id is not None or name is not None):
            raise InvalidArgument("One external_id or name is for one file, and the folder holds several. Nothing was sent.")

        def one(file: Path) -> FileMetadata:
            run_blocking(readable, file)
            values = {field: value for field, value in about.named().items() if field != "name"}
            return self._upload(FileMetadata(**values, name=name or file.name), file, overwrite, options)

        watcher, options = self._watched(options, progress)
        return FileMetadataList.of(self._each(one, [([str(file)], file) for file in paths], watcher), self._client)

    def upload_bytes(
        self,
        content: str | bytes | IO[str] | IO[bytes],
        name: str,
        external_id: str | None = None,
        source: str | None = None,
        mime_type: str | None = None,
        metadata: Mapping[str, str] | None = None,
        directory: str | None = None,
        asset_ids: Sequence[int] | None = None,
        data_set_id: int | None = None,
        labels: Sequence[Label | str] | None = None,
        geo_location: GeoLocation | None = None,
        source_created_time: int | None = None,
        source_modified_time: int | None = None,
        security_categories: Sequence[int] | None = None,
        overwrite: bool = False,
        *,
        progress: Watcher = None,
        options: RequestOptions | None = None,
    ) -> FileMetadata:
        """Upload text, bytes, or what an open file holds.

        Args:
            content: The content, of an open file from where it stands. Text is sent in UTF-8, whatever the encoding of its file; bytes are read while
                they are sent.
            name: Name of the file. At most 256 characters.
            external_id: Id given by the project.
            source: Where the data comes from. At most 128 characters.
            mime_type: Media type of the content; when not given, what the API says, else what the name says, is the type of the content that is put.
            metadata: Free texts by name.
            directory: Folder that the file was in: an absolute path with forward slashes.
            asset_ids: Assets that the file is tied to.
            data_set_id: Data set that the file belongs to.
            labels: Labels on the file.
            geo_location: Geographic location of what the file is about.
            source_created_time: When the file was created where it comes from, in milliseconds since 1970.
            source_modified_time: When the file was last changed where it comes from, in milliseconds since 1970.
            security_categories: Security categories that a caller must be a member of to see the file.
            overwrite: Replace the file that has this external id, if there is one, instead of refusing the request.
            progress: True: a progress bar (needs the extra `progress`). A function: called with the bytes that were moved, and the
                total (None: not known).
            options: Settings for each request. Headers go to the API only.

        Returns:
            the metadata of the file

        Raises:
            ValueError: the content cannot be read; nothing was sent.
            CogniteAPIError: the API refused the file, or its content was refused where the API says.
        """
        about = FileMetadata(
            external_id=external_id,
            name=name,
            source=source,
            mime_type=mime_type,
            metadata=_mapping("metadata", metadata),
            directory=directory,
            asset_ids=_list("asset_ids", asset_ids),
            data_set_id=data_set_id,
            labels=_list("labels", labels),
            geo_location=geo_location,
            source_created_time=source_created_time,
            source_modified_time=source_modified_time,
            security_categories=_list("security_categories", security_categories),
        )
        sent = run_blocking(content_of, content)
        try:
            return self._upload(about, sent, overwrite, options, progress)
        finally:
            if sent is not content and not isinstance(sent, bytes):
                run_blocking(sent.close)

    def download(
        self,
        directory: str | PathLike[str],
        id: int | Sequence[int] | None = None,
        external_id: str | Sequence[str] | None = None,
        *,
        progress: Watcher = None,
        options: RequestOptions | None = None,
    ) -> None:
        """Download files into a folder, several at once; files are streamed, and appear under their names only when they are complete.

        A file gets the name in its metadata, without folders. If two have the same name, the id is added to the name of the second one.
        Existing files are replaced.

        Args:
            directory: The folder; made when it is not there.
            id: Ids given by the server.
            external_id: Ids given by the project.
            progress: True: a progress bar (needs the extra `progress`). A function: called with the bytes that were moved, and the total,
                or, of several files, with the number of files that are done and of all files.
            options: Settings for each request. Headers go to the API only.

        Raises:
            ValueError: no file was named; nothing was sent.
            CogniteNotFoundError: there is no such file; nothing was downloaded.
            CogniteAPIError: a download was refused; `successful`, `failed` and `unknown` hold ids.
            TransferError: a file did not arrive whole, or cannot be written.
        """
        given = wrapped(id=id, externalId=external_id)
        if given is None:
            raise InvalidArgument("download: give id or external_id. Nothing was sent.")
        folder = Path(directory).expanduser()
        try:
            run_blocking(lambda: folder.mkdir(parents=True, exist_ok=True))
        except OSError as error:
            raise TransferError(f"The folder {str(folder)!r} cannot be made: {error.strerror}. Nothing was sent.") from None
        watcher, options = self._watched(options, progress)
        found: FileMetadataList = self._retrieve_multiple(FileMetadataList, ops.FILES_RETRIEVE, body={"items": given}, options=options)
        if len(found) != len(given):
            raise TransferError(f"The API returned {len(found)} files, but {len(given)} were requested; nothing was downloaded.")
        files = _assigned(given, found)
        targets = places(folder, [(file.name, file.id) for file in files])

        alone = len(targets) == 1

        def one(place: tuple[Any, Path]) -> None:
            self._save(*place, options, watcher if alone else None)

        named = zip(given.inputs, zip(given, targets, strict=True), strict=True)
        self._each(one, [([asked], place) for asked, place in named], None if alone else watcher)

    def download_to_path(
        self,
        path: str | PathLike[str],
        id: int | None = None,
        external_id: str | None = None,
        *,
        progress: Watcher = None,
        options: RequestOptions | None = None,
    ) -> None:
        """Download a file to a path; it is streamed, and appears under its name only when it is complete. An existing file is replaced.

        Args:
            path: Where to put the file; `~` is the caller's home.
            id: Id given by the server.
            external_id: Id given by the project.
            progress: True: a progress bar (needs the extra `progress`). A function: called with the bytes that were moved, and the
                total (None: not known).
            options: Settings for each request. Headers go to the API only.

        Raises:
            ValueError: not exactly one id was given; nothing was sent.
            CogniteNotFoundError: there is no such file.
            CogniteAPIError: the download was refused.
            TransferError: there is no such folder, or the file did not arrive whole.
        """
        self._save(_one(id, external_id)[0], Path(path).expanduser(), options, progress)

    def download_bytes(self, id: int | None = None, external_id: str | None = None, *, options: RequestOptions | None = None) -> bytes:
        """The content of a file, in memory.

        Args:
            id: Id given by the server.
            external_id: Id given by the project.
            options: Settings for each request. Headers go to the API only.

        Raises:
            ValueError: not exactly one id was given; nothing was sent.
            CogniteNotFoundError: there is no such file.
            CogniteAPIError: the download was refused.
        """
        identifier = _one(id, external_id)[0]
        for last in (*[False] * (LINKS - 1), True):
            url = self._link(identifier, options)
            try:
                return self._outside(options).get(url)
            except CogniteAPIError as error:
                if last or error.status not in EXPIRED:
                    raise
        raise AssertionError("unreachable: the last link gives the content or an error")

    def _upload(
        self, about: FileMetadata, content: Any, overwrite: bool, options: RequestOptions | None, progress: Watcher = None
    ) -> FileMetadata:
        watcher, options = self._watched(options, progress)
        stored, url = self.create(about, overwrite, options=options)
        made = f"The file {stored.name or about.name!r} was created (id {stored.id}), and no content was uploaded."
        if not isinstance(url, str):  # pyright: ignore[reportUnnecessaryIsInstance] - the answer may not be what the spec says
            raise TransferError(f"The API gave no upload address. {made}")
        try:
            self._outside(options, watcher).put(url, content, media_type_of_file(about, stored, content))
        except (TransferError, InvalidArgument, InvalidArgumentType, ConnectFailed) as error:
            raise TransferError(f"{error.message.replace(' Nothing was sent.', '')} {made}") from error
        except Exception as error:
            error.add_note(f"The file {stored.name!r} (id {stored.id}) was created, but its content was not uploaded.")
            raise
        return stored

    def _save(self, identifier: Mapping[str, Any], path: Path, options: RequestOptions | None, progress: Watcher = None) -> None:
        watcher, options = self._watched(options, progress)
        for last in (*[False] * (LINKS - 1), True):
            url = self._link(identifier, options)
            try:
                self._outside(options, watcher).save(url, path)
            except CogniteAPIError as error:
                # A link that has expired; what has arrived by it is kept and completed by the next one.
                if last or error.status not in EXPIRED:
                    raise
            else:
                return

    def _link(self, identifier: Mapping[str, Any], options: RequestOptions | None) -> str:
        answer = self._call(ops.FILES_DOWNLOAD_LINKS, body={"items": [identifier]}, options=options)
        url = pick(answer, "/items/0/downloadUrl")
        if not isinstance(url, str) or not url:
            raise TransferError(f"The API gave no download address for the file {dict(identifier)}.")
        return url

    def _outside(self, options: RequestOptions | None, progress: Watcher = None) -> Outside:
        config: ClientConfig | None = getattr(self._client, "config", None)
        if progress is not None:
            options = (options or NO_OPTIONS).merged(RequestOptions(progress=progress))
        return Outside(self._client, 600.0 if config is None else config.file_transfer_timeout, options)


def _mapping(name: str, value: Any) -> dict[str, Any] | None:
    if value is not None and not is_mapping(value):
        raise InvalidArgumentType(f"{name} is a mapping of names to text, not of the type {type(value).__name__}. Nothing was sent.")
    return None if value is None else dict(value)


def _list(name: str, values: Any) -> builtins.list[Any] | None:
    if values is not None and is_single(values):
        raise InvalidArgumentType(f"{name} is a list, not {type(values).__name__}. Nothing was sent.")
    return None if values is None else list(values)


def _one(id: int | None, external_id: str | None) -> Wrapped:
    given = wrapped(id=id, externalId=external_id)
    if given is None or not given.single:
        raise InvalidArgument("Give exactly one of id and external_id. Nothing was sent.")
    return given


def _assigned(given: Sequence[Mapping[str, Any]], found: Sequence[FileMetadata]) -> builtins.list[FileMetadata]:
    """The file of each identifier, by what it is called, not by its place in the answer: content must never go under the name of another file."""
    names = {"id": "id", "externalId": "external_id"}
    told = {(key, getattr(file, name, None)): file for file in found for key, name in names.items()}
    files: builtins.list[FileMetadata] = []
    for item, beside in zip(given, found, strict=True):
        ((key, value),) = item.items()
        file = told.get((key, value))
        if file is None and getattr(beside, names[key], value) is None:
            # It does not say what it is called.
            file = beside
        if not isinstance(file, FileMetadata):
            raise TransferError(f"The API returned other files than were requested: {dict(item)} is missing. Nothing was downloaded.")
        files.append(file)
    return files
