"""Whether the forms agree with each other: every identity between them, computed from what the forms say.

Read are the cells, not the declarations: a form that was filled in wrongly is found out by the others. ``values`` are
the values; each other module holds the identities of one form; ``certificate`` collects them.
"""
