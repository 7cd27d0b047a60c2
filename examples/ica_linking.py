"""Links any number of data to a project in batches, and waits until the batches have ended.

If ICA_API_KEY and ICA_PROJECT (the id of a project) are set, the arguments of the program are the ids of the data; otherwise a local server that simulates
the API is used.
"""

import os
import sys
from collections.abc import Sequence

from ica_client import Ica
from ica_client.testing import local_server


def main(data_ids: Sequence[str]) -> None:
    with Ica() as client:
        report = client.project_data_linking_batch.link_all(os.environ["ICA_PROJECT"], data_ids, timeout=600)
    print(report.summary())
    report.raise_if_failed()


if __name__ == "__main__":
    if "ICA_API_KEY" in os.environ:
        main(sys.argv[1:])
    else:
        with local_server(autocreate=True) as server:
            os.environ |= {"ICA_API_KEY": "local", "ICA_BASE_URL": server.url, "ICA_PROJECT": "9f2c6d5e-1d1b-4c7a-9f53-0a9f6f7b1c11"}
            main([f"fil.{number:08x}" for number in range(40)])
