"""The rule on references among schemas: no schema is made of itself."""

from __future__ import annotations

from typing import Final

from ..context import Context, Steps
from ..schema_repairs.circles import first_circle


def circles(context: Context) -> None:
    """A schema that is made of itself (allOf, oneOf, anyOf, without a property or item between) has no value."""
    circle = first_circle(context, set())
    if circle:
        names = " → ".join(place.rpartition("/")[2] for place in (*(step.start for step in circle), circle[0].start))
        context.error(circle[0].start, f"a schema is made of itself: {names}", "take one of them out of allOf, oneOf or anyOf")


RULES: Final[Steps] = (("circles", circles),)
