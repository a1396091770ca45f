"""The picture that is shared where there is no photo: a headline under the newspaper's name."""


def headline_picture(headline: str, paper: str, colour: str, section: str = "") -> bytes:
    """A PNG of 1200×630; without a headline, the newspaper's name alone. `colour` is `#rrggbb`. Needs Pillow."""
    raise NotImplementedError
