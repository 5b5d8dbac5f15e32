"""A declared version becomes a ``Process``: references resolved, numbers given, standard side branches added."""
