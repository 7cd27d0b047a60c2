"""The small world of `local_server(seed=True)`. This module must never know operations."""

from __future__ import annotations

from .points import DataPoints

_HOUR = 3_600_000


class Seeding(DataPoints):
    """A plant with two pumps, a data set, and a time series with a day of data points."""

    def seed(self) -> None:
        """Fill the collections."""
        data_set = self.add("datasets", externalId="plant-data", name="Plant data", writeProtected=False)
        plant = self.add("assets", externalId="plant", name="Plant", dataSetId=data_set["id"])
        for number in (1, 2):
            self.add("assets", externalId=f"pump-{number}", name=f"Pump {number}", parentId=plant["id"], labels=[{"externalId": "PUMP"}])
        series = self.add(
            "timeseries", externalId="pressure", name="Pressure", isString=False, isStep=False, unit="bar", assetId=plant["id"]
        )
        self.points[series["id"]] = {self.now() - hour * _HOUR: 4.0 + hour / 10 for hour in range(1, 25)}
