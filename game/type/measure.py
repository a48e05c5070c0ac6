"""Text widths without a window: the advance widths of the font files, rounded and paired as the painter does."""

from __future__ import annotations

import re
from functools import cache
from math import ceil, floor

from game.type.fonts import SURE, face_file
from game.type.marks import marked
from game.type.ttf import Ttf
from game.type.wrapping import wrap

Setting = tuple[int, bool, bool]
"""A size in pixels, bold or not, and whether it is the other face."""


@cache
def _file(*, bold: bool, other: bool) -> Ttf:
    return Ttf(face_file(bold=bold, other=other))


def whole(text: str, *, bold: bool) -> bool:
    """Tell whether the face has every glyph of a line; if not, all of it is set in the other face."""
    if text.isascii():
        return True
    glyphs = _file(bold=bold, other=False).glyphs
    return all(sign in glyphs or sign in SURE for sign in text)


@cache
def covered() -> frozenset[str]:
    """Give every sign that one face or the other can draw."""
    return frozenset(SURE).union(*(_file(bold=False, other=other).glyphs for other in (False, True)))


def spelt(text: str) -> str:
    """Give a text with no NUL and no half of a pair of surrogates, which no font or screen reader takes: "\ufffd" each.

    A file's name that is no UTF-8 has some (os.fsdecode); the path itself keeps them.
    """
    return text if text.isprintable() else _LONE.sub("\ufffd", text)


def drawn(text: str) -> str:
    """Give the signs that stand for a line when it is drawn."""
    return marked(spelt(text)).replace("\u2011", "-")


_LONE = re.compile(r"[\x00\ud800-\udfff]")


class Scale:
    """One font at one size: widths of signs and pulls of pairs in pixels, each computed once."""

    def __init__(self, px: int, ttf: Ttf) -> None:
        self.px, self.ttf = px, ttf
        self._wide: dict[str, float] = {}
        self._pull: dict[str, float] = {}

    def width(self, text: str) -> float:
        """Give the width of a line in pixels."""
        wide, pull = self._wide, self._pull
        try:
            total = sum([wide[sign] for sign in text])
        except KeyError:
            wide.update((sign, self._advance(sign)) for sign in text)
            total = sum([wide[sign] for sign in text])
        for i in range(len(text) - 1):
            pair = text[i : i + 2]
            if pair not in pull:
                pull[pair] = self._kern(pair)
            total += pull[pair]
        return total

    def ends(self, text: str) -> list[float]:
        """Give where each sign of a line ends, in pixels, after a 0 for its start."""
        self.width(text)
        wide, pull, found = self._wide, self._pull, [0.0]
        for i, sign in enumerate(text):
            found.append(found[-1] + wide[sign] + (pull[text[i - 1 : i + 1]] if i else 0))
        return found

    def _advance(self, sign: str) -> float:
        ttf = self.ttf
        sixty_fourths = floor(
            ttf.advance(self._glyph(sign)) * self.px * 64 / ttf.upem + 0.5
        )  # FreeType's two roundings
        whole = (sixty_fourths + 32) // 64
        made_up = sign == "\u202f" and sign not in ttf.glyphs
        return whole / 2 if made_up else whole  # the shaper draws half a space where the font has no narrow one

    def _kern(self, pair: str) -> float:
        ttf = self.ttf
        pull = ttf.pairs.kern(self._glyph(pair[0]), self._glyph(pair[1]))
        return floor(pull * self.px * 64 / ttf.upem + 0.5) / 64

    def _glyph(self, sign: str) -> int:
        glyphs = self.ttf.glyphs
        return glyphs.get(sign, glyphs[" "] if sign in SURE else 0)


class FontMeasure:
    """Widths and wrapping for the view: the same whole-line fallback as the painter. Raises font_missing when made."""

    def __init__(self) -> None:
        self._scales: dict[Setting, Scale] = {}
        self._widths: dict[tuple[str, int, bool], float] = {}
        for bold, other in ((True, False), (False, True), (True, True)):
            face_file(bold=bold, other=other)  # said now rather than at the first line that needs it
        self._face = _file(bold=False, other=False)

    def width(self, text: str, px: int, *, bold: bool = False) -> float:
        """Give the width of one line in pixels."""
        key = (text, px, bold)
        known = self._widths.get(key)
        if known is None:
            if len(self._widths) > LINES:
                self._widths.clear()
            known = self._widths[key] = self._width(drawn(text), px, bold=bold)
        return known

    def ends(self, text: str, px: int, *, bold: bool = False) -> list[float]:
        """Give where each sign of one line ends, in pixels, after a 0 for its start; the whole line is in one face."""
        clean = drawn(text)
        return self._scale(clean, px, bold=bold).ends(clean)

    def _width(self, text: str, px: int, *, bold: bool) -> float:
        return self._scale(text, px, bold=bold).width(text)

    def _scale(self, text: str, px: int, *, bold: bool) -> Scale:
        key = (px, bold, not whole(text, bold=bold))
        if key not in self._scales:
            self._scales[key] = Scale(px, _file(bold=bold, other=key[2]))
        return self._scales[key]

    def wrap(self, text: str, px: int, *, bold: bool, width: float, max_lines: int | None = None) -> tuple[str, ...]:
        """Cut a text into lines of at most `width` pixels; the last of `max_lines` ends with an ellipsis if cut."""
        return wrap(text, width, lambda line: self.width(line, px, bold=bold), max_lines)

    def line_height(self, px: int) -> int:
        """Give the height of one line in pixels: the face's ascent and descent."""
        face = self._face
        return ceil((face.ascent - face.descent) * px / face.upem)


LINES = 20_000
"""How many measured lines are kept."""
