"""List, download and upload files of a workspace."""

import os
import sys
import tempfile
from pathlib import Path

from cosmotech_client.connection import get_api_client
from cosmotech_client.workspace import download_workspace_file, download_workspace_files, list_workspace_files, upload_workspace_file

NAMES = ("CSM_ORGANIZATION_ID", "CSM_WORKSPACE_ID")
if missing := [name for name in NAMES if not os.environ.get(name)]:
    sys.exit(f"Set {', '.join(missing)}: ids on your platform. Without a platform: python demo_world.py workspace_operations.py")
organization_id, workspace_id = (os.environ[name] for name in NAMES)
folder = Path(tempfile.mkdtemp())

api_client, _ = get_api_client()
with api_client:
    names = list_workspace_files(api_client, organization_id, workspace_id, "shop/")
    print(f"files below shop/: {', '.join(names)}")

    # The sub-folder shop/ is made below the target folder.
    path = download_workspace_file(api_client, organization_id, workspace_id, names[0], folder)
    print(f"{names[0]} has {path.stat().st_size} bytes")

    # Many files at once.
    paths = download_workspace_files(api_client, organization_id, workspace_id, folder, file_prefix="shop/")
    print(f"{len(paths)} files downloaded")

    # A destination that ends with a slash is a folder: the file keeps its name.
    report = folder / "report.txt"
    report.write_text("All is well.\n")
    print(f"uploaded: {upload_workspace_file(api_client, organization_id, workspace_id, report, 'reports/', overwrite=True)}")
    # Any other destination is the file's whole name.
    print(f"uploaded: {upload_workspace_file(api_client, organization_id, workspace_id, report, 'reports/latest.txt')}")
