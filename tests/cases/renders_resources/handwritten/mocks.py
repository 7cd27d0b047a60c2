"""What stands for a shop in tests."""

from __future__ import annotations

from unittest.mock import MagicMock


class ShopMock(MagicMock):
    """A shop that nobody runs."""
