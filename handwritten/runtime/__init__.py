"""What every generated package shares: the only code that does I/O. One folder per subject; `aio` is written by hand, `sync` is derived from it.

A room imports only from rooms that stand before it: declarations, retry, concurrency, codec, transport, files, auth, paging, batching, jobs, call.
Nothing here knows a particular API.
"""
