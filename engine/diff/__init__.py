"""What differs between 优化前 and 优化后 of a matter: facts with places on both sides, without judgement or looks.

``matching`` pairs what belongs together, ``changes`` are the kinds of difference, ``compare`` gives the whole
``Difference`` of a checked matter.
"""
