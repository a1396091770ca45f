"""robots.txt: everybody may read everything, and here are the sitemaps."""

from hatinh_news.model.records import Robots, Site
from hatinh_news.render.addresses import absolute


def robots(site: Site, record: Robots) -> str:
    sitemaps = (f"Sitemap: {absolute(site.base_url, url)}" for url in record.sitemaps)
    return "\n".join(["User-agent: *", "Allow: /", "", *sitemaps]).rstrip("\n") + "\n"
