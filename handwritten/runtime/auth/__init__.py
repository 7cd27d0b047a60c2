"""Credentials: which an operation gets, token flows, and the token cache.

Owns the choice among security schemes, single flight and renewal of tokens, and OAuth 2 (`oauth`). Does not own settings and their checks (`declarations`).
"""
