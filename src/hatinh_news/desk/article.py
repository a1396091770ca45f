"""A new article: composed, tried among the others as a build would read it, and laid down beside them."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from hatinh_news.build.recall import Recalled
from hatinh_news.build.trial import trial
from hatinh_news.desk import faults
from hatinh_news.desk.archetype import Archetype, archetype
from hatinh_news.desk.front import front_matter, without
from hatinh_news.desk.names import Known
from hatinh_news.desk.naming import NAMELESS, file_name, habit, other_name
from hatinh_news.desk.template import fresh, speaks
from hatinh_news.desk.wish import Wish
from hatinh_news.desk.yaml_text import written, written_list
from hatinh_news.model.article import Article, Profile
from hatinh_news.model.errors import CannotBuild, CannotWrite
from hatinh_news.model.fault import Fault, Place, Translate
from hatinh_news.read.library import PICTURE_SUFFIXES
from hatinh_news.read.picture_size import picture_size
from hatinh_news.read.sources import PAGES_FOLDER
from hatinh_news.read.values import is_slug
from hatinh_news.text.clean import clean_line
from hatinh_news.text.dates import NoSuchDate, NotADate, parse_moment
from hatinh_news.text.fold import match_key
from hatinh_news.text.slug import slug


@dataclass(frozen=True, slots=True)
class Draft:
    """`article` is what a build will read; `files` are those to be made, each a text or a file to be copied, by paths
    from the site's folder, the article's own last."""

    article: Article
    files: Mapping[str, bytes | Path]
    faults: tuple[Fault, ...] = ()

    @property
    def path(self) -> str:
        return self.article.place.path


def compose(known: Known, wish: Wish) -> Draft:
    """The article of a wish whose names are settled; raises CannotBuild with all that a build would say against it."""
    title = clean_line(wish.title)
    if not title:
        raise CannotBuild(faults.NO_TITLE.at(Place("hatinh-news new")))
    folder, files = _folder(known, wish)
    paper = _with_section(known, wish, files)
    date = _date(paper, wish)
    piece = _piece(title, wish.slug) or f"{NAMELESS}-{date:%d-%H%M}"
    begun = archetype(paper.site, folder, paper.config)
    image = _image(paper, wish)
    bundle = wish.bundle or isinstance(image, Path)
    path = file_name(folder, habit(paper.content.articles, folder), date, piece, bundle=bundle)
    picture = f"{slug(image.stem) or 'anh'}{image.suffix.lower()}" if isinstance(image, Path) else wish.image
    spoken = folder in known.folders and match_key(known.folders[folder]) == match_key(wish.section)
    section = "" if spoken or wish.new_section else wish.section
    meant = replace(wish, title=title, section=section, image=picture)
    text = _text(begun, meant, date, speaks(paper.config.language))
    beside: dict[str, Path] = {}
    if isinstance(image, Path):
        beside[f"{path.removesuffix('index.md')}{picture}"] = image
    _check_free(paper, [f"content/{name}" for name in (path, other_name(path), *beside)], files)
    made, wrong = trial(paper, path, text.encode(), {name: str(file) for name, file in beside.items()})
    if wrong or not isinstance(made, Article):
        raise CannotBuild(*(_placed(fault, path, begun) for fault in wrong))
    files |= {f"content/{name}": file for name, file in beside.items()}
    return Draft(made, {**files, f"content/{path}": text.encode()})


def lay_down(site: Path, files: Mapping[str, bytes | Path]) -> None:
    """Makes the files below `site`, all of them or none; raises CannotWrite where one is there or cannot be made."""
    done: list[Path] = []
    try:
        for name, content in files.items():
            _make(site / name, name, content, done)
    except BaseException:
        for file in done:
            file.unlink(missing_ok=True)
        raise


def _make(file: Path, name: str, content: bytes | Path, done: list[Path]) -> None:
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("xb") as opened:
            done.append(file)
            opened.write(content.read_bytes() if isinstance(content, Path) else content)
    except FileExistsError as error:
        raise CannotWrite(faults.FILE_THERE.at(Place(name))) from error
    except OSError as error:
        raise CannotWrite(faults.CANNOT_CREATE.at(Place(name), reason=error.strerror or str(error))) from error


def _folder(known: Known, wish: Wish) -> tuple[str, dict[str, bytes | Path]]:
    """The folder of the section, and the file that makes a section of it where it is to be a new one."""
    key = match_key(wish.section)
    folder = next((folder for folder, name in known.folders.items() if match_key(name) == key), slug(wish.section))
    if not wish.new_section:  # what lies in the folder of standing pages is none of a section's
        return "" if folder == PAGES_FOLDER else folder, {}
    page = f"---\ntitle: {written(wish.section)}\ndescription:\n---\n"
    return folder, {f"content/{folder}/_index.md": page.encode()}


def _with_section(known: Known, wish: Wish, files: Mapping[str, bytes | Path]) -> Recalled:
    """The newspaper with the section that is to be new, too."""
    paper = known.paper
    for name, text in files.items():
        _check_free(paper, [name], {})
        made, wrong = trial(paper, name.removeprefix("content/"), text if isinstance(text, bytes) else b"")
        if wrong or not isinstance(made, Profile) or made.kind != "section":
            choices = ", ".join(known.sections)
            refused = faults.NO_SUCH_SECTION.at(Place("--section"), name=wish.section, choices=choices)
            raise CannotBuild(*(wrong or [refused]))
        paper = replace(paper, content=replace(paper.content, profiles=(*paper.content.profiles, made)))
    return paper


def _date(paper: Recalled, wish: Wish) -> datetime:
    zone = paper.config.timezone
    try:
        date = parse_moment(clean_line(wish.date), zone) if wish.date else wish.now.astimezone(zone)
    except (NotADate, NoSuchDate) as error:
        raise CannotBuild(faults.BAD_DATE.at(Place("--date"), found=wish.date)) from error
    return date.replace(second=0, microsecond=0)


def _piece(title: str, wished: str) -> str:
    """The article's piece of an address; empty where the title has nothing that can be spelt in one."""
    if wished and not is_slug(wished):
        example = slug(wished) or NAMELESS
        raise CannotBuild(faults.BAD_NEW_SLUG.at(Place("--slug"), found=wished, example=example))
    return wished or slug(title)


def _image(paper: Recalled, wish: Wish) -> Path | str:
    """The picture to be copied, or the address of one in static/; empty for none."""
    if not wish.image or wish.image in paper.static:
        return wish.image
    file = wish.folder / wish.image
    if not file.is_file() or file.suffix.lower() not in PICTURE_SUFFIXES:
        raise CannotBuild(faults.NO_SUCH_PICTURE.at(Place("--image"), found=wish.image))
    if file.suffix.lower() != ".svg" and min(picture_size(str(file))) <= 0:
        raise CannotBuild(faults.NO_SUCH_PICTURE.at(Place("--image"), found=wish.image))
    return file


def _text(begun: Archetype, wish: Wish, date: datetime, say: Translate) -> str:
    """The file: what the archetype begins with, and what was wished for in place of it."""
    found = dict(begun.blocks)
    if wish.draft is not None:
        found = without(found, ("draft", "status", "published"))
    if wish.draft or (wish.draft is None and not begun.given & {"draft", "status", "published"}):
        found |= fresh("draft", say)
    found |= {"title": f"title: {written(wish.title)}", "date": f"date: {date:%Y-%m-%d %H:%M}"}
    found |= {key: f"{key}: {written(text)}" for key, text in _texts(wish)}
    found |= {
        key: f"{key}:{written_list(names)}"
        for key, names in (("topics", wish.topics), ("authors", wish.authors))
        if names
    }
    if wish.image:
        found = fresh("picture", say) | found
    return f"{front_matter(found)}\n{begun.body}"


def _texts(wish: Wish) -> Iterator[tuple[str, str]]:
    texts = {"section": wish.section, "series": wish.series, "image": wish.image}
    yield from ((key, text) for key, text in texts.items() if text)


def _check_free(paper: Recalled, names: Iterable[str], files: Mapping[str, bytes | Path]) -> None:
    for name in (*names, *files):
        if (paper.site / name).exists():
            raise CannotBuild(faults.FILE_THERE.at(Place(name)))


def _placed(fault: Fault, path: str, begun: Archetype) -> Fault:
    """A fault of a file that is not there is one of the archetype, or of what was wished for."""
    if fault.place.line and begun.path:
        return replace(fault, place=Place(begun.path))
    return replace(fault, place=Place(f"content/{path}"))
