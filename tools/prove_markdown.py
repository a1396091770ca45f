"""Compares the two roads from a Markdown text to its Body, over a folder: `python tools/prove_markdown.py FOLDER`.

Every .md file below FOLDER is read twice, by the simple road and by the reference road; front matter, where there is
some, is left out. It prints how many texts there were, how many of them the simple road took, how many of those came
out different in any way (body, faults, places: there must be none), and the processor's time that each road took a
text. The exit code is 1 when anything differs.
"""

import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

from hatinh_news.model.article import Body
from hatinh_news.model.fault import Fault
from hatinh_news.read.library import Document, Library
from hatinh_news.read.markdown.body import begin
from hatinh_news.read.markdown.reading import Reading
from hatinh_news.read.markdown.reference import reference_body
from hatinh_news.read.markdown.simple import simple_body
from hatinh_news.read.scan import scan_static
from hatinh_news.read.split import Parts, split
from hatinh_news.text.clean import clean_text

Road: TypeAlias = Callable[[int, Reading], Body | None]


def main(folder: Path) -> int:
    """Reads, compares, prints; returns the exit code."""
    static, _ = scan_static((folder / "static",), folder)
    library = Library("https://bao.example", _files_beside(folder), static)
    taken = different = 0
    spent: dict[Road, float] = {simple_body: 0.0, reference_body: 0.0}
    files = sorted(folder.rglob("*.md"))
    for file in files:
        text = _body_of(file)
        document = Document(file.relative_to(folder).as_posix(), "/bai/")
        simple, reference = (_timed(road, text, document, library, spent) for road in spent)
        taken += simple[0] is not None
        if simple[0] is not None and simple != reference:
            different += 1
            print(f"different: {file}")
    count = max(1, len(files))
    print(f"{len(files)} texts; {taken} took the simple road ({taken / count:.1%}), {different} of them differ")
    for name, seconds in zip(("simple", "reference"), spent.values(), strict=True):
        print(f"{name} road: {seconds / count * 1e6:.0f} microseconds a text")
    return 1 if different else 0


def _files_beside(folder: Path) -> dict[str, str]:
    return {path.relative_to(folder).as_posix(): str(path) for path in folder.rglob("*") if path.is_file()}


def _body_of(file: Path) -> str:
    text = clean_text(file.read_text(encoding="utf-8-sig"))
    parts = split(text, file.name)
    return parts.body if isinstance(parts, Parts) else text


def _timed(
    road: Road, text: str, document: Document, library: Library, spent: dict[Road, float]
) -> tuple[Body | None, list[Fault]]:
    """What a road makes of a text, and the faults; adds the time that it took, with that of the common beginning."""
    road(*begin(text, 1, document, library)[::-1])  # what is set up or kept for later is not counted
    started = time.process_time()
    reading, more = begin(text, 1, document, library)
    body = road(more, reading)
    spent[road] += time.process_time() - started
    return body, reading.faults


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    sys.exit(main(Path(sys.argv[1])))
