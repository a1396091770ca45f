"""An extension for tests of the engine, in three versions of which each leaves other marks.

It is announced by a file on the disk, as an installed package is, so that workers of every sort find the same version.
"""

import sys
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Final

from hatinh_news.extensions import Extension
from hatinh_news.model.article import Article
from hatinh_news.model.page import Page

NAME: Final = "danh-dau"
VERSIONS: Final = 3

_INFO: Final = "engine_marking-1.dist-info"


def _named(version: int, article: Article) -> Article:
    """Marks that every list shows, at the articles of one topic."""
    return replace(article, title=f"{article.title} [{version}]") if "Chợ" in article.topics else article


def _signed(version: int, page: Page, made: bytes) -> bytes:
    return made + f"<!-- {NAME} {version} -->\n".encode() if page.template.endswith(".html") else made


def _extension(version: int) -> Extension:
    return Extension(NAME, str(version), article=partial(_named, version), output=partial(_signed, version))


V1, V2, V3 = map(_extension, range(1, VERSIONS + 1))


def install(folder: Path) -> None:
    """Makes the extension one of those that are installed, for this process and those that it starts."""
    (folder / _INFO).mkdir()
    (folder / _INFO / "METADATA").write_text("Metadata-Version: 2.1\nName: engine-marking\nVersion: 1\n")
    sys.path.insert(0, str(folder))
    announce(1)


def announce(version: int) -> None:
    """From now on this version is the one that is installed."""
    (info,) = (Path(folder, _INFO) for folder in sys.path if Path(folder, _INFO).is_dir())
    (info / "entry_points.txt").write_text(f"[hatinh_news.extensions]\n{NAME} = engine.marking:V{version}\n")
