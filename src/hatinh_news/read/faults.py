"""Every way in which what an editor's file says can be wrong: keys, values, text, pictures."""

from typing import Final

from hatinh_news.model.fault import Kind

# Keys and values

UNKNOWN_KEY: Final = Kind(
    "unknown-key",
    "there is no key “{key}”",
    "take it out; keys of your own go below “extra:”",
)
UNKNOWN_KEY_NEAR: Final = Kind(
    "unknown-key",
    "there is no key “{key}”",
    "did you mean “{nearest}”? Keys of your own go below “extra:”",
)
KEY_TWICE: Final = Kind(
    "key-twice",
    "“{key}” says again what another key says: both mean “{canonical}”",
    "keep one of the two",
)
MISSING_KEY: Final = Kind(
    "missing-key",
    "the key “{key}” is missing",
    "add a line “{key}: …”",
)
NOT_TEXT: Final = Kind(
    "not-text",
    "“{key}” must be one piece of text, not a list or a group of keys",
    "write it on one line; put text with brackets or colons in double quotes",
)
EMPTY_TEXT: Final = Kind(
    "empty-text",
    "“{key}” is empty",
    "fill it in",
)
NOT_A_FLAG: Final = Kind(
    "not-a-flag",
    "“{key}” must be true or false, not “{found}”",
    "write true or false",
)
NOT_A_DATE: Final = Kind(
    "not-a-date",
    "“{key}”: “{found}” is not a date",
    "write year-month-day and if need be the time: 2025-02-28 15:30",
)
NO_SUCH_DATE: Final = Kind(
    "no-such-date",
    "“{key}”: there is no such day or time as “{found}”",
    "write a day that is in the calendar, as year-month-day: 2025-02-28 15:30",
)
NOT_A_NUMBER: Final = Kind(
    "not-a-number",
    "“{key}” must be a whole number from {least} to {most}, not “{found}”",
    "write digits only",
)
NOT_ONE_OF: Final = Kind(
    "not-one-of",
    "“{key}” cannot be “{found}”",
    "write one of: {choices}",
)
NO_SUCH_RULE: Final = Kind(
    "no-such-rule",
    "“{key}” names a rule that does not exist: “{found}”",
    "write the code of one of the desk's rules, as docs/check.md lists them",
)
NO_SUCH_RULE_NEAR: Final = Kind(
    "no-such-rule",
    "“{key}” names a rule that does not exist: “{found}”",
    "did you mean “{nearest}”?",
)
NOT_KEYS: Final = Kind(
    "not-keys",
    "“{key}” must be a group of keys ({keys})",
    "write each on a line of its own, indented by two spaces",
)
BAD_SLUG: Final = Kind(
    "bad-slug",
    "“{key}”: “{found}” cannot be a piece of an address",
    "use Latin letters without marks, digits and hyphens: {example}",
)
BAD_LANGUAGE: Final = Kind(
    "bad-language",
    "“{key}”: “{found}” is no language code",
    "write vi for Vietnamese, en for English",
)
BAD_TEMPLATE_NAME: Final = Kind(
    "bad-template-name",
    "“{key}”: “{found}” is no name of a template",
    "write the name of a file in templates/, such as long-read.html",
)
BAD_ALIAS: Final = Kind(
    "bad-alias",
    "“{found}” is no address of this site",
    "write the old address from its first slash, without ? and #: /thoi-su/bai-cu/",
)

# Articles

NO_DATE: Final = Kind(
    "no-date",
    "the article has no date",
    "add a line “date: 2025-02-28 15:30”, or begin the file's name with the date: 2025-02-28-ten-bai.md",
)
BAD_FILE_DATE: Final = Kind(
    "no-such-date",
    "the name of the file begins with {found}, a day that is not in the calendar",
    "mend the file's name, or add a line “date: …”",
)
NO_ADDRESS: Final = Kind(
    "no-address",
    "no address can be made of the file's name",
    "add a line “slug: ten-bai”",
)
EXPIRES_FIRST: Final = Kind(
    "expires-first",
    "the article expires ({expires}) before it goes live ({live})",
    "mend “expiry_date” or “publish_date”",
)
UPDATED_FIRST: Final = Kind(
    "updated-first",
    "the article was updated ({updated}) before its date ({date})",
    "mend “updated” or “date”",
    "warning",
)
CORRECTED_FIRST: Final = Kind(
    "corrected-first",
    "the correction ({corrected}) is older than its article ({date})",
    "mend the correction's “date”, or the article's",
    "warning",
)
REASON_MISSING: Final = Kind(
    "reason-missing",
    "“{key}” must say why the article was retracted",
    "write the reason that readers shall see",
)
STRAY_INDEX: Final = Kind(
    "stray-index",
    "_index.md belongs in a folder of a section, topic, author or series",
    "move it to content/chuyen-muc/_index.md or content/chu-de/ten-chu-de/_index.md",
)

# Fronts

PIN_ENDS_FIRST: Final = Kind(
    "pin-ends-first",
    "the pin ends ({until}) before it begins ({since})",
    "mend “from” or “until”: the moment in “until” is no longer part of it",
)
BLOCK_OF_ONE: Final = Kind(
    "block-of-one",
    "a block of the front page is that of one section or of one topic",
    "write “section: …” or “topic: …”, and for another block another entry of the list",
)
PIN_OF_NO_FRONT: Final = Kind(
    "misplaced-key",
    "“{key}” is not for this page",
    "pin articles in the _index.md of the front page, of a section or of a topic",
)
NO_FRONT_PAGE: Final = Kind(
    "misplaced-key",
    "“{key}” is not for this page",
    "write it into content/_index.md, the file of the front page",
)

# Text and pictures

MISSING_PICTURE: Final = Kind(
    "missing-picture",
    "there is no picture “{target}”",
    "put the picture beside the article or in static/, and check its name",
    "warning",
)
MISSING_PICTURE_NEAR: Final = Kind(
    "missing-picture",
    "there is no picture “{target}”",
    "did you mean “{nearest}”?",
    "warning",
)
NOT_A_PICTURE: Final = Kind(
    "not-a-picture",
    "“{target}” is not a picture that browsers show",
    "use JPEG, PNG, WebP, AVIF, GIF or SVG; the file may be damaged",
    "warning",
)
OUTSIDE_PICTURE: Final = Kind(
    "outside-picture",
    "the picture “{target}” is on another site",
    "save the picture beside the article: readers should load nothing from elsewhere",
    "warning",
)
MISSING_FILE: Final = Kind(
    "missing-file",
    "the link leads to “{target}”, and there is no such file",
    "link to an article by its file (../2025/ten-bai.md) or to a page by its address (/chu-de/ten/)",
    "warning",
)
UNSAFE_LINK: Final = Kind(
    "unsafe-link",
    "the address “{target}” is not safe, and was left out",
    "link to https:, http:, mailto: or tel: addresses",
    "warning",
)
RAW_HTML: Final = Kind(
    "raw-html",
    "HTML such as {found} is shown as plain text",
    "use Markdown; for a film use a block ::: video",
    "warning",
)
UNCLOSED_COMMENT: Final = Kind(
    "unclosed-comment",
    "the note that <!-- opens here is never closed",
    "close it with -->; otherwise readers would see it",
)
UNKNOWN_BLOCK: Final = Kind(
    "unknown-block",
    "there is no block “{name}”",
    "use one of: {choices}",
)
UNKNOWN_BLOCK_NEAR: Final = Kind(
    "unknown-block",
    "there is no block “{name}”",
    "did you mean “{nearest}”?",
)
UNCLOSED_BLOCK: Final = Kind(
    "unclosed-block",
    "the block “{name}” is never closed",
    "put a line ::: after its last line",
)
EMPTY_BLOCK: Final = Kind(
    "empty-block",
    "the block “{name}” is empty",
    "write its text between the line ::: {name} and the line :::",
)
NO_PICTURES: Final = Kind(
    "empty-block",
    "the block “anh” holds no picture",
    'put pictures inside it, each on a line: ![what is seen](anh-1.jpg "caption")',
)
NO_TABLE: Final = Kind(
    "empty-block",
    "the block “bang” holds no table",
    "put a table inside it: | … | … |, and a line |---|---| below the first",
)
BAD_VIDEO: Final = Kind(
    "bad-video",
    "a video needs an address: “{target}” is none",
    "write ::: video https://www.youtube.com/watch?v=… and, if wanted, a caption",
)
BAD_WEB_ADDRESS: Final = Kind(
    "bad-web-address",
    "“{key}”: “{found}” is not the whole address of a page",
    "write it in full: https://songla.example/lien-he",
)
DEAD_PART: Final = Kind(
    "dead-part",
    "the link “#{target}” leads to no part of this text",
    "correct the link, or delete it; a heading is called after its words: ## Nguyên nhân is #nguyen-nhan",
    "warning",
)
DEAD_PART_NEAR: Final = Kind(
    "dead-part",
    "the link “#{target}” leads to no part of this text",
    "correct the link, perhaps to “#{nearest}”, or delete it",
    "warning",
)
PART_OF_NOTHING: Final = Kind(
    "part-of-nothing",
    "this article is part {part}, but of no series",
    "write the name of the series as “series: …”, or delete “part”",
    "warning",
)
