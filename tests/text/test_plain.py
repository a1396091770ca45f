"""HTML as the text that readers see."""

import pytest

from hatinh_news.text.plain import plain_text


@pytest.mark.parametrize(
    ("html", "words"),
    [
        ("không có gì", ["không", "có", "gì"]),
        ("<p>Nước lũ</p><p>dâng nhanh</p>", ["Nước", "lũ", "dâng", "nhanh"]),
        ("một<br>hai", ["một", "hai"]),
        ("<li>một</li><li>hai</li>", ["một", "hai"]),
        ("<em>Ng</em>àn <strong>Sâu</strong>", ["Ngàn", "Sâu"]),
        ('<a href="/x/" title="không thấy">Hương</a> Khê', ["Hương", "Khê"]),
        ('<figure><img src="a.jpg" alt="không thấy"><figcaption>Lũ</figcaption></figure>', ["Lũ"]),
        ("gạo &amp; muối &lt;b&gt; 5&nbsp;tấn", ["gạo", "&", "muối", "<b>", "5", "tấn"]),
        ("<small>a</small><section>b</section>", ["a", "b"]),
        ("<abbr>UB</abbr><blockquote>ND</blockquote>", ["UB", "ND"]),
    ],
)
def test_only_words_stay_and_only_blocks_part_them(html: str, words: list[str]) -> None:
    assert plain_text(html).split() == words
