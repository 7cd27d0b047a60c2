"""Soaks: the clients against servers that fail at random, for as long as is asked; what the servers did is held against what the clients report."""
