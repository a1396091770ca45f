"""Addresses in pages that stand apart from the newspaper, each in a folder of its own, on whatever host.

What lies beside such a page is found from the page itself (`./anh.jpg`), the theme's files from the folder above it;
all else is the newspaper's, with scheme and host.
"""

from urllib.parse import quote

from hatinh_news.model.records import Site
from hatinh_news.render.addresses import absolute, encodable

_SAFE = "/%~#?&=:@!$'()*+,;"


def apart(site: Site, url: str) -> str:
    """`url` as a page that stands apart links to it; an address that leads nowhere stays empty."""
    if not url or url.startswith(("./", "#")):
        return quote(encodable(url), safe=_SAFE)
    if url in site.near:
        file = site.fingerprints.get(url)
        return f"..{quote(encodable(file.url if file is not None else url), safe=_SAFE)}"
    return absolute(site.base_url, url)
