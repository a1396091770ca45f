"""Manuscripts: each file of content/ as it was read, small enough to be remembered and sent about."""

from dataclasses import dataclass, fields, replace
from operator import attrgetter
from typing import Final, TypeAlias

from hatinh_news.model.article import Article, Body, Profile, StandingPage
from hatinh_news.model.digest import digest, name_of, short_digest
from hatinh_news.model.fault import Fault
from hatinh_news.model.frozen import freeze, thaw
from hatinh_news.text.plain import plain_text
from hatinh_news.text.terms import syllables_of, terms_of
from hatinh_news.text.words import words

OPENING: Final = 160
"""So many characters of a text are its opening."""

Made: TypeAlias = Article | StandingPage | Profile
"""What a file of content/ can make."""


@dataclass(frozen=True, slots=True)
class Manuscript:
    """What one file made: `record` is the frozen Made, empty where an error left it out.

    `source` is the digest of the file's bytes; `html` an article's text in UTF-8, which its record goes without, and
    `terms` its frozen terms, `words` those that it is searched by;
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
    words: bytes = b""

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
    path: str,
    source: str,
    made: Made | None,
    faults: tuple[Fault, ...] = (),
    uses: tuple[str, ...] = (),
    *,
    searched: bool = True,
) -> Manuscript:
    """The manuscript of a file that made `made`; `searched` says whether readers are to find it by its words."""
    if not isinstance(made, Article):
        frozen = freeze(made) if made is not None else b""
        return Manuscript(path, source, frozen, b"", name_of(made), faults, uses)
    texts = texts_of(made)
    html = made.body.html.encode("utf-8", "replace")
    title, *others = map(syllables_of, texts)
    terms = terms_of([title, *others]).frozen()
    found = words(title, [*others, *map(syllables_of, _names_of(made))]).frozen() if searched else b""
    record = _record(made, texts[2], digest(html), digest(terms), digest(found) if searched else "")
    return Manuscript(path, source, record, html, _shown(made), faults, uses, terms, found)


def lean_manuscript(path: str, made: Made | None, faults: tuple[Fault, ...] = ()) -> Manuscript:
    """One that nobody keeps: of an article it has the record alone, which names neither its HTML nor its words."""
    if isinstance(made, Article):
        return Manuscript(path, "", _record(made, plain_text(made.body.html)), faults=faults)
    return Manuscript(path, "", freeze(made) if made is not None else b"", faults=faults)


def _record(made: Article, text: str, html: str = "", terms: str = "", found: str = "") -> bytes:
    """An article frozen, with the digests of its HTML, its terms and the words it is found by in place of these."""
    body = made.body
    short = Body(
        words=body.words,
        summary=body.summary,
        photos=body.photos[:1],
        links=body.links,
        assets=body.assets,
        html_digest=html,
        terms_digest=terms,
        words_digest=found,
        opening=short_digest(text[:OPENING]),
        anchors=body.anchors,
    )
    return freeze(replace(made, body=short))


def _names_of(article: Article) -> tuple[str, ...]:
    """What else its page shows and a reader may remember it by."""
    caption = article.photo.caption if article.photo is not None else ""
    return article.kicker, article.dateline, caption, *article.authors, *article.topics


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
