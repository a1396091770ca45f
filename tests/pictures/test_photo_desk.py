"""A photo as it comes from the desk: turned, with a place on the map, a caption and a credit."""

import pytest

from darkroom import UTF8, corners, exif, photo, saved, shown, turned_colours, versions, with_iptc, with_xmp, xmp
from hatinh_news.model.picture import Flaw, Look, Order
from hatinh_news.pictures import look, share

CAPTION = "Thuyền về bến Cửa Sót sau ba ngày tránh bão"
PLAIN = saved(photo(600, 400), quality=90, exif=exif(6, gps=True), icc_profile=turned_colours(), comment=b"ghi chu")
PHOTO = with_iptc(
    with_xmp(PLAIN, xmp(f"<dc:description>{CAPTION}</dc:description>")),
    UTF8,
    (2, 120, CAPTION.encode()),
    (2, 80, "Lê Hoài".encode()),
    (2, 110, b"TTX"),
)
TRACES = [
    *(b"Exif", b"EXIF", b"MayAnhThuNghiem", b"http://ns.adobe.com", b"xmp", b"XMP ", b"Photoshop", b"8BIM"),
    *(b"ICC_PROFILE", b"ICCP", b"iCCP", b"acsp", b"ghi chu", "Lê Hoài".encode(), CAPTION.encode(), b"JFXX"),
]
ORDER = Order(widths=(100, 300, 900), formats=("avif", "webp", "jpeg"))


def test_the_desk_sees_its_size_caption_and_credit() -> None:
    assert look(PHOTO) == Look(400, 600, "jpeg", CAPTION, "Lê Hoài/TTX")


def test_the_photo_bears_what_is_looked_for() -> None:
    absent = (b"EXIF", b"XMP ", b"ICCP", b"iCCP", b"JFXX")  # other formats' own names for the same
    assert all(trace in PHOTO for trace in TRACES if trace not in absent)


def test_versions_are_upright_in_every_width_up_to_its_own_and_every_format() -> None:
    made = versions(PHOTO, ORDER)
    assert [(each.format, each.width, each.height) for each in made] == [
        (name, width, height)
        for name in ("avif", "webp", "jpeg")
        for width, height in ((100, 150), (300, 450), (400, 600))
    ]
    for each in made:
        image = shown(each.body)
        assert image.size == (each.width, each.height)
        # the profile says that red is green and green is red; turned right, the left column comes up
        assert corners(image) == ["blue", "green", "yellow", "red"]


@pytest.fixture(scope="module")
def bodies() -> list[bytes]:
    """All that is published of the photo."""
    shared = share(PHOTO, (50, 50), ORDER)
    assert not isinstance(shared, Flaw)
    return [shared, *(each.body for each in versions(PHOTO, ORDER))]


def test_nothing_is_left_of_what_was_written_into_it(bodies: list[bytes]) -> None:
    assert [trace for trace in TRACES if any(trace in body for body in bodies)] == []


def test_nothing_that_is_published_has_a_place_on_the_map_or_a_profile(bodies: list[bytes]) -> None:
    for body in bodies:
        image = shown(body)
        assert not dict(image.getexif())
        assert not {"exif", "icc_profile", "comment", "photoshop", "xmp"} & set(image.info)


def test_the_same_photo_gives_the_same_bytes() -> None:
    assert versions(PHOTO, ORDER) == versions(PHOTO, ORDER)
    assert share(PHOTO, (50, 50), ORDER) == share(PHOTO, (50, 50), ORDER)
