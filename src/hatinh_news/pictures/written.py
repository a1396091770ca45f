"""What photographers and agencies write into pictures: caption and credit, from IPTC and from XMP."""

from collections.abc import Iterator
from typing import Final
from unicodedata import normalize
from xml.parsers import expat

_UTF8: Final = b"\x1b%G"
_CHARSET: Final = (1, 90)
_IPTC: Final = {(2, 120): "caption", (2, 80): "author", (2, 110): "credit", (2, 115): "source"}
_XMP: Final = {
    "http://purl.org/dc/elements/1.1/ description": "caption",
    "http://purl.org/dc/elements/1.1/ creator": "author",
    "http://ns.adobe.com/photoshop/1.0/ Credit": "credit",
    "http://ns.adobe.com/photoshop/1.0/ Source": "source",
}
_ENTRY: Final = "http://www.w3.org/1999/02/22-rdf-syntax-ns# li"

Words = dict[str, str]


def written(iptc: bytes, xmp: bytes) -> tuple[str, str]:
    """Caption and credit in NFC, each from IPTC where it stands there, from XMP where it does not or was cut short."""
    short, long = _iptc_words(iptc), _xmp_words(xmp)
    words = long | {name: _longer(text, long.get(name, "")) for name, text in short.items()}
    return words.get("caption", ""), _credit(words)


def _longer(short: str, long: str) -> str:
    """IPTC breaks names off after 32 bytes."""
    return long if long.startswith(short) else short


def _credit(words: Words) -> str:
    """Author and agency, as newspapers print them: `Minh Quang/TTX`."""
    author, agency = words.get("author", ""), words.get("credit", "") or words.get("source", "")
    if not author or author.casefold() in agency.casefold():
        return agency
    return author if not agency or agency.casefold() in author.casefold() else f"{author}/{agency}"


def _clean(text: str) -> str:
    return normalize("NFC", " ".join(text.replace("\0", " ").split()))


def _iptc_words(iptc: bytes) -> Words:
    found: dict[str, list[bytes]] = {}
    is_utf8 = False
    for number, body in _sets(iptc):
        is_utf8 = is_utf8 or (number == _CHARSET and body == _UTF8)
        if number in _IPTC and body.strip(b" \0"):
            found.setdefault(_IPTC[number], []).append(body)
    texts = {name: [_clean(_decoded(body, is_utf8)) for body in bodies] for name, bodies in found.items()}
    return {name: ", ".join(several) if name == "author" else several[0] for name, several in texts.items()}


def _sets(iptc: bytes) -> Iterator[tuple[tuple[int, int], bytes]]:
    """Number and body of each dataset."""
    at = 0
    while at + 5 <= len(iptc) and iptc[at] == 0x1C:
        number, length = (iptc[at + 1], iptc[at + 2]), int.from_bytes(iptc[at + 3 : at + 5], "big")
        at += 5
        if length & 0x8000:  # then it is how many bytes the length takes
            width = length & 0x7FFF
            length = int.from_bytes(iptc[at : at + width], "big")
            at += width
        yield number, iptc[at : at + length]
        at += length


def _decoded(body: bytes, is_utf8: bool) -> str:
    """UTF-8 where it says so, cut within a letter or not; else what it can be."""
    if is_utf8:
        return body.decode("utf-8", "ignore")
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError:
        return body.decode("cp1252", "ignore")


def _xmp_words(xmp: bytes) -> Words:
    """What an XMP packet says; nothing of one that is no XML, or that declares entities."""
    reading = _Reading()
    try:
        reading.parser.Parse(xmp.strip(b" \0\r\n\t"), True)
    except (expat.ExpatError, ValueError):
        return {}
    return {name: text for name, text in reading.words.items() if text}


class _Reading:
    """What a parser has met: the properties it is within, and the words of each."""

    def __init__(self) -> None:
        self.words: Words = {}
        self._within = ""
        self._heard: list[str] = []
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._hear
        self.parser.StartDoctypeDeclHandler = self._refuse

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        for key, text in attributes.items():  # short properties are attributes of what they describe
            if key in _XMP:
                self.words.setdefault(_XMP[key], _clean(text))
        self._within = _XMP.get(name, self._within)

    def _hear(self, text: str) -> None:
        if self._within:
            self._heard.append(text)

    def _end(self, name: str) -> None:
        if not self._within or (name != _ENTRY and name not in _XMP):
            return
        text, known = _clean("".join(self._heard)), self.words.get(self._within, "")
        self._heard.clear()
        if text and not known:
            self.words[self._within] = text
        elif text and self._within == "author":  # the authors of one picture; other lists are translations
            self.words["author"] = f"{known}, {text}"
        if name in _XMP:
            self._within = ""

    @staticmethod
    def _refuse(*_: object) -> None:
        raise ValueError("entities")
