"""Tests against other people's servers: a real OpenID provider, and a validating server that is driven by the spec."""
