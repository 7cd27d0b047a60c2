"""The sync side of Cognite Data Fusion; `cognite_client.sync` is its twin."""
