"""The async side of Illumina Connected Analytics; `ica_client.sync` is its twin."""
