"""Whether a call may be sent again, and after how long.

Owns the verdict on a status or an error, and pauses. Does not own the loop that repeats (`call`), nor clock and chance: both are passed in.
"""
