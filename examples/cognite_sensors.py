"""Inserts a day of a sensor's data, aggregates it, and finds the time series again from the asset that it belongs to.

If COGNITE_API_KEY and COGNITE_PROJECT are set, your project is used, and the data is deleted at the end; otherwise a local server that simulates the API.
"""

import math
import os
from datetime import UTC, datetime, timedelta

from cognite_client import CogniteClient
from cognite_client.data_classes import Asset, Datapoints, TimeSeries
from cognite_client.testing import local_server

START = datetime(2026, 1, 1, tzinfo=UTC)


def main() -> None:
    with CogniteClient(client_name="example", disable_pypi_version_check=True) as client:
        boiler = client.assets.create(Asset(external_id="example-boiler", name="Boiler"))
        client.time_series.create(TimeSeries(external_id="example-temperature", name="Temperature", asset_id=boiler.id, unit="°C"))
        try:
            points = [(START + timedelta(minutes=minute), 60 + 20 * math.sin(minute / 1440 * math.tau)) for minute in range(1440)]
            client.datapoints.insert(points, external_id="example-temperature")
            for series in boiler.time_series():
                quarters = client.datapoints.retrieve(
                    START, START + timedelta(days=1), external_id=series.external_id, aggregates=["min", "max"], granularity="6h"
                )
                assert isinstance(quarters, Datapoints)  # one series was asked for
                print(f"{boiler.name}, {series.name} in {series.unit}:")
                for low, high in zip(quarters.min or (), quarters.max or (), strict=True):
                    print(f"  {low:5.1f} to {high:5.1f}")
        finally:
            client.time_series.delete(external_id="example-temperature")
            client.assets.delete(external_id="example-boiler")


if __name__ == "__main__":
    if "COGNITE_API_KEY" in os.environ:
        main()
    else:
        with local_server(seed=True) as server:
            os.environ |= {"COGNITE_API_KEY": "local", "COGNITE_PROJECT": "demo", "COGNITE_BASE_URL": server.url}
            main()
