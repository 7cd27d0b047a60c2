"""Tests of the runtime core: both sides, over real sockets."""
