"""Credentials: which an operation gets, token flows, and the token cache.

Owns the choice among security schemes, the life of tokens (single flight, refresh, refusal) and OAuth 2 (`oauth`).
Does not own settings and their checks (`declarations`), nor how bytes get to a token endpoint (`transport`).
"""
