"""A bar chart of processor seconds as SVG: text is text, and the colours stand out on white and on black."""

from html import escape
from typing import Final

from goals import figure, ratio
from results import Results, Size
from steps import STEPS

from sites import HUGO, OURS

WIDTH: Final = 760
LEFT: Final = 240
RIGHT: Final = 150
ROW: Final = 44
BAR: Final = 14
HEAD: Final = 64
COLOURS: Final = {OURS: "ours", HUGO: "hugo"}
STYLE: Final = """text { font: 13px system-ui, sans-serif; fill: #24292f }
.title { font-size: 15px; font-weight: 600 }
.ours { fill: #1a7f4b }
.hugo { fill: #8c6bb1 }
@media (prefers-color-scheme: dark) {
  text { fill: #e6edf3 }
  .ours { fill: #3fb97b }
  .hugo { fill: #b79be0 }
}"""


def _text(left: float, top: float, words: str, kind: str = "", anchor: str = "start") -> str:
    style = f' class="{kind}"' if kind else ""
    return f'<text x="{left:g}" y="{top:g}"{style} text-anchor="{anchor}">{escape(words)}</text>'


def _bar(top: float, seconds: float, most: float, tool: str, words: str) -> str:
    width = max(1.0, (WIDTH - LEFT - RIGHT) * seconds / most)
    bar = f'<rect class="{COLOURS[tool]}" x="{LEFT}" y="{top:g}" width="{width:.1f}" height="{BAR}" rx="2"/>'
    return bar + _text(LEFT + width + 6, top + BAR - 3, words)


def _row(size: Size, step: str, words: str, top: float, most: float) -> list[str]:
    lines = [_text(LEFT - 10, top + ROW / 2 - 2, words, anchor="end")]
    for number, tool in enumerate((OURS, HUGO)):
        seconds = figure(size, step, tool, "cpu_s")
        if seconds is not None:
            times = ratio(size, step, "cpu_s") if tool == OURS else None
            ratio_words = f" ({times:.3f} ×)" if times is not None else ""
            lines.append(_bar(top + 3 + number * (BAR + 3), seconds, most, tool, f"{seconds:,.2f} s{ratio_words}"))
    return lines


def _panel(size: Size, top: float) -> list[str]:
    measured = [step for step in STEPS if step.key in size.steps]
    all_seconds = [figure(size, step.key, tool, "cpu_s") or 0.0 for step in measured for tool in (OURS, HUGO)]
    lines = [_text(10, top + 20, f"{size.articles:,} articles", "title")]
    for number, step in enumerate(measured):
        lines += _row(size, step.key, step.words, top + 30 + number * ROW, max(all_seconds) or 1.0)
    return lines


def _height(size: Size) -> int:
    return 46 + ROW * len(size.steps)


def alternative(results: Results) -> str:
    """The chart in words, for those who do not see it."""
    told = []
    for size in results.sizes:
        cold, same = (figure(size, step, OURS, "cpu_s") or 0.0 for step in ("cold", "no-op"))
        hugo = figure(size, "cold", HUGO, "cpu_s")
        against = f", Hugo {hugo:,.2f} s" if hugo is not None else ""
        told.append(f"at {size.articles:,} articles cold {cold:,.2f} s and with nothing changed {same:,.2f} s{against}")
    return f"Bars of processor seconds by step: {'; '.join(told)}"


def chart(results: Results) -> str:
    """One panel for each size, each with a scale of its own."""
    height = HEAD + sum(map(_height, results.sizes))
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" role="img" width="{WIDTH}">',
        f"<title>{escape(alternative(results))}</title>",
        f"<style>{STYLE}</style>",
        _text(10, 24, "Processor seconds (user and system) of one build", "title"),
        f'<rect class="ours" x="10" y="38" width="{BAR}" height="{BAR}" rx="2"/>{_text(30, 50, OURS)}',
        f'<rect class="hugo" x="130" y="38" width="{BAR}" height="{BAR}" rx="2"/>{_text(150, 50, HUGO)}',
    ]
    top = HEAD
    for size in results.sizes:
        lines += _panel(size, top)
        top += _height(size)
    return "\n".join([*lines, "</svg>", ""])
