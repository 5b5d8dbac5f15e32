"""A first declaration from what a log shows."""
