"""What alembic runs: the migrations, in the transaction of whoever opens the registry.

For a new version in development: change ``tables.py``, then write ``versions/v000N_….py``; the test that compares the
migrated tables with those of ``tables.py`` says what is still missing.
"""

from alembic import context

from processes.store.tables import Table

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Table.metadata,
    version_table=context.config.attributes["version_table"],
    render_as_batch=True,  # SQLite changes a table by making it anew
    transactional_ddl=True,  # SQLite can, when transactions begin where we say so
)
# The transaction is there already, with its lock.
context.run_migrations()
