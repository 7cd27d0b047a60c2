"""Archives that lie: headers as large as files, entries without end, damage. Each is refused with a typed error, in little memory, and nothing is kept."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import tarfile
import tracemalloc
import zipfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from cosmotech_client import TransferError
from cosmotech_client.twin_data_layer import unpack

MIB = 1024 * 1024
PACKERS: dict[str, Callable[[bytes], bytes]] = {"tar": bytes, "gzip": gzip.compress, "bzip2": bz2.compress, "xz": lzma.compress}


def header(kind: bytes = tarfile.REGTYPE, size: int = 0, name: str = "file") -> bytes:
    member = tarfile.TarInfo(name)
    member.type, member.size = kind, size
    return member.tobuf()


def packed(path: Path, pieces: Iterator[bytes]) -> Path:
    """A tar.gz of these pieces, made without ever holding it in memory unpacked."""
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    with path.open("wb") as file:
        for piece in pieces:
            file.write(packer.compress(piece))
        file.write(packer.flush())
    return path


def refused(archive: Path, match: str, **limits: int) -> None:
    """It is refused, what is allocated meanwhile stays small, and nothing is left beside the archive."""
    tracemalloc.start()
    try:
        with pytest.raises(TransferError, match=match):
            unpack(archive, archive.parent / "out", **limits)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert peak < 32 * MIB
    assert list(archive.parent.iterdir()) == [archive]


@pytest.mark.parametrize("kind", [tarfile.GNUTYPE_LONGNAME, tarfile.GNUTYPE_LONGLINK, tarfile.XHDTYPE, tarfile.XGLTYPE])
def test_a_header_of_any_size(kind: bytes, tmp_path: Path) -> None:
    def pieces() -> Iterator[bytes]:
        yield header(kind, 200 * MIB)
        for _ in range(200):
            yield b"a" * MIB
        yield header() + bytes(1024)

    refused(packed(tmp_path / "archive.tar.gz", pieces()), "has headers of more bytes")


def test_many_headers(tmp_path: Path) -> None:
    def pieces() -> Iterator[bytes]:
        comment = b"comment=" + b"c" * 500_000 + b"\n"
        record = b"%d %s" % (len(comment) + 7, comment)
        for number in range(200):
            yield header(tarfile.XHDTYPE, len(record)) + record + bytes(-len(record) % 512) + header(name=f"file{number}")
        yield bytes(1024)

    refused(packed(tmp_path / "archive.tar.gz", pieces()), "has headers of more bytes")


def test_folders_count(tmp_path: Path) -> None:
    folders = (header(tarfile.DIRTYPE, name=f"folder{number}") for number in range(2_000))
    refused(packed(tmp_path / "archive.tar.gz", folders), "more than 1000 files and folders", max_files=1000)
    with zipfile.ZipFile(tmp_path / "archive.zip", "w") as archive:
        for number in range(11):
            archive.mkdir(f"folder{number}")
    (tmp_path / "archive.tar.gz").unlink()
    refused(tmp_path / "archive.zip", "more than 10 files and folders", max_files=10)


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_methods_without_a_bound(method: int, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "archive.zip", "w", method) as archive, archive.open("zeros", "w") as file:
        for _ in range(100):
            file.write(bytes(MIB))
    refused(tmp_path / "archive.zip", "another method than deflate")


@pytest.mark.parametrize("packer", PACKERS)
def test_damage(packer: str, tmp_path: Path) -> None:
    content = bytes(range(256)) * 2_000
    plain = io.BytesIO()
    with tarfile.open(fileobj=plain, mode="w") as archive:
        member = tarfile.TarInfo("deep/file")
        member.size = len(content)
        archive.addfile(member, io.BytesIO(content))
    whole = PACKERS[packer](plain.getvalue())
    path = tmp_path / "archive"
    path.write_bytes(whole)
    assert unpack(path, tmp_path / "out") == [tmp_path / "out/deep/file"]
    assert (tmp_path / "out/deep/file").read_bytes() == content
    for name in ("deep/file", "deep", ""):
        place = tmp_path / "out" / name
        place.unlink() if place.is_file() else place.rmdir()
    for cut in (1, 20, len(whole) // 2, *(() if packer == "tar" else (len(whole) - 3,))):
        path.write_bytes(whole[:cut])
        refused(path, "cannot be unpacked")
    for place in (3, len(whole) // 3, *(() if packer == "tar" else (len(whole) - 2,))):
        damaged = bytearray(whole)
        damaged[place] ^= 0x55
        path.write_bytes(bytes(damaged))
        if packer != "tar" or place == 3:
            refused(path, "cannot be unpacked")


@pytest.mark.parametrize("damage", ["a wrong checksum", "no end", "half a header", "a lone block of zeros"])
@pytest.mark.parametrize("packer", PACKERS)
def test_a_tar_that_breaks_off_is_not_unpacked_in_part(packer: str, damage: str, tmp_path: Path) -> None:
    entry, wrong = header(name="first"), bytearray(header(name="second"))
    wrong[100] ^= 1
    tails = {
        "a wrong checksum": bytes(wrong) + bytes(1024),
        "no end": header(name="second"),
        "half a header": header(name="second")[:200],
        "a lone block of zeros": bytes(512) + header(name="second") + bytes(1024),
    }
    path = tmp_path / "archive"
    path.write_bytes(PACKERS[packer](entry + tails[damage]))
    refused(path, "cannot be unpacked")
