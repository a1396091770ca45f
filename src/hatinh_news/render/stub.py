"""Stubs: pages at old addresses that send readers on, for hosts that know no redirects."""

from hatinh_news.model.records import Site, Stub
from hatinh_news.render.addresses import absolute, link
from hatinh_news.render.xml import escape


def stub(site: Site, record: Stub) -> str:
    target = escape(link(site.base_url, record.target))
    title = escape(record.title)
    return (
        "<!doctype html>\n"
        f'<html lang="{escape(site.language)}">\n<head>\n<meta charset="utf-8">\n<title>{title}</title>\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="robots" content="noindex">\n'
        f'<link rel="canonical" href="{escape(absolute(site.base_url, record.target))}">\n'
        f'<meta http-equiv="refresh" content="0; url={target}">\n'
        f'</head>\n<body>\n<p><a href="{target}">{title}</a></p>\n</body>\n</html>\n'
    )
