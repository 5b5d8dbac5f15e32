"""办件 shown: one at a look, many as a list, what a round of them has brought about; for terminals and as JSON."""
