from unicodedata import normalize

import pytest

from hatinh_news.text.lookup import Found, look_up

NAMES = ("Nông thôn mới", "Nông sản Hà Tĩnh", "Nha Trang", "Nhà Trắng", "Trần Thị Mai Khê", "Chăm sóc sức khỏe")


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("Nông thôn mới", Found("Nông thôn mới")),
        ("NÔNG THÔN MỚI", Found("Nông thôn mới")),
        ("Chăm sóc sức khoẻ", Found("Chăm sóc sức khỏe")),
        (normalize("NFD", "Nông thôn mới"), Found("Nông thôn mới")),
        ("nong thon moi", Found("Nông thôn mới", ("Nông thôn mới",))),
        ("nong thon", Found("", ("Nông thôn mới",))),
        ("nong", Found("", ("Nông thôn mới", "Nông sản Hà Tĩnh"))),
        ("mai khe", Found("", ("Trần Thị Mai Khê",))),
        ("tran khe", Found("", ("Trần Thị Mai Khê",))),
        ("khe tran", Found()),
        ("nha trang", Found("Nha Trang")),
        ("nhà tr", Found("", ("Nhà Trắng",))),
        ("nha tr", Found("", ("Nha Trang", "Nhà Trắng"))),
        ("nhà trang", Found("", ("Nha Trang", "Nhà Trắng"))),
        ("thể thao", Found()),
        ("", Found()),
        ("\u200b", Found()),
    ],
)
def test_a_name_is_found_by_a_few_letters(typed: str, found: Found) -> None:
    assert look_up(typed, NAMES) == found


def test_nothing_is_found_among_no_names() -> None:
    assert look_up("nong", ()) == Found()
