"""Look at a runner, download all that it refers to, and run it."""

import os
import sys
import tempfile
from pathlib import Path

from cosmotech_client.connection import get_api_client
from cosmotech_client.runner import download_runner_data, get_run_logs, get_runner_data, get_runner_parameters, run_runner

NAMES = ("CSM_ORGANIZATION_ID", "CSM_WORKSPACE_ID", "CSM_RUNNER_ID")
if missing := [name for name in NAMES if not os.environ.get(name)]:
    sys.exit(f"Set {', '.join(missing)}: ids on your platform. Without a platform: python demo_world.py runner_operations.py")
organization_id, workspace_id, runner_id = (os.environ[name] for name in NAMES)
folder = Path(tempfile.mkdtemp())

runner_data = get_runner_data(organization_id, workspace_id, runner_id)
print(f"runner: {runner_data.name}")
print(f"parameters: {get_runner_parameters(runner_data)}")

result = download_runner_data(
    organization_id=organization_id,
    workspace_id=workspace_id,
    runner_id=runner_id,
    parameter_folder=str(folder / "parameters"),
    dataset_folder=str(folder / "datasets"),
    read_files=True,
    write_json=True,
    write_csv=True,
    fetch_dataset=True,
)
for dataset_id, dataset in sorted(result["datasets"].items()):
    print(f"dataset {dataset_id} ({dataset['type']}): {sorted(dataset['content'])}")
for path in sorted(path for path in folder.rglob("*") if path.is_file()):
    print(path.relative_to(folder).as_posix())

api_client, _ = get_api_client()
with api_client:
    status = run_runner(organization_id, workspace_id, runner_id, timeout=600, api_client=api_client)
    print(f"the run ended: {status.state}")
    for container, text in get_run_logs(organization_id, workspace_id, runner_id, str(status.id), api_client=api_client).items():
        print(f"{container}: {len(text.splitlines())} lines")
