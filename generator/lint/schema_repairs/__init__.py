"""Repairs sloppy schemas in memory: single schemas, references to what is no component, circles."""
