"""Python values to the parameters and bodies of requests, and bodies of answers to Python values.

Owns parameter styles, media types, forms, models, JSON pointers, and the reading of answers that do not fit their schema.
Does not own: files on a disk, connections.
"""
