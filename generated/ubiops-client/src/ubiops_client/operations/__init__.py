"""What the runtime knows of each operation of UbiOps."""
