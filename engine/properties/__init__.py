"""Properties of every run of a process: the built-in ones and those that the plan demands."""
