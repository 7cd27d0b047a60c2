"""Files of a workspace: listed by prefix, downloaded into folders, uploaded under names; one or many at once."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Mapping
from os import PathLike
from pathlib import Path
from typing import Any, TypeAlias

from ..._runtime.concurrency.aio.primitives import run_blocking
from ..._runtime.declarations.errors import InvalidArgument
from ..._runtime.declarations.options import RequestOptions
from ..._runtime.jobs.progress import Progress, Watcher
from ...aio.client import AsyncApiClient
from ...aio.workspace import AsyncWorkspaceApi
from ...operations.workspace import DOWNLOAD_WORKSPACE_FILE
from ..arguments import listed_paths, with_checked_arguments
from ..failures import NoSuchFiles, TransfersFailed
from ..places import destination, local_path, parts_of, target_folder
from ..values import is_mapping
from .many import CONCURRENCY, AsyncMany

Files: TypeAlias = Mapping[str, str] | Iterable[str | PathLike[str]] | str | PathLike[str]
"""A mapping of paths to destinations, paths, or a folder."""


@with_checked_arguments
async def list_workspace_files(
    api_client: AsyncApiClient, organization_id: str, workspace_id: str, file_prefix: str = "", *, options: RequestOptions | None = None
) -> list[str]:
    """The names of the files of a workspace that begin with a prefix, in the order of the server.

    Args:
        file_prefix: the beginning of the names, such as `data/`; all files when empty.

    Raises:
        NoSuchFiles (a ValueError): there is none.
    """
    files = await AsyncWorkspaceApi(api_client).find_all_workspace_files(organization_id, workspace_id, options=options)
    names = [file.file_name for file in files if file.file_name is not None and file.file_name.startswith(file_prefix)]
    if not names:
        raise NoSuchFiles(f"no file of the workspace {workspace_id} begins with {file_prefix!r}; it has {len(files)} files")
    return names


@with_checked_arguments
async def download_workspace_file(
    api_client: AsyncApiClient,
    organization_id: str,
    workspace_id: str,
    file_name: str,
    target_dir: str | PathLike[str],
    *,
    overwrite: bool = True,
    progress: Watcher = None,
    options: RequestOptions | None = None,
) -> Path:
    """Download a file of a workspace to `target_dir/file_name`; sub-folders are made as the name has them.

    The file is streamed. It appears under its name only when it is complete.

    Args:
        target_dir: a folder; it is made if it does not exist.
        overwrite: True: replace an existing file; False: an existing file is an error.
        progress: called with the bytes received, and the total; True: a progress bar.

    Returns: the path of the file.

    Raises:
        UnsafePath: the name would lead outside of the folder; nothing was sent.
        InvalidArgument (a ValueError): `target_dir` is a file.
        NotFound: the workspace has no such file.
    """
    return await fetch_file(
        api_client,
        organization_id,
        workspace_id,
        file_name,
        target_dir,
        file_name,
        overwrite=overwrite,
        progress=progress,
        options=options,
    )


async def fetch_file(
    api_client: AsyncApiClient,
    organization_id: str,
    workspace_id: str,
    file_name: str,
    target_dir: str | PathLike[str],
    local_name: str,
    *,
    overwrite: bool = True,
    progress: Watcher = None,
    options: RequestOptions | None = None,
) -> Path:
    """Download a file of a workspace to `target_dir/local_name`, as `download_workspace_file` does."""
    parts_of(local_name)
    folder = await run_blocking(target_folder, target_dir)
    target = await run_blocking(_prepared, folder, local_name)
    with Progress(progress, file_name) as shown:
        return await api_client.download(
            DOWNLOAD_WORKSPACE_FILE,
            {"organization_id": organization_id, "workspace_id": workspace_id, "file_name": file_name},
            to=target,
            overwrite=overwrite,
            progress=shown.show,
            options=options,
        )


@with_checked_arguments
async def upload_workspace_file(
    api_client: AsyncApiClient,
    organization_id: str,
    workspace_id: str,
    file_path: str | PathLike[str],
    workspace_path: str,
    overwrite: bool = True,
    *,
    options: RequestOptions | None = None,
) -> str:
    """Upload a file to a workspace. It is streamed, so its size does not matter.

    Args:
        workspace_path: the name in the workspace; when it ends with `/` (or is empty), the file's own name is put behind it. Forward slashes on every
            system, relative to the root of the workspace.
        overwrite: replace a file of that name.

    Returns: the name of the file in the workspace.

    Raises:
        InvalidArgument (a ValueError): the destination is no path in a workspace, or the file is not there; nothing was sent.
        BadRequest: a file of that name exists, and `overwrite` is False.
    """
    name = destination(file_path, workspace_path)
    stored = await AsyncWorkspaceApi(api_client).upload_workspace_file(
        organization_id, workspace_id, Path(file_path), overwrite=overwrite, destination=name, options=options
    )
    return getattr(stored, "file_name", None) or name


@with_checked_arguments
async def download_workspace_files(
    api_client: AsyncApiClient,
    organization_id: str,
    workspace_id: str,
    target_dir: str | PathLike[str],
    *,
    file_prefix: str = "",
    file_names: Iterable[str] | None = None,
    overwrite: bool = True,
    concurrency: int = CONCURRENCY,
    progress: Watcher = None,
    options: RequestOptions | None = None,
) -> dict[str, Path]:
    """Download many files of a workspace at once: those named, or all that begin with a prefix.

    Args:
        progress: called with the files done and the files in all; True: a bar.

    Returns: the path of each file by its name in the workspace.

    Raises:
        NoSuchFiles: no file begins with the prefix.
        UnsafePath: one of the names would lead outside of the folder; nothing was downloaded.
        TransfersFailed: some were not downloaded; it carries the others.
    """
    names = (
        listed_paths("file_names", file_names)
        if file_names is not None
        else await list_workspace_files(api_client, organization_id, workspace_id, file_prefix)
    )
    for name in names:
        parts_of(name)

    async def one(name: str) -> Path:
        return await download_workspace_file(
            api_client, organization_id, workspace_id, name, target_dir, overwrite=overwrite, options=options
        )

    many: AsyncMany[str, Path] = AsyncMany(one, str)
    await many.run(names, concurrency=concurrency, progress=progress, title="downloading")
    return _all("downloaded", many)


@with_checked_arguments
async def upload_workspace_files(
    api_client: AsyncApiClient,
    organization_id: str,
    workspace_id: str,
    files: Files,
    workspace_path: str = "",
    overwrite: bool = True,
    *,
    concurrency: int = CONCURRENCY,
    progress: Watcher = None,
    options: RequestOptions | None = None,
) -> dict[str, str]:
    """Upload many files to a workspace at once.

    Args:
        files: paths, which all go to `workspace_path` (a folder); or a folder, whose files keep their paths below it; or a mapping of paths to destinations.
        progress: called with the files done and the files in all; True: a bar.

    Returns: the name of each file in the workspace by its local path.

    Raises:
        InvalidArgument: `workspace_path` is no folder, or two files would get the same name; nothing was sent.
        TransfersFailed: some were not uploaded; it carries the others.
    """
    pairs = await run_blocking(_pairs, files, workspace_path)

    async def one(pair: tuple[str, str]) -> str:
        return await upload_workspace_file(api_client, organization_id, workspace_id, pair[0], pair[1], overwrite, options=options)

    many: AsyncMany[tuple[str, str], str] = AsyncMany(one, _first)
    await many.run(pairs, concurrency=concurrency, progress=progress, title="uploading")
    return _all("uploaded", many)


def _all(what: str, many: AsyncMany[Any, Any]) -> dict[str, Any]:
    if many.errors:
        raise TransfersFailed(what, many.errors, many.done)
    return many.done


def _first(pair: tuple[str, str]) -> str:
    return pair[0]


def _prepared(folder: Path, name: str) -> Path:
    """Where the file goes, with the folders above it made. Checked again afterwards: a link may have been in the way."""
    target = local_path(folder, name)
    target.parent.mkdir(parents=True, exist_ok=True)
    return local_path(folder, name)


def _pairs(files: Files, workspace_path: str) -> list[tuple[str, str]]:
    """Local paths and destinations."""
    pairs: list[tuple[str, str]]
    if is_mapping(files):
        pairs = [
            (os.fspath(path), destination(path, place))
            for path, place in zip(listed_paths("files", files.keys()), listed_paths("files", files.values()), strict=True)
        ]
    else:
        folder = workspace_path if workspace_path.endswith("/") or not workspace_path else None
        if folder is None:
            raise InvalidArgument(f"{workspace_path!r} must end with a slash: many files go into a folder. Nothing was sent.")
        if isinstance(files, str | PathLike):
            root = Path(files)
            found = sorted(path for path in root.rglob("*") if path.is_file())
            pairs = [(str(path), destination(path, folder + path.relative_to(root).as_posix())) for path in found]
        else:
            pairs = [(os.fspath(path), destination(path, folder)) for path in listed_paths("files", files)]
    twice = sorted(name for name, count in Counter(name for _, name in pairs).items() if count > 1)
    if twice:
        raise InvalidArgument(f"two files would get the same name in the workspace: {', '.join(twice)}. Nothing was sent.")
    return pairs
