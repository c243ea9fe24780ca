"""How wide words are on paper: the letters of Helvetica, of which Arial and Liberation Sans have the widths.

With them the paper is laid out here, in pages that carry their numbers, and not by a browser. What a browser
sets is never wider than is counted here: it may break a line at more places and pull letters together.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Final

POINT: Final = 25.4 / 72
"""Millimetres in a point, in which letters are measured."""

_REGULAR: Final[Mapping[int, str]] = {
    191: "'",
    222: "ijlįĵĺļłſ‘’‚",
    260: "|¦",
    278: " !,./:;I[\\]ft·ÌÍÎÏìíîïĨĩĪīĬĭĮİıţŧ\u00a0",
    333: "()-`r¡¨­²³´¸¹ŕŗř“”„",
    355: '{}ŀ•"',
    400: "º°ª*ťľ",
    500: "JcksvxyzçýÿćĉċčĴķĸśŝşšŷźżž↑↓^ĳ",
    556: "#$0123456789?L_abdeghnopqu¢£¤¥§«»àáâãäåèéêëðñòóôõöùúûüþāăąđēĕėęěĝğġģĥħĹĻĽĿŁńņňŋōŏőũūŭůűų–€¯±÷¶",
    611: "+<=>~¬×−FTZ¿ßøŢŤŦŹŻŽŉµ",
    667: "&ABEKPSVXYÀÁÂÃÄÅÈÉÊËÝÞĀĂĄĒĔĖĘĚĶŚŜŞŠŶŸď",
    722: "CDHNRUwÇÐÑÙÚÛÜĆĈĊČĎĐĤĦŃŅŇŔŖŘŨŪŬŮŰŲŵ",
    778: "GOQÒÓÔÕÖØĜĞĠĢŌŎŐ©®Ŋ",
    834: "Mm¼½¾",
    889: "%æ",
}
"""Thousandths of the size of letters, and which are at most so wide. What is not here counts as widest."""

_BOLD: Final[Mapping[int, str]] = {
    278: " ,./I\\ijl'·ÌÍÎÏìíîïĨĩĪīĬĭĮįİıĵĺļłſ‘’‚\u00a0",
    333: "|¦!()-:;[]`ft¡¨­²³´¸¹ţŧ",
    400: "*r{}ŕŗřľº°ª•",
    500: 'zźżž“”„↑↓"ŀť',
    556: "#$0123456789J_aceksvxy¢£¤¥§«»àáâãäåçèéêëýÿāăąćĉċčēĕėęěĳĴķĸśŝşšŷ–€¯±÷¶",
    611: "+<=>^~¬×−?FLTZbdghnopqu¿ßðñòóôõöøùúûüþđĝğġģĥħĹĻĽĿŁńņňŋōŏőŢŤŦũūŭůűųŹŻŽµ",
    667: "EPSVXYÈÉÊËÝÞĒĔĖĘĚŚŜŞŠŶŸ",
    722: "&ABCDHKNRUÀÁÂÃÄÅÇÐÑÙÚÛÜĀĂĄĆĈĊČĎĐĤĦĶŃŅŇŔŖŘŨŪŬŮŰŲŉď",
    778: "GOQwÒÓÔÕÖØĜĞĠĢŌŎŐŵ©®Ŋ",
    834: "M¼½¾",
    889: "%mæ",
}
_WIDEST: Final = 1120
_SCRIPTS: Final = (
    ("\u0370", "\u03ff", 600),
    ("\u0400", "\u042f", 880),
    ("\u0430", "\u052f", 680),
    ("\u0531", "\u058f", 720),
    ("\u0590", "\u05ff", 600),
    ("\u0600", "\u077f", 540),
    ("\u10a0", "\u10ff", 640),
    ("\ufb1d", "\ufb4f", 600),
    ("\ufb50", "\ufeff", 540),
)
"""Letters of other languages (Greek, Cyrillic, Armenian, Hebrew, Arabic, Georgian). Nobody knows in which
font a browser sets these: what is counted is rather more than sentences take in the wide DejaVu Sans."""
TOUCHING: Final = 0.001
"""Millimetres that make no difference."""
_THOUSANDTHS: Final = [
    {letter: wide for wide, letters in widths.items() for letter in letters} for widths in (_REGULAR, _BOLD)
]


def width(text: str, points: float, *, bold: bool = False) -> float:
    """Give how many millimetres wide a text is on one line, in letters of so many points."""
    letters = _THOUSANDTHS[bold]
    return (
        sum(letters[one] if one in letters else _wide(one, bold=bold) for one in text) * points * POINT / 1000
    )


@lru_cache(maxsize=4096)
def _wide(letter: str, *, bold: bool) -> int:
    """Give how wide a letter is that Helvetica does not have; marks stand on what comes before them."""
    if unicodedata.category(letter) in {"Mn", "Me", "Cf"}:
        return 0
    if (plain := unicodedata.normalize("NFD", letter)[0]) in _THOUSANDTHS[bold]:
        return _THOUSANDTHS[bold][plain]
    return next((wide for first, last, wide in _SCRIPTS if first <= letter <= last), _WIDEST)


@lru_cache(maxsize=4096)
def count_lines(text: str, points: float, wide: float, *, bold: bool = False) -> int:
    """Give how many lines a text takes in a column so many millimetres wide; an empty text takes one."""
    return sum(
        rows(
            [width(word, points, bold=bold) for word in line.split(" ")], wide, width(" ", points, bold=bold)
        )
        for line in text.split("\n")
    )


def rows(widths: Sequence[float], wide: float, gap: float) -> int:
    """Give how many rows things take that stand beside each other with a gap; what is wider is broken up."""
    count, used = 1, -gap
    for one in widths:
        if used + gap + one <= wide:
            used += gap + one
            continue
        broken = int(max(one - TOUCHING, 0) // wide)
        count += (used >= 0) + broken
        used = one - broken * wide
    return count
