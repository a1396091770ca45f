"""Every way in which a file can be unfit for reading: its place, its bytes, its front matter as YAML."""

from typing import Final

from hatinh_news.model.fault import Kind

# The tree of files

NO_CONTENT: Final = Kind(
    "no-content",
    "there is no folder “content” here",
    "name the site's folder: hatinh-news build FOLDER; it holds content/ with site.yaml and the articles",
)
NO_ARTICLES: Final = Kind(
    "no-content",
    "the folder “content” holds no Markdown files",
    "write a first article: content/2025-02-28-ten-bai.md",
)
NOT_A_FILE: Final = Kind(
    "not-a-file",
    "this is no ordinary file but a {found}",
    "remove it, or put a Markdown file in its place",
)
LINK_OUTSIDE: Final = Kind(
    "link-outside",
    "this link leads out of the site's folder, to {target}",
    "copy the file into the site's folder instead of linking to it",
)
LINK_LOOP: Final = Kind(
    "link-loop",
    "this link leads to itself or to a folder that it lies in",
    "remove the link",
)
LINK_BROKEN: Final = Kind(
    "link-broken",
    "this link leads nowhere: {target} does not exist",
    "remove the link, or bring the file back",
)
BAD_FILE_NAME: Final = Kind(
    "bad-file-name",
    "the name of this file is not valid UTF-8",
    "give the file a new name",
)
TWO_FORMS: Final = Kind(
    "two-forms",
    "this file and {other} have one name, written in two Unicode forms",
    "delete the one that is not wanted",
)
UNREADABLE: Final = Kind(
    "unreadable",
    "the file cannot be read: {reason}",
    "check that the file exists and that you may read it",
)
NOT_MARKDOWN: Final = Kind(
    "not-markdown",
    "files that end in {suffix} are not read as articles",
    "save the text as Markdown with the ending .md, or take the file out of content/",
    "warning",
)
TOO_LARGE: Final = Kind(
    "too-large",
    "the file has {size} bytes; {limit} is the most for a text",
    "split the article, and keep pictures in files of their own",
)

# Bytes and text

UTF16: Final = Kind(
    "utf-16",
    "the file is saved as UTF-16",
    "save it again as UTF-8: in Notepad choose “Save as”, then the encoding UTF-8",
)
NULL_BYTE: Final = Kind(
    "null-byte",
    "the file holds a null byte: it is damaged, or no text",
    "delete the character at this place, or take the text from an undamaged copy",
)
NOT_UTF8: Final = Kind(
    "not-utf-8",
    "the byte {byte} is not valid UTF-8",
    "save the file again as UTF-8 (old files may be in Windows-1258, TCVN3 or VNI)",
)
EMPTY_FILE: Final = Kind(
    "empty-file",
    "the file is empty",
    "write the article, or delete the file",
)

# Front matter

NO_FRONT_MATTER: Final = Kind(
    "no-front-matter",
    "the file does not begin with front matter",
    "put a line --- at the top, then title: and date:, then another line ---",
)
TOML_FRONT_MATTER: Final = Kind(
    "toml-front-matter",
    "front matter between +++ lines (TOML) is not read",
    "write it as YAML between two lines ---: “title: …” in place of “title = …”",
)
UNCLOSED_FRONT_MATTER: Final = Kind(
    "unclosed-front-matter",
    "the front matter is not closed",
    "put a line with three hyphens --- between the last key and the text",
)
ALMOST_CLOSED: Final = Kind(
    "unclosed-front-matter",
    "the front matter that begins on line {opened} is not closed: “{found}” is no line of three hyphens",
    "write --- here: three hyphens and nothing else",
)
FRONT_MATTER_TOO_LONG: Final = Kind(
    "front-matter-too-long",
    "the front matter is longer than {limit} characters",
    "close it with --- before the text begins",
)

# YAML

YAML_SYNTAX: Final = Kind(
    "yaml-syntax",
    "this is not valid YAML ({problem})",
    "write each key as “key: value” on a line of its own; put a value with special characters in double quotes",
)
YAML_COLON: Final = Kind(
    "yaml-colon",
    "a colon stands inside a value that is not in quotes",
    'put the whole value in double quotes: title: "Hà Tĩnh: …"',
)
YAML_CHARACTER: Final = Kind(
    "yaml-character",
    "a value cannot begin with this character (a tab, @, ` or %)",
    "put the value in double quotes; indent with spaces, not with tabs",
)
YAML_TAB: Final = Kind(
    "yaml-tab",
    "this line is indented with a tab",
    "indent with spaces",
)
YAML_ASTERISK: Final = Kind(
    "yaml-asterisk",
    "a value cannot begin with * or &",
    "put the value in double quotes",
)
YAML_UNCLOSED_QUOTE: Final = Kind(
    "yaml-unclosed-quote",
    "the quotes that open here are never closed",
    'close them at the end of the value; inside double quotes write \\" or use “ ”',
)
YAML_UNCLOSED_LIST: Final = Kind(
    "yaml-unclosed-list",
    "the bracket that opens here is never closed",
    "write the list as [one, two] and put names with commas or brackets in double quotes",
)
YAML_ESCAPE: Final = Kind(
    "yaml-escape",
    "a backslash inside double quotes begins a code that YAML does not know",
    "write the backslash twice, or use single quotes",
)
YAML_NO_COLON: Final = Kind(
    "yaml-no-colon",
    "this line has no “key:”",
    "begin it with a key and a colon; a long value goes on in a line that is indented",
)
YAML_EXPECTED_KEY: Final = Kind(
    "yaml-expected-key",
    "a new key is expected here: text stands after closed quotes, or the line is indented too far",
    "put the whole value in one pair of quotes, and begin keys at the start of the line",
)
YAML_INDENT: Final = Kind(
    "yaml-indent",
    "the entries of this list are not indented alike",
    "begin every entry with “- ” in the same column",
)
YAML_TAG: Final = Kind(
    "yaml-tag",
    "tags such as {tag} are not accepted",
    "take out the word that begins with an exclamation mark, or put the value in double quotes",
)
YAML_UNKNOWN_TAG: Final = Kind(
    "yaml-tag",
    "a value cannot begin with an exclamation mark",
    "put the value in double quotes",
)
YAML_ALIAS: Final = Kind(
    "yaml-alias",
    "*{name} refers to an anchor that is not there",
    "put a value that begins with an asterisk in double quotes",
)
YAML_DOCUMENTS: Final = Kind(
    "yaml-documents",
    "a second YAML document begins here",
    "take out the line --- or ... in between",
)
YAML_NOT_KEYS: Final = Kind(
    "yaml-not-keys",
    "there are no keys here",
    "write “key: value” on each line, such as title: …",
)
YAML_KEY: Final = Kind(
    "yaml-key",
    "a key must be a word",
    "put a value that begins with a bracket in double quotes",
)
YAML_TOO_DEEP: Final = Kind(
    "yaml-too-deep",
    "values are nested more than {limit} deep",
    "make it flatter",
)
YAML_TOO_BIG: Final = Kind(
    "yaml-too-big",
    "there are more than {limit} values here, counting what aliases stand for",
    "make it shorter",
)
DUPLICATE_KEY: Final = Kind(
    "duplicate-key",
    "the key “{key}” stands on line {line} already",
    "keep one of the two",
)
BAD_ADDRESS_LINE: Final = Kind(
    "bad-address-line",
    "this line names no address: “{found}”",
    "an address, what answered it, and its file or name, with a tab between them; bring back the line as it was",
    "warning",
)
