"""办件: what is allowed to happen to a case, and what follows when it does."""
