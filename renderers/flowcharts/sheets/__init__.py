"""A drawing on paper: head, legend, notes, and what stands on which page."""
