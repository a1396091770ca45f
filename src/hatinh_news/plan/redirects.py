"""Redirects: how the hosts of a newspaper answer its old addresses; where one cannot, a stub does."""

from collections.abc import Collection, Iterable, Sequence
from typing import Final

from hatinh_news.model.config import Config
from hatinh_news.model.page import Page
from hatinh_news.model.records import Stub
from hatinh_news.model.redirect import Redirect, Redirects
from hatinh_news.plan.edition import Edition

CAP: Final = 2_000
"""So many rules without wildcards are read by hosts that have _redirects; an .htaccess is read anew for each page."""

_LINES: Final = frozenset({"netlify", "cloudflare"})
_CAPPED: Final = _LINES | {"apache"}
_RULED: Final = _CAPPED | {"nginx"}

LINES_FILE: Final = "/_redirects"
APACHE_FILE: Final = "/.htaccess"
NGINX_FILES: Final = (("nginx-map", "/.hosting/nginx-map.conf"), ("nginx-server", "/.hosting/nginx-server.conf"))


def redirects(paper: Edition, old: Iterable[Page], gone: Iterable[str]) -> Redirects:
    """Where every stub sends readers: to lists first, then to articles, the newest first."""
    dates = {article.url: article.published for article in paper.index.articles} if old else {}
    rules = [Redirect(page.url, page.record.target) for page in old if isinstance(page.record, Stub)]
    lists = sorted((rule for rule in rules if rule.target not in dates), key=lambda rule: rule.source)
    articles = sorted((rule for rule in rules if rule.target in dates), key=lambda rule: rule.source)
    articles.sort(key=lambda rule: dates[rule.target], reverse=True)
    return Redirects((*lists, *articles), tuple(sorted(gone)))


def answered(
    config: Config, old: Sequence[Page], answers: Redirects, files: Collection[str]
) -> tuple[list[Page], list[Page]]:
    """The stubs that are needed, and the files for hosts; `files` are those of the output.

    Where no host is named each old address has a stub, and those that have _redirects know of the most important.
    """
    targets = config.deployment.targets
    capped = Redirects(answers.rules[:CAP], answers.gone)
    pages = []
    if (not targets or not _LINES.isdisjoint(targets)) and capped.rules:
        pages.append(Page(LINES_FILE, "redirect-lines", capped))
    if "apache" in targets:
        pages.append(Page(APACHE_FILE, "apache", capped))
    if "nginx" in targets:
        pages += [Page(url, name, answers) for name, url in NGINX_FILES]
    made = [page for page in pages if page.url.lstrip("/") not in files]
    if not targets or not _RULED.issuperset(targets) or len(made) < len(pages):
        return list(old), made
    first = len(capped.rules) if not _CAPPED.isdisjoint(targets) else len(answers.rules)
    ruled = {rule.source for rule in answers.rules[:first]}
    return [page for page in old if page.url not in ruled], made
