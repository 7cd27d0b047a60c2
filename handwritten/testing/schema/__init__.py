"""JSON Schema for the local server.

Owns the compiled checks of values, values made from schemas, and helpers for JSON values. Does not own operations or HTTP.
"""
