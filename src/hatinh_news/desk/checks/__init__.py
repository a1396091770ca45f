"""The check of an editor's texts: what a build finds wrong, and what the desk's own rules do.

The rules of single files stand in modules by families, and `rules` has them all; those that need to know other files
are in `together`, and what git knows of them in `silence`. What is asked of other sites is in `outside`, for whom asks.
"""

from hatinh_news.desk.checks.changed import changed_since
from hatinh_news.desk.checks.check import Findings, check, only
from hatinh_news.desk.checks.mend import Mended, mended, write_all
from hatinh_news.desk.checks.silence import silent_changes
from hatinh_news.model.fault import in_order

__all__ = [
    "Findings",
    "Mended",
    "changed_since",
    "check",
    "in_order",
    "mended",
    "only",
    "silent_changes",
    "write_all",
]
