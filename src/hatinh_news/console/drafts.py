"""What became of a new article, or of a new newspaper."""

import shlex
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hatinh_news.console.manner import Manner, print_json, print_lines
from hatinh_news.console.telling import fault_record, tell_faults
from hatinh_news.model.fault import Fault, Translate

if TYPE_CHECKING:
    from hatinh_news.desk import Draft


def tell_draft(manner: Manner, draft: "Draft", site: Path, faults: Sequence[Fault]) -> None:
    """Says which file was made, and which address the article will have."""
    if manner.as_json:
        print_json(draft_record(draft, faults, manner.say))
        return
    tell_faults(manner, faults)
    say = manner.say
    article = draft.article
    address = say("  address: {url} (a draft)") if article.draft else say("  address: {url}")
    print_lines([f"{site / draft.path}", address.format(url=article.url)])


def draft_record(draft: "Draft", faults: Sequence[Fault], say: Translate) -> dict[str, Any]:
    """A new article for other programs."""
    article = draft.article
    return {
        "path": draft.path,
        "files": list(draft.files),
        "url": article.url,
        "title": article.title,
        "date": article.published.isoformat(),
        "draft": article.draft,
        "section": article.section,
        "topics": list(article.topics),
        "authors": list(article.authors),
        "series": article.series,
        "faults": [fault_record(fault, say) for fault in faults],
    }


def tell_newspaper(manner: Manner, name: str, folder: Path, files: Sequence[str]) -> None:
    """Says what was made, and the next two things to type."""
    here = folder.resolve() == Path.cwd()
    first = 'hatinh-news new "…"' if here else f"cd {shlex.quote(str(folder))}"
    following = ["hatinh-news build", first] if here else [first, "hatinh-news build"]
    if manner.as_json:
        print_json({"title": name, "folder": str(folder), "files": list(files), "next": following})
        return
    line = manner.say("The newspaper “{name}” is in {folder} ({count} files). Type next:")
    print_lines([line.format(name=name, folder=folder, count=manner.number(len(files))), ""])
    print_lines(f"    {command}" for command in following)
