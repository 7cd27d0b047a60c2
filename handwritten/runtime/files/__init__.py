"""Files that a server sends: their names, their place on the disk, what proves that they are whole (pure), and the receiving (`aio`).

Does not own the repetition of requests (`call`).
"""
