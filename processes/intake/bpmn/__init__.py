"""BPMN 2.0 read as a declaration.

Ours as it was, ours with what was changed in an editor, a strange one as far as it goes. What was taken, guessed and
left is told line by line.
"""
