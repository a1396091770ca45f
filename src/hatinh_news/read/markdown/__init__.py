"""Markdown as editors write it, to HTML: CommonMark and what a newspaper adds to it."""

from hatinh_news.read.markdown.body import to_body

__all__ = ["to_body"]
