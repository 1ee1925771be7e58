"""health of registries: how the looks go is read from an index alone."""

from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

_COLUMNS = ["watcher", "by_hand", "next_look_at", "last_good_at", "key"]


def upgrade() -> None:
    """Go one step on."""
    op.create_index("ix_watch_health", "watch", _COLUMNS, unique=False)


def downgrade() -> None:
    """Go one step back."""
    op.drop_index("ix_watch_health", table_name="watch")
