"""What the runtime knows of each operation of Cognite Data Fusion."""
