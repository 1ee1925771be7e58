"""The index behind the search."""

from alembic import op

from service.migrations import search_ddl

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go one step on."""
    search_ddl.create(op.get_bind())


def downgrade() -> None:
    """Go one step back."""
    search_ddl.drop(op.get_bind())
