"""OAuth 2: what is asked of a token endpoint, what it answers, and where well-known providers have theirs. No I/O."""
