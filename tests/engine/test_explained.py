"""What `explain` says of a page is what the next build does with it."""

import random
import tempfile
from pathlib import Path

import pytest
from hypothesis import given

from engine.daily import lay_out_daily
from engine.desk import Desk, standing
from engine.scripts import ALL, EDITS, Step, drawn, steps
from engine.site_edits import mend
from hatinh_news.build import build, make, output
from hatinh_news.build.explain import explain
from hatinh_news.build.layout import Layout
from hatinh_news.model.errors import CannotBuild

PAGES_OF_A_KIND = 2
"""So many that come, that go, that change and that stay are asked about before a build."""


@drawn(few=4, many=60)
@given(script=steps([*EDITS, *["delete output", "tamper with output"] * 3, *["build"] * 20], longest=10))
def test_what_is_explained_is_what_the_next_build_does(script: list[Step]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        desk = Desk(lay_out_daily(Path(folder) / "site"), Path(folder) / "clean")
        desk.build()
        for name, pick, roll in script:
            if name == "build":
                explain_and_build(desk, random.Random(roll))
            else:
                ALL[name](desk, pick, roll)
        mend(desk, 0, 0)
        explain_and_build(desk, random.Random(0))


def explain_and_build(desk: Desk, chance: random.Random) -> None:
    before = standing(desk.out)
    if desk.build_clean().refused:
        with pytest.raises(CannotBuild):
            explain(desk.request(), "/")
        return
    coming = standing(desk.clean_out)
    ours = {path: held for path, held in before.items() if path not in desk.loose or path in coming}
    said = {path: explain(desk.request(), f"/{path}").state for path in some(ours, coming, chance)}
    made = made_by_a_build(desk)
    after = standing(desk.out)
    for path, state in said.items():
        if path in made:
            assert (path, state) in [(path, "stale"), *[(path, "new")] * (path not in before)]
        elif path in after:
            assert (path, state) == (path, "kept")
        else:
            assert (path, state) == (path, "gone")


def some(before: dict[str, bytes], coming: dict[str, bytes], chance: random.Random) -> list[str]:
    """A few files of each kind."""
    both = sorted(before.keys() & coming.keys())
    kinds = (
        sorted(before.keys() - coming.keys()),
        sorted(coming.keys() - before.keys()),
        [path for path in both if before[path] != coming[path]],
        [path for path in both if before[path] == coming[path]],
    )
    return [path for kind in kinds for path in chance.sample(kind, min(PAGES_OF_A_KIND, len(kind)))]


def made_by_a_build(desk: Desk) -> set[str]:
    """The pages that a build renders and the files that it copies."""
    layouts: list[Layout] = []
    real = output.put

    def put(out: Path, layout: Layout, *rest: object) -> object:
        layouts.append(layout)
        return real(out, layout, *rest)  # type: ignore[arg-type]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(make, "put", put)
        build(desk.request())
    return {path for layout in layouts for path in (*layout.keys, *layout.copies)}
