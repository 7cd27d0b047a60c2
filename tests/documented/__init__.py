"""What the APIs' own documents say, held against our specs and our generated clients.

The inventories beside this file are facts: names, verbs, paths, parameters, media types, statuses. The documents' examples are not ours; they
are read from the folder `shared/documented` beside the repository and tests that need them are left out where it is absent.
"""
