"""The async side of Cosmo Tech; `cosmotech_client.sync` is its twin."""
