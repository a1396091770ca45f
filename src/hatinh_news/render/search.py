"""Files of the search index: their text was made for all of a segment at once."""

from hatinh_news.model.records import Site
from hatinh_news.model.search import SearchFile


def search(_site: Site, file: SearchFile) -> str:
    return file.text
