"""What an editor's desk does besides building: new articles, new newspapers."""

from hatinh_news.desk.article import Draft, compose, lay_down
from hatinh_news.desk.names import Known, know
from hatinh_news.desk.wish import Wish, settled, the_section

__all__ = ["Draft", "Known", "Wish", "compose", "know", "lay_down", "settled", "the_section"]
