"""What an API declares of itself, what a user sets, and what can go wrong.

Owns operations as data, settings and their checks, options of a call, the error tree, and the rule what may be shown of a secret.
Does not own: anything that is sent, read or waited for.
"""
