"""What an editor wishes for, and what of it is meant, where nobody can be asked."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from hatinh_news.desk import faults
from hatinh_news.desk.names import Known
from hatinh_news.model.errors import CannotBuild
from hatinh_news.model.fault import Fault, Place
from hatinh_news.text.clean import clean_line
from hatinh_news.text.fold import fold
from hatinh_news.text.lookup import look_up
from hatinh_news.text.nearest import nearest


@dataclass(frozen=True, slots=True)
class Wish:
    """An article to be: names as they were typed, or after `settled` or an editor's answers as they are spelt.

    `date` is as it was typed; an empty one means `now`. `draft` None leaves it to the archetype. `image` is a picture
    to be copied beside the article, or the address of one in static/. `new_section` says that `section` is to be made.
    """

    title: str
    now: datetime
    section: str = ""
    topics: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    series: str = ""
    date: str = ""
    slug: str = ""
    draft: bool | None = None
    image: str = ""
    bundle: bool = False
    folder: Path = Path()
    new_section: bool = False


def settled(known: Known, wish: Wish) -> tuple[Wish, list[Fault]]:
    """The wish with the names that were meant, and a warning for each new name that is nearly an old one.

    Without a section it is the one of articles that name none. Raises CannotBuild for a section that is none.
    """
    section = the_section(known, wish.section) if clean_line(wish.section) else known.default_section
    topics, topic_faults = _settled(wish.topics, known.topics, "--topic")
    authors, author_faults = _settled(wish.authors, known.authors, "--author")
    series, series_faults = _settled((wish.series,) if wish.series else (), known.series, "--series")
    meant = replace(wish, section=section, topics=topics, authors=authors, series="".join(series))
    return meant, [*topic_faults, *author_faults, *series_faults]


def the_section(known: Known, typed: str) -> str:
    """The section that is meant by its name, its folder, or enough letters of its name; raises CannotBuild."""
    typed = clean_line(typed)
    found = look_up(typed, known.sections)
    sure = found.sure or known.folders.get(typed, "")
    likely = (sure,) if sure else found.likely
    if len(likely) == 1:
        return likely[0]
    if not known.sections or (not known.declared and not likely):
        return typed
    place, choices = Place("--section"), ", ".join(likely or known.sections)
    if likely:
        raise CannotBuild(faults.SEVERAL_NAMES.at(place, name=typed, choices=choices))
    near = nearest(typed, known.sections)
    if near is None:
        raise CannotBuild(faults.NO_SUCH_SECTION.at(place, name=typed, choices=choices))
    raise CannotBuild(faults.NO_SUCH_SECTION_NEAR.at(place, name=typed, nearest=near, choices=choices))


def _settled(typed: Sequence[str], names: Sequence[str], option: str) -> tuple[tuple[str, ...], list[Fault]]:
    """The names as they are spelt; all that mean none of them are new.

    Small letters without marks are no name but a search: for one that finds many, CannotBuild is raised.
    """
    meant, wrong = [], []
    for name in filter(None, map(clean_line, typed)):
        found = look_up(name, names)
        likely = found.likely if name == fold(name) else ()
        if not found.sure and len(likely) > 1:
            raise CannotBuild(faults.SEVERAL_NAMES.at(Place(option), name=name, choices=", ".join(likely)))
        known = found.sure or "".join(likely)
        meant.append(known or name)
        if not known and (near := nearest(name, names)) is not None:
            wrong.append(faults.NEW_NAME_NEAR.at(Place(option), name=name, nearest=near))
    return tuple(dict.fromkeys(meant)), wrong
