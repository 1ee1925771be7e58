"""``python -m service``: the command line, where no script is installed or its path has spaces."""

from service.cli import main

if __name__ == "__main__":
    main()
