"""What stands under which article, and why."""

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Final

from hatinh_news.console.manner import Manner, print_json, print_lines

if TYPE_CHECKING:
    from hatinh_news.build.kinship import Comparison, Listed, Unknown
    from hatinh_news.model.article import Article
    from hatinh_news.model.fault import Translate
    from hatinh_news.related import Kinship

_MILLION: Final = 1_000_000


def tell_comparison(manner: Manner, comparison: "Comparison") -> None:
    """Says why one article stands under another, or does not."""
    if manner.as_json:
        print_json(comparison_record(comparison))
    else:
        print_lines(comparison_lines(manner, comparison))


def tell_lists(manner: Manner, lists: Sequence["Listed"], unknown: Sequence["Unknown"], by: str) -> None:
    """Says what stands under every article, and which names are those of none."""
    print_lines((line for one in unknown for line in _unknown_lines(manner, one)), to_stderr=True)
    if manner.as_json:
        print_json(lists_record(lists, by))
        return
    for listed in lists:
        print_lines([f"{listed.article.title}  {listed.article.url}"])
        print_lines(
            f"  {_percent(manner, score) if score else '–':>7}  {other.title}  {other.url}"
            for other, score, _ in listed.related
        )


def comparison_lines(manner: Manner, comparison: "Comparison") -> list[str]:
    """Both articles, how alike they are and by what, what time makes of it, and what came of that."""
    say = manner.say
    if comparison.unknown is not None:
        return _unknown_lines(manner, comparison.unknown)
    lines = [
        f"A  {one.title}  {one.url}" if number == 0 else f"B  {one.title}  {one.url}"
        for number, one in enumerate((comparison.article, comparison.other))
        if one is not None
    ]
    lines += [say("{title}: no reader sees it now").format(title=one.title) for one in comparison.hidden]
    kin = comparison.kinship
    if kin is None:
        return lines
    lines.append("")
    lines.append(_score(manner, kin))
    for name, parts in ((say("shared topics"), comparison.topics), (say("shared terms"), comparison.terms)):
        if parts:
            told = ", ".join(f"{word} ({_percent(manner, part)})" for word, part in parts)
            lines.append(f"  {name}: {told}")
    return [*lines, "", _outcome(say, kin, comparison.rival)]


def _unknown_lines(manner: Manner, unknown: "Unknown") -> list[str]:
    lines = [manner.say("there is no article “{name}”").format(name=unknown.name)]
    near = manner.say("  did you mean {nearest}?").format(nearest=unknown.nearest)
    return [*lines, near] if unknown.nearest else lines


def _score(manner: Manner, kin: "Kinship") -> str:
    return manner.say("  likeness {similarity} × time {factor} = {score}").format(
        similarity=_percent(manner, kin.similarity),
        factor=manner.number(kin.factor / 100, 2),
        score=_percent(manner, kin.score),
    )


def _outcome(say: "Translate", kin: "Kinship", rival: "Article | None") -> str:
    """Whether B stands in the list of A, and why."""
    sentences = {
        "pinned": say("B stands under A, in place {position}: an editor pinned it there."),
        "ranked": say("B stands under A, in place {position}; by its score it is number {rank}."),
        "padding": say("B stands under A, in place {position}: it fills the list, as it is near in time."),
        "itself": say("A and B are the same article."),
        "retracted": say("B does not stand under A: it is retracted."),
        "excluded": say("B does not stand under A: related_exclude of A names it."),
        "newer": say("B does not stand under A: it is newer by more than newer_days."),
        "unlike": say("B does not stand under A: they are less alike than threshold wants."),
        "crowded": say("B does not stand under A: it stands in as many lists as most_lists allows."),
        "retold": say("B does not stand under A: “{rival}”, which stands there, tells the same story."),
        "outranked": say("B does not stand under A: enough others are nearer to A."),
    }
    title = rival.title if rival is not None else ""
    return sentences[kin.reason].format(position=kin.position, rank=kin.rank, rival=title)


def comparison_record(comparison: "Comparison") -> dict[str, Any]:
    """A comparison for other programs; shares of 1."""
    record: dict[str, Any] = {
        "article": comparison.article.url if comparison.article else None,
        "other": comparison.other.url if comparison.other else None,
        "hidden": [one.path for one in comparison.hidden],
        "unknown": comparison.unknown.name if comparison.unknown else "",
        "nearest": comparison.unknown.nearest if comparison.unknown else "",
    }
    kin = comparison.kinship
    if kin is not None:
        record |= {
            "similarity": kin.similarity / _MILLION,
            "time_factor": kin.factor / 100,
            "score": kin.score / _MILLION,
            "rank": kin.rank,
            "position": kin.position,
            "reason": kin.reason,
            "rival": comparison.rival.url if comparison.rival else None,
            "topics": {name: part / _MILLION for name, part in comparison.topics},
            "terms": {word: part / _MILLION for word, part in comparison.terms},
        }
    return record


def lists_record(lists: Sequence["Listed"], by: str) -> dict[str, Any]:
    """All lists for other programs: `related` has the names of articles alone, `entries` all that is known of each.

    Where slugs name articles, one that several have gives way to the address.
    """
    slugs = Counter(listed.article.slug for listed in lists)

    def name(article: "Article") -> str:
        return article.url if by == "slug" and slugs[article.slug] > 1 else str(getattr(article, by))

    return {
        "related": {name(one.article): [name(other) for other, _, _ in one.related] for one in lists},
        "entries": {
            name(one.article): [
                {"name": name(other), "title": other.title, "score": score / _MILLION, "reason": reason}
                for other, score, reason in one.related
            ]
            for one in lists
        },
    }


def _percent(manner: Manner, millionths: int) -> str:
    return f"{manner.number(millionths / 10_000, 1)} %"
