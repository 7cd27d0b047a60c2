"""Two states of an API → every change that a user of its Python client can notice, with a verdict; and the version that follows.

Owns surfaces (what a user can name or rely on, taken from the view model), their comparison, verdicts, reports, the comparison of generated packages,
and versions with their changelog. Does not own commands, and never generates anything itself: `pipeline` does.
"""
