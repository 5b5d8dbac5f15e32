"""A walk through a process: what is shown while somebody walks, the whole course as a table, the same as JSON."""
