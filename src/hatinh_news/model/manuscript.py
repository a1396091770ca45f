"""Manuscripts: each file of content/ as it was read, small enough to be remembered and sent about."""

from dataclasses import dataclass, fields, replace
from operator import attrgetter
from typing import Final, TypeAlias

from hatinh_news.model.article import Article, Body, Profile, StandingPage
from hatinh_news.model.digest import digest, name_of, short_digest
from hatinh_news.model.fault import Fault
from hatinh_news.model.frozen import freeze, thaw
from hatinh_news.text.plain import plain_text
from hatinh_news.text.terms import Terms, terms

OPENING: Final = 160
"""So many characters of a text are its opening."""

Made: TypeAlias = Article | StandingPage | Profile
"""What a file of content/ can make."""


@dataclass(frozen=True, slots=True)
class Manuscript:
    """What one file made: `record` is the frozen Made, empty where an error left it out.

    `source` is the digest of the file's bytes; `html` an article's text in UTF-8, which its record goes without, and
    `terms` its frozen terms;
    `shown` names what pages other than its own may show of it; `uses` are the pictures and other files that the
    reading asked for (`content/a.jpg`, `static/b.jpg`; `*` where it looked through all of them).
    """

    path: str
    source: str
    record: bytes = b""
    html: bytes = b""
    shown: bytes = b""
    faults: tuple[Fault, ...] = ()
    uses: tuple[str, ...] = ()
    terms: bytes = b""

    @property
    def made(self) -> Made | None:
        """What the file made, an article without its HTML."""
        made: Made | None = thaw(self.record) if self.record else None
        return made

    @property
    def whole(self) -> Made | None:
        """What the file made, with all of its HTML."""
        made = self.made
        return replace(made, body=replace(made.body, html=self.html.decode())) if isinstance(made, Article) else made


def manuscript(
    path: str, source: str, made: Made | None, faults: tuple[Fault, ...] = (), uses: tuple[str, ...] = ()
) -> Manuscript:
    """The manuscript of a file that made `made`."""
    if not isinstance(made, Article):
        frozen = freeze(made) if made is not None else b""
        return Manuscript(path, source, frozen, b"", name_of(made), faults, uses)
    body = made.body
    html = body.html.encode("utf-8", "replace")
    texts = texts_of(made)
    words = terms(texts).frozen()
    known = (digest(html), digest(words), short_digest(texts[2][:OPENING]))
    first = body.photos[:1]
    short = Body("", body.words, body.summary, first, body.links, body.assets, *known, body.anchors)
    return Manuscript(path, source, freeze(replace(made, body=short)), html, _shown(made), faults, uses, words)


def terms_of(article: Article) -> Terms:
    """What an article is about: the terms of its title, its sapo and its text."""
    return terms(texts_of(article))


def texts_of(article: Article) -> tuple[str, str, str]:
    """The words of an article that was read with all of its HTML."""
    return article.title, article.sapo, plain_text(article.body.html)


_ALL_BUT_TEXT: Final = attrgetter(*(field.name for field in fields(Article) if field.name != "body"))


def _shown(article: Article) -> bytes:
    """The name of all but the text: where only the text differs, no other page does.

    The places of its links are left out: they move with the lines of the text, and no page shows them.
    """
    body = article.body
    links = [link.target for link in body.links]
    return name_of(_ALL_BUT_TEXT(article), body.summary, body.photos[:1], body.assets, links, body.anchors)
