"""Outputs of the sample projects as text, compared with what is kept in their ``expected/``.

``python3 run.py test --rewrite`` rewrites what differs; the diff is for a reader to judge.
"""
