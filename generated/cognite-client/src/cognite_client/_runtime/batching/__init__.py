"""Any number of inputs, sent in as many calls as needed.

Owns the cutting by count and bytes, what an error means for the inputs of a call (`chunks`), the report, and the sending (`aio`).
Does not own the calls: a caller is passed in.
"""
