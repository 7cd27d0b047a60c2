"""What changes mean for the version: semantic versioning, in which a breaking change of a version below 1.0 asks for the next minor one."""

from __future__ import annotations

from packaging.version import Version

from .verdicts.changes import Verdict

BUMPS = {Verdict.BREAKING: "major", Verdict.COMPATIBLE: "minor", Verdict.DOCUMENTATION: "patch"}


def bump_of(verdict: Verdict | None, version: str) -> str:
    """`major`, `minor`, `patch` or `none`. Below 1.0, what is breaking is minor, and what is compatible a patch. No version follows an empty one."""
    if verdict is None or not version:
        return "none"
    usual = BUMPS[verdict]
    return usual if Version(version).major else {"major": "minor"}.get(usual, "patch")


def bumped(version: str, bump: str) -> str:
    """The version after another one. A pre-release goes to what it is a pre-release of."""
    if bump == "none":
        return version
    old = Version(version)
    major, minor, micro = old.major, old.minor, old.micro
    if old.is_prerelease:
        return f"{major}.{minor}.{micro}"
    return {"major": f"{major + 1}.0.0", "minor": f"{major}.{minor + 1}.0", "patch": f"{major}.{minor}.{micro + 1}"}[bump]


def is_enough(released: str, version: str, verdict: Verdict | None) -> bool:
    """Whether a version may follow a released one with changes of this kind. A pre-release counts as what it leads to."""
    if verdict is None:
        return True
    needed, given = bumped(released, bump_of(verdict, released)), Version(version)
    return given > Version(released) and Version(given.base_version) >= Version(needed)
