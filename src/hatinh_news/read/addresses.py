"""addresses.txt as values, and values as addresses.txt.

One address a line, in order, so that branches merge; between its parts stands a tab: the address, what sort of page
answered it, the page's file or name, and a mark.
"""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final, get_args

from hatinh_news.model.fault import Fault, Place
from hatinh_news.model.recorded import ADDRESSES, Mark, Recorded, RecordedKind
from hatinh_news.read.file_faults import BAD_ADDRESS_LINE, NOT_UTF8, UNREADABLE

_KINDS: Final = frozenset(get_args(RecordedKind))
_BETWEEN: Final = re.compile(r"\t| {2,}")
_MARK: Final = re.compile(r"(\d{4}-\d{2}-\d{2}|-) (\d{1,9}) ([0-9a-f]{10}|-) ([0-9a-f]{10}|-)")
_HEADER: Final = (
    "# Mọi địa chỉ mà báo từng có, mỗi dòng một địa chỉ. Chương trình ghi tệp này: hatinh-news urls --record",
    "# Đừng xóa dòng nào. Bài đã bỏ hẳn thì: hatinh-news urls --gone ĐỊA-CHỈ",
)


def recorded_addresses(site: Path) -> tuple[tuple[Recorded, ...] | None, list[Fault]]:
    """What SITE/addresses.txt says, and what is wrong with it; None where there is no such file."""
    file = site / ADDRESSES
    try:
        text = file.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        return None, []
    except OSError as error:
        return None, [UNREADABLE.at(Place(ADDRESSES), reason=error.strerror or str(error))]
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        return None, [NOT_UTF8.at(Place(ADDRESSES, line), byte=f"{error.object[error.start]:02X}")]
    return parsed(text)


def parsed(text: str) -> tuple[tuple[Recorded, ...], list[Fault]]:
    """The addresses of a text, in their order, each line once; lines that say nothing else are comments or faults.

    What a merge that was not finished leaves behind is passed over: the lines between count, whichever side they are
    of.
    """
    found: dict[tuple[str, str, str], Recorded] = {}
    faults = []
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip() or line.startswith(("#", "<<<<<<<", "=======", ">>>>>>>", "|||||||")):
            continue
        one = _line(line, number)
        if one is None:
            faults.append(BAD_ADDRESS_LINE.at(Place(ADDRESSES, number), found=line.strip()[:60]))
        else:
            found.setdefault((one.url, one.kind, one.what), one)
    return tuple(found.values()), faults


def _line(line: str, number: int) -> Recorded | None:
    url, *rest = _BETWEEN.split(line.strip())
    if not url.startswith("/") or not rest or rest[0] not in _KINDS:
        return None
    kind: RecordedKind = rest[0]  # type: ignore[assignment]
    marked = _MARK.fullmatch(rest[-1])
    mark = Mark(marked[1], int(marked[2]), marked[3], marked[4]) if marked and len(rest) > 1 else None
    return Recorded(url, kind, "  ".join(rest[1:-1] if mark else rest[1:]), mark, number)


def written(addresses: Iterable[Recorded], text: str = "") -> str:
    """The text of addresses.txt; comments of `text`, which it replaces, are kept at its top."""
    comments = dict.fromkeys((*_HEADER, *_comments(text)))
    lines = sorted(_written(one) for one in addresses)
    return "\n".join([*comments, *lines, ""])


def _comments(text: str) -> Iterator[str]:
    return (line.rstrip() for line in text.splitlines() if line.startswith("#"))


def _written(one: Recorded) -> str:
    return "\t".join(part for part in (one.url, one.kind, one.what, str(one.mark or "")) if part)
