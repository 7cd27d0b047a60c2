"""What runs keep for later ones: stamps, hashes, what files were made of, the last state of a document. All of it may be deleted at any time.

See designs/0014.
"""
