"""Documents that nobody here wrote: fetched from registries, pinned, never committed."""
