"""From bytes to the output folder: every file whole or not at all, and nothing touched that is not ours."""

from hatinh_news.write.altered import altered, stamps
from hatinh_news.write.folder import check_output, check_preview, clear_previews
from hatinh_news.write.prune import in_the_way, prune
from hatinh_news.write.staging import place, stage, stage_copy, staging
from hatinh_news.write.tree import file_digest

__all__ = [
    "altered",
    "check_output",
    "check_preview",
    "clear_previews",
    "file_digest",
    "in_the_way",
    "place",
    "prune",
    "stage",
    "stage_copy",
    "staging",
    "stamps",
]
