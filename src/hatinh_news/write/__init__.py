"""From bytes to the output folder: every file whole or not at all, and nothing touched that is not ours."""

from hatinh_news.write.folder import check_output
from hatinh_news.write.ledger import Ledger, digest, file_digest
from hatinh_news.write.prune import in_the_way, prune, sweep
from hatinh_news.write.staging import place, stage, staging
from hatinh_news.write.tree import copy_file

__all__ = [
    "Ledger",
    "check_output",
    "copy_file",
    "digest",
    "file_digest",
    "in_the_way",
    "place",
    "prune",
    "stage",
    "staging",
    "sweep",
]
