"""The preview of a newspaper: it is built whenever something changes, and shown to browsers of this computer."""

from hatinh_news.desk.serve.doorman import is_loopback
from hatinh_news.desk.serve.notes import Blind
from hatinh_news.desk.serve.preview import Built, Refused, Told
from hatinh_news.desk.serve.start import PORT, Order, serve

__all__ = ["PORT", "Blind", "Built", "Order", "Refused", "Told", "is_loopback", "serve"]
