"""What the desk's rules find in a text that a build takes as it is."""

from typing import Final

from hatinh_news.model.fault import Kind

# Headline and sapo

LONG_TITLE: Final = Kind(
    "long-title",
    "the headline has {count} characters, more than {limit}",
    "shorten it, or give lists a short one: “link_title: …”",
    "warning",
)
TITLE_FULL_STOP: Final = Kind(
    "title-full-stop",
    "the headline ends with a full stop",
    "take the full stop out",
    "note",
)
NO_SAPO: Final = Kind(
    "no-sapo",
    "the article has no sapo",
    "add a line “sapo: …”, or end the summary in the text with <!--more-->",
    "warning",
)
LONG_SAPO: Final = Kind(
    "long-sapo",
    "the sapo has {count} characters, more than {limit}",
    "say in one or two sentences what happened; the rest belongs in the text",
    "warning",
)

# Pictures

NO_ALT: Final = Kind(
    "no-alt",
    "the picture “{target}” has no words for those who do not see it",
    "say in one sentence what is to be seen: in image_alt for the lead picture, in square brackets for one in the text",
    "warning",
)
ALT_IS_TITLE: Final = Kind(
    "alt-is-title",
    "the words for the picture “{target}” are the headline once more",
    "say what the picture shows: who does what, and where",
    "warning",
)
NO_CAPTION: Final = Kind(
    "no-caption",
    "the picture “{target}” has no caption",
    'write image_caption: …, in the text ![…](a.jpg "Caption | Ảnh: Name")',
    "warning",
)
NO_CREDIT: Final = Kind(
    "no-credit",
    "the picture “{target}” does not say who took it",
    'write image_credit: "Ảnh: Name", in the text ![…](a.jpg "Caption | Ảnh: Name")',
    "warning",
)
SAME_PHOTO: Final = Kind(
    "same-photo",
    "the article has shown the picture “{target}” already, in line {line}",
    "take one of the two out",
    "warning",
)
PHOTO_AGAIN: Final = Kind(
    "photo-again",
    "the lead picture is that of {other}, too, and {days} days at most are between them",
    "choose another picture, so that readers do not take one article for the other",
    "note",
)

# The text as a whole

EMPTY_BODY: Final = Kind(
    "empty-body",
    "the article has no text",
    "write the text below the front matter; until then “draft: true” keeps it from readers",
)
SHORT_BODY: Final = Kind(
    "short-body",
    "the text has {count} syllables, fewer than {limit}, and neither picture nor film",
    "look whether something got lost when it was pasted",
    "warning",
)
PROMISED_VIDEO: Final = Kind(
    "promised-video",
    "the headline promises a film (“{found}”), and the text has none",
    "add a block ::: video, or take the promise out of the headline",
    "warning",
)
PROMISED_PHOTOS: Final = Kind(
    "promised-photos",
    "the headline promises pictures (“{found}”), and the article has {count}",
    "add pictures, or take the promise out of the headline",
    "warning",
)
TO_BE_CONTINUED: Final = Kind(
    "to-be-continued",
    "the text ends with “{found}”, and no series says where it goes on",
    "add “series: …” to each part, or take the words out",
    "warning",
)
HEADING_GAP: Final = Kind(
    "heading-gap",
    "a heading of level {level} follows one of level {before}: a level is left out",
    "begin the heading's line with “{fitting} ”",
    "warning",
)
HEADING_GAP_FIRST: Final = Kind(
    "heading-gap",
    "the first heading is of level {level}, and level 2 stands below the headline",
    HEADING_GAP.hint,
    "warning",
)

# How it is written

STRAIGHT_QUOTES: Final = Kind(
    "straight-quotes",
    "straight quotation marks in “{key}”",
    "write “…”",
    "note",
)
LONE_QUOTE: Final = Kind(
    "lone-quote",
    "a quotation mark without its partner: {found}",
    "add the one that is missing, “ in front and ” behind",
    "warning",
)
DOUBLE_SPACE: Final = Kind(
    "double-space",
    "two spaces where one is enough: {found}",
    "take one out",
    "note",
)
TRAILING_SPACE: Final = Kind(
    "trailing-space",
    "a space at the end of the line",
    "take it out",
    "note",
)
SPACE_BEFORE_MARK: Final = Kind(
    "space-before-mark",
    "a space before “{mark}”: {found}",
    "take the space out",
    "note",
)
DOUBLED_WORD: Final = Kind(
    "doubled-word",
    "“{found}” stands there twice",
    "take one out, or switch the rule off for this paragraph: <!-- check-off: doubled-word -->",
    "warning",
)

# Letters

NOT_NFC: Final = Kind(
    "not-nfc",
    "letters whose marks are characters of their own: {found}",
    "type with a Unicode keyboard (dựng sẵn, NFC)",
    "note",
)
LOOK_ALIKE: Final = Kind(
    "look-alike",
    "“{found}” has letters of another alphabet that look like Latin ones: {letters}",
    "type the word anew: nobody finds it as it is",
    "warning",
)
FULL_WIDTH: Final = Kind(
    "full-width",
    "“{found}” is typed in the wide signs of East Asian keyboards",
    "type it anew with plain letters and digits",
    "warning",
)
INVISIBLE: Final = Kind(
    "invisible",
    "an invisible character (U+{number}) in “{found}”",
    "take it out; it comes along when text is pasted",
    "note",
)

# What pasting leaves behind

WORD_DEBRIS: Final = Kind(
    "word-debris",
    "something of Word's came along: {found}",
    "take it out; paste without formatting (Ctrl+Shift+V)",
    "warning",
)
TRACKING: Final = Kind(
    "tracking",
    "the link tells somebody else who clicked it: {found}",
    "take the parameter out of the address",
    "warning",
)
NBSP: Final = Kind(
    "nbsp",
    "non-breaking spaces instead of plain ones: {found}",
    "type plain spaces",
    "note",
)

# Dates and names

LONG_PAST: Final = Kind(
    "odd-date",
    "the article's date is {date}, long before this newspaper's first year ({year})",
    "look whether the year is right",
    "warning",
)
FAR_FUTURE: Final = Kind(
    "odd-date",
    "the article's date is {date}, more than {days} days from now",
    "look whether year and month are right",
    "warning",
)
NAME_SPELLING: Final = Kind(
    "name-spelling",
    "“{name}” is spelt “{usual}” elsewhere",
    "write “{usual}”: both lead to one page",
    "note",
)

# Links to other sites

DEAD_OUTSIDE_LINK: Final = Kind(
    "dead-outside-link",
    "the page {url} does not answer: {reason}",
    "look the address up, or take the link out",
    "warning",
)
MOVED_OUTSIDE_LINK: Final = Kind(
    "moved-outside-link",
    "the page {url} has moved for good to {target}",
    "link to the new address",
    "note",
)

# The command itself

UNKNOWN_CODE: Final = Kind(
    "unknown-code",
    "“check-off” names a rule that does not exist: “{code}”",
    "write the code of one of the desk's rules, as docs/check.md lists them",
    "warning",
)
UNKNOWN_CODE_NEAR: Final = Kind(
    "unknown-code",
    "“check-off” names a rule that does not exist: “{code}”",
    "did you mean “{nearest}”?",
    "warning",
)
NOT_CONTENT: Final = Kind(
    "not-content",
    "this is no Markdown file of the newspaper's content/",
    "name files below content/ of one newspaper, or the newspaper's folder",
)
NOT_MENDED: Final = Kind(
    "not-mended",
    "this file is left as it is: the mended one would not say the same",
    "mend it by hand",
    "warning",
)
