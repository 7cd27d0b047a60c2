"""Types of bodies that are given as dictionaries, with the property names of the document: a type checker reports misspelt and missing keys. Rendered from the spec; do not edit."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, TypedDict

if TYPE_CHECKING:
    from .models import CreateProjectDataLinkingBatchItem


class CreateProjectDataLinkingBatchItemParams(TypedDict):
    """One file or folder to link."""

    dataId: str
    """Id of the file or folder."""


class CreateProjectDataLinkingBatchParams(TypedDict):
    """What to link into the project."""

    items: Sequence[CreateProjectDataLinkingBatchItem | CreateProjectDataLinkingBatchItemParams]
    """The data to link, files and folders. Keep it under 25,000 when version 3 is used."""
