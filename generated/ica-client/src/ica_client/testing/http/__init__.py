"""Requests in, responses out, without I/O.

Owns the checking of requests against the document, and answers as bytes. Does not own sockets, nor what an operation does.
"""
