"""What a cell of an edited form changes in the text of a declaration."""
