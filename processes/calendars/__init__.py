"""Working days and natural days: the years that are known, what is added and counted by them, deadlines of limits."""
