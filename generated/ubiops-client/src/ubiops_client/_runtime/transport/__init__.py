"""Bytes out and bytes in: connections, TLS, proxies, decompression, redirects.

Owns the connection pool, the adapter to a caller's httpx client, and what a failure of the network means. A failure is a value, not an exception:
frames of the HTTP engine hold the raw request with its secrets, and must not hang on an error's traceback.
Does not own: operations, credentials, repetition.
"""
