"""What differs between two versions of a matter: facts with places on both sides, without judgement or looks.

``matching`` pairs what belongs together, ``order`` says in which order the steps run now, ``changes`` are the kinds of
difference, ``compare`` gives the whole ``Difference`` of a checked matter; ``versions``, ``peers`` and ``history``
compare any two processes, the matters of two departments, and what was declared at two times.
"""
