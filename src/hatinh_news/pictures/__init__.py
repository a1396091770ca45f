"""The darkroom: the bytes of a picture become the versions that a page offers."""

from hatinh_news.pictures.develop import develop
from hatinh_news.pictures.encoders import encoders, has_pillow
from hatinh_news.pictures.headline import headline_picture
from hatinh_news.pictures.look import look
from hatinh_news.pictures.share import share

__all__ = ["develop", "encoders", "has_pillow", "headline_picture", "look", "share"]
