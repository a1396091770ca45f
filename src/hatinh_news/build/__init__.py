"""One build of the newspaper: the only package that knows the stages, and what is remembered from build to build."""

from hatinh_news.build.request import Previews, Progress, Request
from hatinh_news.build.road import build
from hatinh_news.model.config import Shown

__all__ = ["Previews", "Progress", "Request", "Shown", "build"]
