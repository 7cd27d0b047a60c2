"""Bytes out and bytes in: connections, TLS, proxies, content codings, redirects.

Owns the transport (`aio.protocol` has its verbs, `aio.pool` and `aio.httpx_adapter` are the two there are), and what a failure of the network means.
Does not own operations, credentials, repetition.
"""
