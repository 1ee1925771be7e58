"""``make migration m="what changes"``: writes the next step from the models, to be read and mended by a person.

PostgreSQL is the measure, for SQLite tells Alembic nothing about indexes on expressions.
"""

import subprocess
import sys

from service.schema import write_migration
from tests.servers import NO_POSTGRES, own_database, postgres_answers

if __name__ == "__main__":
    message = " ".join(sys.argv[1:])
    if not message:
        sys.exit('usage: make migration m="what changes"')
    if not postgres_answers():
        sys.exit(NO_POSTGRES)
    with own_database() as address:
        path = write_migration(address, message)
    subprocess.run([sys.executable, "-m", "ruff", "format", "--quiet", path], check=True)
    print(path)
