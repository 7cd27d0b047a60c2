"""What the tests of the site share."""

from __future__ import annotations

from tests.support.interrupts import interruptible

__all__ = ["interruptible"]
