"""Files that a server sends.

Owns their names, their place on the disk, what proves that they are whole (pure), and the receiving (`aio`).
Does not own the requests and their repetition (`call`).
"""
