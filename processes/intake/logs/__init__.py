"""Logs of real handling: XES, CSV and workbooks read as ``processes.model.log``."""
