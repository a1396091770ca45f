"""Colours: whatever a picture is stored in becomes grey, RGB or RGBA of eight bits, in sRGB."""

import io
from typing import Final

from PIL import Image, ImageCms

_WHITE: Final = (255, 255, 255)


def in_srgb(image: Image.Image, profile: bytes) -> Image.Image:
    """The picture as L, RGB or RGBA without anything beside its pixels: no profile, no metadata."""
    turned = _managed(image, profile) if profile else image
    if turned.mode not in {"L", "RGB", "RGBA"}:
        turned = turned.convert("RGB")
    plain = turned.copy()  # one that was read from a file keeps more of it than can be taken away
    plain.info = {}  # encoders take profiles and comments from here
    return plain


def on_white(image: Image.Image) -> Image.Image:
    """The picture without transparency."""
    if image.mode != "RGBA":
        return image
    ground = Image.new("RGB", image.size, _WHITE)
    ground.paste(image, mask=image.getchannel("A"))
    return ground


def eight_bits(image: Image.Image) -> Image.Image:
    """The same in a mode that can be scaled: palettes resolved, 16 bits halved, transparency as a channel."""
    if image.mode.startswith("I"):  # Pillow's own way cuts off all that is lighter than 255 of 65,535
        return image.convert("I").point(lambda value: value * (1 / 256)).convert("L")
    if image.mode in {"LA", "La", "PA", "RGBa"} or image.has_transparency_data:
        return _with_alpha(image)
    if image.mode == "P":
        return image.convert("RGB")
    return image.convert("L") if image.mode == "1" else image


def _managed(image: Image.Image, profile: bytes) -> Image.Image:
    """The picture in the colours that its profile means; as it is where that is sRGB, or no profile of such pixels."""
    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        if "srgb" in ImageCms.getProfileDescription(source).casefold() and image.mode != "CMYK":
            return image
        mode = "RGBA" if image.mode == "RGBA" else "RGB"
        return ImageCms.profileToProfile(image, source, ImageCms.createProfile("sRGB"), outputMode=mode) or image
    except (ImageCms.PyCMSError, OSError, ValueError, TypeError, ImportError):
        return image


def _with_alpha(image: Image.Image) -> Image.Image:
    """The picture as RGBA; as RGB or L where its every pixel is opaque."""
    clear = image.convert("RGBA")
    if clear.getchannel("A").getextrema() != (255, 255):
        return clear
    return image.convert("L") if image.mode == "LA" else clear.convert("RGB")
