"""What the runtime knows of each operation of Cosmo Tech."""
