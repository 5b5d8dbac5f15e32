"""The history of the tables, for alembic. A new version is a new file in ``versions``; one that was released stays."""
