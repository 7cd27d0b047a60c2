"""Waiting, locks, tasks, worker threads and network streams, once for asyncio and once for threads.

Owns the only modules that are written by hand on both sides (`aio` and `sync`), and deadlines. Does not own what is being run.
"""
