"""Search: which articles have a word, in files that a browser fetches as a query wants them (docs/search.md)."""

from hatinh_news.search.index import Asked, index_files, parting, reworded

__all__ = ["Asked", "index_files", "parting", "reworded"]
