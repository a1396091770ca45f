"""What an editor's desk does besides building: new articles, new newspapers."""

from hatinh_news.desk.article import Draft, compose, lay_down
from hatinh_news.desk.names import Known, know
from hatinh_news.desk.newspaper import HOSTS, Newspaper, check_empty, newspaper
from hatinh_news.desk.recording import record
from hatinh_news.desk.wish import Wish, settled, the_section

__all__ = [
    "HOSTS",
    "Draft",
    "Known",
    "Newspaper",
    "Wish",
    "check_empty",
    "compose",
    "know",
    "lay_down",
    "newspaper",
    "record",
    "settled",
    "the_section",
]
