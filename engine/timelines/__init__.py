"""Matters on a day axis: when each 环节 runs, against the limit of the version and that of the law."""
