"""What cameras and agencies wrote into pictures: builds take it where the text is silent, so no rule asks for it."""

from collections.abc import Mapping
from typing import Final

from hatinh_news.desk.checks.files import Checked
from hatinh_news.desk.checks.pictures import says_who
from hatinh_news.model.images import Negative
from hatinh_news.model.picture import Look

_CAPTION: Final = "NO_CAPTION"
_CREDIT: Final = "NO_CREDIT"


def without_answered(one: Checked, pictures: Mapping[str, Negative]) -> Checked:
    """A file's findings without those that its pictures answer themselves."""
    if not pictures or not any(told.kind in (_CAPTION, _CREDIT) for told in one.found):
        return one
    shown = {(spot.line, spot.column): pictures.get(spot.name) for spot in one.pictures}
    found = [told for told in one.found if not _answers(shown.get((told.line, told.column)), told.kind)]
    return one._replace(found=found)


def _answers(picture: Negative | None, kind: str) -> bool:
    if picture is None or not isinstance(picture.found, Look):
        return False
    head = picture.found
    if kind == _CREDIT:
        return bool(head.credit) or says_who(head.caption)
    return kind == _CAPTION and bool(head.caption)
