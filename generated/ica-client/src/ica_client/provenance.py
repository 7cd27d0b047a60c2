"""What this package was made from: `ica_client.__openapi__`.

The name is not `__spec__`, because Python uses that one for how a module was imported.
"""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from importlib.resources import files


@dataclass(frozen=True)
class Provenance:
    """The document and the generator behind a package."""

    title: str
    """The API's name."""
    version: str
    """The version that the document gives itself."""
    sha256: str
    """The hash of the document, as it is in the package: the whole of it in one file, `testing/openapi.json`."""
    generator: str
    """The version of clientgen that made the package."""


__openapi__ = Provenance(
    title="Illumina Connected Analytics",
    version="2",
    sha256=sha256(files("ica_client").joinpath("testing", "openapi.json").read_bytes()).hexdigest(),
    generator="0.1.0",
)
