"""Jobs of an API: submitted, followed, resumed.

Owns what the answer of a poll says, when the next poll is due, single jobs and groups. Does not own the calls: a caller is passed in.
"""
