"""Pictures for tests: made here, as cameras, agencies and vandals make them."""

import io
import zlib
from collections.abc import Iterable
from typing import Any

from PIL import Image, ImageCms

from hatinh_news.model.picture import Flaw, Order, Version
from hatinh_news.pictures import develop

CORNERS = {"red": (200, 30, 30), "green": (30, 160, 40), "blue": (30, 50, 200), "yellow": (220, 200, 40)}
UTF8 = (1, 90, b"\x1b%G")
ONLY_JPEG = Order(widths=(64,), formats=("jpeg",))


def photo(width: int = 120, height: int = 80) -> Image.Image:
    """A picture whose quarters are red and green above, blue and yellow below."""
    image = Image.new("RGB", (width, height))
    half, middle = width // 2, height // 2
    places = ((0, 0, half, middle), (half, 0, width, middle), (0, middle, half, height), (half, middle, width, height))
    for place, colour in zip(places, CORNERS.values(), strict=True):
        image.paste(colour, place)
    return image


def grain(width: int, height: int, deviation: float = 40) -> Image.Image:
    """A picture that no encoder can make small."""
    return Image.merge("RGB", [Image.effect_noise((width, height), deviation) for _ in range(3)])


def saved(image: Image.Image, name: str = "JPEG", **options: Any) -> bytes:
    target = io.BytesIO()
    image.save(target, name, **options)
    return target.getvalue()


def shown(body: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(body))
    image.load()
    return image


def corners(image: Image.Image) -> list[str]:
    """The colours of the quarters, row by row."""
    seen = image.convert("RGB")
    return [_nearest(seen, across, down) for down in (0.25, 0.75) for across in (0.25, 0.75)]


def _nearest(image: Image.Image, across: float, down: float) -> str:
    found: Any = image.getpixel((int(image.width * across), int(image.height * down)))
    return min(CORNERS, key=lambda name: sum(abs(a - b) for a, b in zip(CORNERS[name], found, strict=True)))


def exif(orientation: int, *, gps: bool = False) -> bytes:
    """What a camera writes."""
    block = Image.Exif()
    block[0x0112] = orientation
    block[0x010F] = "MayAnhThuNghiem"
    if gps:
        block.get_ifd(0x8825).update({1: "N", 2: (18.0, 20.0, 34.0), 3: "E", 4: (105.0, 54.0, 20.0)})
    return block.tobytes()


def iim(*sets: tuple[int, int, bytes]) -> bytes:
    """Datasets of IPTC-IIM."""
    return b"".join(
        b"\x1c" + bytes((record, number)) + len(body).to_bytes(2, "big") + body for record, number, body in sets
    )


def resource(number: int, body: bytes, name: bytes = b"") -> bytes:
    """A resource of Photoshop."""
    title = bytes((len(name),)) + name
    title += b"\0" * (len(title) % 2)
    return b"8BIM" + number.to_bytes(2, "big") + title + len(body).to_bytes(4, "big") + body + b"\0" * (len(body) % 2)


def with_segments(raw: bytes, *segments: tuple[int, bytes]) -> bytes:
    """A JPEG with more segments at its beginning."""
    added = b"".join(bytes((0xFF, marker)) + (len(body) + 2).to_bytes(2, "big") + body for marker, body in segments)
    return raw[:2] + added + raw[2:]


def with_iptc(raw: bytes, *sets: tuple[int, int, bytes]) -> bytes:
    return with_segments(raw, (0xED, b"Photoshop 3.0\0" + resource(0x0404, iim(*sets))))


def xmp(inside: str, attributes: str = "") -> bytes:
    """A packet of XMP."""
    return f"""<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">
        <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
        <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
          xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" {attributes}>{inside}</rdf:Description>
        </rdf:RDF></x:xmpmeta><?xpacket end="w"?>""".encode()


def with_xmp(raw: bytes, packet: bytes) -> bytes:
    return with_segments(raw, (0xE1, b"http://ns.adobe.com/xap/1.0/\0" + packet))


def chunk(kind: bytes, body: bytes) -> bytes:
    """A chunk of a PNG."""
    return len(body).to_bytes(4, "big") + kind + body + zlib.crc32(kind + body).to_bytes(4, "big")


def png_of(width: int, height: int, pixels: bytes = b"", *chunks: tuple[bytes, bytes]) -> bytes:
    """A PNG of one grey channel, whatever its header claims."""
    header = width.to_bytes(4, "big") + height.to_bytes(4, "big") + bytes((8, 0, 0, 0, 0))
    parts: Iterable[tuple[bytes, bytes]] = (
        (b"IHDR", header),
        *chunks,
        (b"IDAT", zlib.compress(pixels)),
        (b"IEND", b""),
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunk(kind, body) for kind, body in parts)


def turned_colours() -> bytes:
    """A profile whose red is green and whose green is red, built from that of sRGB."""
    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    tags = {
        bytes(profile[at : at + 4]): at for at in range(132, 132 + 12 * int.from_bytes(profile[128:132], "big"), 12)
    }
    red, green = tags[b"rXYZ"], tags[b"gXYZ"]
    profile[red + 4 : red + 12], profile[green + 4 : green + 12] = (
        profile[green + 4 : green + 12],
        profile[red + 4 : red + 12],
    )
    return bytes(profile).replace("sRGB".encode("utf-16-be"), "TEST".encode("utf-16-be"))


def versions(raw: bytes, order: Order = ONLY_JPEG) -> tuple[Version, ...]:
    found = develop(raw, order)
    assert not isinstance(found, Flaw), found
    return found


def version(raw: bytes, order: Order = ONLY_JPEG) -> Image.Image:
    """The one version of a picture, decoded."""
    (made,) = versions(raw, order)
    return shown(made.body)
