"""The view model: what templates see. Frozen, complete, every decision taken. Imports nothing of the project."""
