"""Damaged archives and files: whatever bytes they hold, the error is typed and names the file, and nothing is kept. The seed is fixed."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import random
import tarfile
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from cosmotech_client import TransferError
from cosmotech_client._handwritten.archive import result_rows
from cosmotech_client._handwritten.file_tables import tables_of_file
from cosmotech_client.exceptions import ConfigurationError
from cosmotech_client.twin_data_layer import CsvError, CSVSourceFile, graph_archive, unpack

SEED = 20261127
TIMES = 120
CONTENT = {"Nodes/a.csv": b"id,name\n" + b"1,Ada\n" * 200, "e.csv": bytes(range(256)) * 8, "long/" + "n" * 120 + ".csv": b"id\n1\n"}


def zipped(method: int = zipfile.ZIP_DEFLATED) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", method) as archive:
        for name, content in CONTENT.items():
            archive.writestr(name, content)
    return file.getvalue()


def tarred(format: int = tarfile.PAX_FORMAT) -> bytes:
    file = io.BytesIO()
    with tarfile.open(fileobj=file, mode="w", format=format) as archive:
        for name, content in CONTENT.items():
            member = tarfile.TarInfo(name)
            member.size = len(content)
            archive.addfile(member, io.BytesIO(content))
    return file.getvalue()


ARCHIVES = {
    "zip": zipped(),
    "stored zip": zipped(zipfile.ZIP_STORED),
    "tar": tarred(),
    "gnu tar": tarred(tarfile.GNU_FORMAT),
    "tar.gz": gzip.compress(tarred(), mtime=0),
    "tar.bz2": bz2.compress(tarred()),
    "tar.xz": lzma.compress(tarred()),
}


def damaged(whole: bytes, times: int = TIMES) -> Iterator[bytes]:
    """The same bytes with some changed, cut off, left out, doubled or put in, most often in the first and last of them, where headers stand."""
    chance = random.Random(SEED)
    for _ in range(times):
        data = bytearray(whole)
        for _ in range(chance.choice((1, 1, 2, 8))):
            place = chance.choice(
                (chance.randrange(len(data) + 1), chance.randrange(min(600, len(data) + 1)), max(0, len(data) - chance.randrange(300)))
            )
            match chance.randrange(6):
                case 0:
                    del data[place:]
                case 1:
                    del data[place : place + chance.randrange(1, 40)]
                case 2:
                    data[place:place] = chance.randbytes(chance.randrange(1, 40))
                case 3:
                    data[place:place] = data[place : place + chance.randrange(1, 600)]
                case _:
                    data[place : place + 4] = chance.choice((chance.randbytes(4), b"\xff\xff\xff\xff", b"\0\0\0\0", b"9999", b"\x80\0\0\1"))
        yield bytes(data)


@pytest.mark.parametrize("kind", ARCHIVES)
def test_damaged_archives(kind: str, tmp_path: Path) -> None:
    path = tmp_path / "archive"
    path.write_bytes(ARCHIVES[kind])
    assert sorted(unpack(path, tmp_path / "whole")) == sorted(tmp_path / "whole" / name for name in CONTENT)
    refused = 0
    for number, data in enumerate(damaged(ARCHIVES[kind])):
        path.write_bytes(data)
        out = tmp_path / str(number)
        try:
            unpack(path, out)
        except TransferError as error:
            refused += 1
            assert str(path) in str(error) and not out.exists(), (SEED, number)
    assert refused > TIMES // 4
    assert not [one for one in tmp_path.iterdir() if one.name.startswith(".")]


@pytest.mark.parametrize(
    "data", [b"", b"PK\5\6", b"PK\5\6" + b"\1" * 18, b"PK\6\6" + b"\0" * 52 + b"PK\6\7\1" + b"\0" * 15 + b"PK\5\6" + b"\xff" * 16 + b"\0\0"]
)
def test_odd_ends_of_zip_archives(data: bytes, tmp_path: Path) -> None:
    (tmp_path / "archive.zip").write_bytes(data)
    with pytest.raises(TransferError, match="archive.zip"):
        unpack(tmp_path / "archive.zip", tmp_path / "out")


def test_a_name_that_is_too_long_for_the_disk(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "archive.zip", "w") as archive:
        archive.writestr("n" * 300, b"")
    with pytest.raises(TransferError, match="cannot be the name of a file"):
        unpack(tmp_path / "archive.zip", tmp_path / "out")


def test_damaged_results_of_queries() -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("bulkQuery.json", '[{"a": 1}]' + " " * 2000)
    assert result_rows(file.getvalue()) == [{"a": 1}]
    for number, data in enumerate(damaged(file.getvalue(), 1000)):
        try:
            result_rows(data)
        except ValueError:
            continue  # what the caller turns into a DecodeError
        except Exception as error:  # noqa: BLE001 - whatever it is, it is a failure of this test
            pytest.fail(f"seed {SEED}, number {number}: {error!r}")


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.csv", b'id,name\n1,Ada\n2,"x\ny"\n'),
        ("a.json", b'{"one": [{"id": 1}], "two": [[1, "\\u00e9", null]]}'),
        ("a.xlsx", zipped()),
        ("a.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(1000)),
    ],
)
def test_damaged_files(name: str, content: bytes) -> None:
    for number, data in enumerate([b"", b"\xff\xfe", b"[" * 100_000, b"\0", *damaged(content, 300)]):
        try:
            found: Any = tables_of_file(name, data)
            assert isinstance(found, dict)
        except (ValueError, ConfigurationError) as error:
            assert str(error), (SEED, number)


@pytest.mark.parametrize(("separator", "name"), [(";", "semicolons"), ("\t", "tabs"), ("|", "vertical bars")])
def test_other_separators_are_named(separator: str, name: str, tmp_path: Path) -> None:
    text = f"id{separator}name\n1{separator}Ada\n"
    path = tmp_path / "Person.csv"
    path.write_text(text)
    for read in (lambda: CSVSourceFile(path), lambda: graph_archive([path])):
        with pytest.raises(CsvError, match=f"Person.csv:1:1: the cells are separated by {name}"):
            read()
    with pytest.raises(ValueError, match=f"separated by {name}"):
        tables_of_file("Person.csv", text.encode())
