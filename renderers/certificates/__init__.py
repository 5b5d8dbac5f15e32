"""The certificate of ``zaizao reconcile``, as text for people and as JSON for programs."""
