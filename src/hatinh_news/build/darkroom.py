"""The darkroom: frames that no build has made yet are developed, on all processors, and kept."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from hatinh_news.build.album import Frame
from hatinh_news.build.crew import Crew
from hatinh_news.build.faults import PICTURE_CHANGED
from hatinh_news.ledger import is_whole, keep_picture, known_pictures, picture_file
from hatinh_news.model.config import Config
from hatinh_news.model.digest import digest
from hatinh_news.model.errors import CannotBuild
from hatinh_news.model.fault import Place
from hatinh_news.model.images import percents
from hatinh_news.model.picture import Flaw, Order

_UNMADE: Final = Flaw("unknown", "no encoder")


@dataclass(frozen=True, slots=True)
class Developed:
    """Where the picture of each frame lies, by the frame's key; how many were made; and of which pictures, by digest,
    nothing can be made."""

    files: Mapping[str, Path] = field(default_factory=dict)
    made: int = 0
    lost: Mapping[str, Flaw] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Sheet:
    """The frames that are to be made of one file; of none where they are made of words."""

    file: Path | None
    frames: tuple[Frame, ...]


@dataclass(frozen=True, slots=True)
class _Room:
    """What a worker needs for any sheet: where to keep what it makes, and how that is to be."""

    folder: Path
    config: Config


def develop(frames: Iterable[Frame], config: Config, folder: Path, files: Mapping[str, Path], crew: Crew) -> Developed:
    """Makes what `folder` does not have yet; `files` has the file of each source."""
    wanted = {frame.key: frame for frame in frames}
    if not wanted:
        return Developed()
    known = known_pictures(folder)
    have = {key: picture_file(folder, key, known[key]) for key in wanted if key in known}
    have = {key: file for key, file in have.items() if is_whole(file, known[key])}
    sheets = _sheets([frame for key, frame in wanted.items() if key not in have], files)
    made: dict[str, Path] = {}
    lost: dict[str, Flaw] = {}
    for result in crew.run("pictures", len(sheets))(_develop, _Room(folder, config), [[sheet] for sheet in sheets]):
        if isinstance(result, tuple):
            lost[result[0]] = result[1]
        else:
            made |= {key: picture_file(folder, key, kept) for key, kept in result.items()}
    return Developed(have | made, len(made), lost)


def _sheets(frames: Iterable[Frame], files: Mapping[str, Path]) -> list[Sheet]:
    """Frames by what they are made of: a picture is opened once; and each headline by itself."""
    by_source: dict[str, list[Frame]] = {}
    for frame in frames:
        by_source.setdefault(frame.source or frame.key, []).append(frame)
    return [Sheet(files[some[0].source] if some[0].source else None, tuple(some)) for some in by_source.values()]


def _develop(room: _Room, batch: Sequence[Sheet]) -> dict[str, str] | tuple[str, Flaw]:
    """The work of one worker: the digests of what it made and kept, by key; or of what picture nothing can be made."""
    (sheet,) = batch
    kept: dict[str, str] = {}
    for frame, body in _bodies(sheet, room.config):
        if isinstance(body, Flaw):
            return frame.digest, body
        kept[frame.key] = keep_picture(room.folder, frame.key, body)
    return kept


def _bodies(sheet: Sheet, config: Config) -> Iterator[tuple[Frame, bytes | Flaw]]:
    if sheet.file is None:
        from hatinh_news.pictures import headline_picture

        for frame in sheet.frames:
            words = frame.share
            yield frame, headline_picture(words.headline, config.title, config.theme_color, words.section)
        return
    first = sheet.frames[0]
    raw = _as_looked_at(sheet.file, first)
    yield from _versions(raw, [frame for frame in sheet.frames if frame.width], config)
    yield from _shares(raw, [frame for frame in sheet.frames if not frame.width], config)


def _as_looked_at(file: Path, frame: Frame) -> bytes:
    """The bytes of a file; raises CannotBuild where they are not those that the build has looked at."""
    try:
        raw = file.read_bytes()
    except OSError as error:
        raise CannotBuild(PICTURE_CHANGED.at(Place(frame.source))) from error
    if digest(raw) != frame.digest:
        raise CannotBuild(PICTURE_CHANGED.at(Place(frame.source)))
    return raw


def _versions(raw: bytes, frames: Sequence[Frame], config: Config) -> Iterator[tuple[Frame, bytes | Flaw]]:
    from hatinh_news.pictures import develop as developed

    for widths, formats in _orders(frames):
        found = developed(raw, _order(config, widths, formats))
        if isinstance(found, Flaw):
            yield frames[0], found
            return
        bodies = {(version.width, version.format): version.body for version in found}
        for frame in frames:
            if frame.width in widths and frame.format in formats:
                yield frame, bodies.get((frame.width, frame.format), _UNMADE)


def _orders(frames: Sequence[Frame]) -> Iterator[tuple[tuple[int, ...], tuple[str, ...]]]:
    """Widths and formats, so that each frame is made once: formats that want the same widths are made together."""
    widths_of: dict[str, list[int]] = {}
    for frame in frames:
        widths_of.setdefault(frame.format, []).append(frame.width)
    formats_of: dict[tuple[int, ...], list[str]] = {}
    for name, widths in widths_of.items():
        formats_of.setdefault(tuple(sorted(widths)), []).append(name)
    for some, formats in formats_of.items():
        yield some, tuple(formats)


def _shares(raw: bytes, frames: Sequence[Frame], config: Config) -> Iterator[tuple[Frame, bytes | Flaw]]:
    from hatinh_news.pictures import share

    for frame in frames:
        yield frame, share(raw, percents(frame.share.focus), _order(config, (), ()))


def _order(config: Config, widths: tuple[int, ...], formats: tuple[str, ...]) -> Order:
    return Order(widths, formats, config.images.quality, config.images.most_megapixels)
