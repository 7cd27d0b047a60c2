"""What is merely sloppy in schemas, put right in memory: single schemas, references to what is no component, circles."""
