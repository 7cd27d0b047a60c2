"""Jobs that operations start and the clock brings to an end.

Owns their states, and the answers of operations that `x-job` joins. Does not own the clock.
"""
