"""Async Python source → its sync version (its *twin*), by replacing tokens. Does not depend on what the code does."""
