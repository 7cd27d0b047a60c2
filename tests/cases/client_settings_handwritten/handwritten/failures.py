"""Errors."""


class ThingError(Exception):
    """No such thing."""
