"""Formulas over time series: from text with variables, or from sympy, to the text that the API computes. No I/O.

`aio/synthetic.py` sends them. sympy is never imported: what is given is looked at.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from .._runtime.declarations.errors import InvalidArgument
from ..data_classes.time_series import TimeSeries

_INFIX = {"Add": "+", "Mul": "*"}
_FUNCTIONS = {"cos": "cos", "sin": "sin", "sqrt": "sqrt", "log": "ln", "exp": "exp", "Abs": "abs"}
_SERIES = r"(?i:\bts\s*\{[^}]*\})"


def is_symbolic(expression: Any) -> bool:
    """Whether a formula is one of sympy's."""
    return not isinstance(expression, str) and hasattr(expression, "args") and hasattr(expression, "free_symbols")


def text_of(expression: Any) -> str:
    """A formula as text, its variables by their names. Raises InvalidArgument (ValueError): the API has no such function."""
    if isinstance(expression, str):
        return expression
    if not is_symbolic(expression):
        raise InvalidArgument(f"A formula is a text or an expression of sympy, not {type(expression).__name__}. Nothing was sent.")
    return _symbolic(expression)


def _symbolic(expression: Any) -> str:
    if not expression.args:
        text = str(expression.evalf(15) if getattr(expression, "is_NumberSymbol", False) else expression)
        return f"({text})" if "/" in text else text
    kind = type(expression).__name__
    if kind in _INFIX:
        return f"({_INFIX[kind].join(_symbolic(part) for part in expression.args)})"
    if kind == "Pow":
        base, exponent = expression.args
        if exponent == -1:
            return f"(1/{_symbolic(base)})"
        root = exponent.is_number and float(exponent) == 0.5
        return f"sqrt({_symbolic(base)})" if root else f"pow({_symbolic(base)},{_symbolic(exponent)})"
    if kind in _FUNCTIONS and len(expression.args) == 1:
        return f"{_FUNCTIONS[kind]}({_symbolic(expression.args[0])})"
    raise InvalidArgument(f"The API has no function for {kind} of sympy. Nothing was sent.")


def formula(expression: Any, variables: Mapping[Any, str | TimeSeries] | None, aggregate: str | None, granularity: str | None) -> str:
    """The text to compute: every variable, as a whole word, is replaced by its time series.

    Raises:
        InvalidArgument (ValueError): variables are missing, or the API has no such function.
    """
    text = text_of(expression)
    if is_symbolic(expression) and not variables:
        raise InvalidArgument("A formula of sympy needs variables, which say what its symbols stand for. Nothing was sent.")
    if not variables:
        return text
    figures = f",aggregate:'{aggregate}',granularity:'{granularity}'" if aggregate and granularity else ""
    series = {str(name): f"ts{{{_named(value)}{figures}}}" for name, value in variables.items()}
    words = "|".join(re.escape(name) for name in sorted(series, key=len, reverse=True))
    # In one go, and not inside of what already names a time series.
    return re.sub(rf"{_SERIES}|(?<!\w)(?:{words})(?!\w)", lambda match: series.get(match[0], match[0]), text)


def _named(value: str | TimeSeries) -> str:
    if isinstance(value, TimeSeries):
        if value.external_id is None and value.id is not None:
            return f"id:{value.id}"
        value = value.external_id or ""
    if not value:
        raise InvalidArgument("A variable stands for a time series with an id or an external id. Nothing was sent.")
    quoted = value.replace("\\", "\\\\").replace("'", "\\'")
    return f"externalId:'{quoted}'"
