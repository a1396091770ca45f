"""What a build finds wrong, `check` finds, too, and the other way round, but for what only a made page shows."""

from dataclasses import replace
from pathlib import Path

import pytest

from hatinh_news.build import Request, build
from hatinh_news.desk import checks
from hatinh_news.model.check import CODES
from hatinh_news.model.fault import Fault
from newsroom import NOW, TESTS, Case, lay_out, parametrized
from test_site_faults import BASE

ONLY_MADE_PAGES_SHOW = {"template-error", "over-budget"}
OF_THE_DESK = {*CODES, "unknown-code"}

HEAVY = "a::after { content: '" + "".join(f"{number * 7919 % 10007:x}" for number in range(3_000)) + "' }"

SITES = {
    "style sheets and scripts too heavy": (
        (
            f"-- content/site.yaml --\ntitle: Báo\nbudgets: {{css: 1 KB, js: 1 KB}}\n-- static/nang.css --\n{HEAVY}\n"
            f"-- static/nang.js --\n{HEAVY}\n"
        ),
        {"file-over-budget"},
    ),
    "some articles without picture and author": (
        (
            "-- content/b.md --\n---\ntitle: Bài B\ndate: 2025-01-02\nimage: /a.svg\nauthors: [Thu Hà]\n---\nLời B.\n"
            "-- static/a.svg --\n<svg/>\n"
        ),
        {"no-picture", "no-author"},
    ),
    "a page to which nothing leads": (
        "-- content/trang/gioi-thieu.md --\n---\ntitle: Giới thiệu\n---\nChúng tôi.\n",
        {"unlinked-page"},
    ),
    "addresses that are not recorded": ("-- addresses.txt --\n", {"unrecorded-addresses"}),
    "a template that is not there, and one that cannot be read": (
        (
            "-- content/a.md --\n---\ntitle: Bài A\ndate: 2025-01-01\ntemplate: dai.html\n---\nLời A.\n"
            "-- templates/list.html --\n{% if %}\n-- templates/khong-ai-dung.html --\n{% if %}\n"
        ),
        {"template-missing", "template-syntax"},
    ),
    "a template that others take in cannot be read": (
        "-- templates/card.html --\n{{ card.title | khong-co }}\n",
        {"template-syntax"},
    ),
    "a template that fails": ("-- templates/article.html --\n{{ page.khong_co }}\n", set()),
    "files that cannot be read, and what is not public": (
        (
            "-- content/b.md --\n+++\n-- content/c.md --\n---\ntitle: C\ndraft: true\ndate: 2025-01-02\n---\nC\n"
            "-- content/d.md --\n---\ntitle: D\ndate: 2025-01-02\ntopics: [Y te]\n---\n[C](c.md) [X](x.md#y) <b>!\n"
        ),
        {"toml-front-matter", "hidden-link", "dead-link", "raw-html"},
    ),
}


def told_by_both(site: Path) -> tuple[set[Fault], set[Fault]]:
    request = Request(site, site / "public", NOW, workers=1)
    checked = {_plain(fault) for fault in checks.check(request).faults if fault.code not in OF_THE_DESK}
    report = build(request)
    built = {_plain(fault) for fault in (*report.faults, *report.notes) if fault.code not in ONLY_MADE_PAGES_SHOW}
    return built, checked


def _plain(fault: Fault) -> Fault:
    """The first page that wants a template is another where a page takes it in only at times: that is left out."""
    return replace(fault, values=fault.values[:-1]) if fault.code.startswith("template-") else fault


@parametrized("sites")
def test_a_site_of_the_spec_has_the_same_faults_for_both(case: Case, tmp_path: Path) -> None:
    lay_out(BASE, tmp_path)
    built, checked = told_by_both(lay_out(case.given, tmp_path))
    assert checked == built


@pytest.mark.parametrize("name", SITES)
def test_what_is_wrong_beside_the_texts_is_the_same_for_both(name: str, tmp_path: Path) -> None:
    text, codes = SITES[name]
    lay_out(BASE, tmp_path)
    built, checked = told_by_both(lay_out(text, tmp_path))
    assert checked == built
    assert codes <= {fault.code for fault in checked}


@pytest.mark.parametrize("name", ["daily", "weekly"])
def test_whole_newspapers_have_the_same_faults_for_both(name: str, tmp_path: Path) -> None:
    built, checked = told_by_both(lay_out((TESTS / "sites" / f"{name}.txt").read_text(encoding="utf-8"), tmp_path))
    assert checked == built


def test_templates_are_looked_at_anew_when_they_change(tmp_path: Path) -> None:
    site = lay_out(BASE, tmp_path)
    request = Request(site, site / "public", NOW, workers=1)
    assert "template-syntax" not in {fault.code for fault in checks.check(request).faults}
    lay_out("-- templates/list.html --\n{% if %}\n", site)
    assert "template-syntax" in {fault.code for fault in checks.check(request).faults}
