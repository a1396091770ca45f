"""What a page is made from."""

from typing import TYPE_CHECKING, Any

from hatinh_news.console.manner import Manner, print_json, print_lines

if TYPE_CHECKING:
    from hatinh_news.build.explain import Explanation


def tell_explanation(manner: Manner, explanation: "Explanation") -> None:
    """Says what a page is made from."""
    if manner.as_json:
        print_json(explanation_record(explanation))
        return
    print_lines(explanation_lines(manner, explanation))


def explanation_lines(manner: Manner, explanation: "Explanation") -> list[str]:
    """What a build would do with the page, and a line for each input; a star marks what changed."""
    say = manner.say
    states = {
        "kept": say("as it was built; a build would keep it"),
        "stale": say("out of date; a build would make it anew"),
        "new": say("not built yet"),
        "gone": say("no longer part of the newspaper; a build would remove it"),
        "unknown": say("not part of the newspaper"),
    }
    lines = [f"{explanation.url} ({explanation.path}): {states[explanation.state]}"]
    if explanation.nearest:
        lines.append(say("  did you mean {nearest}?").format(nearest=explanation.nearest))
    roles = {
        "text": say("its own text"),
        "copied": say("copied as it is"),
        "shown": say("shown on it"),
        "photo": say("photo"),
        "template": say("template"),
        "settings": say("settings"),
    }
    width = max((len(roles[one.role]) for one in explanation.inputs), default=0)
    changed = say("changed since the last build")
    for one in explanation.inputs:
        mark = f"  ← {changed}" if one.changed else ""
        lines.append(f"  {roles[one.role]:<{width}}  {one.name}{mark}")
    return lines


def explanation_record(explanation: "Explanation") -> dict[str, Any]:
    """An explanation for other programs."""
    return {
        "url": explanation.url,
        "path": explanation.path,
        "state": explanation.state,
        "template": explanation.template,
        "nearest": explanation.nearest,
        "inputs": [{"name": one.name, "role": one.role, "changed": one.changed} for one in explanation.inputs],
    }
