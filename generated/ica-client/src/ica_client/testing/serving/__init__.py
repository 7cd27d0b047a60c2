"""The engine behind real sockets.

Owns the ASGI application, the thread that serves it, faults on demand, a proxy that breaks connections, and `local_server()`.
Does not own what is answered.
"""
