"""What generated packages (griffe) and the examples of documentation (mypy) say beside the comparison of documents."""
