"""Reading: content/ as Articles, pages and profiles, with every fault that editors can mend."""

from hatinh_news.read.load import Run, load, load_settings
from hatinh_news.read.scan import Tree, scan, scan_static

__all__ = ["Run", "Tree", "load", "load_settings", "scan", "scan_static"]
