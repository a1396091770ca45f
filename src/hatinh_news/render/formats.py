"""Machine formats: what Page.template may name besides a theme's template."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from hatinh_news.model.records import Site
from hatinh_news.render.feeds import atom, json_feed, rss
from hatinh_news.render.hosts import headers, manifest, plain
from hatinh_news.render.redirects import apache, nginx_map, nginx_server, redirect_lines
from hatinh_news.render.robots import robots
from hatinh_news.render.search import search
from hatinh_news.render.sitemaps import news_sitemap, sitemap, sitemap_index
from hatinh_news.render.stub import stub

# Each takes the one record that the plan gives to pages of its name.
FORMATS: Final[Mapping[str, Callable[[Site, Any], str]]] = {
    "rss": rss,
    "atom": atom,
    "jsonfeed": json_feed,
    "sitemap": sitemap,
    "sitemap-index": sitemap_index,
    "news-sitemap": news_sitemap,
    "robots": robots,
    "search": search,
    "manifest": manifest,
    "headers": headers,
    "plain": plain,
    "stub": stub,
    "redirect-lines": redirect_lines,
    "nginx-map": nginx_map,
    "nginx-server": nginx_server,
    "apache": apache,
}
