"""What Alembic runs for every step: the tables' shapes, and the connection that ``service.schema`` hands over."""

from alembic import context

from service.schema import comparison

connection = context.config.attributes["connection"]
context.configure(connection=connection, transactional_ddl=True, **comparison())
with context.begin_transaction():
    context.run_migrations()
