"""Rules for what a declaration alone shows: one rule, one file, found by walking this package."""
