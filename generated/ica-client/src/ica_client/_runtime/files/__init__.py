"""Files that a server sends.

Owns their names, their place on the disk, and what proves that they are whole. Does not own the requests (`call.aio.download`).
"""
