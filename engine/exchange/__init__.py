"""What is handed to other programs, as values: declarations, the long table, the elements of the 实施清单."""
