"""Redirects in the words of hosts: _redirects lines, nginx, Apache."""

import re
from typing import Final

from hatinh_news.model.records import Site
from hatinh_news.model.redirect import Redirect, Redirects
from hatinh_news.render.addresses import base_path, encodable, link

_GONE: Final = "gone"


def redirect_lines(site: Site, record: Redirects) -> str:
    """One rule a line, for hosts that read a file _redirects."""
    return "".join(f"{link(site.base_url, one.source)} {_link(site, one.target)} 301\n" for one in record.rules)


def nginx_map(site: Site, record: Redirects) -> str:
    """What belongs into the http block: a table of old addresses, which nginx finds without reading through it.

    A folder answers without its slash, and under the name of its index.html, as it did while there was one.
    """
    rows = [f"    {_key(site, one.source)} {_quoted(_link(site, one.target))};\n" for one in record.rules]
    rows += [f"    {_key(site, url)} {_GONE};\n" for url in record.gone]
    longest = max((len(row.encode()) for row in rows), default=0)
    bucket = 128
    while bucket < longest + 32:
        bucket *= 2
    return (
        f"map_hash_bucket_size {bucket};\nmap_hash_max_size {max(2048, 4 * len(rows))};\n\n"
        "map $uri $hatinh_news_folder {\n    default $uri;\n"
        '    "~^(?<hatinh_news_path>.*/)index\\.html$" $hatinh_news_path;\n    "~[^/]$" $uri/;\n}\n\n'
        'map $hatinh_news_folder $hatinh_news_answer {\n    default "";\n' + "".join(rows) + "}\n"
    )


def nginx_server(site: Site, _record: Redirects) -> str:
    """What belongs into the server block: the answers, and that readers are not shown this file."""
    base = base_path(site.base_url)
    return (
        f"absolute_redirect off;\nerror_page 404 410 {base}/404.html;\n\n"
        f"location ^~ {base}/.hosting/ {{\n    return 404;\n}}\n\n"
        f"if ($hatinh_news_answer = {_GONE}) {{\n    return 410;\n}}\n"
        "if ($hatinh_news_answer) {\n    return 301 $hatinh_news_answer$is_args$args;\n}\n"
    )


def apache(site: Site, record: Redirects) -> str:
    """An .htaccess at the top of the newspaper's folder, which Apache never shows."""
    base = base_path(site.base_url)
    rules = [f"RewriteRule {_pattern(one.source)} {_substitute(site, one)} [R=301,L,NE]\n" for one in record.rules]
    rules += [f"RewriteRule {_pattern(url)} - [G]\n" for url in record.gone]
    return (
        f"ErrorDocument 404 {base}/404.html\nErrorDocument 410 {base}/404.html\n\n"
        "<IfModule mod_rewrite.c>\nRewriteEngine On\n" + "".join(rules) + "</IfModule>\n"
    )


def _link(site: Site, url: str) -> str:
    """An address without a letter that means something else to a host."""
    return link(site.base_url, url).replace("$", "%24").replace("'", "%27").replace(";", "%3B")


def _key(site: Site, url: str) -> str:
    """An address as nginx compares it: decoded, and with a slash at its end, whatever was asked for."""
    path = encodable(f"{base_path(site.base_url)}{url}")
    return _quoted(path if path.endswith("/") else f"{path}/")


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _pattern(url: str) -> str:
    """A pattern for one address, below the folder of the .htaccess; its slash may be missing."""
    path = re.escape(encodable(url.strip("/")))
    return f'"^{path}(/(index\\.html)?)?$"'.replace("\\ ", " ")


def _substitute(site: Site, one: Redirect) -> str:
    return _link(site, one.target).replace("%", "\\%")
