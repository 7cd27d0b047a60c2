"""OAuth 2: what is sent to a token endpoint, what it answers, and where well-known providers have theirs.

A flow is a generator (`endpoint.Steps`): it yields token requests, is sent the responses, and returns an access token or raises `TokenError`. It does no I/O and
holds no token: `auth.aio.token_auth` sends, `auth.token_cache` decides when.
"""
