"""What the runtime knows of each operation of Illumina Connected Analytics."""
