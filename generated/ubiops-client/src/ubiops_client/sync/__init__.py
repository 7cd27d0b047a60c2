"""The sync side of UbiOps; `ubiops_client.sync` is its twin."""
