"""Rules that need both processes, their difference, the graph or a whole department: one rule, one file, found by walk.

A rule of scope 事项 looks at an ``Examined`` matter, one of scope 单位 at a ``Filing``; what the others look at is said
in ``subjects``.
"""
