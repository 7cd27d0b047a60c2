"""The sync side of Illumina Connected Analytics; `ica_client.sync` is its twin."""
