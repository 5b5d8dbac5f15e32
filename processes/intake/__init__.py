"""Doors for tables that others have made: CSV as it is saved in China, and Excel workbooks read out of harm's way."""
