"""One file a version, ``v0001_first.py``; its ``revision`` is the number."""
