"""The registry (登记): what was filed, when, by whom and what became of it, in SQLite or PostgreSQL.

The only door to SQLModel, alembic and psycopg. ``Registry.open`` in ``registry.py`` is the way in.
"""
