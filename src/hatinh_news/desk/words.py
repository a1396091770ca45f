"""Words for keys: what forms and completion call each, and what they say of it."""

from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

from hatinh_news.model.fault import Translate
from hatinh_news.model.strings import Strings

Fresh: TypeAlias = Literal["", "always", "draft", "picture"]
"""When a new article has a key: always, as a draft, with a picture; most it never has."""


@dataclass(frozen=True, slots=True)
class Word:
    """A key by its path (`corrections.date`): its label, a full stop, and what is to be said of it.

    `fresh` says when a new article has the key, `remark` what stands beside it there.
    """

    path: str
    text: str
    fresh: Fresh = ""
    remark: str = ""

    def label(self, say: Translate) -> str:
        return say(self.text).partition(". ")[0]

    def about(self, say: Translate) -> str:
        return say(self.text).partition(". ")[2]


FRONT_MATTER: Final = (
    Word("title", "Headline. What the article, the page or the name is called.", "always"),
    Word(
        "description",
        "Sapo. One or two sentences that say what happened; lists and search engines show them.",
        "always",
        "sapo: 30 to 50 words that say what happened",
    ),
    Word("date", "Date. When the article is published, in the newspaper's time.", "always"),
    Word("published", "Published. “false” makes a draft; a date is the article's date."),
    Word("publish_date", "Goes live. The article appears at this moment, if it is not that of “date”."),
    Word("expiry_date", "Expires. The article disappears at this moment."),
    Word("updated", "Updated. When the text last changed in a way that readers should know."),
    Word(
        "draft",
        "Draft. A draft is not published.",
        "draft",
        "a draft: delete this line when the article is approved",
    ),
    Word("status", "Status. “draft” or “published”."),
    Word(
        "slug", "Piece of address. Latin letters without marks, digits and hyphens; made of the file's name otherwise."
    ),
    Word("aliases", "Old addresses. Addresses from the first slash that send readers on to this page."),
    Word("section", "Section. The part of the newspaper that the article belongs to."),
    Word(
        "topics",
        "Topics. What the article is about, in names that other articles use, too.",
        "always",
        'two to four topics: [Nông thôn mới, "Dân ca ví, giặm"]',
    ),
    Word("series", "Series. The name that all parts of a series have in common."),
    Word("part", "Part. Which part of its series the article is."),
    Word(
        "authors",
        "Authors. Who signs the article, one or several.",
        "always",
        "one person or several: [Trần Thị Mai Khê]",
    ),
    Word("image", "Lead picture. A file beside the article, or an address in static/."),
    Word(
        "image_alt",
        "Words for the picture. What is to be seen, for those who do not see it.",
        "picture",
        "what is to be seen, for those who do not see the picture",
    ),
    Word(
        "image_caption",
        "Caption. What stands below the lead picture.",
        "picture",
        "caption: who does what, where and when",
    ),
    Word("image_credit", "Credit. Who took the lead picture.", "picture", '"Photo: Trần Thị Mai Khê"'),
    Word("kicker", "Kicker. A word or two above the headline."),
    Word("dateline", "Dateline. The place or the paper that begins the sapo."),
    Word("link_title", "Short headline. What lists show instead of a long headline."),
    Word("featured", "Featured. The article stands among the first of the front page as long as it is new."),
    Word("related", "Related first. Articles that stand first under this one, by file, slug or address."),
    Word("related_exclude", "Never related. Articles that never stand under this one."),
    Word("corrections", "Corrections. What was wrong and what is right, told to readers."),
    Word("corrections.date", "Date. When the correction was made."),
    Word("corrections.text", "Text. What was wrong, and what is right."),
    Word("retracted", "Retracted. Why the article was taken back; its page shows this alone."),
    Word("template", "Template. A template of the theme that this page is made with."),
    Word("lang", "Language. The language of the text, if it is not the newspaper's."),
    Word("extra", "The site's own. Keys of the site's own, for its templates."),
    Word("pin", "Pins. Articles that stand on this front by an editor's hand."),
    Word("pin.article", "Article. By its file, its slug or its address."),
    Word("pin.position", "Position. Counted from 1; behind all others without one."),
    Word("pin.from", "From. The pin holds from this moment on."),
    Word("pin.until", "Until. The pin holds before this moment."),
    Word("front", "Front page. How many articles stand where."),
    Word("front.featured", "Featured. How many articles stand beside the lead."),
    Word("front.newest", "Newest. How many articles stand in the list of the newest."),
    Word("front.featured_among", "Featured among. “featured” counts for so many of the newest articles."),
    Word("front.blocks", "Blocks. Sections and topics that have a block, in this order."),
    Word("front.blocks.section", "Section. The section that has the block."),
    Word("front.blocks.topic", "Topic. The topic that has the block."),
    Word("front.blocks.limit", "Articles. How many articles stand in the block."),
    Word("parent", "Above it. The topic that this one is a part of."),
    Word("merged_into", "Merged into. The topic that this one has become part of."),
    Word("timeline", "Timeline. The page tells day by day what happened."),
    Word("role", "Role. What the author does for the newspaper."),
    Word("email", "E-mail. An address that readers may write to."),
    Word("phone", "Telephone. A number that readers may call."),
    Word("links", "Pages elsewhere. Where else the author is to be found."),
    Word("links.name", "Name. What the page is called."),
    Word("links.url", "Address. The whole address, with https://."),
)

SETTINGS: Final = (
    Word("title", "Name. What the newspaper is called."),
    Word("base_url", "Address. Where the newspaper stands on the web, with https://."),
    Word("description", "Description. One sentence about the newspaper."),
    Word("language", "Language. A language code; vi unless set."),
    Word("timezone", "Time zone. Asia/Ho_Chi_Minh unless set."),
    Word("paginate_by", "Articles a page. How many articles a page of a list has."),
    Word("permalinks", "Addresses. The pattern that addresses of articles are made by."),
    Word("feed_limit", "Articles a feed. How many articles a feed has."),
    Word("topic_feeds_from", "Feeds of topics. A topic with fewer articles has no feed."),
    Word("default_section", "Default section. The section of articles that name none."),
    Word("corrections_heading", "Heading of corrections. What stands above them."),
    Word("sections", "Sections. The parts of the newspaper, in the order of the menu."),
    Word("sections.name", "Name. What the section is called."),
    Word("sections.slug", "Piece of address. The folder of the section."),
    Word("sections.description", "Description. One sentence about the section."),
    Word("topics", "Topics. Topics that have words or an address of their own."),
    Word("topics.name", "Name. What the topic is called."),
    Word("topics.slug", "Piece of address. Its piece of the address."),
    Word("topics.description", "Description. One sentence about the topic."),
    Word("topics.parent", "Above it. The topic that this one is a part of."),
    Word("topics.merged_into", "Merged into. The topic that this one has become part of."),
    Word("authors", "Authors. Who writes for the newspaper."),
    Word("authors.name", "Name. As articles spell it."),
    Word("authors.slug", "Piece of address. Its piece of the address."),
    Word("authors.role", "Role. What the author does for the newspaper."),
    Word("authors.email", "E-mail. An address that readers may write to."),
    Word("authors.phone", "Telephone. A number that readers may call."),
    Word("authors.links", "Pages elsewhere. Where else the author is to be found."),
    Word("authors.links.name", "Name. What the page is called."),
    Word("authors.links.url", "Address. The whole address, with https://."),
    Word("menus", "Menus. What stands in the head and the foot of each page."),
    Word("menus.main", "In the head. The sections unless set."),
    Word("menus.main.name", "Name. What the link is called."),
    Word("menus.main.url", "Address. From the first slash, or a whole address."),
    Word("menus.foot", "In the foot. What the foot of each page links to."),
    Word("menus.foot.name", "Name. What the link is called."),
    Word("menus.foot.url", "Address. From the first slash, or a whole address."),
    Word("related", "Đọc thêm. How lists of related articles are made."),
    Word("related.limit", "Entries. How many articles stand in a list."),
    Word("related.threshold", "Threshold. How alike, in hundredths, two articles must be."),
    Word("related.newer_days", "Newer days. How many days newer a related article may be."),
    Word("related.topics", "Weight of topics. In hundredths of that of a word as rare."),
    Word("related.freshness", "Weight of nearness in time. In hundredths."),
    Word("related.alike", "Too alike. Of articles so alike, in hundredths, a list holds one."),
    Word("related.most_lists", "Lists. An article stands in so many lists at most."),
    Word("imprint", "Imprint. What press law wants in the foot of each page."),
    Word("imprint.publisher", "Publisher. Who publishes the newspaper."),
    Word("imprint.governing_body", "Governing body. Whose newspaper it is."),
    Word("imprint.licence", "Licence. Its number, date, and who gave it."),
    Word("imprint.editor_in_chief", "Editor-in-chief. Who answers for the newspaper."),
    Word("imprint.address", "Postal address. Where the newsroom is."),
    Word("imprint.phone", "Telephone. A number that readers may call."),
    Word("imprint.email", "E-mail. An address that readers may write to."),
    Word("imprint.note", "Note. Anything else for the foot."),
    Word("strings", "The theme's words. What the theme writes, where the newspaper wants other words."),
    *(Word("strings." + name, "Words. What the theme writes in this place.") for name in Strings.__dataclass_fields__),
    Word("check", "Checking texts. What “hatinh-news check” asks of texts."),
    Word("check.off", "Switched off. Codes of rules that are not looked for."),
    Word("check.title_length", "Length of headlines. In characters, at most."),
    Word("check.sapo_length", "Length of sapos. In characters, at most."),
    Word("check.body_words", "Length of texts. In syllables, at least."),
    Word("check.photo_days", "Days between lead pictures. Within them no two articles should have the same."),
    Word("check.first_year", "First year. A date before it is a slip."),
    Word("check.future_days", "Days to come. A date behind them is a slip."),
    Word("check.links", "Links asked. How many pages elsewhere one run asks."),
    Word("check.link_seconds", "Seconds for an answer. How long a page elsewhere is waited for."),
    Word("extensions", "Extensions. Names of packages that help to build."),
    Word("search", "Search. Whether readers can search the full text."),
    Word("feed_content", "Feeds. Whether feeds carry the sapo of an article (summary) or all of it (full)."),
    Word("logo", "Logo. The newspaper's logo, a file in static/."),
    Word("theme_color", "Colour. What browsers colour their frame with."),
    Word("headers", "Headers. What servers are to say with each page; “false” leaves it to them."),
    Word("budgets", "Budgets. What pages may weigh, gzipped, before a build complains."),
    Word("budgets.article_html", "Articles. The HTML of an article, like 40 KB; “off” is no limit."),
    Word("budgets.list_html", "Lists. The HTML of any other page."),
    Word("budgets.css", "Style sheets. All of those that a page loads."),
    Word("budgets.js", "Scripts. All of those that a page loads."),
    Word("budgets.page_weight", "Page. The HTML with style sheets and scripts."),
    Word("deployment", "Deployment. What programs that publish the site want to know."),
    Word("deployment.targets", "Hosts. Where the newspaper is published: files for these are made."),
    Word("extra", "The site's own. Keys of the site's own, for its templates."),
)
