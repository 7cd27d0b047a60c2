"""One call from its first try to its end, and the client that joins all rooms.

Owns the session (settings, transport and credentials of a client), the loop of tries, hooks, spans, responses, downloads, and the verbs of the client.
Does not own how bytes, values, tokens, pages, batches and jobs are handled: that stands in the rooms before it.
"""
