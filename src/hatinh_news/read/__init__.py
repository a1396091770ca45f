"""Reading: content/ as Articles, pages and profiles, with every fault that editors can mend.

A build that finds nothing to read has only scanned: `read.load` is imported by those who read.
"""

from hatinh_news.read.scan import Tree, scan, scan_static, stamps

__all__ = ["Tree", "scan", "scan_static", "stamps"]
