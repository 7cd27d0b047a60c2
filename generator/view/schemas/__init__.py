"""JSON Schemas → Python types, facts in words, sample values. Knows no operation."""
