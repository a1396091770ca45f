"""The template of new articles, out of the tables by which the loader reads keys and programs are told of them."""

from hatinh_news.desk.words import FRONT_MATTER, Fresh
from hatinh_news.messages import translator
from hatinh_news.model.fault import Translate
from hatinh_news.read.front_matter import ARTICLE_FIELDS
from hatinh_news.read.shape import Shape, shape_of


def template(say: Translate) -> str:
    """What an article begins with where no archetype says otherwise."""
    note = say("Write the text here, with an empty line between paragraphs. This note is not shown on the page.")
    return "\n".join(["---", *fresh("always", say).values(), "---", "", f"<!-- {note} -->", ""])


def fresh(when: Fresh, say: Translate) -> dict[str, str]:
    """The line of each key that a new article then has, in their order, with the remark beside it."""
    words = {word.path: word for word in FRONT_MATTER if word.fresh == when}
    return {
        field.key: _line(f"{field.key}:{_value(shape_of(field.read))}", say(words[field.key].remark))
        for field in ARTICLE_FIELDS
        if field.key in words
    }


def speaks(language: str) -> Translate:
    """Who writes remarks in the files of a newspaper of this language."""
    return translator("vi" if language.partition("-")[0] == "vi" else "en")


def _value(shape: Shape) -> str:
    if shape.items is not None:
        return " []"
    return " true" if shape.widget == "boolean" else ""


def _line(key: str, remark: str) -> str:
    return f"{key}  # {remark}" if remark else key
