"""The picture that is shown where there is no photo: a headline under the newspaper's name."""


def headline_picture(headline: str, paper: str, colour: str, section: str = "") -> bytes:
    """A PNG of 1200×630; without a headline, the newspaper's name alone. `colour` is `#rrggbb`. Needs Pillow."""
    from hatinh_news.pictures.lettering import legible
    from hatinh_news.pictures.sheet import front, nameplate

    words, name = legible(headline), legible(paper)
    if not words or words == name:
        return nameplate(name, colour)
    return front(words, name, colour, legible(section))
