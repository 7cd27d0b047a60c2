"""Bytes out and bytes in: connections, TLS, proxies, content codings, redirects.

Owns the transport (`aio.protocol` has its verbs, `aio.pool` and `aio.httpx_adapter` are the two there are), what a failure of the network means,
and how the bytes of a stream are parted into events and lines.
Does not own operations, credentials, repetition.
"""
