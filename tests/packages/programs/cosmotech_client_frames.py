"""Frames of rows and of CSV files, with whatever version of pandas is found."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import pandas
from cosmotech_client.runner import frames
from cosmotech_client.twin_data_layer import CSVSourceFile, to_frame

LARGE = 9_007_199_254_740_993

held = to_frame([{"n": LARGE, "x": 1.5, "s": "a"}, {"n": None, "x": None, "s": None}, {"m": [1]}])
assert list(held.columns) == ["n", "x", "s", "m"] and str(held["n"].dtype) == "Int64" and held["n"][0] == LARGE
assert to_frame([]).empty and to_frame([], ["a"]).columns.tolist() == ["a"]
assert to_frame([{"n": 2**70}, {"n": None}])["n"][0] == 2**70
tables = frames({"d": {"content": {"roads": [{"length": 1}, {"length": 2}]}}})
assert tables["d"]["roads"]["length"].mean() == 1.5
with TemporaryDirectory() as folder:
    path = Path(folder, "Road.csv")
    path.write_text("id,length\n1,5\n2,\n", encoding="utf-8")
    assert CSVSourceFile(path).to_frame().shape == (2, 2)

print(pandas.__version__)
