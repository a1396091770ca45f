"""Length of a text as a Vietnamese newsroom counts it: by syllables."""

import re

_SYLLABLES_A_MINUTE = 220
_NO_SYLLABLE = re.compile(r" (?:[^\w ]|_)+(?= )")


def count_words(text: str) -> int:
    """The syllables of a text: what white space sets apart and holds a letter or digit."""
    line = text.replace("\n", " ").strip(" ")
    if line and "  " not in line and line.isprintable():  # then single spaces are all the white space there is
        line = f" {line} "
        return line.count(" ") - 1 - len(_NO_SYLLABLE.findall(line))
    return len([1 for word in text.split() if word[0].isalnum() or any(map(str.isalnum, word))])


def reading_minutes(words: int) -> int:
    """Minutes that so many syllables take to read, to the nearest, and at least 1."""
    return max(1, (words + _SYLLABLES_A_MINUTE // 2) // _SYLLABLES_A_MINUTE)
