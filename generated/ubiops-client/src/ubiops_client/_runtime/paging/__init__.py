"""Lists of any length.

Owns which page is next, where a later walk may take up (`walk`), and the fetching (`aio`). Does not own the calls: a caller is passed in.
"""
