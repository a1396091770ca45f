"""Reading: content/ as Articles, pages and profiles, with every fault that editors can mend."""

from hatinh_news.read.load import (
    Desk,
    Run,
    check_content,
    content_of,
    front_desk,
    load,
    load_settings,
    read_all,
    with_sections,
)
from hatinh_news.read.scan import Tree, scan, scan_static, stamps
from hatinh_news.read.sources import is_profile

__all__ = [
    "Desk",
    "Run",
    "Tree",
    "check_content",
    "content_of",
    "front_desk",
    "is_profile",
    "load",
    "load_settings",
    "read_all",
    "scan",
    "scan_static",
    "stamps",
    "with_sections",
]
