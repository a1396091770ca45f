"""`python -m hatinh_news` and the command hatinh-news."""

import gc
import sys

from hatinh_news import __version__


def main() -> int:
    """Runs the command line of this process; the version is told without loading anything."""
    if sys.argv[1:] == ["--version"]:
        sys.stdout.write(f"hatinh-news {__version__}\n")
        return 0
    from hatinh_news import cli

    code = cli.main(sys.argv[1:])
    gc.freeze()  # or Python would search through all that a build made before it ends
    return code


if __name__ == "__main__":
    sys.exit(main())
