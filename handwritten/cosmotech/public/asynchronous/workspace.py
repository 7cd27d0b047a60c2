"""Files of a workspace, one or many at once. The functions are those of `cosmotech_client.workspace`, async."""

from __future__ import annotations

from .._handwritten.aio.workspace import (
    download_workspace_file,
    download_workspace_files,
    list_workspace_files,
    upload_workspace_file,
    upload_workspace_files,
)
from .._handwritten.failures import NoSuchFiles, TransfersFailed, UnsafePath

__all__ = [
    "NoSuchFiles",
    "TransfersFailed",
    "UnsafePath",
    "download_workspace_file",
    "download_workspace_files",
    "list_workspace_files",
    "upload_workspace_file",
    "upload_workspace_files",
]
