"""Extensions: what packages of others add to a newspaper, as values whose functions `build` hands to the stages."""

from hatinh_news.extensions.apply import apply_article, apply_output, apply_page
from hatinh_news.extensions.extension import Extension, filters, key
from hatinh_news.extensions.find import find, loaded

__all__ = ["Extension", "apply_article", "apply_output", "apply_page", "filters", "find", "key", "loaded"]
