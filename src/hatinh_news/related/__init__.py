"""Đọc thêm: which articles stand under an article, by what both are about, when they came out, and who edits."""

from hatinh_news.related.kinship import Kinship, Reason, entries, kinship, wishes_of
from hatinh_news.related.line import Line, line
from hatinh_news.related.neighbourhood import Neighbourhood, Words, neighbourhood
from hatinh_news.related.relate import relate

__all__ = [
    "Kinship",
    "Line",
    "Neighbourhood",
    "Reason",
    "Words",
    "entries",
    "kinship",
    "line",
    "neighbourhood",
    "relate",
    "wishes_of",
]
