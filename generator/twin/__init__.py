"""Async Python source → its sync twin, by replacing tokens. Knows nothing of what the code does."""
