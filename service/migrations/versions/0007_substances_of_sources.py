"""substances of sources: what medicines are watched by, and which registries tell of a finding."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go one step on."""
    with op.batch_alter_table("source", schema=None) as batch_op:
        batch_op.add_column(sa.Column("substances", sa.String(), nullable=False, server_default=""))
    with op.batch_alter_table("source", schema=None) as batch_op:
        batch_op.alter_column("substances", existing_type=sa.String(), server_default=None)
    with op.batch_alter_table("finding", schema=None) as batch_op:
        batch_op.add_column(sa.Column("told", sa.JSON(), nullable=False, server_default="{}"))
    with op.batch_alter_table("finding", schema=None) as batch_op:
        batch_op.alter_column("told", existing_type=sa.JSON(), server_default=None)


def downgrade() -> None:
    """Go one step back."""
    with op.batch_alter_table("finding", schema=None) as batch_op:
        batch_op.drop_column("told")
    with op.batch_alter_table("source", schema=None) as batch_op:
        batch_op.drop_column("substances")
